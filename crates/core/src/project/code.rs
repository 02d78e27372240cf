use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{CodeSheet, CodeText, Extra, FieldStamps};
use crate::ids::CodeId;
use crate::rank::Rank;
use crate::time::Stamp;

/// One of the hues of the palette, told apart by colour-blind readers; what it looks like is the theme's affair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Colour(u8);

impl Colour {
    /// How many there are.
    pub const COUNT: u8 = 8;

    /// The hue of that number, counted round from 0.
    pub fn nth(number: usize) -> Colour {
        Colour((number % usize::from(Colour::COUNT)) as u8)
    }

    /// Its number, `0..COUNT`.
    pub fn number(self) -> u8 {
        self.0 % Colour::COUNT
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Colour> {
        (0..Colour::COUNT).map(Colour)
    }
}

/// A code; by its place in the tree also a category or a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Code {
    /// Its identity.
    pub id: CodeId,
    /// Its name; never empty, and no sibling has the same.
    pub name: String,
    /// The category or theme it belongs to.
    pub parent: Option<CodeId>,
    /// Its place among its siblings.
    pub rank: Rank,
    /// Its hue.
    pub colour: Colour,
    /// What it stands for: shown while coding.
    pub definition: String,
    /// What else the codebook says of it.
    #[serde(default)]
    pub sheet: Rc<CodeSheet>,
    /// Who made it, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}

impl Code {
    /// One of its texts.
    pub fn text(&self, text: CodeText) -> &str {
        match text {
            CodeText::Definition => &self.definition,
            CodeText::Full => &self.sheet.full,
            CodeText::UseWhen => &self.sheet.use_when,
            CodeText::NotWhen => &self.sheet.not_when,
        }
    }

    pub(crate) fn text_mut(&mut self, text: CodeText) -> &mut String {
        let sheet = match text {
            CodeText::Definition => return &mut self.definition,
            _ => Rc::make_mut(&mut self.sheet),
        };
        match text {
            CodeText::Definition | CodeText::Full => &mut sheet.full,
            CodeText::UseWhen => &mut sheet.use_when,
            CodeText::NotWhen => &mut sheet.not_when,
        }
    }
}
