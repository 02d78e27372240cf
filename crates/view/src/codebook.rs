//! The codebook as it is reworked: what a merge would do, how versions differ, and the table of content analysis.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::consent::AllLimits;
use emic_core::ids::{CodeId, LevelId};
use emic_core::project::{Code, CodeText, Consent, Document, Level, Project, Quotation, VersionCode};
use emic_core::scope::Scope;
use emic_core::text::{Span, Text, diff};

use crate::before_after::{Fate, Piece};

/// What merging codes into one would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MergePreview {
    /// Quotations that have any of them.
    pub quotations: usize,
    /// Quotations that have one of those that go.
    pub moved: usize,
    /// Quotations that have several of them, and will have one code in place of these.
    pub both: usize,
    /// Codes directly below those that go, by name: they come below the one that stays.
    pub children: Vec<String>,
    /// Those that go and say something in the codebook, by name.
    pub described: Vec<String>,
    /// Examples that come along.
    pub examples: usize,
}

/// What merging `from` into `into` would do.
pub fn merge_preview(project: &Project, into: CodeId, from: &BTreeSet<CodeId>) -> MergePreview {
    let mut preview = MergePreview::default();
    for quotation in project.quotations.values().flat_map(|list| list.iter()) {
        let gone = quotation.codings.iter().filter(|coding| from.contains(&coding.code)).count();
        let kept = usize::from(quotation.coding_of(into).is_some());
        preview.quotations += usize::from(gone + kept > 0);
        preview.moved += usize::from(gone > 0);
        preview.both += usize::from(gone + kept > 1);
    }
    for code in from.iter().filter_map(|id| project.codes.get(id)) {
        let below = project.codes_under(Some(code.id)).into_iter();
        let below = below.filter(|below| below.id != into && !from.contains(&below.id));
        preview.children.extend(below.map(|below| below.name.clone()));
        if CodeText::ALL.into_iter().any(|text| !code.text(text).is_empty()) {
            preview.described.push(code.name.clone());
        }
        let there = |e: &&emic_core::project::Example| project.quotation(e.document, e.quotation).is_some();
        preview.examples += code.sheet.examples.iter().filter(there).count();
    }
    preview
}

/// What happened to a code between two states of the codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeChange {
    /// The code as it was, if it was there.
    pub before: Option<VersionCode>,
    /// The code as it became, if it is there.
    pub after: Option<VersionCode>,
    /// Whether it got another name.
    pub renamed: bool,
    /// Whether it was put under another code.
    pub moved: bool,
    /// Whether it got another level.
    pub relevelled: bool,
    /// The texts that say something else.
    pub redefined: Vec<CodeText>,
}

/// What happened between two states of the codebook, in the order of the later one; what went comes last.
pub fn differences(before: &[VersionCode], after: &[VersionCode]) -> Vec<CodeChange> {
    let old: BTreeMap<CodeId, &VersionCode> = emic_core::sorting::to_map(before.iter().map(|code| (code.id, code)));
    let new = emic_core::sorting::to_set(after.iter().map(|code| code.id));
    let gone = before.iter().filter(|code| !new.contains(&code.id)).map(|code| change(Some(code), None));
    let stayed = after.iter().map(|code| change(old.get(&code.id).copied(), Some(code)));
    let is_one = |change: &CodeChange| {
        let both = change.before.is_some() && change.after.is_some();
        !both || change.renamed || change.moved || change.relevelled || !change.redefined.is_empty()
    };
    stayed.chain(gone).filter(is_one).collect()
}

fn change(before: Option<&VersionCode>, after: Option<&VersionCode>) -> CodeChange {
    let mut change = CodeChange {
        before: before.cloned(),
        after: after.cloned(),
        renamed: false,
        moved: false,
        relevelled: false,
        redefined: Vec::new(),
    };
    if let (Some(before), Some(after)) = (before, after) {
        change.renamed = before.name != after.name;
        change.moved = before.parent != after.parent;
        change.relevelled = before.level != after.level;
        let other = |text: &CodeText| before.texts.get(text) != after.texts.get(text);
        change.redefined = CodeText::ALL.into_iter().filter(other).collect();
    }
    change
}

