//! The list of projects.

use std::rc::Rc;

use emic_core::ids::ProjectId;
use emic_core::time::Timestamp;
use emic_storage::Listed;
use yew::prelude::*;

use super::flow::Action;
use super::sample;
use crate::i18n::{relative, tr};
use crate::platform;
use crate::route::{Place, Route};
use crate::session::{Info, known};
use crate::widgets::{IconButton, IconName, Menu, MenuItem};

#[derive(Properties, PartialEq)]
pub(super) struct ProjectListProps {
    /// The projects, last changed first.
    pub projects: Rc<[Listed]>,
    /// Something is to be done with one of them.
    pub on_action: Callback<(Action, Info)>,
}

#[component]
pub(super) fn ProjectList(props: &ProjectListProps) -> Html {
    html! {
        <ul class="projects" aria-label={tr!("start-list")}>
            { for props.projects.iter().map(|listed| html! {
                <ProjectRow
                    key={listed.id.to_string()}
                    info={known(listed)}
                    damaged={listed.info.is_none()}
                    on_action={props.on_action.clone()}
                />
            }) }
        </ul>
    }
}

/// Where a project is opened.
pub(super) fn address(id: ProjectId) -> Route {
    Route::Project(id, Place::Read(None, None))
}

#[derive(Properties, PartialEq)]
struct ProjectRowProps {
    info: Info,
    /// Whether nothing but its identity is known.
    damaged: bool,
    on_action: Callback<(Action, Info)>,
}

#[component]
fn ProjectRow(props: &ProjectRowProps) -> Html {
    let info = &props.info;
    let act = |action: Action| {
        let (on_action, info) = (props.on_action.clone(), info.clone());
        Callback::from(move |()| on_action.emit((action, info.clone())))
    };
    let mut items = vec![
        MenuItem::new(tr!("rename"), act(Action::Rename)).icon(IconName::Pencil),
        MenuItem::new(tr!("duplicate"), act(Action::Duplicate)).icon(IconName::Duplicate),
        MenuItem::new(tr!("export-project"), act(Action::Export)).icon(IconName::Download),
    ];
    if info.id == sample::id() {
        items.push(MenuItem::new(tr!("sample-afresh-menu"), act(Action::Afresh)).icon(IconName::Undo));
    }
    items.push(MenuItem::new(tr!("delete"), act(Action::Delete)).icon(IconName::Trash).danger().parted());
    let items: Rc<[MenuItem]> = Rc::from(items);
    let export = act(Action::Export);
    let now = platform::now().0 as f64;
    html! {
        <li class="project">
            <div class="project__main">
                <a class="project__title" href={address(info.id).hash()} dir="auto">{ info.title.clone() }</a>
                <p class="project__facts">
                    if props.damaged {
                        <span>{ tr!("start-damaged") }</span>
                    } else {
                        <span>{ tr!("documents-count", n = info.documents) }</span>
                        <span>{ tr!("quotations-count", n = info.quotations) }</span>
                        <span>{ tr!("start-changed", when = relative(info.changed.0 as f64, now)) }</span>
                    }
                </p>
            </div>
            <p class={classes!("project__exported", is_due(info).then_some("project__exported--due"))}>
                { exported_words(info.exported, !is_exported(info)) }
            </p>
            <div class="project__actions">
                <IconButton
                    label={format!("{}: {}", tr!("export-project"), info.title)}
                    icon={IconName::Download}
                    onclick={export.reform(|_| ())}
                />
                <Menu label={tr!("more-actions-for", name = &info.title)} icon_only=true {items} />
            </div>
        </li>
    }
}

/// Whether a file holds it as it is.
pub(super) fn is_exported(info: &Info) -> bool {
    info.exported.is_some_and(|exported| exported >= info.changed)
}

/// Whether something would be lost with this browser.
fn is_due(info: &Info) -> bool {
    info.documents > 0 && !is_exported(info)
}

/// When the copy outside this browser was made; `stale` if something was changed since.
pub fn exported_words(exported: Option<Timestamp>, stale: bool) -> AttrValue {
    let Some(at) = exported else { return tr!("start-never-exported") };
    let when = relative(at.0 as f64, platform::now().0 as f64);
    if stale { tr!("start-exported-stale", when = when) } else { tr!("start-exported", when = when) }
}
