use super::*;
use crate::fold::{Keep, each, folded};
use crate::text::samples::any_text;
use crate::text::{BytePos, Span, Text, grapheme_snap};
use proptest::prelude::*;

fn query(words: &str) -> Query {
    Query { words: words.into(), ..Query::default() }
}

/// What a query finds in a text.
fn found(query: &Query, text: &str) -> Vec<String> {
    let text = Text::new(text);
    let Some(pattern) = Pattern::new(query) else { return Vec::new() };
    let folded = Folded::new(text.as_str());
    let spans = pattern.spans(&folded, &text);
    assert_eq!(pattern.count(&folded, &text), spans.len());
    spans.into_iter().map(|span| text.slice(span).to_owned()).collect()
}

#[test]
fn what_is_typed_plainly_is_found() {
    for (words, text, expected) in [
        ("cafe", "Café, CAFE\u{301}, cafés", &["Café", "CAFE\u{301}", "café"][..]),
        ("strasse", "Straße STRASSE", &["Straße", "STRASSE"]),
        // The second s of ß is in the same character as the first one.
        ("s", "ßs", &["ß", "s"]),
        ("stras", "Straße", &["Straß"]),
        ("istanbul", "İstanbul ISTANBUL", &["İstanbul", "ISTANBUL"]),
        ("İ", "istanbul", &["i"]),
        ("كتاب", "كِتَابٌ، كــتاب", &["كِتَابٌ", "كــتاب"]),
        ("احمد", "أحمد وأحمد", &["أحمد", "أحمد"]),
        ("مدرسه", "المدرسة", &["مدرسة"]),
        ("على", "علي", &["علي"]),
        ("don't", "don’t", &["don’t"]),
        ("\"so\"", "“so” «so»", &["“so”", "«so»"]),
        ("2010-2012", "2010–2012", &["2010–2012"]),
        ("we  left ", "We\u{a0}left. we \t left", &["We\u{a0}left", "we \t left"]),
        ("we left", "we\nleft", &[]),
        ("cooperate", "co\u{ad}operate", &["co\u{ad}operate"]),
        ("2011", "٢٠١١", &["٢٠١١"]),
        // A letter with its marks is one, whatever a mark may be.
        ("न", "न्द्र", &["न्द्र"]),
        ("👩", "👩🏽\u{200d}⚕\u{fe0f}", &["👩🏽\u{200d}⚕\u{fe0f}"]),
        ("aa", "aaaaa", &["aa", "aa"]),
        ("  ", "a  b", &[]),
        ("\u{64e}", "كَ", &[]),
    ] {
        assert_eq!(found(&query(words), text), expected, "{words} in {text}");
    }
}

#[test]
fn case_and_marks_are_told_apart_when_asked() {
    let with = |words: &str, exact_case, exact_marks| Query { exact_case, exact_marks, ..query(words) };
    let text = "cafe Cafe café Café CAFE\u{301}";
    assert_eq!(found(&with("Cafe", true, false), text), ["Cafe", "Café"]);
    assert_eq!(found(&with("cafe", false, true), text), ["cafe", "Cafe"]);
    assert_eq!(found(&with("café", false, true), text), ["café", "Café", "CAFE\u{301}"]);
    assert_eq!(found(&with("cafe\u{301}", true, true), text), ["café"]);
    assert_eq!(found(&with("احمد", false, true), "أحمد احمد"), ["احمد"]);
    assert_eq!(found(&with("كتب", false, true), "كَتَبَ كتب كتـب"), ["كتب", "كتـب"]);
    assert_eq!(found(&with("don't", true, true), "don’t"), ["don’t"], "quotation marks are of one sort");
    // A hit that is none leaves room for one that overlaps it.
    assert_eq!(found(&with("aB", true, false), "abaB"), ["aB"]);
    assert_eq!(found(&with("aa", true, false), "Aaa"), ["aa"]);
}

#[test]
fn whole_words_in_both_scripts() {
    let whole = |words: &str| Query { whole_words: true, ..query(words) };
    for (words, text, expected) in [
        ("art", "art, party, Art. start art", &["art", "Art", "art"][..]),
        ("homme", "l’homme", &["homme"]),
        ("été", "l'ETE\u{301} étés", &["ETE\u{301}"]),
        ("(yes)", "x(yes)x", &["(yes)"]),
        ("ana ana", "banana ana ana", &["ana ana"]),
        ("أحمد", "وأحمد لأحمد بأحمد فبأحمد محأحمد أحمدي أَحْمَدُ", &["أحمد", "أحمد", "أحمد", "أحمد", "أَحْمَدُ"]),
        ("بيت", "البيت والبيت وبالبيت للبيت بيتنا", &["بيت", "بيت", "بيت", "بيت"]),
        ("x", "والx", &[]),
        ("a", "a_b a", &["a"]),
    ] {
        assert_eq!(found(&whole(words), text), expected, "{words} in {text}");
    }
}

