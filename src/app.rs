//! The root component: what the address says is what is shown.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::i18n::LangProvider;
use crate::route::Route;
use crate::screens::about::About;
use crate::screens::commands::Commands;
use crate::screens::import::drop::use_drop_guard;
use crate::screens::shell::ProjectShell;
use crate::screens::start::StartScreen;
use crate::screens::update::UpdateNotice;
use crate::session::{ProjectGate, Session, use_warning};
use crate::store::Store;
use crate::widgets::{TipLayer, ToastRegion};

/// The whole app.
#[component]
pub fn App() -> Html {
    let store = use_state(Store::default);
    let session = use_state(|| Session::new((*store).clone()));
    use_drop_guard();
    use_warning(&session);
    html! {
        <ContextProvider<Store> context={(*store).clone()}>
            <ContextProvider<Session> context={(*session).clone()}>
                <LangProvider>
                    <Routed />
                    <Commands />
                    <About />
                    <UpdateNotice />
                    <ToastRegion />
                    <TipLayer />
                </LangProvider>
            </ContextProvider<Session>>
        </ContextProvider<Store>>
    }
}

/// Where the app is, following the address.
#[hook]
pub fn use_route() -> Route {
    let route = use_state_eq(Route::current);
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
                route.set(Route::current());
            });
            move || drop(listener)
        });
    }
    *route
}

#[component]
fn Routed() -> Html {
    match use_route() {
        Route::Start => html! { <StartScreen /> },
        Route::Project(project, place) => html! {
            <ProjectGate key={project.to_string()} {project}>
                <ProjectShell {project} {place} />
            </ProjectGate>
        },
    }
}
