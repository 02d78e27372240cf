//! The labelled test of matching, and what follows from what is asked.

use super::*;
use crate::ids::{CaseId, QuestionId, SpeakerId};
use crate::project::{Asked, Asks, Block, BlockKind, Part, Role, Speaker, Structure, Turn};
use crate::text::{Pos, Span, Text};

const ENGLISH: &[&str] = &[
    "Could you tell me about your work before the war?",
    "What made you decide to stay and treat the wounded?",
    "How did the siege change daily life at the hospital?",
    "Were you ever arrested or threatened because of your work?",
    "How did you get medicines and equipment?",
    "Who supported you during that time?",
    "How has this experience affected your family?",
    "When did you leave Syria, and what was the journey like?",
    "What do you hope for the future?",
    "Is there anything else you would like to add?",
];

const ARABIC: &[&str] = &[
    "حدثنا عن عملك قبل الحرب",
    "لماذا قررت البقاء لعلاج الجرحى؟",
    "كيف غيّر الحصار حياتك اليومية في المستشفى؟",
    "هل تعرضت للاعتقال أو التهديد بسبب عملك؟",
    "كيف كنتم تحصلون على الأدوية والمعدات؟",
    "من الذي ساندك في تلك الفترة؟",
    "ما أثر هذه التجربة على أسرتك؟",
    "متى غادرت سوريا وكيف كانت الرحلة؟",
    "ما هي آمالك للمستقبل؟",
];

/// What interviewers say, and what that is: the number of the question, `O` one that is not in the guide, `-` a probe
/// or no question. Conversations are apart by an empty line of the list.
const ENGLISH_TURNS: &[(&str, &str)] = &[
    ("Thank you for agreeing to speak with me today. Is it all right if I record this?", "O"),
    ("Great. So let's begin with your work before the war. What were you doing then?", "1"),
    ("Mm-hm.", "-"),
    ("And which department was that?", "O"),
    ("And why did you decide to stay, when so many of your colleagues left, to treat wounded people?", "2"),
    ("And then?", "-"),
    ("I see. Can you tell me how daily life in the hospital changed once the siege began?", "3"),
    ("Can you give me an example?", "-"),
    ("Did anyone threaten you or try to arrest you for what you were doing?", "4"),
    ("How long were you held?", "O"),
    ("What about supplies: where did the medicine and the equipment come from?", "5"),
    ("Really?", "-"),
    ("Was there anybody who supported you through those months?", "6"),
    ("I'd like to ask about your family. How did all of this affect them?", "7"),
    ("Take your time.", "-"),
    ("And when was it that you left Syria? What was that journey like for you?", "8"),
    ("Last question: what are your hopes for the future?", "9"),
    ("Would you like to add anything else?", "10"),
    ("", ""),
    ("Hello, doctor.", "-"),
    ("Before the war, what kind of work did you do?", "1"),
    ("Right.", "-"),
    ("What do you mean by that?", "-"),
    ("You could have gone abroad. What made you stay and go on treating the injured?", "2"),
    ("Who else was in the room?", "O"),
    ("How did medicines reach you, and equipment, when all roads were closed?", "5"),
    ("Coming back to the hospital for a moment, what did the siege do to your daily routine there?", "3"),
    ("Could you say a little more about that?", "-"),
    ("Were you yourself arrested at some point, or did you receive threats?", "4"),
    ("Okay.", "-"),
    ("Did you have any contact with journalists from abroad?", "O"),
    ("Who gave you support during that period?", "6"),
    ("What happened next?", "-"),
    ("How about your wife and your family, how were they affected by the experience?", "7"),
    ("Tell me about leaving Syria and the journey to Turkey.", "8"),
    ("When you think of the future, what do you hope?", "9"),
    ("Thank you so much.", "-"),
    ("", ""),
    ("Please tell me what work you did before the war started.", "1"),
    ("Uh-huh. Go on.", "-"),
    ("What did your parents think of your profession?", "O"),
    ("And the decision to stay and care for wounded people, how did you make it?", "2"),
    ("What was a normal day in the hospital like under siege, how did life change?", "3"),
    ("Why?", "-"),
    ("Did the security services ever arrest or threaten you because of the medical work?", "4"),
    ("How did you feel about it?", "-"),
    ("Where did you find medicines?", "5"),
    ("Did people from outside support you at that time?", "6"),
    ("How old were your children then?", "O"),
    ("And what has this experience meant for your family?", "7"),
    ("Which route did you take when leaving Syria?", "8"),
    ("And the future? What are you hoping for?", "9"),
    ("Is there something that I did not ask and that you want to add?", "10"),
];

