//! The projects in this browser and the one that is open: the store, what keeps it, and files, put together.
//!
//! The session lives outside the tree of components (a change of language makes that anew) and is told what to do:
//! [`Session::enter`] opens a project, [`Session::leave`] closes it. Nothing is written before a project has been read.

mod backup_file;
mod coder;
mod file;
mod gate;
mod keep;
mod leaving;
mod library;
mod notes;
mod opening;
mod points;
mod promise;
mod read_only;
mod remind;
mod tabs;
mod working;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use emic_core::ids::ProjectId;
use emic_core::time::Timestamp;
use emic_storage::{Listed, Shelf};
use futures::future::{LocalBoxFuture, Shared};
use yew::prelude::*;

use crate::persist::{CarriedOver, StorageKind};
use crate::store::{Listeners, Store, Subscription};

pub use backup_file::AutoBackup;
pub use coder::{CoderDialog, CoderNameDialog};
pub use emic_storage::Info;
pub use file::{Exported, FileKind, ImportError, Imported, Incoming, Take, download, save_as};
pub use gate::{ProjectGate, use_warning};
pub use leaving::Unsaved;
pub use notes::{ProjectBanners, StorageBanner, StorageNote, export_open, kept_words, promise_words};
pub use opening::{Opened, Opening, Saving};
pub use promise::Promise;
pub use tabs::TakeOver;
pub use working::Working;

/// The list of projects, as far as it is known.
#[derive(Clone, PartialEq, Default)]
pub enum Listing {
    /// It is being read.
    #[default]
    Loading,
    /// Here it is, last changed first.
    Ready(Rc<[Listed]>),
    /// It cannot be read; why, and what to do.
    Failed(AttrValue),
}

impl Listing {
    /// Whether it is known that there is no project but this one.
    pub fn only(&self, id: ProjectId) -> bool {
        matches!(self, Listing::Ready(list) if list.iter().all(|listed| listed.id == id))
    }
}

struct Inner {
    store: Store,
    place: RefCell<Option<PlaceFuture>>,
    kind: Cell<Option<StorageKind>>,
    carried: RefCell<CarriedOver>,
    listing: RefCell<Listing>,
    opening: RefCell<Opening>,
    /// Projects that were left and are not all written yet.
    leaving: RefCell<Vec<Opened>>,
    /// One is read at a time, so that none stands in its own way.
    reading: futures::lock::Mutex<()>,
    /// Counts what was begun to open, so that what comes late is known as such.
    turn: Cell<u32>,
    taking_over: Cell<TakeOver>,
    /// What another tab has written is being read, and more was written meanwhile.
    reading_on: Cell<bool>,
    read_again: Cell<bool>,
    returned: RefCell<Option<gloo::events::EventListener>>,
    backup: RefCell<backup_file::Backup>,
    promise: Cell<Promise>,
    listeners: Listeners,
}

type PlaceFuture = Shared<LocalBoxFuture<'static, Result<Shelf, AttrValue>>>;

/// The projects in this browser and the one that is open. A handle: cloning it shares it.
#[derive(Clone)]
pub struct Session(Rc<Inner>);

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Session {
    /// A session that opens projects into `store`.
    pub fn new(store: Store) -> Session {
        let session = Session(Rc::new(Inner {
            store,
            place: RefCell::default(),
            kind: Cell::default(),
            carried: RefCell::default(),
            listing: RefCell::default(),
            opening: RefCell::default(),
            leaving: RefCell::default(),
            reading: futures::lock::Mutex::default(),
            turn: Cell::default(),
            taking_over: Cell::default(),
            reading_on: Cell::default(),
            read_again: Cell::default(),
            returned: RefCell::default(),
            backup: RefCell::default(),
            promise: Cell::default(),
            listeners: Listeners::default(),
        }));
        *session.0.returned.borrow_mut() = Some(tabs::on_return(&session));
        session
    }

    pub(super) fn store(&self) -> &Store {
        &self.0.store
    }

    /// The list of projects.
    pub fn listing(&self) -> Listing {
        self.0.listing.borrow().clone()
    }

    /// What projects are kept in, once that is known.
    pub fn kept(&self) -> Option<StorageKind> {
        self.0.kind.get()
    }

    /// What was carried over from a smaller storage that someone must know of.
    pub fn carried(&self) -> CarriedOver {
        self.0.carried.borrow().clone()
    }

    /// The project that is open, or on its way.
    pub fn opening(&self) -> Opening {
        self.0.opening.borrow().clone()
    }

    /// Calls `listener` whenever the list, what is open, or what is saved changes.
    pub fn subscribe(&self, listener: impl Fn() + 'static) -> Subscription {
        self.0.listeners.subscribe(listener)
    }

    fn tell(&self) {
        self.0.listeners.tell();
    }
}

/// The session of the app.
#[hook]
pub fn use_session() -> Session {
    let store = crate::store::use_store();
    // The app's root provides it above every component.
    use_context::<Session>().unwrap_or_else(|| Session::new(store))
}

/// What `select` gives of the session; rendered again when that changes.
#[hook]
pub fn use_session_state<T: PartialEq + Clone + 'static>(select: fn(&Session) -> T) -> T {
    let session = use_session();
    let update = use_force_update();
    let value = select(&session);
    let shown = use_mut_ref(|| value.clone());
    *shown.borrow_mut() = value.clone();
    use_effect_with(session, move |session| {
        let listener = {
            let session = session.clone();
            move || {
                let changed = select(&session) != *shown.borrow();
                if changed {
                    update.force_update();
                }
            }
        };
        // What changed between the rendering and now.
        listener();
        let subscription = session.subscribe(listener);
        move || drop(subscription)
    });
    value
}

/// What is known of a listed project; of one whose record is torn, only its identity.
pub fn known(listed: &Listed) -> Info {
    listed.info.clone().unwrap_or_else(|| Info {
        id: listed.id,
        title: crate::i18n::tr!("untitled").to_string(),
        documents: 0,
        quotations: 0,
        created: Timestamp::default(),
        changed: Timestamp::default(),
        exported: None,
        bytes: 0,
    })
}
