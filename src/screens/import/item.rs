//! One text that may be brought in, and what people said about it.

use std::rc::Rc;

use emic_core::project::{DocumentKind, Project};
use emic_core::text::{Text, TextHash, canonical};
use emic_formats::text_file::{Reading, is_markdown, title_from};
use emic_formats::tidy::RuleSet;
use web_sys::File;

/// Where a text comes from.
#[derive(Clone)]
pub enum Origin {
    /// A file: its name, and itself, to be read again.
    File(Rc<str>, File),
    /// Pasted words.
    Pasted(Rc<str>),
}

/// What a source gives when it is read.
#[derive(Clone)]
pub struct Words {
    /// The text as it will be kept as imported.
    pub text: Text,
    /// What is known of it.
    pub reading: Reading,
}

impl Words {
    /// Words that came as text.
    pub fn pasted(words: &str) -> Words {
        let text = canonical(words).into_owned();
        Words { reading: Reading::of(&text, None, Vec::new()), text: Text::new(text) }
    }

    /// Whether there is a visible character in it.
    pub fn is_empty(&self) -> bool {
        self.text.as_str().trim().is_empty()
    }
}

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
    /// Where it comes from.
    pub origin: Origin,
    /// What it says.
    pub words: Words,
    /// Its title to be.
    pub title: String,
    /// Whether it is to be brought in.
    pub ticked: bool,
    /// Its kind to be.
    pub kind: DocumentKind,
    /// The rules that tidy it.
    pub rules: RuleSet,
    /// Whether it seems to be here already.
    pub twin: Option<Twin>,
}

impl Item {
    /// An item as it is first offered. `key` is set by the list.
    pub fn new(origin: Origin, words: Words, title: Option<String>, twin: Option<Twin>) -> Item {
        let suggested = || match &origin {
            Origin::File(name, _) => title_from(name, &words.text),
            Origin::Pasted(pasted) => first_words(pasted),
        };
        Item {
            key: 0,
            title: title.filter(|title| !title.trim().is_empty()).unwrap_or_else(suggested),
            ticked: twin.is_none() && !words.is_empty(),
            kind: DocumentKind::Interview,
            rules: words.reading.suggested,
            twin,
            origin,
            words,
        }
    }

    /// The file's name, if it is one.
    pub fn file_name(&self) -> Option<&str> {
        match &self.origin {
            Origin::File(name, _) => Some(name),
            Origin::Pasted(_) => None,
        }
    }

    /// Whether it is Markdown.
    pub fn is_markdown(&self) -> bool {
        self.file_name().is_some_and(is_markdown)
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
