//! Between the types of the program and the types of the file, one function a type and direction.

use emic_core::sorting::to_map;
use std::rc::Rc;

use emic_core::history::{Action, History, HistoryStep, Way};
use emic_core::project::{
    Anchor, Asked, Asks, Attribute, Block, BlockKind, Case, Code, CodeSheet, Codebook, Coder, Coding, Document,
    FieldStamps, Folder, MAX_WEIGHT, Meta, Original, Page, Part, Project, Question, Quotation, Revision, Source,
    Speaker, Structure, Styled, TextRef, TimeMark, Turn,
};
use emic_core::rank::Rank;
use emic_core::text::{Pos, Quote, Span, TextEdit, TextEdits};
use emic_core::time::Stamp;

use super::convert_codebook::{example_in, example_out};
use super::file::*;

pub(super) fn stamps_out(stamps: &FieldStamps) -> FileStamps {
    to_map(stamps.iter().map(|(field, stamp)| (field.clone(), (stamp.at.into(), stamp.by))))
}

pub(super) fn stamps_in(stamps: FileStamps) -> FieldStamps {
    to_map(stamps.into_iter().map(|(field, (at, by))| (field, Stamp { by, at: at.0 })))
}

fn span_out(span: Span) -> FileSpan {
    [span.start.0, span.end.0]
}

impl FileHead {
    /// What a project has once.
    pub fn of(project: &Project) -> FileHead {
        FileHead {
            id: project.id,
            title: project.meta.title.clone(),
            created: project.meta.created.into(),
            coders: project.coders.values().map(|coder| FileCoder::of(coder)).collect(),
            folders: project.folders.values().map(|folder| FileFolder::of(folder)).collect(),
            codes: project.codes.values().map(|code| FileCode::of(code)).collect(),
            attributes: project.attributes.values().map(|attribute| FileAttribute::of(attribute)).collect(),
            cases: project.cases.values().map(|case| FileCase::of(case)).collect(),
            guide: project.questions.values().map(|question| FileQuestion::of(question)).collect(),
            levels: project.meta.book.levels.iter().map(FileLevel::of).collect(),
            codebook_versions: project.meta.book.versions.iter().map(|version| FileBookVersion::of(version)).collect(),
            memos: project.memos.values().map(|memo| FileMemo::of(memo)).collect(),
            links: project.links.values().map(|link| FileLink::of(link)).collect(),
            themes: project.themes.values().map(|theme| FileTheme::of(theme)).collect(),
            attributions: project.meta.attributions.clone().into_iter().collect(),
            extra: project.meta.extra.clone(),
        }
    }

    /// A project without documents and quotations. Of two entities of one id the later one is taken.
    pub fn into_project(self) -> Project {
        let mut project = Project::new(self.id, self.title, self.created.0);
        let versions = self.codebook_versions.into_iter().map(|version| Rc::new(version.into_version())).collect();
        let book = Rc::new(Codebook { levels: self.levels.into_iter().map(FileLevel::into_level).collect(), versions });
        let attributions = to_map(self.attributions);
        project.meta = Rc::new(Meta { book, attributions, extra: self.extra, ..(*project.meta).clone() });
        project.coders = self.coders.into_iter().map(|coder| (coder.id, Rc::new(coder.into_coder()))).collect();
        project.folders = self.folders.into_iter().map(|folder| (folder.id, Rc::new(folder.into_folder()))).collect();
        project.codes = self.codes.into_iter().map(|code| (code.id, Rc::new(code.into_code()))).collect();
        project.attributes = self.attributes.into_iter().map(|a| (a.id, Rc::new(a.into_attribute()))).collect();
        project.cases = self.cases.into_iter().map(|case| (case.id, Rc::new(case.into_case()))).collect();
        project.questions = self.guide.into_iter().map(|q| (q.id, Rc::new(q.into_question()))).collect();
        project.memos = self.memos.into_iter().map(|memo| (memo.id, Rc::new(memo.into_memo()))).collect();
        project.links = self.links.into_iter().map(|link| (link.id, Rc::new(link.into_link()))).collect();
        project.themes = self.themes.into_iter().map(|theme| (theme.id, Rc::new(theme.into_theme()))).collect();
        project
    }
}

