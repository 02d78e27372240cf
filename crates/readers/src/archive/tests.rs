use emic_formats::source::{Bound, Damage, Outcome, Refusal, Wishes};

use super::packing::{zipped, zipped_bytes};
use super::*;
use crate::hostile::{read_plainly, survives};

fn entry(bytes: &[u8], wanted: &str) -> Result<Outcome, Refusal> {
    let wishes = Wishes { entry: Some(wanted.into()), ..Wishes::default() };
    crate::read(&Task { name: "a.zip", bytes, wishes: &wishes, progress: &|_| () })
}

fn words(outcome: Result<Outcome, Refusal>) -> String {
    match outcome {
        Ok(Outcome::Texts(texts)) => texts.into_iter().map(|text| text.text).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn files_are_listed_and_read_by_name() {
    let zip = zipped(&[
        ("interviews/amal.txt", "They came at night."),
        ("__MACOSX/interviews/._amal.txt", "x"),
        ("interviews/.DS_Store", "x"),
        ("../outside.txt", "x"),
        ("مقابلات/ليلى.txt", "جاؤوا في الليل."),
    ]);
    let Ok(Outcome::Archive(files)) = read_plainly("a.zip", &zip) else { panic!() };
    let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["interviews/amal.txt", "outside.txt", "مقابلات/ليلى.txt"]);
    assert_eq!(files[0].bytes, 19);
    assert_eq!(words(entry(&zip, "interviews/amal.txt")), "They came at night.");
    assert_eq!(words(entry(&zip, "مقابلات/ليلى.txt")), "جاؤوا في الليل.");
    assert_eq!(entry(&zip, "no.txt"), Err(Refusal::Damaged(Damage::Missing("no.txt".into()))));
}

#[test]
fn names_that_differ_in_capitals_only_are_two_files() {
    let zip = zipped(&[("P1.txt", "first words"), ("p1.txt", "second words")]);
    assert_eq!(words(entry(&zip, "P1.txt")), "first words");
    assert_eq!(words(entry(&zip, "p1.txt")), "second words");
    assert_eq!(super::entry(&zip, "p1.txt"), Ok(b"second words".to_vec()));
    // Word and others do not mind capitals.
    let parts = Archive::open(&zip).unwrap();
    assert!(parts.has("P1.TXT") && !parts.has("P2.txt"));
}

#[test]
fn paths_are_those_within_the_archive_and_each_is_of_one_file() {
    let zip = zipped(&[
        ("./a.txt", "one"),
        ("/home/me/b.txt", "two"),
        ("C:/b/c.txt", "three"),
        ("a.txt", "four"),
        ("../a.txt", "five"),
    ]);
    let Ok(Outcome::Archive(files)) = read_plainly("a.zip", &zip) else { panic!() };
    let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["a.txt", "home/me/b.txt", "b/c.txt", "a (2).txt", "a (3).txt"]);
    let read: Vec<_> = paths.iter().map(|path| words(entry(&zip, path))).collect();
    assert_eq!(read, ["one", "two", "three", "four", "five"]);
}

