//! Which quotations are wanted: all, those without a code, or those of a code.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::project::Project;
use emic_view::fold::fold;
use emic_view::lists::codes_in_order;
use yew::prelude::*;

use super::model::Choice;
use crate::i18n::{format_number, tr};
use crate::screens::codes::hue;
use crate::store::Same;
use crate::widgets::{ColourDot, Icon, IconName, SearchField, Toggle, Tree, TreeNode};

/// What is chosen, and from what.
#[derive(Properties, PartialEq)]
pub struct ChoicePickerProps {
    /// The project.
    pub project: Same<Project>,
    /// What is chosen.
    pub choice: Choice,
    /// Whether codes are taken with those below them.
    pub subcodes: bool,
    /// How many quotations each choice finds.
    pub counts: Rc<BTreeMap<Choice, usize>>,
    /// Something else is chosen.
    pub on_choice: Callback<Choice>,
    /// Codes are to be taken with those below them, or without.
    pub on_subcodes: Callback<bool>,
}

/// From how many codes on there is a field to find one.
const FILTER_FROM: usize = 8;

/// The codes with how many quotations each has, and above them the other choices.
#[component]
pub fn ChoicePicker(props: &ChoicePickerProps) -> Html {
    let filter = use_state_eq(String::new);
    let closed = use_state(BTreeSet::<CodeId>::new);
    let project = &props.project;
    let many = project.codes.len() >= FILTER_FROM;
    let nodes = {
        let deps = (project.clone(), (*filter).clone(), (*closed).clone());
        use_memo(deps, |(project, filter, closed)| {
            let mut out = Vec::new();
            if filter.trim().is_empty() {
                out.push(node(Choice::All, tr!("retrieve-all"), 0));
                out.push(node(Choice::Without, tr!("retrieve-without"), 0));
            }
            out.extend(codes(project, filter.trim(), closed));
            Rc::<[_]>::from(out)
        })
    };
    let row = {
        let deps = (project.clone(), props.counts.clone());
        use_callback(deps, |key: AttrValue, (project, counts)| row(&key, project, counts))
    };
    let on_select = {
        let on_choice = props.on_choice.clone();
        Callback::from(move |key: AttrValue| {
            if let Some(choice) = choice_of(&key) {
                on_choice.emit(choice);
            }
        })
    };
    let on_toggle = {
        let closed = closed.clone();
        Callback::from(move |(key, open): (AttrValue, bool)| {
            if let Some(Choice::Code(id)) = choice_of(&key) {
                let mut next = (*closed).clone();
                if open {
                    next.remove(&id)
                } else {
                    next.insert(id)
                };
                closed.set(next);
            }
        })
    };
    let on_filter = Callback::from(move |words: String| filter.set(words));
    let words = nodes.is_empty();
    html! {
        <div class="code-choices">
            if many {
                <Filter key="filter" on_input={on_filter} />
            }
            <div key="toggle" class="code-choices__toggle">
                <Toggle label={tr!("retrieve-subcodes")} checked={props.subcodes} on_change={props.on_subcodes.clone()} />
            </div>
            if words {
                <p key="none" class="soft small">{ tr!("nothing-found") }</p>
            } else {
                <Tree
                    key="tree"
                    label={tr!("retrieve-choose")}
                    nodes={(*nodes).clone()}
                    {row}
                    selected={key_of(props.choice)}
                    on_select={on_select.clone()}
                    on_activate={on_select}
                    {on_toggle}
                />
            }
            if project.codes.is_empty() {
                <p key="empty" class="soft small">{ tr!("retrieve-no-codes") }</p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FilterProps {
    on_input: Callback<String>,
}

/// The field that finds a code; what is written in it is known here, so that typing renders little.
#[component]
fn Filter(props: &FilterProps) -> Html {
    let value = use_state_eq(String::new);
    let on_input = {
        let (value, on_input) = (value.clone(), props.on_input.clone());
        Callback::from(move |words: String| {
            value.set(words.clone());
            on_input.emit(words);
        })
    };
    html! { <SearchField label={tr!("retrieve-find-code")} value={(*value).clone()} {on_input} /> }
}

fn key_of(choice: Choice) -> AttrValue {
    match choice {
        Choice::All => "all".into(),
        Choice::Without => "none".into(),
        Choice::Code(id) => id.to_string().into(),
    }
}

fn choice_of(key: &str) -> Option<Choice> {
    match key {
        "all" => Some(Choice::All),
        "none" => Some(Choice::Without),
        id => id.parse().ok().map(Choice::Code),
    }
}

fn node(choice: Choice, name: AttrValue, depth: usize) -> TreeNode {
    TreeNode { id: key_of(choice), name, depth, ..TreeNode::default() }
}

/// The codes in the order of the tree. With words to filter by, only those whose names have them and the ones above
/// these, open.
fn codes(project: &Project, filter: &str, closed: &BTreeSet<CodeId>) -> Vec<TreeNode> {
    let filter = fold(filter);
    // From the end: what stands below a code is known when it is reached.
    let mut out: Vec<TreeNode> = Vec::with_capacity(project.codes.len());
    for (code, depth) in codes_in_order(&project.codes).iter().rev() {
        let empty = out.last().is_none_or(|next| next.depth <= *depth);
        if empty && !fold(&code.name).contains(&filter) {
            continue;
        }
        let mut own = node(Choice::Code(code.id), code.name.clone().into(), *depth);
        own.expanded = (!empty).then(|| !filter.is_empty() || !closed.contains(&code.id));
        out.push(own);
    }
    out.reverse();
    out
}

fn row(key: &AttrValue, project: &Project, counts: &BTreeMap<Choice, usize>) -> Html {
    let Some(choice) = choice_of(key) else { return html! {} };
    let count = counts.get(&choice).copied().unwrap_or_default();
    let (sign, name) = match choice {
        Choice::All => (html! { <Icon name={IconName::Quote} class="code-choices__icon" /> }, tr!("retrieve-all")),
        Choice::Without => {
            (html! { <Icon name={IconName::Info} class="code-choices__icon" /> }, tr!("retrieve-without"))
        }
        Choice::Code(id) => match project.codes.get(&id) {
            Some(code) => (html! { <ColourDot hue={hue(code.colour)} /> }, AttrValue::from(code.name.clone())),
            None => (html! {}, AttrValue::default()),
        },
    };
    html! {
        <>
            { sign }
            <span class="docnav__name"><bdi>{ name }</bdi></span>
            <span class="num">
                <span aria-hidden="true">{ format_number(count as f64) }</span>
                <span class="visually-hidden">{ tr!("quotations-count", n = count) }</span>
            </span>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use emic_core::edit::{Edit, apply};
    use emic_core::ids::{CoderId, ProjectId};
    use emic_core::project::Colour;
    use emic_core::time::{Stamp, Timestamp};

    fn shown(project: &Project, filter: &str) -> Vec<String> {
        let nodes = codes(project, filter, &BTreeSet::new());
        nodes.iter().map(|node| format!("{}{}", " ".repeat(node.depth), node.name)).collect()
    }

    #[test]
    fn codes_are_found_as_one_searches_with_those_above_them() {
        let mut project = Project::new(ProjectId::from_number(1), "Study".into(), Timestamp(0));
        for (n, name, parent) in [(1, "Feelings", None), (2, "أمل", Some(1)), (3, "Fear", Some(1)), (4, "Work", None)]
        {
            let (id, parent) = (CodeId::from_number(n), parent.map(CodeId::from_number));
            let edit = Edit::AddCode { id, name: name.into(), parent, before: None, colour: Colour::nth(0) };
            let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
            project = apply(&project, &edit, stamp).unwrap().0;
        }
        assert_eq!(shown(&project, ""), ["Feelings", " أمل", " Fear", "Work"]);
        assert_eq!(shown(&project, "امل"), ["Feelings", " أمل"]);
        assert_eq!(shown(&project, "féar"), ["Feelings", " Fear"]);
        assert_eq!(shown(&project, "feel"), ["Feelings"]);
        assert_eq!(shown(&project, "nothing"), Vec::<String>::new());
    }
}
