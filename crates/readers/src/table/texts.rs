//! The texts in a table, as a plan makes them.

use emic_core::project::{BlockKind, TimeMark};
use emic_core::text::{Pos, Span};
use emic_formats::source::{Bound, ColumnUse, Extract, Format, LeftOut, OneDocumentPer, Refusal, TablePlan, Voice};

use super::guess::milliseconds;
use super::{Grid, Row, Workbook};
use crate::pen::{Looks, Pen};
use crate::unlike::Unlike;

/// The documents that one table makes.
const MOST_TEXTS: usize = 100_000;

/// What all of them hold together, in bytes: what a table says once, such as a question, may stand in each of them.
const MOST_BYTES: usize = 200 << 20;

/// The texts in a table.
///
/// # Errors
/// If there are none, or too many.
pub(super) fn texts(workbook: &Workbook, plan: &TablePlan) -> Result<Vec<Extract>, Refusal> {
    let sheet = usize::try_from(plan.sheet).ok().and_then(|place| workbook.sheets.get(place));
    let sheet = sheet.ok_or(Refusal::Empty)?;
    let plan = Plan::of(sheet, plan);
    let texts = match plan.per {
        OneDocumentPer::Respondent => plan.respondents(workbook.format)?,
        OneDocumentPer::Question => plan.questions(workbook.format)?,
        OneDocumentPer::Transcript => plan.transcript(workbook.format)?,
    };
    match texts.is_empty() {
        true => Err(Refusal::Empty),
        false => Ok(texts),
    }
}

/// What a cell that names a column says: without the markup that survey programs leave in it, on one line.
pub(super) fn header(cell: &str) -> String {
    let markup = cell.contains("</") || cell.contains("<br");
    let page = markup.then(|| crate::html::extract(cell).ok()).flatten();
    let words = page.map_or_else(|| reference(cell), |page| page.text);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words of a cell, with the character references resolved that some programs leave in them.
fn reference(cell: &str) -> String {
    match cell.contains('&') && cell.contains(';') {
        true => crate::html::resolved(cell).chars().filter(|c| crate::pen::belongs(*c)).collect(),
        false => cell.to_owned(),
    }
}

struct Plan<'a> {
    per: OneDocumentPer,
    name: &'a str,
    rows: &'a [Row],
    headers: Vec<String>,
    uses: &'a [ColumnUse],
}

