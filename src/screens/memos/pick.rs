//! Choosing a code, document, case or quotation by its name or words.

use std::rc::Rc;

use emic_core::consent::shown_quotations;
use emic_core::project::{Consent, Project, QuotationAt, Subject};
use emic_view::fold::fold;
use yew::prelude::*;

use super::words::{in_marks, is_hidden};
use crate::i18n::tr;
use crate::store::{Same, use_project};
use crate::widgets::{Button, Dialog, Finder, FinderRow};

/// How many rows are shown at most.
const MOST: usize = 40;

#[derive(Properties, PartialEq)]
pub struct PickDialogProps {
    pub title: AttrValue,
    /// Whether only quotations can be chosen.
    #[prop_or_default]
    pub quotations_only: bool,
    /// One that cannot be chosen.
    #[prop_or_default]
    pub but: Option<QuotationAt>,
    pub on_choose: Callback<Subject>,
    pub on_close: Callback<()>,
    /// What stands above the field.
    #[prop_or_default]
    pub children: Html,
}

/// Asks for one.
#[component]
pub fn PickDialog(props: &PickDialogProps) -> Html {
    let typed = use_state_eq(String::new);
    let project = use_project();
    let deps = (project, (*typed).clone(), props.quotations_only, props.but);
    let found = use_memo(deps, |(project, typed, only, but)| {
        project.as_ref().map(|project| find(project, typed, *only, *but)).unwrap_or_default()
    });
    let rows: Rc<[FinderRow]> = found.iter().map(|(subject, name, note)| row(subject, name, note)).collect();
    let on_input = {
        let typed = typed.setter();
        Callback::from(move |words: String| typed.set(words))
    };
    let on_choose = {
        let (found, on_choose) = (found.clone(), props.on_choose.clone());
        Callback::from(move |at: usize| {
            if let Some((subject, ..)) = found.get(at) {
                on_choose.emit(subject.clone());
            }
        })
    };
    let label = if props.quotations_only { tr!("memos-pick-quotation") } else { tr!("memos-pick-field") };
    let actions = html! { <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} /> };
    html! {
        <Dialog open=true title={props.title.clone()} on_close={props.on_close.clone()} {actions}>
            { props.children.clone() }
            <Finder
                {label}
                list={props.title.clone()}
                {rows}
                none={tr!("nothing-found")}
                count={AttrValue::default()}
                {on_input}
                {on_choose}
            />
        </Dialog>
    }
}

fn row(subject: &Subject, name: &AttrValue, note: &AttrValue) -> FinderRow {
    let key = format!("{} {}", subject.kind(), subject.id()).into();
    FinderRow { key, name: name.clone(), note: Some(note.clone()), keys: None, disabled: false }
}

type Found = (Subject, AttrValue, AttrValue);

/// What answers the words typed: codes, documents and cases by their names, quotations by their words. What is withdrawn
/// is not there.
fn find(project: &Same<Project>, typed: &str, only: bool, but: Option<QuotationAt>) -> Vec<Found> {
    let words = fold(typed.trim());
    let has = |name: &str| words.is_empty() || fold(name).contains(&words);
    let mut found: Vec<Found> = Vec::new();
    if !only {
        for code in project.codes_in_order().into_iter().filter(|code| has(&code.name)) {
            found.push((Subject::Code(code.id), code.name.clone().into(), tr!("code")));
        }
        for document in project.documents_in_order().into_iter().filter(|document| has(&document.title)) {
            if is_hidden(project, &Subject::Document(document.id)) {
                continue;
            }
            found.push((Subject::Document(document.id), document.title.clone().into(), tr!("document")));
        }
        for case in
            project.cases_in_order().into_iter().filter(|case| case.consent != Consent::Withdrawn && has(&case.name))
        {
            found.push((Subject::Case(case.id), case.name.clone().into(), tr!("case")));
        }
        found.truncate(MOST);
    }
    for document in project.documents_in_order() {
        if found.len() >= MOST {
            break;
        }
        for quotation in shown_quotations(project, document.id).iter() {
            if found.len() >= MOST {
                return found;
            }
            let at = QuotationAt { document: document.id, quotation: quotation.id };
            if Some(at) != but && (has(&quotation.quote.exact) || has(&document.title)) {
                let name = in_marks(&quotation.quote.exact);
                found.push((Subject::Quotation(at), name, document.title.clone().into()));
            }
        }
    }
    found
}
