//! What stands in cells, in words.

use std::collections::BTreeMap;

use emic_core::columns::{Column, Columns};
use emic_core::project::{AttributeKind, Consent};
use emic_view::sheet::{Col, Content, Sheet};
use yew::prelude::*;

use crate::i18n::{format_number, tr, unmarked};
use crate::widgets::{Icon, IconName};

/// What may be done with words, in words.
pub fn consent_name(consent: Consent) -> AttrValue {
    match consent {
        Consent::Quote => tr!("consent-quote"),
        Consent::Paraphrase => tr!("consent-paraphrase"),
        Consent::OffRecord => tr!("consent-off-record"),
        Consent::Withdrawn => tr!("consent-withdrawn"),
    }
}

/// How many quotations are left out of a file and why, in a sentence; nothing if none is.
pub fn left_out_words(left_out: &BTreeMap<Consent, usize>) -> String {
    let parts = left_out.iter().map(|(consent, n)| {
        unmarked(tr!("quotations-left-out-part", why = consent_name(*consent).as_str(), n = format_number(*n as f64)))
    });
    let parts: Vec<String> = parts.collect();
    match left_out.values().sum::<usize>() {
        0 => String::new(),
        n => unmarked(tr!("quotations-left-out", n = n, why = parts.join(&tr!("list-separator")))),
    }
}

/// A kind of attribute, in words.
pub fn kind_words(kind: &AttributeKind) -> AttrValue {
    match kind {
        AttributeKind::Text => tr!("kind-text"),
        AttributeKind::Number => tr!("kind-number"),
        AttributeKind::Date => tr!("kind-date"),
        AttributeKind::YesNo => tr!("kind-yes-no"),
        AttributeKind::Choice => tr!("kind-choice"),
        AttributeKind::Unknown(key) => key.clone().into(),
    }
}

/// What stands in a cell, in words.
pub fn shown(content: &Content) -> AttrValue {
    match content {
        Content::Words(words) => words.clone().into(),
        Content::Consent(consent) => consent_name(*consent),
        Content::Count(count) => format_number(*count as f64).into(),
    }
}

/// The name of a column of what is known.
pub fn column_name(columns: &Columns, column: Column) -> AttrValue {
    match column {
        Column::Attribute(_) => columns.attribute(column).map(|it| it.name.clone().into()).unwrap_or_default(),
        Column::Chain => tr!("column-chain"),
        Column::Wave => tr!("column-wave"),
    }
}

/// The name of a column of the sheet.
pub fn col_name(sheet: &Sheet, col: Col) -> AttrValue {
    match col {
        Col::Name => tr!("case"),
        Col::Attribute(id) => column_name(&sheet.columns, Column::Attribute(id)),
        Col::Consent => tr!("column-consent"),
        Col::Referrer => tr!("column-referrer"),
        Col::Chain => tr!("column-chain"),
        Col::Wave => tr!("column-wave"),
        Col::Material => tr!("column-material"),
        Col::Quotations => tr!("quotations"),
    }
}

#[derive(Properties, PartialEq)]
pub struct BlockedProps {
    /// What may be done with the words.
    pub consent: Consent,
}

/// Says that words may not be quoted; nothing where they may.
#[component]
pub fn Blocked(props: &BlockedProps) -> Html {
    let blocked = !props.consent.may_be_quoted();
    html! {
        <span class={classes!("blocked", blocked.then_some("blocked--shown"))}>
            if blocked {
                <Icon name={IconName::Warning} />
                { consent_name(props.consent) }
            }
        </span>
    }
}
