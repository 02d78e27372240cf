//! Whether to remove for good what was removed: what goes with it, and which codes are to go as well.

use std::collections::BTreeSet;

use emic_core::ids::CodeId;
use emic_core::purge::codes_without_quotation;
use emic_storage::StillStored;
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::removal::CodesToo;
use crate::session::{export_open, use_session};
use crate::store::use_project;
use crate::widgets::{Button, ButtonVariant, Dialog, DialogSize, IconName};

#[derive(Properties, PartialEq)]
pub(super) struct PurgeDialogProps {
    /// What would be removed.
    pub still: StillStored,
    /// Do it, and remove these codes with it.
    pub on_purge: Callback<Vec<CodeId>>,
    /// Don't.
    pub on_close: Callback<()>,
}

/// The question.
#[component]
pub(super) fn PurgeDialog(props: &PurgeDialogProps) -> Html {
    let session = use_session();
    let project = use_project();
    let taken = use_state(BTreeSet::<CodeId>::new);
    let codes: Vec<(CodeId, AttrValue)> = {
        let codes = project.as_ref().map(|project| codes_without_quotation(project, &props.still.removed));
        codes.unwrap_or_default().iter().map(|code| (code.id, code.name.clone().into())).collect()
    };
    let on_submit = {
        let (codes, taken) = (codes.clone(), taken.clone());
        props.on_purge.reform(move |()| codes.iter().map(|(id, _)| *id).filter(|id| taken.contains(id)).collect())
    };
    let on_taken = {
        let taken = taken.setter();
        Callback::from(move |now: BTreeSet<CodeId>| taken.set(now))
    };
    let export = Callback::from(move |_: MouseEvent| export_open(&session));
    let actions = html! {
        <>
            <Button
                label={tr!("purge-export-first")}
                icon={IconName::Download}
                class="dialog__first"
                onclick={export}
            />
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("purge-do")} variant={ButtonVariant::Danger} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            alert=true
            size={DialogSize::Medium}
            title={tr!("purge-title")}
            on_close={props.on_close.clone()}
            {on_submit}
            {actions}
        >
            <p>{ tr!("purge-loses") }</p>
            <ul class="backups__held">
                <li>{ tr!("purge-loses-undo") }</li>
                <li>{ tr!("purge-loses-points", n = props.still.points.len()) }</li>
                if !props.still.removed.corrected.is_empty() {
                    <li>{ tr!("purge-loses-corrected", n = props.still.removed.corrected.len()) }</li>
                }
                if !props.still.removed.originals.is_empty() {
                    <li>{ tr!("purge-loses-originals", n = props.still.removed.originals.len()) }</li>
                }
                <li>{ tr!("purge-loses-names") }</li>
            </ul>
            <CodesToo {codes} taken={(*taken).clone()} {on_taken} />
            <p>{ tr!("purge-names-stay") }</p>
            <p>{ tr!("purge-beyond") }</p>
        </Dialog>
    }
}