impl FileCoder {
    pub(super) fn of(coder: &Coder) -> FileCoder {
        FileCoder {
            id: coder.id,
            name: coder.name.clone(),
            created: coder.created.into(),
            changed: stamps_out(&coder.changed),
            extra: coder.extra.clone(),
        }
    }

    pub(super) fn into_coder(self) -> Coder {
        let FileCoder { id, name, created, changed, extra } = self;
        Coder { id, name, created: created.0, changed: stamps_in(changed), extra }
    }
}

impl FileFolder {
    pub(super) fn of(folder: &Folder) -> FileFolder {
        FileFolder {
            id: folder.id,
            name: folder.name.clone(),
            parent: folder.parent,
            rank: folder.rank.0,
            created: folder.created.at.into(),
            created_by: folder.created.by,
            changed: stamps_out(&folder.changed),
            extra: folder.extra.clone(),
        }
    }

    pub(super) fn into_folder(self) -> Folder {
        let FileFolder { id, name, parent, rank, created, created_by, changed, extra } = self;
        let created = Stamp { by: created_by, at: created.0 };
        Folder { id, name, parent, rank: Rank(rank), created, changed: stamps_in(changed), extra }
    }
}

impl FileCode {
    pub(super) fn of(code: &Code) -> FileCode {
        FileCode {
            id: code.id,
            name: code.name.clone(),
            parent: code.parent,
            rank: code.rank.0,
            hue: code.colour,
            definition: code.definition.clone(),
            full: code.sheet.full.clone(),
            use_when: code.sheet.use_when.clone(),
            not_when: code.sheet.not_when.clone(),
            examples: code.sheet.examples.iter().map(example_out).collect(),
            origin: code.sheet.origin.clone(),
            status: code.sheet.status.clone(),
            key: code.sheet.key,
            level: code.sheet.level,
            also_under: code.sheet.also_under.clone(),
            former: code.sheet.former.iter().map(|former| FileFormer::of(former)).collect(),
            created: code.created.at.into(),
            created_by: code.created.by,
            changed: stamps_out(&code.changed),
            extra: code.extra.clone(),
        }
    }

    pub(super) fn into_code(self) -> Code {
        let FileCode { id, name, parent, rank, hue, definition, created, created_by, changed, extra, .. } = self;
        let created = Stamp { by: created_by, at: created.0 };
        let sheet = CodeSheet {
            full: self.full,
            use_when: self.use_when,
            not_when: self.not_when,
            examples: self.examples.into_iter().map(example_in).collect(),
            origin: self.origin,
            status: self.status,
            key: self.key,
            level: self.level,
            also_under: self.also_under,
            former: self.former.into_iter().map(|former| Rc::new(former.into_former())).collect(),
        };
        let (changed, sheet) = (stamps_in(changed), Rc::new(sheet));
        Code { id, name, parent, rank: Rank(rank), colour: hue, definition, sheet, created, changed, extra }
    }
}

impl FileDocument {
    /// A document without its texts.
    pub fn of(document: &Document) -> FileDocument {
        let structure = &document.structure;
        FileDocument {
            id: document.id,
            title: document.title.clone(),
            kind: document.kind.clone(),
            folder: document.folder,
            rank: document.rank.0,
            text_sha256: None,
            text: None,
            blocks: structure.blocks.iter().map(FileBlock::of).collect(),
            case: document.case,
            styles: structure.styles.iter().map(|s| (s.span.start.0, s.span.end.0, s.style)).collect(),
            pages: structure.pages.iter().map(|page| (page.at.0, page.label.clone())).collect(),
            times: structure.times.iter().map(|time| (time.at.0, time.ms)).collect(),
            speakers: structure.speakers.iter().map(FileSpeaker::of).collect(),
            turns: structure.turns.iter().map(FileTurn::of).collect(),
            parts: structure.parts.iter().map(FilePart::of).collect(),
            source: FileSource::of(&document.source),
            revisions: document.revisions.iter().map(|revision| FileRevision::of(revision)).collect(),
            created: document.created.at.into(),
            created_by: document.created.by,
            changed: stamps_out(&document.changed),
            extra: document.extra.clone(),
        }
    }

