//! The study as it is written down in its folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use emic_core::ids::DocumentId;
use emic_core::project::{AttributeKind, Colour, DocumentKind};
use emic_core::text::{Text, canonical};
use emic_formats::project::FileTime;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::{Fault, Place, ids};

/// The texts of the documents by their files' names.
pub type Texts = BTreeMap<String, Text>;

/// `study.json`: all but what was coded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// The project's title.
    pub title: String,
    /// When the project was made.
    pub begun: FileTime,
    /// Who codes; the first one makes everything but the others' quotations.
    pub coders: Vec<Coder>,
    /// The interview guide.
    pub guide: Vec<Question>,
    /// What is known of cases.
    pub attributes: Vec<Attribute>,
    /// The participants.
    pub cases: Vec<Case>,
    /// The names of the folders of documents.
    pub folders: Vec<String>,
    /// The documents.
    pub documents: Vec<Document>,
    /// The themes.
    pub codebook: Vec<Code>,
}

/// Someone who codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coder {
    /// Initials.
    pub name: String,
    /// When they joined.
    pub joined: FileTime,
}

/// A question of the interview guide.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What documents call it.
    pub key: String,
    /// What is asked.
    pub words: String,
}

/// Something that is known of cases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// What its values are.
    pub kind: AttributeKind,
}

/// A participant.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The name by which the transcripts have it.
    pub name: String,
    /// What is known, by the attributes' names.
    pub values: BTreeMap<String, String>,
}

/// A document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its file in `texts`.
    pub file: String,
    /// Its title.
    pub title: String,
    /// What sort of material it is.
    pub kind: DocumentKind,
    /// The folder it lies in.
    pub folder: String,
    /// When it was brought in.
    pub brought_in: FileTime,
    /// The name of the case whose interview it is, which is also the speaker's name.
    pub case: Option<String>,
    /// Words of the turns that ask a question of the guide, by the question's key.
    #[serde(default)]
    pub asked: BTreeMap<String, String>,
}

impl Document {
    /// Its identity in the project.
    pub fn id(&self) -> DocumentId {
        DocumentId::from_random(ids::bytes("document", &self.file))
    }

    /// The name of its file without the ending.
    pub fn name(&self) -> &str {
        self.file.split('.').next().unwrap_or(&self.file)
    }
}

/// A theme, category or code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Its name; no other one in the study has the same.
    pub name: String,
    /// Its hue.
    pub colour: Colour,
    /// What it stands for.
    pub definition: String,
    /// When it was made, if not right after the one above it.
    pub made: Option<FileTime>,
    /// What is below it.
    #[serde(default)]
    pub codes: Vec<Code>,
}

/// What one coder coded in one document.
#[derive(Debug)]
pub struct CodedBy {
    /// The index of the coder in [`Study::coders`].
    pub coder: usize,
    /// The index of the document in [`Study::documents`].
    pub document: usize,
    /// What was coded.
    pub coding: Coding,
}

/// A file in `coding`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coding {
    /// When the coder sat down to it.
    pub begun: FileTime,
    /// The quotations in the order in which they were made.
    pub quotations: Vec<Quotation>,
}

/// A quotation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    /// Its words, or those at its beginning.
    pub words: String,
    /// Which one it is of the places with these words, from 1.
    #[serde(default = "first")]
    pub occurrence: usize,
    /// The words at its end, if `words` are not all.
    pub through: Option<String>,
    /// The names of the codes on it.
    pub codes: Vec<String>,
    /// What the coder notes on it.
    #[serde(default)]
    pub comment: String,
    /// When it was made, if not in its turn.
    pub at: Option<FileTime>,
}

impl Quotation {
    /// The passage.
    pub fn place(&self) -> Place<'_> {
        Place { words: &self.words, occurrence: self.occurrence, through: self.through.as_deref() }
    }
}

fn first() -> usize {
    1
}

/// Reads all that is in the study's folder.
pub fn read(folder: &Path) -> Result<(Study, Texts, Vec<CodedBy>), Fault> {
    let study: Study = json(&folder.join("study.json"))?;
    let mut texts = Texts::new();
    for document in &study.documents {
        let raw = file(&folder.join("texts").join(&document.file))?;
        texts.insert(document.file.clone(), Text::new(canonical(&raw).into_owned()));
    }
    let coding = folder.join("coding");
    let unreadable = |cause| Fault::Unreadable { path: coding.display().to_string(), cause };
    let mut names = Vec::new();
    for entry in fs::read_dir(&coding).map_err(unreadable)? {
        names.push(entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    let mut coded = Vec::new();
    for name in names {
        let (document, coder) = whose(&study, &name).ok_or(Fault::NobodysCoding { file: name.clone() })?;
        coded.push(CodedBy { coder, document, coding: json(&coding.join(&name))? });
    }
    Ok((study, texts, coded))
}

/// The document and coder that a file of codings is named after.
fn whose(study: &Study, name: &str) -> Option<(usize, usize)> {
    let (document, coder) = name.strip_suffix(".json")?.split_once('.')?;
    let document = study.documents.iter().position(|d| d.name() == document)?;
    Some((document, study.coders.iter().position(|c| c.name == coder)?))
}

fn file(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|cause| Fault::Unreadable { path: path.display().to_string(), cause })
}

fn json<T: DeserializeOwned>(path: &Path) -> Result<T, Fault> {
    serde_json::from_str(&file(path)?).map_err(|cause| Fault::NotUnderstood { path: path.display().to_string(), cause })
}
