//! Writing the codebook.

use emic_core::consent::AllLimits;
use emic_core::project::{Code, CodeText, Project};
use emic_core::text::Direction;

use super::Format;
use crate::office::{Block, Page, Sheet};
use crate::quotations::{LIST, PATH, html, markdown};

/// The words that are not the researcher's own.
pub struct Words<'a> {
    /// The heading of the whole.
    pub title: String,
    /// The language of these words, as a BCP 47 tag.
    pub language: String,
    /// Which way they run.
    pub direction: Direction,
    /// A word by its key: `code`, `under`, `also-under`, `level`, `key`, `quotations`, `with-below`, `typical`,
    /// `borderline`, `left-out` (examples whose words may not be quoted), `origin`, `status`, `nothing`; the texts by `text-` and their names in files (`text-use_when`); the
    /// origins and states by `origin-` and `status-` (`status-in-use`).
    pub word: &'a dyn Fn(&str) -> String,
}

/// How many quotations have a code, and how many it or one below it.
pub type Counted<'a> = &'a dyn Fn(&Code) -> (usize, usize);

/// What is written of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// How many codes it stands below.
    pub depth: usize,
    /// Heading and words of each field; those that say nothing are there too.
    pub fields: Vec<(String, String)>,
}

/// What is written of a codebook, for writers that are apart from this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The heading of the whole.
    pub title: String,
    /// Whether its words run from right to left.
    pub right_to_left: bool,
    /// What the column of names is called.
    pub code: String,
    /// The codes in the order of the tree.
    pub entries: Vec<Entry>,
}

impl Told {
    /// A row for each code.
    pub fn sheet(&self) -> Sheet {
        let fields = self.entries.first().into_iter().flat_map(|entry| entry.fields.iter().map(|(name, _)| name));
        let row = |entry: &Entry| {
            let cells = entry.fields.iter().map(|(_, words)| words);
            std::iter::once(&entry.name).chain(cells).cloned().collect()
        };
        Sheet {
            name: self.code.clone(),
            right_to_left: self.right_to_left,
            head: std::iter::once(&self.code).chain(fields).cloned().collect(),
            rows: self.entries.iter().map(row).collect(),
        }
    }

    /// A heading for each code, and under it what is said of it.
    pub fn page(&self) -> Page {
        let blocks = self.entries.iter().flat_map(|entry| {
            let said = entry.fields.iter().filter(|(_, words)| !words.trim().is_empty());
            let fields = said.map(|(name, words)| Block::Field(name.clone(), words.clone()));
            std::iter::once(Block::Heading(entry.depth + 1, entry.name.clone())).chain(fields)
        });
        Page { title: self.title.clone(), right_to_left: self.right_to_left, blocks: blocks.collect() }
    }
}

/// What is written of the whole codebook. Examples whose words may not be quoted are left out, and counted.
pub fn tell(project: &Project, counted: Counted<'_>, words: &Words<'_>) -> Told {
    let limits = AllLimits::of(project);
    let entry = |code: &Code| entry(project, &limits, code, counted, words);
    Told {
        title: words.title.clone(),
        right_to_left: words.direction == Direction::RightToLeft,
        code: (words.word)("code"),
        entries: project.codes_in_order().iter().map(|code| entry(code)).collect(),
    }
}

/// The whole codebook in the order of the tree. In CSV every cell is in quotation marks, and one that a spreadsheet
/// might take for a formula gets an apostrophe before it.
pub fn write(project: &Project, counted: Counted<'_>, format: Format, words: &Words<'_>) -> String {
    let told = tell(project, counted, words);
    match format {
        Format::Csv { bom } => told.sheet().csv(bom),
        Format::Markdown => as_markdown(&told.entries, words),
        Format::Html => as_html(&told.entries, words),
    }
}

