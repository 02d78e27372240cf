//! The quotations on show as a file to read, print, or open in a spreadsheet.

use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use emic_core::text::{Direction, Text, TextHash};
use emic_formats::quotations::{Exporter, Form, Format, Labels, Options, Selection, Step};
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::model::Choice;
use crate::i18n::{self, format_date, format_number, tr, unmarked};
use crate::platform;
use crate::screens::cases::words::left_out_words;
use crate::screens::hand_over::office_bytes;
use crate::session::{FileKind, download};
use crate::store::{Store, use_scope, use_store};
use crate::widgets::{IconName, Menu, MenuItem, toast};

/// How much of the paragraph is given around each quotation, in code points.
const CONTEXT: u32 = 120;

/// How long is worked before the page is let be drawn, in milliseconds.
const SLICE: i64 = 12;

#[derive(Properties, PartialEq)]
pub struct ExportMenuProps {
    /// Which quotations are on show.
    pub choice: Choice,
    /// Whether those of the codes below are.
    pub subcodes: bool,
    /// What they are called: the code's name, or what is shown instead.
    pub title: AttrValue,
}

/// Offers the quotations on show in each form.
#[component]
pub fn ExportMenu(props: &ExportMenuProps) -> Html {
    let store = use_store();
    let scope = use_scope();
    let selection = match props.choice {
        Choice::All => Selection::All,
        Choice::Without => Selection::WithoutCode,
        Choice::Code(code) => Selection::Code { code, subcodes: props.subcodes },
    };
    let item = |label: AttrValue, kind: FileKind, format: Format| {
        let (store, scope, title) = (store.clone(), scope.clone(), props.title.clone());
        let export = Callback::from(move |()| {
            let options = Options { format, selection, scope: (*scope).clone(), context: CONTEXT };
            let (store, title) = (store.clone(), title.clone());
            spawn_local(async move { write(&store, &title, kind, options).await });
        });
        MenuItem::new(label, export)
    };
    let items: Rc<[MenuItem]> = Rc::from([
        item(tr!("book-as-docx"), FileKind::Docx, Format::Office(Form::Page)),
        item(tr!("book-as-xlsx"), FileKind::Xlsx, Format::Office(Form::Sheet)),
        item(tr!("quotations-as-html"), FileKind::Html, Format::Html),
        item(tr!("quotations-as-csv"), FileKind::Csv, Format::Csv { bom: true }),
        item(tr!("quotations-as-csv-plain"), FileKind::Csv, Format::Csv { bom: false }),
        item(tr!("quotations-as-markdown"), FileKind::Markdown, Format::Markdown),
    ]);
    html! { <Menu label={tr!("quotations-export")} icon={IconName::Download} {items} /> }
}

/// Writes the file a part at a time, and hands it over.
async fn write(store: &Store, title: &str, kind: FileKind, options: Options) {
    let Some(snapshot) = store.snapshot() else { return };
    let documents: HashMap<TextHash, _> =
        snapshot.project.documents.values().map(|document| (document.text.hash, document.text)).collect();
    let date = Rc::new(|at: emic_core::time::Timestamp| format_date(at.0 as f64));
    let labels = labels(&format!("{}: {title}", snapshot.project.meta.title));
    let mut exporter = Exporter::new(&snapshot.project, options, labels, date);
    exporter.say_left_out(left_out_words(exporter.left_out()));
    let blocked: usize = exporter.left_out().values().sum();
    let mut words = String::new();
    let mut ready = HashMap::<TextHash, Text>::new();
    let mut since = platform::now().0;
    loop {
        match exporter.step(&|hash| ready.get(hash).cloned()) {
            Step::Working => {}
            Step::Part(part) => words.push_str(&part),
            Step::NeedsText(hash) => {
                let found = match documents.get(&hash) {
                    Some(text) => store.text(*text).await.ok(),
                    None => None,
                };
                match found {
                    Some(text) => {
                        // One document after another is written, so one text at a time is enough.
                        ready.clear();
                        ready.insert(hash, text);
                    }
                    None => exporter.skip_text(),
                }
            }
            Step::Done => break,
        }
        if platform::now().0 - since > SLICE {
            sleep(Duration::ZERO).await;
            since = platform::now().0;
        }
    }
    let missing = exporter.without_text().len();
    let bytes = match exporter.into_office() {
        None => words.into_bytes(),
        Some(office) => match office_bytes(&office).await {
            Some(bytes) => bytes,
            None => return,
        },
    };
    let name = format!("{} {title}", snapshot.project.meta.title);
    match download(&name, kind, &bytes) {
        Ok(name) if missing == 0 && blocked > 0 => {
            toast(tr!("quotations-exported-blocked", name = name, n = blocked), None)
        }
        Ok(name) if missing == 0 => toast(tr!("exported-as", name = name), None),
        Ok(name) => toast(tr!("quotations-exported-without", name = name, n = format_number(missing as f64)), None),
        Err(why) => toast(why, None),
    }
}

fn labels(title: &str) -> Labels {
    let word = |key: &str| unmarked(tr!(key));
    let lang = i18n::current();
    Labels {
        title: title.to_owned(),
        language: lang.tag().to_owned(),
        direction: if lang.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight },
        code: word("quotations-label-code"),
        quotation: word("quotations-label-quotation"),
        before: word("quotations-label-before"),
        after: word("quotations-label-after"),
        document: word("quotations-label-document"),
        paragraph: word("quotations-label-paragraph"),
        speaker: word("quotations-label-speaker"),
        time: word("quotations-label-time"),
        page: word("quotations-label-page"),
        quotation_comment: word("quotations-label-comment"),
        coding_comment: word("quotations-label-coding-comment"),
        coder: word("quotations-label-coder"),
        date: word("quotations-label-date"),
        other_codes: word("quotations-label-other-codes"),
        without_code: word("retrieve-without"),
        nothing: word("quotations-label-nothing"),
    }
}
