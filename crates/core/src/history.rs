//! Who did what, when: project data, kept and exported, and readable by people.
//!
//! A record names codes, documents and people as they were called then, but repeats no word of a transcript.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::ids::StepId;
use crate::project::Extra;
use crate::time::Stamp;

macro_rules! action_kinds {
    ($($(#[$doc:meta])* $variant:ident = $key:literal,)*) => {
        /// What sort of thing was done.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum ActionKind {
            $($(#[$doc])* $variant,)*
            /// Something that a newer version knows.
            Unknown(String),
        }

        impl ActionKind {
            /// The kinds that this version knows, by their names in files.
            pub const KEYS: &[&str] = &[$($key),*];

            /// Its name in files.
            pub fn key(&self) -> &str {
                match self {
                    $(ActionKind::$variant => $key,)*
                    ActionKind::Unknown(key) => key,
                }
            }
        }

        impl From<String> for ActionKind {
            fn from(key: String) -> Self {
                match key.as_str() {
                    $($key => ActionKind::$variant,)*
                    _ => ActionKind::Unknown(key),
                }
            }
        }

        impl From<ActionKind> for String {
            fn from(kind: ActionKind) -> Self {
                kind.key().to_owned()
            }
        }
    };
}

action_kinds! {
    /// The project got another title (`old`, `new`).
    ProjectRenamed = "project-renamed",
    /// Someone began to code (`coder`).
    CoderAdded = "coder-added",
    /// A coder got another name (`old`, `new`).
    CoderRenamed = "coder-renamed",
    /// A folder was made (`folder`).
    FolderAdded = "folder-added",
    /// A folder got another name (`old`, `new`).
    FolderRenamed = "folder-renamed",
    /// A folder was put elsewhere (`folder`, and `parent` unless at the top).
    FolderMoved = "folder-moved",
    /// A folder was removed (`folder`).
    FolderDeleted = "folder-deleted",
    /// A document came in (`document`).
    DocumentAdded = "document-added",
    /// A document got another title (`old`, `new`).
    DocumentRenamed = "document-renamed",
    /// A document's kind was set (`document`, `kind`).
    DocumentKindSet = "document-kind-set",
    /// A document was put elsewhere (`document`, and `folder` unless at the top).
    DocumentMoved = "document-moved",
    /// A document was removed (`document`, `quotations`: how many went with it).
    DocumentDeleted = "document-deleted",
    /// The file that a document came out of was let go (`document`).
    OriginalRemoved = "original-removed",
    /// A document's text was corrected (`document`, `places`: how many, `quotations`: how many went with their words, and
    /// `why` if it was said).
    TextEdited = "text-edited",
    /// A document was given to a case (`document`, and `case` unless it is none now).
    DocumentCaseSet = "document-case-set",
    /// Ranges of a document were given to cases (`document`, `parts`: how many).
    PartsSet = "parts-set",
    /// It was said who speaks where (`document`, `turns`: how many).
    TurnsSet = "turns-set",
    /// A speaker got another name (`old`, `new`, `document`).
    SpeakerRenamed = "speaker-renamed",
    /// It was said whether a speaker asks (`speaker`).
    SpeakerRoleSet = "speaker-role-set",
    /// It was said which case a speaker is (`speaker`, and `case` unless it is none now).
    SpeakerCaseSet = "speaker-case-set",
    /// A speaker's turns were given to another one (`old`, `new`).
    SpeakersMerged = "speakers-merged",
    /// It was said what is asked in turns (`document`, `turns`: how many).
    TurnsMatched = "turns-matched",
    /// A case was made (`case`).
    CaseAdded = "case-added",
    /// A case got another name (`old`, `new`).
    CaseRenamed = "case-renamed",
    /// A case was put elsewhere (`case`).
    CaseMoved = "case-moved",
    /// A case was removed (`case`).
    CaseDeleted = "case-deleted",
    /// An attribute of cases was made (`attribute`).
    AttributeAdded = "attribute-added",
    /// It was said what is known of a case (`case`, `attribute`).
    CaseValueSet = "case-value-set",
    /// It was said what is known of cases (`cases` and `values`: how many).
    CaseValuesSet = "case-values-set",
    /// An attribute got another name (`old`, `new`).
    AttributeRenamed = "attribute-renamed",
    /// It was said what an attribute's values are (`attribute`).
    AttributeChanged = "attribute-changed",
    /// An attribute was put elsewhere (`attribute`).
    AttributeMoved = "attribute-moved",
    /// An attribute was removed (`attribute`, `values`: how many went with it).
    AttributeDeleted = "attribute-deleted",
    /// It was said what may be done with a case's words (`case`, `consent`).
    ConsentSet = "consent-set",
    /// It was said who referred a case (`case`, and `old`: the one who did, unless it is none now).
    ReferrerSet = "referrer-set",
    /// It was said what may be done with the words of a passage (`document`, `consent`).
    PassageConsentSet = "passage-consent-set",
    /// A question was added to the guide (`question`).
    QuestionAdded = "question-added",
    /// A question of the guide got other words (`old`, `new`).
    QuestionReworded = "question-reworded",
    /// A question of the guide was put elsewhere (`question`).
    QuestionMoved = "question-moved",
    /// A question was removed from the guide (`question`).
    QuestionDeleted = "question-deleted",
    /// A code was made (`code`).
    CodeAdded = "code-added",
    /// A code got another name (`old`, `new`).
    CodeRenamed = "code-renamed",
    /// A code got another hue (`code`).
    CodeRecoloured = "code-recoloured",
    /// A code was defined (`code`).
    CodeDefined = "code-defined",
    /// A code was put elsewhere (`code`, and `parent` unless at the top).
    CodeMoved = "code-moved",
    /// A code was removed (`code`, `codings`: how many went with it).
    CodeDeleted = "code-deleted",
    /// A passage was marked (`document`).
    QuotationMarked = "quotation-marked",
    /// A quotation's bounds were changed (`document`).
    QuotationResized = "quotation-resized",
    /// A quotation was commented on (`document`).
    QuotationCommented = "quotation-commented",
    /// A quotation was removed (`document`).
    QuotationDeleted = "quotation-deleted",
    /// A code was put on a quotation (`code`, `document`).
    CodeApplied = "code-applied",
    /// A code was taken off a quotation (`code`, `document`).
    CodingRemoved = "coding-removed",
    /// A coding was commented on (`code`, `document`).
    CodingCommented = "coding-commented",
    /// A memo was written (`memo`).
    MemoAdded = "memo-added",
    /// A memo got another title (`old`, `new`).
    MemoRenamed = "memo-renamed",
    /// A memo's kind or what it is about was set (`memo`).
    MemoChanged = "memo-changed",
    /// A memo's words were changed (`memo`).
    MemoWritten = "memo-written",
    /// A memo was removed (`memo`).
    MemoDeleted = "memo-deleted",
    /// A quotation was linked to another one (`relation`, `document`: the first one's).
    QuotationsLinked = "quotations-linked",
    /// It was said otherwise how two quotations stand to each other (`relation`, `document`).
    LinkRelationSet = "link-relation-set",
    /// A link between quotations was removed (`relation`, `document`).
    LinkDeleted = "link-deleted",
    /// The project was made what it was at a restore point (`point`: its name, empty if it has none; `at`: when that
    /// was, in milliseconds since 1970).
    ProjectRestored = "project-restored",
    /// What had been removed was removed for good.
    MaterialPurged = "material-purged",
    /// The codebook says something else of a code (`code`, `field`).
    CodeFieldSet = "code-field-set",
    /// Codes became one (`code`, `codes`: how many went, `first`: one of them, `codings`: of how many quotations).
    CodesMerged = "codes-merged",
    /// Codings were given to another code (`old`, `new`, `codings`: how many).
    CodingsMoved = "codings-moved",
    /// It was said what the levels of codes are called (`levels`: how many).
    LevelsSet = "levels-set",
    /// A version of the codebook was kept (`version`).
    VersionKept = "version-kept",
    /// A version of the codebook got another name or note (`old`, `new`).
    VersionRenamed = "version-renamed",
    /// A version of the codebook was removed (`version`).
    VersionRemoved = "version-removed",
    /// It was said what a quotation says or means (`document`, `field`).
    QuotationFieldSet = "quotation-field-set",
    /// It was said how much a code holds for a quotation (`code`, `document`, `weight`: empty for no more).
    CodingWeighed = "coding-weighed",
    /// It was said how a quotation is printed (`document`).
    PrintSet = "print-set",
    /// A quotation is printed word by word again (`document`).
    PrintCleared = "print-cleared",
    /// It was said by which template it is said who is quoted (`language`).
    AttributionSet = "attribution-set",
    /// A theme was made (`theme`).
    ThemeAdded = "theme-added",
    /// A theme got another name (`old`, `new`).
    ThemeRenamed = "theme-renamed",
    /// It was said what a theme is, or which codes are under it (`theme`, `field`).
    ThemeChanged = "theme-changed",
    /// A theme was put elsewhere (`theme`).
    ThemeMoved = "theme-moved",
    /// A theme was removed (`theme`).
    ThemeDeleted = "theme-deleted",
    /// A quotation was chosen for a theme (`theme`, `document`).
    QuotationChosen = "quotation-chosen",
    /// A quotation was taken off a theme's list (`theme`, `document`).
    QuotationUnchosen = "quotation-unchosen",
    /// A chosen quotation was put elsewhere in the list (`theme`, `document`).
    ChosenMoved = "chosen-moved",
    /// A chosen quotation is to stand in the paper (`theme`, `document`).
    UsedInPaper = "used-in-paper",
    /// A chosen quotation is not to stand in the paper (`theme`, `document`).
    NotUsedInPaper = "not-used-in-paper",
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// What sort of thing.
    pub kind: ActionKind,
    /// The names and numbers that the sentence about it needs; see [`ActionKind`].
    pub details: BTreeMap<String, String>,
    /// The ids of what it was about.
    pub about: Vec<String>,
    /// Kept from newer files.
    pub extra: Extra,
}

impl Action {
    /// An action without details.
    pub fn new(kind: ActionKind) -> Action {
        Action { kind, details: BTreeMap::new(), about: Vec::new(), extra: Extra::new() }
    }

    /// The same with a detail.
    pub fn with(mut self, name: &str, value: &str) -> Action {
        self.details.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same with the id of what it was about.
    pub fn about(mut self, id: impl Display) -> Action {
        self.about.push(id.to_string());
        self
    }
}

/// How a step came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// It was done.
    Done,
    /// An earlier step was taken back.
    Undone(StepId),
    /// A step that had been taken back was done again.
    Redone(StepId),
}

/// What was done together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HistoryStep {
    /// Its identity.
    pub id: StepId,
    /// By whom, and when.
    pub stamp: Stamp,
    /// How it came about.
    pub way: Way,
    /// What was done; of a step taken back, what was taken back.
    pub actions: Vec<Action>,
    /// Kept from newer files.
    pub extra: Extra,
}

/// All that was done, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History(Rc<Vec<Rc<HistoryStep>>>);

impl History {
    /// A history of these steps, oldest first.
    pub fn new(steps: Vec<Rc<HistoryStep>>) -> History {
        History(Rc::new(steps))
    }

    /// Its steps, oldest first.
    pub fn steps(&self) -> &[Rc<HistoryStep>] {
        &self.0
    }

    /// Adds the latest step.
    pub fn push(&mut self, step: HistoryStep) {
        Rc::make_mut(&mut self.0).push(Rc::new(step));
    }

    /// Whether both are the very same: nothing was done between them.
    pub fn same(&self, other: &History) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
