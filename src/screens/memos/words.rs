//! What memos, their kinds and subjects are called, and their words as they are read.

use emic_core::consent::consent_of_subject;
use emic_core::ids::DocumentId;
use emic_core::project::{Consent, Memo, MemoKind, Project, QuotationAt, Relation, Subject};
use emic_view::memos::{Block, Inline, blocks};
use yew::prelude::*;

use crate::i18n::{message, tr};
use crate::route::{CasesPart, Place, Route};
use crate::screens::quotation::shortened;

/// How long the words of a quotation are shown in a line, in code points.
const QUOTED: usize = 70;

/// What a kind of memo is called.
pub fn kind_name(kind: &MemoKind) -> AttrValue {
    match kind {
        MemoKind::Own(words) => words.clone().into(),
        named => message(&format!("memos-kind-{}", named.key()), None),
    }
}

/// What a relation is called, as the first quotation has it.
pub fn relation_name(relation: &Relation) -> AttrValue {
    match relation {
        Relation::Own(words) => words.clone().into(),
        named => message(&format!("links-{}", named.key()), None),
    }
}

/// What something is called in lists of memos: of a quotation its first words. What is withdrawn is not named.
pub fn subject_name(project: &Project, subject: &Subject) -> Option<AttrValue> {
    match subject {
        Subject::Project => Some(tr!("memos-about-project")),
        Subject::Quotation(at) => quoted(project, *at),
        hidden if is_hidden(project, hidden) => Some(tr!("memos-about-withdrawn")),
        other => other.name_in(project).map(|name| name.to_owned().into()),
    }
}

/// Whether something is hidden because who it is of has withdrawn.
pub fn is_hidden(project: &Project, subject: &Subject) -> bool {
    consent_of_subject(project, subject) == Consent::Withdrawn
}

/// The first words of a quotation; of one that is withdrawn, that it is and in which document.
pub fn quoted(project: &Project, at: QuotationAt) -> Option<AttrValue> {
    let quotation = project.quotation(at.document, at.quotation)?;
    let subject = Subject::Quotation(at);
    if is_hidden(project, &subject) {
        return Some(tr!("memos-quoted-withdrawn", document = subject.name_in(project)?));
    }
    Some(in_marks(&quotation.quote.exact))
}

/// The beginning of words that are quoted, in quotation marks.
pub fn in_marks(words: &str) -> AttrValue {
    format!("“{}”", shortened(words, QUOTED)).into()
}

/// What a memo is about in words; nothing of a free one. What is withdrawn is not named.
pub fn about_name(project: &Project, memo: &Memo) -> Option<AttrValue> {
    let about = memo.about.as_ref()?;
    if is_hidden(project, &about.subject) {
        return Some(tr!("memos-about-withdrawn"));
    }
    let gone = || {
        if about.was.is_empty() { tr!("memos-about-gone") } else { tr!("memos-about-was", name = &about.was) }
    };
    Some(subject_name(project, &about.subject).unwrap_or_else(gone))
}

/// What a memo is about in a file that leaves: words that may not be quoted are not in it, their document is named.
pub fn about_in_file(project: &Project, memo: &Memo) -> Option<AttrValue> {
    let subject = &memo.about.as_ref()?.subject;
    if is_hidden(project, subject) || consent_of_subject(project, subject).may_be_quoted() {
        return about_name(project, memo);
    }
    subject.name_in(project).map(|name| name.to_owned().into())
}

/// Where something is to be seen.
pub fn subject_place(project: &Project, subject: &Subject) -> Option<Place> {
    let read = |document: DocumentId, quotation| Some(Place::Read(Some(document), quotation));
    match subject {
        gone if !gone.is_in(project) => None,
        Subject::Document(id) => read(*id, None),
        Subject::Quotation(at) => read(at.document, Some(at.quotation)),
        Subject::Code(id) => Some(Place::Codes(Some(*id))),
        Subject::Case(id) => Some(Place::Cases(CasesPart::Sheet(Some(*id)))),
        Subject::Project | Subject::Unknown(..) => None,
    }
}

/// A way to something, by its name now; only the name if it is not there any more.
pub fn subject_link(project: &Project, subject: &Subject, was: &str) -> Html {
    let name = subject_name(project, subject).unwrap_or_else(|| was.to_owned().into());
    match subject_place(project, subject) {
        Some(place) => html! { <a href={Route::Project(project.id, place).hash()}><bdi>{ name }</bdi></a> },
        None => html! { <bdi class={(!subject.is_in(project)).then_some("memo__gone")}>{ name }</bdi> },
    }
}

/// A memo's words as they are read: elements of the page, never HTML of their own. Their headings are all of one `level` of
/// the page, whatever they look like: which ones are left out is the writer's affair.
pub fn rendered(project: &Project, words: &str, level: u8) -> Html {
    html! { <div class="memo__words serif">{ for blocks(words).iter().map(|block| render(project, block, level)) }</div> }
}

fn render(project: &Project, block: &Block, of: u8) -> Html {
    let inline = |words: &[Inline]| inline(project, words);
    match block {
        // The page's own headings stand above.
        Block::Heading(level, words) => {
            html! { <p class={format!("memo__heading memo__heading--{}", (*level).min(3))} role="heading" aria-level={of.to_string()} dir="auto">{ inline(words) }</p> }
        }
        Block::Paragraph(words) => html! { <p dir="auto">{ inline(words) }</p> },
        Block::Quote(words) => html! { <blockquote dir="auto"><p>{ inline(words) }</p></blockquote> },
        Block::Verbatim(words) => html! { <pre dir="auto">{ words.clone() }</pre> },
        Block::Rule => html! { <hr /> },
        Block::List(numbered, items) => {
            let items = items.iter().map(|item| html! { <li dir="auto">{ inline(item) }</li> });
            if *numbered {
                html! { <ol>{ for items }</ol> }
            } else {
                html! { <ul>{ for items }</ul> }
            }
        }
    }
}

fn inline(project: &Project, words: &[Inline]) -> Html {
    words
        .iter()
        .map(|part| match part {
            Inline::Words(words) => html! { { words.clone() } },
            Inline::Strong(words) => html! { <strong>{ inline(project, words) }</strong> },
            Inline::Stress(words) => html! { <em>{ inline(project, words) }</em> },
            Inline::Verbatim(words) => html! { <code>{ words.clone() }</code> },
            Inline::Link(subject, name) => subject_link(project, subject, name),
        })
        .collect()
}