/// Two wordings as one text: what stayed, what went and what came, in reading order.
pub fn compared(before: &str, after: &str) -> Vec<Piece> {
    let text = Text::new(before);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |fate, words: &str| {
        if !words.is_empty() {
            pieces.push(Piece { fate, words: words.to_owned() });
        }
    };
    match diff(&text, Span::new(0, text.len()), after) {
        Ok(edits) => {
            let mut at = 0;
            for edit in edits.as_slice() {
                push(Fate::Kept, text.slice(Span::new(at, edit.range.start.0)));
                push(Fate::Gone, text.slice(edit.range));
                push(Fate::Come, &edit.insert);
                at = edit.range.end.0;
            }
            push(Fate::Kept, text.slice(Span::new(at, text.len())));
        }
        Err(_) => {
            push(Fate::Gone, before);
            push(Fate::Come, after);
        }
    }
    pieces
}

/// The columns and rows of the table of content analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentTable {
    /// The levels that have columns, the narrowest first.
    pub levels: Vec<Level>,
    /// Whether a code on a quotation has no level of the table, so that codes want a column of their own.
    pub code_column: bool,
    /// A row for each code on each quotation, and one for a quotation without a code.
    pub rows: Vec<ContentRow>,
}

/// One code on one quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentRow {
    /// The document that it stands in.
    pub document: Rc<Document>,
    /// The quotation.
    pub quotation: Rc<Quotation>,
    /// What may be done with its words.
    pub consent: Consent,
    /// The code.
    pub code: Option<Rc<Code>>,
    /// The code and what it stands under, each in the column of its level; more than one where several have it.
    pub above: Vec<Vec<Rc<Code>>>,
    /// What it stands under that has no level of the table, from the top.
    pub others: Vec<Rc<Code>>,
    /// Whether the row before is of the same quotation.
    pub again: bool,
}

impl ContentTable {
    /// How many quotations have words that may not be quoted, by what holds for them.
    pub fn blocked(&self) -> BTreeMap<Consent, usize> {
        let mut blocked = BTreeMap::new();
        for row in self.rows.iter().filter(|row| !row.again && !row.consent.may_be_quoted()) {
            *blocked.entry(row.consent).or_default() += 1;
        }
        blocked
    }
}

/// The table of content analysis for what a scope holds of a project.
pub fn content_table(project: &Project, scope: &Scope) -> ContentTable {
    let levels = project.meta.book.levels.clone();
    let within = scope.within(project);
    let limits = AllLimits::of(project);
    let mut rows = Vec::new();
    for (document, quotation) in emic_core::query::quotations_in(project, scope) {
        let consent = limits.at(document.id, quotation.span());
        let codes: Vec<Option<Rc<Code>>> = match within.codings(&quotation).collect::<Vec<_>>() {
            codings if codings.is_empty() => vec![None],
            codings => codings.iter().map(|coding| project.codes.get(&coding.code).cloned()).collect(),
        };
        for (n, code) in codes.into_iter().enumerate() {
            let line = code.as_ref().map(|code| above(project, code)).unwrap_or_default();
            let at = |level: Option<LevelId>| levels.iter().position(|own| Some(own.id) == level);
            let mut above = vec![Vec::new(); levels.len()];
            let mut others = Vec::new();
            for (n, code) in line.into_iter().enumerate() {
                match at(code.sheet.level) {
                    Some(column) => above[column].push(code),
                    None if n > 0 => others.insert(0, code),
                    None => {}
                }
            }
            let (document, quotation) = (Rc::clone(&document), Rc::clone(&quotation));
            rows.push(ContentRow { document, quotation, consent, code, above, others, again: n > 0 });
        }
    }
    let in_no_level = |code: &Rc<Code>| !levels.iter().any(|level| Some(level.id) == code.sheet.level);
    let code_column = rows.iter().filter_map(|row: &ContentRow| row.code.as_ref()).any(in_no_level);
    ContentTable { levels, code_column, rows }
}

