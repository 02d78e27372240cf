//! A table of answers: what each of its columns is, before texts are made of it.

use std::rc::Rc;

use emic_formats::source::{ColumnUse, OneDocumentPer, Sheet, TablePlan, TableSketch, Wishes};
use emic_formats::text_file::Encoding;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::batch::Batch;
use super::files::{SourceFile, Stage};
use super::read::read_again;
use super::words;
use crate::i18n::{format_number, tr};
use crate::store::{Same, use_store};
use crate::widgets::{Button, ButtonVariant, ProgressBar, Select, SelectOption, Toggle};
use crate::worker::Stop;

/// What a [`TableWizard`] shows and does.
#[derive(Properties, PartialEq)]
pub struct TableWizardProps {
    /// The table.
    pub file: Same<SourceFile>,
    /// How the list changes.
    pub batch: UseReducerDispatcher<Batch>,
}

/// The columns of a table, each with what it is.
#[component]
pub fn TableWizard(props: &TableWizardProps) -> Html {
    match &props.file.stage {
        Stage::Table(sketch) => html! {
            <Wizard file={props.file.clone()} sketch={Same(Rc::clone(sketch))} batch={props.batch.clone()} />
        },
        // It is read again.
        _ => html! { <section class="import__preview"><ProgressBar label={tr!("import-rereading")} /></section> },
    }
}

#[derive(Properties, PartialEq)]
struct WizardProps {
    file: Same<SourceFile>,
    sketch: Same<TableSketch>,
    batch: UseReducerDispatcher<Batch>,
}

#[component]
fn Wizard(props: &WizardProps) -> Html {
    let store = use_store();
    let (file, sketch) = (&props.file, &props.sketch);
    let plan = use_state_eq(|| sketch.suggested.clone());
    {
        // Read with another separator or encoding it is another table.
        let plan = plan.setter();
        use_effect_with(sketch.clone(), move |sketch| plan.set(sketch.suggested.clone()));
    }
    let read = {
        let (batch, file, store) = (props.batch.clone(), Rc::clone(&file.0), store.clone());
        Callback::from(move |wishes: Wishes| {
            spawn_local(read_again(Rc::clone(&file), wishes, store.clone(), batch.clone(), Stop::default()));
        })
    };
    let with: Rc<Change> = {
        let plan = plan.clone();
        Rc::new(move |change| {
            let mut new = (*plan).clone();
            change(&mut new);
            plan.set(new);
        })
    };
    let sheet = sketch.sheets.get(plan.sheet as usize);
    let answers = plan.columns.contains(&ColumnUse::Answer);
    let make = {
        let (read, plan, wishes) = (read.clone(), (*plan).clone(), file.wishes.clone());
        Callback::from(move |_: MouseEvent| {
            read.emit(Wishes { table: Some(plan.clone()), ..wishes.clone() });
        })
    };
    html! {
        <section class="import__preview import-table" aria-label={tr!("import-table-of", name = file.name.to_string())}>
            <div key="head">
                <h3>{ tr!("import-table-title") }</h3>
                <p class="soft small">{ tr!("import-table-text") }</p>
            </div>
            <Choices key="choices" file={file.clone()} sketch={sketch.clone()} plan={(*plan).clone()} with={With(Rc::clone(&with))} {read} />
            if let Some(sheet) = sheet {
                <Columns key="columns" sheet={sheet.clone()} plan={(*plan).clone()} with={With(with)} />
            } else {
                <p key="nothing">{ tr!("import-empty") }</p>
            }
            <div key="foot" class="import-table__foot">
                <Button label={tr!("import-table-make")} variant={ButtonVariant::Primary} disabled={!answers} onclick={make} />
                <span class="soft small">{ if answers { AttrValue::default() } else { tr!("import-table-no-answer") } }</span>
            </div>
        </section>
    }
}

/// Carries out a change of the plan.
type Change = dyn Fn(&dyn Fn(&mut TablePlan));

