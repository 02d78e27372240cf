//! Files as programs write them, and files that nobody should.

use std::time::{Duration, Instant};

use emic_core::project::{BlockKind, Style};
use emic_core::text::Span;
use emic_formats::source::{Bound, Extract, LeftOut, Outcome, Refusal};
use emic_formats::tidy;

use crate::check::sound;
use crate::hostile::{grows_evenly, read_plainly, survives};

/// Made by Chromium, with its headers and footers, and packed by qpdf.
const INTERVIEW: &[u8] = include_bytes!("../../fixtures/interview.pdf");
/// Made by Chromium.
const COLUMNS: &[u8] = include_bytes!("../../fixtures/columns.pdf");
const ARABIC: &[u8] = include_bytes!("../../fixtures/arabic.pdf");

fn read(bytes: &[u8]) -> Result<Extract, Refusal> {
    match read_plainly("a.pdf", bytes)? {
        Outcome::Texts(mut texts) => {
            let extract = texts.remove(0);
            sound(&extract);
            Ok(extract)
        }
        other => panic!("{other:?}"),
    }
}

fn words_at(extract: &Extract, span: Span) -> String {
    extract.text.chars().skip(span.start.0 as usize).take(span.len() as usize).collect()
}

/// A PDF of objects, from 1; the first is its catalog. Its table is right.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (i, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", i + 1));
    }
    let start = file.len();
    file.push_str(&format!("{table}trailer\n<</Root 1 0 R/Size {}>>\nstartxref\n{start}\n%%EOF", objects.len() + 1));
    file.into_bytes()
}

fn stream(dict: &str, content: &str) -> String {
    format!("<<{dict}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// A PDF of one page that draws `content`; `more` stands in its page, `objects` are from 5.
fn page(content: &str, more: &str, objects: &[String]) -> Vec<u8> {
    let mut all = vec![
        "<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/r/St 4>>]>>>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 600 800]>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\
             /B<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>>>/XObject<</X 5 0 R>>>>{more}>>"
        ),
        stream("", content),
    ];
    all.extend_from_slice(objects);
    pdf(&all)
}

/// Lines at places, in Helvetica of 10 points.
fn at(lines: &[(f64, f64, &str)]) -> String {
    lines.iter().map(|(x, y, words)| format!("BT /F 10 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n")).collect()
}

#[test]
fn a_printed_conversation_comes_in_with_its_pages() {
    let extract = read(INTERVIEW).unwrap();
    assert_eq!(extract.title.as_deref(), Some("Leaving and staying"));
    let pages: Vec<_> = extract.structure.pages.iter().map(|page| page.label.as_str()).collect();
    assert_eq!(pages, ["1", "2"]);
    let heading = &extract.structure.blocks[0];
    assert_eq!(heading.kind, BlockKind::Heading(1));
    assert_eq!(words_at(&extract, heading.span), "Leaving and staying");
    let bold: Vec<_> = extract
        .structure
        .styles
        .iter()
        .filter(|styled| styled.style == Style::Bold)
        .map(|styled| words_at(&extract, styled.span))
        .collect();
    assert_eq!(bold[1..5], ["Interviewer:", "Anna:", "Interviewer:", "Anna:"]);
    assert_eq!(extract.text.matches("\n\u{c}").count(), 1);
    // Tidied, it is what was printed.
    let tidied = tidy::tidy(&extract.text, tidy::suggest(&extract.text)).edits.apply(&extract.text);
    let turns: Vec<&str> =
        tidied.lines().filter(|line| line.starts_with("Interviewer:") || line.starts_with("Anna:")).collect();
    assert_eq!(turns.len(), 12);
    assert_eq!(
        turns[2],
        "Interviewer: When we came to the well-known house by the harbour there were already nine people in it, and the \
         owner asked whether we could cook."
    );
    assert!(!tidied.contains("AM\tLeaving"), "{tidied}");
}

#[test]
fn columns_are_read_one_after_the_other() {
    let extract = read(COLUMNS).unwrap();
    let tidied = tidy::tidy(&extract.text, tidy::suggest(&extract.text)).edits.apply(&extract.text);
    let starts: Vec<&str> =
        tidied.lines().filter_map(|line| line.trim().split_once(". ").map(|(start, _)| start)).collect();
    assert_eq!(starts[1..], ["1", "2", "3", "4", "5", "6", "7", "8"]);
    assert!(tidied.lines().next().is_some_and(|line| line == "Houses by the harbour"), "{tidied}");
}

#[test]
fn arabic_is_read_from_right_to_left() {
    let extract = read(ARABIC).unwrap();
    assert_eq!(extract.title.as_deref(), Some("الرحيل والبقاء"));
    let words = extract.text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "الرحيل والبقاء المحاورة: غادرنا يوم الثلاثاء لأن الحافلة",
        "وقالت إن المعاطف تُفتَّش أقل من الحقائب (وهذا صحيح مرتين على الأقل).",
        "في عام 2015 وصلنا إلى البيت قرب الميناء، وكان فيه 9 أشخاص، وسألنا صاحبه: «هل تجيدون الطبخ؟»",
        "سلمى: قالت لي مسؤولة من UNHCR إن الملف رقم 12/345 جاهز، ثم لم يتصل أحد حتى 17-03-2016.",
    ] {
        assert!(words.contains(part), "{part}\n{words}");
    }
}

