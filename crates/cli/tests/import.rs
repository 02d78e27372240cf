//! The program as a script runs it.

#![allow(clippy::unwrap_used)] // A test that cannot go on fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder of its own, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("emic-cli-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_emic-cli")).args(arguments).output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn files_become_a_project_that_the_app_reads() {
    let folder = Folder::new("project");
    let interview = "I: Why did you leave?\nLeila: The road was closed.\nI: And then?\nLeila: We walked.\n";
    let text = folder.file("leila.txt", interview.as_bytes());
    let table = folder.file("answers.csv", "id;why;age\nP1;Because the road was closed for the winter.;34\nP2;Because nobody came, and we waited too long.;51\n".as_bytes());
    let out = folder.0.join("project.json");
    let output =
        run(&[Path::new("import"), &text, &table, Path::new("--out"), &out, Path::new("--title"), Path::new("Roads")]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = lines(&output);
    assert_eq!(told.len(), 2);
    assert_eq!(told[0]["texts"][0]["speakers"], serde_json::json!(["I", "Leila"]));
    assert_eq!((&told[0]["outcome"], &told[0]["texts"][0]["turns"]), (&"imported".into(), &4.into()));
    assert_eq!(told[1]["format"], "csv");
    let loaded = emic_formats::project::read(&fs::read(&out).unwrap()).unwrap();
    assert_eq!(loaded.issues, []);
    assert_eq!(loaded.project.meta.title, "Roads");
    let titles: Vec<_> = loaded.project.documents.values().map(|document| document.title.clone()).collect();
    assert!(titles.contains(&"leila".to_owned()), "{titles:?}");
    let leila = loaded.project.documents.values().find(|document| document.title == "leila").unwrap();
    assert_eq!(leila.structure.turns.len(), 4);
    assert_eq!(&*loaded.texts[&leila.text.hash], interview);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_comes_in() {
    let folder = Folder::new("refused");
    let good = folder.file("good.txt", b"They came at night.");
    let scan = folder.file("bad.pdf", b"%PDF-1.7\n%\xe2\xe3");
    let picture = folder.file("picture.txt", b"\x89PNG\r\n\x1a\n");
    let missing = folder.0.join("missing.docx");
    let out = folder.0.join("project.json");
    let output = run(&[Path::new("import"), &scan, &good, &picture, &missing, Path::new("-o"), &out]);
    assert_eq!(output.status.code(), Some(1));
    let outcomes: Vec<_> = lines(&output).iter().map(|line| line["outcome"].as_str().unwrap().to_owned()).collect();
    assert_eq!(outcomes, ["refused", "imported", "refused", "unreadable"]);
    assert_eq!(emic_formats::project::read(&fs::read(&out).unwrap()).unwrap().project.documents.len(), 1);
}

#[test]
fn without_a_project_only_the_report_is_made() {
    let folder = Folder::new("report");
    let good = folder.file("good.md", "# مقابلة\n\nكنا ننتظر.".as_bytes());
    let output = run(&[Path::new("import"), &good, Path::new("--out"), Path::new("-")]);
    assert!(output.status.success());
    assert_eq!(lines(&output)[0]["texts"][0]["title"], "مقابلة");
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1);
    assert_eq!(run(&[Path::new("import")]).status.code(), Some(2));
}
