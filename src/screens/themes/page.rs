//! One theme: what it is, the codes under it, and its chosen quotations in their order.

use emic_core::consent::AllLimits;
use emic_core::edit::{Edit, ThemeField};
use emic_core::ids::ThemeId;
use emic_core::paper::Facts;
use emic_core::project::{Chosen, Consent, Project, QuotationAt, Theme};
use yew::prelude::*;

use super::chosen::ChosenCard;
use super::codes::ThemeCodes;
use super::pick::PickQuotations;
use super::sortable::{Item, Sortable};
use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::screens::act::{act, act_with_undo};
use crate::screens::quotation::{NoteField, shortened};
use crate::store::{Same, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, EmptyState, IconName, TextField};

/// How long the words of a quotation are in its name, in code points.
const NAMED: usize = 40;

#[derive(Properties, PartialEq)]
pub(super) struct ThemePageProps {
    pub project: Same<Project>,
    pub theme: Same<Theme>,
    /// The language of the paper.
    pub language: String,
}

/// One theme. The caller gives it the theme's id as its key.
#[component]
pub(super) fn ThemePage(props: &ThemePageProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let (project, theme) = (&props.project, &props.theme);
    let id = theme.id;
    let picking = use_state_eq(|| false);
    let known = use_memo(project.clone(), |project| (Facts::of(project), AllLimits::of(project)));
    let set = {
        let store = store.clone();
        move |field: ThemeField| {
            act(&store, vec![Edit::SetTheme { id, field }], &tr!("themes-kept"));
        }
    };
    let on_title = {
        let (set, old) = (set.clone(), theme.title.clone());
        Callback::from(move |title: String| {
            if title.trim() != old {
                set(ThemeField::Title(title));
            }
        })
    };
    let field = |(label, hint): (AttrValue, AttrValue), value: &str, field: fn(String) -> ThemeField, rows: u32| {
        let set = set.clone();
        let on_commit = Callback::from(move |words: String| set(field(words)));
        html! { <NoteField {label} placeholder={Some(hint)} value={value.to_owned()} {rows} {on_commit} /> }
    };
    let delete = {
        let (store, title, project) = (store.clone(), theme.title.clone(), project.id);
        Callback::from(move |_: MouseEvent| {
            if act_with_undo(&store, vec![Edit::DeleteTheme { id }], tr!("themes-deleted", theme = &title)) {
                Route::Project(project, Place::Themes(None)).go();
            }
        })
    };
    let (pick, close) = {
        let (open, shut) = (picking.setter(), picking.setter());
        (Callback::from(move |_: MouseEvent| open.set(true)), Callback::from(move |()| shut.set(false)))
    };
    let on_move = {
        let store = store.clone();
        Callback::from(move |(key, before): (AttrValue, Option<AttrValue>)| {
            let before = before.as_deref().and_then(place);
            if let Some(at) = place(&key) {
                act(&store, vec![Edit::MoveChosen { theme: id, at, before }], &tr!("themes-chosen-moved"));
            }
        })
    };
    let (facts, limits) = &*known;
    // What is withdrawn is hidden here as everywhere.
    let visible = shown(project, limits, theme);
    let (count, hidden) = (visible.len(), theme.chosen.len() - visible.len());
    let items = visible.iter().enumerate().filter_map(|(n, chosen)| {
        let quotation = project.quotation(chosen.at.document, chosen.at.quotation)?;
        let consent = limits.at(chosen.at.document, quotation.span());
        let attribution = super::words::attribution(project, facts, quotation, &props.language);
        // The neighbours that it is put ahead of by the buttons.
        let at = |n: Option<usize>| n.and_then(|n| visible.get(n)).map(|chosen| chosen.at);
        let up = (n > 0).then(|| at(n.checked_sub(1)));
        let down = (n + 1 < count).then(|| at(Some(n + 2)));
        let name = shortened(&quotation.quote.exact, NAMED);
        Some(Item {
            key: format!("{}/{}", chosen.at.document, chosen.at.quotation).into(),
            name: name.into(),
            body: html! {
                <ChosenCard
                    project={project.clone()}
                    theme={id}
                    quotation={Same(quotation.clone())}
                    in_paper={chosen.in_paper}
                    {consent}
                    {attribution}
                    {up}
                    {down}
                />
            },
        })
    });
    let items: Vec<Item> = items.collect();
    let back = Route::Project(project.id, Place::Themes(None)).hash();
    html! {
        <article class="theme" aria-label={theme.title.clone()}>
            <p class="theme__back"><a href={back}>{ tr!("themes-back") }</a></p>
            <div class="theme__head">
                if writable {
                    <TextField label={tr!("themes-name")} value={theme.title.clone()} on_commit={on_title} required=true class="grow" />
                    <Button label={tr!("themes-delete")} icon={IconName::Trash} variant={ButtonVariant::Quiet} onclick={delete} />
                } else {
                    <h2 dir="auto">{ theme.title.clone() }</h2>
                }
            </div>
            <div key="idea" class="theme__idea">
                { field((tr!("themes-idea"), tr!("themes-idea-hint")), &theme.idea, ThemeField::Idea, 2) }
                { field((tr!("themes-boundary"), tr!("themes-boundary-hint")), &theme.boundary, ThemeField::Boundary, 2) }
            </div>
            <div key="story">{ field((tr!("themes-story"), tr!("themes-story-hint")), &theme.story, ThemeField::Story, 4) }</div>
            <ThemeCodes key="codes" project={project.clone()} theme={theme.clone()} />
            <section key="chosen" class="theme__chosen" aria-labelledby="chosen-title">
                <div class="row row--wrap row--spread">
                    <h2 id="chosen-title">{ tr!("themes-chosen") }</h2>
                    if writable && count > 0 {
                        <Button label={tr!("themes-pick")} icon={IconName::Plus} popup="dialog" onclick={pick.clone()} />
                    }
                </div>
                if count == 0 {
                    <EmptyState icon={IconName::Quote} title={tr!("themes-none-chosen")} text={tr!("themes-none-chosen-text")} small=true>
                        if writable {
                            <Button label={tr!("themes-pick")} variant={ButtonVariant::Primary} icon={IconName::Plus} popup="dialog" onclick={pick} />
                        }
                    </EmptyState>
                } else {
                    <Sortable label={tr!("themes-chosen")} {items} {writable} {on_move} class="theme__list" />
                }
                if hidden > 0 {
                    <p class="soft small">{ tr!("themes-hidden", n = hidden) }</p>
                }
            </section>
            if *picking {
                <PickQuotations key="pick" project={project.clone()} theme={theme.clone()} on_close={close} />
            }
        </article>
    }
}

/// The chosen quotations that are not hidden because who said them has withdrawn.
pub(super) fn shown<'t>(project: &Project, limits: &AllLimits, theme: &'t Theme) -> Vec<&'t Chosen> {
    let visible = |chosen: &&Chosen| {
        let quotation = project.quotation(chosen.at.document, chosen.at.quotation);
        quotation.is_some_and(|quotation| limits.at(chosen.at.document, quotation.span()) != Consent::Withdrawn)
    };
    theme.chosen.iter().filter(visible).collect()
}

/// A quotation by its key in the list.
fn place(key: &str) -> Option<QuotationAt> {
    let (document, quotation) = key.split_once('/')?;
    Some(QuotationAt { document: document.parse().ok()?, quotation: quotation.parse().ok()? })
}

/// What puts a chosen quotation ahead of another one, or at the end.
pub(super) fn move_edit(theme: ThemeId, at: QuotationAt, before: Option<QuotationAt>) -> Edit {
    Edit::MoveChosen { theme, at, before }
}