    /// The document, with its texts by reference. Gives as well whether its edits could be taken together; if not, it
    /// has none. Of its revisions those are left out that are none, with all before them.
    pub fn into_document(self, text: TextRef, imported: TextRef) -> (Document, bool) {
        let FileDocument { id, title, kind, folder, rank, case, source, created, created_by, changed, extra, .. } =
            self;
        let structure = Structure {
            blocks: self.blocks.into_iter().map(FileBlock::into_block).collect(),
            styles: to_vec(self.styles, |(start, end, style)| Styled { span: Span::new(start, end), style }),
            pages: to_vec(self.pages, |(at, label)| Page { at: Pos(at), label }),
            times: to_vec(self.times, |(at, ms)| TimeMark { at: Pos(at), ms }),
            speakers: to_vec(self.speakers, FileSpeaker::into_speaker),
            turns: to_vec(self.turns, FileTurn::into_turn),
            parts: to_vec(self.parts, FilePart::into_part),
        };
        let (edits, sound) = taken_together(&source.edits).map_or((TextEdits::default(), false), |edits| (edits, true));
        let mut revisions: Vec<_> = self.revisions.into_iter().rev().map_while(FileRevision::into_revision).collect();
        revisions.reverse();
        let source = Source {
            file_name: source.file_name,
            format: source.format,
            encoding: source.encoding,
            imported,
            edits,
            original: source.original.map(FileOriginal::into_original),
            extra: source.extra,
        };
        let document = Document {
            id,
            title,
            kind,
            folder,
            rank: Rank(rank),
            text,
            case,
            structure: Rc::new(structure),
            source,
            revisions,
            created: Stamp { by: created_by, at: created.0 },
            changed: stamps_in(changed),
            extra,
        };
        (document, sound)
    }
}

fn to_vec<A, B>(from: Vec<A>, convert: impl Fn(A) -> B) -> Vec<B> {
    from.into_iter().map(convert).collect()
}

impl FileSpeaker {
    fn of(Speaker { id, name, role, case, extra }: &Speaker) -> FileSpeaker {
        FileSpeaker { id: *id, name: name.clone(), role: *role, case: *case, extra: extra.clone() }
    }

    fn into_speaker(self) -> Speaker {
        let FileSpeaker { id, name, role, case, extra } = self;
        Speaker { id, name, role, case, extra }
    }
}

impl FileTurn {
    fn of(turn: &Turn) -> FileTurn {
        let asks = turn.asks.map(|Asks { what, confirmed }| FileAsks {
            question: what.question(),
            nothing: what == Asked::Nothing,
            confirmed,
        });
        let (words, extra) = (turn.words().start.0, turn.extra.clone());
        FileTurn { span: span_out(turn.span), words, speaker: turn.speaker, asks, extra }
    }

    fn into_turn(self) -> Turn {
        let FileTurn { span, words, speaker, asks, extra } = self;
        let span = Span::new(span[0], span[1]);
        let label = Span { start: span.start, end: Pos(words).clamp(span.start, span.end) };
        let asks = asks.map(|FileAsks { question, nothing, confirmed }| {
            let other = if nothing { Asked::Nothing } else { Asked::Other };
            Asks { what: question.map_or(other, Asked::Guide), confirmed }
        });
        Turn { span, label, speaker, asks, extra }
    }
}

impl FilePart {
    fn of(Part { span, case, extra }: &Part) -> FilePart {
        FilePart { span: span_out(*span), case: *case, extra: extra.clone() }
    }

    fn into_part(self) -> Part {
        let FilePart { span, case, extra } = self;
        Part { span: Span::new(span[0], span[1]), case, extra }
    }
}

impl FileAttribute {
    pub(super) fn of(attribute: &Attribute) -> FileAttribute {
        FileAttribute {
            id: attribute.id,
            name: attribute.name.clone(),
            kind: attribute.kind.clone(),
            choices: attribute.choices.clone(),
            rank: attribute.rank.0,
            created: attribute.created.at.into(),
            created_by: attribute.created.by,
            changed: stamps_out(&attribute.changed),
            extra: attribute.extra.clone(),
        }
    }

    pub(super) fn into_attribute(self) -> Attribute {
        let FileAttribute { id, name, kind, choices, rank, created, created_by, changed, extra } = self;
        let created = Stamp { by: created_by, at: created.0 };
        Attribute { id, name, kind, choices, rank: Rank(rank), created, changed: stamps_in(changed), extra }
    }
}

