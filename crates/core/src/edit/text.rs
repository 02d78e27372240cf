//! Corrections of a document's text after it came in: all that stands on its words stays on them.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::{Edit, EditError};
use crate::history::{Action, ActionKind};
use crate::ids::{DocumentId, QuotationId};
use crate::project::{Anchor, Document, Extra, Project, Quotation, Revision, TextRef, Turn};
use crate::sorting::{to_map, to_set};
use crate::text::{CONTEXT, Quote, Span, Text, TextEdits, TextHash, canonical, compose, count_words};

/// A correction of a document's text, with the words that it needs. See [`plan_text_edit`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditText {
    /// The document.
    pub document: DocumentId,
    /// The text that is corrected.
    pub before: TextHash,
    /// What is corrected in it.
    pub edits: TextEdits,
    /// What leads back: the inverse of `edits`.
    pub back: TextEdits,
    /// The text as it is then.
    pub text: TextRef,
    /// The words and context, as they are then, of the quotations where these change.
    pub quotes: Vec<(QuotationId, Quote)>,
    /// The quotations that may go if no word of theirs is left.
    pub gone: Vec<QuotationId>,
    /// Why it is corrected; empty if nobody says so.
    pub why: String,
}

/// Corrects a text. Quotations whose words all go are removed with them, but only those that may.
///
/// # Errors
/// If another quotation would be without words, or the correction was not made for the text as it is.
pub(super) fn edit(draft: &mut Draft, edit: &EditText) -> Result<Action, EditError> {
    let document = Rc::clone(draft.document(edit.document)?);
    let list = draft.project().quotations_in(document.id);
    let (may_go, quotes) = (to_set(&edit.gone), to_map(edit.quotes.iter().map(|(id, quote)| (*id, quote))));
    if !is_made_for(edit, &document) {
        return Err(EditError::NotAsItWas);
    }
    let (mut gone, mut changed) = (Vec::new(), Vec::new());
    for quotation in list.iter() {
        let span = edit.edits.map_span(quotation.span());
        if span.is_empty() {
            gone.push(quotation.id);
            continue;
        }
        let quote = match quotes.get(&quotation.id) {
            Some(quote) => (*quote).clone(),
            None if is_near(&edit.edits, quotation.span()) => return Err(EditError::NotAsItWas),
            None => quotation.quote.clone(),
        };
        if span != quotation.span() || quote != quotation.quote {
            changed.push(Quotation { anchor: Anchor::Text(span), quote, ..(**quotation).clone() });
        }
    }
    let unasked = gone.iter().filter(|id| !may_go.contains(id)).count();
    if unasked > 0 {
        return Err(EditError::WouldEmpty { quotations: unasked });
    }
    let why = edit.why.trim().to_owned();
    let action = Action::new(ActionKind::TextEdited)
        .with("document", &document.title)
        .with("places", &edit.edits.len().to_string())
        .with("quotations", &gone.len().to_string());
    let action = if why.is_empty() { action } else { action.with("why", &why) };
    for id in gone {
        draft.remove_quotation(document.id, id);
    }
    if !changed.is_empty() {
        draft.put_quotations(document.id, changed);
    }
    let mut after = (*document).clone();
    after.text = edit.text;
    after.structure = Rc::new(document.structure.corrected(&edit.edits));
    after.source.edits = compose(&document.source.edits, &edit.edits).map_err(|_| EditError::NotAsItWas)?;
    let made = draft.stamp();
    after.revisions.push(Rc::new(Revision { back: edit.back.clone(), why, made, extra: Extra::new() }));
    draft.note(&mut after.changed, "text");
    draft.put_document(after);
    Ok(action.about(document.id))
}

/// Whether all in an edit agrees, with the document and with itself, as far as that can be told without the words.
fn is_made_for(edit: &EditText, document: &Document) -> bool {
    let length = i64::from(document.text.length) + edit.edits.growth();
    let there = edit.edits.iter().map(|(edit, made)| (edit.range, made));
    let back = edit.back.iter().map(|(edit, made)| (made, edit.range));
    edit.before == document.text.hash
        && !edit.edits.is_empty()
        && edit.edits.fits(document.text.length)
        && length == i64::from(edit.text.length)
        && there.eq(back)
}

