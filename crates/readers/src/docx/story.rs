//! A walk through the paragraphs and tables of a document.

use std::collections::{HashMap, HashSet};

use emic_core::project::BlockKind;
use emic_core::text::{Pos, Span};
use emic_formats::source::{LeftOut, TrackedChanges};

use super::comments::Comment;
use super::fields::Fields;
use super::notes::{Kind, Notes};
use super::numbering::Lists;
use super::styles::Styles;
use crate::flow::Flow;
use crate::pen::Looks;
use crate::read::Task;
use crate::xml::{Node, attribute, below, child, is};

/// How many paragraphs are read between two words of progress.
const STRIDE: usize = 500;

/// What is told, and how far.
pub struct Story<'a, 'i> {
    task: &'a Task<'a>,
    pub styles: &'a Styles,
    pub lists: Lists,
    comments: &'a HashMap<String, Comment>,
    pub notes: Notes<'a, 'i>,
    pub flow: Flow,
    pub fields: Fields,
    /// Whether any change is tracked.
    pub tracked_seen: bool,
    /// What all paragraphs are, and what stands at the start of the next one: in a note.
    pub within: Option<BlockKind>,
    pub label: String,
    /// Whether the end of the paragraph before was removed, so that this one goes on in it.
    pub merging: bool,
    /// Whether the words before were hidden ones.
    pub hiding: bool,
    /// Comments that begin with the next words, and those that have begun.
    waiting: Vec<String>,
    begun: HashMap<String, Option<Pos>>,
    done: HashSet<String>,
    paragraphs: (usize, usize),
}

impl<'a, 'i> Story<'a, 'i> {
    /// Nothing is told yet.
    pub fn new(
        task: &'a Task<'a>,
        styles: &'a Styles,
        lists: Lists,
        comments: &'a HashMap<String, Comment>,
        notes: Notes<'a, 'i>,
    ) -> Story<'a, 'i> {
        Story {
            task,
            styles,
            lists,
            comments,
            notes,
            flow: Flow::default(),
            fields: Fields::default(),
            tracked_seen: false,
            within: None,
            label: String::new(),
            merging: false,
            hiding: false,
            waiting: Vec::new(),
            begun: HashMap::new(),
            done: HashSet::new(),
            paragraphs: (0, 1),
        }
    }

    /// Tells the body of a document.
    pub fn tell(&mut self, document: Node<'_, '_>) {
        self.paragraphs = (0, below(document, "p").count().max(1));
        self.fields = Fields::of(document);
        match child(document, "body") {
            Some(body) => self.blocks(body),
            None => self.blocks(document),
        }
    }

    /// Tells the notes whose marks were met, after an empty line.
    pub fn tell_notes(&mut self) {
        if !self.notes.marked.is_empty() {
            self.end_merging();
            self.flow.end_paragraph(None);
        }
        while !self.notes.marked.is_empty() {
            self.tell_marked();
        }
        self.within = None;
    }

    /// Tells the notes that were marked so far; there may be marks in them, but each note is told once.
    fn tell_marked(&mut self) {
        let mut marked = std::mem::take(&mut self.notes.marked);
        marked.sort_by_key(|(kind, ..)| *kind == Kind::End);
        for (_, note, label) in marked {
            self.within = Some(BlockKind::Note);
            self.label = if label.is_empty() { label } else { format!("{label} ") };
            self.fields = Fields::of(note);
            self.blocks(note);
            self.label.clear();
            self.end_merging();
        }
    }

    /// The text, once all is told.
    pub fn finish(mut self) -> Flow {
        let begun = std::mem::take(&mut self.begun);
        for (id, start) in begun {
            // It never ends: it stands on the paragraph in which it begins.
            let start = start.unwrap_or(self.flow.at());
            self.comment(&id, Span { start, end: start });
        }
        let lost = self.comments.keys().filter(|id| !self.done.contains(*id)).count();
        for _ in 0..lost {
            self.flow.leave_out(LeftOut::Comment);
        }
        self.flow
    }

