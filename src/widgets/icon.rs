//! The pictures: one hand, a 24 × 24 field, strokes of 1.75, drawn for Emic.
use yew::prelude::*;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident => [$($path:literal),+ $(,)?]),+ $(,)?) => {
        /// Which picture.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum IconName { $($(#[$doc])* $name),+ }

        impl IconName {
            /// The strokes, as SVG path data.
            const fn paths(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($path),+]),+ }
            }
        }
    };
}

icons! {
    /// Add or create.
    Plus => ["M12 5v14", "M5 12h14"],
    /// Close or remove.
    Close => ["M6 6l12 12", "M18 6L6 18"],
    /// Chosen or done.
    Check => ["M5 12.5l4.5 4.5L19 7.5"],
    /// Search.
    Search => ["M11 4.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13z", "M15.8 15.8L20 20"],
    /// Undo; mirrored from right to left.
    Undo => ["M8.5 5L4.5 9l4 4", "M4.5 9h9.5a5 5 0 0 1 0 10h-4"],
    /// Redo; mirrored from right to left.
    Redo => ["M15.5 5l4 4l-4 4", "M19.5 9H10a5 5 0 0 0 0 10h4"],
    /// Something opens below.
    ChevronDown => ["M6 9.5l6 6l6-6"],
    /// Something closes upwards.
    ChevronUp => ["M6 14.5l6-6l6 6"],
    /// Only a part of it.
    Filter => ["M4 6h16M7 12h10M10 18h4"],
    /// Onwards in reading direction; mirrored from right to left.
    ChevronEnd => ["M9.5 6l6 6l-6 6"],
    /// More actions.
    More => ["M5.5 11.4a.6.6 0 1 0 0 1.2a.6.6 0 0 0 0-1.2z", "M12 11.4a.6.6 0 1 0 0 1.2a.6.6 0 0 0 0-1.2z", "M18.5 11.4a.6.6 0 1 0 0 1.2a.6.6 0 0 0 0-1.2z"],
    /// The navigation.
    Navigation => ["M4 7h16", "M4 12h16", "M4 17h16"],
    /// A document.
    Document => ["M6.5 3.5h7l5 5v12h-12z", "M13.5 3.5v5h5", "M9.5 13h6", "M9.5 16.5h4"],
    /// A folder.
    Folder => ["M3.5 6.5a1 1 0 0 1 1-1h4.8l2.2 2.5h8a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1z"],
    /// A code.
    Code => ["M3.8 11.2V4.8a1 1 0 0 1 1-1h6.4l8.6 8.6a1.2 1.2 0 0 1 0 1.7l-5.7 5.7a1.2 1.2 0 0 1-1.7 0z", "M8.2 8.2h.01"],
    /// A quotation.
    Quote => [
        "M10 7.5c-3 .4-5 2.6-5 6v3.5h5v-5H6.5",
        "M19 7.5c-3 .4-5 2.6-5 6v3.5h5v-5h-3.5",
    ],
    /// Delete.
    Trash => ["M4.5 7h15", "M9.5 7V4.5h5V7", "M6.5 7l.8 12.5h9.4L17.5 7", "M10.2 10.5v5.5", "M13.8 10.5v5.5"],
    /// Edit or rename.
    Pencil => ["M4.5 19.5l.9-4.2L16 4.7a1.4 1.4 0 0 1 2 0l1.3 1.3a1.4 1.4 0 0 1 0 2L8.7 18.6z", "M14 6.7l3.3 3.3"],
    /// Bring in.
    Upload => ["M12 15.5V4.5", "M7.5 8.5L12 4l4.5 4.5", "M4.5 15v4.5h15V15"],
    /// Take out.
    Download => ["M12 4v11.5", "M7.5 11.5L12 16l4.5-4.5", "M4.5 15v4.5h15V15"],
    /// Light colours.
    Sun => [
        "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8z", "M12 2.8v2", "M12 19.2v2", "M2.8 12h2", "M19.2 12h2",
        "M5.5 5.5l1.4 1.4", "M17.1 17.1l1.4 1.4", "M18.5 5.5l-1.4 1.4", "M6.9 17.1l-1.4 1.4",
    ],
    /// Dark colours.
    Moon => ["M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z"],
    /// High contrast.
    Contrast => ["M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16z", "M12 4v16", "M12 8h5.5", "M12 12h7.5", "M12 16h5.5"],
    /// A coder.
    User => ["M12 4.5a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 0 0 0-7.6z", "M4.8 20c.8-3.6 3.6-5.4 7.2-5.4s6.4 1.8 7.2 5.4"],
    /// Those who speak.
    Speakers => [
        "M9 5a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 0 0 0-6.4z",
        "M3 19.2c.7-3.3 3-4.9 6-4.9s5.3 1.6 6 4.9",
        "M15.2 5.3a3.2 3.2 0 0 1 0 5.8",
        "M17.2 14.8c2 .7 3.3 2.1 3.8 4.4",
    ],
    /// Parts of a text.
    Parts => ["M8 4.5H5v6.5h3", "M8 13.5H5V20h3", "M11.5 7.8h8", "M11.5 16.8h8"],
    /// A comment or memo.
    Comment => ["M4 5.5h16v11h-8.5L7 20v-3.5H4z", "M8 9.3h8", "M8 12.7h5"],
    /// What was done.
    History => ["M4.5 6v4h4", "M4.9 10A7.8 7.8 0 1 1 4.2 13", "M12 8v4.4l3 1.8"],
    /// Towards the beginning of a line; mirrored from right to left.
    ArrowStart => ["M19.5 12h-15", "M10 6.5L4.5 12l5.5 5.5"],
    /// Towards the end of a line; mirrored from right to left.
    ArrowEnd => ["M4.5 12h15", "M14 6.5l5.5 5.5l-5.5 5.5"],
    /// Up.
    ArrowUp => ["M12 19.5v-15", "M6.5 10L12 4.5l5.5 5.5"],
    /// Down.
    ArrowDown => ["M12 4.5v15", "M6.5 14l5.5 5.5l5.5-5.5"],
    /// Two panes side by side.
    SplitPane => ["M3.8 5.5h16.4v13H3.8z", "M12 5.5v13"],
    /// The pane of details; mirrored from right to left.
    AsidePane => ["M3.8 5.5h16.4v13H3.8z", "M14.8 5.5v13", "M17 9h1", "M17 12h1"],
    /// A list.
    List => ["M9 6.5h11", "M9 12h11", "M9 17.5h11", "M4.5 6.5h.01", "M4.5 12h.01", "M4.5 17.5h.01"],
    /// Keys.
    Keyboard => ["M2.8 6.5h18.4v11H2.8z", "M6.3 10h.01", "M10.1 10h.01", "M13.9 10h.01", "M17.7 10h.01", "M8 14h8"],
    /// Something may go wrong.
    Warning => ["M12 4.2L2.8 19.5h18.4z", "M12 10v4.5", "M12 17h.01"],
    /// Something to know.
    Info => ["M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16z", "M12 11.2v5", "M12 8h.01"],
    /// Help.
    Help => ["M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16z", "M9.7 9.7a2.3 2.3 0 1 1 3.4 2c-.7.4-1.1.9-1.1 1.8", "M12 16.2h.01"],
    /// Cannot be changed here.
    Lock => ["M5.5 11h13v8.5h-13z", "M8.3 11V8a3.7 3.7 0 0 1 7.4 0v3", "M12 14.3v2"],
    /// The size of text.
    TypeSize => ["M3 18.5L7.8 6h.4L13 18.5", "M4.7 14.2h6.6", "M14.5 18.5l2.8-7.3h.4l2.8 7.3", "M15.5 16h4"],
    /// Smaller letters.
    TextSmaller => ["M5 18.5L10 6h.4L15.4 18.5", "M6.8 14.2h6.8", "M16.5 9h5"],
    /// Larger letters.
    TextLarger => ["M3 18.5L8 6h.4L13.4 18.5", "M4.8 14.2h6.8", "M15.5 9h6", "M18.5 6v6"],
    /// The length of lines.
    Measure => ["M4 5.5v13", "M20 5.5v13", "M7.5 12h9", "M10 9l-3 3l3 3", "M14 9l3 3l-3 3"],
    /// Settings.
    Settings => [
        "M4 7h9", "M17.5 7H20", "M15.2 4.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 0 0 0-4.4z",
        "M4 17h2.5", "M11 17h9", "M8.8 14.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 0 0 0-4.4z",
    ],
    /// Held to be dragged.
    Grip => ["M9 6.5h.01M9 12h.01M9 17.5h.01", "M15 6.5h.01M15 12h.01M15 17.5h.01"],
    /// Two of the same.
    Duplicate => ["M8.5 8.5h11v11h-11z", "M15.5 8.5v-4h-11v11h4"],
}

impl IconName {
    /// Whether it points along the line and turns over from right to left.
    const fn mirrors(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::ChevronEnd
                | Self::ArrowStart
                | Self::ArrowEnd
                | Self::AsidePane
                | Self::List
                | Self::Quote
        )
    }
}

/// Which picture an [`Icon`] is.
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// The picture.
    pub name: IconName,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A picture beside words or in a labelled button: never read aloud itself.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    let paths = props.name.paths();
    html! {
        <svg
            class={classes!("icon", props.name.mirrors().then_some("icon--mirrors"), props.class.clone())}
            viewBox="0 0 24 24"
            width="20"
            height="20"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
        >
            { for paths.iter().enumerate().map(|(i, d)| html! { <path key={i} d={*d} /> }) }
        </svg>
    }
}
