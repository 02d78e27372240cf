//! Conventions as transcripts have them, and texts that have none.

use emic_core::ids::SpeakerId;
use emic_core::project::{Block, BlockKind, Role, Structure, Style, Styled, TimeMark};
use emic_core::text::{Pos, Span, Text, canonical};
use proptest::prelude::*;

use super::{Convention, Correction, Detection, Pattern, Sameness, detect};
use crate::source::Voice;

fn found(words: &str) -> (Text, Detection) {
    let text = Text::new(words);
    let found = detect(&text, &Structure::default(), &[], &[]);
    (text, found)
}

/// Who says what: the name and the words.
fn said<'t>(text: &'t Text, found: &Detection) -> Vec<(String, &'t str)> {
    let words = |turn: &super::FoundTurn| text.slice(Span::between(turn.label.end, turn.span.end));
    found.turns.iter().map(|turn| (found.speakers[turn.speaker].name.clone(), words(turn))).collect()
}

/// The words at each time.
fn at_times<'t>(text: &'t Text, found: &Detection) -> Vec<(u32, &'t str)> {
    let word = |time: &TimeMark| text.slice(Span { start: time.at, end: text.end() }).split_whitespace().next();
    found.times.iter().map(|time| (time.ms, word(time).unwrap_or_default())).collect()
}

fn is_talk(words: &str, convention: Convention, expected: &[(&str, &str)]) {
    let (text, found) = found(words);
    let said = said(&text, &found);
    let said: Vec<(&str, &str)> = said.iter().map(|(name, words)| (name.as_str(), *words)).collect();
    assert_eq!(said, expected, "{words}");
    assert_eq!(found.convention, Some(convention), "{words}");
}

#[test]
fn a_name_and_a_colon() {
    for words in [
        "Anna: Who came?\nBEN: All of them.\nanna: When?\nBen: At night.",
        "Anna: Who came?\n\nBEN : All of them.\n\n  anna:When?\n\nBen:\tAt night.",
        "**Anna:** Who came?\n**BEN:** All of them.\n**anna:** When?\n**Ben:** At night.",
    ] {
        let expected = [("Anna", "Who came?"), ("BEN", "All of them."), ("Anna", "When?"), ("BEN", "At night.")];
        is_talk(words, Convention::Colon, &expected);
    }
    // A turn has all paragraphs until the next one; an aside is no speaker.
    is_talk(
        "I: Who came?\nP1: All of them.\n\nNote: she cries.\nThen they left.\nI: When?\nP1: At night.",
        Convention::Colon,
        &[
            ("I", "Who came?"),
            ("P1", "All of them.\n\nNote: she cries.\nThen they left."),
            ("I", "When?"),
            ("P1", "At night."),
        ],
    );
    // Someone who speaks once, between two turns of another; two who speak once each, of whom one asks.
    is_talk(
        "Anna: Who came?\nBen: All.\nAnna: When?\nMother: At night.\nAnna: Why?\nBen: Who knows.",
        Convention::Colon,
        &[
            ("Anna", "Who came?"),
            ("Ben", "All."),
            ("Anna", "When?"),
            ("Mother", "At night."),
            ("Anna", "Why?"),
            ("Ben", "Who knows."),
        ],
    );
    is_talk("I: Who came?\nP: All.", Convention::Colon, &[("I", "Who came?"), ("P", "All.")]);
}

