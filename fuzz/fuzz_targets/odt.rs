//! OpenDocument texts. Damage of the archive is left to the target "archive": what is damaged here is a part of it, which a random change
//! of packed bytes would hardly ever reach. The bytes are the parts, apart by a zero, in the order of `PARTS`.
#![no_main]

use emic_formats::source::{TrackedChanges, Wishes};
use libfuzzer_sys::fuzz_target;

const PARTS: &[&str] = &["content.xml", "styles.xml", "meta.xml"];

fuzz_target!(|bytes: &[u8]| {
    let mut pieces = bytes.split(|byte| *byte == 0);
    let parts: Vec<(&str, &[u8])> = PARTS
        .iter()
        .map(|name| (*name, pieces.next().unwrap_or_default()))
        .filter(|(_, part)| !part.is_empty())
        .collect();
    let file = emic_fuzz::zipped(("mimetype", b"application/vnd.oasis.opendocument.text"), &parts);
    for tracked in [TrackedChanges::Accepted, TrackedChanges::Rejected] {
        let wishes = Wishes { tracked, ..Wishes::default() };
        // A refusal is an answer as good as any.
        let task = emic_readers::Task { name: "file.odt", bytes: &file, wishes: &wishes, progress: &|_| () };
        drop(emic_readers::read(&task));
    }
});