impl<'a> Plan<'a> {
    fn of(sheet: &'a Grid, plan: &'a TablePlan) -> Plan<'a> {
        let first = sheet.rows.first().filter(|_| plan.header);
        let name = |column: usize| {
            let name = first.map(|row| header(row.cell(column))).unwrap_or_default();
            if name.is_empty() { letters(column) } else { name }
        };
        Plan {
            per: plan.per,
            name: &sheet.name,
            rows: sheet.rows.get(usize::from(plan.header)..).unwrap_or_default(),
            headers: (0..plan.columns.len()).map(name).collect(),
            uses: &plan.columns,
        }
    }

    /// The columns of that use.
    fn columns(&self, wanted: ColumnUse) -> impl Iterator<Item = usize> {
        self.uses.iter().enumerate().filter(move |(_, found)| **found == wanted).map(|(column, _)| column)
    }

    fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", String::as_str)
    }

    /// Who answers in a row; where nothing says it, the sheet and the number of the row.
    fn who(&self, row: &Row) -> String {
        let said: Vec<String> = self.columns(ColumnUse::Identifier).map(|column| header(row.cell(column))).collect();
        let said = said.iter().filter(|said| !said.is_empty()).cloned().collect::<Vec<_>>().join(" / ");
        match said.is_empty() {
            true => format!("{} {}", self.name, row.number).trim().to_owned(),
            false => said,
        }
    }

    fn respondents(&self, format: Format) -> Result<Vec<Extract>, Refusal> {
        let answers: Vec<usize> = self.columns(ColumnUse::Answer).collect();
        let mut titles = Unlike::default();
        let mut texts: Vec<Extract> = Vec::new();
        let (mut left, mut silent) = (MOST_BYTES, 0u32);
        for row in self.rows {
            let title = titles.unlike(self.who(row));
            let mut text = Text::default();
            for &column in &answers {
                let answer = reference(row.cell(column));
                if answer.trim().is_empty() {
                    text.pen.leave_out(LeftOut::EmptyAnswer);
                    continue;
                }
                if answers.len() > 1 {
                    text.heading(self.header(column));
                }
                text.paragraphs(&answer);
            }
            if text.pen.length() == 0 {
                silent = silent.saturating_add(answers.len() as u32);
                continue;
            }
            if texts.len() >= MOST_TEXTS {
                return Err(Refusal::Excessive(Bound::Entries));
            }
            let mut extract = text.pen.finish(format)?;
            extract.title = Some(title);
            let known = self.columns(ColumnUse::Attribute).map(|column| (column, reference(row.cell(column))));
            let known = known.filter(|(_, value)| !value.is_empty());
            for (column, value) in known {
                take(&mut left, self.header(column).len() + value.len())?;
                extract.attributes.push((self.header(column).to_owned(), value));
            }
            take(&mut left, extract.text.len())?;
            texts.push(extract);
        }
        // Who answers nothing has no document to tell it with.
        if let Some(first) = texts.first_mut().filter(|_| silent > 0) {
            match first.left_out.iter_mut().find(|(what, _)| *what == LeftOut::EmptyAnswer) {
                Some((_, count)) => *count = count.saturating_add(silent),
                None => first.left_out.push((LeftOut::EmptyAnswer, silent)),
            }
        }
        Ok(texts)
    }

    fn questions(&self, format: Format) -> Result<Vec<Extract>, Refusal> {
        let mut titles = Unlike::default();
        let mut texts = Vec::new();
        let mut left = MOST_BYTES;
        for column in self.columns(ColumnUse::Answer) {
            let mut text = Text::default();
            let mut names = Unlike::default();
            for row in self.rows {
                let who = names.unlike(self.who(row));
                let answer = reference(row.cell(column));
                if answer.trim().is_empty() {
                    text.pen.leave_out(LeftOut::EmptyAnswer);
                    continue;
                }
                text.heading(&who);
                text.paragraphs(&answer);
            }
            if text.pen.length() == 0 {
                continue;
            }
            let mut extract = text.pen.finish(format)?;
            take(&mut left, extract.text.len())?;
            extract.title = Some(titles.unlike(self.header(column).to_owned()));
            texts.push(extract);
        }
        Ok(texts)
    }

    fn transcript(&self, format: Format) -> Result<Vec<Extract>, Refusal> {
        let mut text = Text::default();
        let (mut voices, mut times) = (Vec::new(), Vec::new());
        for row in self.rows {
            let words: Vec<String> =
                self.columns(ColumnUse::Answer).map(|column| reference(row.cell(column))).collect();
            let words = words.join("\n");
            if words.trim().is_empty() {
                continue;
            }
            let span = text.paragraphs(&words);
            if let Some(ms) = self.columns(ColumnUse::Time).find_map(|column| milliseconds(row.cell(column))) {
                times.push(TimeMark { at: span.start, ms });
            }
            let name =
                self.columns(ColumnUse::Speaker).map(|column| header(row.cell(column))).find(|name| !name.is_empty());
            if let Some(name) = name {
                let name = name.trim_end_matches([':', '：']).trim_end().to_owned();
                voices.push(Voice { span, name });
            }
        }
        if text.pen.length() == 0 {
            return Ok(Vec::new());
        }
        let mut extract = text.pen.finish(format)?;
        extract.title = Some(self.name.to_owned()).filter(|name| !name.is_empty());
        let length = Pos(extract.text.chars().count() as u32);
        voices.iter_mut().for_each(|voice| voice.span.end = voice.span.end.min(length));
        voices.retain(|voice| !voice.span.is_empty() && !voice.name.is_empty());
        extract.voices = voices;
        extract.structure.times = times;
        Ok(vec![extract])
    }
}

/// Counts bytes of what is made.
fn take(left: &mut usize, bytes: usize) -> Result<(), Refusal> {
    *left = left.checked_sub(bytes).ok_or(Refusal::Excessive(Bound::Unpacked))?;
    Ok(())
}

/// A text of paragraphs.
#[derive(Default)]
struct Text {
    pen: Pen,
}

impl Text {
    fn heading(&mut self, words: &str) {
        let span = self.paragraphs(words);
        self.pen.block(span, BlockKind::Heading(2));
    }

    /// Puts paragraphs to the end; gives where they stand.
    fn paragraphs(&mut self, words: &str) -> Span {
        if self.pen.length() > 0 {
            self.pen.push('\n', Looks::default());
        }
        let start = self.pen.length();
        self.pen.push_str(words.trim(), Looks::default());
        Span::new(start, self.pen.length())
    }
}

/// The name of a column that has none: A, B, ..., Z, AA.
fn letters(column: usize) -> String {
    let mut number = column + 1;
    let mut reversed = Vec::new();
    while number > 0 {
        number -= 1;
        reversed.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
    }
    reversed.into_iter().rev().collect()
}
