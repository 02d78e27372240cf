//! The quotations of a paper as a table or as text by theme. What may not be quoted is in none of them, nor what has a
//! printed wording older than its words.

use std::collections::BTreeMap;

use emic_core::columns::Column;
use emic_core::consent::AllLimits;
use emic_core::paper::{Facts, Field, LeftOut, Listed, Template, Which, to_print};
use emic_core::project::Project;
use emic_core::text::{Text, TextHash};

use crate::office::{Block, Page, Sheet};
use crate::quotations::{LIST, PATH, Row};

/// What is written, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Which quotations.
    pub which: Which,
    /// How it is said who is quoted.
    pub template: Template,
    /// Whether the document's title is there. It may name a person.
    pub document: bool,
    /// Whether the case's name is there. It may name a person.
    pub case: bool,
    /// What is said of participants in columns of their own.
    pub columns: Vec<Column>,
    /// Whether the words are there as they were said, beside the printed ones.
    pub verbatim: bool,
}

/// The words that are not the researcher's own.
pub struct Words<'a> {
    /// The heading of the whole.
    pub title: String,
    /// Whether they run from right to left.
    pub right_to_left: bool,
    /// A word by its key: `theme`, `codes`, `document`, `paragraph`, `page`, `time`, `case`, `chain`, `wave`, `comment`,
    /// `attribution`, `printed`, `verbatim`, `idea`, `boundary`, `nothing`.
    pub word: &'a dyn Fn(&str) -> String,
    /// What is said of quotations that are left out, by why; empty if none are.
    pub left_out: &'a dyn Fn(&BTreeMap<LeftOut, usize>) -> String,
}

/// The quotations of a paper, with all that is said of each.
pub struct Paper {
    themes: Vec<Told>,
    head: Vec<String>,
    note: String,
}

struct Told {
    title: String,
    idea: String,
    boundary: String,
    story: String,
    lines: Vec<Line>,
}

/// A quotation: what is printed, and the cells of its row.
struct Line {
    printed: String,
    attribution: String,
    cells: Vec<String>,
}

impl Paper {
    /// Gathers what is written. `texts` gives the texts that are there; of a quotation whose text is not, the paragraph
    /// is not told.
    pub fn of(
        project: &Project,
        options: &Options,
        words: &Words<'_>,
        texts: &dyn Fn(&TextHash) -> Option<Text>,
    ) -> Paper {
        let facts = Facts::of(project);
        let (themes, left_out) = to_print(project, options.which);
        let limits = AllLimits::of(project);
        let line = |theme: &str, listed: &Listed| {
            let Listed { document, quotation, .. } = listed;
            let text = texts(&document.text.hash);
            let row = Row::new(document, quotation, text.as_ref(), 0, &limits.in_document(document.id));
            let attribution = facts.attribution(project, document, quotation, &options.template);
            let codes = quotation.codings.iter().map(|coding| project.code_path(coding.code).join(PATH));
            let printed = listed.printed().to_owned();
            let say = |field| facts.say(project, document, quotation, field);
            let mut cells = vec![theme.to_owned(), printed.clone(), attribution.clone()];
            if options.verbatim {
                cells.push(quotation.quote.exact.to_string());
            }
            cells.push(codes.collect::<Vec<_>>().join(LIST));
            if options.document {
                cells.push(document.title.clone());
            }
            cells.extend([row.paragraph(), say(Field::Page), say(Field::Time)]);
            if options.case {
                cells.push(say(Field::Case));
            }
            cells.extend(options.columns.iter().map(|column| say(Field::Column(*column))));
            cells.push(quotation.comment.clone());
            Line { printed, attribution, cells }
        };
        let told = themes.iter().map(|of| Told {
            title: of.theme.title.clone(),
            idea: of.theme.idea.clone(),
            boundary: of.theme.boundary.clone(),
            story: of.theme.story.clone(),
            lines: of.quotations.iter().map(|listed| line(&of.theme.title, listed)).collect(),
        });
        let word = words.word;
        let mut head = ["theme", "printed", "attribution"].map(word).to_vec();
        if options.verbatim {
            head.push(word("verbatim"));
        }
        let there = |key: &&str| match *key {
            "document" => options.document,
            "case" => options.case,
            _ => true,
        };
        head.extend(["codes", "document", "paragraph", "page", "time", "case"].into_iter().filter(there).map(word));
        head.extend(options.columns.iter().map(|column| match column {
            Column::Attribute(id) => project.attributes.get(id).map(|a| a.name.clone()).unwrap_or_default(),
            Column::Chain => word("chain"),
            Column::Wave => word("wave"),
        }));
        head.push(word("comment"));
        Paper { themes: told.collect(), head, note: (words.left_out)(&left_out) }
    }

    /// How many quotations are written; one that two themes have is written twice.
    pub fn len(&self) -> usize {
        self.themes.iter().map(|theme| theme.lines.len()).sum()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A row for each quotation.
    pub fn sheet(&self, words: &Words<'_>) -> Sheet {
        let lines = self.themes.iter().flat_map(|theme| &theme.lines);
        let mut rows: Vec<_> = lines.map(|line| line.cells.clone()).collect();
        if !self.note.is_empty() {
            rows.push(vec![String::new(), self.note.clone()]);
        }
        Sheet { name: (words.word)("theme"), right_to_left: words.right_to_left, head: self.head.clone(), rows }
    }

    /// The quotations under the headings of their themes. With `told`, what a row has stands under each of them.
    pub fn page(&self, words: &Words<'_>, told: bool) -> Page {
        let mut blocks = Vec::new();
        for theme in self.themes.iter().filter(|theme| !theme.lines.is_empty()) {
            blocks.push(Block::Heading(1, theme.title.clone()));
            for (name, said) in [("idea", &theme.idea), ("boundary", &theme.boundary)] {
                if told && !said.is_empty() {
                    blocks.push(Block::Field((words.word)(name), said.clone()));
                }
            }
            if !theme.story.is_empty() {
                blocks.push(Block::Words(theme.story.clone()));
            }
            for line in &theme.lines {
                blocks.push(Block::Quote(line.printed.clone(), line.attribution.clone()));
                // The theme, the printed words and the attribution are there already.
                let fields = self.head.iter().zip(&line.cells).skip(3);
                let fields = fields.filter(|(_, words)| told && !words.trim().is_empty());
                blocks.extend(fields.map(|(name, words)| Block::Field(name.clone(), words.clone())));
            }
        }
        if self.is_empty() {
            blocks.push(Block::Words((words.word)("nothing")));
        }
        if !self.note.is_empty() {
            blocks.push(Block::Words(self.note.clone()));
        }
        Page { title: words.title.clone(), right_to_left: words.right_to_left, blocks }
    }
}
