//! The sample study is what it promises to be, and the file in `web` is made of the folder as it stands.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use emic_core::ids::CoderId;
use emic_core::paper::check;
use emic_core::project::{
    Asked, Asks, AttributeKind, BlockKind, Code, Consent, Document, DocumentKind, Quotation, Role, links_in,
};
use emic_core::text::{TextHash, canonical};
use emic_formats::project::{Loaded, read, write, write_parts};
use emic_readers::text::decode;

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn folder() -> PathBuf {
    at("examples/sample-study")
}

fn bytes() -> Vec<u8> {
    emic_sample::build(&folder()).unwrap_or_else(|fault| panic!("{fault}"))
}

fn loaded() -> Loaded {
    read(&bytes()).unwrap()
}

fn text<'l>(loaded: &'l Loaded, hash: &TextHash) -> Option<&'l Rc<str>> {
    loaded.texts.get(hash)
}

fn quotations(loaded: &Loaded) -> Vec<Rc<Quotation>> {
    loaded.project.quotations.values().flat_map(|list| list.iter().cloned()).collect()
}

fn coder(loaded: &Loaded, name: &str) -> CoderId {
    loaded.project.coders.values().find(|coder| coder.name == name).unwrap().id
}

fn spans_of(quotations: &[Rc<Quotation>], document: &Document, coder: CoderId) -> Vec<(u32, u32)> {
    let of = |q: &&Rc<Quotation>| q.document == document.id && q.coder() == coder;
    quotations.iter().filter(of).map(|q| (q.span().start.0, q.span().end.0)).collect()
}

#[test]
fn the_file_in_web_is_up_to_date() {
    let checked_in = std::fs::read(at("web/sample-study.json")).unwrap_or_default();
    assert!(bytes() == checked_in, "examples/sample-study was changed since: run `cargo xtask sample`");
}

#[test]
fn it_is_small_enough_to_be_fetched_when_asked_for() {
    assert!(bytes().len() < 520_000, "{} bytes", bytes().len());
}

#[test]
fn it_is_read_without_repairs_and_written_as_it_was() {
    let made = bytes();
    let loaded = read(&made).unwrap();
    assert_eq!(loaded.issues, []);
    let texts = |hash: &TextHash| text(&loaded, hash).cloned();
    let written = write_parts(&loaded.project, &loaded.history, &texts, "0.1.0");
    assert_eq!((written.without_text, written.without_original), (vec![], vec![]));
    let mut again = serde_json::to_vec(&written.file).unwrap();
    again.push(b'\n');
    assert!(again == made, "written again, it has other bytes");
    // What the app exports of it is read as the same project.
    let exported = write(&loaded.project, &loaded.history, &texts, "0.1.0").unwrap().file;
    assert_eq!(read(&exported).unwrap(), loaded);
}

#[test]
fn its_texts_are_what_an_import_would_make_of_the_files() {
    let loaded = loaded();
    let mut files = BTreeSet::new();
    for entry in std::fs::read_dir(folder().join("texts")).unwrap() {
        let path = entry.unwrap().path();
        let raw = std::fs::read(&path).unwrap();
        let decoded = decode(&raw, None).unwrap();
        assert_eq!((decoded.issues, decoded.replaced), (vec![], 0), "{path:?}");
        assert_eq!(canonical(std::str::from_utf8(&raw).unwrap()), decoded.text);
        assert!(text(&loaded, &TextHash::of(&decoded.text)).is_some(), "{path:?} is no document");
        files.insert(path);
    }
    assert_eq!(files.len(), loaded.project.documents.len());
}

#[test]
fn its_documents_are_as_many_and_as_long_as_promised() {
    let loaded = loaded();
    let documents: Vec<_> = loaded.project.documents.values().collect();
    let of_kind = |kind| documents.iter().filter(|document| document.kind == kind).count();
    assert!(of_kind(DocumentKind::Interview) >= 8);
    assert_eq!(of_kind(DocumentKind::FieldNote), 1);
    let mut arabic = 0;
    for document in &documents {
        assert!((800..=1400).contains(&document.text.words), "{}: {} words", document.title, document.text.words);
        let words = text(&loaded, &document.text.hash).unwrap();
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        let of_arabic = words.chars().filter(|c| c.is_alphabetic() && ('\u{600}'..='\u{6ff}').contains(c)).count();
        if of_arabic * 2 > letters {
            arabic += 1;
            assert!(of_arabic * 100 > letters * 98, "{}: {of_arabic} of {letters} letters", document.title);
        }
        let folder = document.folder.and_then(|id| loaded.project.folders.get(&id));
        assert!(folder.is_some(), "{} lies in no folder", document.title);
    }
    assert_eq!(arabic, 2);
    let notes = documents.iter().find(|document| document.kind == DocumentKind::FieldNote).unwrap();
    assert!(notes.structure.blocks.iter().any(|block| block.kind == BlockKind::Heading(2)));
    assert!(notes.structure.blocks.iter().any(|block| block.kind == BlockKind::ListItem));
}