impl FileCase {
    pub(super) fn of(case: &Case) -> FileCase {
        FileCase {
            id: case.id,
            name: case.name.clone(),
            rank: case.rank.0,
            values: case.values.clone(),
            consent: case.consent,
            referrer: case.referrer,
            created: case.created.at.into(),
            created_by: case.created.by,
            changed: stamps_out(&case.changed),
            extra: case.extra.clone(),
        }
    }

    pub(super) fn into_case(self) -> Case {
        let FileCase { id, name, rank, values, consent, referrer, created, created_by, changed, extra } = self;
        let created = Stamp { by: created_by, at: created.0 };
        Case { id, name, rank: Rank(rank), values, consent, referrer, created, changed: stamps_in(changed), extra }
    }
}

impl FileQuestion {
    pub(super) fn of(question: &Question) -> FileQuestion {
        FileQuestion {
            id: question.id,
            words: question.words.clone(),
            rank: question.rank.0,
            created: question.created.at.into(),
            created_by: question.created.by,
            changed: stamps_out(&question.changed),
            extra: question.extra.clone(),
        }
    }

    pub(super) fn into_question(self) -> Question {
        let FileQuestion { id, words, rank, created, created_by, changed, extra } = self;
        let created = Stamp { by: created_by, at: created.0 };
        Question { id, words, rank: Rank(rank), created, changed: stamps_in(changed), extra }
    }
}

impl FileSource {
    fn of(source: &Source) -> FileSource {
        FileSource {
            file_name: source.file_name.clone(),
            format: source.format.clone(),
            encoding: source.encoding.clone(),
            imported: None,
            edits: edits_out(&source.edits),
            original: source.original.as_ref().map(FileOriginal::of),
            extra: source.extra.clone(),
        }
    }
}

impl FileOriginal {
    fn of(original: &Original) -> FileOriginal {
        let Original { hash, bytes, extra } = original;
        FileOriginal { sha256: *hash, bytes: *bytes, extra: extra.clone() }
    }

    fn into_original(self) -> Original {
        let FileOriginal { sha256, bytes, extra } = self;
        Original { hash: sha256, bytes, extra }
    }
}

impl FileRevision {
    fn of(revision: &Revision) -> FileRevision {
        let Revision { back, why, made, extra } = revision;
        FileRevision { at: made.at.into(), by: made.by, why: why.clone(), back: edits_out(back), extra: extra.clone() }
    }

    /// `None` if its edits cannot be taken together.
    fn into_revision(self) -> Option<Rc<Revision>> {
        let FileRevision { at, by, why, back, extra } = self;
        Some(Rc::new(Revision { back: taken_together(&back)?, why, made: Stamp { by, at: at.0 }, extra }))
    }
}

fn edits_out(edits: &TextEdits) -> Vec<(u32, u32, Rc<str>)> {
    let edits = edits.as_slice().iter();
    edits.map(|edit| (edit.range.start.0, edit.range.end.0, Rc::clone(&edit.insert))).collect()
}

/// Edits as they stand in a file; `None` if they cannot be taken together.
fn taken_together(edits: &[(u32, u32, Rc<str>)]) -> Option<TextEdits> {
    if edits.iter().any(|(start, end, _)| start > end) {
        return None;
    }
    let edits = edits.iter();
    let edits = edits.map(|(start, end, insert)| TextEdit::replace(Span::new(*start, *end), Rc::clone(insert)));
    TextEdits::new(edits.collect()).ok()
}

impl FileBlock {
    fn of(block: &Block) -> FileBlock {
        let (kind, level) = match block.kind {
            BlockKind::Heading(level) => (FileBlockKind::Heading, Some(level)),
            BlockKind::ListItem => (FileBlockKind::ListItem, None),
            BlockKind::Quote => (FileBlockKind::Quote, None),
            BlockKind::TableRow => (FileBlockKind::TableRow, None),
            BlockKind::Note => (FileBlockKind::Note, None),
        };
        FileBlock { span: span_out(block.span), kind, level, extra: block.extra.clone() }
    }

    fn into_block(self) -> Block {
        let FileBlock { span, kind, level, mut extra } = self;
        let kind = match kind {
            FileBlockKind::Heading => BlockKind::Heading(level.unwrap_or(1).clamp(1, 6)),
            FileBlockKind::ListItem => BlockKind::ListItem,
            FileBlockKind::Quote => BlockKind::Quote,
            FileBlockKind::TableRow => BlockKind::TableRow,
            FileBlockKind::Note => BlockKind::Note,
        };
        // A level means nothing to this version but for a heading; a newer one may have written it.
        if let (Some(level), false) = (level, matches!(kind, BlockKind::Heading(_))) {
            extra.insert("level".to_owned(), level.into());
        }
        Block { span: Span::new(span[0], span[1]), kind, extra }
    }
}

