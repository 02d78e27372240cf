//! Spreadsheets of LibreOffice and others (.ods).
//!
//! This is not calamine: of a sheet without an end it reads for ever, and it makes every cell that a file says is
//! repeated.

use emic_formats::source::{Bound, Damage, Format, Refusal};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::cells::{Budget, Filling, number};
use super::{Grid, Workbook, package};
use crate::read::Task;

/// Rows and columns that a sheet can have.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: usize = 1 << 14;
/// Repeated cells with words in them: more are what fills a sheet to its edge.
const MOST_REPEATED: u32 = 1000;
const CONTENT: &str = "content.xml";

pub(super) fn read(task: &Task<'_>) -> Result<Workbook, Refusal> {
    let mut parts = package::open(task.bytes)?;
    let manifest = package::part(&mut parts, "META-INF/manifest.xml").unwrap_or_default();
    if manifest.windows(15).any(|window| window == b"encryption-data") {
        return Err(Refusal::Encrypted);
    }
    package::weigh(&mut parts, task)?;
    let content = package::part(&mut parts, CONTENT)?;
    let sheets = sheets(&content, task)?;
    Ok(Workbook { format: Format::Ods, sheets, encoding: None, issues: Vec::new(), delimiter: ',' })
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    repeated: u32,
    /// What its value is, where that is shown otherwise than its words say.
    value: Option<String>,
    words: String,
    paragraphs: u32,
}

fn sheets(content: &[u8], task: &Task<'_>) -> Result<Vec<Grid>, Refusal> {
    let mut reader = Reader::from_reader(content);
    reader.config_mut().check_end_names = false;
    let mut left = Budget::new();
    let mut sheets = Vec::new();
    let mut sheet: Option<Filling> = None;
    let (mut row, mut rows_repeated, mut column) = (0u32, 1u32, 0usize);
    let mut in_row: Vec<(usize, u32, String)> = Vec::new();
    let mut cell: Option<Cell> = None;
    // Elements whose words are not those of the cell: comments, changes, pictures.
    let mut aside = 0u32;
    let (mut depth, mut count) = (0u32, 0u32);
    loop {
        let event = reader.read_event();
        count = count.wrapping_add(1);
        if count.is_multiple_of(1 << 16) {
            (task.progress)(0.3 + 0.7 * reader.buffer_position() as f32 / content.len().max(1) as f32);
        }
        match event {
            Ok(Event::Start(tag)) => {
                depth += 1;
                if depth > 256 {
                    return Err(Refusal::Excessive(Bound::Depth));
                }
                match tag.local_name().as_ref() {
                    _ if aside > 0 => aside += 1,
                    "annotation" | "tracked-changes" | "shapes" | "frame" | "custom-shape" => aside = 1,
                    "table" if sheet.is_none() => {
                        sheet = Some(Filling::new(attribute(&tag, "name").unwrap_or_default()));
                        row = 0;
                    }
                    "table-row" => {
                        rows_repeated = repeated(&tag, "number-rows-repeated");
                        (column, in_row) = (0, Vec::new());
                    }
                    "table-cell" | "covered-table-cell" => cell = Some(begun(&tag)),
                    "p" | "h" => paragraph(&mut cell),
                    _ => {}
                }
            }
            Ok(Event::Empty(tag)) if aside == 0 => match tag.local_name().as_ref() {
                "table-row" => row = row.saturating_add(repeated(&tag, "number-rows-repeated")),
                "table-cell" | "covered-table-cell" => ended(begun(&tag), &mut column, &mut in_row),
                "p" | "h" => paragraph(&mut cell),
                "s" => {
                    let spaces = attribute(&tag, "c").and_then(|count| count.parse().ok()).unwrap_or(1usize);
                    push(&mut cell, &" ".repeat(spaces.min(100)));
                }
                "tab" => push(&mut cell, "\t"),
                "line-break" => push(&mut cell, "\n"),
                _ => {}
            },
            Ok(Event::Empty(_)) => {}
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                if aside > 0 {
                    aside -= 1;
                    continue;
                }
                match tag.local_name().as_ref() {
                    "table-cell" | "covered-table-cell" => {
                        if let Some(cell) = cell.take() {
                            ended(cell, &mut column, &mut in_row);
                        }
                    }
                    "table-row" => {
                        let cells = std::mem::take(&mut in_row);
                        // A row that is there twice is two rows; one that is there a million times is the sheet's end.
                        let times = if rows_repeated > MOST_REPEATED { 1 } else { rows_repeated };
                        if let Some(sheet) = sheet.as_mut().filter(|_| !cells.is_empty() && row < MOST_ROWS) {
                            for time in 0..times {
                                for (first, many, words) in &cells {
                                    for place in 0..*many {
                                        let column = first + place as usize;
                                        sheet.put(row + time, column, words, &mut left)?;
                                    }
                                }
                            }
                        }
                        row = row.saturating_add(rows_repeated);
                    }
                    "table" => sheets.extend(sheet.take().map(Filling::done)),
                    _ => {}
                }
            }
            Ok(Event::Text(words)) if aside == 0 && cell.is_some() => {
                // White space is folded; programs write what they mean as elements.
                let folded = words.split(['\n', '\r', '\t', ' ']).collect::<Vec<_>>();
                for (place, word) in folded.iter().enumerate() {
                    if place > 0 {
                        space(&mut cell);
                    }
                    push(&mut cell, word);
                }
            }
            Ok(Event::CData(words)) if aside == 0 => push(&mut cell, &words),
            Ok(Event::GeneralRef(name)) if aside == 0 => {
                let raw = format!("&{};", &*name);
                push(&mut cell, &crate::html::resolved(&raw));
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            // What was read before the damage is kept.
            Err(_) if sheet.is_some() || !sheets.is_empty() => break,
            Err(_) => return Err(Refusal::Damaged(Damage::Part(CONTENT.to_owned()))),
        }
    }
    sheets.extend(sheet.map(Filling::done));
    Ok(sheets)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name)?;
    Some(crate::html::resolved(&found.value).into_owned())
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

