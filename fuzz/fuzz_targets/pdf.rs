//! PDFs.
#![no_main]

use emic_formats::source::Wishes;
use emic_readers::{Task, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = read(&Task { name: "a.pdf", bytes, wishes: &Wishes::default(), progress: &|_| () });
});
