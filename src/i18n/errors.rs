//! Why something was not done or could not be read, worded: the crates give typed errors with arguments.

use emic_core::edit::{EditError, EntityKind};
use emic_core::repair::Issue;
use emic_formats::project::{LoadIssue, Problem, ReadError, Seems};
use emic_storage::{LostPiece, Recovery, ShelfError, StorageError};
use yew::AttrValue;

use super::tr;
use crate::persist::NotSaved;
use crate::store::Refused;

/// Why something was not done, and what to do.
pub fn refused(why: &Refused) -> AttrValue {
    match why {
        Refused::Closed => tr!("error-project-closed"),
        Refused::ReadOnly => tr!("error-read-only"),
        Refused::Withdrawn => tr!("error-withdrawn"),
        Refused::Edit(error) => edit_error(error),
    }
}

fn edit_error(error: &EditError) -> AttrValue {
    match error {
        EditError::Missing(entity) => tr!("error-missing", kind = kind(*entity)),
        EditError::Exists(entity) => tr!("error-exists", kind = kind(*entity)),
        EditError::EmptyName(entity) => tr!("error-empty-name", kind = kind(*entity)),
        EditError::NameTaken { name } => tr!("error-name-taken", name = name),
        EditError::InsideItself(entity) => tr!("error-inside-itself", kind = kind(*entity)),
        EditError::NotASibling(_) => tr!("error-not-a-sibling"),
        EditError::EmptySpan => tr!("error-empty-span"),
        EditError::BeyondText { .. } => tr!("error-beyond-text"),
        EditError::AlreadyCoded => tr!("error-already-coded"),
        EditError::EmptyTitle => tr!("error-empty-title"),
        EditError::NothingToUndo => tr!("error-nothing-to-undo"),
        EditError::BadStructure => tr!("error-structure"),
        EditError::Limited(EntityKind::Case) => tr!("error-limited-case"),
        EditError::Limited(_) => tr!("error-limited"),
        EditError::LedToItself => tr!("error-led-to-itself"),
        EditError::WouldEmpty { quotations } => tr!("error-would-empty", n = *quotations),
        EditError::NotAsItWas => tr!("error-not-as-it-was"),
        EditError::BadKey => tr!("error-bad-key"),
        EditError::KeyTaken { code } => tr!("error-key-taken", code = code),
        EditError::BadWeight => tr!("error-bad-weight"),
    }
}

/// How messages call a kind of entity when they choose a sentence by it.
const fn kind(entity: EntityKind) -> &'static str {
    match entity {
        EntityKind::Coder => "coder",
        EntityKind::Folder => "folder",
        EntityKind::Document => "document",
        EntityKind::Code => "code",
        EntityKind::Quotation => "quotation",
        EntityKind::Coding => "coding",
        EntityKind::Case => "case",
        EntityKind::Attribute => "attribute",
        EntityKind::Question => "question",
        EntityKind::Speaker => "speaker",
        EntityKind::Level => "level",
        EntityKind::Version => "version",
        EntityKind::Memo => "memo",
        EntityKind::Link => "link",
        EntityKind::Theme => "theme",
    }
}

/// Why a project file is not read, and what to do.
pub fn read_error(error: &ReadError) -> AttrValue {
    match error {
        ReadError::NotJson { line, column } => tr!("read-not-json", line = *line, column = *column),
        ReadError::Truncated { line } => tr!("read-truncated", line = *line),
        ReadError::NotAnEmicProject { seems } => tr!(match seems {
            Seems::Empty => "read-seems-empty",
            Seems::Zip => "read-seems-zip",
            Seems::Pdf => "read-seems-pdf",
            Seems::Xml => "read-seems-xml",
            Seems::Json => "read-seems-json",
            Seems::Text => "read-seems-text",
            Seems::Binary => "read-seems-binary",
        }),
        ReadError::NewerVersion { needs, has } => tr!("read-newer", needs = *needs, has = *has),
        ReadError::TooLarge { limit } => tr!("read-too-large", limit = limit / 1_000_000),
        ReadError::BadField { path, problem: Problem::Missing } => tr!("read-field-missing", path = path),
        ReadError::BadField { path, problem: Problem::Expected(expected) } => {
            tr!("read-field-wrong", path = path, expected = expected)
        }
    }
}

/// What was found wrong in a project file, and what was done about it.
pub fn load_issue(issue: &LoadIssue) -> AttrValue {
    match issue {
        LoadIssue::Unsound(issue) => repair_issue(issue),
        LoadIssue::SameId { kind: entity, name } => tr!("issue-same-id", kind = kind(*entity), name = name),
        LoadIssue::TextChanged { document } => tr!("issue-text-changed", document = document),
        LoadIssue::NotCanonical { document } => tr!("issue-not-canonical", document = document),
        LoadIssue::EditsDoNotFit { document } => tr!("issue-edits-do-not-fit", document = document),
        LoadIssue::RevisionsDoNotFit { document } => tr!("issue-revisions-do-not-fit", document = document),
        LoadIssue::SpanTurned { document, words } => tr!("issue-span-turned", document = document, words = words),
        LoadIssue::QuoteMoved { document, words } => tr!("issue-quote-moved", document = document, words = words),
        LoadIssue::QuoteLost { document, words } => tr!("issue-quote-lost", document = document, words = words),
    }
}