const ARABIC_TURNS: &[(&str, &str)] = &[
    ("أهلا وسهلا بك، شكرا لقبولك الحديث معنا.", "-"),
    ("نبدأ بعملك قبل الحرب، ماذا كنت تعمل؟", "1"),
    ("نعم.", "-"),
    ("في أي مدينة ولدت؟", "O"),
    ("وما الذي جعلك تقرر أن تبقى وتعالج الجرحى؟", "2"),
    ("ثم ماذا حدث؟", "-"),
    ("كيف تغيرت الحياة اليومية داخل المستشفى أثناء الحصار؟", "3"),
    ("ممكن مثال؟", "-"),
    ("هل اعتقلت أو هددك أحد بسبب هذا العمل؟", "4"),
    ("ومن أين كانت تأتي الأدوية والمعدات الطبية؟", "5"),
    ("كم طبيبا كان معكم؟", "O"),
    ("هل كان هناك من يساندكم خلال تلك الفترة؟", "6"),
    ("كيف أثرت التجربة في عائلتك وأسرتك؟", "7"),
    ("لماذا؟", "-"),
    ("حدثني عن مغادرة سوريا والرحلة إلى تركيا.", "8"),
    ("وأخيرا، ماذا تأمل من المستقبل؟", "9"),
    ("", ""),
    ("ما طبيعة عملك قبل اندلاع الحرب؟", "1"),
    ("طيب.", "-"),
    ("كثيرون سافروا، فلماذا قررتِ أنتِ البقاء وعلاج الجرحى؟", "2"),
    ("هل تقصدين ذلك بالضبط؟", "-"),
    ("وكيف كانت حياتكم اليومية في المستشفى تحت الحصار؟", "3"),
    ("هل تلقيتِ تهديدا أو تعرضتِ لاعتقال؟", "4"),
    ("كيف حصلتم على الدواء والمعدات؟", "5"),
    ("من ساندك؟", "6"),
    ("هل زرت بلدا آخر من قبل؟", "O"),
    ("وما أثر كل هذا على الأسرة؟", "7"),
    ("متى غادرتِ سوريا؟ وكيف كانت رحلتك؟", "8"),
    ("ما آمالك في المستقبل؟", "9"),
];

/// Another study, on which nothing was chosen.
const SCHOOL: &[&str] = &[
    "How did you become a teacher?",
    "What does a typical lesson look like in your classroom?",
    "How do you deal with pupils who fall behind?",
    "What role do parents play?",
    "How has technology changed the way you teach?",
    "كيف تتعامل المدرسة مع الغياب المتكرر؟",
    "ما الذي تغيّره في المناهج لو كان القرار بيدك؟",
];

