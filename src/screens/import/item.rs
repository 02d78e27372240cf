//! One text that may be brought in, and what people said about it.

use std::rc::Rc;

use emic_core::project::{DocumentKind, Project, TextRef};
use emic_core::text::{Text, TextHash};
use emic_formats::source::{Beside, Extract, Plan, Prepared, ToldText};
use emic_formats::text_file::Reading;

use super::files::SourceFile;

/// Why a text may be here already.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Twin {
    /// The same words are in the project as the document of that title.
    SameText(String),
    /// A file of that name was brought in as the document of that title; its words are others.
    SameName(String),
    /// The same words are in the list, under that title.
    InList(String),
}

/// The document of a project that a text seems to be already.
pub fn twin_in(project: &Project, imported: TextHash, file_name: Option<&str>) -> Option<Twin> {
    let documents = || project.documents.values();
    let same_text = documents().find(|d| d.source.imported.hash == imported || d.text.hash == imported);
    let same_name = || {
        let name = file_name?;
        documents().find(|d| d.source.file_name.as_deref() == Some(name))
    };
    same_text
        .map(|document| Twin::SameText(document.title.clone()))
        .or_else(|| same_name().map(|document| Twin::SameName(document.title.clone())))
}

/// One text of the list.
#[derive(Clone)]
pub struct Item {
    /// What the list knows it by.
    pub key: usize,
    /// The file that it was taken out of, by what the list knows that by; none if it was pasted.
    pub file: Option<usize>,
    /// The file's name.
    pub file_name: Option<Rc<str>>,
    /// The text as it will be kept as imported.
    pub text: Text,
    /// What stands beside its words; without the words.
    pub extract: Rc<Extract>,
    /// What is known of it.
    pub reading: Reading,
    /// What is to become of it.
    pub plan: Plan,
    /// What becomes of it, by this plan or by one before it.
    pub prepared: Rc<Prepared>,
    /// Whether comments that stood on its passages come in.
    pub with_remarks: bool,
    /// Its title to be.
    pub title: String,
    /// Whether people gave it that title, and it is not only what was made of the file.
    pub titled: bool,
    /// Whether it is to be brought in.
    pub ticked: bool,
    /// Whether people said so, or the opposite.
    pub decided: bool,
    /// Its kind to be.
    pub kind: DocumentKind,
    /// Whether it seems to be here already.
    pub twin: Option<Twin>,
}

impl Item {
    /// A text of a file as it is first offered. `key` is set by the list.
    pub fn of_file(file: &SourceFile, words: String, told: ToldText) -> Item {
        let name = file.short_name();
        let mut item = Item::new(words, told);
        item.title = item.extract.offered_title(name, &item.text);
        item.file = Some(file.id);
        item.file_name = Some(name.into());
        item.kind = item.extract.offered_kind();
        item
    }

    /// Pasted words as they are first offered; of several titles the first that is not blank.
    pub fn pasted(words: String, told: ToldText, title: &str) -> Item {
        let mut item = Item::new(words, told);
        item.reading.encoding = None;
        item.title = match title.trim() {
            "" => first_words(item.text.as_str()),
            title => title.to_owned(),
        };
        item
    }

    fn new(words: String, told: ToldText) -> Item {
        let ToldText { extract, reading, prepared } = told;
        Item {
            key: 0,
            file: None,
            file_name: None,
            text: Text::new(words),
            plan: prepared.plan.clone(),
            prepared: Rc::new(prepared),
            with_remarks: !extract.remarks.is_empty(),
            extract: Rc::new(extract),
            reading,
            title: String::new(),
            titled: false,
            ticked: true,
            decided: false,
            kind: DocumentKind::Interview,
            twin: None,
        }
    }

    /// Whether there is no visible character in it.
    pub fn is_empty(&self) -> bool {
        self.text.as_str().trim().is_empty()
    }

    /// Whether what becomes of it is yet to be worked out.
    pub fn is_stale(&self) -> bool {
        self.plan != self.prepared.plan
    }

    /// What stands beside its words.
    pub fn beside(&self) -> Beside {
        Beside::of(&self.extract)
    }

    /// The text as it will be read and coded.
    pub fn after(&self) -> Text {
        match self.prepared.text {
            Some(_) => Text::new(self.prepared.tidied.edits.apply(self.text.as_str())),
            None => self.text.clone(),
        }
    }

    /// The text as it will be read and coded, by its hash.
    pub fn after_ref(&self) -> TextRef {
        self.prepared.text.unwrap_or(self.reading.imported)
    }
}

/// The longest title made of a pasted text's first line, in code points.
const LONGEST_TITLE: usize = 60;

/// A title for pasted words: their first line that is not blank, cut after a word.
pub fn first_words(words: &str) -> String {
    let line = words.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let line = line.trim_start_matches(['#', '\u{feff}']).trim_start();
    if line.chars().count() <= LONGEST_TITLE {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST_TITLE).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '،', '؛', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_text_is_called_by_its_first_line() {
        for (words, title) in [
            ("\n  Interview 4, Aleppo \nWords", "Interview 4, Aleppo"),
            ("# Notes\n", "Notes"),
            ("", ""),
            ("مقابلة ٣\nكلام", "مقابلة ٣"),
        ] {
            assert_eq!(first_words(words), title);
        }
        let long = first_words("They came at night, and we left in the morning, with the children, on foot.");
        assert_eq!(long, "They came at night, and we left in the morning, with the…");
        assert_eq!(first_words(&"x".repeat(80)).chars().count(), 61);
    }
}
