//! Both formats as programs write them.

use emic_core::project::Style;
use emic_formats::source::{Damage, Extract, LeftOut, Outcome, Refusal};

use crate::check::sound;
use crate::hostile::{read_plainly, survives};

fn read(name: &str, words: &str) -> Extract {
    let Ok(Outcome::Texts(mut texts)) = read_plainly(name, words.as_bytes()) else { panic!("{words}") };
    sound(&texts[0]);
    texts.remove(0)
}

fn voices(extract: &Extract) -> Vec<(&str, String)> {
    let words = |start: u32, end: u32| extract.text.chars().skip(start as usize).take((end - start) as usize).collect();
    extract.voices.iter().map(|voice| (voice.name.as_str(), words(voice.span.start.0, voice.span.end.0))).collect()
}

fn times(extract: &Extract) -> Vec<(u32, u32)> {
    extract.structure.times.iter().map(|time| (time.at.0, time.ms)).collect()
}

const TEAMS: &str = "WEBVTT - Talk 3\nKind: captions\n\nNOTE\nmade by a program\n\nSTYLE\n::cue { color: red }\n\n\
    a1/12-0\n00:00:01.000 --> 00:00:03.000 align:start position:0%\n<v Dana Berg>Did you <i>see</i> the\nriver?</v>\n\n\
    a1/12-1\n00:00:03.500 --> 00:00:05.000\n<v.loud Salma &amp; Ali>We did.\n\n\
    00:06.000 --> 00:07.000\n<v Salma &amp; Ali>It was <00:00:06.500><c>&lt;high&gt;.";

#[test]
fn voices_of_tags() {
    let extract = read("a.vtt", TEAMS);
    assert_eq!(extract.text, "Did you see the river?\nWe did. It was <high>.");
    assert_eq!(
        voices(&extract),
        [("Dana Berg", "Did you see the river?".into()), ("Salma & Ali", "We did. It was <high>.".into())]
    );
    assert_eq!(times(&extract), [(0, 1_000), (23, 3_500), (31, 6_000)]);
    assert_eq!(extract.title.as_deref(), Some("Talk 3"));
    assert_eq!(extract.left_out, [(LeftOut::Script, 1), (LeftOut::Comment, 1)]);
    let styles = &extract.structure.styles;
    assert_eq!(
        (styles.len(), styles[0].style, styles[0].span.start.0, styles[0].span.end.0),
        (1, Style::Italic, 8, 11)
    );
}

#[test]
fn names_before_the_words_are_voices_if_they_always_are() {
    let zoom = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nسلمى: جاؤوا في الليل.\n\n2\n00:00:02.500 --> 00:00:04.000\n\
        Dana Berg: All of them?\n\n3\n00:00:05.000 --> 00:00:06.000\nسلمى: نعم.\n\n4\n00:00:06.200 --> 00:00:07.000\nكلهم.\n";
    let extract = read("a.vtt", zoom);
    assert_eq!(extract.text, "جاؤوا في الليل.\nAll of them?\nنعم. كلهم.");
    assert_eq!(voices(&extract).iter().map(|voice| voice.0).collect::<Vec<_>>(), ["سلمى", "Dana Berg", "سلمى"]);
    // Here and there: the words stay, each name at the start of a paragraph.
    let seldom = "1\n00:00:01,000 --> 00:00:02,000\nANNA: They came.\n\n2\n00:00:02,000 --> 00:00:03,000\nAt night,\n\n3\n\
        00:00:03,000 --> 00:00:04,000\nall of them.\n\n4\n00:00:04,000 --> 00:00:05,000\nBEN: Who?\n\n5\n\
        00:00:05,000 --> 00:00:06,000\nWho came?\n\n6\n00:00:06,000 --> 00:00:07,000\nTell me.\n";
    let extract = read("a.srt", seldom);
    assert_eq!(extract.text, "ANNA: They came. At night, all of them.\nBEN: Who? Who came? Tell me.");
    assert!(extract.voices.is_empty());
}

