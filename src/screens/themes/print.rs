//! A quotation is edited for print: what was said stays above, with every difference shown.

use emic_core::edit::Edit;
use emic_core::paper::check;
use emic_core::project::Quotation;
use emic_core::text::Direction;
use emic_view::print_marks::{PrintMark, mark};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::words::compared;
use crate::i18n::{Lang, message_in, tr, unmarked};
use crate::screens::act::act;
use crate::store::{Same, use_store};
use crate::widgets::{Banner, Button, ButtonVariant, Dialog, DialogSize, Icon, IconName, TextArea, Tone, dom};

#[derive(Properties, PartialEq)]
pub(super) struct PrintDialogProps {
    pub quotation: Same<Quotation>,
    /// Who is said to speak.
    pub attribution: String,
    pub on_close: Callback<()>,
}

/// Asks how a quotation is printed.
#[component]
pub(super) fn PrintDialog(props: &PrintDialogProps) -> Html {
    let store = use_store();
    let quotation = &props.quotation;
    let (id, document) = (quotation.id, quotation.document);
    let said = quotation.quote.exact.clone();
    let first = quotation.print.as_ref().map_or_else(|| said.to_string(), |print| print.words.clone());
    let first = (*use_memo((), |()| first)).clone();
    let words = use_state_eq(|| first.clone());
    let area = use_node_ref();
    let checked = use_memo((said.clone(), (*words).clone()), |(said, words)| check(said, words));
    let stale = quotation.print.as_ref().is_some_and(|print| !print.fits(quotation));
    let on_input = {
        let words = words.setter();
        Callback::from(move |typed: String| words.set(typed))
    };
    let put = |kind: PrintMark| {
        let (area, words) = (area.clone(), words.setter());
        Callback::from(move |_: MouseEvent| {
            let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
            let at = |place: Result<Option<u32>, _>| place.ok().flatten().map_or(0, |at| at as usize);
            let marked = mark(&area.value(), at(area.selection_start()), at(area.selection_end()), &kind);
            area.set_value(&marked.words);
            dom::focus(&area);
            let (start, end) = (marked.selection.0 as u32, marked.selection.1 as u32);
            // A field that is on the page has a selection.
            let _ = area.set_selection_range(start, end);
            words.set(marked.words);
        })
    };
    let keep = {
        let (store, close) = (store, props.on_close.clone());
        move |words: Option<String>| {
            if act(&store, vec![Edit::SetPrint { id, document, words }], &tr!("print-kept")) {
                close.emit(());
            }
        }
    };
    let on_submit = {
        let (keep, words) = (keep.clone(), (*words).clone());
        Callback::from(move |()| keep(Some(words.clone())))
    };
    let verbatim = Callback::from(move |_: MouseEvent| keep(None));
    // In the language of the words, as far as their letters tell.
    let own = if Direction::of(&said) == Some(Direction::RightToLeft) { Lang::Ar } else { Lang::En };
    let retracted = unmarked(message_in(own, "print-retracted", None));
    let unmarked = checked.unmarked().count();
    let actions = html! {
        <>
            if quotation.print.is_some() {
                <Button label={tr!("print-verbatim")} class="dialog__first" onclick={verbatim} />
            }
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("save")} variant={ButtonVariant::Primary} submit=true disabled={words.trim().is_empty()} />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("print-edit")}
            size={DialogSize::Medium}
            on_close={props.on_close.clone()}
            on_submit={Some(on_submit)}
            closes_outside=false
            {actions}
        >
            <div class="printing">
                if stale {
                    <Banner key="stale" tone={Tone::Warning}>{ tr!("print-stale-text") }</Banner>
                }
                <section key="said" aria-labelledby="print-said">
                    <h3 id="print-said">{ tr!("print-said") }</h3>
                    <p class="printing__said serif" dir="auto">{ compared(&checked) }</p>
                </section>
                <div key="tools" class="row row--wrap" role="group" aria-label={tr!("print-marks")}>
                    <Button label={tr!("print-ellipsis")} small=true onclick={put(PrintMark::Ellipsis)} />
                    <Button label={tr!("print-clarify")} small=true onclick={put(PrintMark::Clarify)} />
                    <Button label={tr!("print-retract")} small=true onclick={put(PrintMark::Retract(retracted))} />
                </div>
                <TextArea key="words" label={tr!("print-words")} value={first} rows=5 on_input={Some(on_input)} field_ref={area} class="printing__words" autofocus=true />
                <p key="result" class={classes!("printing__result", (unmarked > 0).then_some("printed__warn"))} role="status">
                    if unmarked > 0 {
                        <Icon name={IconName::Warning} />{ tr!("print-unmarked-text", n = unmarked) }
                    } else {
                        <Icon name={IconName::Check} />{ tr!("print-faithful") }
                    }
                </p>
                if !props.attribution.is_empty() {
                    <p key="attribution" class="soft small">{ tr!("attribution") }{": "}<bdi>{ props.attribution.clone() }</bdi></p>
                }
            </div>
        </Dialog>
    }
}
