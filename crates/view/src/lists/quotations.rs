//! Quotations found again: grouped by document, each with what stands around it.

use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::project::{Document, Project, Quotation};
use emic_core::query::{quotations_with, quotations_without_code, with_subcodes};
use emic_core::text::{CONTEXT, Pos, Span, Text, grapheme_snap};

/// The quotations of one document that were asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct RetrievalGroup {
    /// The document.
    pub document: Rc<Document>,
    /// Its quotations in reading order; at least one.
    pub quotations: Vec<Rc<Quotation>>,
}

/// The quotations that have a code (or, with `subcodes`, any below it), or those without any code for `None`; document
/// by document in the order of the tree.
pub fn retrieval(project: &Project, code: Option<CodeId>, subcodes: bool) -> Vec<RetrievalGroup> {
    let found = match code {
        None => quotations_without_code(project),
        Some(code) if subcodes => quotations_with(project, &with_subcodes(project, code)),
        Some(code) => quotations_with(project, &BTreeSet::from([code])),
    };
    let mut groups: Vec<RetrievalGroup> = Vec::new();
    for (document, quotation) in found {
        match groups.last_mut() {
            Some(last) if last.document.id == document.id => last.quotations.push(quotation),
            _ => groups.push(RetrievalGroup { document, quotations: vec![quotation] }),
        }
    }
    groups
}

/// A quotation's words with what stands around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before, whole words; empty at the start of the text.
    pub before: String,
    /// The quotation's words.
    pub words: String,
    /// What stands after, whole words.
    pub after: String,
    /// Whether the text goes on before.
    pub more_before: bool,
    /// Whether the text goes on after.
    pub more_after: bool,
    /// The number of the paragraph that it starts in; `None` while the text is not at hand, and in a blank paragraph.
    pub paragraph: Option<u32>,
}

/// Cuts out a quotation with about `context` code points on each side, in whole words. Without the text it makes do
/// with the words that the quotation carries itself.
pub fn excerpt(quotation: &Quotation, text: Option<&Text>, context: u32) -> Excerpt {
    let Some(text) = text else {
        let quote = &quotation.quote;
        // Less than could be kept: the text begins or ends there.
        let full = |part: &str| part.chars().count() >= CONTEXT as usize;
        let (more_before, more_after) = (full(&quote.prefix), full(&quote.suffix));
        return Excerpt {
            before: without_first_part(&quote.prefix, more_before),
            words: quote.exact.to_string(),
            after: without_last_part(&quote.suffix, more_after),
            more_before,
            more_after,
            paragraph: None,
        };
    };
    let span = text.clamp(quotation.span());
    let from = whole(text, Pos(span.start.0.saturating_sub(context)));
    let to = whole(text, Pos(span.end.0.saturating_add(context)).min(text.end())).max(span.end);
    let (more_before, more_after) = (from.0 > 0, to < text.end());
    // A word is cut where no space stands beside the cut.
    let before = text.slice(Span::new(from.0.saturating_sub(1), from.0));
    let after = text.slice(Span::new(to.0, to.0.saturating_add(1)));
    let in_word = |beside: &str| !beside.chars().all(char::is_whitespace);
    Excerpt {
        before: without_first_part(text.slice(Span::between(from, span.start)), more_before && in_word(before)),
        words: text.slice(span).to_owned(),
        after: without_last_part(text.slice(Span::between(span.end, to)), more_after && in_word(after)),
        more_before,
        more_after,
        paragraph: text.paragraph_number(text.paragraph_at(span.start)),
    }
}

fn whole(text: &Text, pos: Pos) -> Pos {
    grapheme_snap(text, Span { start: pos, end: pos }).start
}

/// Without the rest of a word at the start (where there are no spaces, as in Japanese, all is kept), and without spaces
/// there.
fn without_first_part(words: &str, cut: bool) -> String {
    let from = words.find(char::is_whitespace).filter(|_| cut).unwrap_or(0);
    words[from..].trim_start().to_owned()
}

