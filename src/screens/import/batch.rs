//! The files that were chosen, the texts that they gave, and how both lists change.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use emic_core::ids::FolderId;
use emic_core::project::DocumentKind;
use emic_core::text::TextHash;
use emic_formats::source::{LeftOut, Plan, Prepared, Wishes};
use emic_formats::tidy::RuleSet;
use yew::Reducible;

use super::files::{SourceFile, Stage};
use super::item::{Item, Twin};
use crate::store::Same;
use crate::worker::ReadFailure;

/// What is done, and how much of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Progress {
    /// How many are done.
    pub done: usize,
    /// Of how many.
    pub total: usize,
    /// Which part of all of them, from 0 to 1.
    pub share: f64,
}

/// What the preview shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chosen {
    /// The text of that key.
    Text(usize),
    /// The columns of the table that is the file of that id.
    Table(usize),
}

/// What may be brought in.
#[derive(Clone, Default, PartialEq)]
pub struct Batch {
    /// The files, in their order; those of an archive follow it.
    pub files: Vec<Same<SourceFile>>,
    /// Their texts, and pasted ones, in the order in which the files are.
    pub items: Vec<Same<Item>>,
    /// What the preview shows.
    pub chosen: Option<Chosen>,
    /// Where they go.
    pub folder: Option<FolderId>,
    /// Whether what is shown was chosen by the user; until then it is the first of the list.
    settled: bool,
    /// Whether texts came or went since it was told which of them are the same.
    added: bool,
    next: usize,
}

/// How it changes.
pub enum Change {
    /// These were chosen; their ids are set.
    Files(Vec<SourceFile>),
    /// These are in the archive of that id; their ids are set.
    Entries(usize, Vec<SourceFile>),
    /// A file is so far.
    Stage(usize, Stage),
    /// A file gave these, in place of what it gave before; what of it did not become text.
    Texts(usize, Vec<Item>, Vec<(LeftOut, u32)>),
    /// A file will be read otherwise.
    Wishes(usize, Wishes),
    /// Words were pasted.
    Pasted(Box<Item>),
    /// All of these, one after another.
    Several(Vec<Change>),
    /// What was not read yet will not be.
    Stopped,
    /// The preview shows this one.
    Choose(Chosen),
    /// Whether a text is to be brought in.
    Tick(usize, bool),
    /// Whether all are.
    TickAll(bool),
    /// Another title.
    Title(usize, String),
    /// Another kind.
    Kind(usize, DocumentKind),
    /// One kind for all.
    KindOfAll(DocumentKind),
    /// Another plan.
    Plan(usize, Plan),
    /// The same rules for all.
    RulesOfAll(RuleSet),
    /// What becomes of a text by a plan.
    Prepared(usize, Rc<Prepared>),
    /// Whether comments on a text's passages come in.
    Remarks(usize, bool),
    /// All go there.
    Folder(Option<FolderId>),
}

impl Change {
    /// Whether somebody looks at one of them, and would not like to have it taken out of sight.
    fn is_about_one(&self) -> bool {
        use Change::{Choose, Kind, Plan, Remarks, Tick, Title, Wishes};
        matches!(self, Choose(_) | Kind(..) | Plan(..) | Remarks(..) | Tick(..) | Title(..) | Wishes(..))
    }
}

impl Batch {
    /// An empty list.
    pub fn new(folder: Option<FolderId>) -> Batch {
        Batch { folder, ..Batch::default() }
    }

    /// The text whose preview is shown.
    pub fn chosen_text(&self) -> Option<&Same<Item>> {
        self.items.iter().find(|item| self.chosen == Some(Chosen::Text(item.key)))
    }

    /// The table whose columns are shown.
    pub fn chosen_table(&self) -> Option<&Same<SourceFile>> {
        self.files.iter().find(|file| self.chosen == Some(Chosen::Table(file.id)))
    }

    /// Those to be brought in.
    pub fn ticked(&self) -> impl Iterator<Item = &Same<Item>> {
        self.items.iter().filter(|item| item.ticked)
    }

    /// The file of that id.
    pub fn file(&self, id: usize) -> Option<&Same<SourceFile>> {
        self.files.iter().find(|file| file.id == id)
    }

