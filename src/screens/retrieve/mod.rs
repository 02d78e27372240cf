//! Finding the quotations of a code again.

mod card;
mod export;
mod fill;
mod list;
mod model;
mod picker;
mod place;

use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::project::Project;
use emic_core::scope::Scope;
use yew::prelude::*;

use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::screens::codes::hue;
use crate::screens::kept;
use crate::store::{Same, use_painted, use_project, use_scope, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, ColourDot, EmptyState, IconName};
pub use card::CodeName;
use export::ExportMenu;
use list::{FoundList, Names};
use model::{Choice, counts, find};
use picker::ChoicePicker;

/// What is asked for.
#[derive(Properties, PartialEq)]
pub struct RetrieveScreenProps {
    /// The code whose quotations are wanted.
    pub code: Option<CodeId>,
}

/// What is kept of the screen while one is elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct View {
    /// Whether the quotations without a code are wanted when none is named in the address.
    without: bool,
    /// Whether codes are taken with those below them.
    subcodes: bool,
}

impl Default for View {
    fn default() -> View {
        View { without: false, subcodes: true }
    }
}

const SCREEN: &str = "retrieve";

/// The quotations of a code, across all documents.
#[component]
pub fn RetrieveScreen(props: &RetrieveScreenProps) -> Html {
    let project = use_project();
    html! {
        <section class="retrieve">
            if let Some(project) = project {
                <Retrieve key="retrieve" {project} code={props.code} />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct RetrieveProps {
    project: Same<Project>,
    code: Option<CodeId>,
}

#[component]
fn Retrieve(props: &RetrieveProps) -> Html {
    let project = &props.project;
    let id = project.id;
    let view = use_state_eq(|| kept::recall::<View>(id, SCREEN));
    let open = use_state_eq(|| false);
    use_effect_with(*view, move |view| kept::keep(id, SCREEN, *view));
    let choice = match props.code {
        Some(code) => Choice::Code(code),
        None if view.without => Choice::Without,
        None => Choice::All,
    };
    let subcodes = view.subcodes;
    // The quotations come first; what else there is to choose is counted and shown when they are on the page.
    let painted = use_painted(());
    let scope = use_scope();
    let numbers =
        use_memo((project.clone(), subcodes, scope.clone(), painted), |(project, subcodes, scope, painted)| {
            if *painted { counts(project, *subcodes, scope) } else { Default::default() }
        });
    let found = use_memo((project.clone(), choice, subcodes, scope.clone()), |(project, choice, subcodes, scope)| {
        Same::from(find(project, *choice, *subcodes, scope))
    });
    let names = use_memo(project.clone(), |project| Names::of(project));
    let on_choice = {
        let (view, open) = (view.clone(), open.clone());
        Callback::from(move |choice: Choice| {
            open.set(false);
            let code = match choice {
                Choice::Code(code) => Some(code),
                Choice::All | Choice::Without => {
                    view.set(View { without: choice == Choice::Without, ..*view });
                    None
                }
            };
            Route::Project(id, Place::Retrieve(code)).go();
        })
    };
    let on_subcodes = {
        let view = view.clone();
        Callback::from(move |subcodes: bool| view.set(View { subcodes, ..*view }))
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let documents = found.iter().map(|(document, _)| document.id).collect::<std::collections::BTreeSet<_>>().len();
    let question = AttrValue::from(format!("{choice:?} {subcodes}"));
    html! {
        <div class="retrieve__frame">
            <div class={classes!("retrieve__side", open.then_some("retrieve__side--open"))}>
                <div class="retrieve__narrow">
                    <Button
                        label={tr!("retrieve-choose")}
                        icon={IconName::Code}
                        end_icon={IconName::ChevronDown}
                        expanded={*open}
                        onclick={toggle}
                    />
                </div>
                <div class="retrieve__choices">
                    if painted {
                        <ChoicePicker
                            project={project.clone()}
                            {choice}
                            {subcodes}
                            counts={Rc::clone(&numbers)}
                            {on_choice}
                            on_subcodes={on_subcodes.clone()}
                        />
                    }
                </div>
            </div>
            <div class="retrieve__main">
                <header class="retrieve__head">
                    { title(project, choice) }
                    if !found.is_empty() {
                        <div class="retrieve__facts">
                            <p class="soft small" role="status">{ tr!("retrieve-count", n = found.len(), documents = documents) }</p>
                            <ExportMenu {choice} {subcodes} title={name_of(project, choice)} />
                        </div>
                    }
                </header>
                if found.is_empty() {
                    <Nothing project={project.clone()} {choice} {subcodes} {on_subcodes} />
                } else {
                    <FoundList project={id} {question} found={(*found).clone()} {names} />
                }
            </div>
        </div>
    }
}

/// What the quotations on show are called.
fn name_of(project: &Project, choice: Choice) -> AttrValue {
    match choice {
        Choice::All => tr!("retrieve-all"),
        Choice::Without => tr!("retrieve-without"),
        Choice::Code(id) => match project.codes.get(&id) {
            Some(code) => code.name.clone().into(),
            None => tr!("retrieve-code-gone"),
        },
    }
}

fn title(project: &Project, choice: Choice) -> Html {
    let code = match choice {
        Choice::All => return html! { <h1>{ tr!("retrieve-all") }</h1> },
        Choice::Without => return html! { <h1>{ tr!("retrieve-without") }</h1> },
        Choice::Code(id) => project.codes.get(&id),
    };
    let Some(code) = code else { return html! { <h1>{ tr!("retrieve-code-gone") }</h1> } };
    let path = project.code_path(code.id);
    let above =
        path.iter().take(path.len().saturating_sub(1)).map(|name| (*name).to_owned()).collect::<Vec<_>>().join(" / ");
    html! {
        <>
            if !above.is_empty() {
                <p class="soft small retrieve__path"><bdi>{ above }</bdi></p>
            }
            <h1 class="retrieve__title">
                <ColourDot hue={hue(code.colour)} />
                <bdi>{ code.name.clone() }</bdi>
            </h1>
            if !code.definition.trim().is_empty() {
                <p class="retrieve__definition" dir="auto">{ code.definition.clone() }</p>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct NothingProps {
    project: Same<Project>,
    choice: Choice,
    subcodes: bool,
    on_subcodes: Callback<bool>,
}

/// Why nothing is listed, and what to do about it.
#[component]
fn Nothing(props: &NothingProps) -> Html {
    let (project, choice) = (&props.project, props.choice);
    let (store, scope, writable) = (use_store(), use_scope(), use_writable());
    let below = |id| project.codes.values().any(|code| code.parent == Some(id));
    // What can be done about it, if reading and coding is not it.
    let mut other = None;
    let (title, text) = match choice {
        _ if project.quotation_count() == 0 => {
            let text = if writable { tr!("retrieve-empty-text") } else { tr!("empty-read-only") };
            (tr!("retrieve-empty-title"), text)
        }
        Choice::Code(id) if !project.codes.contains(&id) => {
            let undo = if writable { tr!("retrieve-code-gone-undo") } else { AttrValue::default() };
            (tr!("retrieve-code-gone"), format!("{} {undo}", tr!("retrieve-code-gone-text")).into())
        }
        _ if !scope.is_everything() => {
            let everything = Callback::from(move |_: MouseEvent| store.set_scope(Scope::everything()));
            other = Some((tr!("scope-clear"), everything));
            (tr!("retrieve-empty-scoped"), tr!("retrieve-empty-scoped-text"))
        }
        Choice::Without => (tr!("retrieve-empty-without"), tr!("retrieve-empty-without-text")),
        Choice::Code(id) if !props.subcodes && below(id) => {
            other = Some((tr!("retrieve-subcodes"), props.on_subcodes.reform(|_: MouseEvent| true)));
            (tr!("retrieve-empty-code"), tr!("retrieve-empty-below-text"))
        }
        Choice::Code(_) | Choice::All => {
            let text = if writable { tr!("retrieve-empty-code-text") } else { tr!("empty-read-only") };
            (tr!("retrieve-empty-code"), text)
        }
    };
    let go = {
        let project = project.id;
        Callback::from(move |_: MouseEvent| Route::Project(project, Place::Read(None, None)).go())
    };
    html! {
        <EmptyState icon={IconName::Quote} {title} {text}>
            if let Some((label, onclick)) = other {
                <Button {label} variant={ButtonVariant::Primary} {onclick} />
            } else {
                <Button label={tr!("nav-read")} variant={ButtonVariant::Primary} onclick={go} />
            }
        </EmptyState>
    }
}