const SCHOOL_TURNS: &[(&str, &str)] = &[
    ("Thanks for having me. To start with, can you tell me how you came to be a teacher?", "1"),
    ("Mhm, okay.", "-"),
    ("Could you walk me through a typical lesson?", "2"),
    ("And how long does that last?", "O"),
    ("What do you do about pupils who are falling behind?", "3"),
    ("Can you give an example?", "-"),
    ("Where do the parents come into this?", "4"),
    ("Has your teaching changed because of tablets and other technology?", "5"),
    ("Who pays for the lunches?", "O"),
    ("وماذا تفعلون إذا تكرر غياب الطالب عن المدرسة؟", "6"),
    ("لو كان القرار لك، ماذا كنت ستغير في المنهج؟", "7"),
    ("تمام.", "-"),
    ("", ""),
    ("Why did you want to be a teacher in the first place?", "1"),
    ("Describe one of your lessons for me.", "2"),
    ("Some children are slower than others. How do you help those who fall behind?", "3"),
    ("Right, right.", "-"),
    ("How involved are mothers and fathers, the parents?", "4"),
    ("How do computers and technology affect how you teach?", "5"),
    ("كيف تتصرف المدرسة حين يتغيب التلاميذ كثيرا؟", "6"),
    ("هل لديك أولاد في المدرسة نفسها؟", "O"),
    ("ما التغيير الذي تريده في المناهج؟", "7"),
    ("وماذا أيضا؟", "-"),
];

fn question(n: usize) -> QuestionId {
    QuestionId::from_number(n as u128)
}

fn matcher(guide: &[&str]) -> Matcher {
    Matcher::new(guide.iter().enumerate().map(|(n, words)| (question(n + 1), *words)))
}

/// A conversation of which only those who ask are written: each is answered "Yes, that is how it was."
fn conversation(asked: &[&str]) -> (Text, Structure) {
    let (mut content, mut turns, mut end) = (String::new(), Vec::new(), 0);
    for (n, words) in asked.iter().flat_map(|words| [*words, "Yes, that is how it was."]).enumerate() {
        let speaker = SpeakerId::from_number(n as u128 % 2);
        let length = words.chars().count() as u32;
        turns.push(Turn::new(Span::new(end, end + length), Pos(end), speaker));
        content.push_str(words);
        content.push('\n');
        end += length + 1;
    }
    let speaker = |n, name: &str, role| Speaker::new(SpeakerId::from_number(n), name, role);
    let speakers = vec![speaker(0, "I", Role::Interviewer), speaker(1, "P", Role::Participant)];
    (Text::new(content), Structure { turns, speakers, ..Structure::default() })
}

/// How many turns were given the right question of the guide, how many were given any, how many should have been; and
/// how many of the others were rightly told to be a question or a probe, of how many.
fn measure(guide: &[&str], turns: &[(&str, &str)]) -> [usize; 5] {
    let mut matcher = matcher(guide);
    let [mut right, mut given, mut wanted, mut told, mut others] = [0; 5];
    for conversation_turns in turns.split(|(words, _)| words.is_empty()) {
        let said: Vec<_> = conversation_turns.iter().map(|(words, _)| *words).collect();
        let (text, structure) = conversation(&said);
        let found = matcher.suggest(&text, &structure);
        for (n, (words, label)) in conversation_turns.iter().enumerate() {
            let at = structure.turns[n * 2].span.start;
            let what = found.iter().find(|(start, _)| *start == at).map(|(_, what)| *what);
            let expected = match *label {
                "O" => Some(Asked::Other),
                "-" => None,
                number => Some(Asked::Guide(question(number.parse().unwrap()))),
            };
            let guide = |what: Option<Asked>| what.and_then(Asked::question);
            given += usize::from(guide(what).is_some());
            wanted += usize::from(guide(expected).is_some());
            right += usize::from(guide(expected).is_some() && what == expected);
            if guide(expected).is_none() {
                others += 1;
                told += usize::from(what == expected);
            }
            if what != expected {
                eprintln!("{words}: {what:?} for {label}; {:?}", matcher.scores(words));
            }
        }
    }
    [right, given, wanted, told, others]
}

