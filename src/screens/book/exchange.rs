//! The codebook out as a file, and in from a table: what each row would do is shown first.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::project::Code;
use emic_core::text::Direction;
use emic_formats::codebook::{Column, Fate, Format, MOST_ROWS, Plan, Words, guess_columns, plan, tell, write};
use emic_formats::office::Office;
use emic_formats::source::{Sheet, Wishes};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::{self, format_number, tr, unmarked};
use crate::platform;
use crate::screens::act::act_with_undo;
use crate::screens::codes::{text_name, use_counts};
use crate::screens::hand_over::{hand_over, hand_over_office};
use crate::session::FileKind;
use crate::store::{Same, use_project, use_store, use_writable};
use crate::widgets::{
    Badge, Button, ButtonVariant, Dialog, DialogSize, IconName, Menu, MenuItem, Select, SelectOption, Toggle, toast,
};
use crate::worker::{Given, Readers, Stop};

/// Rows of the preview.
const SHOWN: usize = 100;

/// How the codebook goes out.
#[derive(Clone, Copy)]
enum Form {
    /// As text that is made here.
    Words(Format),
    /// As a file of an office program, which the second module makes.
    Office,
}

/// The codebook out and in.
#[component]
pub fn ExchangeMenu() -> Html {
    let project = use_project();
    let counts = use_counts();
    let writable = use_writable();
    let table = use_state_eq(|| None::<Same<Sheet>>);
    let input = use_node_ref();
    let out = |label: AttrValue, kind: FileKind, form: Form| {
        let (project, counts) = (project.clone(), counts.clone());
        let export = Callback::from(move |()| {
            let Some(project) = &project else { return };
            let lang = i18n::current();
            let title = format!("{} {}", project.meta.title, unmarked(tr!("codebook")));
            let words = Words {
                title: title.clone(),
                language: lang.tag().to_owned(),
                direction: if lang.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight },
                word: &word,
            };
            let counted = |code: &Code| {
                let of = |map: &std::collections::BTreeMap<_, usize>| map.get(&code.id).copied().unwrap_or(0);
                (of(&counts.by_code), of(&counts.with_subcodes))
            };
            let told = || tell(project, &counted, &words);
            match form {
                Form::Words(format) => {
                    hand_over(&words.title, kind, write(project, &counted, format, &words).as_bytes());
                }
                Form::Office if kind == FileKind::Xlsx => hand_over_office(title, Office::Sheet(told().sheet())),
                Form::Office => hand_over_office(title, Office::Page(told().page())),
            }
        });
        MenuItem::new(label, export)
    };
    let choose = {
        let input = input.clone();
        Callback::from(move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let items: Rc<[MenuItem]> = Rc::from([
        out(tr!("book-as-docx"), FileKind::Docx, Form::Office),
        out(tr!("book-as-xlsx"), FileKind::Xlsx, Form::Office),
        out(tr!("quotations-as-html"), FileKind::Html, Form::Words(Format::Html)),
        out(tr!("quotations-as-csv"), FileKind::Csv, Form::Words(Format::Csv { bom: true })),
        out(tr!("quotations-as-markdown"), FileKind::Markdown, Form::Words(Format::Markdown)),
        MenuItem::new(tr!("book-import"), choose).icon(IconName::Upload).disabled(!writable).parted(),
    ]);
    let onchange = {
        let table = table.setter();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let file = input.files().and_then(|files| files.get(0));
            input.set_value("");
            let Some(file) = file else { return };
            let table = table.clone();
            spawn_local(async move {
                let wishes = Wishes { whole_table: true, ..Wishes::default() };
                let given = Readers::default().read(&file, &file.name(), &wishes, &Stop::default(), &|_| ()).await;
                let sheet = match given {
                    Ok(Given::Table(sketch)) => sketch.sheets.into_iter().max_by_key(|sheet| sheet.rows),
                    _ => None,
                };
                match sheet.filter(|sheet| !sheet.first.is_empty()) {
                    Some(sheet) if sheet.rows as usize > MOST_ROWS + 1 => {
                        let (rows, most) = (format_number(f64::from(sheet.rows)), format_number(MOST_ROWS as f64));
                        toast(tr!("book-import-many", name = file.name(), rows = rows, most = most), None);
                    }
                    Some(sheet) => table.set(Some(Same::from(sheet))),
                    None => toast(tr!("book-import-not", name = file.name()), None),
                }
            });
        })
    };
    let close = {
        let table = table.setter();
        Callback::from(move |()| table.set(None))
    };
    html! {
        <span class="codebook__exchange">
            <Menu key="menu" label={tr!("book-exchange")} icon={IconName::Download} small=true {items} />
            <input
                key="file"
                ref={input}
                type="file"
                class="visually-hidden"
                accept=".csv,.tsv,.xlsx,.ods"
                tabindex="-1"
                aria-label={tr!("book-import")}
                {onchange}
            />
            if let Some(sheet) = &*table {
                <Import key="import" sheet={sheet.clone()} on_close={close} />
            }
        </span>
    }
}

