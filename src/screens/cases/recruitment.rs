//! Who referred whom: each chain as a tree from its seed on, wave by wave, and how the chains compare.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::CaseId;
use emic_core::project::{Consent, Project};
use emic_core::recruitment::{Chains, Node};
use yew::prelude::*;

use super::words::consent_name;
use crate::i18n::{format_number, tr};
use crate::route::{CasesPart, Place, Route};
use crate::screens::act::act;
use crate::screens::growing::use_growing;
use crate::store::{Same, use_scope, use_settled_project, use_store, use_writable};
use crate::widgets::{EmptyState, IconName, Select, SelectOption};

/// The chains.
#[component]
pub(super) fn Recruitment() -> Html {
    let (project, scope) = (use_settled_project(), use_scope());
    let Some(project) = project else { return html! { <div></div> } };
    let within = scope.within(&project);
    let all = Chains::of(&project);
    // They are counted among all chains, as what is said of participants elsewhere calls them.
    let numbered = all.chains.into_iter().zip(1usize..);
    let chains: Vec<(Node, usize)> =
        numbered.filter(|(node, _)| node.count(&|id| within.contains_case(id)) > 0).collect();
    let alone: Vec<CaseId> = all.alone.into_iter().filter(|id| within.contains_case(*id)).collect();
    let most = chains.iter().map(|(chain, _)| chain.size()).max().unwrap_or(1);
    if project.cases.is_empty() {
        return html! { <EmptyState icon={IconName::User} title={tr!("cases-none")} text={tr!("cases-none-text")} /> };
    }
    let waves = chains.iter().map(|(chain, _)| chain.waves()).max().unwrap_or_default();
    html! {
        <div class="recruitment">
            if chains.is_empty() {
                <EmptyState key="none" small=true icon={IconName::User} title={tr!("recruitment-none")} text={tr!("recruitment-none-text")} />
            } else {
                <div key="compare" class="table1__scroll" tabindex="0" role="region" aria-label={tr!("recruitment-compare")}>
                    <table class="table1__table recruitment__table">
                        <caption>{ tr!("recruitment-compare") }</caption>
                        <thead>
                            <tr>
                                <th scope="col">{ tr!("recruitment-seed") }</th>
                                <th scope="col" class="num">{ tr!("recruitment-size") }</th>
                                { for (0..=waves).map(|wave| html! {
                                    <th key={wave} scope="col" class="num">{ wave_name(wave) }</th>
                                }) }
                                <th scope="col"><span class="visually-hidden">{ tr!("recruitment-share") }</span></th>
                            </tr>
                        </thead>
                        <tbody>
                            { for chains.iter().map(|(chain, n)| {
                                let by_wave = chain.by_wave();
                                let withdrawn = chain.count(&|id| is_withdrawn(&project, id));
                                let width = format!("{:.1}%", chain.size() as f64 / most as f64 * 100.0);
                                html! {
                                    <tr key={chain.case.to_string()}>
                                        <th scope="row">{ seed_name(&project, chain.case, *n) }</th>
                                        <td class="num">
                                            { format_number(chain.size() as f64) }
                                            if withdrawn > 0 {
                                                { " " }<span class="soft small">{ tr!("recruitment-withdrawn", n = withdrawn) }</span>
                                            }
                                        </td>
                                        { for (0..=waves).map(|wave| html! {
                                            <td key={wave} class="num">
                                                { by_wave.get(wave as usize).map_or("–".to_owned(), |n| format_number(*n as f64)) }
                                            </td>
                                        }) }
                                        <td class="recruitment__bar">
                                            <svg aria-hidden="true" width="100%" height="12"><rect {width} height="12" rx="2" /></svg>
                                        </td>
                                    </tr>
                                }
                            }) }
                        </tbody>
                    </table>
                </div>
                { for chains.iter().map(|(chain, n)| html! {
                    <section key={chain.case.to_string()} class="recruitment__chain" aria-labelledby={format!("chain-{n}")}>
                        <h2 id={format!("chain-{n}")}>
                            { tr!("recruitment-chain", n = format_number(*n as f64), seed = heading_name(&project, chain.case), size = chain.size()) }
                        </h2>
                        <ul class="chain">{ node_html(&project, chain) }</ul>
                    </section>
                }) }
            }
            <Alone key="alone" project={project.clone()} alone={alone} />
        </div>
    }
}

