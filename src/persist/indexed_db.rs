//! Records in the browser's database: one store, keys are strings, values are byte arrays.
//!
//! A transaction of IndexedDB ends by itself as soon as nothing is asked of it, so all that belongs to one is asked at
//! once, and only its end is waited for.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use emic_storage::{Container, Durability, Local, StorageError, Write};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::wait::{turn, until, within};
use super::{error_of, failed, panicked};

const STORE: &str = "records";

/// How many bytes are handed to the database at once: each is copied twice while the page waits.
const PART: usize = 2 << 20;

/// How long is worked on without a rest, in milliseconds.
const SLICE: f64 = 12.0;

/// Work of fewer bytes is done without a rest.
const MUCH: usize = 64 << 10;

/// What comes so long after the last part is work of its own, in milliseconds.
const APART: f64 = 100.0;

/// Work that may be long.
#[derive(Debug, Clone, Copy, Default)]
struct Work {
    /// Since when there was no rest, in milliseconds.
    begun: f64,
    /// When a part of it was done last, in milliseconds.
    last: f64,
    /// How much was worked through.
    bytes: usize,
}

/// The form of the database itself. What is in the records has versions of its own, so this one stays.
const VERSION: u32 = 1;

/// How long opening may take, in milliseconds. Some browsers never answer where the database is not allowed.
const PATIENCE: u32 = 8_000;

/// The browser's database.
pub struct IndexedDb {
    database: IdbDatabase,
    /// Why it was closed, once it was.
    closed: Rc<RefCell<Option<StorageError>>>,
    /// The work that goes on.
    work: Cell<Work>,
    /// Must live as long as the database is open.
    _listeners: [Closure<dyn FnMut()>; 2],
}

impl IndexedDb {
    /// Opens the database of that name, or makes it.
    ///
    /// # Errors
    /// `Blocked` if the browser has none, or does not allow it. Anything else says that there is one, and perhaps
    /// projects in it, which only cannot be opened now.
    pub async fn open(name: &str) -> Result<IndexedDb, StorageError> {
        // By name: a worker has no window.
        let factory = Reflect::get(&js_sys::global(), &"indexedDB".into());
        let factory = factory.map_err(|thrown| why_not_opened(&error_of(&thrown)))?;
        let factory: IdbFactory = factory.dyn_into().map_err(|_| StorageError::Blocked)?;
        let request = factory.open_with_u32(name, VERSION);
        let request = request.map_err(|thrown| why_not_opened(&error_of(&thrown)))?;
        let upgrade = {
            let request = request.clone();
            Closure::<dyn FnMut()>::new(move || {
                let Some(database) = request.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok()) else {
                    return;
                };
                // If this fails the store is missing, which every later transaction says.
                let _ = database.create_object_store(STORE);
            })
        };
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let answer = until(|success, failure| {
            request.set_onsuccess(Some(success));
            request.set_onerror(Some(failure));
            request.set_onblocked(Some(failure));
        });
        let opened = within(PATIENCE, answer).await;
        request.set_onupgradeneeded(None);
        match opened {
            Some(Ok(_)) => {}
            Some(Err(_)) => {
                close_when_late(&request);
                // While it is blocked by another page there is no error yet to ask for.
                let error = request.error().ok().flatten();
                let error = error.map(|error| match error.name().as_str() {
                    // A newer program has made it anew.
                    "VersionError" => StorageError::Closed,
                    _ => why_not_opened(&error_of(&error)),
                });
                return Err(error.unwrap_or_else(|| StorageError::Other("blocked by another tab".to_owned())));
            }
            None => {
                close_when_late(&request);
                return Err(StorageError::Other("no answer".to_owned()));
            }
        }
        let database: IdbDatabase = request.result().map_err(|thrown| error_of(&thrown))?.unchecked_into();

