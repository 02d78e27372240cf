//! What every target does with its bytes: the fuzzer's are run by it, and those that are kept by the readers' tests. A
//! refusal is an answer as good as any; a panic is a finding, and so is an answer that does not come.

mod zipped;

use emic_formats::source::{OneDocumentPer, Outcome, TablePlan, TrackedChanges, Wishes};
use emic_readers::{Task, read};
use zipped::zipped;

/// Something that is done with bytes.
pub type Target = fn(&[u8]);

/// All of them, by the name under which their files are kept.
pub const TARGETS: [(&str, Target); 12] = [
    ("archive", archive),
    ("csv", csv),
    ("docx", docx),
    ("epub", epub),
    ("html", html),
    ("ods", ods),
    ("odt", odt),
    ("pdf", pdf),
    ("rtf", rtf),
    ("srt", srt),
    ("vtt", vtt),
    ("xlsx", xlsx),
];

fn outcome(name: &str, bytes: &[u8], wishes: Wishes) -> Option<Outcome> {
    read(&Task { name, bytes, wishes: &wishes, progress: &|_| () }).ok()
}

fn plainly(name: &str, bytes: &[u8]) -> Option<Outcome> {
    outcome(name, bytes, Wishes::default())
}

/// With what was inserted by tracked changes, and with what was deleted.
fn both_ways(name: &str, bytes: &[u8]) {
    for tracked in [TrackedChanges::Accepted, TrackedChanges::Rejected] {
        outcome(name, bytes, Wishes { tracked, ..Wishes::default() });
    }
}

/// The bytes are these parts of an archive, in their order, apart by a zero.
fn parts<'a>(names: &[&'static str], bytes: &'a [u8]) -> Vec<(&'static str, &'a [u8])> {
    let pieces = bytes.split(|byte| *byte == 0);
    names.iter().copied().zip(pieces).filter(|(_, part)| !part.is_empty()).collect()
}

/// The list of what is in an archive, and its first file.
pub fn archive(bytes: &[u8]) {
    if let Some(Outcome::Archive(files)) = plainly("file.zip", bytes)
        && let Some(first) = files.first()
    {
        outcome("file.zip", bytes, Wishes { entry: Some(first.path.clone()), ..Wishes::default() });
    }
}

/// Tables of any delimiter, with what is suggested for their columns.
pub fn csv(bytes: &[u8]) {
    if let Some(Outcome::Table(sketch)) = plainly("file.csv", bytes) {
        for per in [OneDocumentPer::Respondent, OneDocumentPer::Question, OneDocumentPer::Transcript] {
            let table = Some(TablePlan { per, ..sketch.suggested.clone() });
            outcome("file.csv", bytes, Wishes { table, ..Wishes::default() });
        }
    }
}

/// The parts of a Word document.
pub fn docx(bytes: &[u8]) {
    let names =
        ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/comments.xml"];
    both_ways("file.docx", &zipped(("[Content_Types].xml", b"<Types/>"), &parts(&names, bytes)));
}

/// The parts of an electronic book.
pub fn epub(bytes: &[u8]) {
    let container = b"<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>";
    let names = ["a.xhtml", "a.opf", "b.xhtml", "META-INF/encryption.xml"];
    plainly("file.epub", &zipped(("META-INF/container.xml", container), &parts(&names, bytes)));
}

/// Pages of the web.
pub fn html(bytes: &[u8]) {
    plainly("file.html", bytes);
}

/// The words of an OpenDocument spreadsheet.
pub fn ods(bytes: &[u8]) {
    let kind = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice());
    plainly("file.ods", &zipped(kind, &[("content.xml", bytes)]));
}

/// The parts of an OpenDocument text.
pub fn odt(bytes: &[u8]) {
    let kind = ("mimetype", b"application/vnd.oasis.opendocument.text".as_slice());
    both_ways("file.odt", &zipped(kind, &parts(&["content.xml", "styles.xml", "meta.xml"], bytes)));
}

/// PDFs.
pub fn pdf(bytes: &[u8]) {
    plainly("file.pdf", bytes);
}

/// Rich text, whatever its bytes.
pub fn rtf(bytes: &[u8]) {
    let file = if bytes.starts_with(b"{\\rtf") { bytes.to_vec() } else { [b"{\\rtf1", bytes].concat() };
    both_ways("file.rtf", &file);
}

/// Subtitles of SubRip.
pub fn srt(bytes: &[u8]) {
    plainly("file.srt", bytes);
}

/// Subtitles of WebVTT.
pub fn vtt(bytes: &[u8]) {
    plainly("file.vtt", bytes);
}

/// The parts of an Excel workbook.
pub fn xlsx(bytes: &[u8]) {
    let names = [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    ];
    plainly("file.xlsx", &zipped(("[Content_Types].xml", b"<Types/>"), &parts(&names, bytes)));
}
