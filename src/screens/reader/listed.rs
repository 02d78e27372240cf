//! The quotations that a "+n" beside the stripes stands for, as a menu.

use std::rc::Rc;

use emic_core::ids::QuotationId;
use yew::prelude::*;

use super::act::Desk;
use super::selecting::clear_native;
use crate::i18n::tr;
use crate::screens::quotation::shortened;
use crate::store::use_selector;
use crate::widgets::{ContextMenu, MenuItem};

/// How long the words of each are shown, in code points.
const WORDS: usize = 40;

#[derive(Properties, PartialEq)]
pub struct StripeListProps {
    /// The pane with its document.
    pub desk: Desk,
    /// What is listed, and where; nothing while it is closed.
    pub listed: Option<(Vec<QuotationId>, (i32, i32))>,
    /// It is to be closed.
    pub on_close: Callback<()>,
}

/// The quotations that "+n" stands for.
#[component]
pub fn StripeList(props: &StripeListProps) -> Html {
    let desk = props.desk.clone();
    let ids = props.listed.as_ref().map(|(ids, _)| ids.clone()).unwrap_or_default();
    let names = use_selector(move |snapshot| {
        let name = |id: &QuotationId| {
            let quotation = snapshot.project.quotation(desk.document, *id)?;
            let codes = quotation.codings.iter().filter_map(|coding| snapshot.project.codes.get(&coding.code));
            let codes = codes.map(|code| code.name.as_str()).collect::<Vec<_>>().join(" · ");
            let codes = if codes.is_empty() { tr!("reader-no-code").to_string() } else { codes };
            Some((*id, format!("{codes}: {}", shortened(&quotation.quote.exact, WORDS))))
        };
        ids.iter().filter_map(name).collect::<Vec<_>>()
    });
    let items: Rc<[MenuItem]> = names
        .unwrap_or_default()
        .into_iter()
        .map(|(id, name)| {
            let desk = props.desk.clone();
            let choose = Callback::from(move |()| {
                clear_native();
                desk.store.change_pane(desk.pane, |pane| {
                    pane.look_at(id);
                    pane.goal = Some(id);
                });
            });
            MenuItem::new(name, choose)
        })
        .collect();
    html! {
        <ContextMenu label={tr!("quotations")} {items} at={props.listed.as_ref().map(|(_, at)| *at)} on_close={props.on_close.clone()} />
    }
}
