//! Reading files, off the page, so that the page stays answerable and the reading can be stopped.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use emic_core::project::Structure;
use emic_core::text::canonical;
use emic_formats::source::{Extract, Format, Plan, Prepared, Refusal, ToldText, Wishes};
use emic_formats::text_file::{Encoding, Reading, text_ref};
use emic_formats::tidy::{RuleSet, Tidied};
use emic_formats::turns::Detection;
use futures::future::join_all;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use web_sys::{Blob, File};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::batch::{Batch, Change};
use super::files::{SourceFile, Stage};
use super::item::{Item, Twin, twin_in};
use super::words;
use crate::i18n::tr;
use crate::platform;
use crate::store::Store;
use crate::widgets::announce;
use crate::worker::{Given, ReadFailure, Readers, Stop};

/// How many files are read at the same time, each in a worker of its own. More than a small machine has processors:
/// what passes until a worker is heard takes longer than to read a usual text.
const LANES: usize = 4;

/// How often the list is told what was read, in milliseconds: to draw it anew takes longer than to read a file.
const TOLD_EVERY: i64 = 150;

/// The largest file that is read, in bytes: with what is made of it, it must fit into the worker's memory.
const MAX_BYTES: u64 = 300 * 1024 * 1024;

thread_local! {
    /// The id of the next file.
    static NEXT: Cell<usize> = const { Cell::new(0) };
}

fn with_id(mut file: SourceFile) -> SourceFile {
    file.id = NEXT.with(|next| next.replace(next.get() + 1));
    file
}

/// Reads files, a few at a time, into the list. What is in archives is read as well.
pub async fn read_files(files: Vec<(Rc<str>, File)>, store: Store, batch: UseReducerDispatcher<Batch>, stop: Stop) {
    let files: Vec<_> = files.into_iter().map(|(name, file)| with_id(SourceFile::new(name, file))).collect();
    batch.dispatch(Change::Files(files.clone()));
    let told = Telling::new(batch.clone());
    let work = Work { queue: RefCell::new(files.into()), store: &store, told: &told, stop: &stop };
    let lanes = work.queue.borrow().len().clamp(1, LANES);
    join_all((0..lanes).map(|_| work.lane())).await;
    told.end();
    if stop.is_set() {
        batch.dispatch(Change::Stopped);
    }
}

/// What the lanes share.
struct Work<'a> {
    queue: RefCell<VecDeque<SourceFile>>,
    store: &'a Store,
    told: &'a Telling,
    stop: &'a Stop,
}

impl Work<'_> {
    /// Reads one file after another, in one worker as long as it lives.
    async fn lane(&self) {
        let readers = Readers::default();
        while !self.stop.is_set() {
            let Some(file) = self.queue.borrow_mut().pop_front() else { return };
            self.told.tell(Change::Stage(file.id, Stage::Reading(0.0)));
            let change = read(&readers, &file, self.store, self.stop, self.told).await;
            if let Change::Entries(_, entries) = &change {
                // They come next, as they are next in the list.
                let mut queue = self.queue.borrow_mut();
                entries.iter().rev().for_each(|entry| queue.push_front(entry.clone()));
            }
            // What was read after a stop is let go.
            if !self.stop.is_set() {
                self.told.tell(change);
            }
        }
    }
}

/// Tells the list what was read, but not more often than it can be seen.
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
    fn end(&self) {
        self.timer.take();
        self.batch.dispatch(Change::Several(self.waiting.take()));
    }
}

/// What becomes of the list by reading a file.
async fn read(readers: &Readers, file: &SourceFile, store: &Store, stop: &Stop, told: &Telling) -> Change {
    let progress = |share| told.tell(Change::Stage(file.id, Stage::Reading(share)));
    match given(readers, file, stop, &progress).await {
        Err(why) => Change::Stage(file.id, Stage::Failed(why)),
        Ok(Given::Table(sketch)) => Change::Stage(file.id, Stage::Table(Rc::new(sketch))),
        Ok(Given::Archive(entries)) => {
            let entries = entries.into_iter().map(|entry| with_id(SourceFile::within(file, entry)));
            Change::Entries(file.id, entries.collect())
        }
        Ok(Given::Texts(texts)) => {
            let mut left_out = std::collections::BTreeMap::new();
            for (_, told) in &texts {
                for (what, n) in &told.extract.left_out {
                    *left_out.entry(*what).or_default() += n;
                }
            }
            let several = texts.len() > 1;
            let items = texts.into_iter().map(|(words, told)| {
                let mut item = Item::of_file(file, words, told);
                // Of a table many texts have the name of one file.
                item.twin = twin(store, &item, item.file_name.as_deref().filter(|_| !several));
                item
            });
            Change::Texts(file.id, items.collect(), left_out.into_iter().collect())
        }
    }
}