fn is_withdrawn(project: &Project, id: CaseId) -> bool {
    project.cases.get(&id).is_some_and(|case| case.consent == Consent::Withdrawn)
}

/// The seed of the nth chain, by its name only if it has not withdrawn.
fn seed_name(project: &Project, seed: CaseId, n: usize) -> Html {
    if is_withdrawn(project, seed) {
        return html! { <>{ format!("#{n} ") }<span class="chain__wave">{ consent_name(Consent::Withdrawn) }</span></> };
    }
    html! { <bdi>{ name_of(project, seed) }</bdi> }
}

/// The same where the chain's number stands beside it.
fn heading_name(project: &Project, seed: CaseId) -> String {
    match is_withdrawn(project, seed) {
        true => consent_name(Consent::Withdrawn).to_string(),
        false => name_of(project, seed),
    }
}

fn name_of(project: &Project, id: CaseId) -> String {
    project.cases.get(&id).map(|case| case.name.clone()).unwrap_or_default()
}

fn wave_name(wave: u32) -> AttrValue {
    match wave {
        0 => tr!("recruitment-wave-seed"),
        wave => tr!("recruitment-wave", n = format_number(f64::from(wave))),
    }
}

fn node_html(project: &Project, node: &Node) -> Html {
    let withdrawn = is_withdrawn(project, node.case);
    let href = Route::Project(project.id, Place::Cases(CasesPart::Sheet(Some(node.case)))).hash();
    html! {
        <li key={node.case.to_string()} class="chain__node">
            <a class={classes!("chain__case", withdrawn.then_some("chain__case--withdrawn"))} {href}>
                <bdi>{ name_of(project, node.case) }</bdi>
                <span class="chain__wave">{ wave_name(node.wave) }</span>
                if withdrawn {
                    <span class="chain__wave">{ consent_name(Consent::Withdrawn) }</span>
                }
            </a>
            if !node.led.is_empty() {
                <ul>{ for node.led.iter().map(|node| node_html(project, node)) }</ul>
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct AloneProps {
    project: Same<Project>,
    alone: Vec<CaseId>,
}

/// Those in no chain, each with who may have referred them.
#[component]
fn Alone(props: &AloneProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let project = &props.project;
    let shown = use_growing(props.alone.len(), 24, 40);
    let options: Rc<[SelectOption]> = {
        let none = SelectOption::new("", tr!("referrer-none"));
        let cases = project.cases_in_order().into_iter();
        std::iter::once(none)
            .chain(cases.map(|case| SelectOption::new(case.id.to_string(), case.name.clone())))
            .collect()
    };
    html! {
        <section class="recruitment__alone" hidden={props.alone.is_empty()} aria-labelledby="alone-title">
            <h2 id="alone-title">{ tr!("recruitment-alone") }</h2>
            <ul class="recruitment__list">
                { for props.alone.iter().take(shown).map(|id| {
                    let id = *id;
                    let name = name_of(project, id);
                    let store = store.clone();
                    let on_change = Callback::from(move |key: String| {
                        let edit = Edit::SetReferrer { id, referrer: key.parse().ok() };
                        act(&store, vec![edit], &tr!("referrer-set"));
                    });
                    let own = id.to_string();
                    let options: Vec<_> = options.iter().filter(|option| option.value != own.as_str()).cloned().collect();
                    html! {
                        <li key={own.clone()} class="cases__speaker">
                            <a class="cases__who" href={Route::Project(project.id, Place::Cases(CasesPart::Sheet(Some(id)))).hash()}><bdi>{ name.clone() }</bdi></a>
                            <Select label={tr!("recruitment-referrer-of", case = &name)} hide_label=true value="" {options} disabled={!writable} {on_change} />
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
