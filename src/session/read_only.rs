//! What is said where another tab writes the project, and how to go on with it here.

use yew::prelude::*;

use super::{Session, TakeOver, use_session, use_session_state};
use crate::i18n::tr;
use crate::widgets::{Banner, Button, ConfirmDialog, Tone};

/// Says that the project can only be read here, and offers to take it over.
#[component]
pub(super) fn ReadOnlyBanner() -> Html {
    let session = use_session();
    let state = use_session_state(Session::taking_over);
    let asking = use_state_eq(|| false);
    let ask = {
        let asking = asking.setter();
        move |to: bool| {
            let asking = asking.clone();
            move || asking.set(to)
        }
    };
    let (open, close) = (ask(true), ask(false));
    let take_over = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| session.take_over())
    };
    let seize = {
        let close = close.clone();
        Callback::from(move |()| {
            close();
            session.seize();
        })
    };
    let tone = if matches!(state, TakeOver::Refused | TakeOver::NoAnswer) { Tone::Warning } else { Tone::Info };
    let words = match state {
        TakeOver::Idle => tr!("banner-read-only"),
        TakeOver::Asking => tr!("take-over-asking"),
        TakeOver::Refused => tr!("take-over-refused"),
        TakeOver::NoAnswer => tr!("take-over-no-answer"),
    };
    let actions = html! {
        <>
            <Button
                label={tr!("take-over")}
                small=true
                disabled={state == TakeOver::Asking}
                onclick={take_over}
            />
            if state == TakeOver::NoAnswer {
                <Button
                    label={tr!("take-over-anyway")}
                    small=true
                    onclick={Callback::from(move |_: MouseEvent| open())}
                />
            }
        </>
    };
    html! {
        <div class="read-only">
            <Banner {tone} title={tr!("banner-read-only-title")} {actions}>{ words }</Banner>
            <ConfirmDialog
                open={*asking}
                title={tr!("take-over-anyway-title")}
                confirm={tr!("take-over-anyway")}
                danger=true
                on_confirm={seize}
                on_cancel={Callback::from(move |()| close())}
            >
                <p>{ tr!("take-over-anyway-text") }</p>
            </ConfirmDialog>
        </div>
    }
}