#[test]
fn what_programs_get_wrong_is_read_all_the_same() {
    let srt = "\u{feff}00:00:05,000-->00:00:06.000\r\n{\\an8}<b>Second</b> <font color=\"#fff\">words</font> 3 < 4\r\n\r\n\
        1\r\n\r\n0:00:01.5 --> 0:00:02,000\r\n- First?\r\n- Yes &amp; no.\r\n\r\n\r\nstill the first\r\n3\r\n00:00:06,100 --> 00:00:07,000\r\n2024";
    let extract = read("a.srt", srt);
    assert_eq!(extract.text, "- First?\n- Yes & no. still the first\nSecond words 3 < 4 2024");
    assert_eq!(times(&extract), [(0, 1_500), (37, 5_000), (56, 6_100)]);
    assert_eq!(extract.structure.styles.len(), 1);
}

#[test]
fn a_pause_or_the_end_of_a_long_paragraph_begins_a_new_one() {
    let pause = "1\n00:00:01,000 --> 00:00:02,000\nThey came.\n\n2\n00:00:04,000 --> 00:00:05,000\nAt night.\n\n3\n\
        00:00:07,001 --> 00:00:08,000\nThen nothing.\n";
    assert_eq!(read("a.srt", pause).text, "They came. At night.\nThen nothing.");
    let cue = |n: usize, words: &str| format!("{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{words}\n\n");
    let long = "word ".repeat(20);
    let sentences: String = (0..20).map(|n| cue(n, &format!("{long} {n}."))).collect();
    let text = read("a.srt", &sentences).text;
    assert!(text.lines().all(|line| line.ends_with('.') && line.len() < 800), "{text}");
    let endless: String = (0..40).map(|n| cue(n, &format!("{long} {n}"))).collect();
    let text = read("a.srt", &endless).text;
    assert!(text.lines().count() > 1 && text.lines().all(|line| line.len() < 1700), "{text}");
}

#[test]
fn rolling_captions_are_taken_once() {
    let rolling = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n \nthey<00:00:00.500><c> came</c>\n\n\
        00:00:02.000 --> 00:00:02.010\nthey came\n \n\n00:00:02.010 --> 00:00:04.000\nthey came\nat<00:00:03.000><c> night</c>\n\n\
        00:00:04.000 --> 00:00:04.010\nat night\n \n\n00:00:04.010 --> 00:00:06.000\nat night\nand left\n";
    let extract = read("a.vtt", rolling);
    assert_eq!(extract.text, "they came at night and left");
    assert_eq!(times(&extract), [(0, 0), (10, 2_010), (19, 4_010)]);
    let growing = "1\n00:00:01,000 --> 00:00:02,000\nthey\n\n2\n00:00:02,000 --> 00:00:03,000\nthey came\n\n3\n\
        00:00:03,000 --> 00:00:04,000\nthey came by\n\n4\n00:00:04,000 --> 00:00:05,000\nthey came by night\n";
    assert_eq!(read("a.srt", growing).text, "they came by night");
    // People do say things twice.
    let twice = "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n\n3\n00:00:03,000 --> 00:00:04,000\nNever again\n";
    assert_eq!(read("a.srt", twice).text, "No. No. Never again");
}

