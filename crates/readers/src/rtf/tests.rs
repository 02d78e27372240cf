use emic_core::project::BlockKind::{Heading, ListItem, Note, TableRow};
use emic_core::project::Style;
use emic_formats::source::{Aspect, Bound, Extract, LeftOut, Outcome, Refusal, TrackedChanges, Wishes};

use crate::check::sound;
use crate::hostile::{grows_evenly, read_plainly, survives};
use crate::read::Task;

const INTERVIEW: &[u8] = include_bytes!("../../fixtures/interview.rtf");

fn read(words: &str) -> Extract {
    let Ok(Outcome::Texts(texts)) = read_plainly("a.rtf", words.as_bytes()) else { panic!("{words} is read") };
    sound(&texts[0]);
    texts[0].clone()
}

fn words(body: &str) -> String {
    read(&format!("{{\\rtf1\\ansi {body}}}")).text
}

#[test]
fn an_interview() {
    let extract = read(std::str::from_utf8(INTERVIEW).unwrap());
    let expected = "Interview 1\nWhen did they come?\nAnna: At night, I\u{a0}think—we were asleep.[1]\nCafé “x”\nيالا 日ア😀\n\n\
                    • North\n2. South side\nkept new endlink\nWho\tAge\nAnna\nMaria\n\t41\nafter {end}\nIn a box\n\n\
                    [1] As told later.\nTwice.";
    assert_eq!(extract.text, expected);
    assert_eq!(extract.title.as_deref(), Some("Interview with Anna – made up"));
    let chars: Vec<char> = extract.text.chars().collect();
    let of =
        |span: emic_core::text::Span| -> String { chars[span.start.0 as usize..span.end.0 as usize].iter().collect() };
    let blocks: Vec<_> = extract.structure.blocks.iter().map(|block| (of(block.span), block.kind)).collect();
    let expected = [
        ("Interview 1", Heading(1)),
        ("When did they come?", Heading(3)),
        ("• North", ListItem),
        ("2. South side", ListItem),
        ("Who\tAge", TableRow),
        ("Anna", TableRow),
        ("Maria", TableRow),
        ("\t41", TableRow),
        ("[1] As told later.", Note),
        ("Twice.", Note),
    ];
    assert_eq!(blocks, expected.map(|(words, kind)| (words.to_owned(), kind)));
    let styles: Vec<_> = extract.structure.styles.iter().map(|styled| (of(styled.span), styled.style)).collect();
    let expected = [("Anna:", Style::Bold), ("night", Style::Italic), ("later", Style::Bold)];
    assert_eq!(styles, expected.map(|(words, style)| (words.to_owned(), style)));
    let remark = &extract.remarks[0];
    assert_eq!((of(remark.span).as_str(), remark.words.as_str()), ("we were asleep", "Check جد this."));
    assert_eq!(remark.author.as_deref(), Some("Jo B"));
    let left_out = [
        (LeftOut::Picture, 1),
        (LeftOut::Object, 1),
        (LeftOut::HeaderOrFooter, 1),
        (LeftOut::Hidden, 1),
        (LeftOut::TrackedChange, 1),
    ];
    assert_eq!(extract.left_out, left_out);
    assert_eq!(extract.aspects, [Aspect::TrackedChanges]);
}

#[test]
fn tracked_changes_can_be_rejected() {
    let wishes = Wishes { tracked: TrackedChanges::Rejected, ..Wishes::default() };
    let task = Task { name: "a.rtf", bytes: INTERVIEW, wishes: &wishes, progress: &|_| () };
    let Ok(Outcome::Texts(texts)) = crate::read(&task) else { panic!("it is read") };
    assert!(texts[0].text.contains("kept gone endlink"));
}

#[test]
fn characters() {
    for (body, expected) in [
        ("a\\u8217'b", "a’b"),
        ("\\uc2 \\u26085 ??\\u26412 \\'93\\'fa.", "日本."),
        ("\\uc0 \\u26085 \\u26412 .", "日本."),
        ("\\u8212\\emdash x", "—x"),
        ("\\u1580\\par x", "ج\nx"),
        ("{\\uc2 \\u8217{}ab}", "’ab"),
        ("\\u-10179?\\u-8704?\\u-10179?x", "😀x"),
        ("\\u128512?", "😀"),
        ("a\\-b\\_c\\~d\\lquote\\rquote\\tab e", "ab\u{2011}c\u{a0}d‘’\te"),
        ("a\\\nb\\line c", "a\nb\nc"),
        ("\\pc caf\\'82", "café"),
        ("\\mac caf\\'8e", "café"),
        ("\\ansicpg1256 \\'c7\\'e1", "ال"),
        ("{\\upr{\\b no}{\\*\\ud yes}} end", "yes end"),
        ("caf\u{e9} – “raw”", "café – “raw”"),
        ("\\rtlch\\ab\\ltrch x\\'zzy", "xzzy"),
        ("a{\\htmlrtf no\\htmlrtf0}b", "ab"),
        ("*{\\footnote * own}", "*\n\n* own"),
        ("} still here", " still here"),
        ("\\u0 \\u-1 a\\u7 ?b", "b"),
    ] {
        assert_eq!(words(body), expected, "{body}");
    }
    // What is bold from right to left is so by a word of its own.
    let right = read("{\\rtf1{\\rtlch\\ab \\u1580?}{\\ltrch\\ab x}}");
    assert_eq!(right.structure.styles.len(), 1);
    assert_eq!(right.structure.styles[0].span, emic_core::text::Span::new(0, 1));
}

#[test]
fn files_that_are_cut_off_or_made_to_harm() {
    assert_eq!(read("{\\rtf1 They came {\\b at nig").text, "They came at nig");
    assert_eq!(read_plainly("a.rtf", b"{\\rtf1 {\\pict 00}}"), Err(Refusal::Empty));
    let deep = format!("{{\\rtf1 {}", "{".repeat(1_000_000));
    assert_eq!(read_plainly("a.rtf", deep.as_bytes()), Err(Refusal::Excessive(Bound::Depth)));
    let n = 200_000;
    for body in ["{}", "\\u1580?", "}{", "{\\footnote x}", "\\cell ", "{\\*\\annotation x}", "\\bin99999999999 ", "\\b"]
    {
        let began = std::time::Instant::now();
        read(&format!("{{\\rtf1 words{}", body.repeat(n)));
        assert!(began.elapsed().as_secs() < 30, "{body} {:?}", began.elapsed());
    }
}

#[test]
fn comments_beside_much_white_space_take_no_longer_than_others() {
    grows_evenly("a.rtf", 2_000, |pieces| {
        let blank = " ".repeat(20 * pieces);
        format!("{{\\rtf1 x\\par {blank}{}x}}", "{\\annotation a}".repeat(pieces)).into_bytes()
    });
    let extract =
        read("{\\rtf1 one {\\*\\atrfstart 1} two {\\*\\atrfend 1}{\\*\\annotation {\\*\\atnref 1}Why?}\\par three}");
    let spans: Vec<_> = extract.remarks.iter().map(|remark| (remark.span.start.0, remark.span.end.0)).collect();
    assert_eq!((extract.text.as_str(), spans), ("one  two \nthree", vec![(5, 8)]));
}

#[test]
fn damaged_files_are_read_or_refused() {
    survives("interview.rtf", INTERVIEW, 300);
}