    /// Files that nothing can be taken out of, each with the reason.
    pub fn failures(&self) -> impl Iterator<Item = (&SourceFile, &ReadFailure)> {
        self.files.iter().filter_map(|file| match &file.stage {
            Stage::Failed(why) => Some((&*file.0, why)),
            _ => None,
        })
    }

    /// Tables of which nobody has said yet what their columns are.
    pub fn tables(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter().map(|file| &*file.0).filter(|file| matches!(file.stage, Stage::Table(_)))
    }

    /// How far reading is, while there is something to read.
    pub fn reading(&self) -> Option<Progress> {
        let (done, total) = (self.files.iter().filter(|file| file.is_done()).count(), self.files.len());
        let share = self.files.iter().map(|file| file.share()).sum::<f64>() / total.max(1) as f64;
        (done < total).then_some(Progress { done, total, share })
    }

    /// Whether a plan is still worked out.
    pub fn is_preparing(&self) -> bool {
        self.ticked().any(|item| item.is_stale())
    }

    fn of_key(&mut self, key: usize, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.key == key) {
            change(Rc::make_mut(&mut item.0));
        }
    }

    fn of_all(&mut self, change: impl Fn(&mut Item)) {
        self.items.iter_mut().for_each(|item| change(Rc::make_mut(&mut item.0)));
    }

    fn of_file(&mut self, id: usize, change: impl FnOnce(&mut SourceFile)) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            change(Rc::make_mut(&mut file.0));
        }
    }

    /// Tells which texts are in the list a second time: those that come after the first of the same words, in whatever
    /// order they were read. They are not brought in, unless people say so.
    fn tell_twins(&mut self) {
        let mut first: HashMap<TextHash, (Option<usize>, String)> = HashMap::new();
        for item in self.items.iter_mut().filter(|item| !item.is_empty()) {
            let twin = match first.entry(item.reading.imported.hash) {
                Entry::Vacant(vacant) => {
                    vacant.insert((item.file, item.title.clone()));
                    None
                }
                Entry::Occupied(known) => match known.get() {
                    // Respondents of one table may well answer the same.
                    (file, _) if *file == item.file && file.is_some() => None,
                    (_, title) => Some(Twin::InList(title.clone())),
                },
            };
            let told = matches!(item.twin, None | Some(Twin::InList(_)));
            if told && item.twin != twin {
                let item = Rc::make_mut(&mut item.0);
                if !item.decided {
                    item.ticked = twin.is_none();
                }
                item.twin = twin;
            }
        }
    }

    /// Puts texts where their file is in its list; pasted ones come last.
    fn add(&mut self, file: Option<usize>, items: Vec<Item>) {
        let place = |id: Option<usize>| {
            id.and_then(|id| self.files.iter().position(|file| file.id == id)).unwrap_or(usize::MAX)
        };
        let mine = place(file);
        let at = self.items.partition_point(|item| place(item.file) <= mine);
        for (n, mut item) in items.into_iter().enumerate() {
            item.key = self.next;
            self.next += 1;
            item.ticked &= item.twin.is_none() && !item.is_empty();
            self.items.insert(at + n, item.into());
        }
        self.added = true;
        self.show_first();
    }

    /// Shows the first of the list that has words, in whatever order the files were done, unless another was chosen.
    fn show_first(&mut self) {
        if self.settled && self.chosen.is_some() {
            return;
        }
        let table = self.files.iter().position(|file| matches!(file.stage, Stage::Table(_)));
        let text = self.items.iter().find(|item| !item.is_empty());
        let before_table = |item: &Item| {
            let file = self.files.iter().position(|file| item.file == Some(file.id));
            table.is_none_or(|table| file.is_some_and(|file| file < table))
        };
        self.chosen = match (text, table.and_then(|at| self.files.get(at))) {
            (Some(text), _) if before_table(text) => Some(Chosen::Text(text.key)),
            (_, Some(table)) => Some(Chosen::Table(table.id)),
            _ => self.items.first().map(|item| Chosen::Text(item.key)),
        };
    }

    /// What a file gives in place of what it gave before: what was said of its texts stays, if they are as many.
    fn replace(&mut self, id: usize, mut items: Vec<Item>) {
        let before: Vec<Same<Item>> = self.items.iter().filter(|item| item.file == Some(id)).cloned().collect();
        if before.len() == items.len() {
            for (item, before) in items.iter_mut().zip(&before) {
                item.kind = before.kind.clone();
                // One that was made of words in the wrong letters is made anew.
                if before.titled {
                    (item.title, item.titled) = (before.title.clone(), true);
                }
            }
        }
        let chosen = match self.chosen {
            Some(Chosen::Text(key)) => before.iter().position(|item| item.key == key),
            Some(Chosen::Table(file)) => (file == id).then_some(0),
            None => None,
        };
        self.items.retain(|item| item.file != Some(id));
        if chosen.is_some() {
            self.chosen = None;
        }
        let (first, count) = (self.next, items.len());
        self.add(Some(id), items);
        if let Some(nth) = chosen.filter(|nth| *nth < count) {
            self.chosen = Some(Chosen::Text(first + nth));
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
        self.carry_out(change);
        if std::mem::take(&mut self.added) {
            self.tell_twins();
        }
    }

    fn carry_out(&mut self, change: Change) {
        let batch = self;
        batch.settled |= change.is_about_one();
        match change {
            Change::Several(changes) => changes.into_iter().for_each(|change| batch.carry_out(change)),
            Change::Files(files) => batch.files.extend(files.into_iter().map(Same::from)),
            Change::Entries(archive, files) => {
                let count = files.len();
                let at = batch.files.iter().position(|file| file.id == archive).map_or(batch.files.len(), |at| at + 1);
                batch.files.splice(at..at, files.into_iter().map(Same::from));
                batch.of_file(archive, |file| file.stage = Stage::Archive(count));
            }
            Change::Stage(id, stage) => {
                batch.of_file(id, |file| file.stage = stage);
                batch.show_first();
            }
            Change::Texts(id, items, left_out) => {
                batch.replace(id, items);
                batch.of_file(id, |file| (file.stage, file.left_out) = (Stage::Read, left_out));
            }
            Change::Wishes(id, wishes) => batch.of_file(id, |file| {
                file.wishes = wishes;
                file.stage = Stage::Reading(0.0);
            }),
            Change::Pasted(item) => batch.add(None, vec![*item]),
            Change::Stopped => {
                for file in &mut batch.files {
                    if !file.is_done() {
                        Rc::make_mut(&mut file.0).stage = Stage::Failed(ReadFailure::Stopped);
                    }
                }
            }
            Change::Choose(chosen) => batch.chosen = Some(chosen),
            Change::Tick(key, ticked) => batch.of_key(key, |item| (item.ticked, item.decided) = (ticked, true)),
            Change::TickAll(ticked) => batch.of_all(|item| (item.ticked, item.decided) = (ticked, true)),
            Change::Title(key, title) => batch.of_key(key, |item| (item.title, item.titled) = (title, true)),
            Change::Kind(key, kind) => batch.of_key(key, |item| item.kind = kind),
            Change::KindOfAll(kind) => batch.of_all(|item| item.kind = kind.clone()),
            Change::Plan(key, plan) => batch.of_key(key, |item| item.plan = plan),
            Change::RulesOfAll(rules) => batch.of_all(|item| item.plan.rules = rules),
            Change::Prepared(key, prepared) => batch.of_key(key, |item| item.prepared = prepared),
            Change::Remarks(key, with) => batch.of_key(key, |item| item.with_remarks = with),
            Change::Folder(folder) => batch.folder = folder,
        }
    }
}

