//! Files between the browser and the reader's disk: what was chosen is read, what is exported is handed over.

use std::rc::Rc;

use emic_core::history::History;
use emic_core::ids::ProjectId;
use emic_core::project::Project;
use emic_core::text::TextHash;
use emic_core::time::Timestamp;
use emic_formats::project::{LoadIssue, Loaded, MAX_BYTES, ReadError, WriteError, Written};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};
use yew::AttrValue;

use super::working::draw_first;
use crate::i18n::{read_error, tr};
use crate::platform;

/// Why a file is not taken in, and what to do, in words for people.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportError(pub AttrValue);

impl From<ReadError> for ImportError {
    fn from(error: ReadError) -> Self {
        ImportError(read_error(&error))
    }
}

/// A project file that was read.
#[derive(Clone)]
pub struct Incoming {
    /// The file's name.
    pub file_name: String,
    /// What is in it.
    pub loaded: Rc<Loaded>,
}

impl PartialEq for Incoming {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.loaded, &other.loaded)
    }
}

/// How a file is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// As it is; there is none of that identity here.
    New,
    /// In place of the one that is here.
    Replace,
    /// Under an identity of its own.
    KeepBoth,
}

/// What came in.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// Its identity here.
    pub id: ProjectId,
    /// Its title.
    pub title: String,
    /// What was found wrong and set right.
    pub issues: Vec<LoadIssue>,
}

/// A project that was handed over as a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// The file's name.
    pub name: String,
    /// What is not in it, or was found wrong on the way, a sentence each.
    pub notes: Vec<AttrValue>,
}

impl Exported {
    pub(super) fn of<T>(name: String, project: &Project, written: &Written<T>) -> Exported {
        let mut notes = Vec::new();
        if project.documents.values().any(|document| document.original().is_some()) {
            notes.push(tr!("export-files-stay"));
        }
        let (texts, originals) = (&written.without_text, &written.without_original);
        if !texts.is_empty() {
            notes.push(tr!("export-text-missing", n = texts.len(), titles = texts.join(" · ")));
        }
        if !originals.is_empty() {
            notes.push(tr!("export-original-missing", n = originals.len(), titles = originals.join(" · ")));
        }
        Exported { name, notes }
    }

    /// All of it in one: for where there is room for one sentence only.
    pub fn words(&self) -> AttrValue {
        let done = tr!("exported-as", name = &self.name);
        if self.notes.is_empty() {
            return done;
        }
        let notes: Vec<&str> = self.notes.iter().map(AttrValue::as_str).collect();
        format!("{done} {}", notes.join(" ")).into()
    }
}

/// Reads a project file.
pub(super) async fn read(file: File) -> Result<Incoming, ImportError> {
    // The size is asked first: a film need not be read to be refused.
    if file.size() > MAX_BYTES as f64 {
        return Err(ReadError::TooLarge { limit: MAX_BYTES }.into());
    }
    let unreadable = |error: JsValue| ImportError(tr!("read-file-failed", cause = cause(&error)));
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(unreadable)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    draw_first().await;
    let loaded = emic_formats::project::read(&bytes)?;
    Ok(Incoming { file_name: file.name(), loaded: Rc::new(loaded) })
}

/// What the browser says of a failure, in its own words.
fn cause(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.name()),
        None => js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default(),
    }
}

/// The bytes of a project file, and what is not in it.
pub(super) fn write(
    project: &Project,
    history: &History,
    texts: &dyn Fn(&TextHash) -> Option<Rc<str>>,
) -> Result<Written<Vec<u8>>, AttrValue> {
    let written = emic_formats::project::write(project, history, texts, env!("CARGO_PKG_VERSION"));
    written.map_err(|WriteError::Unwritable { cause }| tr!("export-unwritable", cause = cause))
}

/// What is in a file that is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A project.
    Project,
    /// A page to read or print.
    Html,
    /// A table.
    Csv,
    /// Text with headings.
    Markdown,
    /// A document of Word.
    Docx,
    /// A workbook of Excel.
    Xlsx,
}

impl FileKind {
    /// How the file's name ends, and its media type.
    fn told(self) -> (&'static str, &'static str) {
        match self {
            FileKind::Project => ("json", "application/json"),
            FileKind::Html => ("html", "text/html;charset=utf-8"),
            FileKind::Csv => ("csv", "text/csv;charset=utf-8"),
            FileKind::Markdown => ("md", "text/markdown;charset=utf-8"),
            FileKind::Docx => ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            FileKind::Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        }
    }
}

/// Hands bytes over as a download under a name of their own, whatever they are; gives that, without what file systems do
/// not take. The browser is told nothing of what is in them, so that it opens none.
///
/// # Errors
/// In words for people, if the browser does not take it.
pub fn save_as(name: &str, bytes: &[u8]) -> Result<String, AttrValue> {
    let name = clean(name);
    let name = if name.is_empty() { "Emic".to_owned() } else { name };
    let done = hand_over(&name, "application/octet-stream", bytes);
    done.map(|()| name).map_err(|error| tr!("export-unwritable", cause = cause(&error)))
}

/// Hands bytes over as a download, with the title and today's date as its name; gives that.
///
/// # Errors
/// In words for people, if the browser does not take it.
pub fn download(title: &str, kind: FileKind, bytes: &[u8]) -> Result<String, AttrValue> {
    let name = file_name(title, platform::now(), kind);
    hand_over(&name, kind.told().1, bytes).map_err(|error| tr!("export-unwritable", cause = cause(&error)))?;
    Ok(name)
}

fn hand_over(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = gloo::utils::document();
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser needs the address until it has begun to copy.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The title and the local date, without what file systems do not take: `Title 2026-11-21.json`.
pub(super) fn file_name(title: &str, at: Timestamp, kind: FileKind) -> String {
    let date = js_sys::Date::new(&(at.0 as f64).into());
    let day = format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date());
    let clean: String = clean(title).chars().take(80).collect();
    let clean = if clean.is_empty() { "Emic".to_owned() } else { clean };
    format!("{clean} {day}.{}", kind.told().0)
}

/// A name without what file systems do not take, or what would make it look like another one.
fn clean(name: &str) -> String {
    let clean: String = name
        .chars()
        .map(|c| if c.is_control() || r#"\/:*?"<>|"#.contains(c) { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .collect();
    let clean: Vec<&str> = clean.split_whitespace().collect();
    clean.join(" ").trim_matches('.').to_owned()
}
