//! Where the reader is in the app: in the address's hash, so that any static host and `file://` work and the browser's
//! own back and forward do what they say.

use std::str::FromStr;

use emic_core::ids::{CaseId, CodeId, DocumentId, MemoId, ProjectId, QuestionId, QuotationId, ThemeId};
use wasm_bindgen::JsValue;

/// A place in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The projects in this browser.
    Start,
    /// A place in a project.
    Project(ProjectId, Place),
}

/// A document, at a quotation if one is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The document.
    pub document: DocumentId,
    /// The quotation.
    pub quotation: Option<QuotationId>,
}

/// What is shown of the interview guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GuidePart {
    /// Its questions.
    #[default]
    Questions,
    /// Which turn asks which.
    Matches,
    /// The answers to a question, the first one if none is named.
    Answers(Option<QuestionId>),
    /// Who was asked what.
    Asked,
}

/// What is done with the codebook as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookPart {
    /// Codes, or the quotations of one, as cards that are sorted into groups.
    Board(Option<CodeId>),
    /// Quotations with their condensed wordings and codes, as a table.
    Content,
    /// Its versions.
    Versions,
    /// A code is split.
    Split(CodeId),
}

/// What is shown of the cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CasesPart {
    /// All of them with what is known of them, and the details of one if it is named.
    Sheet(Option<CaseId>),
    /// The table that a paper begins with.
    Table1,
    /// Who referred whom.
    Recruitment,
}

/// A place in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Reading and coding a document (or the first one), at a quotation if one is named. As a link that is followed
    /// while two documents stand side by side: in the pane that one is in, and the other stays.
    Read(Option<DocumentId>, Option<QuotationId>),
    /// Reading and coding two documents side by side.
    Both(Spot, Spot),
    /// The documents as a list to sort and filter.
    Documents,
    /// The codebook, at a code if one is named.
    Codes(Option<CodeId>),
    /// The codebook as a whole.
    Book(BookPart),
    /// The interview guide.
    Guide(GuidePart),
    /// The cases.
    Cases(CasesPart),
    /// The quotations of a code.
    Retrieve(Option<CodeId>),
    /// The memos, one of them opened if it is named.
    Memos(Option<MemoId>),
    /// The themes, one of them opened if it is named.
    Themes(Option<ThemeId>),
    /// Search over documents, comments and codes.
    Search,
    /// What was done, when and by whom.
    History,
    /// Copies, restore points and storage.
    Backups,
}

impl Place {
    /// Whether it shows a document or two.
    pub const fn is_reading(&self) -> bool {
        matches!(self, Place::Read(..) | Place::Both(..))
    }
}

/// What parts the two documents in the hash.
const BESIDE: &str = "beside";

/// What the browser keeps with an address that says all of what is shown, so that coming back to it closes a second
/// pane, where the same address as a link would leave it as it is.
const EXACT: &str = "exact";