/// Changes the plan.
#[derive(Clone)]
struct With(Rc<Change>);

impl PartialEq for With {
    fn eq(&self, other: &With) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
struct ChoicesProps {
    file: Same<SourceFile>,
    sketch: Same<TableSketch>,
    plan: TablePlan,
    with: With,
    read: Callback<Wishes>,
}

/// What holds for the whole table.
#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let (sketch, plan) = (&props.sketch, &props.plan);
    let on_sheet = {
        let (with, sketch) = (props.with.clone(), sketch.clone());
        Callback::from(move |value: String| {
            let sheet: u32 = value.parse().unwrap_or(0);
            let columns = sketch.sheets.get(sheet as usize).and_then(|sheet| sheet.first.first()).map_or(0, Vec::len);
            (with.0)(&|plan| {
                if plan.sheet != sheet {
                    plan.sheet = sheet;
                    plan.columns = vec![ColumnUse::Ignore; columns];
                }
            });
        })
    };
    let on_per = {
        let with = props.with.clone();
        Callback::from(move |value: String| {
            (with.0)(&|plan| {
                plan.per = PER.into_iter().find(|(key, ..)| *key == value).map_or(plan.per, |(_, per, _)| per);
            });
        })
    };
    let on_header = {
        let with = props.with.clone();
        Callback::from(move |header| (with.0)(&|plan| plan.header = header))
    };
    let on_delimiter = {
        let (read, wishes, plan) = (props.read.clone(), props.file.wishes.clone(), plan.clone());
        Callback::from(move |value: String| {
            let delimiter = value.chars().next();
            // Without columns it is a question about the table, not a plan for it.
            let table = delimiter.map(|delimiter| TablePlan { delimiter, columns: Vec::new(), ..plan.clone() });
            read.emit(Wishes { table, ..wishes.clone() });
        })
    };
    let on_encoding = {
        let (read, wishes) = (props.read.clone(), props.file.wishes.clone());
        Callback::from(move |label: String| {
            read.emit(Wishes { encoding: Encoding::from_label(&label), table: None, ..wishes.clone() });
        })
    };
    let sheets = sketch.sheets.iter().enumerate();
    let sheets: Vec<_> = sheets.map(|(n, sheet)| SelectOption::new(n.to_string(), sheet.name.clone())).collect();
    let pers = PER.into_iter().map(|(key, _, label)| SelectOption::new(key, tr!(label))).collect::<Vec<_>>();
    let per = PER.into_iter().find(|(_, per, _)| *per == plan.per).map_or("", |(key, ..)| key);
    html! {
        <div class="import-table__choices">
            if sheets.len() > 1 {
                <Select key="sheet" label={tr!("import-table-sheet")} value={plan.sheet.to_string()} options={sheets} on_change={on_sheet} />
            }
            <Select key="per" label={tr!("import-table-per")} value={per} options={pers} on_change={on_per} />
            if let Some(encoding) = sketch.encoding {
                <Select
                    key="delimiter"
                    label={tr!("import-table-delimiter")}
                    value={plan.delimiter.to_string()}
                    options={DELIMITERS.map(|(sign, label)| SelectOption::new(sign, tr!(label))).to_vec()}
                    on_change={on_delimiter}
                />
                <Select
                    key="encoding"
                    label={tr!("import-encoding")}
                    value={encoding.label()}
                    options={words::encoding_options()}
                    on_change={on_encoding}
                />
            }
            <Toggle key="header" label={tr!("import-table-header")} checked={plan.header} on_change={on_header} />
        </div>
    }
}

const PER: [(&str, OneDocumentPer, &str); 3] = [
    ("respondent", OneDocumentPer::Respondent, "import-table-per-respondent"),
    ("question", OneDocumentPer::Question, "import-table-per-question"),
    ("transcript", OneDocumentPer::Transcript, "import-table-per-transcript"),
];