#[test]
fn arabic_hebrew_chinese() {
    is_talk(
        "الباحثة: من جاء؟\n\u{200f}أم محمد\u{200f}: جاؤوا كلهم.\nالباحثة: متى؟\nأم محمد：في الليل.\nوقالت: تعالوا.",
        Convention::Colon,
        &[
            ("الباحثة", "من جاء؟"),
            ("أم محمد", "جاؤوا كلهم."),
            ("الباحثة", "متى؟"),
            ("أم محمد", "في الليل.\nوقالت: تعالوا."),
        ],
    );
    is_talk(
        "היו\"ר דנה כהן:\n\nמי בא?\n\nבני לוי (הבית):\n\nכולם.\n\nהיו\"ר דנה כהן:\n\nמתי?\n\nקריאה:\n\nבלילה.\n\nהיו\"ר דנה כהן:\n\nתודה.",
        Convention::ColonAbove,
        &[
            ("היו\"ר דנה כהן", "מי בא?"),
            ("בני לוי (הבית)", "כולם."),
            ("היו\"ר דנה כהן", "מתי?"),
            ("קריאה", "בלילה."),
            ("היו\"ר דנה כהן", "תודה."),
        ],
    );
    is_talk(
        "记者：谁来了？\n王：他们都来了。\n记者：什么时候？\n王：晚上。",
        Convention::Colon,
        &[("记者", "谁来了？"), ("王", "他们都来了。"), ("记者", "什么时候？"), ("王", "晚上。")],
    );
    let (_, found) = found("س: من جاء؟\nج: جاؤوا كلهم.\nس: متى؟\nج: في الليل.");
    assert_eq!(found.speakers[0].role, Role::Interviewer);
    assert_eq!(found.speakers[1].role, Role::Participant);
}

#[test]
fn names_with_times() {
    let expected = [("Anna", "Who came?"), ("Ben Ali", "All."), ("Anna", "When?"), ("Ben Ali", "At night.")];
    for words in [
        "Anna (00:00:01): Who came?\nBen Ali (00:00:05): All.\nAnna (00:01:00): When?\nBen Ali (1:00:00): At night.",
        "[00:00:01] Anna: Who came?\n[00:00:05] Ben Ali: All.\n[00:01:00] Anna: When?\n[01:00:00] Ben Ali: At night.",
        "Anna [00:00:01]: Who came?\nBen Ali [00:00:05]: All.\nAnna [00:01:00]: When?\nBen Ali [01:00:00]: At night.",
        "00:00:01 Anna: Who came?\n00:00:05 Ben Ali: All.\n00:01:00 Anna: When?\n01:00:00 Ben Ali: At night.",
        "Anna: [00:00:01] Who came?\nBen Ali: [00:00:05] All.\nAnna: [00:01:00] When?\nBen Ali: [01:00:00] At night.",
        "#00:00:01-0# Anna: Who came?\n#00:00:05-0# Ben Ali: All.\n#00:01:00-0# Anna: When?\n#01:00:00-0# Ben Ali: At night.",
        "1\n00:00:01,000 --> 00:00:02,000\nAnna: Who came?\n\n2\n00:00:05,000 --> 00:00:06,000\nBen Ali: All.\n\n3\n\
         00:01:00,000 --> 00:01:02,000\nAnna: When?\n\n4\n01:00:00,000 --> 01:00:02,000\nBen Ali: At night.",
    ] {
        is_talk(words, Convention::Colon, &expected);
        let (text, found) = found(words);
        let times = [(1_000, "Who"), (5_000, "All."), (60_000, "When?"), (3_600_000, "At")];
        assert_eq!(at_times(&text, &found), times, "{words}");
    }
    for words in [
        "Anna  0:01  \nWho came?\n\nBen Ali  0:05  \nAll.\n\nAnna  1:00  \nWhen?\n\nBen Ali  1:00:00\nAt night.\n\nTranscribed by https://otter.ai",
        "Anna   0:01\nWho came?\nBen Ali   0:05\nAll.\nAnna   1:00\nWhen?\nBen Ali   1:00:00\nAt night.",
        "[Anna] 00:00:01\nWho came?\n\n[Ben Ali] 00:00:05\nAll.\n\n[Anna] 00:01:00\nWhen?\n\n[Ben Ali] 01:00:00\nAt night.",
        "Anna (00:00:01) Who came?\nBen Ali (00:00:05) All.\nAnna (00:01:00) When?\nBen Ali (01:00:00) At night.",
        "00:00:01 - Anna\nWho came?\n\n00:00:05 - Ben Ali\nAll.\n\n00:01:00 - Anna\nWhen?\n\n01:00:00 - Ben Ali\nAt night.",
    ] {
        is_talk(words, Convention::NameAndTime, &expected);
        let (text, found) = found(words);
        let times = [(1_000, "Who"), (5_000, "All."), (60_000, "When?"), (3_600_000, "At")];
        assert_eq!(at_times(&text, &found), times, "{words}");
    }
    let teams = "0:0:1.0 --> 0:0:3.2\nAnna\nWho came?\n0:0:5.0 --> 0:0:6.1\nBen Ali\nAll.\n0:1:0.0 --> 0:1:2.0\nAnna\nWhen?\n\
        1:0:0.0 --> 1:0:1.0\nBen Ali\nAt night.";
    is_talk(teams, Convention::TimeThenName, &expected);
    is_talk(
        "P1 0:00\nمن جاء؟\nP2 0:04\nجاؤوا كلهم.\nP1 0:09\nمتى؟",
        Convention::NameAndTime,
        &[("P1", "من جاء؟"), ("P2", "جاؤوا كلهم."), ("P1", "متى؟")],
    );
}

