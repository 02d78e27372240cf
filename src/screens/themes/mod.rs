//! Themes: what the material comes to, and the quotations that a paper prints of it.

mod attribution;
mod check;
mod choose;
mod chosen;
mod codes;
mod export;
mod page;
mod pick;
mod print;
mod sortable;
mod words;

use emic_core::consent::AllLimits;
use emic_core::edit::Edit;
use emic_core::ids::{ProjectId, ThemeId};
use emic_core::project::{Project, QuotationAt};
use yew::prelude::*;

use crate::i18n::{self, format_number, tr};
use crate::platform;
use crate::route::{Place, Route};
use crate::screens::act::act;
use crate::screens::kept;
use crate::store::{Same, use_project, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, Dialog, EmptyState, IconName, TextField};
use attribution::AttributionDialog;
use check::CheckPanel;
use export::ExportDialog;
use page::{ThemePage, shown};
use sortable::{Item, Sortable};

pub use choose::ChooseForTheme;

/// How the themes were left.
#[derive(Clone, PartialEq, Default)]
struct View {
    /// The language of the paper; that of the interface if none was chosen.
    language: Option<String>,
}

/// The language of the paper that is written: the one that was chosen, else the interface's, unless only another one has
/// a template.
fn paper_language(project: &Project) -> String {
    let chosen = kept::recall::<View>(project.id, "themes").language;
    let own = i18n::current().tag();
    let templates = &project.meta.attributions;
    chosen.unwrap_or_else(|| match templates.keys().next() {
        Some(other) if !templates.contains_key(own) => other.clone(),
        _ => own.to_owned(),
    })
}

/// What is asked over the page.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    New,
    Attribution,
    Export,
}

/// What the themes' screen shows.
#[derive(Properties, PartialEq)]
pub struct ThemesScreenProps {
    /// The project.
    pub project: ProjectId,
    /// The theme that is open.
    pub theme: Option<ThemeId>,
}