impl FileQuotation {
    /// The quotation as it stands in a file.
    pub fn of(quotation: &Quotation) -> FileQuotation {
        let Anchor::Text(span) = quotation.anchor;
        FileQuotation {
            id: quotation.id,
            document: quotation.document,
            span: span_out(span),
            exact: Rc::clone(&quotation.quote.exact),
            prefix: Rc::clone(&quotation.quote.prefix),
            suffix: Rc::clone(&quotation.quote.suffix),
            comment: quotation.comment.clone(),
            condensed: quotation.condensed.clone(),
            interpretation: quotation.interpretation.clone(),
            print: quotation.print.as_deref().map(FilePrint::of),
            consent: quotation.consent,
            codings: quotation.codings.iter().map(FileCoding::of).collect(),
            created: quotation.created.at.into(),
            created_by: quotation.created.by,
            changed: stamps_out(&quotation.changed),
            extra: quotation.extra.clone(),
        }
    }

    /// The quotation as the program has it; a span that ends before it starts is turned round.
    pub fn into_quotation(self) -> Quotation {
        Quotation {
            id: self.id,
            document: self.document,
            anchor: Anchor::Text(Span::new(self.span[0], self.span[1])),
            quote: Quote { exact: self.exact, prefix: self.prefix, suffix: self.suffix },
            comment: self.comment,
            condensed: self.condensed,
            interpretation: self.interpretation,
            print: self.print.and_then(FilePrint::into_print).map(Rc::new),
            consent: self.consent,
            codings: self.codings.into_iter().map(FileCoding::into_coding).collect(),
            created: Stamp { by: self.created_by, at: self.created.0 },
            changed: stamps_in(self.changed),
            extra: self.extra,
        }
    }
}

impl FileCoding {
    fn of(coding: &Coding) -> FileCoding {
        FileCoding {
            id: coding.id,
            code: coding.code,
            comment: coding.comment.clone(),
            weight: coding.weight,
            created: coding.created.at.into(),
            created_by: coding.created.by,
            changed: stamps_out(&coding.changed),
            extra: coding.extra.clone(),
        }
    }

    fn into_coding(self) -> Coding {
        let FileCoding { id, code, comment, weight, created, created_by, changed, extra } = self;
        let weight = weight.map(|weight| weight.min(MAX_WEIGHT));
        let created = Stamp { by: created_by, at: created.0 };
        Coding { id, code, comment, weight, created, changed: stamps_in(changed), extra }
    }
}

impl FileStep {
    /// The step as it stands in a file.
    pub fn of(step: &HistoryStep) -> FileStep {
        let (undoes, redoes) = match step.way {
            Way::Done => (None, None),
            Way::Undone(id) => (Some(id), None),
            Way::Redone(id) => (None, Some(id)),
        };
        FileStep {
            id: step.id,
            at: step.stamp.at.into(),
            by: step.stamp.by,
            undoes,
            redoes,
            actions: step.actions.iter().map(FileAction::of).collect(),
            extra: step.extra.clone(),
        }
    }

    /// The step as the program has it.
    pub fn into_step(self) -> HistoryStep {
        let way = match (self.undoes, self.redoes) {
            (Some(id), _) => Way::Undone(id),
            (None, Some(id)) => Way::Redone(id),
            (None, None) => Way::Done,
        };
        let stamp = Stamp { by: self.by, at: self.at.0 };
        let actions = self.actions.into_iter().map(FileAction::into_action).collect();
        HistoryStep { id: self.id, stamp, way, actions, extra: self.extra }
    }
}

impl FileAction {
    fn of(action: &Action) -> FileAction {
        let Action { kind, details, about, extra } = action.clone();
        FileAction { kind, details, about, extra }
    }

    fn into_action(self) -> Action {
        let FileAction { kind, details, about, extra } = self;
        Action { kind, details, about, extra }
    }
}

/// A history of steps as they stand in a file.
pub(super) fn history(steps: Vec<FileStep>) -> History {
    History::new(steps.into_iter().map(|step| Rc::new(step.into_step())).collect())
}