#[test]
fn a_folder_called_word_makes_no_document() {
    for folders in [["Word/Documents/a.txt", "Word/b.txt"], ["xl/workbooks/a.txt", "word/documents/b.txt"]] {
        let zip = zipped(&folders.map(|path| (path, "words")));
        assert!(matches!(read_plainly("a.zip", &zip), Ok(Outcome::Archive(files)) if files.len() == 2), "{folders:?}");
    }
    // Some programs number the main part.
    let words = "<w:document xmlns:w='w'><w:body/></w:document>";
    assert_eq!(
        kind(&zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document2.xml", words)])),
        Some(Format::Docx)
    );
    assert_eq!(kind(&zipped(&[("word/document.xml", words)])), Some(Format::Docx));
}

#[test]
fn what_all_files_are_together_is_bounded() {
    // Files that are read one by one, each within its own bound: what the directory says of all of them counts.
    let mut zip = zipped(&[("a.txt", "first words"), ("b.txt", "second words")]);
    assert_eq!(words(entry(&zip, "b.txt")), "second words");
    for at in directory(&zip) {
        zip[at + 24..at + 28].copy_from_slice(&0x3000_0000u32.to_le_bytes());
    }
    assert_eq!(read_plainly("a.zip", &zip), Err(Refusal::Excessive(Bound::Unpacked)));
    assert_eq!(entry(&zip, "a.txt"), Err(Refusal::Excessive(Bound::Unpacked)));
    assert_eq!(super::entry(&zip, "a.txt"), Err(Refusal::Excessive(Bound::Unpacked)));
    // And what it says is true: a file that is larger is damaged.
    for at in directory(&zip) {
        zip[at + 24..at + 28].copy_from_slice(&5u32.to_le_bytes());
    }
    assert!(matches!(read_plainly("a.zip", &zip), Ok(Outcome::Archive(files)) if files.len() == 2));
    assert_eq!(entry(&zip, "b.txt"), Err(Refusal::Damaged(Damage::Part("b.txt".into()))));
}

/// Where the entries of an archive's directory begin.
fn directory(zip: &[u8]) -> Vec<usize> {
    let starts = zip.windows(4).enumerate().filter(|(_, window)| *window == b"PK\x01\x02");
    starts.map(|(at, _)| at).collect()
}

#[test]
fn documents_in_an_archive_are_documents_and_archives_are_refused() {
    let document = zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>",
        ),
    ]);
    let inner = zipped(&[("a.txt", "x")]);
    // Stored, its own names stand in the outer archive as they are.
    let zip = zipped_bytes(&[("a.docx", document.clone()), ("b.zip", inner), ("mimetype", document)]);
    assert!(matches!(read_plainly("a.zip", &zip), Ok(Outcome::Archive(files)) if files.len() == 3));
    assert_eq!(words(entry(&zip, "a.docx")), "Words");
    assert_eq!(words(entry(&zip, "mimetype")), "Words");
    assert_eq!(entry(&zip, "b.zip"), Err(Refusal::Excessive(Bound::Depth)));
}

#[test]
fn what_comes_out_is_counted_whatever_is_said() {
    let bomb = zipped_bytes(&[("a.txt", vec![b'a'; PART_LIMIT as usize + 1]), ("b.txt", b"words".to_vec())]);
    assert!(bomb.len() < 200_000);
    assert_eq!(entry(&bomb, "a.txt"), Err(Refusal::Excessive(Bound::Unpacked)));
    assert_eq!(words(entry(&bomb, "b.txt")), "words");
    // The same, with a size in the directory and before the file that is small.
    let said = (PART_LIMIT as u32 + 1).to_le_bytes();
    let mut lying = bomb;
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == said {
            lying[at..at + 4].copy_from_slice(&5u32.to_le_bytes());
        }
    }
    assert!(matches!(entry(&lying, "a.txt"), Err(Refusal::Excessive(_) | Refusal::Damaged(_))));
    let mut parts = Archive::open(&lying).unwrap();
    assert!(parts.part("B.TXT").is_ok());
}

#[test]
fn protected_and_damaged_archives_are_told_apart() {
    let mut zip = zipped(&[("a.txt", "They came at night, and we left in the morning.")]);
    let at = zip.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    let mut locked = zip.clone();
    locked[6] |= 1;
    locked[at + 8] |= 1;
    assert_eq!(entry(&locked, "a.txt"), Err(Refusal::Encrypted));
    assert_eq!(read_plainly("a.zip", &zip[..zip.len() / 2]), Err(Refusal::Damaged(Damage::Container)));
    zip[38] ^= 0xff;
    assert_eq!(entry(&zip, "a.txt"), Err(Refusal::Damaged(Damage::Part("a.txt".into()))));
    let empty = zipped(&[(".DS_Store", "x")]);
    assert_eq!(read_plainly("a.zip", &empty), Err(Refusal::Empty));
}

#[test]
fn too_many_entries_are_refused() {
    let names: Vec<String> = (0..=ENTRY_LIMIT).map(|n| format!("{n}.txt")).collect();
    let parts: Vec<_> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(read_plainly("a.zip", &zipped(&parts)), Err(Refusal::Excessive(Bound::Entries)));
}

#[test]
fn damaged_archives_are_survived() {
    survives("a.zip", &zipped(&[("a.txt", "one"), ("b/c.txt", "two"), ("d.docx", "three")]), 300);
}
