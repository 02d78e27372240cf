//! Spreadsheets of Excel (.xlsx), read by calamine cell by cell: its ranges would hold every empty cell too.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use emic_formats::source::{Damage, Format, Refusal};
use emic_formats::text_file::Lookalike;

use super::cells::{Budget, Filling, duration, number};
use super::{Workbook, package};
use crate::read::Task;

pub(super) fn read(task: &Task<'_>) -> Result<Workbook, Refusal> {
    let mut parts = package::open(task.bytes)?;
    if parts.index_for_name("xl/workbook.bin").is_some() {
        // Excel's binary form (.xlsb).
        return Err(Refusal::NotRead(Lookalike::Spreadsheet));
    }
    package::weigh(&mut parts, task)?;
    let mut book = Xlsx::new(Cursor::new(task.bytes)).map_err(|error| refusal(error, "xl/workbook.xml"))?;
    let shown = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> =
        shown.filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone()).collect();
    let mut left = Budget::new();
    let mut sheets = Vec::new();
    let mut last_error = None;
    let count = names.len();
    for (place, name) in names.into_iter().enumerate() {
        let mut filling = Filling::new(name.clone());
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            Err(error) => {
                last_error = Some(refusal(error, &name));
                continue;
            }
        };
        loop {
            match cells.next_cell() {
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    filling.put(row, column as usize, &shown_as(cell.get_value()), &mut left)?;
                }
                Ok(None) => break,
                // What was read of a damaged sheet is kept.
                Err(error) => {
                    last_error = Some(refusal(error, &name));
                    break;
                }
            }
        }
        (task.progress)(0.3 + 0.7 * (place + 1) as f32 / count as f32);
        sheets.push(filling.done());
    }
    match last_error {
        Some(error) if sheets.iter().all(|sheet| sheet.rows.is_empty()) => Err(error),
        _ => Ok(Workbook { format: Format::Xlsx, sheets, encoding: None, issues: Vec::new(), delimiter: ',' }),
    }
}

fn refusal(error: XlsxError, part: &str) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Encrypted,
        XlsxError::FileNotFound(name) => Refusal::Damaged(Damage::Missing(name)),
        XlsxError::Zip(_) => Refusal::Damaged(Damage::Container),
        _ => Refusal::Damaged(Damage::Part(part.to_owned())),
    }
}

fn shown_as<'v>(value: &'v DataRef<'_>) -> Cow<'v, str> {
    match value {
        DataRef::Int(value) => value.to_string().into(),
        DataRef::Float(value) => number(*value).into(),
        DataRef::String(words) => words.into(),
        DataRef::SharedString(words) => (*words).into(),
        DataRef::Bool(value) => value.to_string().into(),
        DataRef::DateTime(time) => moment(time).into(),
        DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => words.into(),
        DataRef::Error(error) => error.to_string().into(),
        DataRef::Empty => "".into(),
    }
}

/// A date, a time of the day or both, in the form of ISO 8601.
fn moment(time: &ExcelDateTime) -> String {
    let value = time.as_f64();
    if time.is_duration() {
        return duration(value);
    }
    // What is beyond the year 9999 is no date, whatever its cell says.
    if !(0.0..2_958_466.0).contains(&value) {
        return number(value);
    }
    let (year, month, day, hour, minute, second, ms) = time.to_ymd_hms_milli();
    let clock = match (second, ms) {
        (0, 0) => format!("{hour:02}:{minute:02}"),
        (_, 0) => format!("{hour:02}:{minute:02}:{second:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}.{ms:03}"),
    };
    match value {
        _ if value < 1.0 => clock,
        _ if value.fract() == 0.0 => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}T{clock}"),
    }
}
