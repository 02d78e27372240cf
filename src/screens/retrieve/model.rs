//! What is asked for, and what is found.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use emic_core::consent::Limits;
use emic_core::ids::{CodeId, QuotationId};
use emic_core::project::{Consent, Project};
use emic_core::query::{Found, quotations_in, quotations_with, quotations_without_code, with_subcodes};
use emic_core::scope::Scope;
use emic_core::text::{CONTEXT, Pos, Span, Text};

/// Which quotations are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Choice {
    /// All there are.
    #[default]
    All,
    /// Those without a code.
    Without,
    /// Those of a code.
    Code(CodeId),
}

/// The quotations of a choice in a scope, document by document in the order of the tree.
pub fn find(project: &Project, choice: Choice, subcodes: bool, scope: &Scope) -> Vec<Found> {
    match choice {
        Choice::All => quotations_in(project, scope),
        Choice::Without => quotations_without_code(project, scope),
        Choice::Code(code) if subcodes => quotations_with(project, &with_subcodes(project, code), scope),
        Choice::Code(code) => quotations_with(project, &BTreeSet::from([code]), scope),
    }
}

/// How many quotations of a scope each choice finds; those that find none are left out.
pub fn counts(project: &Project, subcodes: bool, scope: &Scope) -> BTreeMap<Choice, usize> {
    let mut counts = BTreeMap::new();
    let mut above: BTreeMap<CodeId, Rc<[CodeId]>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let within = scope.within(project);
    let quotations = project.quotations.values().flat_map(|list| list.iter());
    for quotation in quotations.filter(|quotation| within.contains_quotation(quotation)) {
        *counts.entry(Choice::All).or_default() += 1;
        if quotation.codings.is_empty() {
            *counts.entry(Choice::Without).or_default() += 1;
        }
        seen.clear();
        for coding in within.codings(quotation) {
            seen.insert(coding.code);
            if subcodes {
                let path = above.entry(coding.code).or_insert_with(|| codes_above(project, coding.code));
                seen.extend(path.iter().copied());
            }
        }
        for code in &seen {
            *counts.entry(Choice::Code(*code)).or_default() += 1;
        }
    }
    counts
}

fn codes_above(project: &Project, code: CodeId) -> Rc<[CodeId]> {
    let mut path = Vec::new();
    let mut next = project.codes.get(&code).and_then(|code| code.parent);
    while let Some(id) = next.filter(|_| path.len() <= project.codes.len()) {
        path.push(id);
        next = project.codes.get(&id).and_then(|code| code.parent);
    }
    path.into()
}

/// How many quotations are made as one part of the list.
pub const PART: usize = 8;

/// The parts that a list of `len` quotations has.
pub fn parts(len: usize) -> impl Iterator<Item = Range<usize>> {
    (0..len.div_ceil(PART)).map(move |part| part * PART..((part + 1) * PART).min(len))
}

/// The part that holds a quotation; the first if none does.
pub fn part_of(found: &[Found], quotation: Option<QuotationId>) -> usize {
    quotation.and_then(|id| found.iter().position(|(_, quotation)| quotation.id == id)).unwrap_or(0) / PART
}

/// What stands around a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// What stands before it.
    pub before: String,
    /// What stands after it.
    pub after: String,
    /// The paragraph that it begins in, as people count them.
    pub paragraph: Option<u32>,
}

/// How many code points of context are shown on each side.
const AROUND: u32 = 140;

/// Whether some of what stands before a quotation, and after it, is hidden because who said it has withdrawn.
pub fn hidden_around(limits: &Limits, span: Span) -> (bool, bool) {
    let around = AROUND.max(CONTEXT);
    let before = Span::new(span.start.0.saturating_sub(around), span.start.0);
    let after = Span::new(span.end.0, span.end.0.saturating_add(around));
    let hidden = |part: Span| !part.is_empty() && limits.at(part) == Consent::Withdrawn;
    (hidden(before), hidden(after))
}