impl Route {
    /// Reads the address's hash; anything unknown is the start.
    pub fn parse(hash: &str) -> Route {
        let mut parts = hash.trim_start_matches('#').split('/').filter(|part| !part.is_empty());
        let Some(project) = parts.next().and_then(|part| ProjectId::from_str(part).ok()) else {
            return Route::Start;
        };
        fn id<T: FromStr>(part: Option<&str>) -> Option<T> {
            part.and_then(|part| T::from_str(part).ok())
        }
        let place = match parts.next() {
            Some("documents") => Place::Documents,
            Some("codes") => Place::Codes(id(parts.next())),
            Some("codebook") => match (parts.next(), id(parts.next())) {
                (Some("content"), _) => Place::Book(BookPart::Content),
                (Some("versions"), _) => Place::Book(BookPart::Versions),
                (Some("split"), Some(code)) => Place::Book(BookPart::Split(code)),
                (_, code) => Place::Book(BookPart::Board(code)),
            },
            Some("guide") => Place::Guide(match parts.next() {
                Some("matches") => GuidePart::Matches,
                Some("answers") => GuidePart::Answers(id(parts.next())),
                Some("asked") => GuidePart::Asked,
                _ => GuidePart::Questions,
            }),
            Some("cases") => Place::Cases(match parts.next() {
                Some("table") => CasesPart::Table1,
                Some("recruitment") => CasesPart::Recruitment,
                case => CasesPart::Sheet(id(case)),
            }),
            Some("quotations") => Place::Retrieve(id(parts.next())),
            Some("memos") => Place::Memos(id(parts.next())),
            Some("themes") => Place::Themes(id(parts.next())),
            Some("search") => Place::Search,
            Some("history") => Place::History,
            Some("backups") => Place::Backups,
            _ => {
                let mut rest: Vec<_> = parts.collect();
                let beside =
                    rest.iter().position(|part| *part == BESIDE).map(|at| rest.split_off(at)).unwrap_or_default();
                let spot = |parts: &[&str]| {
                    let document = id(parts.first().copied())?;
                    Some(Spot { document, quotation: id(parts.get(1).copied()) })
                };
                match (spot(&rest), beside.get(1..).and_then(spot)) {
                    (Some(first), Some(second)) => Place::Both(first, second),
                    (first, second) => {
                        let only = first.or(second);
                        Place::Read(only.map(|spot| spot.document), only.and_then(|spot| spot.quotation))
                    }
                }
            }
        };
        Route::Project(project, place)
    }

    /// The address's hash for it.
    pub fn hash(&self) -> String {
        fn tail<T: ToString>(id: Option<T>) -> String {
            id.map(|id| format!("/{}", id.to_string())).unwrap_or_default()
        }
        match self {
            Route::Start => "#/".to_owned(),
            Route::Project(project, place) => match place {
                Place::Read(None, _) => format!("#/{project}/read"),
                Place::Read(Some(document), quotation) => format!("#/{project}/read/{document}{}", tail(*quotation)),
                Place::Both(first, second) => {
                    let spot = |spot: &Spot| format!("{}{}", spot.document, tail(spot.quotation));
                    format!("#/{project}/read/{}/{BESIDE}/{}", spot(first), spot(second))
                }
                Place::Documents => format!("#/{project}/documents"),
                Place::Codes(code) => format!("#/{project}/codes{}", tail(*code)),
                Place::Book(BookPart::Board(code)) => format!("#/{project}/codebook/board{}", tail(*code)),
                Place::Book(BookPart::Content) => format!("#/{project}/codebook/content"),
                Place::Book(BookPart::Versions) => format!("#/{project}/codebook/versions"),
                Place::Book(BookPart::Split(code)) => format!("#/{project}/codebook/split/{code}"),
                Place::Guide(GuidePart::Questions) => format!("#/{project}/guide"),
                Place::Guide(GuidePart::Matches) => format!("#/{project}/guide/matches"),
                Place::Guide(GuidePart::Answers(question)) => format!("#/{project}/guide/answers{}", tail(*question)),
                Place::Guide(GuidePart::Asked) => format!("#/{project}/guide/asked"),
                Place::Cases(CasesPart::Sheet(case)) => format!("#/{project}/cases{}", tail(*case)),
                Place::Cases(CasesPart::Table1) => format!("#/{project}/cases/table"),
                Place::Cases(CasesPart::Recruitment) => format!("#/{project}/cases/recruitment"),
                Place::Retrieve(code) => format!("#/{project}/quotations{}", tail(*code)),
                Place::Memos(memo) => format!("#/{project}/memos{}", tail(*memo)),
                Place::Themes(theme) => format!("#/{project}/themes{}", tail(*theme)),
                Place::Search => format!("#/{project}/search"),
                Place::History => format!("#/{project}/history"),
                Place::Backups => format!("#/{project}/backups"),
            },
        }
    }

    /// The place that the address names now.
    pub fn current() -> Route {
        Route::parse(&gloo::utils::window().location().hash().unwrap_or_default())
    }

