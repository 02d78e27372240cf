use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Consent, Extra, FieldStamps, Print};
use crate::ids::{CodeId, CoderId, CodingId, DocumentId, QuotationId};
use crate::text::{Pos, Quote, Span};
use crate::time::Stamp;

/// Where a quotation stands. Page regions, pictures and times are to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// A span of the document's canonical text; never empty.
    Text(Span),
}

/// One code on one quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Coding {
    /// Its identity.
    pub id: CodingId,
    /// The code.
    pub code: CodeId,
    /// Why this code here.
    pub comment: String,
    /// How much it holds here, from 0 to [`super::MAX_WEIGHT`], if that is said.
    #[serde(default)]
    pub weight: Option<u8>,
    /// Who applied it, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}

/// A marked passage of one coder, with the codes on it: many, or none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// Its identity.
    pub id: QuotationId,
    /// The document it stands in.
    pub document: DocumentId,
    /// Where it stands.
    pub anchor: Anchor,
    /// The words that stood there, so that the place can be checked and found again.
    pub quote: Quote,
    /// What the coder notes on the passage.
    pub comment: String,
    /// What it says, condensed.
    #[serde(default)]
    pub condensed: String,
    /// What it means to whoever reads it.
    #[serde(default)]
    pub interpretation: String,
    /// How it is to be printed, where that is not word by word.
    #[serde(default)]
    pub print: Option<Rc<Print>>,
    /// What may be done with the words of this passage, whosever quotation they are in.
    #[serde(default)]
    pub consent: Consent,
    /// The codes on it, in the order in which they were applied.
    pub codings: Vec<Coding>,
    /// Whose it is, and since when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}

impl Quotation {
    /// The span it covers.
    pub fn span(&self) -> Span {
        let Anchor::Text(span) = self.anchor;
        span
    }

    /// Whose it is.
    pub fn coder(&self) -> CoderId {
        self.created.by
    }

    /// The coding with that code, if it has one.
    pub fn coding_of(&self, code: CodeId) -> Option<&Coding> {
        self.codings.iter().find(|coding| coding.code == code)
    }

    /// Reading order: by start, the longer first, then by id.
    fn place(&self) -> (Pos, Reverse<Pos>, QuotationId) {
        let span = self.span();
        (span.start, Reverse(span.end), self.id)
    }
}

/// The quotations of one document in reading order: by start, of those with the same start the longer first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuotationList(Rc<Vec<Rc<Quotation>>>);

impl QuotationList {
    /// Puts quotations into reading order.
    pub fn from_unsorted(mut quotations: Vec<Rc<Quotation>>) -> QuotationList {
        crate::sorting::sort_by_key(&mut quotations, |quotation| quotation.place());
        QuotationList(Rc::new(quotations))
    }

    /// The quotation of that id.
    pub fn get(&self, id: QuotationId) -> Option<&Rc<Quotation>> {
        self.0.iter().find(|quotation| quotation.id == id)
    }

    /// All in reading order.
    pub fn as_slice(&self) -> &[Rc<Quotation>] {
        &self.0
    }

    /// All in reading order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rc<Quotation>> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether both are the very same list: nothing was changed between them.
    pub fn same(&self, other: &QuotationList) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// The list with the quotation of that id replaced, added or removed.
    pub fn with(&self, id: QuotationId, quotation: Option<Rc<Quotation>>) -> QuotationList {
        let mut list: Vec<_> = self.0.iter().filter(|other| other.id != id).cloned().collect();
        if let Some(quotation) = quotation {
            let at = list.partition_point(|other| other.place() < quotation.place());
            list.insert(at, quotation);
        }
        QuotationList(Rc::new(list))
    }

    /// The list with each of those quotations replaced, added or removed: at the cost of one pass, where one after
    /// another with [`QuotationList::with`] would cost a pass each.
    pub fn with_all(&self, changes: BTreeMap<QuotationId, Option<Rc<Quotation>>>) -> QuotationList {
        let mut list: Vec<_> = self.0.iter().filter(|other| !changes.contains_key(&other.id)).cloned().collect();
        list.extend(changes.into_values().flatten());
        QuotationList::from_unsorted(list)
    }
}
