//! Spreadsheets of LibreOffice and others. Damage of the archive is left to the target "archive"; the bytes are the part
//! that holds the words.
#![no_main]

use emic_formats::source::Wishes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = emic_fuzz::zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        &[("content.xml", bytes)],
    );
    let wishes = Wishes::default();
    // A refusal is an answer as good as any.
    let task = emic_readers::Task { name: "file.ods", bytes: &file, wishes: &wishes, progress: &|_| () };
    drop(emic_readers::read(&task));
});
