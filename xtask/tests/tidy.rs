//! Rules of the project that no compiler checks, as tests: `cargo xtask test tidy`.
//! Each names the file and line, and says what to write instead.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "tidy/fluent.rs"]
mod fluent;
#[path = "tidy/hosting.rs"]
mod hosting;
#[path = "tidy/release.rs"]
mod release;
#[path = "tidy/sources.rs"]
mod sources;
#[path = "tidy/styles.rs"]
mod styles;

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All files under `folder` (relative to the root) whose name ends so, as (relative path, text), sorted.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["target", "node_modules", "dist", ".git"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if name.ends_with(ending) {
                let relative = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((relative, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Fails with every complaint, one a line.
#[track_caller]
fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