        let closed = Rc::new(RefCell::new(None));
        let closing = |why: StorageError| {
            let (database, closed) = (database.clone(), Rc::clone(&closed));
            Closure::<dyn FnMut()>::new(move || {
                *closed.borrow_mut() = Some(why.clone());
                database.close();
            })
        };
        // A newer version in another tab wants to change the database. Holding on would block it for ever.
        let on_change = closing(StorageError::Closed);
        // The browser took it away, as when the site's data are cleared.
        let on_close = closing(StorageError::Other("the browser closed the database".to_owned()));
        database.set_onversionchange(Some(on_change.as_ref().unchecked_ref()));
        database.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        Ok(IndexedDb { database, closed, work: Cell::default(), _listeners: [on_change, on_close] })
    }

    /// Asks all of `work` in one transaction and waits for its end. The work waits for nothing but its own requests.
    async fn transact<T>(
        &self,
        mode: IdbTransactionMode,
        durability: Durability,
        work: impl AsyncFnOnce(&IdbObjectStore) -> Result<T, JsValue>,
    ) -> Result<T, StorageError> {
        if let Some(why) = &*self.closed.borrow() {
            return Err(why.clone());
        }
        let transaction = self.begin(mode, durability).map_err(|thrown| error_of(&thrown))?;
        let ended = until(|complete, aborted| {
            transaction.set_oncomplete(Some(complete));
            transaction.set_onabort(Some(aborted));
        });
        let asked = match transaction.object_store(STORE) {
            Ok(store) => work(&store).await,
            Err(thrown) => Err(thrown),
        };
        if let Err(thrown) = &asked {
            // Nothing of it is to be done. If a request has failed that has happened already, and its error says more.
            let _ = transaction.abort();
            // Nobody else is told how it ended.
            let _ = ended.await;
            let failed = transaction.error().map_or_else(|| error_of(thrown), |error| error_of(&error));
            return Err(self.closed.borrow().clone().unwrap_or(failed));
        }
        if mode == IdbTransactionMode::Readwrite {
            commit_now(&transaction);
        }
        match ended.await {
            Ok(_) => asked.map_err(|thrown| error_of(&thrown)),
            Err(_) => {
                let aborted = || transaction.error().map_or(StorageError::Closed, |error| error_of(&error));
                Err(self.closed.borrow().clone().unwrap_or_else(aborted))
            }
        }
    }

    /// `transaction(STORE, mode, { durability })`, which web-sys does not have as stable.
    fn begin(&self, mode: IdbTransactionMode, durability: Durability) -> Result<IdbTransaction, JsValue> {
        let options = Object::new();
        let durability = match durability {
            Durability::Relaxed => "relaxed",
            Durability::Strict => "strict",
        };
        Reflect::set(&options, &"durability".into(), &durability.into())?;
        let begin: js_sys::Function = Reflect::get(&self.database, &"transaction".into())?.dyn_into()?;
        let mode = match mode {
            IdbTransactionMode::Readwrite => "readwrite",
            _ => "readonly",
        };
        begin.call3(&self.database, &STORE.into(), &mode.into(), &options)?.dyn_into()
    }
}

/// Waits for a request to be carried out.
async fn answer_to(request: &IdbRequest) -> Result<(), JsValue> {
    let answer = until(|success, failure| {
        request.set_onsuccess(Some(success));
        request.set_onerror(Some(failure));
    });
    answer.await.map(drop)
}

/// Whether the page is out of sight, and may never be seen again: what is begun is to be done at once.
fn is_hurried() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Hidden)
}

/// Some browsers call it a wrong state, not a matter of permission, where the database is not allowed.
fn why_not_opened(error: &StorageError) -> StorageError {
    match error {
        StorageError::Closed => StorageError::Blocked,
        other => other.clone(),
    }
}

/// A database that is opened after nobody waits for it any more must not stand in another page's way.
fn close_when_late(request: &IdbOpenDbRequest) {
    let late = request.clone();
    let close = Closure::once_into_js(move || {
        if let Some(database) = late.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok()) {
            database.close();
        }
    });
    request.set_onsuccess(close.dyn_ref());
    request.set_onerror(None);
    request.set_onblocked(None);
}

