//! A participant who withdraws: what that hides, and what removes it for good.

use emic_core::consent::{Withdrawal, withdrawal};
use emic_core::edit::{Edit, plan_text_edit};
use emic_core::ids::CaseId;
use emic_core::project::{Consent, Project};
use emic_core::text::{TextEdit, TextEdits};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::i18n::{refused, tr};
use crate::route::{CasesPart, Place, Route};
use crate::screens::act::act_with_undo;
use crate::session::{export_open, use_session};
use crate::store::{NewTexts, Refused, Same, Store, use_store};
use crate::widgets::{Button, ButtonVariant, Dialog, DialogSize, IconName, toast};

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
    let (store, session) = (use_store(), use_session());
    let working = use_state_eq(|| false);
    let Some(case) = props.project.cases.get(&props.case).cloned() else { return html! { <div></div> } };
    let found = withdrawal(&props.project, case.id);
    let export = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| export_open(&session))
    };
    let on_submit = {
        let (store, session, close, working) = (store, session, props.on_close.clone(), working.setter());
        let (project, id) = (props.project.clone(), case.id);
        Callback::from(move |()| {
            working.set(true);
            let (store, session, close, working) = (store.clone(), session.clone(), close.clone(), working.clone());
            let project = project.clone();
            spawn_local(async move {
                let done = match removal(&store, &project, id).await {
                    Ok((edits, texts)) => session.purge_after(edits, texts).await,
                    Err(why) => Err(why),
                };
                match done {
                    Ok(points) => {
                        close.emit(());
                        Route::Project(project.id, Place::Cases(CasesPart::Sheet(None))).settle();
                        toast(tr!("withdrawn-removed", n = points), None);
                    }
                    Err(why) => {
                        toast(why, None);
                        working.set(false);
                    }
                }
            });
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("purge-export-first")} icon={IconName::Download} class="dialog__first" onclick={export} />
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("withdrawn-remove")} variant={ButtonVariant::Danger} disabled={*working} submit=true />
        </>
    };
    html! {
        <Dialog open=true alert=true size={DialogSize::Medium} title={tr!("remove-title", case = &case.name)} on_close={props.on_close.clone()} {on_submit} {actions}>
            <p>{ tr!("remove-text") }</p>
            { preview(&props.project, &found, case.values.len()) }
            <p>{ tr!("remove-loses") }</p>
            <p>{ tr!("purge-beyond") }</p>
        </Dialog>
    }
}

/// The edits that take all of a case out of a project: its documents, its passages with their words, who speaks them, and
/// what is known of it.
async fn removal(store: &Store, project: &Project, id: CaseId) -> Result<(Vec<Edit>, NewTexts), AttrValue> {
    let found = withdrawal(project, id);
    let mut edits: Vec<Edit> = found.documents.iter().map(|id| Edit::DeleteDocument { id: *id }).collect();
    let mut texts = NewTexts::new();
    let not_as_it_was = || refused(&Refused::Edit(emic_core::edit::EditError::NotAsItWas));
    for (document_id, spans) in found.parts {
        let document = project.documents.get(&document_id).cloned().ok_or_else(not_as_it_was)?;
        let text = store.text(document.text).await.map_err(AttrValue::from)?;
        let cuts = TextEdits::new(spans.into_iter().map(TextEdit::remove).collect()).map_err(|_| not_as_it_was())?;
        let plan = plan_text_edit(project, document_id, &text, cuts.clone()).ok_or_else(not_as_it_was)?;
        let gone = plan.touched.emptied.clone();
        texts.push((plan.text().hash, plan.after.clone()));
        let after = document.structure.corrected(&cuts);
        edits.push(plan.into_edit(gone, ""));
        // Who speaks is a name as well.
        let speakers: Vec<_> = after.speakers.iter().filter(|speaker| speaker.case != Some(id)).cloned().collect();
        let there = |speaker| speakers.iter().any(|other| other.id == speaker);
        let turns = after.turns.iter().filter(|turn| there(turn.speaker)).cloned().collect();
        if speakers.len() < after.speakers.len() {
            edits.push(Edit::SetTurns { document: document_id, speakers, turns, times: after.times.clone() });
        }
    }
    edits.push(Edit::DeleteCase { id });
    Ok((edits, texts))
}