fn entry(project: &Project, limits: &AllLimits, code: &Code, counted: Counted<'_>, words: &Words<'_>) -> Entry {
    let word = words.word;
    let sheet = &code.sheet;
    let mut path = project.code_path(code.id);
    path.pop();
    let level = sheet.level.and_then(|level| project.meta.book.level(level));
    let named = |kind: &str, key: Option<&str>| key.map(|key| word(&format!("{kind}-{key}"))).unwrap_or_default();
    let there = sheet.examples.iter().filter_map(|example| {
        let quotation = project.quotation(example.document, example.quotation)?;
        Some((example.borderline, quotation, project.documents.get(&example.document)?))
    });
    let (free, blocked): (Vec<_>, Vec<_>) =
        there.partition(|(_, quotation, document)| limits.at(document.id, quotation.span()).may_be_quoted());
    let examples = |borderline: bool| {
        let of_kind = free.iter().filter(|(of, ..)| *of == borderline);
        let told =
            of_kind.map(|(_, quotation, document)| format!("“{}” ({})", quotation.quote.exact.trim(), document.title));
        told.collect::<Vec<_>>().join("\n")
    };
    let left_out = if blocked.is_empty() { String::new() } else { blocked.len().to_string() };
    let also = sheet.also_under.iter().filter(|id| project.codes.contains(id));
    let also: Vec<String> = also.map(|id| project.code_path(*id).join(PATH)).collect();
    let (own, with_below) = counted(code);
    let mut fields = vec![
        (word("under"), path.join(PATH)),
        (word("level"), level.map(|level| level.name.clone()).unwrap_or_default()),
    ];
    fields.extend(CodeText::ALL.map(|text| (word(&format!("text-{}", text.key())), code.text(text).to_owned())));
    fields.extend([
        (word("typical"), examples(false)),
        (word("borderline"), examples(true)),
        (word("left-out"), left_out),
        (word("origin"), named("origin", sheet.origin.as_ref().map(|origin| origin.key()))),
        (word("status"), named("status", sheet.status.as_ref().map(|status| status.key()))),
        (word("key"), sheet.key.map(String::from).unwrap_or_default()),
        (word("also-under"), also.join(LIST)),
        (word("quotations"), own.to_string()),
        (word("with-below"), with_below.to_string()),
    ]);
    Entry { name: code.name.clone(), depth: path.len(), fields }
}

fn as_markdown(entries: &[Entry], words: &Words<'_>) -> String {
    let mut out = format!("# {}\n", markdown::escaped(&words.title));
    for entry in entries {
        out.push_str(&format!("\n{} {}\n\n", "#".repeat((entry.depth + 2).min(6)), markdown::escaped(&entry.name)));
        for (name, said) in entry.fields.iter().filter(|(_, said)| !said.trim().is_empty()) {
            let said = markdown::paragraphs(said, "  ");
            out.push_str(&format!("- **{}:** {}\n", markdown::escaped(name), said.trim_start()));
        }
    }
    if entries.is_empty() {
        out.push_str(&format!("\n{}\n", markdown::escaped(&(words.word)("nothing"))));
    }
    out
}

fn as_html(entries: &[Entry], words: &Words<'_>) -> String {
    let (language, title) = (html::escaped(&words.language), html::escaped(&words.title));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{}\
         dl{{display:grid;grid-template-columns:minmax(7em,auto) 1fr;gap:.25em 1em}}dt{{font-weight:bold}}dd{{margin:0;\
         white-space:pre-line}}</style>\n</head>\n<body>\n<h1><bdi>{title}</bdi></h1>\n",
        html::dir(words.direction),
        html::STYLE
    );
    for entry in entries {
        let level = (entry.depth + 2).min(6);
        out.push_str(&format!("<h{level}><bdi>{}</bdi></h{level}>\n<dl>\n", html::escaped(&entry.name)));
        for (name, said) in entry.fields.iter().filter(|(_, said)| !said.trim().is_empty()) {
            let (attributes, said) = (html::attributes(said), html::escaped(said));
            out.push_str(&format!("<dt>{}</dt><dd{attributes}>{said}</dd>\n", html::escaped(name)));
        }
        out.push_str("</dl>\n");
    }
    if entries.is_empty() {
        out.push_str(&format!("<p>{}</p>\n", html::escaped(&(words.word)("nothing"))));
    }
    out.push_str("</body>\n</html>\n");
    out
}