/// What stands around `span` in its text, cut between words.
pub fn around(text: &Text, span: Span) -> Around {
    let from = span.start.0.saturating_sub(AROUND);
    let before = text.slice(Span::new(from, span.start.0));
    let to = span.end.0.saturating_add(AROUND);
    let after = text.slice(Span::new(span.end.0, to));
    let before = match before.split_once(char::is_whitespace) {
        Some((_, rest)) if from > 0 => format!("… {rest}"),
        _ => before.to_owned(),
    };
    let after = match after.rsplit_once(char::is_whitespace) {
        Some((rest, _)) if Pos(to) < text.end() => format!("{rest} …"),
        _ => after.to_owned(),
    };
    Around { before, after, paragraph: text.paragraph_number(text.paragraph_at(span.start)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use emic_core::edit::{Edit, apply};
    use emic_core::ids::{CoderId, CodingId, DocumentId, ProjectId};
    use emic_core::project::Colour;
    use emic_core::text::Quote;
    use emic_core::time::{Stamp, Timestamp};

    /// Violence with Checkpoints below it, and Family; one quotation with the first two, one with Checkpoints, one
    /// with Family, one without.
    fn project() -> Project {
        let mut project = Project::new(ProjectId::from_number(1), "Study".into(), Timestamp(0));
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        let document = DocumentId::from_number(1);
        let code = CodeId::from_number;
        let add = |n, name: &str, parent| Edit::AddCode {
            id: code(n),
            name: name.into(),
            parent,
            before: None,
            colour: Colour::nth(0),
        };
        let mark = |n: u32| Edit::MarkQuotation {
            id: QuotationId::from_number(n.into()),
            document,
            span: Span::new(n * 2, n * 2 + 1),
            quote: Quote { exact: "x".into(), prefix: "".into(), suffix: "".into() },
        };
        let put = |n, on, c| Edit::ApplyCode {
            id: CodingId::from_number(n),
            document,
            quotation: QuotationId::from_number(on),
            code: code(c),
        };
        let text = crate::screens::documents::samples::a_document(1, "P01", 10);
        for edit in [
            add(1, "Violence", None),
            add(2, "Checkpoints", Some(code(1))),
            add(3, "Family", None),
            Edit::AddDocument(Box::new(text)),
            mark(1),
            mark(2),
            mark(3),
            mark(4),
            put(1, 1, 1),
            put(2, 1, 2),
            put(3, 2, 2),
            put(4, 3, 3),
        ] {
            project = apply(&project, &edit, stamp).unwrap().0;
        }
        project
    }

    #[test]
    fn counts_are_what_is_found() {
        let project = project();
        let choices = [Choice::All, Choice::Without].into_iter();
        for choice in choices.chain([1, 2, 3, 4].map(|n| Choice::Code(CodeId::from_number(n)))) {
            for subcodes in [false, true] {
                for scope in
                    [Scope::everything(), Scope { codes: BTreeSet::from([CodeId::from_number(2)]), ..Scope::default() }]
                {
                    let count = counts(&project, subcodes, &scope).get(&choice).copied().unwrap_or_default();
                    assert_eq!(
                        find(&project, choice, subcodes, &scope).len(),
                        count,
                        "{choice:?} {subcodes} {scope:?}"
                    );
                }
            }
        }
        let all = Scope::everything();
        let violence = Choice::Code(CodeId::from_number(1));
        assert_eq!((find(&project, violence, false, &all).len(), find(&project, violence, true, &all).len()), (1, 2));
        assert_eq!(
            (find(&project, Choice::All, true, &all).len(), find(&project, Choice::Without, true, &all).len()),
            (4, 1)
        );
    }

    #[test]
    fn a_list_is_made_in_parts() {
        assert_eq!(parts(0).count(), 0);
        assert_eq!(parts(18).collect::<Vec<_>>(), [0..8, 8..16, 16..18]);
        let found = find(&project(), Choice::All, true, &Scope::everything());
        assert_eq!(part_of(&found, None), 0);
    }

    #[test]
    fn context_is_cut_between_words() {
        let long = format!("{}\nThe children draw tanks now. {}", "word ".repeat(60), "after ".repeat(60));
        let text = Text::new(long);
        let at = 301;
        let found = around(&text, Span::new(at, at + 28));
        assert!(found.before.starts_with("… word ") && found.before.ends_with("word \n"), "{}", found.before);
        assert!(found.after.starts_with(" after") && found.after.ends_with("after …"), "{}", found.after);
        assert_eq!(found.paragraph, Some(2));
        let whole = around(&Text::new("so short"), Span::new(3, 8));
        assert_eq!((&*whole.before, &*whole.after, whole.paragraph), ("so ", "", Some(1)));
    }
}
