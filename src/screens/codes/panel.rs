//! The codes beside the reader: choosing one applies it to what is selected there.

use emic_core::ids::CodeId;
use yew::prelude::*;

use super::tree::CodeTree;
use crate::i18n::{format_number, tr};
use crate::screens::act::refuse;
use crate::store::pane::PaneId;
use crate::store::{Store, Target, use_pane, use_selector, use_store, use_text};
use crate::widgets::{announce, toast};

/// What the panel needs.
#[derive(Properties, PartialEq)]
pub struct CodesPanelProps {
    /// The pane whose selection or quotation a chosen code is applied to.
    pub pane: PaneId,
}

/// The codes beside the reader.
#[component]
pub fn CodesPanel(props: &CodesPanelProps) -> Html {
    let pane = props.pane;
    let store = use_store();
    let chosen = use_state_eq(|| None::<CodeId>);
    let count = use_selector(|snapshot| snapshot.project.codes.len()).unwrap_or_default();
    let (document, selection, quotation) = use_pane(pane, |pane| (pane.document, pane.selection, pane.quotation));
    let text = use_selector(move |snapshot| Some(snapshot.project.documents.get(&document?)?.text)).flatten();
    // Asked for here so that it is at hand when a code is chosen.
    let _ = use_text(text);

    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |code: CodeId| {
            chosen.set(Some(code));
            apply(&store, pane, code);
        })
    };
    let (label, hint) = if selection.is_some() {
        (tr!("codes-tree-passage"), tr!("codes-hint-passage"))
    } else if quotation.is_some() {
        (tr!("codes-tree-quotation"), tr!("codes-hint-quotation"))
    } else {
        (tr!("codes"), tr!("codes-hint-nothing"))
    };
    html! {
        <section class="panel codes-panel" aria-label={tr!("codes")}>
            <h2 class="panel__title">{ tr!("codes") }<span class="num">{ format_number(count as f64) }</span></h2>
            <CodeTree {label} selected={*chosen} {on_choose}>
                if count > 0 {
                    <p class="codes__hint soft small">{ hint }</p>
                }
            </CodeTree>
        </section>
    }
}

/// Puts a code on what is selected in a pane; does nothing if nothing is.
fn apply(store: &Store, id: PaneId, code: CodeId) {
    let pane = store.pane(id);
    let Some(document) = pane.document else { return };
    let target = match (pane.selection, pane.quotation) {
        (Some(span), _) => Target::Passage(document, span),
        (None, Some(quotation)) => Target::Quotation(document, quotation),
        (None, None) => return,
    };
    let Some(snapshot) = store.snapshot() else { return };
    let found = snapshot.project.documents.get(&document).and_then(|found| store.text_now(found.text));
    let Some(text) = found else {
        toast(tr!("codes-text-loading"), None);
        return;
    };
    let name = snapshot.project.codes.get(&code).map(|code| code.name.clone()).unwrap_or_default();
    match store.apply_code(target, &text, code) {
        Ok(coded) => {
            store.change_pane(id, |pane| {
                pane.quotation = Some(coded.quotation);
                pane.selection = None;
            });
            announce(&if coded.already {
                tr!("codes-already", name = name)
            } else {
                tr!("codes-applied", name = name)
            });
        }
        Err(why) => refuse(&why),
    }
}
