//! Several codes made one: what would happen is said before it does.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::str::FromStr;

use emic_core::edit::Edit;
use emic_core::ids::CodeId;
use emic_core::project::Code;
use emic_view::codebook::merge_preview;
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::act::act_with_undo;
use crate::store::{use_project, use_store};
use crate::widgets::{Button, ButtonVariant, Checkbox, Dialog, Select, SelectOption, TextField};

#[derive(Properties, PartialEq)]
pub(super) struct MergeProps {
    /// The codes that become one; of a single one it is asked into which other it goes.
    pub codes: Rc<[CodeId]>,
    pub on_close: Callback<()>,
    /// They are one now: this one.
    pub on_merged: Callback<CodeId>,
}

/// Asks which code stays, and says what happens to the others. Made anew each time it is opened.
#[component]
pub(super) fn MergeDialog(props: &MergeProps) -> Html {
    let store = use_store();
    let project = use_project();
    let single = props.codes.len() == 1;
    let into = use_state_eq(|| (!single).then(|| props.codes.first().copied()).flatten());
    let join = use_state_eq(|| true);
    let why = use_mut_ref(String::new);
    let Some(project) = project else { return html! { <span hidden=true></span> } };
    let named = |id: &CodeId| project.codes.get(id).cloned();
    let offered: Vec<Rc<Code>> = if single {
        project.codes_in_order().into_iter().filter(|code| !props.codes.contains(&code.id)).collect()
    } else {
        props.codes.iter().filter_map(named).collect()
    };
    let from: BTreeSet<CodeId> = props.codes.iter().copied().filter(|id| Some(*id) != *into).collect();
    let preview = into.map(|into| merge_preview(&project, into, &from));
    let option = |code: &Rc<Code>| SelectOption::new(code.id.to_string(), project.code_path(code.id).join(" / "));
    let mut options: Vec<SelectOption> = offered.iter().map(option).collect();
    if single {
        options.insert(0, SelectOption::new("", tr!("merge-choose")));
    }
    let on_into = {
        let into = into.setter();
        Callback::from(move |value: String| into.set(CodeId::from_str(&value).ok()))
    };
    let on_join = {
        let join = join.setter();
        Callback::from(move |on: bool| join.set(on))
    };
    let on_why = {
        let why = why.clone();
        Callback::from(move |typed: String| {
            why.replace(typed);
        })
    };
    let on_submit = {
        let (into, from, join, codes) = (*into, from.clone(), *join, project.codes.clone());
        let (close, merged) = (props.on_close.clone(), props.on_merged.clone());
        Callback::from(move |()| {
            let Some(into) = into else { return };
            let name = codes.get(&into).map(|code| code.name.clone()).unwrap_or_default();
            let said = tr!("merge-done", n = from.len(), name = name);
            let edit = Edit::MergeCodes { into, from: from.iter().copied().collect(), join, why: why.borrow().clone() };
            if act_with_undo(&store, vec![edit], said) {
                close.emit(());
                merged.emit(into);
            }
        })
    };
    let names: Vec<String> = from.iter().filter_map(named).map(|code| code.name.clone()).collect();
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("merge")} variant={ButtonVariant::Primary} submit=true disabled={into.is_none()} />
        </>
    };
    let kept = into.as_ref().and_then(named).map(|code| code.name.clone()).unwrap_or_default();
    html! {
        <Dialog
            open=true
            title={if single { tr!("merge-title-one", name = names.first().cloned().unwrap_or_default()) } else { tr!("merge-title") }}
            on_close={props.on_close.clone()}
            on_submit={Some(on_submit)}
            closes_outside=false
            {actions}
        >
            <Select
                label={if single { tr!("merge-into") } else { tr!("merge-stays") }}
                value={into.map(|into| into.to_string()).unwrap_or_default()}
                {options}
                on_change={on_into}
            />
            if let Some(preview) = preview {
                <ul class="codes__lost" aria-label={tr!("merge-happens")}>
                    <li>{ tr!("merge-goes", names = names.join(&tr!("merge-and")), name = &kept) }</li>
                    <li>{ tr!("merge-quotations", n = preview.moved, name = &kept) }{ " " }{ tr!("merge-together", n = preview.quotations) }</li>
                    if preview.both > 0 {
                        <li>{ tr!("merge-both", n = preview.both) }</li>
                    }
                    if !preview.children.is_empty() {
                        <li>{ tr!("merge-children", n = preview.children.len(), names = preview.children.join(&tr!("merge-and")), name = &kept) }</li>
                    }
                    if preview.examples > 0 {
                        <li>{ tr!("merge-examples", n = preview.examples) }</li>
                    }
                    if !preview.described.is_empty() {
                        <li>{ if *join { tr!("merge-texts-join", name = &kept) } else { tr!("merge-texts-go", name = &kept) } }</li>
                    }
                    <li>{ tr!("codes-delete-undo") }</li>
                </ul>
                if !preview.described.is_empty() {
                    <Checkbox label={tr!("merge-join")} checked={*join} on_change={on_join} />
                }
                <TextField label={tr!("merge-why")} value="" on_input={Some(on_why)} max_length={500} />
            }
        </Dialog>
    }
}
