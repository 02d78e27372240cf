//! Archives: the list of what is in one, and its first file.
#![no_main]

use emic_formats::source::{Outcome, Wishes};
use libfuzzer_sys::fuzz_target;

fn read(bytes: &[u8], entry: Option<String>) -> Option<Outcome> {
    let wishes = Wishes { entry, ..Wishes::default() };
    emic_readers::read(&emic_readers::Task { name: "file.zip", bytes, wishes: &wishes, progress: &|_| () }).ok()
}

fuzz_target!(|bytes: &[u8]| {
    if let Some(Outcome::Archive(files)) = read(bytes, None)
        && let Some(first) = files.first()
    {
        read(bytes, Some(first.path.clone()));
    }
});
