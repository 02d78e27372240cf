//! A participant who withdraws: what that hides, and what removes it for good.

use emic_core::consent::{Withdrawal, withdrawal};
use emic_core::edit::Edit;
use emic_core::ids::CaseId;
use emic_core::project::{Consent, Project};
use emic_core::removal::TakenOut;
use yew::prelude::*;

use crate::i18n::tr;
use crate::route::{CasesPart, Place, Route};
use crate::screens::act::act_with_undo;
use crate::screens::removal::RemovalDialog;
use crate::store::{Same, use_store};
use crate::widgets::{Button, ButtonVariant, Dialog, DialogSize};

#[derive(Properties, PartialEq)]
pub(super) struct WithdrawProps {
    pub project: Same<Project>,
    pub case: CaseId,
    pub on_close: Callback<()>,
}

/// What is hidden, document by document.
fn preview(project: &Project, found: &Withdrawal, values: usize) -> Html {
    let title = |id| project.documents.get(id).map(|document| document.title.clone()).unwrap_or_default();
    html! {
        <ul class="withdraw">
            { for found.documents.iter().map(|id| html! {
                <li key={id.to_string()}><bdi>{ title(id) }</bdi>{ " " }<span class="soft">{ tr!("withdraw-whole") }</span></li>
            }) }
            { for found.parts.iter().map(|(id, spans)| html! {
                <li key={id.to_string()}><bdi>{ title(id) }</bdi>{ " " }<span class="soft">{ tr!("withdraw-parts", n = spans.len()) }</span></li>
            }) }
            <li key="quotations">{ tr!("withdraw-quotations", n = found.quotations) }</li>
            <li key="values">{ tr!("withdraw-values", n = values) }</li>
        </ul>
    }
}

/// Asks whether a participant withdraws.
#[component]
pub(super) fn WithdrawDialog(props: &WithdrawProps) -> Html {
    let store = use_store();
    let Some(case) = props.project.cases.get(&props.case).cloned() else { return html! { <div></div> } };
    let found = withdrawal(&props.project, case.id);
    let on_submit = {
        let (close, id, name) = (props.on_close.clone(), case.id, case.name.clone());
        Callback::from(move |()| {
            let edit = Edit::SetConsent { id, consent: Consent::Withdrawn };
            act_with_undo(&store, vec![edit], tr!("withdrawn", case = &name));
            close.emit(());
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("withdraw-do")} variant={ButtonVariant::Danger} submit=true />
        </>
    };
    html! {
        <Dialog open=true alert=true size={DialogSize::Medium} title={tr!("withdraw-title", case = &case.name)} on_close={props.on_close.clone()} {on_submit} {actions}>
            <p>{ tr!("withdraw-text") }</p>
            { preview(&props.project, &found, case.values.len()) }
            <p class="soft">{ tr!("withdraw-undo") }</p>
        </Dialog>
    }
}

/// Asks whether all of a participant is removed for good.
#[component]
pub(super) fn RemoveDialog(props: &WithdrawProps) -> Html {
    let (id, project) = (props.case, props.project.id);
    let Some(case) = props.project.cases.get(&id).cloned() else { return html! { <div></div> } };
    let found = withdrawal(&props.project, id);
    let said = preview(&props.project, &found, case.values.len());
    let out = TakenOut { documents: found.documents, parts: found.parts, case: Some(id), ..TakenOut::default() };
    let on_removed = Callback::from(move |()| Route::Project(project, Place::Cases(CasesPart::Sheet(None))).settle());
    html! {
        <RemovalDialog
            project={props.project.clone()}
            {out}
            title={tr!("remove-title", case = &case.name)}
            {on_removed}
            on_close={props.on_close.clone()}
        >
            <p>{ tr!("remove-text") }</p>
            { said }
        </RemovalDialog>
    }
}
