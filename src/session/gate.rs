//! What stands in front of an open project: it is being read, is not there, cannot be opened, or who codes is asked.

use emic_core::ids::ProjectId;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::coder::CoderDialog;
use super::{Opening, Saving, Session, Working, use_session, use_session_state};
use crate::i18n::tr;
use crate::persist::{SaveState, StorageKind};
use crate::platform::{self, Version};
use crate::route::Route;
use crate::store::{Access, use_selector};
use crate::widgets::{Button, ButtonVariant, EmptyState, IconName};

/// Which project, and what is shown of it once it is open.
#[derive(Properties, PartialEq)]
pub struct ProjectGateProps {
    /// The project.
    pub project: ProjectId,
    /// What needs it.
    pub children: Html,
}

/// Opens a project and shows its children when it is there.
#[component]
pub fn ProjectGate(props: &ProjectGateProps) -> Html {
    let session = use_session();
    let opening = use_session_state(Session::opening);
    use_effect_with((session.clone(), props.project), |(session, project)| session.enter(*project));
    let again = {
        let (session, project) = (session.clone(), props.project);
        Callback::from(move |_: MouseEvent| session.enter(project))
    };
    let to_start = Callback::from(|_: MouseEvent| Route::Start.go());
    // Until this very project is there, nothing of another one is shown.
    let opening = if opening.project() == Some(props.project) { opening } else { Opening::Loading(props.project) };
    let content = match opening {
        Opening::Ready(_) => html! { <Open key="open">{ props.children.clone() }</Open> },
        Opening::Closed | Opening::Loading(_) => html! {
            <main key="loading" class="gate">
                <h1 class="visually-hidden">{ tr!("open-loading") }</h1>
                <Working what={tr!("open-loading")} />
            </main>
        },
        Opening::Missing(_) => html! {
            <main key="missing" class="gate">
                <h1 class="visually-hidden">{ "Emic" }</h1>
                <EmptyState icon={IconName::Search} title={tr!("open-missing-title")} text={tr!("open-missing")}>
                    <Button label={tr!("open-to-start")} variant={ButtonVariant::Primary} onclick={to_start} />
                </EmptyState>
            </main>
        },
        Opening::Failed(_, why) => html! {
            <main key="failed" class="gate" role="alert">
                <h1 class="visually-hidden">{ "Emic" }</h1>
                <EmptyState icon={IconName::Warning} title={tr!("open-failed-title")} text={why}>
                    <Button label={tr!("retry")} variant={ButtonVariant::Primary} onclick={again} />
                    <Button label={tr!("banner-reload")} onclick={Callback::from(|_: MouseEvent| platform::reload(Version::Newest))} />
                    <Button label={tr!("open-to-start")} onclick={to_start} />
                </EmptyState>
            </main>
        },
    };
    html! { <div class="gate-holder">{ content }</div> }
}

#[derive(Properties, PartialEq)]
struct OpenProps {
    children: Html,
}

/// The open project; over it, who codes is asked as long as that is not known.
#[component]
fn Open(props: &OpenProps) -> Html {
    let unknown =
        use_selector(|snapshot| snapshot.access == Access::Write && !snapshot.project.coders.contains(&snapshot.coder));
    html! {
        <div class="gate-holder">
            { props.children.clone() }
            if unknown.unwrap_or_default() {
                <CoderDialog
                    key="coder"
                    on_close={Callback::noop()}
                    on_leave={Callback::from(|()| Route::Start.go())}
                />
            }
        </div>
    }
}

/// Asks before the page is closed while something is not safe, wherever one is; and only then.
#[hook]
pub fn use_warning(session: &Session) {
    use_effect_with(session.clone(), |session| {
        let session = session.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&gloo::utils::window(), "beforeunload", options, move |event| {
            if is_unsafe(&session) {
                event.prevent_default();
                // Older browsers ask only if this is set.
                if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
                    event.set_return_value("unsaved");
                }
            }
        });
        move || drop(listener)
    });
}

fn is_unsafe(session: &Session) -> bool {
    if session.leaves_unwritten() || session.store().is_correcting() {
        return true;
    }
    match session.saving() {
        Saving::Nothing | Saving::ReadOnly => false,
        Saving::Writes(SaveState::Saved { .. }) => {
            session.kept() == Some(StorageKind::Memory) && session.changed_since_export()
        }
        Saving::Writes(_) => true,
    }
}