/// A word of the file, by its key.
fn word(key: &str) -> String {
    let message = match key {
        "code" => "content-code".to_owned(),
        "under" => "codes-path".to_owned(),
        "also-under" => "book-also".to_owned(),
        "quotations" => "quotations".to_owned(),
        "with-below" => "codes-with-sub".to_owned(),
        "typical" => "book-export-typical".to_owned(),
        "borderline" => "book-export-borderline".to_owned(),
        "left-out" => "book-export-left-out".to_owned(),
        "nothing" => "codes-none".to_owned(),
        "text-definition" => "definition".to_owned(),
        "text-full" => "book-full".to_owned(),
        "text-use_when" => "book-use-when".to_owned(),
        "text-not_when" => "book-not-when".to_owned(),
        key if ["status-", "origin-"].iter().any(|kind| key.starts_with(kind)) => {
            let known =
                ["status-draft", "status-in-use", "status-final", "status-retired", "origin-data", "origin-given"];
            if !known.contains(&key) {
                // What a newer version knows has no other word.
                return key.split_once('-').map_or(key, |(_, own)| own).to_owned();
            }
            format!("book-{key}")
        }
        key => format!("book-{key}"),
    };
    unmarked(tr!(&message))
}

#[derive(Properties, PartialEq)]
struct ImportProps {
    sheet: Same<Sheet>,
    on_close: Callback<()>,
}