    /// Goes there; the browser's back comes back here.
    pub fn go(&self) {
        // Setting the hash can only fail in a window that is being closed.
        let _ = gloo::utils::window().location().set_hash(&self.hash());
    }

    /// Goes there, to what the address says and nothing more: a second pane that it does not name is closed.
    pub fn go_exactly(&self) {
        self.put(web_sys::History::push_state_with_url);
    }

    /// Says that this is what is shown, in place of the address there was.
    pub fn settle(&self) {
        self.put(web_sys::History::replace_state_with_url);
    }

    fn put(&self, put: impl Fn(&web_sys::History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>) {
        let window = gloo::utils::window();
        let is_other = Route::current() != *self;
        let done = window.history().and_then(|history| put(&history, &EXACT.into(), "", Some(&self.hash())));
        match done {
            // No browser tells of it by itself.
            Ok(()) if is_other => {
                if let Ok(event) = web_sys::Event::new("hashchange") {
                    let _ = window.dispatch_event(&event);
                }
            }
            Ok(()) => {}
            // Where a page must not write its history the hash says nearly the same.
            Err(_) => self.go(),
        }
    }

    /// Whether the address as it stands is one that says all of what is shown: it was before, and one came back to it.
    pub fn is_exact() -> bool {
        let state = gloo::utils::window().history().and_then(|history| history.state());
        state.is_ok_and(|state| state.as_string().as_deref() == Some(EXACT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_back_from_its_hash() {
        let project = ProjectId::from_number(7);
        let places = [
            Place::Read(None, None),
            Place::Read(Some(DocumentId::from_number(1)), None),
            Place::Read(Some(DocumentId::from_number(1)), Some(QuotationId::from_number(2))),
            Place::Both(
                Spot { document: DocumentId::from_number(1), quotation: None },
                Spot { document: DocumentId::from_number(1), quotation: Some(QuotationId::from_number(2)) },
            ),
            Place::Both(
                Spot { document: DocumentId::from_number(1), quotation: Some(QuotationId::from_number(2)) },
                Spot { document: DocumentId::from_number(3), quotation: None },
            ),
            Place::Documents,
            Place::Codes(None),
            Place::Codes(Some(CodeId::from_number(3))),
            Place::Book(BookPart::Board(None)),
            Place::Book(BookPart::Board(Some(CodeId::from_number(3)))),
            Place::Book(BookPart::Content),
            Place::Book(BookPart::Versions),
            Place::Book(BookPart::Split(CodeId::from_number(3))),
            Place::Guide(GuidePart::Questions),
            Place::Guide(GuidePart::Matches),
            Place::Guide(GuidePart::Answers(None)),
            Place::Guide(GuidePart::Answers(Some(QuestionId::from_number(4)))),
            Place::Guide(GuidePart::Asked),
            Place::Cases(CasesPart::Sheet(None)),
            Place::Cases(CasesPart::Sheet(Some(CaseId::from_number(5)))),
            Place::Cases(CasesPart::Table1),
            Place::Cases(CasesPart::Recruitment),
            Place::Retrieve(Some(CodeId::from_number(3))),
            Place::Memos(None),
            Place::Themes(None),
            Place::Themes(Some(ThemeId::from_number(8))),
            Place::Memos(Some(MemoId::from_number(6))),
            Place::History,
            Place::Backups,
        ];
        for place in places {
            let route = Route::Project(project, place);
            assert_eq!(Route::parse(&route.hash()), route);
        }
        assert_eq!(Route::parse("#/"), Route::Start);
        assert_eq!(Route::parse("#/nonsense/read"), Route::Start);
        // Of two documents of which one is not understood, the other is shown.
        let document = DocumentId::from_number(1);
        let alone = Route::Project(project, Place::Read(Some(document), None));
        assert_eq!(Route::parse(&format!("#/{project}/read/{document}/beside/x")), alone);
        assert_eq!(Route::parse(&format!("#/{project}/read/beside/{document}")), alone);
    }
}