#[test]
fn excerpts_are_cut_between_words_and_stay_in_their_paragraph() {
    let text = Text::new("One more line\nThe children draw tanks now, and never houses.\nLast");
    let at = |words: &str| {
        let start = text.as_str().find(words).unwrap() as u32;
        Span::new(start, start + words.len() as u32)
    };
    let excerpt = Excerpt::of(&text, at("tanks"), 14);
    assert_eq!((&*excerpt.before, &*excerpt.found, &*excerpt.after), ("children draw ", "tanks", " now, and"));
    assert!(excerpt.more_before && excerpt.more_after);
    let excerpt = Excerpt::of(&text, at("tanks"), 99);
    assert_eq!((&*excerpt.before, &*excerpt.after), ("The children draw ", " now, and never houses."));
    assert!(!excerpt.more_before && !excerpt.more_after);
    // A grapheme is not torn at the outer ends either.
    let text = Text::new("e\u{301}xe\u{301}");
    let excerpt = Excerpt::of(&text, Span::new(2, 3), 1);
    assert_eq!((&*excerpt.before, &*excerpt.after), ("", ""));
}

/// The search as it is described, with nothing done to be fast.
fn oracle(words: &str, text: &Text) -> Vec<Span> {
    let needle: Vec<char> = folded(words, Keep::default()).chars().collect();
    let mut chars: Vec<(char, u32)> = Vec::new();
    for (at, c) in text.as_str().chars().enumerate() {
        let after_space = chars.last().is_some_and(|last| last.0 == ' ');
        if c == '\n' {
            chars.push((c, at as u32));
        } else {
            each(c, Keep::default(), |c| {
                if c != ' ' || !after_space {
                    chars.push((c, at as u32));
                }
            });
        }
    }
    let mut spans: Vec<Span> = Vec::new();
    for window in chars.windows(needle.len().max(1)) {
        if window.iter().map(|(c, _)| c).eq(&needle) {
            let span = grapheme_snap(text, Span::new(window[0].1, window[needle.len() - 1].1 + 1));
            if spans.last().is_none_or(|last| last.end <= span.start) {
                spans.push(span);
            }
        }
    }
    spans
}

proptest! {
    #[test]
    fn it_finds_what_the_oracle_finds(raw in any_text(), words in "[a-e]{1,2}|ه|ب|ت|ا|.|s|a b| |do|'", a in any::<u32>(), n in 1..6u32) {
        let text = Text::new(raw);
        // Typed words, and words of the text itself.
        let from = a % (text.len() + 1);
        for words in [words.as_str(), text.slice(Span::new(from, from + n))] {
            let Some(pattern) = Pattern::new(&query(words)) else { continue };
            let spans = pattern.spans(&Folded::new(text.as_str()), &text);
            prop_assert_eq!(&spans, &oracle(words, &text), "{:?}", words);
            let needle = folded(words, Keep::default());
            for span in spans {
                prop_assert!(folded(text.slice(span), Keep::default()).contains(&needle));
                prop_assert_eq!(grapheme_snap(&text, span), span);
                prop_assert!(!text.slice(span).contains('\n'));
            }
        }
    }

    #[test]
    fn every_narrower_search_finds_less(raw in any_text(), a in any::<u32>(), n in 1..6u32) {
        let text = Text::new(raw);
        let from = a % (text.len() + 1);
        let words = text.slice(Span::new(from, from + n));
        let folded_text = Folded::new(text.as_str());
        let count = |exact_case, exact_marks, whole_words| {
            let query = Query { words: words.into(), exact_case, exact_marks, whole_words };
            Pattern::new(&query).map_or(0, |pattern| pattern.spans(&folded_text, &text).len())
        };
        let all = count(false, false, false);
        for narrow in [count(true, false, false), count(false, true, false), count(true, true, false), count(false, false, true)] {
            prop_assert!(narrow <= all);
        }
        // Whole graphemes of the text are found as they stand, if they are one phrase.
        let span = grapheme_snap(&text, Span::new(from, from + n));
        let words = text.slice(span);
        if !words.contains('\n') && !words.trim().is_empty() {
            let exact = Query { words: words.into(), exact_case: true, exact_marks: true, whole_words: false };
            if let Some(pattern) = Pattern::new(&exact) {
                prop_assert!(pattern.count(&folded_text, &text) > 0, "{:?}", words);
            }
        }
    }
}

mod in_a_project {
    use super::*;
    use crate::ids::{CodeId, CoderId, CodingId, DocumentId, QuotationId};
    use crate::project::Project;
    use crate::samples::{a_project, code, document, quotation};
    use crate::scope::Scope;
    use std::collections::{BTreeMap, BTreeSet};
    use std::rc::Rc;

