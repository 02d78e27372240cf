//! The files that the fuzzer begins with, and those that it found worth keeping, each damaged some more: every reader
//! answers all of them, and soon.

#[path = "../../../fuzz/src/lib.rs"]
mod fuzz;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The files kept for a target.
fn kept(target: &str) -> Vec<PathBuf> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    let folders = ["seeds", "kept"].map(|folder| fuzz.join(folder).join(target));
    let mut files: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flat_map(|entries| entries.map(|entry| entry.expect("a folder that can be listed").path()))
        .collect();
    files.sort();
    files
}

#[test]
fn every_reader_answers_what_the_fuzzer_kept() {
    for (name, target) in fuzz::TARGETS {
        let files = kept(name);
        assert!(!files.is_empty(), "{name} has something to begin with");
        for path in files {
            let bytes = fs::read(&path).expect("a file that can be read");
            let began = Instant::now();
            target(&bytes);
            // Cut off, with a byte changed, and with a piece repeated.
            for at in (1..8).map(|step| bytes.len() * step / 8).filter(|at| *at < bytes.len()) {
                target(&bytes[..at]);
                let mut other = bytes.clone();
                other[at] ^= 1 << (at % 8);
                target(&other);
                let again = bytes[at / 2..at].to_vec();
                other.splice(at..at, again);
                target(&other);
            }
            assert!(began.elapsed() < Duration::from_secs(20), "{} takes too long", path.display());
        }
    }
}