#[test]
fn words_are_told_by_gaps_and_names_stay_with_what_is_said() {
    let mut lines = Vec::new();
    for i in 0..8 {
        let y = 700.0 - 40.0 * f64::from(i);
        lines.extend([
            (50.0, y, if i % 2 == 0 { "Anna" } else { "Interviewer" }),
            (150.0, y, "We left on a Tuesday because the bus ran only then, and"),
            (150.0, y - 12.0, "nobody told us how long it would take us to get there."),
        ]);
    }
    let extract = read(&page(&at(&lines), "", &[])).unwrap();
    assert!(
        extract.text.starts_with(
            "Anna\tWe left on a Tuesday because the bus ran only then, and\nnobody told us how long it would take us to get \
             there.\n\nInterviewer\tWe left"
        ),
        "{}",
        extract.text
    );
    let kerned = "BT /F 10 Tf 50 700 Td [(W) 60 (e) -300 (le) 20 (ft) -280 (early)] TJ ET";
    assert_eq!(read(&page(kerned, "", &[])).unwrap().text, "We left early");
}

#[test]
fn pages_have_their_own_numbers_and_notes_stand_on_words() {
    let notes = "/Annots[<</Subtype/Highlight/Contents(Why?)/T(Ruth)/QuadPoints[67 712 82 712 67 698 82 698]\
                 /Rect[67 698 82 712]>><</Subtype/Ink/Rect[0 0 9 9]>><</Subtype/Link/Rect[0 0 9 9]>>]";
    let extract = read(&page(&at(&[(50.0, 700.0, "We left early.")]), notes, &[])).unwrap();
    assert_eq!(extract.structure.pages[0].label, "iv");
    let remark = &extract.remarks[0];
    assert_eq!((remark.words.as_str(), remark.author.as_deref()), ("Why?", Some("Ruth")));
    assert_eq!(words_at(&extract, remark.span).trim(), "left");
    assert_eq!(extract.left_out, [(LeftOut::Annotation, 1)]);
}

#[test]
fn what_is_not_to_be_read_is_not() {
    // Beside the page, in a layer of words recognised by a program, twice to make it bold.
    let content = "BT /F 10 Tf 3 Tr 50 700 Td (seen) Tj 900 0 Td (beside) Tj ET \
                   BT /F 10 Tf 0 Tr 50 680 Td (bold) Tj 0.3 0 Td ET BT /F 10 Tf 50.3 680 Td (bold) Tj ET";
    assert_eq!(read(&page(content, "", &[])).unwrap().text, "seen\n\nbold");
    // What stands turned comes after the rest.
    let turned = "BT /F 8 Tf 0 1 -1 0 20 300 Tm (Downloaded) Tj ET BT /F 10 Tf 50 700 Td (The text itself.) Tj ET";
    assert_eq!(read(&page(turned, "", &[])).unwrap().text, "The text itself.\n\nDownloaded");
}

#[test]
fn pictures_of_pages_are_no_text() {
    let picture = stream("/Type/XObject/Subtype/Image/Width 1/Height 1", "x");
    let scan = page("q 600 0 0 800 0 0 cm /X Do Q", "", std::slice::from_ref(&picture));
    assert_eq!(read(&scan), Err(Refusal::Scan { pages: 1 }));
    let both = page(&format!("q 600 0 0 400 0 0 cm /X Do Q {}", at(&[(50.0, 700.0, "Words")])), "", &[picture]);
    assert_eq!(read(&both).unwrap().left_out, [(LeftOut::Picture, 1)]);
    assert_eq!(read(&page(" ", "", &[])), Err(Refusal::Empty));
}