    /// Tells the paragraphs and tables in an element.
    pub fn blocks(&mut self, parent: Node<'_, '_>) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => {
                    self.paragraphs.0 += 1;
                    if self.paragraphs.0.is_multiple_of(STRIDE) {
                        let (told, all) = self.paragraphs;
                        (self.task.progress)(0.2 + 0.7 * (told as f32 / all as f32).min(1.0));
                    }
                    self.paragraph(node);
                }
                "tbl" => self.table(node),
                "sdt" => self.control(node, |story, content| story.blocks(content)),
                "AlternateContent" => {
                    if let Some(branch) = branch(node) {
                        self.blocks(branch);
                    }
                }
                "altChunk" => self.flow.leave_out(LeftOut::Object),
                "commentRangeStart" => self.begin_comment(node),
                "commentRangeEnd" => self.end_comment(node),
                "customXml" | "smartTag" | "ins" | "moveTo" | "del" | "moveFrom" if !self.drops(node) => {
                    self.blocks(node);
                }
                _ => {}
            }
        }
    }

    /// Tells what is in a content control, unless that only asks to be filled in.
    pub fn control<'x, 'y>(&mut self, control: Node<'x, 'y>, tell: impl FnOnce(&mut Self, Node<'x, 'y>)) {
        let asks = child(control, "sdtPr").and_then(|properties| child(properties, "showingPlcHdr"));
        if asks.is_some_and(super::styles::is_on) {
            if super::run::has_words(control) {
                self.flow.leave_out(LeftOut::FormField);
            }
        } else if let Some(content) = child(control, "sdtContent") {
            tell(self, content);
        }
    }

    /// Whether a change removes what is in this element. If so, it is counted, and what holds places in it is noted.
    pub fn drops(&mut self, node: Node<'_, '_>) -> bool {
        let Some(removed) = self.removes(node) else { return false };
        if removed {
            if below(node, "t").chain(below(node, "delText")).any(|text| text.text().is_some()) {
                self.flow.leave_out(LeftOut::TrackedChange);
            }
            for inner in node.descendants() {
                match inner.tag_name().name() {
                    "fldChar" => self.fields.mark(inner),
                    "commentRangeStart" => self.begin_comment(inner),
                    "commentRangeEnd" => self.end_comment(inner),
                    _ => {}
                }
            }
        }
        removed
    }

    /// Whether a mark of a change (`w:ins`, `w:del`, ...) takes away what it is on; `None` if it is no such mark.
    pub fn removes(&mut self, mark: Node<'_, '_>) -> Option<bool> {
        let adds = match mark.tag_name().name() {
            "ins" | "moveTo" | "cellIns" => true,
            "del" | "moveFrom" | "cellDel" => false,
            _ => return None,
        };
        self.tracked_seen = true;
        Some(adds == (self.task.wishes.tracked == TrackedChanges::Rejected))
    }

    /// Nothing goes on in the next paragraph.
    pub fn end_merging(&mut self) {
        if std::mem::take(&mut self.merging) && (self.flow.in_table() || self.flow.is_open()) {
            self.flow.end_paragraph(self.within);
        }
    }

    /// Words of the document, and all that begins with them.
    pub fn write(&mut self, words: &str, look: Looks) {
        self.hiding = false;
        if !self.waiting.is_empty() {
            self.flow.settle();
            for id in self.waiting.drain(..) {
                // It may have ended before any words.
                if let Some(start) = self.begun.get_mut(&id) {
                    *start = Some(self.flow.at());
                }
            }
        }
        self.flow.words(words, look);
    }

    /// A comment begins with the next words.
    pub fn begin_comment(&mut self, mark: Node<'_, '_>) {
        if let Some(id) = attribute(mark, "id")
            && self.comments.contains_key(id)
            && !self.done.contains(id)
            && !self.begun.contains_key(id)
        {
            self.begun.insert(id.to_owned(), None);
            self.waiting.push(id.to_owned());
        }
    }

    /// A comment ends with the words before.
    pub fn end_comment(&mut self, mark: Node<'_, '_>) {
        let Some(id) = attribute(mark, "id") else { return };
        let at = self.flow.at();
        if let Some(start) = self.begun.remove(id) {
            self.comment(id, Span::between(start.unwrap_or(at), at));
        }
    }

    /// The sign of a comment: one that has no range stands here.
    pub fn comment_sign(&mut self, mark: Node<'_, '_>) {
        let Some(id) = attribute(mark, "id") else { return };
        if !self.begun.contains_key(id) {
            self.comment(id, Span::between(self.flow.at(), self.flow.at()));
        }
    }

    fn comment(&mut self, id: &str, span: Span) {
        if let Some(comment) = self.comments.get(id)
            && self.done.insert(id.to_owned())
        {
            self.flow.remark(span, comment.words.clone(), comment.author.clone());
        }
    }
}

/// Of what stands in a file in several forms for newer and older programs, the newest with anything in it.
pub fn branch<'a, 'i>(alternatives: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let mut branches = alternatives.children().filter(|node| is(*node, "Choice") || is(*node, "Fallback"));
    branches.find(|branch| branch.has_children() && branch.children().any(|node| node.is_element()))
}
