//! Text files of cells, whatever their bytes: as they are sketched, then as the plan that seems sensible has them.
#![no_main]

use emic_formats::source::{OneDocumentPer, Outcome, TablePlan, Wishes};
use libfuzzer_sys::fuzz_target;

fn read(bytes: &[u8], table: Option<TablePlan>) -> Option<Outcome> {
    let wishes = Wishes { table, ..Wishes::default() };
    emic_readers::read(&emic_readers::Task { name: "file.csv", bytes, wishes: &wishes, progress: &|_| () }).ok()
}

fuzz_target!(|bytes: &[u8]| {
    if let Some(Outcome::Table(sketch)) = read(bytes, None) {
        for per in [OneDocumentPer::Respondent, OneDocumentPer::Question, OneDocumentPer::Transcript] {
            drop(read(bytes, Some(TablePlan { per, ..sketch.suggested.clone() })));
        }
    }
});