#[test]
fn times_without_names() {
    let whisper = "[00:00.000 --> 00:02.000]  They came\n[00:02.000 --> 00:04.000]  at night.\n[00:04.000 --> 00:06.000]  All of them.";
    let (text, found_of) = found(whisper);
    assert!(found_of.turns.is_empty());
    assert_eq!(at_times(&text, &found_of), [(0, "They"), (2_000, "at"), (4_000, "All")]);
    // f4 writes when a paragraph ends: what is said then is the next one.
    let f4 = "I: Who came? #00:00:04-5#\nB: All of them. #00:00:09-0#\nI: When? #00:00:12-0#\nB: (00:00:13) At night. #00:00:20-0#";
    let (text, found_of) = found(f4);
    assert_eq!(at_times(&text, &found_of), [(4_500, "All"), (9_000, "When?"), (13_000, "At")]);
    assert_eq!(found_of.turns.len(), 4);
    // Verses, times of day and what goes back are no times of a recording.
    for words in [
        "They came (3:16) at night.",
        "10:30 we left.\n9:15 the next day we came back.",
        "a (4:05) b (3:02) c (2:01) d (1:00) e",
    ] {
        assert_eq!(found(words).1.times, [], "{words}");
    }
}

#[test]
fn bold_names_and_columns() {
    let words = "Anna Who came?\nBen All of them.\nAnna When?\nBen At night.";
    let bold = |start, end| Styled { span: Span::new(start, end), style: Style::Bold };
    let styles = vec![bold(0, 4), bold(15, 18), bold(32, 36), bold(43, 46)];
    let text = Text::new(words);
    let found = detect(&text, &Structure { styles, ..Structure::default() }, &[], &[]);
    assert_eq!(found.convention, Some(Convention::Bold));
    assert_eq!(said(&text, &found)[1], ("Ben".to_owned(), "All of them."));
    assert_eq!(
        found_in("Anna\tWho came?\nBen\tAll.\nAnna\tWhen?\nBen\tAt night.").convention,
        Some(Convention::Column)
    );
    assert_eq!(found_in("1\tAnna\tWho came?\n2\tBen\tAll.\n3\tAnna\tWhen?").turns.len(), 3);
    // Headings are not names.
    let text = Text::new("Salma\nWords.\nBen\nWords.\nSalma\nWords.");
    let block =
        |start, end| Block { span: Span::new(start, end), kind: BlockKind::Heading(2), extra: Default::default() };
    let blocks = vec![block(0, 5), block(13, 16), block(24, 29)];
    let styles = vec![bold(0, 5), bold(13, 16), bold(24, 29)];
    assert_eq!(detect(&text, &Structure { blocks, styles, ..Structure::default() }, &[], &[]).turns, []);
    // An interview of a newspaper: the questions in bold are no names.
    let text = Text::new("Who came to you that night?\nAll of them.\nAnd when did they leave?\nAt dawn.");
    let styles = vec![bold(0, 27), bold(41, 65)];
    assert_eq!(detect(&text, &Structure { styles, ..Structure::default() }, &[], &[]).turns, []);
}

fn found_in(words: &str) -> Detection {
    found(words).1
}

#[test]
fn questions_and_answers() {
    is_talk(
        "Q. Who came?\nA. All of them.\nQ. When?\nA. At night.",
        Convention::FullStop,
        &[("Q", "Who came?"), ("A", "All of them."), ("Q", "When?"), ("A", "At night.")],
    );
}

