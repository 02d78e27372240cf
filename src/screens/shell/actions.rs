//! What can be done by name wherever one is in a project: the ways to its screens, and what opens a dialog.

use emic_core::ids::ProjectId;
use yew::prelude::*;

use crate::actions::{Action, Way, use_owner};
use crate::i18n::tr;
use crate::route::{BookPart, CasesPart, GuidePart, Place, Route};
use crate::screens::import::ImportDialog;
use crate::screens::memos::write_new;
use crate::screens::scope::ScopeDialog;
use crate::session::{CoderDialog, export_open, use_session};
use crate::store::{use_store, use_writable};

#[derive(Properties, PartialEq)]
pub(super) struct ProjectActionsProps {
    pub project: ProjectId,
}

/// Carries out the actions of an open project; shows nothing but the dialog that one opens.
#[component]
pub(super) fn ProjectActions(props: &ProjectActionsProps) -> Html {
    let session = use_session();
    let store = use_store();
    let writable = use_writable();
    let asking = use_state_eq(|| None::<Action>);
    let project = props.project;
    {
        let asking = asking.setter();
        use_owner(move |action, way| {
            let place = match action {
                Action::GoRead => Some(Place::Read(None, None)),
                Action::GoDocuments => Some(Place::Documents),
                Action::GoCodebook => Some(Place::Codes(None)),
                Action::GoBoard => Some(Place::Book(BookPart::Board(None))),
                Action::GoContent => Some(Place::Book(BookPart::Content)),
                Action::GoVersions => Some(Place::Book(BookPart::Versions)),
                Action::GoGuide => Some(Place::Guide(GuidePart::Questions)),
                Action::GoMatches => Some(Place::Guide(GuidePart::Matches)),
                Action::GoAnswers => Some(Place::Guide(GuidePart::Answers(None))),
                Action::GoAsked => Some(Place::Guide(GuidePart::Asked)),
                Action::GoCases => Some(Place::Cases(CasesPart::Sheet(None))),
                Action::GoQuotations => Some(Place::Retrieve(None)),
                Action::GoMemos => Some(Place::Memos(None)),
                Action::GoThemes => Some(Place::Themes(None)),
                Action::GoSearch => Some(Place::Search),
                Action::GoHistory => Some(Place::History),
                Action::GoBackups => Some(Place::Backups),
                Action::Import | Action::Coder | Action::NewMemo if !writable => {
                    return Some(Err(tr!("error-read-only")));
                }
                Action::Import | Action::Coder | Action::Scope | Action::Export | Action::NewMemo => None,
                _ => return None,
            };
            match (way, place) {
                (Way::Ask, _) => {}
                (Way::Do, Some(place)) => Route::Project(project, place).go(),
                (Way::Do, None) if action == Action::Export => export_open(&session),
                (Way::Do, None) if action == Action::NewMemo => write_new(&store, None),
                (Way::Do, None) => asking.set(Some(action)),
            }
            Some(Ok(()))
        });
    }
    let on_close = {
        let asking = asking.setter();
        use_callback((), move |(), ()| asking.set(None))
    };
    html! {
        <div class="actions">
            {
                match *asking {
                    Some(Action::Import) => html! { <ImportDialog files={Vec::<web_sys::File>::new()} {on_close} /> },
                    Some(Action::Scope) => html! { <ScopeDialog {on_close} /> },
                    Some(Action::Coder) => html! { <CoderDialog {on_close} /> },
                    _ => Html::default(),
                }
            }
        </div>
    }
}
