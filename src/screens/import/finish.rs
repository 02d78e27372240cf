//! Bringing the texts in: all as one step, so that one undo takes all back.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::{CoderId, DocumentId, FolderId};
use emic_core::project::{Document, Extra, FieldStamps, Source};
use emic_core::rank::Rank;
use emic_core::text::{Text, TextHash};
use emic_core::time::Stamp;
use emic_formats::text_file::{document_blocks, text_ref, title_from};
use emic_formats::tidy::tidy;

use futures::channel::oneshot;
use gloo::timers::callback::Timeout;

use super::item::Item;
use crate::i18n::tr;
use crate::platform;
use crate::screens::act::say_with_undo;
use crate::store::{NewTexts, Refused, Store};
use crate::worker::Stop;

/// How long is worked on without a pause, in milliseconds.
const SLICE: i64 = 12;

/// Lets the page do what waits: input, painting.
async fn breathe() {
    let (done, later) = oneshot::channel();
    let timer = Timeout::new(0, move || {
        // Nobody listens if the work was given up.
        let _ = done.send(());
    });
    // It is dropped only with the timer.
    let _ = later.await;
    drop(timer);
}

/// Brings the texts in. Tells how many are prepared as it goes; gives the new documents, or nothing if it was stopped.
///
/// # Errors
/// If the project does not take them; nothing is changed then.
pub async fn bring_in(
    store: &Store,
    items: Vec<Rc<Item>>,
    folder: Option<FolderId>,
    stop: &Stop,
    prepared: impl Fn(usize),
) -> Result<Vec<DocumentId>, Refused> {
    let Some(by) = store.snapshot().map(|snapshot| snapshot.coder) else { return Err(Refused::Closed) };
    let (mut edits, mut texts, mut made) = (Vec::new(), NewTexts::new(), Vec::new());
    let mut since = 0;
    for (n, item) in items.iter().enumerate() {
        if platform::now().0 - since >= SLICE {
            prepared(n);
            breathe().await;
            since = platform::now().0;
        }
        if stop.is_set() {
            return Ok(Vec::new());
        }
        let (document, new) = prepare(item, folder, by);
        made.push(document.id);
        edits.push(Edit::AddDocument(Box::new(document)));
        texts.extend(new);
    }
    store.act_with_texts(edits, texts)?;
    Ok(made)
}

/// A document of an item, with the texts that it needs.
fn prepare(item: &Item, folder: Option<FolderId>, by: CoderId) -> (Document, Vec<(TextHash, Rc<str>)>) {
    let imported = &item.words.text;
    let edits = tidy(imported.as_str(), item.rules).edits;
    let text = if edits.is_empty() { imported.clone() } else { Text::new(edits.apply(imported.as_str())) };
    let (before, after) = (
        item.words.reading.imported,
        if edits.is_empty() { item.words.reading.imported } else { text_ref(text.as_str()) },
    );
    let mut texts = vec![(before.hash, imported.content())];
    if after.hash != before.hash {
        texts.push((after.hash, text.content()));
    }
    let document = Document {
        id: DocumentId::from_random(platform::random()),
        title: title(item),
        kind: item.kind.clone(),
        folder,
        // The edit sets rank and stamp.
        rank: Rank::nth(0),
        created: Stamp { by, at: platform::now() },
        text: after,
        case: None,
        structure: Rc::new(if item.is_markdown() { document_blocks(&text) } else { Vec::new() }.into()),
        source: Source {
            file_name: item.file_name().map(str::to_owned),
            format: if item.is_markdown() { "markdown" } else { "text" }.to_owned(),
            encoding: item.words.reading.encoding.map(|encoding| encoding.label().to_owned()),
            imported: before,
            edits,
            extra: Extra::new(),
        },
        changed: FieldStamps::new(),
        extra: Extra::new(),
    };
    (document, texts)
}

/// A title is never empty.
fn title(item: &Item) -> String {
    let given =
        [item.title.clone(), item.file_name().map(|name| title_from(name, &item.words.text)).unwrap_or_default()];
    given.into_iter().find(|title| !title.trim().is_empty()).unwrap_or_else(|| tr!("untitled").to_string())
}

/// Says what was brought in, with an undo that takes all of it back.
pub fn tell(store: &Store, documents: usize, left_out: usize) {
    let said = tr!("import-brought-in", n = documents);
    let said = if left_out > 0 { format!("{said} {}", tr!("import-left-out", n = left_out)).into() } else { said };
    say_with_undo(store, said);
}