/// Ends a transaction without waiting for the page to ask for more, so that a page that is being left needs no further
/// turn for it. Where that is not known it ends by itself, a little later. (web-sys is about to change its binding.)
fn commit_now(transaction: &IdbTransaction) {
    if let Ok(commit) = Reflect::get(transaction, &"commit".into())
        && let Some(commit) = commit.dyn_ref::<js_sys::Function>()
    {
        // It has ended already if one of its requests has failed.
        let _ = commit.call0(transaction);
    }
}

impl Drop for IndexedDb {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        self.database.close();
    }
}

impl Container for IndexedDb {
    fn get_many<'a>(&'a self, keys: &'a [String]) -> Local<'a, Result<Vec<Option<Vec<u8>>>, StorageError>> {
        Box::pin(async move {
            let requests = self
                .transact(IdbTransactionMode::Readonly, Durability::Relaxed, async |store| {
                    keys.iter().map(|key| store.get(&key.as_str().into())).collect::<Result<Vec<_>, _>>()
                })
                .await?;
            requests
                .iter()
                .map(|request| {
                    let value = request.result().map_err(|thrown| error_of(&thrown))?;
                    Ok(value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec))
                })
                .collect()
        })
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Local<'a, Result<Vec<String>, StorageError>> {
        Box::pin(async move {
            // No key has a character after U+FFFF, the last that one UTF-16 unit can say.
            let last = format!("{prefix}\u{ffff}");
            let request = self
                .transact(IdbTransactionMode::Readonly, Durability::Relaxed, async |store| {
                    let range = IdbKeyRange::bound(&prefix.into(), &last.as_str().into())?;
                    store.get_all_keys_with_key(&range)
                })
                .await?;
            let found: Array = request.result().map_err(|thrown| error_of(&thrown))?.unchecked_into();
            Ok(found.iter().filter_map(|key| key.as_string()).collect())
        })
    }

    fn commit(&self, batch: Vec<Write>, durability: Durability) -> Local<'_, Result<(), StorageError>> {
        Box::pin(async move {
            if panicked() {
                return Err(failed());
            }
            self.transact(IdbTransactionMode::Readwrite, durability, async |store| {
                let mut handed = 0;
                for write in &batch {
                    match write {
                        Write::Put { key, bytes } => {
                            let request = store.put_with_key(&Uint8Array::from(&**bytes), &key.as_str().into())?;
                            handed += bytes.len();
                            if handed >= PART && !is_hurried() {
                                handed = 0;
                                // The transaction goes on as long as what comes next is asked when this is answered.
                                answer_to(&request).await?;
                            }
                            request
                        }
                        Write::Delete { key } => store.delete(&key.as_str().into())?,
                        // To add it fails if it is there, and ends the whole transaction.
                        Write::Unless { key } => {
                            store.add_with_key(&JsValue::NULL, &key.as_str().into())?;
                            store.delete(&key.as_str().into())?
                        }
                    };
                }
                Ok(())
            })
            .await
        })
    }

    fn rest(&self, bytes: usize) -> Local<'_, ()> {
        let now = js_sys::Date::now();
        let mut work = self.work.get();
        if now - work.last >= APART {
            work = Work { begun: now, ..Work::default() };
        }
        work.last = now;
        work.bytes += bytes;
        self.work.set(work);
        let due = work.bytes >= MUCH && now - work.begun >= SLICE;
        Box::pin(async move {
            // In a worker nobody waits, and a page out of sight is not to wait itself: its timers are slow.
            if due && web_sys::window().is_some() && !is_hurried() {
                turn().await;
                let now = js_sys::Date::now();
                self.work.set(Work { begun: now, last: now, bytes: MUCH });
            }
        })
    }
}
