//! The study as it is written down in its folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use emic_core::ids::DocumentId;
use emic_core::project::{AttributeKind, CodeText, Colour, Consent, DocumentKind, MemoKind, Origin, Relation, Status};
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
    /// What the levels of the codebook are called, the widest first: the first one's codes stand under nothing.
    pub levels: Vec<String>,
    /// The themes.
    pub codebook: Vec<Code>,
    /// How the codebook stood at times that were given a name.
    pub versions: Vec<Version>,
    /// What was written down on the way.
    pub memos: Vec<Memo>,
    /// What quotations say of each other.
    pub links: Vec<Link>,
    /// Templates of what stands behind a printed quotation, by language.
    pub attributions: BTreeMap<String, String>,
    /// What the paper's section of results is made of.
    pub themes: Vec<Theme>,
}

impl Study {
    /// The code of that name.
    pub fn code(&self, name: &str) -> Option<&Code> {
        self.codebook.iter().find_map(|code| code.named(name))
    }
}

impl Code {
    fn named(&self, name: &str) -> Option<&Code> {
        if self.name == name { Some(self) } else { self.codes.iter().find_map(|code| code.named(name)) }
    }
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
    /// What can be chosen.
    #[serde(default)]
    pub choices: Vec<String>,
}

/// A participant.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The name by which the transcripts have it.
    pub name: String,
    /// What is known, by the attributes' names.
    pub values: BTreeMap<String, String>,
    /// The name of the case that referred this one, which took part earlier.
    pub referred_by: Option<String>,
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
    /// What the definition said at first, if it was worded anew.
    pub at_first: Option<AtFirst>,
    /// Where it came from; from the material if nothing is said.
    pub origin: Option<Origin>,
    /// How far it is; in use if nothing is said.
    pub status: Option<Status>,
    /// The key that applies it.
    pub key: Option<char>,
    /// What there is to say of how it is used, beside the definition.
    #[serde(default)]
    pub texts: BTreeMap<CodeText, String>,
    /// Quotations that show what it is and where it ends.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// What is below it.
    #[serde(default)]
    pub codes: Vec<Code>,
}

/// A definition before it was worded anew.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtFirst {
    /// What it said.
    pub definition: String,
    /// When it was worded anew.
    pub until: FileTime,
    /// Why.
    pub why: String,
}

/// A quotation of the study, by the file that it is coded in and the words that it is told by there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name of the file in `coding` without the ending.
    pub coded: String,
    /// Its `words` there, or those at their beginning.
    pub words: String,
}

/// An example of a code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The quotation.
    pub quotation: Named,
    /// Whether it shows where the code ends.
    #[serde(default)]
    pub borderline: bool,
}

/// A named version of the codebook.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Its name.
    pub name: String,
    /// What there is to say of it.
    pub note: String,
    /// When it was kept.
    pub at: FileTime,
}

/// Something that a memo is about, or that its words name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The project as a whole.
    Project,
    /// A document, by its file's name.
    Document(String),
    /// A code, by its name.
    Code(String),
    /// A case, by its name.
    Case(String),
    /// A quotation.
    Quotation(Named),
}

/// A memo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Memo {
    /// Its title; no other one in the study has the same.
    pub title: String,
    /// What sort of memo it is.
    pub kind: MemoKind,
    /// What it is about.
    pub about: Option<Subject>,
    /// When it was written.
    pub at: FileTime,
    /// Whose it is: the index of the coder in [`Study::coders`].
    #[serde(default)]
    pub coder: usize,
    /// What it says; `{1}` stands for a link to the first of what it names.
    pub words: String,
    /// What its words name.
    #[serde(default)]
    pub names: Vec<Subject>,
    /// What it says since it was taken up again.
    pub later: Option<Later>,
}

/// A memo that was taken up again.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Later {
    /// When.
    pub at: FileTime,
    /// What it says since, in the place of its words.
    pub words: String,
}

/// A quotation that says something of another one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// When it was made.
    pub at: FileTime,
    /// The one that says something.
    pub from: Named,
    /// Of that one.
    pub to: Named,
    /// What it says.
    pub relation: Relation,
}

/// A theme as an object of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its name.
    pub title: String,
    /// When it was put together.
    pub at: FileTime,
    /// The idea that holds it together.
    pub idea: String,
    /// Where it ends.
    pub boundary: String,
    /// What it tells.
    pub story: String,
    /// The names of the codes under it.
    pub codes: Vec<String>,
    /// Its quotations in their order.
    pub chosen: Vec<ChosenQuotation>,
}

/// A quotation that was chosen for a theme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenQuotation {
    /// The quotation.
    pub quotation: Named,
    /// Whether it is to stand in the paper.
    #[serde(default)]
    pub in_paper: bool,
    /// How it is printed, if not as it was said.
    pub printed: Option<String>,
}

/// What one coder coded in one document.
#[derive(Debug)]
pub struct CodedBy {
    /// The name of its file without the ending.
    pub name: String,
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
    /// What it says, condensed.
    #[serde(default)]
    pub condensed: String,
    /// What it means.
    #[serde(default)]
    pub interpretation: String,
    /// What may be done with its words, if they may not simply be quoted.
    #[serde(default)]
    pub consent: Consent,
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
        let coding = json(&coding.join(&name))?;
        coded.push(CodedBy { name: name.trim_end_matches(".json").to_owned(), coder, document, coding });
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