/// What was not sound in a project, and what was done about it.
fn repair_issue(issue: &Issue) -> AttrValue {
    match issue {
        Issue::ParentMissing { kind: entity, name } => tr!("issue-parent-missing", kind = kind(*entity), name = name),
        Issue::InsideItself { kind: entity, name } => tr!("issue-inside-itself", kind = kind(*entity), name = name),
        Issue::NoName { kind: entity, name } => tr!("issue-no-name", kind = kind(*entity), name = name),
        Issue::CoderMissing { name } => tr!("issue-coder-missing", name = name),
        Issue::DocumentMissing { words } => tr!("issue-document-missing", words = words),
        Issue::BeyondText { document, words, left_out: true } => {
            tr!("issue-left-out", document = document, words = words)
        }
        Issue::BeyondText { document, words, left_out: false } => tr!("issue-cut", document = document, words = words),
        Issue::StructureUnsound { document } => tr!("issue-structure", document = document),
        Issue::AttributeMissing { case } => tr!("issue-attribute-missing", case = case),
        Issue::ReferrerUnsound { case } => tr!("issue-referrer", case = case),
        Issue::LinkUnsound => tr!("issue-link-unsound"),
        Issue::ThemeUnsound { theme } => tr!("issue-theme-unsound", theme = theme),
        Issue::EmptyQuotation { document } => tr!("issue-empty-quotation", document = document),
        Issue::CodeMissing { document, words } => tr!("issue-code-missing", document = document, words = words),
        Issue::NameTaken { name, renamed } => tr!("issue-name-taken", name = name, renamed = renamed),
        Issue::QuotationTwice { document, words } => tr!("issue-quotation-twice", document = document, words = words),
        Issue::CodedTwice { document, words } => tr!("issue-coded-twice", document = document, words = words),
        Issue::SheetUnsound { code } => tr!("issue-sheet", code = code),
        Issue::BookUnsound => tr!("issue-book"),
    }
}

/// Why the browser's storage did not do what it was asked to, and what to do.
pub fn storage_error(error: &StorageError) -> AttrValue {
    match error {
        StorageError::Full => tr!("storage-full"),
        StorageError::Blocked => tr!("storage-blocked"),
        StorageError::Closed => tr!("storage-closed"),
        StorageError::TakenOver => tr!("storage-taken-over"),
        StorageError::Other(cause) => tr!("storage-other", cause = cause),
    }
}

/// Why what was done is not on the disk, and what to do.
pub fn not_saved(why: &NotSaved) -> AttrValue {
    match why {
        NotSaved::Full => tr!("banner-full"),
        NotSaved::Blocked => tr!("storage-blocked"),
        NotSaved::Closed => tr!("banner-closed"),
        NotSaved::Failed => tr!("banner-program-failed"),
        NotSaved::ReadOnly => tr!("error-read-only"),
        NotSaved::Lost => tr!("banner-lost"),
        NotSaved::Unknown(cause) => tr!("banner-failed", cause = cause),
    }
}

/// Why something cannot be done with a stored project, and what to do.
pub fn shelf_error(error: &ShelfError) -> AttrValue {
    match error {
        ShelfError::Storage(error) => storage_error(error),
        ShelfError::Missing => tr!("shelf-missing"),
        ShelfError::NewerVersion { needs, has } => tr!("shelf-newer", needs = *needs, has = *has),
        ShelfError::Damaged => tr!("shelf-damaged"),
        ShelfError::Edit(error) => edit_error(error),
    }
}

/// What opening a project had to do beyond reading it, a sentence each.
pub fn recovery(recovery: &Recovery) -> Vec<AttrValue> {
    let mut said = Vec::new();
    if recovery.lost_records > 0 {
        said.push(tr!("recovery-lost", n = recovery.lost_records));
    }
    if recovery.used_older_snapshot {
        said.push(tr!("recovery-older"));
    }
    let quotations = |piece: &LostPiece| match piece {
        LostPiece::Quotations { document } if !document.is_empty() => Some(document.clone()),
        _ => None,
    };
    let documents = recovery.lost_pieces.iter().filter(|piece| **piece == LostPiece::Document).count();
    if documents > 0 {
        said.push(tr!("recovery-documents", n = documents));
    }
    let titles: Vec<String> = recovery.lost_pieces.iter().filter_map(quotations).collect();
    if !titles.is_empty() {
        said.push(tr!("recovery-quotations", n = titles.len(), titles = titles.join(" · ")));
    }
    let nowhere = |piece: &&LostPiece| matches!(piece, LostPiece::Quotations { document } if document.is_empty());
    // Those of a document that is lost as well.
    let homeless = recovery.lost_pieces.iter().filter(nowhere).count();
    if homeless > 0 {
        said.push(tr!("recovery-quotations-too", n = homeless));
    }
    if recovery.lost_pieces.contains(&LostPiece::History) {
        said.push(tr!("recovery-history"));
    }
    if recovery.undo_lost {
        let whole = recovery.lost_pieces.is_empty()
            && recovery.lost_records == 0
            && recovery.missing_texts.is_empty()
            && recovery.issues.is_empty();
        said.push(if whole { tr!("recovery-undo-whole") } else { tr!("recovery-undo") });
    }
    if !recovery.missing_texts.is_empty() {
        let titles = recovery.missing_texts.join(" · ");
        said.push(tr!("recovery-texts", n = recovery.missing_texts.len(), titles = titles));
    }
    if !recovery.issues.is_empty() {
        said.push(tr!("recovery-issues", n = recovery.issues.len()));
        said.extend(recovery.issues.iter().map(repair_issue));
    }
    said
}
