//! Spreadsheets of Excel. Damage of the archive is left to the target "archive"; the bytes are the parts, apart by a
//! zero, in the order of `PARTS`.
#![no_main]

use emic_formats::source::Wishes;
use libfuzzer_sys::fuzz_target;

const PARTS: &[&str] = &[
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
];

fuzz_target!(|bytes: &[u8]| {
    let mut pieces = bytes.split(|byte| *byte == 0);
    let parts: Vec<(&str, &[u8])> = PARTS.iter().map(|name| (*name, pieces.next().unwrap_or_default())).collect();
    let file = emic_fuzz::zipped(("[Content_Types].xml", b"<Types/>"), &parts);
    let wishes = Wishes::default();
    // A refusal is an answer as good as any.
    let task = emic_readers::Task { name: "file.xlsx", bytes: &file, wishes: &wishes, progress: &|_| () };
    drop(emic_readers::read(&task));
});