#[cfg(test)]
mod tests {
    use emic_formats::source::{Extract, Format, Outcome, Told};
    use wasm_bindgen::{JsCast, JsValue};

    use super::*;

    fn item(words: &str) -> Item {
        let outcome = Outcome::Texts(vec![Extract::plain(Format::Text, words.to_owned())]);
        let (told, mut words) = Told::of(outcome);
        let Told::Texts(mut texts) = told else { panic!("{told:?}") };
        Item::pasted(words.remove(0), texts.remove(0), "")
    }

    /// A file of the list; what is in it is never asked for.
    fn file(id: usize) -> SourceFile {
        let (file, stage) = (JsValue::NULL.unchecked_into(), Stage::Waiting);
        SourceFile { id, name: "night.txt".into(), file, bytes: 0, wishes: Wishes::default(), stage, left_out: vec![] }
    }

    #[test]
    fn what_is_in_the_list_twice_or_empty_is_not_ticked_by_itself() {
        let pasted = |words| Change::Pasted(Box::new(item(words)));
        let changes = [pasted("They came."), pasted("They came."), pasted("  ")];
        let batch = changes.into_iter().fold(Rc::new(Batch::default()), |batch, change| batch.reduce(change));
        assert_eq!(batch.items.iter().map(|item| item.ticked).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(batch.items[1].twin, Some(Twin::InList("They came.".into())));
        assert_eq!(batch.chosen, Some(Chosen::Text(0)));
        let batch = batch.reduce(Change::Tick(1, true)).reduce(Change::Choose(Chosen::Text(1)));
        assert_eq!((batch.ticked().count(), batch.chosen_text().unwrap().key), (2, 1));
    }

    #[test]
    fn which_of_two_is_one_too_many_hangs_on_the_list_and_not_on_which_was_read_first() {
        let of = |file: usize| Item { file: Some(file), title: format!("Night {file}"), ..item("They came.") };
        let mut batch = Batch { files: [0, 1, 2].map(file).map(Same::from).to_vec(), ..Batch::default() };
        let state = |batch: &Batch| batch.items.iter().map(|it| (it.file, it.ticked)).collect::<Vec<_>>();
        batch.change(Change::Texts(2, vec![of(2)], vec![]));
        assert_eq!(state(&batch), [(Some(2), true)]);
        let mut decided = batch.clone();
        batch.change(Change::Texts(0, vec![of(0)], vec![]));
        batch.change(Change::Texts(1, vec![of(1)], vec![]));
        assert_eq!(state(&batch), [(Some(0), true), (Some(1), false), (Some(2), false)]);
        assert_eq!(batch.items[2].twin, Some(Twin::InList("Night 0".into())));
        let key = decided.items[0].key;
        decided.change(Change::Tick(key, true));
        decided.change(Change::Texts(0, vec![of(0)], vec![]));
        assert_eq!(state(&decided), [(Some(0), true), (Some(2), true)], "what was ticked by hand stays so");
        // Read in other letters the first holds other words.
        batch.change(Change::Texts(0, vec![Item { file: Some(0), ..item("We left.") }], vec![]));
        assert_eq!(state(&batch), [(Some(0), true), (Some(1), true), (Some(2), false)]);
    }

    #[test]
    fn respondents_of_one_table_may_answer_the_same_and_titles_that_nobody_gave_are_made_anew() {
        let of = |title: &str| Item { file: Some(0), title: title.into(), ..item("No.") };
        let mut batch = Batch { files: vec![file(0).into(), file(1).into()], ..Batch::default() };
        batch.change(Change::Texts(0, vec![of("P1"), of("P\u{fffd}2")], vec![]));
        assert!(batch.items.iter().all(|item| item.ticked && item.twin.is_none()));
        let key = batch.items[0].key;
        batch.change(Change::Title(key, "Anna".into()));
        batch.change(Change::Texts(0, vec![of("P1"), of("Pé2")], vec![]));
        let titles: Vec<_> = batch.items.iter().map(|item| item.title.as_str()).collect();
        assert_eq!(titles, ["Anna", "Pé2"]);
        batch.change(Change::Texts(1, vec![Item { file: Some(1), ..item("No.") }], vec![]));
        assert!(!batch.items[2].ticked, "another file with these words is one file too many");
    }

    #[test]
    fn the_first_of_the_list_is_shown_in_whatever_order_they_are_read_until_one_is_chosen() {
        let of = |file: usize, words: &str| Item { file: Some(file), ..item(words) };
        let mut batch = Batch { files: [0, 1, 2].map(file).map(Same::from).to_vec(), ..Batch::default() };
        let shown = |batch: &Batch| batch.chosen_text().and_then(|item| item.file);
        batch.change(Change::Texts(2, vec![of(2, "  ")], vec![]));
        assert_eq!(shown(&batch), Some(2), "better than nothing");
        batch.change(Change::Texts(1, vec![of(1, "They came.")], vec![]));
        assert_eq!(shown(&batch), Some(1));
        let mut looked_at = batch.clone();
        batch.change(Change::Texts(0, vec![of(0, "We left.")], vec![]));
        assert_eq!(shown(&batch), Some(0));
        let key = looked_at.chosen_text().unwrap().key;
        looked_at.change(Change::Title(key, "Night".into()));
        looked_at.change(Change::Texts(0, vec![of(0, "We left.")], vec![]));
        assert_eq!(shown(&looked_at), Some(1), "it is not taken away");
    }
}
