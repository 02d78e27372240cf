//! What brings a text of the list into the project.

use emic_core::project::Original;
use emic_formats::source::{Bringing, Taken};
use emic_formats::text_file::title_from;

use super::item::Item;
use crate::i18n::tr;

/// Adds a text to what is brought in, and the file that it came out of if that is kept.
pub fn add(bringing: &mut Bringing<'_>, item: &Item, original: Option<Original>) {
    bringing.add(&Taken {
        title: &title(item),
        kind: &item.kind,
        file_name: item.file_name.as_deref(),
        original,
        text: &item.text,
        extract: &item.extract,
        reading: &item.reading,
        prepared: &item.prepared,
        with_remarks: item.with_remarks,
    });
}

/// A title is never empty.
fn title(item: &Item) -> String {
    let of_file = item.file_name.as_deref().map(|name| title_from(name, &item.text));
    let mut given = [Some(item.title.clone()), of_file].into_iter().flatten();
    given.find(|title| !title.trim().is_empty()).unwrap_or_else(|| tr!("untitled").to_string())
}