#[test]
fn paraphrases_find_their_question() {
    let share = |a: usize, b: usize| a as f32 / b as f32;
    let both = [(ENGLISH, ENGLISH_TURNS), (ARABIC, ARABIC_TURNS)].map(|(guide, turns)| measure(guide, turns));
    for [right, given, wanted, told, others] in both {
        eprintln!("precision {right}/{given}, recall {right}/{wanted}; other turns {told}/{others}");
    }
    let [right, given, wanted, told, others] = measure(SCHOOL, SCHOOL_TURNS);
    eprintln!("elsewhere: precision {right}/{given}, recall {right}/{wanted}; other turns {told}/{others}");
    assert!(share(right, given) >= 0.75 && share(right, wanted) >= 0.75 && share(told, others) >= 0.75);
    for [right, given, wanted, told, others] in both {
        assert!(share(right, given) >= 0.95, "precision {right} of {given}");
        assert!(share(right, wanted) >= 0.95, "recall {right} of {wanted}");
        assert!(share(told, others) >= 0.9, "{told} of {others} questions and probes told apart");
    }
}

#[test]
fn two_hundred_interviews_are_matched_in_no_time() {
    let guide: Vec<String> = (0..30).map(|n| format!("{} {n}?", ENGLISH[n % ENGLISH.len()])).collect();
    let guide: Vec<&str> = guide.iter().map(String::as_str).collect();
    let said: Vec<&str> =
        (0..60).map(|n| ENGLISH_TURNS[n % ENGLISH_TURNS.len()].0).filter(|said| !said.is_empty()).collect();
    let (text, structure) = conversation(&said);
    let mut matcher = matcher(&guide);
    let began = std::time::Instant::now();
    let found: usize = (0..200).map(|_| matcher.suggest(&text, &structure).len()).sum();
    assert!(found > 200);
    // Without optimization, on a machine that does other things too.
    assert!(began.elapsed().as_secs_f32() < 15.0, "{:?}", began.elapsed());
    eprintln!("200 interviews: {:?}", began.elapsed());
}

#[test]
fn nothing_is_found_by_an_empty_guide_or_in_a_text_without_turns() {
    let (text, structure) = conversation(&["What did you carry with you?"]);
    assert_eq!(matcher(&[]).suggest(&text, &structure), [(Pos(0), Asked::Other)]);
    assert_eq!(matcher(ENGLISH).suggest(&text, &Structure::default()), []);
    assert_eq!(matcher(&["", "?"]).suggest(&Text::new(""), &Structure::default()), []);
}

#[test]
fn where_nobody_is_known_to_ask_a_turn_of_anyone_may() {
    let (text, mut structure) = conversation(&["What do you hope for?", "What did you eat for breakfast?"]);
    structure.speakers[0].role = Role::Participant;
    assert_eq!(matcher(ENGLISH).suggest(&text, &structure), [(Pos(0), Asked::Guide(question(9)))]);
}

fn asks(what: Asked, confirmed: bool) -> Option<Asks> {
    Some(Asks { what, confirmed })
}

#[test]
fn an_answer_is_all_until_something_else_is_asked() {
    let (text, mut structure) =
        conversation(&["What do you hope?", "And then?", "Where?", "Again: what do you hope?", "Bye."]);
    let hope = question(1);
    for (turn, what) in [
        (0, asks(Asked::Guide(hope), false)),
        (2, asks(Asked::Nothing, true)),
        (4, asks(Asked::Other, false)),
        (6, asks(Asked::Guide(hope), true)),
    ] {
        structure.turns[turn].asks = what;
    }
    let words = |span: Option<Span>| span.map(|span| text.slice(span));
    let found = answers(&structure, hope);
    let said: Vec<_> =
        found.iter().map(|answer| (text.slice(answer.asked), words(answer.span), answer.confirmed)).collect();
    let yes = "Yes, that is how it was.";
    assert_eq!(
        said,
        [
            ("What do you hope?", Some(format!("{yes}\nAnd then?\n{yes}").as_str()), false),
            ("Again: what do you hope?", Some(format!("{yes}\nBye.\n{yes}").as_str()), true),
        ]
    );
    assert_eq!(asked_in(&structure).into_iter().collect::<Vec<_>>(), [(hope, HowAsked::Confirmed)]);
    assert!(is_matched(&structure));
    let mut bare = structure.clone();
    bare.turns.iter_mut().for_each(|turn| turn.asks = None);
    assert!(!is_matched(&bare), "of which nothing is known yet");
    let other = other_questions(&structure);
    assert_eq!(other.iter().map(|answer| words(answer.span)).collect::<Vec<_>>(), [Some(yes)]);
    assert_eq!(answers(&structure, question(2)), []);

    // What follows at once is another question: nothing was answered.
    structure.turns[1].asks = asks(Asked::Other, false);
    assert_eq!(answers(&structure, hope)[0].span, None);
}

