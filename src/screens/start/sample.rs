//! The sample study: where it comes from, how it is told from other projects, and what is asked if it is here already.

use std::cell::Cell;

use emic_core::ids::ProjectId;
use web_sys::File;
use yew::prelude::*;

use crate::i18n::{format_date_time, tr};
use crate::route::Route;
use crate::session::Info;
use crate::widgets::{Button, ButtonVariant, Dialog, DialogSize};
use crate::worker::Readers;

/// Its file, by its name.
const FILE: &str = "sample-study.json";

/// Its identity, which is the same in every browser; as in its file.
const ID: u128 = 0x1ca74843_7304_446e_98da_64bb54634b0e;

thread_local! {
    /// Whether it was asked for from within a project.
    static ASKED_FOR: Cell<bool> = const { Cell::new(false) };
}

/// Its identity.
pub(super) fn id() -> ProjectId {
    ProjectId::from_number(ID)
}

/// Goes to the start page, which opens it.
pub fn ask_for_sample() {
    ASKED_FOR.set(true);
    Route::Start.go();
}

/// Whether it was asked for before the start page was there; asks once.
pub(super) fn was_asked_for() -> bool {
    ASKED_FOR.take()
}

/// Its file; `None` if it cannot be had.
pub(super) async fn fetch() -> Option<File> {
    let bytes = Readers::default().sample_study().await.ok()?;
    File::new_with_u8_array_sequence(&js_sys::Array::of1(&bytes), FILE).ok()
}

#[derive(Properties, PartialEq)]
pub(super) struct SampleDialogProps {
    /// The one that is here.
    pub here: Info,
    /// Open that.
    pub on_open: Callback<()>,
    /// Put it back to what it was at first.
    pub on_afresh: Callback<()>,
    /// Neither.
    pub on_close: Callback<()>,
}

/// The sample study is here already: open it as it is, or start it afresh.
#[component]
pub(super) fn SampleDialog(props: &SampleDialogProps) -> Html {
    let here = &props.here;
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button
                label={tr!("sample-afresh")}
                variant={ButtonVariant::Danger}
                onclick={props.on_afresh.reform(|_: MouseEvent| ())}
            />
            <Button label={tr!("sample-open-it")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            alert=true
            size={DialogSize::Medium}
            title={tr!("sample-here")}
            on_close={props.on_close.clone()}
            on_submit={props.on_open.clone()}
            {actions}
        >
            <p>
                { tr!("quotations-count", n = here.quotations) }{ " · " }
                { tr!("start-changed", when = format_date_time(here.changed.0 as f64)) }
            </p>
            <p>{ tr!("sample-here-text") }</p>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_known_by_the_identity_in_its_file() {
        let file = include_str!("../../../web/sample-study.json");
        assert!(file.contains(&format!("\"id\":\"{}\"", id())), "{}", id());
    }
}
