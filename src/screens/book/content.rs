//! The table of content analysis: each quotation with its condensed wording, what it is taken to mean, its code, and what
//! that stands under, level by level.

use std::rc::Rc;

use emic_core::edit::{Edit, QuotationField};
use emic_core::project::Code;
use emic_formats::codebook::{ContentLine, content_csv};
use emic_view::codebook::{ContentRow, ContentTable, content_table};
use yew::prelude::*;

use crate::i18n::{tr, unmarked};
use crate::route::{Place, Route};
use crate::screens::act::act;
use crate::screens::cases::words::{Blocked, left_out_words};
use crate::screens::codes::hue;
use crate::screens::quotation::NoteField;
use crate::session::{FileKind, download};
use crate::store::{Same, use_project, use_scope, use_store};
use crate::widgets::{Button, ColourDot, EmptyState, IconName, toast};

/// Rows made at once; a press makes as many more.
const CHUNK: usize = 40;
/// What parts several names in one cell.
const LIST: &str = "; ";

/// The table.
#[component]
pub(super) fn Content() -> Html {
    let project = use_project();
    let scope = use_scope();
    let most = use_state_eq(|| CHUNK);
    let table = use_memo((project.clone(), scope), |(project, scope)| {
        project.as_ref().map(|project| Same::from(content_table(project, scope)))
    });
    let (Some(project), Some(table)) = (project, (*table).clone()) else { return html! { <div></div> } };
    if table.rows.is_empty() {
        return html! { <EmptyState icon={IconName::Quote} title={tr!("quotation-none")} text={tr!("content-none-text")} /> };
    }
    let export = {
        let (table, title) = (table.clone(), project.meta.title.clone());
        Callback::from(move |_: MouseEvent| export(&table, &title))
    };
    let more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(*most + CHUNK))
    };
    // Rows of one quotation stay together.
    let mut shown = table.rows.len().min(*most);
    while table.rows.get(shown).is_some_and(|row| row.again) {
        shown += 1;
    }
    let with_others = table.rows.iter().any(|row| !row.others.is_empty());
    let count = table.rows.iter().filter(|row| !row.again).count();
    html! {
        <div class="guide__part content">
            <div key="tools" class="row row--wrap">
                <Button label={tr!("content-export")} icon={IconName::Download} onclick={export} />
                <span class="soft small">{ tr!("quotations-count", n = count) }{ " · " }{ tr!("content-text") }</span>
            </div>
            <div key="table" class="content__scroll" tabindex="0" role="region" aria-label={tr!("content")}>
                <table class="content__table">
                    <thead>
                        <tr>
                            <th scope="col">{ tr!("quotation") }</th>
                            <th scope="col">{ tr!("book-condensed") }</th>
                            <th scope="col">{ tr!("book-interpretation") }</th>
                            if table.code_column {
                                <th scope="col">{ tr!("content-code") }</th>
                            }
                            if with_others {
                                <th scope="col">{ tr!("content-above") }</th>
                            }
                            { for table.levels.iter().map(|level| html! { <th key={level.id.to_string()} scope="col"><bdi>{ level.name.clone() }</bdi></th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for (0..shown).map(|at| {
                            let row = &table.rows[at];
                            let code = row.code.as_ref().map(|code| code.id.to_string()).unwrap_or_default();
                            html! { <Line key={format!("{}-{code}", row.quotation.id)} table={table.clone()} {at} {with_others} /> }
                        }) }
                    </tbody>
                </table>
            </div>
            if shown < table.rows.len() {
                <Button key="more" label={tr!("show-more")} onclick={more} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    table: Same<ContentTable>,
    at: usize,
    with_others: bool,
}

/// One code on one quotation. What is the quotation's own stands in its first row only.
#[component]
fn Line(props: &LineProps) -> Html {
    let store = use_store();
    let row = &props.table.rows[props.at];
    let (id, document) = (row.quotation.id, row.document.id);
    let project = store.snapshot().map(|snapshot| snapshot.project.id);
    let cells = |codes: &[Rc<Code>]| {
        codes
            .iter()
            .map(|code| {
                let to = project.map(|project| Route::Project(project, Place::Codes(Some(code.id))).hash());
                html! {
                    <a key={code.id.to_string()} class="content__code" href={to}>
                        <ColourDot hue={hue(code.colour)} /><bdi>{ code.name.clone() }</bdi>
                    </a>
                }
            })
            .collect::<Html>()
    };
    let field = |label: AttrValue, value: &str, field: fn(String) -> QuotationField| {
        let store = store.clone();
        let on_commit = Callback::from(move |words: String| {
            act(&store, vec![Edit::SetQuotationField { id, document, field: field(words) }], &tr!("book-content-kept"));
        });
        html! { <NoteField {label} hide_label=true value={value.to_owned()} rows=2 {on_commit} /> }
    };
    let n = props.table.rows[..=props.at].iter().filter(|row| !row.again).count();
    let own = if row.again {
        html! { <td colspan="3" class="content__again"><span class="visually-hidden">{ tr!("content-again", n = n) }</span></td> }
    } else {
        let to = project.map(|project| Route::Project(project, Place::Read(Some(document), Some(id))).hash());
        html! {
            <>
                <th scope="row" class="content__words">
                    <a href={to}><span class="serif" dir="auto">{ row.quotation.quote.exact.to_string() }</span></a>
                    <bdi class="soft small">{ row.document.title.clone() }</bdi>
                    <Blocked consent={row.consent} />
                </th>
                <td>{ field(tr!("content-condensed-of", n = n), &row.quotation.condensed, QuotationField::Condensed) }</td>
                <td>{ field(tr!("content-interpretation-of", n = n), &row.quotation.interpretation, QuotationField::Interpretation) }</td>
            </>
        }
    };
    html! {
        <tr class={row.again.then_some("content__more")}>
            { own }
            if props.table.code_column {
                <td>{ cells(row.code.as_slice()) }</td>
            }
            if props.with_others {
                <td>{ cells(&row.others) }</td>
            }
            { for row.above.iter().enumerate().map(|(n, codes)| html! { <td key={n}>{ cells(codes) }</td> }) }
        </tr>
    }
}

/// The whole table as a file for a spreadsheet, without quotations whose words may not be quoted.
fn export(table: &ContentTable, title: &str) {
    let with_others = table.rows.iter().any(|row| !row.others.is_empty());
    let mut head: Vec<String> =
        ["document", "quotation", "book-condensed", "book-interpretation"].map(|key| unmarked(tr!(key))).into();
    if table.code_column {
        head.push(unmarked(tr!("content-code")));
    }
    if with_others {
        head.push(unmarked(tr!("content-above")));
    }
    head.extend(table.levels.iter().map(|level| level.name.clone()));
    let names = |codes: &[Rc<Code>]| codes.iter().map(|code| code.name.as_str()).collect::<Vec<_>>().join(LIST);
    let line = |row: &'_ ContentRow| {
        let code = table.code_column.then(|| names(row.code.as_slice()));
        let others = with_others.then(|| names(&row.others));
        code.into_iter().chain(others).chain(row.above.iter().map(|codes| names(codes))).collect()
    };
    let free = table.rows.iter().filter(|row| row.consent.may_be_quoted());
    let lines = free.map(|row| ContentLine { document: &row.document, quotation: &row.quotation, codes: line(row) });
    let blocked = table.blocked();
    let words = content_csv(&head, lines, &left_out_words(&blocked), true);
    let title = format!("{title} {}", unmarked(tr!("content")));
    match (download(&title, FileKind::Csv, words.as_bytes()), blocked.values().sum::<usize>()) {
        (Ok(name), 0) => toast(tr!("exported-as", name = name), None),
        (Ok(name), n) => toast(tr!("quotations-exported-blocked", name = name, n = n), None),
        (Err(why), _) => toast(why, None),
    }
}