#[test]
fn what_was_confirmed_stays_when_it_is_matched_again() {
    let (_, mut structure) = conversation(&["One?", "Two?", "Three?", "Four?"]);
    let starts: Vec<Pos> = structure.turns.iter().map(|turn| turn.span.start).collect();
    structure.turns[0].asks = asks(Asked::Nothing, true);
    structure.turns[2].asks = asks(Asked::Other, false);
    structure.turns[4].asks = asks(Asked::Other, false);
    let suggested = [0, 4, 6].map(|turn| (starts[turn], Asked::Guide(question(1))));
    assert_eq!(
        rematched(&structure, &suggested),
        [
            (starts[2], None),
            (starts[4], asks(Asked::Guide(question(1)), false)),
            (starts[6], asks(Asked::Guide(question(1)), false))
        ]
    );
}

#[test]
fn numbers_and_bullets_are_no_part_of_a_question() {
    for (line, words) in [
        ("1. What did you carry?", "What did you carry?"),
        ("  12) What?", "What?"),
        ("Q3: What?", "What?"),
        ("Question 4 - What?", "What?"),
        ("2.1 What?", "What?"),
        ("(5) What?", "What?"),
        ("b) What?", "What?"),
        ("• What?", "What?"),
        ("- 3. What?", "What?"),
        ("## What?", "What?"),
        ("١. ماذا حملت؟", "ماذا حملت؟"),
        ("س٢: ماذا حملت؟", "ماذا حملت؟"),
        ("السؤال ٣: لماذا؟", "لماذا؟"),
        ("3 children or more?", "3 children or more?"),
        ("A. S. Byatt said what?", "A. S. Byatt said what?"),
        ("Quality of life?", "Quality of life?"),
        ("7.", "7."),
    ] {
        assert_eq!(lines::unnumbered(line), words, "{line}");
    }
    assert_eq!(questions_of("1. Why?\n\n - How?\n2) Why?\n---\n"), ["Why?", "How?"]);
}

#[test]
fn questions_are_told_by_their_mark_or_their_beginning() {
    for yes in [
        "What?",
        "Really? ",
        "ماذا؟",
        "Tell me about your day.",
        "1. Describe a shift",
        "احك لي عن يومك.",
        "Why (and how)?",
    ] {
        assert!(looks_like_question(yes), "{yes}");
    }
    for no in ["Whatever they say.", "I see.", "", "Mm-hm.", "نعم.", "Introduction"] {
        assert!(!looks_like_question(no), "{no}");
    }
    let text = Text::new("Guide\n1. What did you carry?\nA note.\n2. Tell me about home.\n");
    assert_eq!(question_lines(&text), ["What did you carry?", "Tell me about home."]);
}

fn part(start: u32, end: u32, case: u128) -> Part {
    Part { span: Span::new(start, end), case: CaseId::from_number(case), extra: Default::default() }
}