/// The themes.
#[component]
pub fn ThemesScreen(props: &ThemesScreenProps) -> Html {
    let (store, writable, id) = (use_store(), use_writable(), props.project);
    let asked = use_state_eq(|| None::<Asked>);
    let project = use_project();
    let limits = use_memo(project.clone(), |project| project.as_ref().map(|project| AllLimits::of(project)));
    let Some((project, limits)) = project.zip((*limits).clone()) else {
        return html! { <section class="page"></section> };
    };
    let ask = |what: Asked| {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(Some(what)))
    };
    let close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let open = props.theme.and_then(|id| project.themes.get(&id).cloned());
    let empty = project.themes.is_empty();
    let on_move = Callback::from(move |(key, before): (AttrValue, Option<AttrValue>)| {
        let Ok(id) = key.parse() else { return };
        let before = before.and_then(|before| before.parse().ok());
        act(&store, vec![Edit::MoveTheme { id, before }], &tr!("themes-moved"));
    });
    let items: Vec<Item> = project
        .themes_in_order()
        .into_iter()
        .map(|theme| {
            let current = (props.theme == Some(theme.id)).then_some("true");
            let chosen = shown(&project, &limits, theme);
            // Only what an export writes: what may not be quoted stays out of the paper whatever its mark.
            let may_be_quoted = |at: &QuotationAt| {
                let quotation = project.quotation(at.document, at.quotation);
                quotation.is_some_and(|quotation| limits.at(at.document, quotation.span()).may_be_quoted())
            };
            let used = chosen.iter().filter(|chosen| chosen.in_paper && may_be_quoted(&chosen.at)).count();
            Item {
                key: theme.id.to_string().into(),
                name: theme.title.clone().into(),
                body: html! {
                    <a class="themes__link" href={Route::Project(id, Place::Themes(Some(theme.id))).hash()} aria-current={current}>
                        <bdi class="themes__title">{ theme.title.clone() }</bdi>
                        <span class="soft small">
                            { tr!("themes-holds", codes = theme.codes.len(), chosen = chosen.len(), used = format_number(used as f64)) }
                        </span>
                    </a>
                },
            }
        })
        .collect();
    let language = paper_language(&project);
    html! {
        <section class={classes!("page", "themes", open.is_some().then_some("themes--open"))} aria-labelledby="themes-title">
            <div class="page__head">
                <h1 id="themes-title">{ tr!("themes") }</h1>
                <div class="row row--wrap">
                    if writable && !empty {
                        <Button label={tr!("themes-new")} variant={ButtonVariant::Primary} icon={IconName::Plus} popup="dialog" onclick={ask(Asked::New)} />
                    }
                    if !empty {
                        <Button label={tr!("attribution")} icon={IconName::Quote} popup="dialog" onclick={ask(Asked::Attribution)} />
                        <Button label={tr!("paper-export")} icon={IconName::Download} popup="dialog" onclick={ask(Asked::Export)} />
                    }
                </div>
            </div>
            if empty {
                <EmptyState icon={IconName::Quote} title={tr!("themes-none")} text={tr!("themes-none-text")}>
                    if writable {
                        <Button label={tr!("themes-first")} variant={ButtonVariant::Primary} icon={IconName::Plus} popup="dialog" onclick={ask(Asked::New)} />
                    }
                </EmptyState>
            } else {
                <div class="themes__all">
                    <nav key="side" class="themes__side" aria-label={tr!("themes")}>
                        <Sortable label={tr!("themes")} {items} {writable} {on_move} />
                    </nav>
                    if let Some(theme) = &open {
                        <ThemePage key={theme.id.to_string()} project={project.clone()} theme={Same(theme.clone())} language={language.clone()} />
                    } else {
                        <div key="none" class="themes__nothing">
                            <p class="soft">{ if props.theme.is_some() { tr!("themes-missing") } else { tr!("themes-choose") } }</p>
                        </div>
                    }
                    <CheckPanel key="check" project={project.clone()} theme={open.as_ref().map(|theme| theme.id)} language={language.clone()} />
                </div>
            }
            {
                match *asked {
                    Some(Asked::New) => html! { <NewTheme key="new" project={id} on_close={close} /> },
                    Some(Asked::Attribution) => html! { <AttributionDialog key="attribution" project={project.clone()} {language} on_close={close} /> },
                    Some(Asked::Export) => html! { <ExportDialog key="export" project={project.clone()} theme={open.as_ref().map(|theme| theme.id)} {language} on_close={close} /> },
                    None => html! { <span key="nothing" hidden=true></span> },
                }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct NewThemeProps {
    project: ProjectId,
    on_close: Callback<()>,
}

/// Asks what a new theme is called, and goes there.
#[component]
fn NewTheme(props: &NewThemeProps) -> Html {
    let store = use_store();
    let title = use_state_eq(String::new);
    let on_input = {
        let title = title.setter();
        Callback::from(move |typed: String| title.set(typed))
    };
    let on_submit = {
        let (title, close, project) = ((*title).clone(), props.on_close.clone(), props.project);
        Callback::from(move |()| {
            let id = ThemeId::from_random(platform::random());
            let edit = Edit::AddTheme { id, title: title.clone(), before: None };
            if act(&store, vec![edit], &tr!("themes-added")) {
                close.emit(());
                Route::Project(project, Place::Themes(Some(id))).go();
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("create")} variant={ButtonVariant::Primary} submit=true disabled={title.trim().is_empty()} />
        </>
    };
    html! {
        <Dialog open=true title={tr!("themes-new")} on_close={props.on_close.clone()} on_submit={Some(on_submit)} {actions}>
            <TextField label={tr!("themes-name")} value="" on_input={Some(on_input)} hint={Some(tr!("themes-name-hint"))} autofocus=true />
        </Dialog>
    }
}
