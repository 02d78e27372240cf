//! Where the reader is in the app: in the address's hash, so that any static host and `file://` work and the browser's
//! own back and forward do what they say.

use std::str::FromStr;

use emic_core::ids::{CodeId, DocumentId, ProjectId, QuotationId};

/// A place in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The projects in this browser.
    Start,
    /// A place in a project.
    Project(ProjectId, Place),
}

/// A place in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Reading and coding a document (or the first one), at a quotation if one is named.
    Read(Option<DocumentId>, Option<QuotationId>),
    /// The documents as a list to sort and filter.
    Documents,
    /// The codebook, at a code if one is named.
    Codes(Option<CodeId>),
    /// The quotations of a code.
    Retrieve(Option<CodeId>),
    /// Search over documents, comments and codes.
    Search,
    /// What was done, when and by whom.
    History,
    /// Copies, restore points and storage.
    Backups,
}

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
            Some("quotations") => Place::Retrieve(id(parts.next())),
            Some("search") => Place::Search,
            Some("history") => Place::History,
            Some("backups") => Place::Backups,
            _ => Place::Read(id(parts.next()), id(parts.next())),
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
                Place::Documents => format!("#/{project}/documents"),
                Place::Codes(code) => format!("#/{project}/codes{}", tail(*code)),
                Place::Retrieve(code) => format!("#/{project}/quotations{}", tail(*code)),
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
            Place::Documents,
            Place::Codes(None),
            Place::Codes(Some(CodeId::from_number(3))),
            Place::Retrieve(Some(CodeId::from_number(3))),
            Place::History,
            Place::Backups,
        ];
        for place in places {
            let route = Route::Project(project, place);
            assert_eq!(Route::parse(&route.hash()), route);
        }
        assert_eq!(Route::parse("#/"), Route::Start);
        assert_eq!(Route::parse("#/nonsense/read"), Route::Start);
    }
}
