//! Text files of cells: commas, semicolons, tabs or bars between them.

use emic_formats::source::{Bound, Format, Refusal};

use super::cells::clean;
use super::{Grid, MOST_CELLS, Row, Workbook};
use crate::read::Task;
use crate::text;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How much of a file is looked at for its delimiter: records, and bytes.
const SAMPLE_RECORDS: usize = 300;
const SAMPLE_BYTES: usize = 1 << 18;
/// A cell with more lines than this has a quotation mark that never ends.
const MOST_LINES: usize = 2000;

pub(super) fn read(task: &Task<'_>, chosen: Option<char>) -> Result<Workbook, Refusal> {
    let decoded = text::decode(task.bytes, task.wishes.encoding)?;
    (task.progress)(0.2);
    let (words, said) = said(&decoded.text);
    let chosen = chosen.and_then(|c| u8::try_from(c).ok()).filter(|byte| byte.is_ascii() && !b"\"\r\n".contains(byte));
    let delimiter = chosen.or(said).unwrap_or_else(|| detect(words));
    let mut rows = rows(words, delimiter, true, task)?;
    let endless =
        |cell: &String| cell.len() > MOST_LINES && cell.matches('\n').take(MOST_LINES + 1).count() > MOST_LINES;
    if rows.iter().flat_map(|row| &row.cells).any(endless) {
        rows = self::rows(words, delimiter, false, task)?;
    }
    Ok(Workbook {
        format: Format::Csv,
        sheets: vec![Grid { name: String::new(), rows }],
        encoding: Some(decoded.encoding),
        issues: decoded.issues,
        delimiter: char::from(delimiter),
    })
}

/// Excel's first line "sep=;" is not of the table: what it says, and what follows it.
fn said(words: &str) -> (&str, Option<u8>) {
    let (first, rest) = words.split_once('\n').unwrap_or((words, ""));
    let said = first.trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    match said {
        Some([byte]) if byte.is_ascii() => (rest, Some(*byte)),
        _ => (words, None),
    }
}

fn reader(words: &str, delimiter: u8, quoted: bool) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .quoting(quoted)
        .from_reader(words.as_bytes())
}

/// What stands between cells: what gives the most records the same number of cells, and more than one.
fn detect(words: &str) -> u8 {
    let mut end = words.len().min(SAMPLE_BYTES);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let sample = words.get(..end).unwrap_or(words);
    let score = |delimiter: u8| {
        let records = reader(sample, delimiter, true).into_byte_records().take(SAMPLE_RECORDS).flatten();
        let mut widths: Vec<usize> = records.map(|record| record.len()).collect();
        // The last record may be cut off.
        if end < words.len() {
            widths.pop();
        }
        let total = widths.len().max(1);
        widths.sort_unstable();
        let runs = widths.chunk_by(|a, b| a == b).filter(|run| run.first().is_some_and(|width| *width > 1));
        let most = runs.max_by_key(|run| (run.len(), run.first().copied()));
        most.map_or((0, 0), |run| (run.len() * 1000 / total, run.first().copied().unwrap_or(0)))
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter));
    best.filter(|delimiter| score(*delimiter).0 > 0).unwrap_or(b',')
}

fn rows(words: &str, delimiter: u8, quoted: bool, task: &Task<'_>) -> Result<Vec<Row>, Refusal> {
    let mut left = MOST_CELLS;
    let mut rows = Vec::new();
    let mut number = 0u32;
    for record in reader(words, delimiter, quoted).into_records() {
        // Canonical text is valid UTF-8, and rows of any length are taken.
        let Ok(record) = record else { continue };
        number = number.saturating_add(1);
        let last = record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()).last();
        let filled = last.map_or(0, |(last, _)| last + 1);
        if filled == 0 {
            continue;
        }
        left = left.checked_sub(filled).ok_or(Refusal::Excessive(Bound::Cells))?;
        rows.push(Row { number, cells: record.iter().take(filled).map(clean).collect() });
        if number.is_multiple_of(10_000) {
            let done = record.position().map_or(0, |position| position.byte());
            (task.progress)(0.2 + 0.8 * done as f32 / words.len().max(1) as f32);
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_detected() {
        for (words, expected) in [
            ("a,b\n1,2\n", b','),
            ("name;words\nAnna;\"They came, at night; we, of course, were asleep\"\nB;yes, yes\n", b';'),
            ("id\tx\n1\t2,5\n2\t3,5\n", b'\t'),
            ("a|b|c\n1|2|3", b'|'),
            ("id;mean\n1;2,5\n2;3,5\n", b';'),
            ("just words\nand more\n", b','),
            ("", b','),
        ] {
            assert_eq!(detect(words) as char, expected as char, "{words}");
        }
        assert_eq!(said("sep=;\na;b"), ("a;b", Some(b';')));
        assert_eq!(said("\"sep=|\"\na"), ("a", Some(b'|')));
        assert_eq!(said("separate"), ("separate", None));
    }
}