#[test]
fn every_turn_of_an_interview_says_who_speaks() {
    let loaded = loaded();
    for document in loaded.project.documents.values().filter(|d| d.kind == DocumentKind::Interview) {
        let words = text(&loaded, &document.text.hash).unwrap();
        let turns: Vec<_> = words.lines().skip(1).filter(|line| !line.is_empty()).collect();
        let labels: Vec<_> = turns.iter().map(|turn| turn.split_once(": ").map_or(*turn, |(label, _)| label)).collect();
        let different: BTreeSet<_> = labels.iter().collect();
        assert_eq!(different.len(), 2, "{}: {different:?}", document.title);
        assert!(labels.windows(2).all(|pair| pair[0] != pair[1]), "{}: a turn without an answer", document.title);
        assert!(labels.len() >= 20, "{}", document.title);
    }
}

#[test]
fn its_participants_speak_in_their_interviews_and_were_asked_the_guide() {
    let loaded = loaded();
    let project = &loaded.project;
    assert_eq!((project.questions.len(), project.attributes.len(), project.cases.len()), (8, 7, 8));
    let mut times_asked = std::collections::BTreeMap::new();
    let mut unknown = 0;
    for case in project.cases.values() {
        let own: Vec<_> = project.documents.values().filter(|document| document.case == Some(case.id)).collect();
        let [document] = own[..] else { panic!("{} has {} documents", case.name, own.len()) };
        let structure = &document.structure;
        let roles: Vec<_> = structure.speakers.iter().map(|who| (who.role, who.case)).collect();
        assert_eq!(roles, [(Role::Interviewer, None), (Role::Participant, Some(case.id))], "{}", document.title);
        assert!(structure.turns.len() >= 20, "{}", document.title);
        for turn in &structure.turns {
            if let Some(Asks { what: Asked::Guide(question), confirmed: true }) = turn.asks {
                *times_asked.entry(question).or_insert(0) += 1;
            }
        }
        unknown += project.attributes.len() - case.values.len();
    }
    // Every question was asked, and not all of them of everybody; of one participant something is not known.
    assert_eq!(times_asked.len(), 8);
    assert!(times_asked.values().any(|times| *times < 8) && times_asked.values().any(|times| *times == 8));
    assert_eq!(unknown, 1);
}

#[test]
fn its_codebook_has_three_levels_all_defined_and_the_codes_are_used() {
    let loaded = loaded();
    let codes: Vec<&Rc<Code>> = loaded.project.codes.values().collect();
    let themes = loaded.project.codes_under(None);
    assert_eq!(themes.len(), 3);
    for theme in &themes {
        let categories = loaded.project.codes_under(Some(theme.id));
        assert!(!categories.is_empty());
        for category in categories {
            assert!(!loaded.project.codes_under(Some(category.id)).is_empty(), "{}", category.name);
        }
    }
    let names: BTreeSet<_> = codes.iter().map(|code| &code.name).collect();
    assert_eq!(names.len(), codes.len(), "names are said once");
    assert!(codes.iter().all(|code| code.definition.chars().count() > 30), "a code is hardly defined");
    let limits = codes.iter().filter(|code| code.definition.contains("Not for") || code.definition.contains("Use "));
    assert!(limits.count() >= 6, "definitions that say when not to use a code");

    let used: BTreeSet<_> = quotations(&loaded)
        .iter()
        .flat_map(|q| q.codings.iter().map(|coding| coding.code).collect::<Vec<_>>())
        .collect();
    let leaves: Vec<_> = codes.iter().filter(|code| code.definition.len() > 30 && depth(&loaded, code) >= 3).collect();
    assert!((25..=35).contains(&leaves.len()), "{} codes", leaves.len());
    let idle: Vec<_> = leaves.iter().filter(|code| !used.contains(&code.id)).map(|code| &code.name).collect();
    assert!(idle.is_empty(), "never used: {idle:?}");
}

fn depth(loaded: &Loaded, code: &Code) -> usize {
    loaded.project.code_path(code.id).len()
}