    const FIRST: &str = "We were afraid.\n\nAfraid of the road; afraid again.";

    fn project() -> (Project, BTreeMap<crate::text::TextHash, Text>) {
        let mut project = a_project(&[(1, "Fear", 0), (2, "Afraid of roads", 1)]);
        let mut defined = (*code(2, "Afraid of roads", 1)).clone();
        defined.definition = "Being afraid on the way.".into();
        project.codes.set(CodeId::from_number(2), Some(Rc::new(defined)));
        let texts = [Text::new(FIRST), Text::new("Nothing."), Text::new("An unafraid text")];
        for (n, (title, text)) in ["P01", "P02, afraid", "P03"].iter().zip(&texts).enumerate() {
            let n = n as u128 + 1;
            project.documents.set(DocumentId::from_number(n), Some(Rc::new(document(n, title, text))));
        }
        let mut noted = (*quotation(1, 1, Span::new(0, 15), &[2])).clone();
        noted.comment = "The first to say afraid".into();
        noted.codings[0].comment = "afraid, afraid".into();
        let list = crate::project::QuotationList::from_unsorted(vec![Rc::new(noted)]);
        project.quotations.set(DocumentId::from_number(1), Some(Rc::new(list)));
        let hashes = texts.iter().map(|text| (crate::text::TextHash::of(text.as_str()), text.clone()));
        (project, hashes.collect())
    }

    fn run(
        searcher: &mut Searcher,
        cache: &mut FoldCache,
        texts: &BTreeMap<crate::text::TextHash, Text>,
    ) -> Vec<Group> {
        let mut groups = Vec::new();
        loop {
            match searcher.step(cache, &|hash| texts.get(hash).cloned()) {
                Step::Found(group) => groups.push(group),
                Step::Nothing => {}
                Step::NeedsText(_) => searcher.skip_text(),
                Step::Done => return groups,
            }
        }
    }

    #[test]
    fn hits_come_document_by_document() {
        let (project, texts) = project();
        let pattern = Pattern::new(&query("afraid")).unwrap();
        let limits = Limits { hits: 2, context: 20, ..Limits::default() };
        let mut cache = FoldCache::new(1_000_000);
        // The second time all are folded already, and what has no hit needs no text.
        for _ in 0..2 {
            let mut searcher = Searcher::new(&project, pattern.clone(), &Scope::everything(), limits);
            let groups = run(&mut searcher, &mut cache, &texts);
            let summary: Vec<_> = groups
                .iter()
                .map(|group| (group.document.map(|id| id.0.as_u128()), group.count, group.in_text))
                .collect();
            assert_eq!(summary, [(None, 2, 0), (Some(1), 6, 3), (Some(2), 1, 0), (Some(3), 1, 1)]);
            let id = CodeId::from_number(2);
            assert_eq!(
                groups[0].hits.iter().map(|hit| hit.place).collect::<Vec<_>>(),
                [Place::CodeName(id), Place::CodeDefinition(id)]
            );
            let first: Vec<_> = groups[1].hits.iter().map(|hit| (hit.place, hit.span.start.0, hit.paragraph)).collect();
            let (d, q, c) = (DocumentId::from_number(1), QuotationId::from_number(1), CodingId::from_number(102));
            assert_eq!(
                first,
                [
                    (Place::Text(d), 8, Some(1)),
                    (Place::Text(d), 17, Some(2)),
                    (Place::QuotationComment(d, q), 17, Some(1)),
                    (Place::CodingComment(d, q, c), 0, Some(1)),
                ]
            );
            assert_eq!(groups[1].hits[1].excerpt.after, " of the road; afraid");
            assert_eq!(searcher.progress(), (4, 4));
        }
        assert!(cache.used() > 0);
    }

    #[test]
    fn hits_of_later_documents_are_counted_without_their_texts_and_given_when_asked_for() {
        let (project, texts) = project();
        let pattern = Pattern::new(&query("afraid")).unwrap();
        let mut cache = FoldCache::new(1_000_000);
        let whole = |limits| Searcher::new(&project, pattern.clone(), &Scope::everything(), limits);
        let all = run(&mut whole(Limits::default()), &mut cache, &texts);
        let limits = Limits { documents: 1, ..Limits::default() };
        let mut searcher = whole(limits);
        assert_eq!(searcher.upcoming(&cache, 9), [crate::text::TextHash::of(FIRST)], "the others are folded");
        let mut groups = Vec::new();
        loop {
            match searcher.step(&mut cache, &|hash| texts.get(hash).filter(|text| text.as_str() == FIRST).cloned()) {
                Step::Found(group) => groups.push(group),
                Step::Nothing => {}
                Step::NeedsText(hash) => panic!("{hash} is not needed"),
                Step::Done => break,
            }
        }
        assert_eq!(groups[..2], all[..2]);
        for (counted, given) in groups.iter().zip(&all).skip(2) {
            assert!(counted.withheld && counted.hits.is_empty() && !given.withheld);
            assert_eq!((counted.count, counted.in_text), (given.count, given.in_text));
            let id = counted.document.unwrap();
            let mut only = whole(limits).only(&[id]);
            assert_eq!(run(&mut only, &mut cache, &texts), std::slice::from_ref(given));
        }
    }

