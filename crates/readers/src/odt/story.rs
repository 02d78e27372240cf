//! A walk through the paragraphs, lists and tables of an OpenDocument text.

use std::collections::{HashMap, HashSet};

use emic_core::project::BlockKind;
use emic_core::text::{Pos, Span};
use emic_formats::source::LeftOut;

use super::changes::{Change, Changes};
use super::lists::{InList, Lists};
use super::styles::Styles;
use crate::flow::Flow;
use crate::read::Task;
use crate::xml::{Document, Node, attribute, below, children, is};

/// How many paragraphs are read between two words of progress.
const STRIDE: usize = 500;

/// What is told, and how far.
pub struct Story<'a, 'i> {
    pub task: &'a Task<'a>,
    pub styles: &'a Styles,
    pub lists: Lists,
    pub changes: Changes<'a, 'i>,
    pub formulas: Vec<String>,
    pub flow: Flow,
    /// Notes whose marks were met, with their labels.
    pub notes: Vec<(Node<'a, 'i>, String)>,
    /// What all paragraphs are, and what stands at the start of the next one: in a note.
    pub within: Option<BlockKind>,
    pub label: String,
    /// The list that is being told, and the label of its next item.
    pub item: Option<Item>,
    /// Additions that are open and not taken.
    pub skipping: HashSet<String>,
    /// Changes whose removed words were told: each once.
    restored: HashSet<String>,
    /// Whether the words before were hidden ones.
    pub hiding: bool,
    pub comments: Comments,
    paragraphs: (usize, usize),
}

/// An item of a list.
#[derive(Clone)]
pub struct Item {
    pub place: InList,
    /// Whether its number still has to be written.
    pub fresh: bool,
    pub start: Option<u32>,
}

/// Comments, and where they begin and end.
#[derive(Default)]
pub struct Comments {
    all: Vec<Comment>,
    by_name: HashMap<String, usize>,
    /// Those that begin with the next words.
    waiting: Vec<usize>,
}

struct Comment {
    words: String,
    author: Option<String>,
    start: Option<Pos>,
    end: Pos,
    /// Whether its end was met, maybe before any words.
    ended: bool,
}

impl Comments {
    /// A comment begins with the next words; without a name it stands on the place alone.
    pub fn begin(&mut self, comment: Node<'_, '_>, at: Pos) {
        let author = children(comment, "creator").next().and_then(|author| author.text()).map(str::trim);
        let paragraphs = comment.children().filter(|node| is(*node, "p") || is(*node, "list"));
        let words = paragraphs.map(super::inline::plain).collect::<Vec<_>>().join("\n").trim().to_owned();
        if words.is_empty() {
            return;
        }
        let index = self.all.len();
        let author = author.filter(|author| !author.is_empty()).map(str::to_owned);
        self.all.push(Comment { words, author, start: None, end: at, ended: false });
        if let Some(name) = attribute(comment, "name") {
            self.by_name.insert(name.to_owned(), index);
            self.waiting.push(index);
        }
    }

    /// The words that the waiting ones begin with stand here.
    pub fn reach(&mut self, at: Pos) {
        for index in self.waiting.drain(..) {
            if let Some(comment) = self.all.get_mut(index).filter(|comment| !comment.ended) {
                comment.start = Some(at);
                comment.end = at;
            }
        }
    }

    /// Whether any begins with the next words.
    pub fn any_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// A comment ends with the words before.
    pub fn end(&mut self, mark: Node<'_, '_>, at: Pos) {
        let Some(index) = attribute(mark, "name").and_then(|name| self.by_name.remove(name)) else { return };
        if let Some(comment) = self.all.get_mut(index) {
            comment.ended = true;
            comment.end = at;
        }
    }
}

impl<'a, 'i> Story<'a, 'i> {
    /// Nothing is told yet.
    pub fn new(
        task: &'a Task<'a>,
        styles: &'a Styles,
        lists: Lists,
        changes: Changes<'a, 'i>,
        formulas: Vec<String>,
    ) -> Story<'a, 'i> {
        Story {
            task,
            styles,
            lists,
            changes,
            formulas,
            flow: Flow::default(),
            notes: Vec::new(),
            within: None,
            label: String::new(),
            item: None,
            skipping: HashSet::new(),
            restored: HashSet::new(),
            hiding: false,
            comments: Comments::default(),
            paragraphs: (0, 1),
        }
    }

    /// Tells the body of a text.
    pub fn tell(&mut self, body: Node<'a, 'i>) {
        let all = below(body, "p").chain(below(body, "h")).count();
        self.paragraphs = (0, all.max(1));
        self.blocks(body);
    }