/// Whether an edit may touch the words of a quotation or what is kept of what stands around them.
fn is_near(edits: &TextEdits, span: Span) -> bool {
    let (start, end) = (span.start.0.saturating_sub(CONTEXT), span.end.0.saturating_add(CONTEXT));
    edits.as_slice().iter().any(|edit| edit.range.start.0 <= end && edit.range.end.0 >= start)
}

/// What edits of a text touch of what stands on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    /// The quotations at whose start or end something would change.
    pub edges: Vec<QuotationId>,
    /// The quotations of which no word would be left.
    pub emptied: Vec<QuotationId>,
    /// How many turns would be left without a word.
    pub turns: usize,
    /// How many turns would lose what says who speaks.
    pub labels: usize,
}

/// What edits of a document's text would touch. Cheap enough for every key that is pressed.
pub fn text_edit_touches(project: &Project, document: DocumentId, edits: &TextEdits) -> Touched {
    let Some(document) = project.documents.get(&document) else { return Touched::default() };
    let mut touched = Touched::default();
    for quotation in project.quotations_in(document.id).iter() {
        let span = quotation.span();
        let touches = |pos| edits.as_slice().iter().any(|edit| edit.range.start <= pos && pos <= edit.range.end);
        if edits.map_span(span).is_empty() {
            touched.emptied.push(quotation.id);
        } else if touches(span.start) || touches(span.end) {
            touched.edges.push(quotation.id);
        }
    }
    let before = &document.structure.turns;
    let after = document.structure.corrected(edits).turns;
    let labels = |turns: &[Turn]| turns.iter().filter(|turn| !turn.label.is_empty()).count();
    touched.turns = before.len() - after.len();
    touched.labels = (labels(before) - labels(&after)).saturating_sub(touched.turns);
    touched
}

/// What a correction would do, before it is made.
#[derive(Debug, Clone, PartialEq)]
pub struct TextPlan {
    /// The text as it would be.
    pub after: Text,
    /// What it would touch.
    pub touched: Touched,
    edit: EditText,
}

impl TextPlan {
    /// The correction. `gone` are the quotations that may go with their words.
    pub fn into_edit(self, gone: Vec<QuotationId>, why: &str) -> Edit {
        Edit::EditText(Box::new(EditText { gone, why: why.trim().to_owned(), ..self.edit }))
    }

    /// The new text by what it says.
    pub fn text(&self) -> TextRef {
        self.edit.text
    }
}

/// What `edits` of a document's text would do; `None` if nothing changes, or the text is not the document's, or would not
/// be in its canonical form.
pub fn plan_text_edit(project: &Project, document: DocumentId, before: &Text, edits: TextEdits) -> Option<TextPlan> {
    let document = project.documents.get(&document)?;
    if edits.is_empty() || !edits.fits(before.len()) || TextHash::of(before.as_str()) != document.text.hash {
        return None;
    }
    let made = edits.apply(before.as_str());
    if canonical(&made) != made.as_str() {
        return None;
    }
    let after = Text::new(made);
    let list = project.quotations_in(document.id);
    let near = list.iter().filter(|quotation| is_near(&edits, quotation.span()));
    let kept =
        near.map(|quotation| (quotation.id, edits.map_span(quotation.span()))).filter(|(_, span)| !span.is_empty());
    let quotes = kept.map(|(id, span)| (id, Quote::of(&after, span))).collect();
    let touched = text_edit_touches(project, document.id, &edits);
    let words = u32::try_from(count_words(after.as_str())).unwrap_or(u32::MAX);
    let text = TextRef { hash: TextHash::of(after.as_str()), length: after.len(), words };
    let back = edits.inverse(before.as_str());
    let (document, before, gone, why) = (document.id, document.text.hash, Vec::new(), String::new());
    let edit = EditText { document, before, edits, back, text, quotes, gone, why };
    Some(TextPlan { after, touched, edit })
}
