//! How often each participant is quoted, and whether what is printed points at anyone.

use std::collections::BTreeSet;

use emic_core::columns::{Column, Columns};
use emic_core::ids::{CaseId, ThemeId};
use emic_core::paper::{
    Count, FEW, Field, Fields, Identified, Template, Which, counts, identify, listed, most_telling,
};
use emic_core::project::Project;
use yew::prelude::*;

use super::words::{remedy_words, values};
use crate::i18n::{format_number, tr};
use crate::route::{CasesPart, Place, Route};
use crate::screens::cases::words::column_name;
use crate::store::Same;
use crate::widgets::{Badge, Icon, IconName, Toggle};

#[derive(Properties, PartialEq)]
pub(super) struct CheckPanelProps {
    pub project: Same<Project>,
    /// The theme that is open.
    pub theme: Option<ThemeId>,
    /// The language of the paper.
    pub language: String,
}

/// Both checks, beside the themes.
#[component]
pub(super) fn CheckPanel(props: &CheckPanelProps) -> Html {
    let CheckPanelProps { project, theme, language } = props;
    let all = use_state_eq(|| true);
    let which = theme.filter(|_| !*all);
    let counts = use_memo((project.clone(), which), |(project, theme)| {
        counts(project, &listed(project, Which { theme: *theme, in_paper: false }).0)
    });
    let said = use_memo((project.clone(), language.clone()), |(project, language)| {
        let template = project.meta.attributions.get(language).map(|template| Template::new(template));
        let fields = Fields::of(project);
        template.map(|template| (fields.columns(&template), fields.unchecked(&template))).unwrap_or_default()
    });
    let (columns, unchecked) = (*said).clone();
    let on_all = {
        let all = all.setter();
        Callback::from(move |on: bool| all.set(on))
    };
    html! {
        <aside class="papercheck" aria-label={tr!("paper-check")}>
            <section key="counts" aria-labelledby="counts-title">
                <h2 id="counts-title">{ tr!("counts-title") }</h2>
                if theme.is_some() {
                    <Toggle label={tr!("counts-all")} checked={*all} on_change={on_all} />
                }
                if counts.is_empty() {
                    <p class="soft small">{ tr!("counts-none") }</p>
                } else {
                    { bars(project, &counts) }
                }
            </section>
            <section key="identify" aria-labelledby="identify-title">
                <h2 id="identify-title">{ tr!("identify-title") }</h2>
                <Identify project={project.clone()} theme={None::<ThemeId>} {columns} {unchecked} />
            </section>
        </aside>
    }
}

/// A bar for each participant.
fn bars(project: &Project, counts: &[Count]) -> Html {
    let most = counts.iter().map(|count| count.printed).max().unwrap_or_default().max(1);
    let row = |count: &Count| {
        let case = count.case.and_then(|id| project.cases.get(&id));
        let share = (count.printed * 100 / most).to_string();
        html! {
            <li key={count.case.map(|id| id.to_string()).unwrap_or_default()} class={classes!("counts__row", count.too_often.then_some("counts__row--often"))}>
                <span class="counts__name">
                    if let Some(case) = case {
                        <a href={Route::Project(project.id, Place::Cases(CasesPart::Sheet(Some(case.id)))).hash()}><bdi>{ case.name.clone() }</bdi></a>
                    } else {
                        <span class="soft">{ tr!("counts-nobody") }</span>
                    }
                    if count.too_often {
                        { " " }<Badge text={tr!("counts-often")} />
                    }
                </span>
                <span class="num">{ tr!("counts-n", n = count.printed, spare = count.spare) }</span>
                <svg class="counts__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect width={share} height="6" />
                </svg>
            </li>
        }
    };
    html! { <ul class="counts">{ for counts.iter().map(row) }</ul> }
}