#[test]
fn a_header_is_nobodys() {
    let words = "Talk 3\nDate: 12 May\nInterviewer: Dana Berg\nParticipant: P4\nPlace: her kitchen\n\n\
        Interviewer: Who came?\nParticipant: All of them.\nInterviewer: When?\nParticipant: At night.";
    let (text, found) = found(words);
    assert_eq!(found.turns.len(), 4);
    assert_eq!(said(&text, &found)[0].1, "Who came?");
}

#[test]
fn what_is_no_conversation() {
    for words in [
        "",
        "\n\n",
        "They came at night. She said: we must go.\nHe said: where to?\nShe said: away.\nHe said: now?\nShe said: now.",
        "Damascus, 3 May: The river is high.\n\nThe ministry said that nobody was hurt. It added: \"All is well.\"\n\n\
         Note: this is being updated.\nSource: agencies\nRead more: http://example.org/a\nhttps://example.org/b",
        "Aims: To learn why people leave.\nDesign: Talks with twenty of them.\nResults: They were afraid.\nConclusions: They left.\n\
         Figure 1: The river.\nFigure 2: The bridge.\nTable 1: Who left.\nTable 1: Who left, continued.",
        "O river:\nyou took the bridge,\nand then:\nthe road.\n\nO river:\nyou took my sleep,\nand then:\nthe night.",
        "يا نهر:\nأخذت الجسر\nثم:\nأخذت الطريق\n\nيا نهر:\nأخذت نومي\nثم:\nأخذت الليل",
        "قال أبي إننا سنرحل غدا.\nوقال: خذوا ما خف.\nوقالت أمي: والبيت؟\nوقال: البيت يبقى.\nوقالت: لا أصدق.",
        "1. Bread: two\n2. Milk: one\n3. Tea: three\n4. Salt: none",
        "10:30 Bus\n11:30 Bus\n12:30 Bus",
        "Dear Anna,\nI write to you from the river. It is high: nobody can cross.\nYours, Ben",
    ] {
        let found = found_in(words);
        assert_eq!(found.speakers, [], "{words}");
        assert_eq!((found.turns.len(), found.convention), (0, None));
    }
}

#[test]
fn who_asks() {
    let role = |words: &str| found_in(words).speakers.iter().map(|speaker| speaker.role).collect::<Vec<_>>();
    let (asks, answers) = (Role::Interviewer, Role::Participant);
    assert_eq!(role("F: Wer kam?\nB: Alle.\nF: Wann?\nB: Nachts."), [asks, answers]);
    assert_eq!(
        role("Anna: Who came?\nBen: All.\nAnna: When?\nBen: At night.\nAnna: Why?\nBen: Who knows?"),
        [asks, answers]
    );
    assert_eq!(role("Anna: They came.\nBen: All.\nAnna: At night.\nBen: Yes?"), [answers, answers]);
    assert_eq!(role("Interviewer 1: So.\nInterviewer 2: So.\nInterviewer 1: Well.\nP: Yes."), [asks, asks, answers]);
}

#[test]
fn voices_decide() {
    let text = Text::new("Who came?\nNote: all.\nAnd then\nthey left.");
    let voice = |start, end, name: &str| Voice { span: Span::new(start, end), name: name.into() };
    let voices = [voice(0, 9, "Anna"), voice(10, 20, "Ben"), voice(21, 29, "ben"), voice(30, 40, "Anna")];
    let times = vec![TimeMark { at: Pos(0), ms: 5 }];
    let found = detect(&text, &Structure { times: times.clone(), ..Structure::default() }, &voices, &[]);
    assert_eq!(
        said(&text, &found),
        [
            ("Anna".to_owned(), "Who came?"),
            ("Ben".to_owned(), "Note: all.\nAnd then"),
            ("Anna".to_owned(), "they left.")
        ]
    );
    assert_eq!((found.convention, found.times), (Some(Convention::Voices), times));
}

