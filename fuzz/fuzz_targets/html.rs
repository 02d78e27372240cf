//! Web pages, whatever their bytes.
#![no_main]

use emic_formats::source::Wishes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let wishes = Wishes::default();
    // A refusal is an answer as good as any.
    let task = emic_readers::Task { name: "file.html", bytes, wishes: &wishes, progress: &|_| () };
    drop(emic_readers::read(&task));
});
