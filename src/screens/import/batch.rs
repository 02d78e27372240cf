//! The list of texts that may be brought in, and how it changes.

use std::rc::Rc;

use emic_core::ids::FolderId;
use emic_core::project::DocumentKind;
use emic_formats::tidy::RuleSet;
use yew::Reducible;

use super::item::{Item, Twin, Words};
use crate::store::Same;
use crate::worker::ReadFailure;

/// A file that is not in the list.
#[derive(Clone, PartialEq, Debug)]
pub struct Failure {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: ReadFailure,
}

/// What is done, and how much of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Progress {
    /// How many are done.
    pub done: usize,
    /// Of how many.
    pub total: usize,
}

/// The texts that may be brought in.
#[derive(Clone, Default, PartialEq)]
pub struct Batch {
    /// In the order in which they came.
    pub items: Vec<Same<Item>>,
    /// Files that could not be taken.
    pub failures: Vec<Failure>,
    /// The key of the one whose preview is shown.
    pub chosen: Option<usize>,
    /// How far reading is.
    pub reading: Option<Progress>,
    /// The key of the one that is read again, in another encoding.
    pub rereading: Option<usize>,
    /// Where they go.
    pub folder: Option<FolderId>,
    next: usize,
}

/// How the list changes.
pub enum Change {
    /// So many files will be read.
    Reading(usize),
    /// One was read.
    Add(Box<Item>),
    /// One could not be taken.
    Fail(Failure),
    /// All of these, one after another.
    Several(Vec<Change>),
    /// Reading has ended, or was stopped.
    Ended,
    /// The preview shows this one.
    Choose(usize),
    /// Whether it is to be brought in.
    Tick(usize, bool),
    /// Whether all are.
    TickAll(bool),
    /// Another title.
    Title(usize, String),
    /// Another kind.
    Kind(usize, DocumentKind),
    /// One kind for all.
    KindOfAll(DocumentKind),
    /// Other rules.
    Rules(usize, RuleSet),
    /// The same rules for all.
    RulesOfAll(RuleSet),
    /// It is read again, in another encoding.
    Rereading(usize),
    /// It was read so.
    Reread(usize, Box<Words>, Option<Twin>),
    /// It could not be, and stays as it was.
    NotReread(usize, Failure),
    /// All go there.
    Folder(Option<FolderId>),
}

impl Batch {
    /// An empty list.
    pub fn new(folder: Option<FolderId>) -> Batch {
        Batch { folder, ..Batch::default() }
    }

    /// The one whose preview is shown.
    pub fn chosen(&self) -> Option<&Same<Item>> {
        self.items.iter().find(|item| Some(item.key) == self.chosen)
    }

    /// Those to be brought in.
    pub fn ticked(&self) -> impl Iterator<Item = &Same<Item>> {
        self.items.iter().filter(|item| item.ticked)
    }

    fn of_key(&mut self, key: usize, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.key == key) {
            change(Rc::make_mut(&mut item.0));
        }
    }

    fn of_all(&mut self, change: impl Fn(&mut Item)) {
        self.items.iter_mut().for_each(|item| change(Rc::make_mut(&mut item.0)));
    }

    /// The same words under another title of the list.
    fn twin(&self, item: &Item) -> Option<Twin> {
        let same = |other: &&Same<Item>| {
            other.key != item.key
                && other.words.reading.imported.hash == item.words.reading.imported.hash
                && !item.words.is_empty()
        };
        self.items.iter().find(same).map(|other| Twin::InList(other.title.clone()))
    }

    fn add(&mut self, mut item: Item) {
        item.key = self.next;
        self.next += 1;
        if item.twin.is_none() {
            item.twin = self.twin(&item);
            item.ticked &= item.twin.is_none();
        }
        self.chosen = self.chosen.or(Some(item.key));
        self.items.push(item.into());
    }

    fn advance(&mut self) {
        if let Some(reading) = &mut self.reading {
            reading.done += 1;
        }
    }
}

impl Reducible for Batch {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut batch = Rc::unwrap_or_clone(self);
        batch.change(change);
        batch.into()
    }
}

impl Batch {
    fn change(&mut self, change: Change) {
        let batch = self;
        match change {
            Change::Several(changes) => changes.into_iter().for_each(|change| batch.change(change)),
            Change::Reading(total) => batch.reading = Some(Progress { done: 0, total }),
            Change::Add(item) => {
                batch.add(*item);
                batch.advance();
            }
            Change::Fail(failure) => {
                batch.failures.push(failure);
                batch.advance();
            }
            Change::Ended => batch.reading = None,
            Change::Choose(key) => batch.chosen = Some(key),
            Change::Tick(key, ticked) => batch.of_key(key, |item| item.ticked = ticked),
            Change::TickAll(ticked) => batch.of_all(|item| item.ticked = ticked),
            Change::Title(key, title) => batch.of_key(key, |item| item.title = title),
            Change::Kind(key, kind) => batch.of_key(key, |item| item.kind = kind),
            Change::KindOfAll(kind) => batch.of_all(|item| item.kind = kind.clone()),
            Change::Rules(key, rules) => batch.of_key(key, |item| item.rules = rules),
            Change::RulesOfAll(rules) => batch.of_all(|item| item.rules = rules),
            Change::Rereading(key) => batch.rereading = Some(key),
            Change::Reread(key, words, twin) => {
                batch.rereading = batch.rereading.filter(|other| *other != key);
                batch.of_key(key, |item| {
                    item.rules = words.reading.suggested;
                    item.words = *words;
                    item.twin = twin;
                });
            }
            Change::NotReread(key, failure) => {
                batch.rereading = batch.rereading.filter(|other| *other != key);
                batch.failures.push(failure);
            }
            Change::Folder(folder) => batch.folder = folder,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::import::item::Origin;

    fn pasted(words: &str) -> Change {
        let origin = Origin::Pasted(words.into());
        Change::Add(Box::new(Item::new(origin, Words::pasted(words), None, None)))
    }

    #[test]
    fn what_is_in_the_list_twice_or_empty_is_not_ticked_by_itself() {
        let changes = [Change::Reading(3), pasted("They came."), pasted("They came."), pasted("  ")];
        let batch = changes.into_iter().fold(Rc::new(Batch::default()), |batch, change| batch.reduce(change));
        assert_eq!(batch.items.iter().map(|item| item.ticked).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(batch.items[1].twin, Some(Twin::InList("They came.".into())));
        assert_eq!(batch.chosen, Some(0));
        assert_eq!(batch.reading, Some(Progress { done: 3, total: 3 }));
        let batch = batch.reduce(Change::Tick(1, true)).reduce(Change::Choose(1)).reduce(Change::Ended);
        assert_eq!((batch.ticked().count(), batch.chosen().unwrap().key), (2, 1));
    }
}