/// A code and what it stands under, from itself to the top.
fn above(project: &Project, code: &Rc<Code>) -> Vec<Rc<Code>> {
    let mut line = vec![Rc::clone(code)];
    while let Some(above) = line.last().and_then(|last| project.codes.get(&last.parent?)) {
        if line.iter().any(|code| code.id == above.id) {
            break;
        }
        line.push(Rc::clone(above));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{project_of_codes, quotation};
    use emic_core::edit::codes_now;
    use emic_core::ids::DocumentId;
    use emic_core::project::{Colour, QuotationList};

    fn id(n: u128) -> CodeId {
        CodeId::from_number(n)
    }

    #[test]
    fn a_preview_of_a_merge_counts_each_quotation_once() {
        let mut project = project_of_codes(&[(1, "A", 0), (2, "B", 0), (3, "C", 2), (4, "D", 0)]);
        let list = [(1, vec![1, 2]), (2, vec![2]), (3, vec![1]), (4, vec![4]), (5, vec![2, 3])];
        let list = list.into_iter().map(|(n, codes)| quotation(n, Span::new(n as u32, 20), &codes)).collect();
        project.quotations.set(DocumentId::from_number(1), Some(Rc::new(QuotationList::from_unsorted(list))));
        let preview = merge_preview(&project, id(1), &BTreeSet::from([id(2)]));
        assert_eq!((preview.quotations, preview.moved, preview.both), (4, 3, 1));
        assert_eq!(preview.children, ["C"]);
        let preview = merge_preview(&project, id(1), &BTreeSet::from([id(2), id(3)]));
        assert_eq!((preview.quotations, preview.moved, preview.both), (4, 3, 2));
        assert!(preview.children.is_empty());
    }

    #[test]
    fn versions_are_compared_code_by_code() {
        let mut before = project_of_codes(&[(1, "A", 0), (2, "B", 1), (3, "C", 1), (4, "D", 0)]);
        let reword = |project: &mut Project, n, change: &dyn Fn(&mut Code)| {
            let mut code = (**project.codes.get(&id(n)).unwrap()).clone();
            change(&mut code);
            project.codes.set(id(n), Some(Rc::new(code)));
        };
        let mut after = before.clone();
        reword(&mut before, 3, &|code| code.definition = "All that burns.".into());
        reword(&mut after, 2, &|code| (code.name, code.parent) = ("Bee".into(), None));
        reword(&mut after, 3, &|code| (code.definition, code.colour) = ("All that burnt.".into(), Colour::nth(7)));
        after.codes.set(id(4), None);
        after.codes.set(id(5), Some(crate::samples::code(5, "E", 0)));
        let drawn: Vec<_> = differences(&codes_now(&before), &codes_now(&after))
            .into_iter()
            .map(|change| {
                let name = |code: &Option<VersionCode>| code.as_ref().map_or("-".to_owned(), |code| code.name.clone());
                let marks = [(change.renamed, "renamed"), (change.moved, "moved")];
                let marks: Vec<_> = marks.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
                format!("{}>{} {:?} {:?}", name(&change.before), name(&change.after), marks, change.redefined)
            })
            .collect();
        assert_eq!(drawn, ["C>C [] [Definition]", "B>Bee [\"renamed\", \"moved\"] []", "->E [] []", "D>- [] []",]);
        let words: String = compared("All that burns.", "All that burnt, too.")
            .iter()
            .map(|piece| format!("{:?}:{} ", piece.fate, piece.words))
            .collect();
        assert_eq!(words, "Kept:All that  Gone:burns Come:burnt, too Kept:. ");
        assert_eq!(compared("", "x"), [Piece { fate: Fate::Come, words: "x".into() }]);
    }

    #[test]
    fn the_table_has_each_code_in_the_column_of_its_level() {
        let mut project = project_of_codes(&[(1, "Theme", 0), (2, "Group", 1), (3, "code", 2), (4, "other", 0)]);
        let level =
            |n: u128, name: &str| Level { id: LevelId::from_number(n), name: name.into(), extra: Default::default() };
        let mut meta = (*project.meta).clone();
        Rc::make_mut(&mut meta.book).levels = vec![level(1, "Code"), level(2, "Theme")];
        project.meta = Rc::new(meta);
        for (n, of) in [(3, 1), (1, 2)] {
            let mut code = (**project.codes.get(&id(n)).unwrap()).clone();
            Rc::make_mut(&mut code.sheet).level = Some(LevelId::from_number(of));
            project.codes.set(id(n), Some(Rc::new(code)));
        }
        let text = Text::new("Some words that were said.");
        let document = emic_document(&text);
        let list = [(1, vec![3, 4]), (2, vec![])].map(|(n, codes)| quotation(n, Span::new(n as u32, 9), &codes));
        project.quotations.set(document.id, Some(Rc::new(QuotationList::from_unsorted(list.to_vec()))));
        project.documents.set(document.id, Some(Rc::new(document)));
        let table = content_table(&project, &Scope::everything());
        let drawn: Vec<_> = table
            .rows
            .iter()
            .map(|row| {
                let names =
                    |codes: &[Rc<Code>]| codes.iter().map(|code| code.name.clone()).collect::<Vec<_>>().join(",");
                let above: Vec<_> = row.above.iter().map(|codes| names(codes)).collect();
                format!("{} {above:?} {} {}", row.quotation.id.0.as_u128(), names(&row.others), row.again)
            })
            .collect();
        assert_eq!(drawn, ["1 [\"code\", \"Theme\"] Group false", "1 [\"\", \"\"]  true", "2 [\"\", \"\"]  false",]);
        assert!(table.code_column, "a code has no level");
        for code in project.codes.values().map(|code| (**code).clone()).collect::<Vec<_>>() {
            let sheet = Rc::new(emic_core::project::CodeSheet {
                level: code.sheet.level.or(Some(project.meta.book.levels[0].id)),
                ..(*code.sheet).clone()
            });
            project.codes.set(code.id, Some(Rc::new(Code { sheet, ..code })));
        }
        assert!(!content_table(&project, &Scope::everything()).code_column, "each stands in the column of its level");
    }

    #[test]
    fn a_row_says_what_may_be_done_with_its_words_and_what_is_withdrawn_has_none() {
        let mut project = project_of_codes(&[(1, "A", 0), (2, "B", 0)]);
        let document = emic_document(&Text::new("Some words that were said, and some more of them."));
        let list = Consent::ALL.iter().enumerate().map(|(n, consent)| {
            let span = Span::new(n as u32 * 10, n as u32 * 10 + 9);
            Rc::new(Quotation { consent: *consent, ..(*quotation(n as u128 + 1, span, &[1, 2])).clone() })
        });
        // Part of what is off the record.
        let list = list.chain([quotation(5, Span::new(22, 25), &[])]).collect();
        project.quotations.set(document.id, Some(Rc::new(QuotationList::from_unsorted(list))));
        project.documents.set(document.id, Some(Rc::new(document)));
        let table = content_table(&project, &Scope::everything());
        let rows: Vec<_> = table.rows.iter().map(|row| (row.quotation.id.0.as_u128(), row.consent)).collect();
        let (quote, told, off) = (Consent::Quote, Consent::Paraphrase, Consent::OffRecord);
        assert_eq!(rows, [(1, quote), (1, quote), (2, told), (2, told), (3, off), (3, off), (5, off)]);
        assert_eq!(table.blocked(), BTreeMap::from([(told, 1), (off, 2)]), "each quotation counts once");
    }

    fn emic_document(text: &Text) -> Document {
        use emic_core::project::{DocumentKind, Source, TextRef};
        use emic_core::text::TextHash;
        let text = TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words: 5 };
        Document {
            id: DocumentId::from_number(1),
            title: "Talk".into(),
            kind: DocumentKind::Interview,
            folder: None,
            rank: emic_core::rank::Rank::nth(0),
            text,
            case: None,
            structure: Default::default(),
            source: Source {
                file_name: None,
                format: "text".into(),
                encoding: None,
                imported: text,
                edits: Default::default(),
                original: None,
                extra: Default::default(),
            },
            revisions: Default::default(),
            created: crate::samples::stamp(),
            changed: Default::default(),
            extra: Default::default(),
        }
    }
}
