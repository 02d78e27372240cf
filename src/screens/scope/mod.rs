//! The part of the project that lists, counts, searches and exports are about: chosen in one place, and in sight
//! wherever it narrows.

mod dialog;

use emic_core::columns::Columns;
use emic_core::project::Project;
use emic_core::scope::{Scope, ScopePart};
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::cases::words::column_name;
use crate::store::{use_project, use_scope, use_store};
use crate::widgets::{Button, Icon, IconName};
pub use dialog::ScopeDialog;

/// How many names of a part are told before the rest is only counted.
const NAMED: usize = 2;

/// The way to choose a scope, beside the ways to the screens.
#[component]
pub fn ScopeChoice() -> Html {
    let scope = use_scope();
    let open = use_state_eq(|| false);
    let set = |to: bool| {
        let open = open.setter();
        move || open.set(to)
    };
    let (show, close) = (set(true), set(false));
    let label = if scope.is_everything() { tr!("scope-everything") } else { tr!("scope-part") };
    html! {
        <div class={classes!("scope-choice", (!scope.is_everything()).then_some("scope-choice--narrow"))}>
            <Button
                label={label}
                icon={IconName::Filter}
                small=true
                onclick={Callback::from(move |_: MouseEvent| show())}
            />
            if *open {
                <ScopeDialog on_close={Callback::from(move |()| close())} />
            }
        </div>
    }
}

/// What narrows what is listed, on every screen; empty while nothing does.
#[component]
pub fn ScopeBar() -> Html {
    let store = use_store();
    let (scope, project) = (use_scope(), use_project());
    let parts = project.filter(|_| !scope.is_everything()).map(|project| {
        let parts = scope.parts(&project).into_iter();
        parts.map(|part| (words(&part, &project), part)).collect::<Vec<_>>()
    });
    let parts = parts.unwrap_or_default();
    let clear = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.set_scope(Scope::everything()))
    };
    html! {
        <div class="scope-bar" role="status">
            if !scope.is_everything() {
                <Icon name={IconName::Filter} />
                <span class="scope-bar__label">{ tr!("scope-only") }</span>
                <ul class="scope-bar__parts">
                    { for parts.into_iter().enumerate().map(|(n, (words, part))| {
                        let (store, scope) = (store.clone(), scope.clone());
                        let less = scope.without(&part);
                        let onclick = Callback::from(move |_: MouseEvent| store.set_scope(less.clone()));
                        html! {
                            <li key={n} class="scope-bar__part">
                                <bdi>{ words.clone() }</bdi>
                                <button type="button" class="scope-bar__remove" aria-label={tr!("scope-remove", what = words)} {onclick}>
                                    <Icon name={IconName::Close} />
                                </button>
                            </li>
                        }
                    }) }
                </ul>
                <Button label={tr!("scope-clear")} small=true onclick={clear} />
            }
        </div>
    }
}

/// A part in words: its first names, and how many more.
fn words(part: &ScopePart, project: &Project) -> AttrValue {
    let (key, names) = match part {
        ScopePart::Documents(names) => ("scope-documents", names),
        ScopePart::Folders(names) => ("scope-folders", names),
        ScopePart::Codes(names) => ("scope-codes", names),
        ScopePart::Coders(names) => ("scope-coders", names),
        ScopePart::Speakers(names) => ("scope-speakers", names),
        ScopePart::WithoutInterviewers => return tr!("scope-without-asked"),
        ScopePart::Cases(names) => ("scope-cases", names),
        ScopePart::Values(_, names) => ("scope-values", names),
    };
    let empty = |name: &String| if name.is_empty() { tr!("sheet-no-value").to_string() } else { name.clone() };
    let named = names.iter().take(NAMED).map(empty).collect::<Vec<_>>().join(&tr!("list-separator"));
    let more = names.len().saturating_sub(NAMED);
    let list = if more > 0 { tr!("scope-and-more", names = named, n = more) } else { named.into() };
    match part {
        ScopePart::Values(column, _) => {
            let name = column_name(&Columns::of(project), *column);
            tr!(key, column = name.as_str(), names = list)
        }
        _ => tr!(key, names = list),
    }
}
