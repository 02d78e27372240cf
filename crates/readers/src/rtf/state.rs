//! What holds for the words of a group, and for those of the groups in it until they say otherwise.

use emic_core::project::BlockKind;

use crate::pen::Looks;

/// Where words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum To {
    Text,
    /// Nowhere.
    Nothing,
    /// Nowhere, but pictures are counted: what a drawing says of itself.
    Shape,
    Fonts,
    Styles,
    Info,
    Title,
    /// The number of an item.
    Number,
    Note,
    Box,
    Annotation,
    AnnotationAuthor,
    AnnotationInitials,
    /// Which annotation this is.
    AnnotationId,
    RangeStart,
    RangeEnd,
}

/// Which letters of a font are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Plain,
    High,
    EastAsian,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    pub to: To,
    /// Where words go in the Unicode form of what is here in two forms.
    pub unicode_form: To,
    pub looks: Looks,
    /// The looks of words from right to left, and whether these are.
    pub right_looks: Looks,
    pub right: bool,
    pub script: Script,
    pub font: i32,
    pub right_font: i32,
    pub east_asian_font: i32,
    pub hidden: bool,
    pub deleted: bool,
    pub inserted: bool,
    /// Words of a message in HTML that are only there for readers of rich text.
    pub only_rich: bool,
    /// How many characters stand in for one in Unicode.
    pub stand_ins: u32,
    /// What the paragraph is.
    pub heading: Option<u8>,
    pub list: bool,
    pub in_table: bool,
    /// The number and level of a style.
    pub style: i32,
    pub style_level: Option<u8>,
}

impl State {
    pub fn new() -> State {
        State {
            to: To::Text,
            unicode_form: To::Text,
            looks: Looks::default(),
            right_looks: Looks::default(),
            right: false,
            script: Script::Plain,
            font: 0,
            right_font: 0,
            east_asian_font: 0,
            hidden: false,
            deleted: false,
            inserted: false,
            only_rich: false,
            stand_ins: 1,
            heading: None,
            list: false,
            in_table: false,
            style: 0,
            style_level: None,
        }
    }

    /// `\plain`.
    pub fn plain(&mut self, font: i32) {
        (self.looks, self.right_looks) = (Looks::default(), Looks::default());
        (self.hidden, self.deleted, self.inserted) = (false, false, false);
        (self.font, self.right_font, self.east_asian_font) = (font, font, font);
        (self.right, self.script) = (false, Script::Plain);
    }

    /// `\pard`.
    pub fn paragraph(&mut self) {
        (self.heading, self.list, self.in_table) = (None, false, false);
    }

    pub fn looks(&self) -> Looks {
        if self.right { self.right_looks } else { self.looks }
    }

    /// The font that words are in.
    pub fn font(&self) -> i32 {
        match (self.right, self.script) {
            (_, Script::EastAsian) => self.east_asian_font,
            (true, _) => self.right_font,
            (false, _) => self.font,
        }
    }

    /// What a paragraph is that ends here.
    pub fn kind(&self) -> Option<BlockKind> {
        match self.heading {
            _ if self.in_table => Some(BlockKind::TableRow),
            Some(level) => Some(BlockKind::Heading(level)),
            None => self.list.then_some(BlockKind::ListItem),
        }
    }
}