/// A cell with its value, if that is a date, a number or a yes or no. A program's currencies and percentages stay as shown.
fn begun(tag: &BytesStart<'_>) -> Cell {
    let value = match attribute(tag, "value-type").as_deref() {
        Some("float") => attribute(tag, "value").and_then(|value| value.parse().ok()).map(number),
        Some("boolean") => attribute(tag, "boolean-value"),
        Some("date") => attribute(tag, "date-value").map(|date| date.trim_end_matches("T00:00:00").to_owned()),
        Some("time") => attribute(tag, "time-value").and_then(|time| clock(&time)),
        Some("string") => attribute(tag, "string-value"),
        _ => None,
    };
    Cell { repeated: repeated(tag, "number-columns-repeated"), value, words: String::new(), paragraphs: 0 }
}

/// "PT01H02M03.5S" as "01:02:03.5".
fn clock(time: &str) -> Option<String> {
    let (hours, rest) = time.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.replace(',', ".");
    let seconds = match seconds.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => whole.to_owned(),
        _ => seconds,
    };
    Some(format!("{hours:0>2}:{minutes:0>2}:{seconds:0>2}"))
}

fn ended(cell: Cell, column: &mut usize, in_row: &mut Vec<(usize, u32, String)>) {
    let words = cell.value.unwrap_or(cell.words);
    if !words.trim().is_empty() && *column < MOST_COLUMNS {
        let times = if cell.repeated > MOST_REPEATED { 1 } else { cell.repeated };
        in_row.push((*column, times, words));
    }
    *column = column.saturating_add(cell.repeated as usize);
}

fn paragraph(cell: &mut Option<Cell>) {
    if let Some(cell) = cell {
        if cell.paragraphs > 0 {
            cell.words.push('\n');
        }
        cell.paragraphs += 1;
    }
}

fn push(cell: &mut Option<Cell>, words: &str) {
    if let Some(cell) = cell.as_mut().filter(|cell| cell.paragraphs > 0) {
        cell.words.push_str(words);
    }
}

fn space(cell: &mut Option<Cell>) {
    if let Some(cell) = cell.as_mut().filter(|cell| !cell.words.is_empty() && !cell.words.ends_with([' ', '\n'])) {
        cell.words.push(' ');
    }
}