#[test]
fn it_is_coded_by_two_who_agree_in_part() {
    let loaded = loaded();
    let quotations = quotations(&loaded);
    assert!(quotations.len() >= 120);
    let (lm, ts) = (coder(&loaded, "LM"), coder(&loaded, "TS"));
    let documents: Vec<_> = loaded.project.documents.values().collect();
    let coded = |by| documents.iter().filter(|d| !spans_of(&quotations, d, by).is_empty()).count();
    assert_eq!((coded(lm), coded(ts)), (6, 3));

    let (mut same, mut overlapping, mut alone) = (0, 0, 0);
    for document in &documents {
        let of_lm = spans_of(&quotations, document, lm);
        for span in spans_of(&quotations, document, ts) {
            let meets = |other: &&(u32, u32)| other.0 < span.1 && span.0 < other.1;
            if of_lm.contains(&span) {
                same += 1;
            } else if of_lm.iter().any(|other| meets(&other)) {
                overlapping += 1;
            } else {
                alone += 1;
            }
        }
    }
    assert!(same >= 5 && overlapping >= 15 && alone >= 5, "{same} same, {overlapping} overlapping, {alone} alone");

    let nested = |outer: &Rc<Quotation>| {
        quotations.iter().any(|inner| {
            let (o, i) = (outer.span(), inner.span());
            outer.document == inner.document
                && outer.coder() == inner.coder()
                && o != i
                && o.start <= i.start
                && i.end <= o.end
        })
    };
    assert!(quotations.iter().filter(|q| nested(q)).count() >= 8);
    assert!(quotations.iter().filter(|q| q.codings.is_empty()).count() >= 4);
    assert!(quotations.iter().filter(|q| q.codings.len() > 1).count() >= 20);
    assert!(quotations.iter().filter(|q| !q.comment.is_empty()).count() >= 20);
    assert!(quotations.iter().all(|q| q.codings.iter().all(|coding| coding.created.by == q.coder())));
}

#[test]
fn every_quotation_has_the_words_that_the_folder_says() {
    let loaded = loaded();
    let (study, texts, coded) = emic_sample::read(&folder()).unwrap();
    let mut said: BTreeMap<(String, String), Vec<(u32, u32)>> = BTreeMap::new();
    for part in &coded {
        let (document, coder) = (&study.documents[part.document], &study.coders[part.coder]);
        for quotation in &part.coding.quotations {
            let text = &texts[&document.file];
            let span = emic_sample::find(text, quotation.place()).unwrap();
            let exact = text.slice(span);
            assert!(exact.starts_with(&quotation.words), "{exact}");
            assert!(exact.ends_with(quotation.through.as_deref().unwrap_or(&quotation.words)), "{exact}");
            assert!(!exact.contains('\n'), "{exact}: of one turn");
            let key = (document.title.clone(), coder.name.clone());
            said.entry(key).or_default().push((span.start.0, span.end.0));
        }
    }
    for ((title, name), mut spans) in said {
        let document = loaded.project.documents.values().find(|d| d.title == title).unwrap();
        spans.sort();
        let mut made = spans_of(&quotations(&loaded), document, coder(&loaded, &name));
        made.sort();
        assert_eq!(made, spans, "{title}, {name}");
    }
    for quotation in quotations(&loaded) {
        let document = loaded.project.documents.get(&quotation.document).unwrap();
        let words = emic_core::text::Text::new(text(&loaded, &document.text.hash).unwrap().clone());
        assert!(quotation.quote.verify(&words, quotation.span()));
    }
}

#[test]
fn its_history_tells_a_month_of_work_in_order() {
    let loaded = loaded();
    let steps = loaded.history.steps();
    let times: Vec<i64> = steps.iter().map(|step| step.stamp.at.0).collect();
    assert!(times.is_sorted());
    // 2025-05-01 and 2025-06-01, as `date -u -d … +%s` gives them.
    assert!(times.iter().all(|time| (1_746_057_600_000..1_748_736_000_000).contains(time)));
    assert!(times.last().unwrap() - times.first().unwrap() > 20 * 86_400_000);
    let (lm, ts) = (coder(&loaded, "LM"), coder(&loaded, "TS"));
    assert!([lm, ts].iter().all(|by| steps.iter().filter(|step| step.stamp.by == *by).count() > 30));
    let ids: BTreeSet<_> = steps.iter().map(|step| step.id).collect();
    assert_eq!(ids.len(), steps.len());
}

