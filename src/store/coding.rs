//! What one does while coding, as steps: code a passage, make a code and apply it in one go, mark without a code.

use emic_core::consent::hidden_of;
use emic_core::edit::{Edit, EditError};
use emic_core::ids::{CodeId, CodingId, DocumentId, QuotationId};
use emic_core::project::{Colour, Project};
use emic_core::query::{Passage, code_passage, own_quotation};
use emic_core::text::{Quote, Span, Text};

use super::{Refused, Store};
use crate::platform;

/// What is coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A passage of a document.
    Passage(DocumentId, Span),
    /// A quotation.
    Quotation(DocumentId, QuotationId),
}

/// A code by itself, or by its name if there may be none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeBy<'a> {
    /// One of the codebook.
    Id(CodeId),
    /// The one of that name, at the top of the tree if it is to be made.
    Name(&'a str),
}

/// What coding something led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The quotation that has the code now.
    pub quotation: QuotationId,
    /// The code, if one was applied.
    pub code: Option<CodeId>,
    /// Whether the code was there before, so that nothing was done.
    pub already: bool,
}

impl Store {
    /// Puts a code on something.
    ///
    /// # Errors
    /// If the project cannot be changed, or the code or the place is gone.
    pub fn apply_code(&self, target: Target, text: &Text, code: CodeId) -> Result<Coded, Refused> {
        let (edits, quotation) = self.coding_edits(target, text, code)?;
        let already = edits.is_empty();
        self.act(edits)?;
        Ok(Coded { quotation, code: Some(code), already })
    }

    /// Makes a code of that name at the top of the tree and puts it on something, as one step.
    ///
    /// # Errors
    /// If the project cannot be changed, the name is taken or empty, or the place is gone.
    pub fn create_and_apply(&self, target: Target, text: &Text, name: &str) -> Result<Coded, Refused> {
        let snapshot = self.snapshot().ok_or(Refused::Closed)?;
        let code = CodeId::from_random(platform::random());
        let colour = Colour::nth(snapshot.project.codes.len());
        let add = Edit::AddCode { id: code, name: name.to_owned(), parent: None, before: None, colour };
        let (mut edits, quotation) = self.coding_edits(target, text, code)?;
        edits.insert(0, add);
        self.act(edits)?;
        Ok(Coded { quotation, code: Some(code), already: false })
    }

    /// Puts a code on several passages of a document as one step; the coder's own quotations of just these are used again.
    /// Gives the code, and how many passages have it newly.
    ///
    /// # Errors
    /// If the project cannot be changed, or the code or the place is gone.
    pub fn code_passages(
        &self,
        document: DocumentId,
        spans: &[Span],
        text: &Text,
        code: CodeBy<'_>,
    ) -> Result<(CodeId, usize), Refused> {
        let snapshot = self.snapshot().ok_or(Refused::Closed)?;
        let codes = &snapshot.project.codes;
        let named = |name: &str| {
            let lower = name.to_lowercase();
            codes.values().find(|code| code.name.to_lowercase() == lower).map(|code| code.id)
        };
        let mut edits = Vec::new();
        let id = match code {
            CodeBy::Id(id) => id,
            CodeBy::Name(name) => named(name).unwrap_or_else(|| {
                let id = CodeId::from_random(platform::random());
                let colour = Colour::nth(codes.len());
                edits.push(Edit::AddCode { id, name: name.to_owned(), parent: None, before: None, colour });
                id
            }),
        };
        let mut newly = 0;
        let hidden = hidden_in(&snapshot.project, document);
        // Of many passages those that are withdrawn are passed over.
        for span in spans.iter().filter(|span| !hidden.iter().any(|hidden| hidden.overlaps(**span))) {
            let (coding, _) = self.coding_edits(Target::Passage(document, *span), text, id)?;
            newly += usize::from(!coding.is_empty());
            edits.extend(coding);
        }
        if newly > 0 {
            self.act(edits)?;
        }
        Ok((id, newly))
    }

