//! A quotation on a theme's list: as it is printed, with who is said to speak, and what is to be known of it.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::ThemeId;
use emic_core::paper::check;
use emic_core::project::{Consent, Project, Quotation, QuotationAt};
use yew::prelude::*;

use super::page::move_edit;
use super::print::PrintDialog;
use super::words::printed;
use crate::i18n::tr;
use crate::route::{CasesPart, Place, Route};
use crate::screens::act::{act, act_with_undo};
use crate::screens::cases::words::Blocked;
use crate::store::{Same, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, Icon, IconButton, IconName, Toggle};

#[derive(Properties, PartialEq)]
pub(super) struct ChosenCardProps {
    pub project: Same<Project>,
    pub theme: ThemeId,
    pub quotation: Same<Quotation>,
    pub in_paper: bool,
    /// What may be done with its words.
    pub consent: Consent,
    /// Who is said to speak; empty if that is not said.
    pub attribution: String,
    /// What it would be put ahead of to move up, or down; none where it cannot.
    pub up: Option<Option<QuotationAt>>,
    pub down: Option<Option<QuotationAt>>,
}

/// A quotation on a theme's list.
#[component]
pub(super) fn ChosenCard(props: &ChosenCardProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let editing = use_state_eq(|| false);
    let ChosenCardProps { project, theme, quotation, .. } = props;
    let (theme, at) = (*theme, QuotationAt { document: quotation.document, quotation: quotation.id });
    let print = quotation.print.clone();
    let checked = use_memo((quotation.quote.exact.clone(), print.clone()), |(said, print)| {
        check(said, print.as_ref().map_or(said, |print| &print.words))
    });
    let unmarked = checked.unmarked().count();
    let stale = print.as_ref().is_some_and(|print| !print.fits(quotation));
    let move_to = |before: Option<Option<QuotationAt>>| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(before) = before {
                act(&store, vec![move_edit(theme, at, before)], &tr!("themes-chosen-moved"));
            }
        })
    };
    let on_use = {
        let store = store.clone();
        Callback::from(move |in_paper: bool| {
            let said = if in_paper { tr!("themes-used") } else { tr!("themes-not-used") };
            act(&store, vec![Edit::UseInPaper { theme, at, in_paper }], &said);
        })
    };
    let take_off = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            act_with_undo(&store, vec![Edit::UnchooseQuotation { theme, at }], tr!("themes-unchosen"));
        })
    };
    let (edit, close) = {
        let (open, shut) = (editing.setter(), editing.setter());
        (Callback::from(move |_: MouseEvent| open.set(true)), Callback::from(move |()| shut.set(false)))
    };
    let document = project.documents.get(&at.document);
    let title = document.map(|document| document.title.clone()).unwrap_or_default();
    let case = document.and_then(|document| emic_core::query::case_of(document, quotation.span().start));
    let case = case.and_then(|case| project.cases.get(&case).cloned());
    let there = Route::Project(project.id, Place::Read(Some(at.document), Some(at.quotation))).hash();
    html! {
        <article class={classes!("printed", props.in_paper.then_some("printed--used"))} aria-label={tr!("retrieve-card", document = &title)}>
            <blockquote class="printed__words serif" dir="auto">
                { printed(&checked) }
                if !props.attribution.is_empty() {
                    { " " }<bdi class="printed__attribution">{ props.attribution.clone() }</bdi>
                }
            </blockquote>
            <ul class="printed__notes">
                if !props.consent.may_be_quoted() {
                    <li><Blocked consent={props.consent} />{ " " }{ tr!("themes-blocked") }</li>
                }
                if stale {
                    <li class="printed__warn"><Icon name={IconName::Warning} />{ tr!("print-stale") }</li>
                }
                if unmarked > 0 {
                    <li class="printed__warn"><Icon name={IconName::Warning} />{ tr!("print-unmarked", n = unmarked) }</li>
                }
            </ul>
            <p class="printed__facts soft small">
                <a href={there}><bdi>{ title }</bdi></a>
                if let Some(case) = case {
                    { " · " }<a href={Route::Project(project.id, Place::Cases(CasesPart::Sheet(Some(case.id)))).hash()}><bdi>{ case.name.clone() }</bdi></a>
                }
                if print.is_some() {
                    { " · " }{ tr!("print-edited") }
                }
            </p>
            <div class="printed__acts row row--wrap">
                <Toggle label={tr!("themes-use")} checked={props.in_paper} disabled={!writable} on_change={on_use} />
                <Button label={tr!("print-edit")} icon={IconName::Pencil} small=true variant={ButtonVariant::Quiet} popup="dialog" disabled={!writable} onclick={edit} />
                <span class="push row">
                    <IconButton label={tr!("themes-up")} icon={IconName::ArrowUp} small=true disabled={!writable || props.up.is_none()} onclick={move_to(props.up)} />
                    <IconButton label={tr!("themes-down")} icon={IconName::ArrowDown} small=true disabled={!writable || props.down.is_none()} onclick={move_to(props.down)} />
                    <IconButton label={tr!("themes-unchoose")} icon={IconName::Close} small=true disabled={!writable} onclick={take_off} />
                </span>
            </div>
            if *editing {
                <PrintDialog quotation={Same(Rc::clone(&quotation.0))} attribution={props.attribution.clone()} on_close={close} />
            }
        </article>
    }
}
