//! Bringing the texts in: all as one step, so that one undo takes all back.

use std::rc::Rc;

use emic_core::ids::{DocumentId, FolderId};
use emic_core::time::Stamp;
use emic_formats::source::Bringing;
use futures::channel::oneshot;
use gloo::timers::callback::Timeout;

use super::edits;
use super::item::Item;
use crate::i18n::tr;
use crate::platform;
use crate::screens::act::say_with_undo;
use crate::store::{Refused, Store};
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
    let Some(snapshot) = store.snapshot() else { return Err(Refused::Closed) };
    let stamp = Stamp { by: snapshot.coder, at: platform::now() };
    let mut bringing = Bringing::new(&snapshot.project, folder, stamp, &platform::random);
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
        edits::add(&mut bringing, item);
    }
    let (edits, texts, made) = (bringing.edits, bringing.texts, bringing.made);
    store.act_with_texts(edits, texts)?;
    Ok(made)
}

/// Says what was brought in, with an undo that takes all of it back.
pub fn tell(store: &Store, documents: usize, left_out: usize) {
    let said = tr!("import-brought-in", n = documents);
    let said = if left_out > 0 { format!("{said} {}", tr!("import-left-out", n = left_out)).into() } else { said };
    say_with_undo(store, said);
}