/// What the columns are, and what each row would do.
#[component]
fn Import(props: &ImportProps) -> Html {
    let store = use_store();
    let project = use_project();
    let rows = &props.sheet.first;
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let named = use_state_eq(|| true);
    let columns = use_state_eq(|| {
        let mut columns = guess_columns(rows.first().map(Vec::as_slice).unwrap_or_default());
        columns.resize(width, Column::Ignore);
        columns
    });
    let replace = use_state_eq(|| false);
    let found = use_memo(
        (project, props.sheet.clone(), (*columns).clone(), *named, *replace),
        |(project, sheet, columns, named, replace)| {
            let project = project.as_ref()?;
            let rows = &sheet.first[usize::from(*named).min(sheet.first.len())..];
            let plan = plan(project, rows, columns, &mut platform::random);
            let edits: Rc<[Edit]> = plan.edits(project, *replace, &unmarked(tr!("book-import-why"))).into();
            Some((plan, edits))
        },
    );
    let Some((found, edits)) = &*found else { return html! { <span hidden=true></span> } };
    let (new, differ) = tally(found);
    let on_submit = {
        let (close, edits, n) = (props.on_close.clone(), Rc::clone(edits), new);
        Callback::from(move |()| {
            if edits.is_empty() || act_with_undo(&store, edits.to_vec(), tr!("book-imported", n = n)) {
                close.emit(());
            }
        })
    };
    let names: Vec<SelectOption> =
        Column::ALL.iter().map(|column| SelectOption::new(column.key(), column_name(*column))).collect();
    let column = |at: usize| {
        let on_change = {
            let columns = columns.clone();
            Callback::from(move |value: String| {
                let Some(column) = Column::ALL.into_iter().find(|column| column.key() == value) else { return };
                let mut new = (*columns).clone();
                // Nothing is in two columns.
                for other in new.iter_mut().filter(|other| **other == column && column != Column::Ignore) {
                    *other = Column::Ignore;
                }
                if let Some(own) = new.get_mut(at) {
                    *own = column;
                }
                columns.set(new);
            })
        };
        let first = rows.first().and_then(|row| row.get(at)).cloned().unwrap_or_default();
        let label = if first.is_empty() { tr!("book-import-column", n = at + 1) } else { first.into() };
        html! { <Select key={at.to_string()} {label} value={columns.get(at).map(|column| column.key()).unwrap_or_default()} options={names.clone()} {on_change} /> }
    };
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.setter();
        Callback::from(move |on: bool| state.set(on))
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("book-import-do")} variant={ButtonVariant::Primary} submit=true disabled={edits.is_empty()} />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("book-import-title")}
            on_close={props.on_close.clone()}
            on_submit={Some(on_submit)}
            size={DialogSize::Large}
            closes_outside=false
            {actions}
        >
            <Toggle label={tr!("book-import-named")} checked={*named} on_change={toggle(&named)} />
            <fieldset class="book-import__columns">
                <legend>{ tr!("book-import-columns") }</legend>
                { for (0..width).map(column) }
            </fieldset>
            <p role="status">
                { tr!("book-import-tally", n = new) }
                if found.nameless > 0 {
                    { " " }{ tr!("book-import-nameless", n = found.nameless) }
                }
            </p>
            if differ > 0 {
                <Toggle label={tr!("book-import-replace", n = differ)} hint={Some(tr!("book-import-replace-hint"))} checked={*replace} on_change={toggle(&replace)} />
            }
            <ul class="book-import__rows" tabindex="0" aria-label={tr!("book-import-preview")}>
                { for found.codes.iter().take(SHOWN).enumerate().map(|(n, code)| {
                    let list = |texts: &[emic_core::project::CodeText]| texts.iter().map(|text| text_name(*text).to_string()).collect::<Vec<_>>().join(&tr!("merge-and"));
                    let (mark, said) = match &code.fate {
                        Fate::New => (tr!("split-new"), None),
                        Fate::Same => (tr!("book-import-same"), None),
                        Fate::There { fills, differs } => {
                            let fills = (!fills.is_empty()).then(|| tr!("book-import-fills", texts = list(fills)));
                            let differs = (!differs.is_empty()).then(|| {
                                if *replace { tr!("book-import-replaces", texts = list(differs)) } else { tr!("book-import-keeps", texts = list(differs)) }
                            });
                            let said: Vec<String> = fills.into_iter().chain(differs).map(|said| said.to_string()).collect();
                            (tr!("book-import-there"), Some(said.join(" ")))
                        }
                    };
                    html! {
                        <li key={n.to_string()}>
                            <bdi>{ code.path.join(" / ") }</bdi>
                            <Badge text={mark} />
                            if let Some(said) = said {
                                <span class="soft small">{ said }</span>
                            }
                        </li>
                    }
                }) }
            </ul>
            if found.codes.len() > SHOWN {
                <p class="soft small">{ tr!("board-rest", n = found.codes.len() - SHOWN) }</p>
            }
        </Dialog>
    }
}

/// How many codes would be made, and how many that are there have texts that say something else.
fn tally(plan: &Plan) -> (usize, usize) {
    let new = plan.codes.iter().filter(|code| code.fate == Fate::New).count();
    let differ = |fate: &Fate| matches!(fate, Fate::There { differs, .. } if !differs.is_empty());
    (new, plan.codes.iter().filter(|code| differ(&code.fate)).count())
}

fn column_name(column: Column) -> AttrValue {
    match column {
        Column::Ignore => tr!("book-import-ignore"),
        Column::Name => tr!("book-import-name"),
        Column::Under => tr!("codes-path"),
        Column::Level => tr!("book-level"),
        Column::Text(text) => text_name(text),
    }
}