/// The same at the end.
fn without_last_part(words: &str, cut: bool) -> String {
    let to = words.rfind(char::is_whitespace).filter(|_| cut).unwrap_or(words.len());
    words[..to].trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{any_text, document, project_of_codes, quotation};
    use emic_core::ids::DocumentId;
    use emic_core::project::QuotationList;
    use emic_core::text::Quote;
    use proptest::prelude::*;

    fn drawn(text: &str, start: u32, end: u32, context: u32) -> String {
        let excerpt = excerpt(&quotation(1, Span::new(start, end), &[]), Some(&Text::new(text)), context);
        let dots = |more: bool| if more { "…" } else { "" };
        let Excerpt { before, words, after, more_before, more_after, paragraph } = excerpt;
        format!("{}{before}[{words}]{after}{} {paragraph:?}", dots(more_before), dots(more_after))
    }

    #[test]
    fn excerpts_have_whole_words() {
        let text = "So we left. The bags were heavy then.\n\nNo.";
        for (start, end, context, expected) in [
            (16, 20, 0, "…[bags]… Some(1)"),
            (16, 20, 3, "…[bags]… Some(1)"),
            (16, 20, 4, "…The [bags]… Some(1)"),
            (16, 20, 5, "…The [bags] were… Some(1)"),
            (16, 20, 8, "…The [bags] were… Some(1)"),
            (16, 20, 99, "So we left. The [bags] were heavy then.\n\nNo. Some(1)"),
            (39, 42, 7, "…then.\n\n[No.] Some(2)"),
            (0, 2, 4, "[So] we… Some(1)"),
            (38, 38, 0, "…[]… None"),
            (39, 99, 0, "…[No.] Some(2)"),
        ] {
            assert_eq!(drawn(text, start, end, context), expected, "{start}..{end} {context}");
        }
        assert_eq!(drawn("日本語日本語", 2, 4, 1), "…本[語日]本… Some(1)");
        assert_eq!(drawn("🇸🇾🇸🇾x", 4, 5, 1), "…🇸🇾[x] Some(1)", "no flag is torn");
    }

    #[test]
    fn without_the_text_the_quotation_says_what_it_can() {
        let text = Text::new("and so we left them there on the other side of the river");
        let mut quoted = (*quotation(1, Span::new(39, 43), &[])).clone();
        quoted.quote = Quote::of(&text, quoted.span());
        let found = excerpt(&quoted, None, 60);
        assert_eq!(
            (&*found.before, &*found.words, &*found.after),
            ("left them there on the other ", "side", " of the river")
        );
        assert!(found.more_before && !found.more_after);
    }

    #[test]
    fn quotations_are_found_with_or_without_what_is_below() {
        let mut project = project_of_codes(&[(1, "Theme", 0), (2, "a", 1), (3, "b", 0)]);
        let text = Text::new("some words of somebody");
        for (n, quotations) in [
            (1, vec![quotation(1, Span::new(9, 12), &[2]), quotation(2, Span::new(0, 4), &[1, 2])]),
            (2, vec![quotation(3, Span::new(0, 4), &[3]), quotation(4, Span::new(0, 9), &[])]),
        ] {
            let id = DocumentId::from_number(n);
            project.documents.set(id, Some(Rc::new(document(n, "d", 0, &text, vec![]))));
            project.quotations.set(id, Some(Rc::new(QuotationList::from_unsorted(quotations))));
        }
        let found = |code: Option<u128>, subcodes| {
            retrieval(&project, code.map(CodeId::from_number), subcodes)
                .iter()
                .map(|group| {
                    let ids = group.quotations.iter().map(|quotation| quotation.id.0.as_u128()).collect::<Vec<_>>();
                    (group.document.id.0.as_u128(), ids)
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(found(Some(1), true), [(1, vec![2, 1])]);
        assert_eq!(found(Some(1), false), [(1, vec![2])]);
        assert_eq!(found(None, true), [(2, vec![4])]);
        assert_eq!(found(Some(9), true), []);
    }

    proptest! {
        #[test]
        fn an_excerpt_is_what_stands_there(raw in any_text(), a in any::<u32>(), b in any::<u32>(), context in 0..40u32) {
            let text = Text::new(raw);
            let span = Span::new(a % (text.len() + 1), b % (text.len() + 1));
            let found = excerpt(&quotation(1, span, &[]), Some(&text), context);
            let (before, after) = (text.slice(Span::new(0, span.start.0)), text.slice(Span::new(span.end.0, text.len())));
            prop_assert_eq!(&found.words, text.slice(span));
            prop_assert!(before.ends_with(&found.before) && after.starts_with(&found.after));
            prop_assert!(found.after.chars().count() as u32 <= context);
            let all = excerpt(&quotation(1, span, &[]), Some(&text), u32::MAX);
            prop_assert_eq!((all.before.as_str(), all.after.as_str()), (before.trim_start(), after.trim_end()));
            prop_assert!(!all.more_before && !all.more_after);
        }
    }
}
