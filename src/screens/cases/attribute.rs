//! What an attribute is called and what its values are.

use emic_core::edit::{AttributeField, Edit};
use emic_core::ids::AttributeId;
use emic_core::project::{Attribute, AttributeKind};
use yew::prelude::*;

use super::words::kind_words;
use crate::i18n::tr;
use crate::platform;
use crate::screens::act::act;
use crate::store::{Same, use_store};
use crate::widgets::{Button, ButtonVariant, Dialog, Select, SelectOption, TextArea, TextField};

#[derive(Properties, PartialEq)]
pub(super) struct AttributeDialogProps {
    /// The attribute; none makes a new one.
    pub attribute: Option<Same<Attribute>>,
    pub on_close: Callback<()>,
}

/// Asks for it.
#[component]
pub(super) fn AttributeDialog(props: &AttributeDialogProps) -> Html {
    let store = use_store();
    let attribute = props.attribute.as_ref();
    let old_name = attribute.map(|it| it.name.clone()).unwrap_or_default();
    let old_choices = attribute.map(|it| it.choices.join("\n")).unwrap_or_default();
    let name = use_mut_ref(|| old_name.clone());
    let choices = use_mut_ref(|| old_choices.clone());
    let kind = use_state_eq(|| attribute.map(|it| it.kind.clone()).unwrap_or_default());
    let wrong = use_state_eq(|| false);
    let on_name = {
        let (name, wrong) = (name.clone(), wrong.setter());
        Callback::from(move |typed: String| {
            name.replace(typed);
            wrong.set(false);
        })
    };
    let on_choices = {
        let choices = choices.clone();
        Callback::from(move |typed: String| {
            choices.replace(typed);
        })
    };
    let on_kind = {
        let kind = kind.setter();
        Callback::from(move |key: String| kind.set(AttributeKind::from(key)))
    };
    let on_submit = {
        let (store, close, wrong, old) = (store, props.on_close.clone(), wrong.setter(), props.attribute.clone());
        let kind = (*kind).clone();
        Callback::from(move |()| {
            let name = name.borrow().clone();
            if name.trim().is_empty() {
                return wrong.set(true);
            }
            let choices: Vec<String> =
                choices.borrow().lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            let id = old.as_ref().map_or_else(|| AttributeId::from_random(platform::random()), |old| old.id);
            let mut edits = Vec::new();
            match &old {
                None => edits.push(Edit::AddAttribute { id, name: name.clone(), kind: kind.clone() }),
                Some(old) => {
                    if old.name != name.trim() {
                        edits.push(Edit::SetAttribute { id, field: AttributeField::Name(name.clone()) });
                    }
                    if old.kind != kind {
                        edits.push(Edit::SetAttribute { id, field: AttributeField::Kind(kind.clone()) });
                    }
                }
            }
            if kind == AttributeKind::Choice && old.as_ref().is_none_or(|old| old.choices != choices) {
                edits.push(Edit::SetAttribute { id, field: AttributeField::Choices(choices) });
            }
            if edits.is_empty() || act(&store, edits, &tr!("attribute-set", attribute = name.trim())) {
                close.emit(());
            }
        })
    };
    let kinds = AttributeKind::ALL.iter().map(|kind| SelectOption::new(kind.key().to_owned(), kind_words(kind)));
    let title = match attribute {
        None => tr!("attribute-new"),
        Some(attribute) => tr!("attribute-of", attribute = &attribute.name),
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={if attribute.is_some() { tr!("save") } else { tr!("add") }} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog open=true {title} on_close={props.on_close.clone()} {on_submit} closes_outside=false {actions}>
            <TextField
                key="name"
                label={tr!("attribute-name")}
                value={old_name}
                on_input={on_name}
                autofocus=true
                error={wrong.then(|| tr!("attribute-name-needed"))}
            />
            <Select key="kind" label={tr!("attribute-kind")} hint={tr!("attribute-kind-hint")} value={kind.key().to_owned()} options={kinds.collect::<Vec<_>>()} on_change={on_kind} />
            if *kind == AttributeKind::Choice {
                <TextArea
                    key="choices"
                    label={tr!("attribute-choices")}
                    hint={tr!("attribute-choices-hint")}
                    value={old_choices}
                    on_input={on_choices}
                    rows=6
                />
            }
        </Dialog>
    }
}
