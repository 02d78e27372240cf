//! What people drew over pages (ISO 32000-1, 12.5): notes and marked passages with words become comments on what they
//! stand on.

use emic_formats::source::LeftOut;

use super::content::turned;
use super::file::File;
use super::object::Dict;
use super::rows::{Comment, Laid, Rows};

const MOST_ON_PAGE: usize = 5000;

/// Takes the comments of a page, and says what else there is.
pub fn of_page(file: &File<'_>, page: &Dict, laid: &Laid, rows: &mut Rows) -> Vec<(LeftOut, u32)> {
    let mut left_out = Vec::new();
    let annotations = file.get(page.get("Annots"));
    for annotation in annotations.array().iter().take(MOST_ON_PAGE) {
        let pieces: usize = laid.rows.iter().map(|row| row.pieces.len()).sum();
        if !file.work(1 + pieces as u64 / 16) {
            break;
        }
        let Some(annotation) = file.dict(annotation) else { continue };
        let kind = file.get(annotation.get("Subtype"));
        match kind.name().unwrap_or_default() {
            b"Link" | b"Popup" | b"PrinterMark" | b"TrapNet" => {}
            b"Widget" => left_out.push((LeftOut::FormField, 1)),
            b"Sound" | b"Movie" | b"Screen" | b"RichMedia" => left_out.push((LeftOut::Media, 1)),
            b"FileAttachment" | b"3D" => left_out.push((LeftOut::Object, 1)),
            _ => match comment(file, &annotation, laid) {
                Some(comment) => rows.comments.push(comment),
                None => left_out.push((LeftOut::Annotation, 1)),
            },
        }
    }
    left_out
}

fn comment(file: &File<'_>, annotation: &Dict, laid: &Laid) -> Option<Comment> {
    let words_under = |key: &str| {
        let words = file.words_under(annotation, key)?;
        Some(words.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()).filter(|words| !words.is_empty())
    };
    let words = words_under("Contents")?;
    let author = words_under("T");
    let numbers = file.get(annotation.get("QuadPoints"));
    let numbers: Vec<f64> = numbers.array().iter().take(8 * 500).filter_map(|number| file.num(number)).collect();
    let corners = |numbers: &[f64]| numbers.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect::<Vec<_>>();
    let areas: Vec<Vec<[f64; 2]>> = numbers.chunks_exact(8).map(corners).collect();
    let pieces: usize = laid.rows.iter().map(|row| row.pieces.len()).sum();
    if !file.work((areas.len() * pieces / 8) as u64) {
        return None;
    }
    let (from, to) = passage(laid, &areas).or_else(|| nearest(laid, &file.nums(annotation.get("Rect"))))?;
    Some(Comment { from, to, words, author })
}

type Place = (usize, u32);

/// The smallest rectangle about some points, in the plane of lines that were turned by `angle`: left, top, right, bottom.
fn around(points: &[[f64; 2]], angle: u16) -> [f64; 4] {
    let none = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    points
        .iter()
        .map(|&point| turned(point, angle))
        .fold(none, |[left, top, right, bottom], [x, y]| [left.min(x), top.min(y), right.max(x), bottom.max(y)])
}

/// From the first to the last character in some areas.
fn passage(laid: &Laid, areas: &[Vec<[f64; 2]>]) -> Option<(Place, Place)> {
    let mut found: Option<(Place, Place)> = None;
    for (i, row) in laid.rows.iter().enumerate() {
        for area in areas {
            let [left, top, right, bottom] = around(area, row.angle);
            // The middle of its small letters.
            if !(top..=bottom).contains(&(row.y - 0.25 * row.size)) {
                continue;
            }
            for &(from, to, x0, x1) in &row.pieces {
                if (left..=right).contains(&((x0 + x1) / 2.0)) {
                    let at = laid.first + i;
                    let (first, last) = found.unwrap_or(((at, from), (at, to)));
                    found = Some((first.min((at, from)), last.max((at, to))));
                }
            }
        }
    }
    found
}

/// The line that is nearest to a note.
fn nearest(laid: &Laid, rect: &[f64]) -> Option<(Place, Place)> {
    let &[a, b, c, d] = rect else { return None };
    let off = |(_, row): &(usize, &super::rows::LaidRow)| {
        let [_, top, _, bottom] = around(&[[a, b], [c, d]], row.angle);
        ((top + bottom) / 2.0 - (row.y - 0.25 * row.size)).abs()
    };
    let (i, row) = laid.rows.iter().enumerate().min_by(|a, b| off(a).total_cmp(&off(b)))?;
    let end = row.pieces.last()?.1;
    Some(((laid.first + i, 0), (laid.first + i, end)))
}
