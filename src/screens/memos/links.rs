//! What quotations say of each other: shown at each of both, and as a list.

use emic_core::edit::Edit;
use emic_core::ids::LinkId;
use emic_core::project::{Link, Project, QuotationAt, Relation, Subject};
use yew::prelude::*;

use super::View;
use super::pick::PickDialog;
use super::words::{quoted, relation_name, subject_link};
use crate::i18n::tr;
use crate::platform;
use crate::screens::act::{act, act_with_undo};
use crate::screens::kept;
use crate::store::{Same, Store, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, IconButton, IconName, Select, SelectOption, TextField};

/// The choice that lets one write a relation of one's own.
const OWN: &str = " own";

fn link(store: &Store, from: QuotationAt, to: QuotationAt, relation: Relation) -> bool {
    let id = LinkId::from_random(platform::random());
    act(store, vec![Edit::AddLink { id, from, to, relation }], &tr!("links-added"))
}

#[derive(Properties, PartialEq)]
pub struct QuotationLinksProps {
    pub project: Same<Project>,
    pub at: QuotationAt,
}

/// The links of a quotation, and what makes more.
#[component]
pub fn QuotationLinks(props: &QuotationLinksProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let (project, at) = (&props.project, props.at);
    let asking = use_state_eq(|| false);
    let relation = use_state_eq(Relation::default);
    let update = use_force_update();
    let pending = kept::recall::<View>(project.id, "memos").pending;
    let waits =
        pending.clone().filter(|(from, _)| *from != at && project.quotation(from.document, from.quotation).is_some());
    let set_pending = {
        let (project, update) = (project.id, update.clone());
        move |to: Option<(QuotationAt, Relation)>| {
            kept::change(project, "memos", |view: &mut View| view.pending = to);
            update.force_update();
        }
    };
    let (open, close) = {
        let (open, close) = (asking.setter(), asking.setter());
        (Callback::from(move |_: MouseEvent| open.set(true)), Callback::from(move |()| close.set(false)))
    };
    let on_choose = {
        let (store, close, relation) = (store.clone(), close.clone(), (*relation).clone());
        Callback::from(move |subject: Subject| {
            if let Subject::Quotation(to) = subject
                && link(&store, at, to, relation.clone())
            {
                close.emit(());
            }
        })
    };
    let later = {
        let (set_pending, close, relation) = (set_pending.clone(), close.clone(), (*relation).clone());
        Callback::from(move |_: MouseEvent| {
            set_pending(Some((at, relation.clone())));
            close.emit(());
        })
    };
    let end = {
        let (store, set_pending, waits) = (store.clone(), set_pending.clone(), waits.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some((from, relation)) = waits.clone()
                && link(&store, from, at, relation)
            {
                set_pending(None);
            }
        })
    };
    let give_up = Callback::from(move |_: MouseEvent| set_pending(None));
    let on_relation = {
        let relation = relation.setter();
        Callback::from(move |chosen: Relation| relation.set(chosen))
    };
    let own: Vec<_> = project.links.values().filter(|link| link.from == at || link.to == at).cloned().collect();
    html! {
        <section class="links" aria-label={tr!("links")}>
            if !own.is_empty() {
                <ul class="links__list">
                    { for own.iter().map(|link| {
                        let out = link.from == at;
                        let other = if out { link.to } else { link.from };
                        let name = relation_name(&link.relation);
                        html! {
                            <li key={link.id.to_string()} class="links__row">
                                <span class="links__relation">
                                    { if out { tr!("links-to", relation = name) } else { tr!("links-from", relation = name) } }
                                </span>
                                <span dir="auto">{ subject_link(project, &Subject::Quotation(other), "") }</span>
                                <Remove id={link.id} />
                            </li>
                        }
                    }) }
                </ul>
            }
            if let Some((from, waiting)) = waits.filter(|_| writable) {
                <div class="links__waits">
                    <p class="small">{ tr!("links-waits", words = quoted(project, from).unwrap_or_default(), relation = relation_name(&waiting)) }</p>
                    <Button label={tr!("links-here")} small=true variant={ButtonVariant::Primary} onclick={end} />
                    <Button label={tr!("cancel")} small=true variant={ButtonVariant::Quiet} onclick={give_up.clone()} />
                </div>
            } else if pending.is_some_and(|(from, _)| from == at) && writable {
                <div class="links__waits">
                    <p class="small">{ tr!("links-go") }</p>
                    <Button label={tr!("cancel")} small=true variant={ButtonVariant::Quiet} onclick={give_up} />
                </div>
            }
            <Button label={tr!("links-add")} icon={IconName::ArrowEnd} small=true variant={ButtonVariant::Quiet} popup="dialog" disabled={!writable} onclick={open} />
            if *asking {
                <PickDialog title={tr!("links-add")} quotations_only=true but={at} {on_choose} on_close={close}>
                    <RelationField project={project.clone()} relation={(*relation).clone()} on_change={on_relation} />
                    <p><Button label={tr!("links-later")} small=true onclick={later} /></p>
                </PickDialog>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct RelationFieldProps {
    project: Same<Project>,
    relation: Relation,
    on_change: Callback<Relation>,
}

/// One of the relations there are, or one's own words.
#[component]
fn RelationField(props: &RelationFieldProps) -> Html {
    let own = use_state_eq(|| false);
    let used = props.project.links.values().map(|link| link.relation.clone());
    let mut known: Vec<Relation> = Relation::NAMED.into_iter().chain(used).chain([props.relation.clone()]).collect();
    let mut seen = std::collections::BTreeSet::new();
    known.retain(|relation| seen.insert(relation.clone()));
    let options: Vec<_> =
        known.iter().map(|relation| SelectOption::new(relation.key().to_owned(), relation_name(relation))).collect();
    let options = options.into_iter().chain([SelectOption::new(OWN, tr!("memos-own"))]).collect::<Vec<_>>();
    let on_change = {
        let (own, on_change) = (own.setter(), props.on_change.clone());
        Callback::from(move |key: String| {
            own.set(key == OWN);
            if key != OWN {
                on_change.emit(key.into());
            }
        })
    };
    let on_input = {
        let on_change = props.on_change.clone();
        Callback::from(move |words: String| {
            if !words.trim().is_empty() {
                on_change.emit(words.trim().to_owned().into());
            }
        })
    };
    let value = if *own { OWN.to_owned() } else { props.relation.key().to_owned() };
    html! {
        <div class="links__how">
            <Select label={tr!("links-relation")} {value} {options} {on_change} />
            if *own {
                <TextField label={tr!("links-own")} value="" {on_input} autofocus=true />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RemoveProps {
    id: LinkId,
}

/// Removes a link.
#[component]
fn Remove(props: &RemoveProps) -> Html {
    let (store, id) = (use_store(), props.id);
    let disabled = !use_writable();
    let onclick = Callback::from(move |_: MouseEvent| {
        act_with_undo(&store, vec![Edit::DeleteLink { id }], tr!("links-removed"));
    });
    html! { <IconButton label={tr!("links-remove")} icon={IconName::Close} small=true {disabled} {onclick} /> }
}

#[derive(Properties, PartialEq)]
pub struct AllLinksProps {
    pub project: Same<Project>,
}

/// All links of the project.
#[component]
pub fn AllLinks(props: &AllLinksProps) -> Html {
    let project = &props.project;
    let mut links: Vec<_> = project.links.values().cloned().collect();
    emic_core::sorting::sort_by_key(&mut links, |link: &std::rc::Rc<Link>| (link.relation.clone(), link.created.at));
    let end = |at: QuotationAt| {
        let title = project.documents.get(&at.document).map(|document| document.title.clone()).unwrap_or_default();
        html! {
            <span class="links__end">
                <span dir="auto">{ subject_link(project, &Subject::Quotation(at), "") }</span>
                <bdi class="soft small">{ title }</bdi>
            </span>
        }
    };
    html! {
        <ul class="links__all">
            { for links.iter().map(|link| html! {
                <li key={link.id.to_string()} class="links__pair">
                    { end(link.from) }
                    <span class="links__relation">{ relation_name(&link.relation) }</span>
                    { end(link.to) }
                    <Remove id={link.id} />
                </li>
            }) }
        </ul>
    }
}
