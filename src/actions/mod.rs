//! Everything that can be done by name: one table, which the palette lists, the keys are looked up in and the sheet of
//! shortcuts shows.
//!
//! An action is carried out by the component that owns what it acts on: see [`owners`].

mod chord;
mod fit;
pub mod keymap;
pub mod owners;

use yew::AttrValue;

pub use chord::{Chord, Refusal};
pub use fit::fit;
pub use owners::{Answer, Way, use_owner};

use crate::i18n::{Lang, message_in};

/// Where the keys of an action work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// Wherever nothing is being typed.
    Anywhere,
    /// While the text of a document has the focus.
    Text,
}

/// What an action is about: a part of the sheet of shortcuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Coding.
    Coding,
    /// Quotations that are there.
    Quotations,
    /// The project as a whole.
    Project,
    /// Ways to other screens.
    Go,
    /// How the app looks and speaks.
    View,
    /// What explains the app.
    Help,
}

impl Group {
    /// Every part, in the order of the sheet.
    pub const ALL: [Self; 6] = [Self::Coding, Self::Quotations, Self::Project, Self::Go, Self::View, Self::Help];

    /// The key of its heading in the messages.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Coding => "keys-code",
            Self::Quotations => "keys-quotations",
            Self::Project => "keys-project",
            Self::Go => "keys-go",
            Self::View => "keys-view",
            Self::Help => "help",
        }
    }
}

/// Makes the table: per action its name in the code, its id (which is kept with changed keys and names its messages),
/// its group, where its keys work, and the keys that it has unless they were changed.
macro_rules! actions {
    ($($name:ident $id:literal $group:ident $place:ident [$($key:literal),*])+) => {
        /// Something that can be done by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "their names in the messages say what they do")]
        pub enum Action { $($name),+ }

        impl Action {
            /// Every action, in the order of the palette.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// What it is called where its keys are kept; its messages are `action-ID` and `action-words-ID`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// What it is about.
            pub const fn group(self) -> Group {
                match self { $(Self::$name => Group::$group),+ }
            }

            /// Where its keys work.
            pub const fn place(self) -> Where {
                match self { $(Self::$name => Where::$place),+ }
            }

            /// The keys that it has unless they were changed.
            pub const fn usual_keys(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($key),*]),+ }
            }
        }
    };
}

actions! {
    Pick "pick" Coding Text ["C", "Enter"]
    InVivo "in-vivo" Coding Text ["V"]
    Again "again" Coding Text ["R"]
    Mark "mark" Coding Text ["Q"]
    NextQuotation "next-quotation" Quotations Text ["N"]
    PreviousQuotation "previous-quotation" Quotations Text ["Shift+N"]
    Details "details" Quotations Text ["Space", "F2"]
    DeleteQuotation "delete-quotation" Quotations Text ["Delete", "Backspace"]
    GiveToCase "give-to-case" Quotations Anywhere []
    Parts "parts" Quotations Anywhere []
    Undo "undo" Project Anywhere ["Ctrl+Z"]
    Redo "redo" Project Anywhere ["Ctrl+Shift+Z", "Ctrl+Y"]
    Palette "palette" Project Anywhere ["Ctrl+K"]
    FindHere "find-here" Project Anywhere ["Ctrl+F"]
    EditText "edit-text" Project Anywhere []
    Import "import" Project Anywhere []
    Export "export" Project Anywhere []
    Scope "scope" Project Anywhere []
    Coder "coder" Project Anywhere []
    NewMemo "new-memo" Project Anywhere []
    Rename "rename" Project Anywhere []
    GoRead "go-read" Go Anywhere []
    GoDocuments "go-documents" Go Anywhere []
    GoCodebook "go-codebook" Go Anywhere []
    GoBoard "go-board" Go Anywhere []
    GoContent "go-content" Go Anywhere []
    GoVersions "go-versions" Go Anywhere []
    GoGuide "go-guide" Go Anywhere []
    GoMatches "go-matches" Go Anywhere []
    GoAnswers "go-answers" Go Anywhere []
    GoAsked "go-asked" Go Anywhere []
    GoCases "go-cases" Go Anywhere []
    GoQuotations "go-quotations" Go Anywhere []
    GoMemos "go-memos" Go Anywhere []
    GoThemes "go-themes" Go Anywhere []
    GoSearch "go-search" Go Anywhere ["Ctrl+Shift+F"]
    GoHistory "go-history" Go Anywhere []
    GoBackups "go-backups" Go Anywhere []
    GoProjects "go-projects" Go Anywhere []
    Split "split" View Anywhere ["Ctrl+\\"]
    OtherPane "other-pane" View Anywhere ["F6"]
    ClosePane "close-pane" View Anywhere []
    TextLarger "text-larger" View Anywhere []
    TextSmaller "text-smaller" View Anywhere []
    ShortLines "short-lines" View Anywhere []
    MediumLines "medium-lines" View Anywhere []
    LongLines "long-lines" View Anywhere []
    Speakers "speakers" View Anywhere []
    ShowSpeakers "show-speakers" View Anywhere ["F9"]
    ShowTimes "show-times" View Anywhere ["Shift+F9"]
    ShowPages "show-pages" View Anywhere []
    ThemeAuto "theme-auto" View Anywhere []
    ThemeLight "theme-light" View Anywhere []
    ThemeDark "theme-dark" View Anywhere []
    ThemeContrast "theme-contrast" View Anywhere []
    Language "language" View Anywhere []
    Tour "tour" Help Anywhere ["F8"]
    Sample "sample" Help Anywhere []
    Shortcuts "shortcuts" Help Anywhere ["?"]
    Privacy "privacy" Help Anywhere []
    News "news" Help Anywhere []
}

impl Action {
    /// The action of an id.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.id() == id)
    }

    /// Its name in the current language.
    pub fn name(self) -> AttrValue {
        self.name_in(crate::i18n::current())
    }

    /// Its name in a language.
    pub fn name_in(self, lang: Lang) -> AttrValue {
        message_in(lang, &format!("action-{}", self.id()), None)
    }

    /// Other words in a language that it is found by.
    pub fn words_in(self, lang: Lang) -> AttrValue {
        message_in(lang, &format!("action-words-{}", self.id()), None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_name_and_words_in_every_language_and_an_id_of_its_own() {
        for source in [include_str!("../i18n/en/actions.ftl"), include_str!("../i18n/ar/actions.ftl")] {
            for action in Action::ALL {
                for key in [format!("action-{} = ", action.id()), format!("action-words-{} = ", action.id())] {
                    assert_eq!(source.lines().filter(|line| line.starts_with(&key)).count(), 1, "{key}");
                }
                assert_eq!(Action::of(action.id()), Some(*action));
            }
        }
    }

    #[test]
    fn usual_keys_are_read_are_allowed_and_stand_for_one_action() {
        let mut all = Vec::new();
        for action in Action::ALL {
            for keys in action.usual_keys() {
                let chord: Chord = keys.parse().unwrap();
                assert_eq!(chord.to_string(), *keys);
                assert_eq!(chord.refusal(action.place()), None, "{keys}");
                assert!(!all.contains(&chord), "{keys} twice");
                all.push(chord);
            }
        }
    }
}