#[test]
fn patterns_by_example() {
    let words = ">> ANNA >> Who came?\n>> BEN >> All.\n>> ANNA >> When? (laughs)\n>> BEN >> At night.";
    let text = Text::new(words);
    let pattern = Pattern::of_example(">> ANNA >>").unwrap();
    let with = detect(&text, &Structure::default(), &[], &[pattern]);
    assert_eq!(found_in(words).turns, []);
    assert_eq!((with.turns.len(), with.convention), (4, Some(Convention::Shown)));
    assert_eq!(said(&text, &with)[3], ("BEN".to_owned(), "At night."));
    // What people show is a speaker, whatever it is called, and however seldom.
    let text = Text::new("Notes - they came.\nAll of them - at night.");
    let pattern = Pattern::of_example("Notes -").unwrap();
    let with = detect(&text, &Structure::default(), &[], &[pattern]);
    assert_eq!(said(&text, &with), [("Notes".to_owned(), "they came.\nAll of them - at night.")]);
}

#[test]
fn corrections() {
    let words = "Anna: Who came?\nBen: All.\nhttp: oh.\nhttp: ah.\nAnna K.: When?\nBen: At night.\nAnna: Why?\nAnna K.: Who knows.";
    let pattern = Pattern::of_example("http:").unwrap();
    let text = Text::new(words);
    let found = detect(&text, &Structure::default(), &[], &[pattern]);
    let names = |found: &Detection| found.speakers.iter().map(|speaker| speaker.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&found), ["Anna", "Ben", "http", "Anna K."]);
    let same = found.same();
    assert_eq!(same.len(), 1);
    assert_eq!((same[0].speaker, same[0].into, same[0].why), (3, 0, Sameness::Part));
    let dropped = found.corrected(&Correction::Drop { speaker: "http".into() });
    assert_eq!(said(&text, &dropped)[1], ("Ben".to_owned(), "All.\nhttp: oh.\nhttp: ah."));
    let merged = dropped.corrected(&Correction::Merge { speaker: "Anna K.".into(), into: "Anna".into() });
    assert_eq!((names(&merged), merged.speakers[0].turns), (vec!["Anna".into(), "Ben".into()], 4));
    let renamed = merged.corrected(&Correction::Rename { speaker: "Ben".into(), to: " Benjamin ".into() });
    assert_eq!(names(&renamed), ["Anna", "Benjamin"]);
    assert_eq!(
        renamed.corrected(&Correction::Rename { speaker: "Benjamin".into(), to: "Anna".into() }).speakers.len(),
        1
    );
    let role = renamed.corrected(&Correction::Role { speaker: "Benjamin".into(), role: Role::Interviewer });
    assert_eq!(role.speakers[1].role, Role::Interviewer);
    for nothing in [
        Correction::Drop { speaker: "Nobody".into() },
        Correction::Rename { speaker: "Anna".into(), to: "  ".into() },
        Correction::Merge { speaker: "Anna".into(), into: "Anna".into() },
    ] {
        assert_eq!(renamed.corrected(&nothing), renamed);
    }
    let mut next = 0;
    let (speakers, turns) = role.structure_of(|| {
        next += 1;
        SpeakerId::from_number(next)
    });
    assert_eq!((speakers.len(), turns.len()), (2, 6));
    assert_eq!((turns[0].speaker, turns[1].speaker), (speakers[0].id, speakers[1].id));
}

#[test]
fn spellings_are_suggested_with_care() {
    let talk = |one: &str, other: &str| {
        let words = format!("{one}: a\n{other}: b\n{one}: c\n{other}: d\n{one}: e");
        found_in(&words).same().iter().map(|same| same.why).collect::<Vec<_>>()
    };
    assert_eq!(talk("Salma", "Sälma"), [Sameness::Signs]);
    assert_eq!(talk("أحمد", "احمد"), [Sameness::Signs]);
    assert_eq!(talk("Dana Berg", "Berg"), [Sameness::Part]);
    assert_eq!(talk("Dana Berg", "DB"), [Sameness::Initials]);
    assert_eq!(talk("Salma", "Slama"), [Sameness::Letter]);
    for (one, other) in [("Speaker 1", "Speaker 2"), ("Interviewer", "Interviewee"), ("Anna", "Ben"), ("A", "Anna B")] {
        assert_eq!(talk(one, other), [], "{one} {other}");
    }
}

