use serde::{Deserialize, Serialize};

use super::{Extra, FieldStamps, Quotation, QuotationAt};
use crate::ids::{CodeId, ThemeId};
use crate::rank::Rank;
use crate::time::Stamp;

/// What the material says on one central idea: what a paper's section of results is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    /// Its identity.
    pub id: ThemeId,
    /// Its name; never empty.
    pub title: String,
    /// Its place among the themes.
    pub rank: Rank,
    /// The idea that holds it together.
    pub idea: String,
    /// Where it ends: what belongs to it no more.
    pub boundary: String,
    /// What it tells, as it will stand in the paper.
    pub story: String,
    /// The codes under it, in their order, each once.
    pub codes: Vec<CodeId>,
    /// The quotations that were chosen for it, in the order in which they are printed, each once.
    pub chosen: Vec<Chosen>,
    /// Who made it, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}

impl Theme {
    /// The chosen quotation at that place, if it is chosen.
    pub fn choice(&self, at: QuotationAt) -> Option<&Chosen> {
        self.chosen.iter().find(|chosen| chosen.at == at)
    }
}

/// A quotation that was chosen for a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chosen {
    /// Which.
    pub at: QuotationAt,
    /// Whether it is to stand in the paper, and not only on the list.
    pub in_paper: bool,
    /// Kept from newer files.
    pub extra: Extra,
}

/// How a quotation is to be printed, apart from the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Print {
    /// The printed words; never empty.
    pub words: String,
    /// The quotation's words that they were made from. If those are others now the printed words may not fit any more.
    pub made_from: String,
    /// Kept from newer files.
    pub extra: Extra,
}

impl Print {
    /// Whether the quotation's words are still those that it was made from.
    pub fn fits(&self, quotation: &Quotation) -> bool {
        *self.made_from == *quotation.quote.exact
    }
}
