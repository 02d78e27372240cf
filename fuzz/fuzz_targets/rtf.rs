//! Rich text, whatever its bytes, with its tracked changes taken and not.
#![no_main]

use emic_formats::source::{TrackedChanges, Wishes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = [b"{\\rtf1", bytes].concat();
    for tracked in [TrackedChanges::Accepted, TrackedChanges::Rejected] {
        let wishes = Wishes { tracked, ..Wishes::default() };
        // A refusal is an answer as good as any.
        let task = emic_readers::Task { name: "file.rtf", bytes: &file, wishes: &wishes, progress: &|_| () };
        drop(emic_readers::read(&task));
    }
});