    /// Tells the notes whose marks were met, after an empty line: footnotes, then endnotes.
    pub fn tell_notes(&mut self) {
        if !self.notes.is_empty() {
            if self.flow.is_open() {
                self.flow.end_paragraph(None);
            }
            self.flow.end_paragraph(None);
        }
        while !self.notes.is_empty() {
            self.tell_marked();
        }
        self.within = None;
    }

    /// Tells the notes that were marked so far; there may be notes in them.
    fn tell_marked(&mut self) {
        let mut notes = std::mem::take(&mut self.notes);
        notes.sort_by_key(|(note, _)| attribute(*note, "note-class") == Some("endnote"));
        for (note, label) in notes {
            self.within = Some(BlockKind::Note);
            self.label = format!("{label} ");
            if let Some(body) = children(note, "note-body").next() {
                self.blocks(body);
            }
            self.label.clear();
        }
    }

    /// Counts the headers and footers with words.
    pub fn headers_and_footers(&mut self, common: &Document<'_>) {
        for page in below(common.root(), "master-page") {
            for node in page.children().filter(Node::is_element) {
                let name = node.tag_name().name();
                let said =
                    node.descendants().any(|text| text.is_text() && text.text().is_some_and(|t| !t.trim().is_empty()));
                if said && (name.starts_with("header") || name.starts_with("footer")) {
                    self.flow.leave_out(LeftOut::HeaderOrFooter);
                }
            }
        }
    }

    /// The text, once all is told.
    pub fn finish(mut self) -> Flow {
        for comment in self.comments.all {
            let start = comment.start.unwrap_or(comment.end);
            self.flow.remark(Span::between(start, comment.end), comment.words, comment.author);
        }
        self.flow
    }

    /// Tells the paragraphs, lists and tables in an element.
    pub fn blocks(&mut self, parent: Node<'a, 'i>) {
        for node in parent.children().filter(Node::is_element) {
            self.block(node);
        }
    }

    /// Tells a paragraph, a list or a table.
    pub fn block(&mut self, node: Node<'a, 'i>) {
        match node.tag_name().name() {
            "p" | "h" => {
                self.paragraphs.0 += 1;
                if self.paragraphs.0.is_multiple_of(STRIDE) {
                    let (told, all) = self.paragraphs;
                    (self.task.progress)(0.2 + 0.7 * (told as f32 / all as f32).min(1.0));
                }
                self.paragraph(node);
            }
            "list" => self.list(node),
            "numbered-paragraph" => self.blocks(node),
            "table" => self.table(node),
            "section" if attribute(node, "display") == Some("none") => self.flow.leave_out(LeftOut::Hidden),
            "section" | "index-title" | "index-body" => self.blocks(node),
            "table-of-content" | "illustration-index" | "table-index" | "object-index" | "user-index"
            | "alphabetical-index" | "bibliography" => self.blocks(node),
            "change" | "change-start" | "change-end" => self.change(node),
            "annotation" => self.comments.begin(node, self.flow.at()),
            "annotation-end" => self.comments.end(node, self.flow.at()),
            _ if super::drawing::is_shape(node) => {
                let mut boxes = Vec::new();
                self.drawing(node, &mut boxes);
                for content in boxes {
                    self.blocks(content);
                }
            }
            _ => {}
        }
    }

    /// Tells a list.
    fn list(&mut self, list: Node<'a, 'i>) {
        let outer = self.item.take();
        let place = self.lists.begin(list, outer.as_ref().map(|item| &item.place));
        for node in list.children().filter(Node::is_element) {
            let (fresh, start) = match node.tag_name().name() {
                "list-item" => (true, attribute(node, "start-value").and_then(|start| start.parse().ok())),
                "list-header" => (false, None),
                _ => continue,
            };
            self.item = Some(Item { place: place.clone(), fresh, start });
            self.blocks(node);
        }
        // What follows in the item around it is part of that one, and has no number.
        self.item = outer.map(|item| Item { fresh: false, ..item });
    }

    /// A mark of a tracked change between or in paragraphs.
    pub fn change(&mut self, mark: Node<'a, 'i>) {
        let rejected = self.task.wishes.tracked == emic_formats::source::TrackedChanges::Rejected;
        let id = attribute(mark, "change-id").unwrap_or_default();
        match (mark.tag_name().name(), self.changes.of_mark(mark)) {
            ("change-start", Some(Change::Adds)) if rejected => {
                self.flow.leave_out(LeftOut::TrackedChange);
                self.skipping.insert(id.to_owned());
            }
            ("change-end", _) => drop(self.skipping.remove(id)),
            ("change", Some(Change::Removed(_))) if !rejected => self.flow.leave_out(LeftOut::TrackedChange),
            ("change", Some(Change::Removed(deletion))) if self.restored.insert(id.to_owned()) => {
                self.restore(deletion)
            }
            _ => {}
        }
    }
}