#[test]
fn its_codebook_was_worked_on() {
    let loaded = loaded();
    let project = &loaded.project;
    let codes: Vec<&Rc<Code>> = project.codes.values().collect();
    let level = |code: &Code| {
        let id = code.sheet.level.unwrap_or_else(|| panic!("{} has no level", code.name));
        project.meta.book.level(id).unwrap_or_else(|| panic!("{}: no such level", code.name)).name.clone()
    };
    for code in &codes {
        let expected = ["Theme", "Category", "Code"][(depth(&loaded, code) - 1).min(2)];
        assert_eq!(level(code), expected, "{}", code.name);
    }
    let examples: Vec<_> =
        codes.iter().flat_map(|code| code.sheet.examples.iter().map(move |one| (code, one))).collect();
    assert!(examples.iter().any(|(_, example)| example.borderline) && examples.len() >= 8);
    for (code, example) in examples {
        let quotation = project.quotation(example.document, example.quotation).unwrap();
        assert!(quotation.codings.iter().any(|coding| coding.code == code.id), "{} is no example", code.name);
    }
    assert!(codes.iter().any(|code| !code.sheet.former.is_empty()), "a definition was worded anew");
    let [first, second] = &project.meta.book.versions[..] else { panic!("two versions") };
    assert!(second.codes.len() > first.codes.len(), "codes came in between");
    let reworded = first.codes.iter().any(|code| {
        let later = second.codes.iter().find(|later| later.id == code.id);
        later.is_some_and(|later| later.texts != code.texts)
    });
    assert!(reworded, "what the second one says of itself is seen when they are compared");
    let condensed = quotations(&loaded).iter().filter(|q| !q.condensed.is_empty()).count();
    assert!(condensed >= 5, "{condensed} rows of the content table are begun");
}

#[test]
fn its_memos_name_what_is_there_and_its_quotations_speak_of_each_other() {
    let loaded = loaded();
    let project = &loaded.project;
    assert!(project.memos.len() >= 6);
    let kinds: BTreeSet<_> = project.memos.values().map(|memo| memo.kind.clone()).collect();
    assert_eq!(kinds.len(), 4, "one of every sort");
    for memo in project.memos.values() {
        assert!(!memo.words.contains('{'), "{}", memo.title);
        for link in links_in(&memo.words) {
            assert!(link.subject.is_in(project), "{}: {}", memo.title, link.name);
        }
    }
    assert!(project.memos.values().any(|memo| !memo.versions.is_empty()), "a memo was taken up again");
    assert!(project.links.len() >= 4);
}

#[test]
fn its_participants_came_by_three_chains() {
    let loaded = loaded();
    let project = &loaded.project;
    let seeds = project.cases.values().filter(|case| case.referrer.is_none()).count();
    assert_eq!((seeds, project.cases.len()), (3, 8));
    for case in project.cases.values() {
        let Some(referrer) = case.referrer else { continue };
        let referrer = project.cases.get(&referrer).unwrap();
        assert!(referrer.created.at < case.created.at, "{} was not there before {}", referrer.name, case.name);
    }
    for attribute in project.attributes.values().filter(|attribute| attribute.kind == AttributeKind::Choice) {
        for case in project.cases.values() {
            let value = case.values.get(&attribute.id).unwrap();
            assert!(attribute.choices.contains(value), "{}: {value}", case.name);
        }
    }
    let kept_back = quotations(&loaded).iter().filter(|q| q.consent != Consent::default()).count();
    assert_eq!(kept_back, 1, "one passage is told in other words only");
}

#[test]
fn its_themes_have_quotations_of_several_people_and_say_who_speaks() {
    let loaded = loaded();
    let project = &loaded.project;
    assert_eq!(project.themes.len(), 3);
    assert_eq!(project.meta.attributions.keys().collect::<Vec<_>>(), ["ar", "en"]);
    let mut printed = 0;
    for theme in project.themes.values() {
        assert!(![&theme.idea, &theme.boundary, &theme.story].iter().any(|words| words.is_empty()), "{}", theme.title);
        let quotations: Vec<_> =
            theme.chosen.iter().map(|one| project.quotation(one.at.document, one.at.quotation).unwrap()).collect();
        let documents: BTreeSet<_> = quotations.iter().map(|quotation| quotation.document).collect();
        assert!(documents.len() >= 3, "{} lets few speak", theme.title);
        for quotation in quotations {
            let codes = || quotation.codings.iter().map(|coding| coding.code);
            assert!(codes().any(|code| theme.codes.contains(&code)), "{}: {}", theme.title, quotation.quote.exact);
            let Some(print) = &quotation.print else { continue };
            assert!(print.fits(quotation));
            let unmarked: Vec<_> = check(&quotation.quote.exact, &print.words).unmarked().cloned().collect();
            assert!(unmarked.is_empty(), "{unmarked:?}");
            printed += 1;
        }
    }
    assert!(printed >= 2, "{printed} quotations were edited for print");
}

#[test]
fn what_is_wrong_in_the_folder_is_said() {
    let missing = emic_sample::build(&at("examples/no-such-study")).unwrap_err();
    assert!(missing.to_string().contains("study.json"), "{missing}");
}
