//! Reading files, off the page, so that the page stays answerable and the reading can be stopped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use emic_core::text::Text;
use emic_formats::text_file::{Encoding, MAX_BYTES, NotText};
use futures::stream::{self, StreamExt};
use gloo::timers::callback::Timeout;
use web_sys::File;
use yew::prelude::*;

use super::batch::{Batch, Change, Failure};
use super::item::{Item, Origin, Twin, Words, twin_in};
use crate::platform;
use crate::store::Store;
use crate::worker::{ReadFailure, Readers, Stop};

/// How many files are read at the same time, each in a worker of its own. More than a small machine has processors:
/// what passes until a worker is heard takes longer than to read a usual text.
const LANES: usize = 4;

/// How often the list is told what was read, in milliseconds: to draw it anew takes longer than to read a file.
const TOLD_EVERY: i64 = 80;

/// Reads files, a few at a time, into the list, in their order.
pub async fn read_files(files: Vec<File>, store: Store, batch: UseReducerDispatcher<Batch>, stop: Stop) {
    batch.dispatch(Change::Reading(files.len()));
    let free = RefCell::new(Vec::<Readers>::new());
    let (free, store, stop) = (&free, &store, &stop);
    let mut changes = stream::iter(files)
        .map(|file| async move {
            let readers = free.borrow_mut().pop().unwrap_or_default();
            let name = file.name();
            let change = match read(&readers, file, store, stop).await {
                Ok(item) => Change::Add(Box::new(item)),
                Err(why) => Change::Fail(Failure { name, why }),
            };
            free.borrow_mut().push(readers);
            change
        })
        .buffered(LANES);
    let told = Telling::new(batch.clone());
    while let Some(change) = changes.next().await {
        // What was read after a stop is let go.
        if stop.is_set() {
            return;
        }
        told.tell(change);
    }
    // Whoever stops it says so to the list; by now it may be reading other files.
    if !stop.is_set() {
        told.end();
        batch.dispatch(Change::Ended);
    }
}

/// Tells the list what was read, but not more often than it can be seen. What was not told yet goes with it.
struct Telling {
    batch: UseReducerDispatcher<Batch>,
    waiting: Rc<RefCell<Vec<Change>>>,
    /// Until the next time; `None` if there is nothing to tell.
    timer: Rc<RefCell<Option<Timeout>>>,
    last: Cell<i64>,
}

impl Telling {
    fn new(batch: UseReducerDispatcher<Batch>) -> Telling {
        Telling { batch, waiting: Rc::default(), timer: Rc::default(), last: Cell::new(0) }
    }

    fn tell(&self, change: Change) {
        self.waiting.borrow_mut().push(change);
        if self.timer.borrow().is_some() {
            return;
        }
        let now = platform::now().0;
        let wait = (self.last.get() + TOLD_EVERY - now).clamp(0, TOLD_EVERY);
        self.last.set(now + wait);
        let (batch, waiting, timer) = (self.batch.clone(), Rc::clone(&self.waiting), Rc::clone(&self.timer));
        let later = Timeout::new(wait as u32, move || {
            timer.take();
            batch.dispatch(Change::Several(waiting.take()));
        });
        *self.timer.borrow_mut() = Some(later);
    }

    /// Tells what is left.
    fn end(self) {
        self.timer.take();
        self.batch.dispatch(Change::Several(self.waiting.take()));
    }
}

async fn read(readers: &Readers, file: File, store: &Store, stop: &Stop) -> Result<Item, ReadFailure> {
    let words = words(readers, &file, None, stop).await?;
    let name: Rc<str> = file.name().into();
    let twin = twin(store, &words, Some(&name));
    Ok(Item::new(Origin::File(name, file), words, None, twin))
}

/// The words of a file, in the `chosen` encoding or in the one it seems to be in.
async fn words(readers: &Readers, file: &File, chosen: Option<Encoding>, stop: &Stop) -> Result<Words, ReadFailure> {
    if file.size() > MAX_BYTES as f64 {
        return Err(ReadFailure::NotText(NotText::TooLarge(file.size() as usize)));
    }
    let (text, reading) = readers.read_text(file, chosen, stop).await?;
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
