//! Reading files, off the page, so that the page stays answerable and the reading can be stopped.

use std::rc::Rc;

use emic_core::text::Text;
use emic_formats::text_file::{Encoding, MAX_BYTES, NotText};
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::prelude::*;

use super::batch::{Batch, Change, Failure, Reason};
use super::item::{Item, Origin, Twin, Words, twin_in};
use crate::store::Store;
use crate::worker::{ReadFailure, Readers, Stop, words_of};

/// Lets the page do what waits: input, painting.
pub async fn breathe() {
    let (done, later) = futures::channel::oneshot::channel();
    let timer = Timeout::new(0, move || {
        let _ = done.send(());
    });
    let _ = later.await;
    drop(timer);
}

/// Reads files one after another into the list.
pub async fn read_files(files: Vec<File>, store: Store, batch: UseReducerDispatcher<Batch>, stop: Stop) {
    let readers = Readers::default();
    batch.dispatch(Change::Reading(files.len()));
    for file in files {
        breathe().await;
        if stop.is_set() {
            break;
        }
        let name = file.name();
        let change = match read(&readers, file, &store, &stop).await {
            Ok(item) => Change::Add(Box::new(item)),
            Err(why) => Change::Fail(Failure { name, why }),
        };
        // What was read after a stop is let go.
        if stop.is_set() {
            break;
        }
        batch.dispatch(change);
    }
    // Whoever stops it says so to the list; by now it may be reading other files.
    if !stop.is_set() {
        batch.dispatch(Change::Ended);
    }
}

async fn read(readers: &Readers, file: File, store: &Store, stop: &Stop) -> Result<Item, Reason> {
    let words = words(readers, &file, None, stop).await?;
    let name: Rc<str> = file.name().into();
    let twin = twin(store, &words, Some(&name));
    Ok(Item::new(Origin::File(name, file), words, None, twin))
}

/// The words of a file, in the `chosen` encoding or in the one it seems to be in.
async fn words(readers: &Readers, file: &File, chosen: Option<Encoding>, stop: &Stop) -> Result<Words, Reason> {
    if file.size() > MAX_BYTES as f64 {
        return Err(Reason::Reader(ReadFailure::NotText(NotText::TooLarge(file.size() as usize))));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|error| Reason::Unreadable(words_of(&error)))?;
    let (text, reading) = readers.read_text(buffer.into(), chosen, stop).await.map_err(Reason::Reader)?;
    Ok(Words { text: Text::new(text), reading })
}

/// The document of the open project that the words seem to be already.
pub fn twin(store: &Store, words: &Words, file_name: Option<&str>) -> Option<Twin> {
    let snapshot = store.snapshot().filter(|_| !words.is_empty())?;
    twin_in(&snapshot.project, words.reading.imported.hash, file_name)
}

/// Reads a text of the list again, in an encoding that was chosen; gives the number of its words.
pub async fn read_again(
    item: Rc<Item>,
    encoding: Encoding,
    store: Store,
    batch: UseReducerDispatcher<Batch>,
) -> Option<u32> {
    let Origin::File(name, file) = &item.origin else { return None };
    batch.dispatch(Change::Rereading(item.key));
    match words(&Readers::default(), file, Some(encoding), &Stop::default()).await {
        Ok(words) => {
            let count = words.reading.imported.words;
            let twin = twin(&store, &words, Some(name));
            batch.dispatch(Change::Reread(item.key, Box::new(words), twin));
            Some(count)
        }
        Err(why) => {
            batch.dispatch(Change::NotReread(item.key, Failure { name: name.to_string(), why }));
            None
        }
    }
}
