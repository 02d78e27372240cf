//! One case: what may be done with its words, who referred it, and what belongs to it.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::project::{Case, Consent, Project};
use emic_core::query::by_case;
use emic_core::recruitment::leads_to;
use yew::prelude::*;

use super::Ask;
use super::belongs::Belongs;
use super::words::consent_name;
use crate::i18n::tr;
use crate::route::{CasesPart, Place, Route};
use crate::screens::act::{act, act_with_undo};
use crate::store::{Same, use_store, use_writable};
use crate::widgets::{Banner, Button, ButtonVariant, IconName, Select, SelectOption, Tone};

#[derive(Properties, PartialEq)]
pub(super) struct DetailsProps {
    pub project: Same<Project>,
    pub case: Same<Case>,
    pub on_ask: Callback<Ask>,
}

/// The details of a case.
#[component]
pub(super) fn Details(props: &DetailsProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let (project, case) = (&props.project, &props.case);
    let of = use_memo((project.clone(), case.id), |(project, id)| by_case(project).remove(id).unwrap_or_default());
    let id = case.id;
    let on_consent = {
        let (store, on_ask, now) = (store.clone(), props.on_ask.clone(), case.consent);
        Callback::from(move |key: String| {
            let consent = Consent::from(key);
            if consent == Consent::Withdrawn {
                on_ask.emit(Ask::Withdraw(id));
            } else if consent != now {
                act(&store, vec![Edit::SetConsent { id, consent }], &tr!("consent-set"));
            }
        })
    };
    let on_referrer = {
        let store = store.clone();
        Callback::from(move |key: String| {
            act(&store, vec![Edit::SetReferrer { id, referrer: key.parse().ok() }], &tr!("referrer-set"));
        })
    };
    let asks = |what: Ask| props.on_ask.reform(move |_: MouseEvent| what.clone());
    let consents = Consent::ALL.iter().map(|consent| SelectOption::new(consent.key(), consent_name(*consent)));
    let none = std::iter::once(SelectOption::new("", tr!("referrer-none")));
    let others = project.cases_in_order().into_iter().filter(|other| !leads_to(project, id, other.id));
    let referrers = none.chain(others.map(|other| SelectOption::new(other.id.to_string(), other.name.clone())));
    let withdrawn = case.consent == Consent::Withdrawn;
    let back = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            // What was said before is not remembered, and too much is worse than too little.
            let edit = Edit::SetConsent { id, consent: Consent::OffRecord };
            act_with_undo(&store, vec![edit], tr!("withdrawn-back-done"));
        })
    };
    html! {
        <section class="case" aria-labelledby="case-title">
            <div key="head" class="case__head">
                <h2 id="case-title"><bdi>{ case.name.clone() }</bdi></h2>
                if writable {
                    <Button label={tr!("cases-rename", case = &case.name)} icon={IconName::Pencil} small=true onclick={asks(Ask::Rename(case.clone()))} />
                    <Button label={tr!("cases-delete", case = &case.name)} icon={IconName::Trash} small=true onclick={asks(Ask::Delete(case.clone()))} />
                }
                <a class="btn btn--quiet btn--small" href={Route::Project(project.id, Place::Cases(CasesPart::Sheet(None))).hash()}>{ tr!("close") }</a>
            </div>
            if withdrawn {
                <Banner
                    key="withdrawn"
                    tone={Tone::Warning}
                    actions={html! {
                        if writable {
                            <Button label={tr!("withdrawn-back")} small=true onclick={back} />
                            <Button label={tr!("withdrawn-remove")} small=true variant={ButtonVariant::Danger} onclick={asks(Ask::Remove(id))} />
                        }
                    }}
                >
                    { tr!("withdrawn-text", case = &case.name) }
                </Banner>
            } else {
                <div key="fields" class="case__fields">
                    <Select
                        label={tr!("column-consent")}
                        hint={tr!("consent-hint")}
                        value={case.consent.key()}
                        options={consents.collect::<Vec<_>>()}
                        disabled={!writable}
                        on_change={on_consent}
                    />
                    <Select
                        label={tr!("column-referrer")}
                        value={case.referrer.map(|id| id.to_string()).unwrap_or_default()}
                        options={referrers.collect::<Vec<_>>()}
                        disabled={!writable}
                        on_change={on_referrer}
                    />
                </div>
            }
            <Belongs key="belongs" project={project.clone()} case={id} of={Same(Rc::clone(&of))} />
        </section>
    }
}
