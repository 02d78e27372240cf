//! The cases: who, or what, is studied, what is known of each, and what of the documents belongs to each.

mod ask;
mod attribute;
mod belongs;
mod bring;
mod desk;
mod details;
mod filter;
mod head;
pub mod name;
pub mod parts;
mod pasting;
mod recruitment;
mod row;
mod sheet;
mod speakers;
mod table;
mod withdraw;
pub mod words;

use std::rc::Rc;

use emic_core::columns::Column;
use emic_core::edit::Edit;
use emic_core::ids::{AttributeId, CaseId, ProjectId};
use emic_core::project::Case;
use emic_core::query::by_case;
use emic_view::sheet::{Paste, Sheet, View};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::{format_number, tr};
use crate::platform;
use crate::route::{CasesPart, Place, Route};
use crate::screens::act::act;
use crate::screens::kept;
use crate::store::{Same, use_scope, use_settled_project, use_store, use_writable};
use crate::widgets::{Button, Chip, EmptyState, IconName, SearchField};
use ask::AskDialog;
use bring::{Brought, ChooseTable};
use desk::narrowed;
use details::Details;
use recruitment::Recruitment;
use sheet::SheetGrid;
use speakers::Speakers;
use table::TableOne;

/// The name under which the view of the sheet is kept.
const VIEW: &str = "cases";

/// What the cases' screen shows.
#[derive(Properties, PartialEq)]
pub struct CasesScreenProps {
    /// The project.
    pub project: ProjectId,
    /// What of the cases.
    pub part: CasesPart,
}

/// What a dialog asks.
#[derive(Clone, PartialEq)]
enum Ask {
    /// What an attribute is called and what its values are; of a new one if none is named.
    Attribute(Option<AttributeId>),
    /// Whether an attribute is to go.
    DeleteAttribute(AttributeId),
    /// Which values of a column are shown.
    Filter(Column),
    /// What of pasted cells is to be made new.
    Paste(Rc<Paste>),
    /// Whether a table from a file is taken over.
    Bring(Brought),
    /// Another name.
    Rename(Same<Case>),
    /// Whether a case is to go.
    Delete(Same<Case>),
    /// Whether a participant withdraws.
    Withdraw(CaseId),
    /// Whether all of a participant who has withdrawn is removed for good.
    Remove(CaseId),
}

