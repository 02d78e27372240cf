//! PDFs with a text layer. The program that reads them is our own down to the objects: the crates that there are panic or
//! unpack without bounds on odd files, and none gives where glyphs stand without doing so.

mod about;
mod cmap;
mod content;
mod crypt;
mod encoding;
mod file;
mod filter;
mod font;
mod layout;
mod line;
mod object;
mod program;
mod remarks;
mod rows;
mod weave;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use emic_formats::source::{Damage, Extract, Format, LeftOut, Refusal};

use crate::read::Task;
use content::Runner;
use file::File;
use rows::Rows;

/// Bytes of a file that is read.
const MOST_BYTES: u64 = 200 << 20;

/// Reads a PDF: a line of its pages is a line of the text, a page begins with a form feed after the line feed, as tidying
/// expects it. There is an empty line where a page has more space than between lines.
///
/// # Errors
/// [`Refusal`].
pub fn read(task: &Task<'_>) -> Result<Extract, Refusal> {
    if task.bytes.len() as u64 > MOST_BYTES {
        return Err(Refusal::TooLarge { bytes: task.bytes.len() as u64, limit: MOST_BYTES });
    }
    let file = File::open(task.bytes)?;
    let (pages, missing) = about::pages(&file)?;
    let mut left_out: BTreeMap<LeftOut, u32> = BTreeMap::new();
    let mut leave_out = |what: LeftOut, count: u32| {
        if count > 0 {
            *left_out.entry(what).or_default() += count;
        }
    };
    leave_out(LeftOut::Damaged, missing);
    let mut runner = Runner::new(&file);
    let mut rows = Rows::default();
    let (mut glyphs, mut unknown, mut drawn, mut damaged) = (0, 0, false, missing);
    for (i, page) in pages.iter().enumerate() {
        let content = about::content(&file, &page.dict);
        let shown = runner.run(&content, &page.resources, page.bounds);
        if let Some(bound) = file.exceeded() {
            return Err(Refusal::Excessive(bound));
        }
        drawn |= !content.trim_ascii().is_empty();
        glyphs += shown.glyphs.len();
        unknown += shown.unknown;
        let bare = shown.glyphs.iter().all(|glyph| glyph.chars.trim().is_empty());
        leave_out(LeftOut::BlankPage, u32::from(bare && shown.pictures > 0));
        leave_out(LeftOut::Picture, shown.pictures);
        leave_out(LeftOut::Hidden, shown.hidden);
        let laid = rows.page(layout::lines(shown.glyphs));
        for (what, count) in remarks::of_page(&file, &page.dict, &laid, &mut rows) {
            leave_out(what, count);
        }
        if let Some(bound) = file.exceeded() {
            return Err(Refusal::Excessive(bound));
        }
        if file.take_damage() {
            damaged += 1;
            leave_out(LeftOut::Damaged, 1);
        }
        (task.progress)((i + 1) as f32 / pages.len() as f32);
    }
    if rows.is_empty() || unknown * 5 > glyphs * 4 {
        return Err(if damaged > 0 || pages.is_empty() {
            Refusal::Damaged(if pages.is_empty() { Damage::Container } else { Damage::Part("page".to_owned()) })
        } else if drawn {
            Refusal::Scan { pages: pages.len() as u32 }
        } else {
            Refusal::Empty
        });
    }
    let mut extract = Extract::plain(Format::Pdf, String::new());
    extract.title = about::title(&file);
    weave::weave(&rows, &about::labels(&file, pages.len()), &mut extract);
    extract.left_out = left_out.into_iter().collect();
    Ok(extract)
}
