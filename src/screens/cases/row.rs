//! One row of the sheet, and the field in the cell that is written into.

use std::rc::Rc;

use emic_core::project::{AttributeKind, Case, Consent};
use emic_view::sheet::{Col, Content, Sheet};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::words::{consent_name, shown};
use crate::i18n::tr;
use crate::route::{CasesPart, Place, Route};
use crate::store::Same;
use crate::widgets::{Icon, IconName, dom};

/// What is being written into a cell: what its field begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// The column.
    pub col: usize,
    /// The words at first.
    pub start: AttrValue,
    /// Whether the words there were are replaced by what was typed.
    pub typed: bool,
}

#[derive(Properties, PartialEq)]
pub(super) struct RowProps {
    pub project: emic_core::ids::ProjectId,
    pub sheet: Same<Sheet>,
    pub row: usize,
    /// The column that one is in, if it is in this row.
    pub at: Option<usize>,
    /// The columns that are selected in this row, the first and the last.
    pub selected: Option<(usize, usize)>,
    pub draft: Option<Rc<Draft>>,
    /// Whether its details are shown.
    pub open: bool,
}

/// A row.
#[component]
pub(super) fn SheetRow(props: &RowProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.row, move |row| {
            if let Some(row_element) = node.cast::<Element>() {
                dom::set_css_var(&row_element, "--row", &row.to_string());
            }
        });
    }
    let sheet = &props.sheet;
    let Some(case) = sheet.rows.get(props.row) else { return html! { <div ref={node} role="row"></div> } };
    let withdrawn = case.consent == Consent::Withdrawn;
    let cells = sheet.cols.iter().enumerate().map(|(n, col)| {
        let selected = props.selected.is_some_and(|(first, last)| (first..=last).contains(&n));
        let here = props.at == Some(n);
        let content = sheet.content(case, *col);
        let fits = sheet.fits(case, *col);
        let number = matches!(content, Content::Count(_)) || (fits && sheet.kind(*col).0 == AttributeKind::Number);
        let class = classes!(
            "casegrid__cell",
            number.then_some("casegrid__cell--number"),
            (!fits).then_some("casegrid__cell--wrong"),
            (*col == Col::Name).then_some("casegrid__cell--name"),
            matches!(content, Content::Consent(consent) if consent != Consent::Quote).then_some("casegrid__cell--blocked"),
        );
        let draft = props.draft.as_ref().filter(|draft| draft.col == n);
        let words = shown(&content);
        html! {
            <div
                key={n}
                {class}
                role={if *col == Col::Name { "rowheader" } else { "gridcell" }}
                aria-colindex={(n + 1).to_string()}
                aria-selected={if selected { "true" } else { "false" }}
                aria-readonly={if sheet.is_writable(case, *col) { "false" } else { "true" }}
                aria-invalid={(!fits).then_some("true")}
                title={(!fits).then(|| tr!("sheet-does-not-fit"))}
                tabindex={if here { "0" } else { "-1" }}
                data-here={here.then_some("true")}
                data-col={n.to_string()}
            >
                if let Some(draft) = draft {
                    <Editor sheet={sheet.clone()} row={props.row} draft={draft.clone()} />
                } else if *col == Col::Name {
                    <span class="casegrid__words"><bdi>{ words }</bdi></span>
                    <a
                        class="casegrid__open"
                        tabindex="-1"
                        href={Route::Project(props.project, Place::Cases(CasesPart::Sheet(if props.open { None } else { Some(case.id) }))).hash()}
                        aria-label={tr!("sheet-details", case = &case.name)}
                        aria-expanded={if props.open { "true" } else { "false" }}
                    >
                        <Icon name={if props.open { IconName::ChevronUp } else { IconName::ChevronEnd }} />
                    </a>
                } else {
                    <bdi>{ words }</bdi>
                }
            </div>
        }
    });
    html! {
        <div
            ref={node}
            class={classes!("casegrid__row", withdrawn.then_some("casegrid__row--withdrawn"), props.open.then_some("casegrid__row--open"))}
            role="row"
            aria-rowindex={(props.row + 2).to_string()}
            data-row={props.row.to_string()}
        >
            { for cells }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct EditorProps {
    sheet: Same<Sheet>,
    row: usize,
    draft: Rc<Draft>,
}

/// The field in a cell: words, or a list to choose from. Its value is read by the sheet when it is meant.
#[component]
fn Editor(props: &EditorProps) -> Html {
    let node = use_node_ref();
    let (sheet, draft) = (&props.sheet, &props.draft);
    let place = sheet.rows.get(props.row).zip(sheet.cols.get(draft.col));
    let options = place.and_then(|(case, col)| options(sheet, *col, &sheet.words(case, *col)));
    let start = match (&options, place) {
        (Some(options), Some((case, col))) => chosen(sheet, case, *col, options, draft),
        _ => draft.start.to_string(),
    };
    {
        let (node, draft) = (node.clone(), draft.clone());
        use_effect_with((), move |()| {
            // `NodeRef::cast` does not look which element it is.
            match node.get().map(JsCast::dyn_into::<HtmlInputElement>) {
                Some(Ok(input)) => {
                    input.set_value(&start);
                    dom::focus(&input);
                    if !draft.typed {
                        input.select();
                    }
                }
                Some(Err(other)) => {
                    if let Ok(select) = other.dyn_into::<HtmlSelectElement>() {
                        select.set_value(&start);
                        dom::focus(&select);
                    }
                }
                None => {}
            }
        });
    }
    let label = tr!("sheet-edit", case = place.map_or("", |(case, _)| case.name.as_str()));
    match options {
        None => html! {
            <input ref={node} class="casegrid__input" type="text" dir="auto" autocomplete="off" spellcheck="false" aria-label={label} data-editor="true" />
        },
        Some(options) => html! {
            <select ref={node} class="casegrid__input" aria-label={label} data-editor="true">
                { for options.into_iter().map(|(value, name)| html! {
                    <option key={value.clone()} value={value.clone()}>{ name }</option>
                }) }
            </select>
        },
    }
}

/// The choice that a list begins with: that which is there, or the first that begins with the letter that was typed.
fn chosen(sheet: &Sheet, case: &Case, col: Col, options: &[(String, String)], draft: &Draft) -> String {
    let typed = emic_core::values::key(&draft.start);
    let begins = options.iter().find(|(_, name)| draft.typed && emic_core::values::key(name).starts_with(&typed));
    match (begins, col) {
        (Some((value, _)), _) => value.clone(),
        (None, Col::Consent) => case.consent.key().to_owned(),
        (None, Col::Referrer) => case.referrer.map(|id| id.to_string()).unwrap_or_default(),
        (None, _) => sheet.words(case, col),
    }
}

/// What a cell's value is chosen from: values, and what they are called. `None` where it is written.
fn options(sheet: &Sheet, col: Col, now: &str) -> Option<Vec<(String, String)>> {
    let same = |words: &str| (words.to_owned(), words.to_owned());
    let mut options: Vec<(String, String)> = vec![(String::new(), "—".to_owned())];
    match col {
        Col::Consent => {
            let named = |consent: &Consent| (consent.key().to_owned(), consent_name(*consent).to_string());
            return Some(Consent::ALL.iter().map(named).collect());
        }
        Col::Referrer => {
            let names = sheet.names().into_iter().map(|(id, name)| (id.to_string(), name.to_owned()));
            options.extend(names);
            return Some(options);
        }
        _ => {}
    }
    match sheet.kind(col) {
        (AttributeKind::YesNo, _) => options.extend([same(&tr!("yes")), same(&tr!("no"))]),
        (AttributeKind::Choice, choices) if !choices.is_empty() => options.extend(choices.iter().map(|it| same(it))),
        _ => return None,
    }
    // What is written there stays a choice, whatever it is.
    if !options.iter().any(|(value, _)| value == now) {
        options.push(same(now));
    }
    Some(options)
}
