//! One text that may be brought in, and what people said about it.

use std::rc::Rc;

use emic_core::project::{DocumentKind, Project, TextRef};
use emic_core::text::{Text, TextHash, canonical, count_words};
use emic_formats::text_file::{DecodeIssue, Encoding, NotText, decode, is_markdown, title_from};
use emic_formats::tidy::{RuleSet, suggest};

/// Where a text comes from.
#[derive(Clone)]
pub enum Origin {
    /// A file: its name and its bytes.
    File(Rc<str>, Rc<[u8]>),
    /// Pasted words.
    Pasted(Rc<str>),
}

/// What a source gives when it is read.
#[derive(Clone)]
pub struct Reading {
    /// The text as it will be kept as imported.
    pub text: Text,
    /// The same by its hash.
    pub imported: TextRef,
    /// What its bytes were read in.
    pub encoding: Option<Encoding>,
    /// What people should know.
    pub issues: Vec<DecodeIssue>,
    /// The rules that make sense for it.
    pub suggested: RuleSet,
}

impl Reading {
    /// Reads a source in the `chosen` encoding, or in the one it seems to be in.
    ///
    /// # Errors
    /// If it is no text.
    pub fn of(origin: &Origin, chosen: Option<Encoding>) -> Result<Reading, NotText> {
        let (text, encoding, issues) = match origin {
            Origin::File(_, bytes) => {
                let decoded = decode(bytes, chosen)?;
                (decoded.text, Some(decoded.encoding), decoded.issues)
            }
            Origin::Pasted(words) => (canonical(words).into_owned(), None, Vec::new()),
        };
        let suggested = suggest(&text);
        let text = Text::new(text);
        Ok(Reading { imported: text_ref(&text), text, encoding, issues, suggested })
    }

    /// Whether there is a visible character in it.
    pub fn is_empty(&self) -> bool {
        self.text.as_str().trim().is_empty()
    }
}

/// A text by its hash, with its length and words counted.
pub fn text_ref(text: &Text) -> TextRef {
    let words = u32::try_from(count_words(text.as_str())).unwrap_or(u32::MAX);
    TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words }
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
    pub reading: Reading,
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
    pub fn new(origin: Origin, reading: Reading, title: Option<String>, twin: Option<Twin>) -> Item {
        let suggested = || match &origin {
            Origin::File(name, _) => title_from(name, &reading.text),
            Origin::Pasted(words) => first_words(words),
        };
        Item {
            key: 0,
            title: title.filter(|title| !title.trim().is_empty()).unwrap_or_else(suggested),
            ticked: twin.is_none() && !reading.is_empty(),
            kind: DocumentKind::Interview,
            rules: reading.suggested,
            twin,
            origin,
            reading,
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