const DELIMITERS: [(&str, &str); 4] = [
    (",", "import-delimiter-comma"),
    (";", "import-delimiter-semicolon"),
    ("\t", "import-delimiter-tab"),
    ("|", "import-delimiter-bar"),
];

const USES: [(ColumnUse, &str, &str); 6] = [
    (ColumnUse::Identifier, "identifier", "import-column-identifier"),
    (ColumnUse::Answer, "answer", "import-column-answer"),
    (ColumnUse::Attribute, "attribute", "import-column-attribute"),
    (ColumnUse::Speaker, "speaker", "import-column-speaker"),
    (ColumnUse::Time, "time", "import-column-time"),
    (ColumnUse::Ignore, "ignore", "import-column-ignore"),
];

#[derive(Properties, PartialEq)]
struct ColumnsProps {
    sheet: Sheet,
    plan: TablePlan,
    with: With,
}

/// The first rows, with the use of each column at its head.
#[component]
fn Columns(props: &ColumnsProps) -> Html {
    let (sheet, plan) = (&props.sheet, &props.plan);
    let count = sheet.first.iter().map(Vec::len).max().unwrap_or_default();
    let chosen_for = |n: usize| plan.columns.get(n).copied().unwrap_or_default();
    let name = |n: usize| {
        let header = sheet.first.first().filter(|_| plan.header).and_then(|row| row.get(n)).map(|name| name.trim());
        header.filter(|name| !name.is_empty()).map_or_else(
            || tr!("import-table-column", n = format_number(n as f64 + 1.0)),
            |name| AttrValue::from(name.to_owned()),
        )
    };
    let transcript = plan.per == OneDocumentPer::Transcript;
    let options: Vec<SelectOption> = USES
        .into_iter()
        .filter(|(it, ..)| transcript || !matches!(it, ColumnUse::Speaker | ColumnUse::Time))
        .map(|(_, key, label)| SelectOption::new(key, tr!(label)))
        .collect();
    let head = (0..count).map(|n| {
        let with = props.with.clone();
        let on_change = Callback::from(move |value: String| {
            let chosen = USES.into_iter().find(|(_, key, _)| *key == value).map_or(ColumnUse::Ignore, |(it, ..)| it);
            (with.0)(&|plan| {
                if plan.columns.len() < count {
                    plan.columns.resize(count, ColumnUse::Ignore);
                }
                // One column says who answers, one who speaks, one when.
                if matches!(chosen, ColumnUse::Identifier | ColumnUse::Speaker | ColumnUse::Time) {
                    plan.columns.iter_mut().filter(|it| **it == chosen).for_each(|it| *it = ColumnUse::Ignore);
                }
                plan.columns[n] = chosen;
            });
        });
        let value = USES.into_iter().find(|(it, ..)| *it == chosen_for(n)).map_or("ignore", |(_, key, _)| key);
        html! {
            <th key={n} scope="col" class={format!("import-table__use import-table__use--{value}")}>
                <bdi>{ name(n) }</bdi>
                <Select
                    label={tr!("import-table-use", column = name(n))}
                    hide_label=true
                    {value}
                    options={options.clone()}
                    {on_change}
                />
            </th>
        }
    });
    let rows = sheet.first.iter().skip(usize::from(plan.header)).enumerate().map(|(n, row)| {
        html! {
            <tr key={n}>
                { for (0..count).map(|column| html! {
                    <td key={column} class={(chosen_for(column) == ColumnUse::Ignore).then_some("soft")} dir="auto">
                        { row.get(column).cloned().unwrap_or_default() }
                    </td>
                }) }
            </tr>
        }
    });
    let more = sheet.rows as usize > sheet.first.len();
    html! {
        <div class="import-table__scroll" tabindex="0" role="region" aria-label={tr!("import-table-rows")}>
            <table>
                <thead><tr>{ for head }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            if more {
                <p class="soft small">{ tr!("import-table-more", n = sheet.rows as usize - sheet.first.len()) }</p>
            }
        </div>
    }
}