    /// Codes something in vivo: the words become the code. A code of these words is used again.
    ///
    /// # Errors
    /// If the project cannot be changed, or the place is gone.
    pub fn code_in_vivo(&self, target: Target, text: &Text) -> Result<Coded, Refused> {
        let snapshot = self.snapshot().ok_or(Refused::Closed)?;
        let span = match target {
            Target::Passage(_, span) => span,
            Target::Quotation(document, id) => {
                let missing = Refused::Edit(EditError::Missing(emic_core::edit::EntityKind::Quotation));
                snapshot.project.quotation(document, id).ok_or(missing)?.span()
            }
        };
        if let Target::Passage(document, _) = target {
            not_withdrawn(&snapshot.project, document, span)?;
        }
        let name = in_vivo_name(text.slice(span));
        let lower = name.to_lowercase();
        let same = snapshot.project.codes.values().find(|code| code.name.to_lowercase() == lower);
        match same.map(|code| code.id) {
            Some(code) => self.apply_code(target, text, code),
            None => self.create_and_apply(target, text, &name),
        }
    }

    /// Marks a passage as a quotation without a code, or finds the coder's own that is there already.
    ///
    /// # Errors
    /// If the project cannot be changed, or the place is gone.
    pub fn mark(&self, document: DocumentId, span: Span, text: &Text) -> Result<Coded, Refused> {
        let snapshot = self.snapshot().ok_or(Refused::Closed)?;
        if let Some(quotation) = own_quotation(&snapshot.project, document, span, snapshot.coder) {
            return Ok(Coded { quotation: quotation.id, code: None, already: true });
        }
        not_withdrawn(&snapshot.project, document, span)?;
        let id = QuotationId::from_random(platform::random());
        self.act(vec![Edit::MarkQuotation { id, document, span, quote: Quote::of(text, span) }])?;
        Ok(Coded { quotation: id, code: None, already: false })
    }

    /// The edits that put a code on something, and the quotation that will have it.
    fn coding_edits(&self, target: Target, text: &Text, code: CodeId) -> Result<(Vec<Edit>, QuotationId), Refused> {
        let snapshot = self.snapshot().ok_or(Refused::Closed)?;
        let project = &snapshot.project;
        let coding = CodingId::from_random(platform::random());
        match target {
            Target::Quotation(document, id) => {
                let has = project.quotation(document, id).is_some_and(|found| found.coding_of(code).is_some());
                let apply = Edit::ApplyCode { id: coding, document, quotation: id, code };
                Ok((if has { Vec::new() } else { vec![apply] }, id))
            }
            Target::Passage(document, span) => {
                not_withdrawn(project, document, span)?;
                let passage = Passage { document, span, quote: Quote::of(text, span) };
                let own = own_quotation(project, document, span, snapshot.coder).map(|quotation| quotation.id);
                let fresh = QuotationId::from_random(platform::random());
                let edits = code_passage(project, &passage, code, snapshot.coder, fresh, coding);
                Ok((edits, own.unwrap_or(fresh)))
            }
        }
    }
}

/// The spans of a document that are hidden because they are withdrawn.
fn hidden_in(project: &Project, document: DocumentId) -> Vec<Span> {
    project.documents.get(&document).map(|document| hidden_of(project, document).1).unwrap_or_default()
}

/// A quotation repeats its words, and what is withdrawn is not to be repeated.
fn not_withdrawn(project: &Project, document: DocumentId, span: Span) -> Result<(), Refused> {
    match hidden_in(project, document).iter().any(|hidden| hidden.overlaps(span)) {
        true => Err(Refused::Withdrawn),
        false => Ok(()),
    }
}

/// The longest name that words give a code, in code points.
const IN_VIVO_LENGTH: usize = 60;

/// The name that words give a code: without what stands around them, and not too long.
pub fn in_vivo_name(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = if bare.is_empty() { &words } else { bare };
    if bare.chars().count() <= IN_VIVO_LENGTH {
        return bare.to_owned();
    }
    let cut: String = bare.chars().take(IN_VIVO_LENGTH).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::{IN_VIVO_LENGTH, in_vivo_name};

    #[test]
    fn words_become_a_name_without_their_punctuation() {
        assert_eq!(in_vivo_name(" “the children\n draw tanks now”, "), "the children draw tanks now");
        assert_eq!(in_vivo_name("…"), "…");
        let long = in_vivo_name(&"so many words ".repeat(20));
        assert!(long.ends_with('…') && long.chars().count() <= IN_VIVO_LENGTH + 1, "{long}");
    }
}