#[test]
fn tables_are_read_row_by_row() {
    let mut lines = vec![(50.0, 740.0, "Why did they leave?"), (300.0, 740.0, "What did they take along?")];
    for i in 0..4 {
        let y = 700.0 - 40.0 * f64::from(i);
        lines.extend([
            (50.0, y, "The bus ran on Tuesdays only,"),
            (50.0, y - 12.0, "and this was a Tuesday."),
            (300.0, y, "The papers, in a coat, because"),
            (300.0, y - 12.0, "nobody looks into coats."),
        ]);
    }
    let text = read(&page(&at(&lines), "", &[])).unwrap().text;
    let rows = "The bus ran on Tuesdays only,\nand this was a Tuesday.\nThe papers, in a coat, because\nnobody looks into coats.";
    assert_eq!(text, format!("Why did they leave?\tWhat did they take along?{}", format!("\n\n{rows}").repeat(4)));
}

#[test]
fn files_that_only_restrict_what_is_done_with_them_are_read() {
    // Made by qpdf: the empty password opens them.
    for file in [
        include_bytes!("../../fixtures/encrypted-rc4.pdf").as_slice(),
        include_bytes!("../../fixtures/encrypted-aes128.pdf"),
        include_bytes!("../../fixtures/encrypted-aes256.pdf"),
    ] {
        let extract = read(file).unwrap();
        assert_eq!(extract.text, "We left early, before anyone had asked us to.");
        assert_eq!(extract.title.as_deref(), Some("Leaving early"));
        survives("a.pdf", file, 100);
    }
    assert_eq!(read(include_bytes!("../../fixtures/locked.pdf")), Err(Refusal::Encrypted));
}

#[test]
fn damaged_tables_are_done_without() {
    let sound = page(&at(&[(50.0, 700.0, "We left early.")]), "", &[]);
    let text = String::from_utf8(sound.clone()).unwrap();
    for (from, to) in [
        ("startxref\n", "startxref\n9"),
        ("xref\n0", "xrex\n0"),
        ("0000000009", "0000000019"),
        ("/Length ", "/Length 9"),
    ] {
        assert_eq!(read(text.replace(from, to).as_bytes()).unwrap().text, "We left early.", "{from}");
    }
    assert_eq!(read(&[b"stray\0bytes\n".as_slice(), &sound].concat()).unwrap().text, "We left early.");
    assert!(matches!(read(b"%PDF-1.7\nnothing"), Err(Refusal::Damaged(_))));
    // A page that is gone is said to be.
    let lost = text.replace("/Kids[3 0 R]", "/Kids[3 0 R 77 0 R]");
    assert_eq!(read(lost.as_bytes()).unwrap().left_out, [(LeftOut::Damaged, 1)]);
}

#[test]
fn files_made_to_harm_end_soon() {
    let began = Instant::now();
    // A form that draws itself, many times.
    let form = stream("/Type/XObject/Subtype/Form/Resources<</XObject<</X 5 0 R>>>>", &"/X Do ".repeat(60));
    assert_eq!(read(&page("/X Do", "", &[form])), Err(Refusal::Excessive(Bound::Work)));
    // A page tree that is its own child.
    let round = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]>>"].map(str::to_owned);
    assert!(matches!(read(&pdf(&round)), Err(Refusal::Damaged(_))));
    // Arrays in arrays.
    let deep = page(&"[".repeat(200_000), "", &[]);
    assert!(read(&deep).is_err());
    let kids =
        ["<</Type/Catalog/Pages 2 0 R>>".to_owned(), format!("<</Type/Pages/Kids[{}]>>", "3 0 R ".repeat(200_000))];
    assert_eq!(read(&pdf(&kids)), Err(Refusal::Excessive(Bound::Pages)));
    // Zeros that unpack to far more than they take.
    let mut bomb = vec![b' '; 1 << 20];
    for _ in 0..2 {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut packer, &bomb.repeat(if bomb.len() == 1 << 20 { 300 } else { 1 })).unwrap();
        bomb = packer.finish().unwrap();
    }
    let mut file =
        pdf(&["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R>>"]
            .map(str::to_owned));
    file.extend(format!("4 0 obj <</Filter[/FlateDecode/FlateDecode]/Length {}>> stream\n", bomb.len()).bytes());
    file.extend(&bomb);
    file.extend(b"\nendstream endobj");
    assert_eq!(read(&without_table(file)), Err(Refusal::Excessive(Bound::Unpacked)));
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}