/// The cases.
#[component]
pub fn CasesScreen(props: &CasesScreenProps) -> Html {
    let here = std::mem::discriminant(&props.part);
    let link = |part: CasesPart, label: AttrValue| {
        let current = (std::mem::discriminant(&part) == here).then_some("page");
        html! { <a class="guide__link" href={Route::Project(props.project, Place::Cases(part)).hash()} aria-current={current}>{ label }</a> }
    };
    html! {
        <section class="page cases" aria-labelledby="cases-title">
            <div class="page__head">
                <h1 id="cases-title">{ tr!("cases") }</h1>
            </div>
            <nav class="guide__parts" aria-label={tr!("cases")}>
                { link(CasesPart::Sheet(None), tr!("cases-sheet")) }
                { link(CasesPart::Table1, tr!("cases-table1")) }
                { link(CasesPart::Recruitment, tr!("cases-recruitment")) }
            </nav>
            {
                match props.part {
                    CasesPart::Sheet(case) => html! { <SheetPart key="sheet" project={props.project} {case} /> },
                    CasesPart::Table1 => html! { <TableOne key="table" project={props.project} /> },
                    CasesPart::Recruitment => html! { <Recruitment key="recruitment" /> },
                }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct SheetPartProps {
    project: ProjectId,
    case: Option<CaseId>,
}

/// The sheet with what is around it.
#[component]
fn SheetPart(props: &SheetPartProps) -> Html {
    let (writable, scope) = (use_writable(), use_scope());
    let ask = use_state(|| None::<Ask>);
    let view = use_state_eq(|| Rc::new(kept::recall::<View>(props.project, VIEW)));
    let on_view = {
        let (view, project) = (view.setter(), props.project);
        use_callback((), move |new: View, ()| {
            kept::keep(project, VIEW, new.clone());
            view.set(Rc::new(new));
        })
    };
    let on_ask = {
        let ask = ask.setter();
        use_callback((), move |what: Ask, ()| ask.set(Some(what)))
    };
    let on_brought = on_ask.reform(Ask::Bring);
    let on_close = {
        let ask = ask.setter();
        use_callback((), move |(), ()| ask.set(None))
    };
    let project = use_settled_project();
    let belonging =
        use_memo(project.clone(), |project| project.as_ref().map(|project| by_case(project)).unwrap_or_default());
    let sheet = use_memo((project.clone(), scope, (*view).clone()), |(project, scope, view)| {
        let project = project.as_ref()?;
        Some(Same(Rc::new(Sheet::of(project, &scope.within(project), view, belonging))))
    });
    let (Some(project), Some(sheet)) = (project, (*sheet).clone()) else { return html! { <div></div> } };
    let asks = |what: Ask| {
        let on_ask = on_ask.clone();
        Callback::from(move |_: MouseEvent| on_ask.emit(what.clone()))
    };
    let on_words = {
        let (view, on_view) = ((*view).clone(), on_view.clone());
        Callback::from(move |words: String| on_view.emit(View { words, ..(*view).clone() }))
    };
    let unfit =
        sheet.rows.iter().map(|case| sheet.cols.iter().filter(|col| !sheet.fits(case, **col)).count()).sum::<usize>();
    let open = props.case.and_then(|id| project.cases.get(&id)).map(|case| Same(Rc::clone(case)));
    let chips = view.only.keys().map(|column| {
        let name = words::column_name(&sheet.columns, *column);
        let remove = {
            let (view, on_view, column) = ((*view).clone(), on_view.clone(), *column);
            Callback::from(move |()| on_view.emit(narrowed(&view, column, None)))
        };
        html! {
            <Chip
                key={String::from(*column)}
                name={name.clone()}
                onclick={asks(Ask::Filter(*column))}
                on_remove={remove}
                remove_label={tr!("sheet-unfilter", column = name.as_str())}
            />
        }
    });
    html! {
        <div class="cases__part">
            <div class="cases__bar">
                if writable {
                    <NewCase key="new" />
                    <ChooseTable key="bring" {on_brought} />
                    <Button key="attribute" label={tr!("attribute-new")} icon={IconName::Plus} onclick={asks(Ask::Attribute(None))} />
                }
                if !project.cases.is_empty() {
                    <SearchField key="find" label={tr!("sheet-find")} value={view.words.clone()} on_input={on_words} />
                }
            </div>
            if project.cases.is_empty() && project.attributes.is_empty() {
                <EmptyState key="empty" icon={IconName::User} title={tr!("cases-none")} text={tr!("cases-none-text")} />
            } else {
                <div key="sheet" class="cases__sheet">
                    if !view.only.is_empty() {
                        <div class="cases__chips" role="group" aria-label={tr!("sheet-filtered")}>{ for chips }</div>
                    }
                    <SheetGrid
                        project={props.project}
                        sheet={sheet.clone()}
                        view={(*view).clone()}
                        open={props.case}
                        {on_view}
                        on_ask={on_ask.clone()}
                    />
                    <p class="cases__foot soft small">
                        <span>{ tr!("sheet-count", n = sheet.rows.len(), all = format_number(sheet.all as f64)) }</span>
                        if unfit > 0 {
                            <span class="cases__unfit">{ tr!("sheet-unfit", n = unfit) }</span>
                        }
                        <span>{ tr!("sheet-keys") }</span>
                    </p>
                </div>
            }
            if let Some(case) = open {
                <Details key="details" project={project.clone()} {case} {on_ask} />
            }
            <Speakers key="speakers" project={project.clone()} />
            <AskDialog key="ask" ask={(*ask).clone()} project={project} {sheet} view={(*view).clone()} on_view={{
                let (view, id) = (view.setter(), props.project);
                Callback::from(move |new: View| {
                    kept::keep(id, VIEW, new.clone());
                    view.set(Rc::new(new));
                })
            }} {on_close} />
        </div>
    }
}

/// Makes a case.
#[component]
fn NewCase() -> Html {
    let store = use_store();
    let node = use_node_ref();
    let onsubmit = {
        let node = node.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = node.cast::<HtmlInputElement>() else { return };
            let name = input.value();
            let id = CaseId::from_random(platform::random());
            if !name.trim().is_empty()
                && act(&store, vec![Edit::AddCase { id, name: name.clone() }], &tr!("cases-added", case = name.trim()))
            {
                input.set_value("");
            }
        })
    };
    html! {
        <form class="cases__new" {onsubmit}>
            <input ref={node} class="input" type="text" dir="auto" autocomplete="off" aria-label={tr!("cases-new-name")} placeholder={tr!("cases-new-name")} />
            <Button label={tr!("cases-add")} icon={IconName::Plus} submit=true />
        </form>
    }
}
