//! Reading files in slices, so that the page stays answerable and the reading can be stopped.

use std::cell::Cell;
use std::rc::Rc;

use emic_formats::text_file::{MAX_BYTES, NotText};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::prelude::*;

use super::batch::{Batch, Change, Failure, Reason};
use super::item::{Item, Origin, Reading, twin_in};
use crate::store::Store;

/// Says that something under way is to stop.
#[derive(Clone, Default)]
pub struct Stop(Rc<Cell<bool>>);

impl Stop {
    /// Stops it at its next slice.
    pub fn now(&self) {
        self.0.set(true);
    }

    /// Whether it is to stop.
    pub fn is_set(&self) -> bool {
        self.0.get()
    }
}

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
    batch.dispatch(Change::Reading(files.len()));
    for file in files {
        breathe().await;
        if stop.is_set() {
            break;
        }
        let name = file.name();
        let change = match read(&file, &store).await {
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

async fn read(file: &File, store: &Store) -> Result<Item, Reason> {
    if file.size() > MAX_BYTES as f64 {
        return Err(Reason::NotText(NotText::TooLarge(file.size() as usize)));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|error| Reason::Unreadable(words_of(&error)))?;
    let bytes: Rc<[u8]> = js_sys::Uint8Array::new(&buffer).to_vec().into();
    let name: Rc<str> = file.name().into();
    let origin = Origin::File(Rc::clone(&name), bytes);
    let reading = Reading::of(&origin, None).map_err(Reason::NotText)?;
    let twin = store
        .snapshot()
        .filter(|_| !reading.is_empty())
        .and_then(|snapshot| twin_in(&snapshot.project, reading.imported.hash, Some(&name)));
    Ok(Item::new(origin, reading, None, twin))
}

/// What the browser says of an error.
fn words_of(error: &wasm_bindgen::JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}