#[test]
fn a_new_part_cuts_the_older_ones() {
    let parts = [part(0, 10, 1), part(10, 20, 2), part(30, 40, 1)];
    let case = |n| Some(CaseId::from_number(n));
    let given = |start, end, n| parted(&parts, Span::new(start, end), case(n));
    assert_eq!(given(5, 15, 3), [part(0, 5, 1), part(5, 15, 3), part(15, 20, 2), part(30, 40, 1)]);
    assert_eq!(given(12, 15, 3), [part(0, 10, 1), part(10, 12, 2), part(12, 15, 3), part(15, 20, 2), part(30, 40, 1)]);
    assert_eq!(given(0, 50, 3), [part(0, 50, 3)]);
    assert_eq!(given(8, 30, 1), [part(0, 40, 1)], "joined with what it touches");
    assert_eq!(given(8, 25, 1), [part(0, 25, 1), part(30, 40, 1)]);
    assert_eq!(given(22, 22, 1), parts, "nothing is given");
    assert_eq!(parted(&parts, Span::new(5, 35), None), [part(0, 5, 1), part(35, 40, 1)]);
}

#[test]
fn sections_begin_at_headings_or_at_what_looks_like_one() {
    let long = "word ".repeat(25);
    let headings = |content: &str, structure: &Structure| {
        let text = Text::new(content);
        let found = sections(&text, structure);
        found.into_iter().map(|section| (section.heading, text.slice(section.span).len())).collect::<Vec<_>>()
    };
    let length = long.trim_end().len();
    let marked = format!("Title\nOne\n{long}\nTwo\n{long}");
    let heading = |start, end, level| Block {
        span: Span::new(start, end),
        kind: BlockKind::Heading(level),
        extra: Default::default(),
    };
    let two = 10 + long.len() as u32 + 1;
    let blocks = vec![heading(0, 5, 1), heading(6, 9, 2), heading(two, two + 3, 2)];
    let found = headings(&marked, &blocks.into());
    assert_eq!(found, [("One".into(), 4 + length), ("Two".into(), 4 + length)]);

    let plain = Structure::default();
    let alone =
        format!("An introduction.\n\nالطبيبة ليلى\n\n{long}\n\nThe driver\n{long}\n\nHe left. A day.\n\n{long}");
    let found: Vec<String> = headings(&alone, &plain).into_iter().map(|(heading, _)| heading).collect();
    assert_eq!(found, ["الطبيبة ليلى", "The driver"]);

    let news = format!(
        "{long}\nFRANKFURT, Germany — The student {long}\n“I said so,” he said.\n{long}\nFor some it was the end.\n{long}\nLast words."
    );
    let found: Vec<String> = headings(&news, &plain).into_iter().map(|(heading, _)| heading).collect();
    assert_eq!(found, ["FRANKFURT, Germany", "For some it was the end."]);
    assert_eq!(headings("", &plain), []);
}

#[test]
fn headings_that_ask_become_turns() {
    let text = Text::new("Report\nWhat did you carry?\nA bag.\nNothing else.\nNote\nWhy?\n");
    let heading =
        |start, end| Block { span: Span::new(start, end), kind: BlockKind::Heading(2), extra: Default::default() };
    let structure = Structure::from(vec![heading(0, 6), heading(7, 26), heading(48, 52), heading(53, 57)]);
    let speakers = [(SpeakerId::from_number(1), "Q"), (SpeakerId::from_number(2), "A")];
    let (who, turns) = headings_as_turns(&text, &structure, speakers).unwrap();
    let said: Vec<_> = turns.iter().map(|turn| (turn.speaker == who[0].id, text.slice(turn.span))).collect();
    assert_eq!(said, [(true, "What did you carry?"), (false, "A bag.\nNothing else.\nNote"), (true, "Why?")]);
    let spoken = Structure { turns, speakers: who, ..Structure::default() };
    assert_eq!(spoken.sound(text.len(), &|_| false, &|_| false), spoken);
    assert_eq!(headings_as_turns(&text, &spoken, speakers), None);
    assert_eq!(headings_as_turns(&text, &Structure::default(), speakers), None);
}
