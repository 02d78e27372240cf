//! The sorting board: codes, or the quotations of one, as cards in groups. Groups of codes are what they stand under, so
//! the board is the tree of the codebook in another form.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::str::FromStr;

use emic_core::consent::shown_quotations;
use emic_core::edit::{Edit, EditError};
use emic_core::ids::{CodeId, DocumentId, ProjectId, QuotationId};
use emic_core::project::{Code, Colour, Project};
use emic_view::lists::Counts;
use yew::prelude::*;

use super::cards::{Card, Cards, Group};
use crate::i18n::{format_number, tr};
use crate::platform;
use crate::route::{BookPart, Place, Route};
use crate::screens::act::{act, refuse, say_with_undo};
use crate::screens::codes::{NameField, hue, use_counts};
use crate::screens::quotation::shortened;
use crate::store::{Refused, Store, use_project, use_store, use_writable};
use crate::widgets::{Button, EmptyState, IconButton, IconName, toast};

/// The group of what stands under nothing.
const TOP: &str = "top";
/// So many cards of quotations are made of a group.
const MOST: usize = 150;
/// How long their words are shown, in code points.
const WORDS: usize = 140;

#[derive(Properties, PartialEq)]
pub(super) struct BoardProps {
    pub project: ProjectId,
    /// The code whose quotations are sorted; without one it is the codes.
    pub code: Option<CodeId>,
}

/// The board.
#[component]
pub(super) fn Board(props: &BoardProps) -> Html {
    let store = use_store();
    let project = use_project();
    let writable = use_writable();
    let counts = use_counts();
    // Codes that are groups though nothing stands under them yet.
    let fresh = use_state_eq(BTreeSet::<CodeId>::new);
    let adding = use_state_eq(|| false);
    let Some(project) = project else { return html! { <div></div> } };
    let of = props.code.and_then(|id| project.codes.get(&id).cloned());
    let make_group = {
        let fresh = fresh.clone();
        Callback::from(move |id: CodeId| {
            let mut new = (*fresh).clone();
            new.insert(id);
            fresh.set(new);
        })
    };
    let groups = match &of {
        Some(code) => quotation_groups(&project, code),
        None => code_groups(&project, &counts, &fresh, writable.then_some(&make_group)),
    };
    let on_move = {
        let (store, of) = (store.clone(), of.clone());
        Callback::from(move |(item, group): (AttrValue, AttrValue)| match &of {
            None => move_code(&store, &item, &group),
            Some(_) => move_quotation(&store, &item, &group),
        })
    };
    let add = {
        let (store, adding, of, make_group) = (store.clone(), adding.setter(), of.clone(), make_group.clone());
        Callback::from(move |name: String| {
            let Some(snapshot) = store.snapshot() else { return false };
            let id = CodeId::from_random(platform::random());
            let colour = of.as_ref().map_or_else(|| Colour::nth(snapshot.project.codes.len()), |code| code.colour);
            let said = tr!("codes-added", name = name.trim());
            let parent = of.as_ref().map(|code| code.id);
            if !act(&store, vec![Edit::AddCode { id, name, parent, before: None, colour }], &said) {
                return false;
            }
            make_group.emit(id);
            adding.set(false);
            true
        })
    };
    let open = {
        let adding = adding.setter();
        Callback::from(move |_: MouseEvent| adding.set(true))
    };
    let cancel = {
        let adding = adding.setter();
        Callback::from(move |_: bool| adding.set(false))
    };
    let label = of.as_ref().map_or_else(|| tr!("board-codes"), |code| tr!("board-quotations", name = &code.name));
    let back = Route::Project(props.project, Place::Book(BookPart::Board(None))).hash();
    let gone = props.code.is_some() && of.is_none();
    html! {
        <div class="guide__part">
            <div key="tools" class="row row--wrap board__tools">
                if props.code.is_some() {
                    <a href={back}>{ tr!("board-back") }</a>
                    <b>{ label.clone() }</b>
                }
                <Button label={tr!("board-new-group")} icon={IconName::Plus} small=true disabled={!writable || gone} onclick={open} />
                <span class="soft small">{ if of.is_some() { tr!("board-text-quotations") } else { tr!("board-text") } }</span>
            </div>
            if *adding {
                <div key="adding" class="codes__adding board__adding">
                    <NameField label={tr!("board-new-group")} on_name={add} on_cancel={cancel} />
                </div>
            }
            if gone {
                <EmptyState key="gone" icon={IconName::Code} title={tr!("codebook-gone")} text="" />
            } else if project.codes.is_empty() {
                <EmptyState key="none" icon={IconName::Code} title={tr!("codes-none")} text={tr!("board-none-text")} />
            } else {
                <Cards key="cards" {label} {groups} {writable} {on_move} />
            }
        </div>
    }
}