/// The same with a table that does not count.
fn without_table(mut file: Vec<u8>) -> Vec<u8> {
    if let Some(at) = super::file::find(&file, b"startxref", 0) {
        file[at] = b'x';
    }
    file
}

#[test]
fn objects_that_never_end_are_searched_once() {
    let numbered = |piece: &'static str| {
        move |pieces: usize| {
            let objects: String = (1..pieces).map(|number| format!("{number} 0 obj{piece}\n")).collect();
            format!("%PDF-1.4\n{objects}").into_bytes()
        }
    };
    grows_evenly("a.pdf", 4_000, numbered("<</XRef(a"));
    grows_evenly("a.pdf", 4_000, numbered("/XRef(a"));
    grows_evenly("a.pdf", 4_000, numbered("<</Type/ObjStm/N 9/First 0>>stream"));
    grows_evenly("a.pdf", 1_000, |pieces| format!("%PDF-1.4\n{}", "trailer<</Root(a".repeat(pieces)).into_bytes());
    // One that is asked for by number, as pages are.
    grows_evenly("a.pdf", 4_000, |pieces| {
        let kids: String = (3..pieces).map(|number| format!("{number} 0 R ")).collect();
        let pages: String = (3..pieces).map(|number| format!("{number} 0 obj<</Type/Page/A(a\n")).collect();
        let head = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[";
        format!("%PDF-1.4\n{head}{kids}]>>endobj trailer<</Root 1 0 R>>\n{pages}").into_bytes()
    });
}

#[test]
fn a_word_that_many_things_refer_to_is_counted_each_time() {
    let long = format!("({})", "word ".repeat(40_000));
    let marks = "/Span <</ActualText 5 0 R>> BDC (a) Tj EMC 0 0 Td ";
    let content = format!("BT /F 10 Tf 10 400 Td {} ET", marks.repeat(2_000));
    // In a content stream a dictionary has no references: they stand in the page's properties.
    let content = content.replace("<</ActualText 5 0 R>>", "/P");
    let shown = page(&content, "", std::slice::from_ref(&long));
    let shown =
        String::from_utf8(shown).unwrap().replace("/XObject<<", "/Properties<</P<</ActualText 5 0 R>>>>/XObject<<");
    assert_eq!(read(&without_table(shown.into_bytes())), Err(Refusal::Excessive(Bound::Work)));
    let words = at(&[(50.0, 700.0, "We left early.")]);
    let note = "<</Subtype/Text/Contents 5 0 R/Rect[50 690 60 700]>>";
    let notes = |count: usize| page(&words, &format!("/Annots[{}]", note.repeat(count)), std::slice::from_ref(&long));
    assert_eq!(read(&notes(4_000)), Err(Refusal::Excessive(Bound::Work)));
    assert_eq!(read(&notes(2)).unwrap().remarks.len(), 2);
}

#[test]
fn letters_that_stand_for_many_are_counted() {
    let long: String = "0041".repeat(500);
    let map =
        stream("", &format!("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <61> <{long}> endbfchar"));
    let text = format!("BT /L 10 Tf 10 400 Td {} ET", "(aaaaaaaaaaaaaaaaaaaa) Tj 1 0 0 1 10 400 Tm ".repeat(10_000));
    let file = String::from_utf8(page(&text, "", &[map])).unwrap();
    let font = "/Font<</L<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>";
    let file = file.replacen("/Font<<", font, 1);
    assert_eq!(read(&without_table(file.into_bytes())), Err(Refusal::Excessive(Bound::Unpacked)));
}

#[test]
fn damaged_files_are_answered() {
    survives("a.pdf", INTERVIEW, 60);
    survives("a.pdf", COLUMNS, 60);
    survives("a.pdf", ARABIC, 60);
    let form = stream("/Type/XObject/Subtype/Form", "BT /F 10 Tf 50 600 Td (in a form) Tj ET");
    let small = page(&format!("{} /X Do", at(&[(50.0, 700.0, "We left early."), (300.0, 700.0, "Late")])), "", &[form]);
    survives("a.pdf", &small, 1500);
}