async fn given(
    readers: &Readers,
    file: &SourceFile,
    stop: &Stop,
    progress: &dyn Fn(f32),
) -> Result<Given, ReadFailure> {
    let bytes = file.file.size() as u64;
    if bytes > MAX_BYTES {
        return Err(ReadFailure::Refused(Refusal::TooLarge { bytes, limit: MAX_BYTES }));
    }
    readers.read(&file.file, &file.file.name(), &file.wishes, stop, progress).await
}

/// The document of the open project that a text seems to be already.
fn twin(store: &Store, item: &Item, file_name: Option<&str>) -> Option<Twin> {
    let snapshot = store.snapshot().filter(|_| !item.is_empty())?;
    twin_in(&snapshot.project, item.reading.imported.hash, file_name)
}

/// Reads a file of the list again, otherwise.
pub async fn read_again(
    file: Rc<SourceFile>,
    wishes: Wishes,
    store: Store,
    batch: UseReducerDispatcher<Batch>,
    stop: Stop,
) {
    batch.dispatch(Change::Wishes(file.id, wishes.clone()));
    let again = SourceFile { wishes: wishes.clone(), ..(*file).clone() };
    let told = Telling::new(batch.clone());
    let change = read(&Readers::default(), &again, &store, &stop, &told).await;
    told.end();
    if let (Change::Texts(_, items, _), Some(encoding)) = (&change, wishes.encoding) {
        let count: u32 = items.iter().map(|item| item.reading.imported.words).sum();
        announce(&tr!("import-reread", encoding = words::encoding_name(encoding), words = count));
    }
    batch.dispatch(change);
}

/// Makes a text of pasted words.
pub async fn paste(title: String, words: String, store: Store, batch: UseReducerDispatcher<Batch>) {
    let wishes = Wishes { encoding: Some(Encoding::Utf8), ..Wishes::default() };
    let read = match Blob::new_with_str_sequence(&Array::of1(&words.as_str().into())) {
        Ok(blob) => Readers::default().read(&blob, "", &wishes, &Stop::default(), &|_| ()).await.ok(),
        Err(_) => None,
    };
    let (words, told) = match read {
        Some(Given::Texts(mut texts)) if texts.len() == 1 => texts.remove(0),
        // What looks like a table, or cannot be read for want of the reader, is taken as it is.
        _ => as_it_is(&words),
    };
    let mut item = Item::pasted(words, told, &title);
    item.twin = twin(&store, &item, None);
    batch.dispatch(Change::Pasted(Box::new(item)));
}

/// Words of which nothing is known.
fn as_it_is(words: &str) -> (String, ToldText) {
    let text = canonical(words).into_owned();
    let imported = text_ref(&text);
    let prepared = Prepared {
        plan: Plan::default(),
        tidied: Tidied::default(),
        with_all: Tidied::default(),
        text: None,
        structure: Structure::default(),
        detection: Detection::default(),
    };
    let reading = Reading { imported, encoding: None, issues: Vec::new(), suggested: RuleSet::NONE };
    (text, ToldText { extract: Extract::plain(Format::Text, String::new()), reading, prepared })
}

/// Works out what becomes of texts whose plan was changed, one after another.
#[hook]
pub fn use_preparing(batch: &UseReducerHandle<Batch>) {
    let readers = use_mut_ref(|| Rc::new(Readers::default()));
    let first = batch.items.iter().find(|item| item.is_stale()).cloned();
    let dispatcher = batch.dispatcher();
    use_effect_with(first.map(|item| (item.key, item.plan.clone(), item)), move |stale| {
        let stop = Stop::default();
        if let Some((key, _, item)) = stale.clone() {
            let (readers, mine) = (Rc::clone(&readers.borrow()), stop.clone());
            spawn_local(async move {
                // Switches are often pressed one after another: the last one counts.
                let change = match readers.prepare(item.text.as_str(), &item.beside(), &item.plan, &mine).await {
                    Ok(prepared) => Change::Prepared(key, Rc::new(prepared)),
                    // Another plan is worked out now.
                    Err(ReadFailure::Stopped) => return,
                    Err(why) => {
                        announce(&words::reason(&why));
                        Change::Plan(key, item.prepared.plan.clone())
                    }
                };
                dispatcher.dispatch(change);
            });
        }
        move || stop.now()
    });
}