#[test]
fn recordings_joined_in_one_file_stay_one_after_the_other() {
    let cue = |second: u32, words: &str| format!("00:00:{second:02},000 --> 00:00:{:02},000\n{words}\n\n", second + 2);
    let one = [cue(1, "The first part begins."), cue(10, "The first part ends.")].concat();
    let two = [cue(1, "The second part begins."), cue(10, "The second part ends.")].concat();
    let expected = "The first part begins.\nThe first part ends.\nThe second part begins.\nThe second part ends.";
    let extract = read("a.srt", &[one, two].concat());
    assert_eq!(extract.text, expected);
    assert_eq!(times(&extract), [(0, 1_000), (23, 10_000), (44, 1_000), (68, 10_000)]);
    // The clock of the second one does not begin at nought.
    let late = |minute: u32, words: &str| format!("00:{minute:02}:00,000 --> 00:{minute:02}:30,000\n{words}\n\n");
    let joined = [late(1, "One."), late(9, "Two."), late(3, "Three."), late(4, "Four.")].concat();
    assert_eq!(read("a.srt", &joined).text, "One.\nTwo.\nThree.\nFour.");
    // A new recording is a new paragraph, though its clock goes on where that of the last one could.
    let short = [cue(8, "One."), cue(1, "Two.")].concat();
    assert_eq!(read("a.srt", &short).text, "One.\nTwo.");
    // People who speak at once are put in order.
    assert_eq!(read("a.srt", &[cue(2, "Two,"), cue(4, "four,"), cue(3, "three.")].concat()).text, "Two, three. four,");
}

#[test]
fn what_is_no_tag_is_words() {
    let vtt = "WEBVTT\n\n00:01.000 --> 00:04.000\nWe <b.loud>begin</b> <laughs> here<00:00:02.000> <inaudible 00:03>.\n\n\
        00:05.000 --> 00:06.000\nIf a<b and c>d <00:05 noise> <c.x>then</c> <i/><lang de>ja</lang> <br /><font color=\"#fff\">so</font>\n";
    let expected = "We begin <laughs> here <inaudible 00:03>. If a<b and c>d <00:05 noise> then ja so";
    assert_eq!(read("a.vtt", vtt).text, expected);
    assert_eq!(read("a.srt", &vtt.replace("WEBVTT\n\n", "")).text, expected);
}

#[test]
fn other_encodings_are_read() {
    let (words, ..) = encoding_rs::WINDOWS_1256.encode(
        "1\r\n00:00:01,000 --> 00:00:02,000\r\nجاؤوا في الليل وكنت خائفة جدا ولم أعرف ماذا أفعل.\r\n\r\n\
         2\r\n00:00:02,500 --> 00:00:04,000\r\nغادرنا البيت في الصباح مع الأطفال.\r\n",
    );
    let Ok(Outcome::Texts(texts)) = read_plainly("a.srt", &words) else { panic!() };
    assert_eq!(texts[0].text, "جاؤوا في الليل وكنت خائفة جدا ولم أعرف ماذا أفعل. غادرنا البيت في الصباح مع الأطفال.");
    let wide: Vec<u8> =
        "\u{feff}WEBVTT\n\n00:01.000 --> 00:02.000\nThey came.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let Ok(Outcome::Texts(texts)) = read_plainly("a.vtt", &wide) else { panic!() };
    assert_eq!(texts[0].text, "They came.");
}

#[test]
fn what_is_not_read() {
    for (name, words, expected) in [
        ("a.srt", "They came.", Refusal::Damaged(Damage::Missing("-->".into()))),
        ("a.srt", "", Refusal::Empty),
        ("a.vtt", "WEBVTT\n", Refusal::Empty),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n \n", Refusal::Empty),
    ] {
        assert_eq!(read_plainly(name, words.as_bytes()), Err(expected), "{words}");
    }
}

#[test]
fn damaged_files_are_survived() {
    survives("a.vtt", TEAMS.as_bytes(), 300);
    survives("a.srt", TEAMS.replace("00:00:", "1\n\n00:00:").as_bytes(), 300);
    let many = format!("WEBVTT\n\n{}", "00:01 --> 00:02\n<v A><i><b>a</b>\n".repeat(20_000));
    read("a.vtt", &many);
    read("a.vtt", &format!("WEBVTT\n\n00:01 --> 00:02\na{}", "<".repeat(300_000)));
    read("a.srt", &format!("00:01 --> 00:02\na{}", "{\\&".repeat(100_000)));
}