fn code_groups(
    project: &Project,
    counts: &Counts,
    fresh: &BTreeSet<CodeId>,
    make_group: Option<&Callback<CodeId>>,
) -> Vec<Group> {
    let is_group = |code: &Code| fresh.contains(&code.id) || !project.codes_under(Some(code.id)).is_empty();
    let card = |code: &Code, group: bool| {
        let id = code.id;
        let count = if group { &counts.with_subcodes } else { &counts.by_code }.get(&id).copied().unwrap_or(0);
        let sort = Route::Project(project.id, Place::Book(BookPart::Board(Some(id)))).hash();
        let label = tr!("board-sort", name = &code.name);
        let as_group = make_group.filter(|_| !group).map(|make| make.reform(move |_: MouseEvent| id));
        Card {
            id: id.to_string().into(),
            name: code.name.clone().into(),
            note: format_number(count as f64).into(),
            hue: Some(hue(code.colour)),
            extra: html! {
                <span class="board__hand">
                    if let Some(onclick) = as_group {
                        <IconButton label={tr!("board-as-group", name = &code.name)} icon={IconName::Folder} small=true {onclick} tabindex="-1" />
                    }
                    <a class="btn btn--icon btn--quiet btn--small" href={sort} aria-label={label.clone()} data-tip={label} tabindex="-1">
                        <crate::widgets::Icon name={IconName::Quote} />
                    </a>
                </span>
            },
        }
    };
    // No deeper than there are codes: a cycle that no repair has seen is not reached from the top.
    fn group(
        project: &Project,
        code: &Code,
        card: &dyn Fn(&Code, bool) -> Card,
        is_group: &dyn Fn(&Code) -> bool,
    ) -> Group {
        let below = project.codes_under(Some(code.id));
        let (groups, cards): (Vec<_>, Vec<_>) = below.into_iter().partition(|code| is_group(code));
        Group {
            card: card(code, true),
            movable: true,
            cards: cards.into_iter().map(|code| card(code, false)).collect(),
            groups: groups.into_iter().map(|code| group(project, code, card, is_group)).collect(),
            rest: None,
        }
    }
    let (groups, cards): (Vec<_>, Vec<_>) = project.codes_under(None).into_iter().partition(|code| is_group(code));
    let (id, name) = (AttrValue::from(TOP), tr!("board-top"));
    let top = Card { id, name, note: AttrValue::default(), hue: None, extra: Html::default() };
    let top = Group {
        card: top,
        movable: false,
        cards: cards.into_iter().map(|code| card(code, false)).collect(),
        groups: Vec::new(),
        rest: None,
    };
    std::iter::once(top).chain(groups.into_iter().map(|code| group(project, code, &card, &is_group))).collect()
}

fn quotation_groups(project: &Project, code: &Rc<Code>) -> Vec<Group> {
    let below = project.codes_under(Some(code.id)).into_iter();
    let groups = std::iter::once(code).chain(below);
    groups
        .map(|group| {
            let mut cards = Vec::new();
            let mut count = 0;
            for document in project.documents_in_order() {
                for quotation in shown_quotations(project, document.id).iter() {
                    if quotation.coding_of(group.id).is_none() {
                        continue;
                    }
                    count += 1;
                    if cards.len() < MOST {
                        let to = Place::Read(Some(document.id), Some(quotation.id));
                        let label = tr!("board-open", document = &document.title);
                        cards.push(Card {
                            id: format!("{} {} {}", document.id, quotation.id, group.id).into(),
                            name: shortened(&quotation.quote.exact, WORDS).into(),
                            note: AttrValue::default(),
                            hue: None,
                            extra: html! {
                                <span class="board__hand">
                                    <a class="btn btn--icon btn--quiet btn--small" href={Route::Project(project.id, to).hash()} aria-label={label.clone()} data-tip={label} tabindex="-1">
                                        <crate::widgets::Icon name={IconName::ArrowEnd} />
                                    </a>
                                </span>
                            },
                        });
                    }
                }
            }
            let card = Card {
                id: group.id.to_string().into(),
                name: group.name.clone().into(),
                note: format_number(count as f64).into(),
                hue: Some(hue(group.colour)),
                extra: Html::default(),
            };
            let rest = (count > MOST).then(|| tr!("board-rest", n = count - MOST));
            Group { card, movable: false, cards, groups: Vec::new(), rest }
        })
        .collect()
}

/// Puts a code into a group.
fn move_code(store: &Store, item: &str, group: &str) {
    let Some(snapshot) = store.snapshot() else { return };
    let Ok(id) = CodeId::from_str(item) else { return };
    let parent = if group == TOP { None } else { CodeId::from_str(group).ok() };
    let codes = &snapshot.project.codes;
    let Some(code) = codes.get(&id).filter(|code| code.parent != parent) else { return };
    let into = parent.and_then(|id| codes.get(&id)).map_or_else(|| tr!("board-top"), |code| code.name.clone().into());
    match store.act(vec![Edit::MoveCode { id, parent, before: None }]) {
        Ok(_) => say_with_undo(store, tr!("board-moved", name = &code.name, group = into.as_str())),
        Err(Refused::Edit(EditError::NameTaken { name })) => toast(tr!("codes-move-taken", name = name), None),
        Err(why) => refuse(&why),
    }
}

/// Sorts a quotation from one code into another.
fn move_quotation(store: &Store, item: &str, group: &str) {
    let mut parts = item.split(' ');
    let mut next = || parts.next().unwrap_or_default();
    let (document, quotation, from) =
        (DocumentId::from_str(next()), QuotationId::from_str(next()), CodeId::from_str(next()));
    let (Ok(document), Ok(quotation), Ok(from), Ok(to)) = (document, quotation, from, CodeId::from_str(group)) else {
        return;
    };
    if from == to {
        return;
    }
    match store.act(vec![Edit::MoveCodings { from, to, quotations: vec![(document, quotation)] }]) {
        Ok(_) => {
            let name = store.snapshot().and_then(|now| now.project.codes.get(&to).map(|code| code.name.clone()));
            say_with_undo(store, tr!("board-sorted", group = name.unwrap_or_default()));
        }
        Err(why) => refuse(&why),
    }
}
