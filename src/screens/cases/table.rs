//! The table that a paper begins with: made of what is known of the cases, copied or exported as it is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::columns::{Column, Columns};
use emic_core::ids::ProjectId;
use emic_core::table1::{Cell, Line, Measure, Table1, table1};
use emic_formats::office::Office;
use emic_formats::table1::{self as file, FileTable};
use yew::prelude::*;

use super::words::column_name;
use crate::i18n::{self, format_number, tr, unmarked};
use crate::screens::clipboard::copy_table;
use crate::screens::hand_over::{hand_over, hand_over_office};
use crate::screens::kept;
use crate::session::FileKind;
use crate::store::{Same, use_project, use_scope};
use crate::widgets::{Button, Checkbox, EmptyState, IconName, Menu, MenuItem, Select, SelectOption};

/// The name under which what was chosen is kept.
const VIEW: &str = "table1";

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Default)]
struct Chosen {
    /// The measures of each column; the usual one of those that are not named.
    measures: BTreeMap<Column, BTreeSet<Measure>>,
    /// The column that cases are grouped by.
    by: Option<Column>,
}

impl Chosen {
    fn of(&self, columns: &Columns, column: Column) -> BTreeSet<Measure> {
        let usual = || Measure::of_kind(&columns.kind(column)).iter().take(1).copied().collect();
        self.measures.get(&column).cloned().unwrap_or_else(usual)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct TableProps {
    pub project: ProjectId,
}

/// Table 1.
#[component]
pub(super) fn TableOne(props: &TableProps) -> Html {
    let (project, scope) = (use_project(), use_scope());
    let id = props.project;
    let chosen = use_state_eq(|| kept::recall::<Chosen>(id, VIEW));
    let Some(project) = project else { return html! { <div></div> } };
    let columns = Columns::of(&project);
    let all = columns.all(&project);
    if all.is_empty() || project.cases.is_empty() {
        return html! { <EmptyState icon={IconName::List} title={tr!("table1-none")} text={tr!("table1-none-text")} /> };
    }
    let choose = {
        let chosen = chosen.setter();
        move |new: Chosen| {
            kept::keep(id, VIEW, new.clone());
            chosen.set(new);
        }
    };
    let rows: Vec<(Column, Vec<Measure>)> = all
        .iter()
        .map(|column| (*column, chosen.of(&columns, *column).into_iter().collect::<Vec<_>>()))
        .filter(|(_, measures)| !measures.is_empty())
        .collect();
    let by = chosen.by.filter(|by| all.contains(by));
    let table = table1(&project, &scope.within(&project), &rows, by);
    let file = worded(&table, &columns, by, &project.meta.title);
    let none = SelectOption::new("", tr!("table1-no-groups"));
    let groups = all.iter().map(|column| SelectOption::new(String::from(*column), column_name(&columns, *column)));
    let on_by = {
        let (choose, chosen) = (choose.clone(), (*chosen).clone());
        Callback::from(move |key: String| choose(Chosen { by: Column::try_from(key).ok(), ..chosen.clone() }))
    };
    let measure = |column: Column, measure: Measure, on: bool| {
        let (choose, chosen) = (choose.clone(), (*chosen).clone());
        let mut now = chosen.of(&columns, column);
        if on {
            now.insert(measure)
        } else {
            now.remove(&measure)
        };
        Callback::from(move |_: bool| {
            let mut chosen = chosen.clone();
            chosen.measures.insert(column, now.clone());
            choose(chosen);
        })
    };
    let copy = {
        let file = file.clone();
        Callback::from(move |_: MouseEvent| {
            copy_table(&file::to_html_table(&file), &file::to_tsv(&file), tr!("table1-copied"));
        })
    };
    let save = |kind: FileKind, words: fn(&FileTable) -> String| {
        let (file, title) = (file.clone(), project.meta.title.clone());
        Callback::from(move |()| {
            hand_over(&format!("{title} {}", unmarked(tr!("cases-table1"))), kind, words(&file).as_bytes());
        })
    };
    let save_office = |made: fn(&FileTable) -> Office| {
        let (file, title) = (file.clone(), project.meta.title.clone());
        Callback::from(move |()| hand_over_office(format!("{title} {}", unmarked(tr!("cases-table1"))), made(&file)))
    };
    let items: Rc<[MenuItem]> = Rc::from([
        MenuItem::new(tr!("book-as-docx"), save_office(|file| Office::Page(file.page()))),
        MenuItem::new(tr!("book-as-xlsx"), save_office(|file| Office::Sheet(file.sheet()))),
        MenuItem::new(tr!("table1-as-html"), save(FileKind::Html, file::to_html)),
        MenuItem::new(tr!("table1-as-csv"), save(FileKind::Csv, file::to_csv)),
    ]);
    html! {
        <div class="table1">
            <details key="choose" class="table1__choose">
                <summary>{ tr!("table1-choose") }</summary>
                <div class="table1__columns">
                    { for all.iter().map(|column| {
                        let now = chosen.of(&columns, *column);
                        html! {
                            <fieldset key={String::from(*column)} class="table1__column">
                                <legend><bdi>{ column_name(&columns, *column) }</bdi></legend>
                                { for Measure::of_kind(&columns.kind(*column)).iter().map(|one| html! {
                                    <Checkbox
                                        key={one.key()}
                                        label={measure_name(*one)}
                                        checked={now.contains(one)}
                                        on_change={measure(*column, *one, !now.contains(one))}
                                    />
                                }) }
                            </fieldset>
                        }
                    }) }
                </div>
            </details>
            <div key="bar" class="table1__bar">
                <Select
                    label={tr!("table1-by")}
                    value={by.map(String::from).unwrap_or_default()}
                    options={std::iter::once(none).chain(groups).collect::<Vec<_>>()}
                    on_change={on_by}
                />
                <Button label={tr!("table1-copy")} icon={IconName::Duplicate} onclick={copy} />
                <Menu label={tr!("table1-export")} icon={IconName::Download} {items} />
            </div>
            <Shown key="table" file={Same(Rc::new(file))} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ShownProps {
    file: Same<FileTable>,
}

/// The table as papers print it.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let file = &props.file;
    html! {
        <div class="table1__scroll" tabindex="0" role="region" aria-label={tr!("cases-table1")}>
            <table class="table1__table">
                <caption><bdi>{ file.title.clone() }</bdi></caption>
                <thead>
                    <tr>
                        <th scope="col">{ file.head.first().cloned().unwrap_or_default() }</th>
                        { for file.head.iter().skip(1).enumerate().map(|(n, name)| html! { <th key={n} scope="col" class="num"><bdi>{ name.clone() }</bdi></th> }) }
                    </tr>
                </thead>
                { for file.sections.iter().enumerate().map(|(n, (name, lines))| html! {
                    <tbody key={n}>
                        <tr><th scope="rowgroup" colspan={file.head.len().to_string()} class="table1__section"><bdi>{ name.clone() }</bdi></th></tr>
                        { for lines.iter().enumerate().map(|(n, (line, cells))| html! {
                            <tr key={n}>
                                <th scope="row"><bdi>{ line.clone() }</bdi></th>
                                { for cells.iter().enumerate().map(|(n, cell)| html! { <td key={n} class="num"><bdi>{ cell.clone() }</bdi></td> }) }
                            </tr>
                        }) }
                    </tbody>
                }) }
            </table>
            { for file.notes.iter().enumerate().map(|(n, note)| html! { <p key={n} class="soft small">{ note.clone() }</p> }) }
        </div>
    }
}

fn measure_name(measure: Measure) -> AttrValue {
    match measure {
        Measure::Counts => tr!("measure-counts"),
        Measure::MeanRange => tr!("measure-mean-range"),
        Measure::MeanDeviation => tr!("measure-mean-deviation"),
        Measure::MedianRange => tr!("measure-median-range"),
        Measure::MedianQuartiles => tr!("measure-median-quartiles"),
        Measure::Range => tr!("measure-range"),
    }
}

/// The table in words and numbers of the language.
fn worded(table: &Table1, columns: &Columns, by: Option<Column>, title: &str) -> FileTable {
    let plain = |words: AttrValue| unmarked(words);
    let group = |group: &emic_core::table1::Group| match &group.value {
        None => plain(tr!("table1-all", n = group.size)),
        Some(value) if value.is_empty() => {
            plain(tr!("table1-group", value = tr!("sheet-no-value").as_str(), n = group.size))
        }
        Some(value) => plain(tr!("table1-group", value = value.as_str(), n = group.size)),
    };
    let first = by.map_or_else(
        || tr!("table1-characteristic"),
        |by| tr!("table1-characteristic-by", column = column_name(columns, by).as_str()),
    );
    let head = std::iter::once(plain(first)).chain(table.groups.iter().map(group)).collect();
    let sections = table.sections.iter().map(|section| {
        let lines = section.lines.iter().map(|(line, cells)| {
            let name = match line {
                Line::Value(value) => value.clone(),
                Line::Measure(measure) => plain(measure_name(*measure)),
                Line::Missing => plain(tr!("table1-missing")),
            };
            (name, cells.iter().map(cell_words).collect())
        });
        let counted = section.lines.iter().any(|(line, _)| matches!(line, Line::Value(_)));
        let name = column_name(columns, section.column);
        let name = if counted { tr!("table1-counted", column = name.as_str()) } else { name };
        (plain(name), lines.collect())
    });
    let mut notes = vec![plain(tr!("table1-note"))];
    if table.withdrawn > 0 {
        notes.push(plain(tr!("table1-withdrawn", n = table.withdrawn)));
    }
    let lang = i18n::current();
    FileTable {
        title: plain(tr!("table1-title", project = title)),
        language: lang.tag().to_owned(),
        rtl: lang.is_rtl(),
        head,
        sections: sections.collect(),
        notes,
    }
}

fn cell_words(cell: &Cell) -> String {
    let number = |value: f64| format_number((value * 10.0).round() / 10.0);
    let day = |(year, month, day): (i32, u8, u8)| match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    };
    match cell {
        Cell::Count { n, of: 0 } => format_number(*n as f64),
        Cell::Count { n, of } => {
            format!("{} ({})", format_number(*n as f64), i18n::format_percent(*n as f64 / *of as f64, 0))
        }
        Cell::Between { middle, low, high } => format!("{} ({}–{})", number(*middle), number(*low), number(*high)),
        Cell::Deviation { mean, deviation: Some(deviation) } => format!("{} ({})", number(*mean), number(*deviation)),
        Cell::Deviation { mean, deviation: None } => format!("{} (–)", number(*mean)),
        Cell::Range { low, high } => format!("{}–{}", number(*low), number(*high)),
        Cell::Days { first, last } => format!("{} – {}", day(*first), day(*last)),
        Cell::Number(n) => format_number(*n as f64),
        Cell::Nothing => "–".to_owned(),
    }
}
