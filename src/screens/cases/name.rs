//! A case by its name: one there is, or a new one.

use emic_core::edit::Edit;
use emic_core::ids::CaseId;
use emic_core::project::Project;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::platform;
use crate::store::use_selector;
use crate::widgets::dom;

/// The case of that name. If there is none, and none was made of it before, the edit that makes it is added.
pub fn named(project: &Project, made: &mut Vec<(String, CaseId)>, edits: &mut Vec<Edit>, name: &str) -> CaseId {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let key = name.to_lowercase();
    let there = project.cases.values().find(|case| case.name.to_lowercase() == key).map(|case| case.id);
    let known = there.or_else(|| made.iter().find(|(other, _)| *other == key).map(|(_, id)| *id));
    known.unwrap_or_else(|| {
        let id = CaseId::from_random(platform::random());
        edits.push(Edit::AddCase { id, name });
        made.push((key, id));
        id
    })
}

/// What is asked of a [`CaseField`].
#[derive(Properties, PartialEq)]
pub struct CaseFieldProps {
    /// What the field is called.
    pub label: AttrValue,
    /// The name that it begins with.
    #[prop_or_default]
    pub value: AttrValue,
    /// What was typed or chosen.
    pub on_input: Callback<String>,
    /// Whether it has the focus first.
    #[prop_or_default]
    pub autofocus: bool,
    /// What is wrong with it.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// A name that is typed, with the cases there are to choose from.
#[component]
pub fn CaseField(props: &CaseFieldProps) -> Html {
    let (id, list) = (dom::use_id("case"), dom::use_id("cases"));
    let note = format!("{id}-note");
    let names = use_selector(|snapshot| {
        let cases = snapshot.project.cases_in_order();
        cases.into_iter().map(|case| case.name.clone()).collect::<Vec<_>>()
    });
    let oninput = {
        let on_input = props.on_input.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_input.emit(input.value());
            }
        })
    };
    let node = use_node_ref();
    {
        let (node, value) = (node.clone(), props.value.clone());
        use_effect_with((), move |()| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.set_value(&value);
            }
        });
    }
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ props.label.clone() }</label>
            <input
                ref={node}
                {id}
                class="input"
                type="text"
                dir="auto"
                autocomplete="off"
                autofocus={props.autofocus}
                list={list.clone()}
                aria-invalid={props.error.is_some().then_some("true")}
                aria-describedby={props.error.is_some().then(|| note.clone())}
                {oninput}
            />
            <datalist id={list}>
                { for names.unwrap_or_default().into_iter().map(|name| html! { <option key={name.clone()} value={name} /> }) }
            </datalist>
            if let Some(error) = &props.error {
                <p id={note} class="field__error">{ error.clone() }</p>
            }
        </div>
    }
}