#[derive(Properties, PartialEq)]
pub(super) struct IdentifyProps {
    pub project: Same<Project>,
    /// Only of one theme.
    pub theme: Option<ThemeId>,
    /// What is printed of participants.
    pub columns: Vec<Column>,
    /// What is printed besides, and may name a person whatever others share.
    pub unchecked: Vec<Field>,
    /// Whether all that is chosen is printed, and not only what is marked for the paper.
    #[prop_or_default]
    pub all: bool,
}

/// How many participants share what is printed, of those whom it fits few of.
#[component]
pub(super) fn Identify(props: &IdentifyProps) -> Html {
    let IdentifyProps { project, theme, columns, unchecked, all } = props;
    let found = use_memo((project.clone(), *theme, columns.clone(), *all), |(project, theme, columns, all)| {
        let which = Which { theme: *theme, in_paper: !all };
        let quoted = listed(project, which).0;
        let cases = quoted.iter().flat_map(|theme| &theme.quotations).filter_map(|listed| listed.case.as_ref());
        let cases: BTreeSet<CaseId> = cases.map(|case| case.id).collect();
        let telling = most_telling(project, &cases, columns);
        (identify(project, &cases, columns), telling, Columns::of(project))
    });
    let (people, telling, known) = &*found;
    let few: Vec<&Identified> = people.iter().filter(|found| found.fits < FEW && !found.printed.is_empty()).collect();
    let one = few.iter().filter(|found| found.fits == 1).count();
    html! {
        <div class="identify">
            if people.is_empty() {
                <p class="soft small">{ tr!("identify-nobody") }</p>
            } else if columns.is_empty() {
                if unchecked.is_empty() {
                    <p class="soft small">{ tr!("identify-nothing") }</p>
                }
            } else if few.is_empty() {
                <p class="identify__good"><Icon name={IconName::Check} />{ tr!("identify-good", n = people.len()) }</p>
            } else {
                <p class={classes!("identify__sum", if one > 0 { "identify__one" } else { "printed__warn" })} role="status">
                    <Icon name={IconName::Warning} />
                    <span>{ if one > 0 { tr!("identify-one", n = one) } else { tr!("identify-few", n = few.len()) } }</span>
                </p>
                if let Some(column) = telling {
                    <p class="small">{ tr!("identify-telling", name = column_name(known, *column)) }</p>
                }
                <ul class="identify__list">
                    { for few.iter().map(|found| {
                        let name = project.cases.get(&found.case).map(|case| case.name.clone()).unwrap_or_default();
                        html! {
                            <li key={found.case.to_string()}>
                                <strong><bdi>{ name }</bdi></strong>{ ": " }<bdi>{ values(&found.printed) }</bdi>
                                <br />
                                <span class={if found.fits == 1 { "identify__one" } else { "printed__warn" }}>
                                    { if found.fits == 1 { tr!("identify-points") } else { tr!("identify-fits", n = format_number(found.fits as f64)) } }
                                </span>
                                { " " }
                                <span>
                                    { match &found.remedy {
                                        Some(remedy) => remedy_words(known, remedy),
                                        None => tr!("identify-no-remedy"),
                                    } }
                                </span>
                            </li>
                        }
                    }) }
                </ul>
            }
            if !people.is_empty() && !unchecked.is_empty() {
                <p class="identify__sum printed__warn" role="status">
                    <Icon name={IconName::Warning} />
                    <span>{ tr!("identify-unchecked", names = unchecked_names(unchecked)) }</span>
                </p>
            }
        </div>
    }
}

/// What fields that are not checked are called.
fn unchecked_names(fields: &[Field]) -> String {
    let name = |field: &Field| match field {
        Field::Document => Some(tr!("paper-word-document")),
        Field::Speaker => Some(tr!("paper-word-speaker")),
        Field::Case => Some(tr!("paper-word-case")),
        Field::Column(Column::Chain) => Some(tr!("paper-word-chain")),
        Field::Column(_) | Field::Turn | Field::Page | Field::Time => None,
    };
    fields.iter().filter_map(name).map(|name| name.to_string()).collect::<Vec<_>>().join(&tr!("list-separator"))
}