    #[test]
    fn texts_are_asked_for_when_they_are_needed() {
        let (project, texts) = project();
        let mut cache = FoldCache::new(1_000_000);
        let hash = crate::text::TextHash::of(FIRST);
        let mut searcher =
            Searcher::new(&project, Pattern::new(&query("road")).unwrap(), &Scope::everything(), Limits::default());
        assert!(matches!(searcher.step(&mut cache, &|_| None), Step::Found(_)), "the codes");
        assert_eq!(searcher.step(&mut cache, &|_| None), Step::NeedsText(hash));
        assert_eq!(searcher.progress(), (1, 4), "it was not taken");
        assert!(matches!(searcher.step(&mut cache, &|hash| texts.get(hash).cloned()), Step::Found(_)));
        assert!(matches!(searcher.step(&mut cache, &|_| None), Step::NeedsText(_)));
        searcher.skip_text();
        let Step::Found(group) = searcher.step(&mut cache, &|_| None) else { panic!("said that it is lost") };
        assert!(group.without_text && group.count == 0);
        // Folded before and without a hit: its text is not needed.
        let mut searcher =
            Searcher::new(&project, Pattern::new(&query("xyz")).unwrap(), &Scope::everything(), Limits::default());
        assert_eq!(searcher.step(&mut cache, &|_| None), Step::Nothing);
        assert_eq!(searcher.step(&mut cache, &|_| None), Step::Nothing);
        cache.retain(|_| false);
        assert_eq!(cache.used(), 0);
        let mut full = FoldCache::new(10);
        full.fold(&hash, FIRST);
        assert_eq!((full.used(), full.get(&hash)), (0, None));
    }

    #[test]
    fn a_scope_narrows_a_search() {
        let (project, texts) = project();
        let count = |scope: &Scope| {
            let mut searcher =
                Searcher::new(&project, Pattern::new(&query("afraid")).unwrap(), scope, Limits::default());
            run(&mut searcher, &mut FoldCache::new(1_000_000), &texts).iter().map(|group| group.count).sum::<usize>()
        };
        assert_eq!(count(&Scope::everything()), 10);
        let documents = BTreeSet::from([DocumentId::from_number(3)]);
        assert_eq!(count(&Scope { documents, ..Scope::default() }), 3, "the codes, and one in the text");
        let codes = BTreeSet::from([CodeId::from_number(9)]);
        assert_eq!(count(&Scope { codes, ..Scope::default() }), 5, "texts and titles");
        let coders = BTreeSet::from([CoderId::from_number(9)]);
        assert_eq!(count(&Scope { coders, ..Scope::default() }), 7, "no comments of others");
    }

    #[test]
    fn what_is_asked_is_left_out() {
        let (mut project, texts) = project();
        let id = DocumentId::from_number(1);
        let mut document = (**project.documents.get(&id).unwrap()).clone();
        let speaker = crate::ids::SpeakerId::from_number(1);
        let named = crate::project::Speaker::new(speaker, "I", crate::project::Role::Interviewer);
        let turn = crate::project::Turn::new(Span::new(0, 14), crate::text::Pos(0), speaker);
        let structure = crate::project::Structure { speakers: vec![named], turns: vec![turn], ..Default::default() };
        document.structure = Rc::new(structure);
        project.documents.set(id, Some(Rc::new(document)));
        let scope = Scope { without_interviewers: true, ..Scope::default() };
        let mut cache = FoldCache::new(1_000_000);
        for limits in [Limits::default(), Limits { documents: 0, ..Limits::default() }, Limits::default()] {
            let mut searcher = Searcher::new(&project, Pattern::new(&query("afraid")).unwrap(), &scope, limits);
            let groups = run(&mut searcher, &mut cache, &texts);
            let first = groups.iter().find(|group| group.document == Some(id)).unwrap();
            assert_eq!((first.in_text, first.hits.is_empty()), (2, limits.documents == 0));
            // The quotation begins in what is asked, and what is noted on it is left out with it.
            assert_eq!(groups.iter().map(|group| group.count).sum::<usize>(), 6);
        }
    }
}

#[test]
fn positions_are_code_points() {
    let text = Text::new("😀 é Road");
    let spans = Pattern::new(&query("road")).unwrap().spans(&Folded::new(text.as_str()), &text);
    assert_eq!(spans, [Span::new(4, 8)]);
    assert_eq!(text.byte(spans[0].start), Some(BytePos(8)));
}
