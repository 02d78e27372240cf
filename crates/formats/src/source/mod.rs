//! What is taken out of a file of any format. The readers themselves are the crate `readers`; these are the types that
//! they and the page share.

mod bring;
mod extract;
mod prepare;
mod refusal;
mod table;
mod wishes;

pub use bring::{Bringing, NotSaid, SoFar, Taken};
pub use extract::{Aspect, Extract, LeftOut, Remark, Voice};
pub use prepare::{Beside, Plan, Prepared, prepare};
pub use refusal::{Bound, Damage, Refusal};
pub use table::{ColumnUse, OneDocumentPer, Sheet, TablePlan, TableSketch};
pub use wishes::{Format, TrackedChanges, Wishes};

use serde::{Deserialize, Serialize};

use crate::text_file::Reading;
use crate::tidy::{RuleSet, tidy};
use prepare::prepare_with;

/// What a file gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// Texts: one of most files, many of a table.
    Texts(Vec<Extract>),
    /// A table whose columns people have to say the use of first.
    Table(TableSketch),
    /// An archive: what is in it can be read one by one, with the name as [`Wishes::entry`].
    Archive(Vec<ArchiveEntry>),
}

/// What a reading worker tells of a file: the same, with what is known of each text, and without the texts' words, which
/// go beside it as bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Told {
    /// Texts.
    Texts(Vec<ToldText>),
    /// See [`Outcome::Table`].
    Table(TableSketch),
    /// See [`Outcome::Archive`].
    Archive(Vec<ArchiveEntry>),
}

/// What is told of one text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToldText {
    /// What was taken out, without the words.
    pub extract: Extract,
    /// What is known of them.
    pub reading: Reading,
    /// What becomes of them as it is suggested.
    pub prepared: Prepared,
}

impl Told {
    /// Takes the words out of an outcome, having looked through them.
    pub fn of(outcome: Outcome) -> (Told, Vec<String>) {
        match outcome {
            Outcome::Table(sketch) => (Told::Table(sketch), Vec::new()),
            Outcome::Archive(entries) => (Told::Archive(entries), Vec::new()),
            Outcome::Texts(extracts) => {
                let mut words = Vec::with_capacity(extracts.len());
                let mut told = Vec::with_capacity(extracts.len());
                for mut extract in extracts {
                    let text = std::mem::take(&mut extract.text);
                    let all = tidy(&text, RuleSet::ALL);
                    let reading = Reading::of(&text, &all, extract.encoding, std::mem::take(&mut extract.issues));
                    // Where the format says what a paragraph is, nothing is mended unasked.
                    let lines = matches!(extract.format, Format::Text | Format::Pdf);
                    let rules = if lines { reading.suggested } else { RuleSet::NONE };
                    let plan = Plan { rules, ..Plan::default() };
                    let prepared = prepare_with(&text, &Beside::of(&extract), &plan, all);
                    told.push(ToldText { extract, reading, prepared });
                    words.push(text);
                }
                (Told::Texts(told), words)
            }
        }
    }
}

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveEntry {
    /// Its name with its folders, as the archive has it; apart by "/".
    pub path: String,
    /// Its size when unpacked, in bytes, as the archive says.
    pub bytes: u64,
}
