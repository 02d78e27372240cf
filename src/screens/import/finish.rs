//! Bringing the texts in: all as one step, so that one undo takes all back.

use std::rc::Rc;

use emic_core::ids::{DocumentId, FolderId};
use emic_core::time::Stamp;
use emic_formats::source::{Bringing, NotSaid};

use super::files::SourceFile;
use super::item::Item;
use super::originals::Why;
use super::{edits, originals};
use crate::i18n::tr;
use crate::persist::wait::turn;
use crate::platform;
use crate::screens::act::say_with_undo;
use crate::store::{Brought, Refused, Same, Store};
use crate::worker::Stop;

/// How long is worked on without a pause, in milliseconds.
const SLICE: i64 = 12;

/// What was brought in.
#[derive(Default)]
pub struct Made {
    /// The new documents.
    pub documents: Vec<DocumentId>,
    /// How many files could not be kept as they were, and why.
    pub not_kept: Option<(usize, Why)>,
    /// What cases did not get, since something else is known of them.
    pub not_said: Vec<NotSaid>,
}

/// Brings the texts in, and keeps the files in `keep` as they are. Tells how many of both are prepared as it goes; gives
/// the new documents, or none if it was stopped.
///
/// # Errors
/// If the project does not take them; nothing is changed then.
pub async fn bring_in(
    store: &Store,
    items: Vec<Rc<Item>>,
    keep: &[Rc<SourceFile>],
    folder: Option<FolderId>,
    stop: &Stop,
    prepared: impl Fn(usize),
) -> Result<Made, Refused> {
    let kept = originals::collect(keep, stop, &prepared).await;
    let Some(snapshot) = store.snapshot() else { return Err(Refused::Closed) };
    let stamp = Stamp { by: snapshot.coder, at: platform::now() };
    let mut bringing = Bringing::new(&snapshot.project, folder, stamp, &platform::random);
    let mut since = 0;
    for (n, item) in items.iter().enumerate() {
        if platform::now().0 - since >= SLICE {
            prepared(keep.len() + n);
            turn().await;
            since = platform::now().0;
        }
        if stop.is_set() {
            return Ok(Made::default());
        }
        edits::add(&mut bringing, item, item.file.and_then(|id| kept.of_file.get(&id)).cloned());
    }
    let (edits, texts, documents, not_said) = (bringing.edits, bringing.texts, bringing.made, bringing.not_said);
    turn().await;
    if stop.is_set() {
        return Ok(Made::default());
    }
    if edits.is_empty() {
        return Ok(Made::default());
    }
    // To enter it, to show it and to look at the first of it take a while each: the page has its turn between them.
    store.act_untold(edits, Brought { texts, originals: kept.bytes })?;
    turn().await;
    store.tell();
    turn().await;
    Ok(Made { documents, not_kept: kept.failed, not_said })
}

/// Lets go of texts that are done with: of many it takes its time.
pub async fn let_go(items: Vec<Same<Item>>) {
    let mut since = platform::now().0;
    for item in items {
        drop(item);
        if platform::now().0 - since >= SLICE {
            turn().await;
            since = platform::now().0;
        }
    }
}

/// Says what was brought in, with an undo that takes all of it back.
pub fn tell(store: &Store, made: &Made, left_out: usize) {
    let mut said = tr!("import-brought-in", n = made.documents.len()).to_string();
    if left_out > 0 {
        said = format!("{said} {}", tr!("import-left-out", n = left_out));
    }
    if let Some((n, why)) = made.not_kept {
        said = format!("{said} {}", why.words(n));
    }
    if let Some(NotSaid { case, attribute, known, value }) = made.not_said.first() {
        let n = made.not_said.len();
        let example = tr!("import-not-said", n = n, case = case, attribute = attribute, known = known, value = value);
        said = format!("{said} {example}");
    }
    say_with_undo(store, said.into());
}