/// Lines of which transcripts are made, and such as break them.
const LINES: &[&str] = &[
    "Anna: Who came?",
    "BEN: All.",
    "anna: ",
    "Anna:",
    "الباحثة: من جاء؟",
    "أم محمد：جاؤوا.",
    "Note: words",
    "http://example.org",
    "They came.",
    "",
    "  ",
    "Anna  0:03",
    "Ben (00:00:09) yes",
    "[00:00:12] Anna: When?",
    "[00:00.000 --> 00:02.000]  words",
    "0:0:0.0 --> 0:0:3.2",
    "Anna",
    "Date: 1 May",
    "7",
    ">> ANNA >> So.",
    "words (00:01:02) words #00:01:03-4#",
    "\u{200f}أحمد\u{200f}:",
    "Anna\twords",
    "<< x >> Anna: << x >> ",
    "👩🏽‍⚕️: e\u{301}",
    "Transcribed by https://otter.ai",
    "\u{a0}Q. Who?",
];

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(LINES), 0..40).prop_map(|lines| lines.join("\n")),
        1 => "[ -~\\n\u{200f}：:\\[\\]()#<>0-9أا]{0,80}",
        1 => ".{0,60}",
    ]
}

fn is_sound(text: &Text, found: &Detection) -> Result<(), TestCaseError> {
    let mut last = Pos(0);
    for turn in &found.turns {
        prop_assert!(turn.span.start >= last && turn.span.end <= text.end() && !turn.span.is_empty());
        prop_assert!(turn.label.start == turn.span.start && turn.label.end <= turn.span.end);
        prop_assert!(turn.speaker < found.speakers.len());
        last = turn.span.end;
    }
    prop_assert!(found.times.windows(2).all(|pair| pair[0].at < pair[1].at && pair[0].ms <= pair[1].ms));
    prop_assert!(found.times.iter().all(|time| time.at < text.end() || text.is_empty()));
    let mut names: Vec<&str> = found.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    prop_assert_eq!(names.len(), found.speakers.len());
    prop_assert!(names.iter().all(|name| !name.is_empty()));
    let turns: u32 = found.speakers.iter().map(|speaker| speaker.turns).sum();
    prop_assert_eq!(turns as usize, found.turns.len());
    Ok(())
}

/// The letters that are in turns, white space aside.
fn in_turns(text: &Text, found: &Detection) -> String {
    found.turns.iter().flat_map(|turn| text.slice(turn.span).split_whitespace()).collect()
}

proptest! {
    #[test]
    fn turns_are_in_order_and_in_the_text(raw in any_text(), shown in prop::sample::select(vec!["", ">> ANNA >>", "Q.", "Anna", "0:03 Anna |"])) {
        let text = Text::new(canonical(&raw).into_owned());
        let patterns: Vec<Pattern> = Pattern::of_example(shown).into_iter().collect();
        let found = detect(&text, &Structure::default(), &[], &patterns);
        is_sound(&text, &found)?;
    }

    #[test]
    fn corrections_lose_no_words(raw in any_text(), which in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()) {
        let text = Text::new(canonical(&raw).into_owned());
        let found = detect(&text, &Structure::default(), &[], &[]);
        prop_assume!(!found.speakers.is_empty());
        let (one, other) = (which.index(found.speakers.len()), other.index(found.speakers.len()));
        let name = |at: usize| found.speakers[at].name.clone();
        let merged = found.corrected(&Correction::Merge { speaker: name(one), into: name(other) });
        is_sound(&text, &merged)?;
        prop_assert_eq!(in_turns(&text, &merged), in_turns(&text, &found));
        let dropped = found.corrected(&Correction::Drop { speaker: name(one) });
        is_sound(&text, &dropped)?;
        // Only what comes before the first turn that is left goes out.
        prop_assert!(in_turns(&text, &found).ends_with(&in_turns(&text, &dropped)));
        if found.turns[0].speaker != one {
            prop_assert_eq!(in_turns(&text, &dropped), in_turns(&text, &found));
        }
    }

    #[test]
    fn examples_never_fail(example in any_text(), line in any_text()) {
        if let Some(pattern) = Pattern::of_example(&example) {
            for line in line.lines().chain(example.lines()) {
                if let Some(found) = pattern.at_start(line) {
                    prop_assert!(found.start <= found.end && found.end <= line.len());
                }
            }
        }
    }
}
