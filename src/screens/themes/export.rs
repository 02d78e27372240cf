//! The paper's quotations as a file, with the checks before it is saved.

use std::collections::{BTreeMap, BTreeSet};

use emic_core::columns::Column;
use emic_core::ids::ThemeId;
use emic_core::paper::{Facts, Field, LeftOut, Template, Which, check, to_print};
use emic_core::project::Project;
use emic_core::text::{Text, TextHash};
use emic_formats::office::Office;
use emic_formats::paper::{Options, Paper, Words};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::View;
use super::attribution::languages;
use super::check::Identify;
use crate::i18n::{self, message, tr, unmarked};
use crate::screens::cases::words::{column_name, consent_name};
use crate::screens::hand_over::{hand_over, hand_over_office};
use crate::screens::kept;
use crate::session::FileKind;
use crate::store::{Same, Store, use_store};
use crate::widgets::{Button, ButtonVariant, Checkbox, Dialog, DialogSize, Select, SelectOption, Toggle};

/// The forms, with their names.
const FORMS: [(&str, &str); 5] = [
    ("docx", "paper-as-docx"),
    ("xlsx", "paper-as-xlsx"),
    ("html", "paper-as-html"),
    ("md", "paper-as-markdown"),
    ("csv", "paper-as-csv"),
];

#[derive(Properties, PartialEq)]
pub(super) struct ExportDialogProps {
    pub project: Same<Project>,
    /// The theme that is open.
    pub theme: Option<ThemeId>,
    /// The language of the paper.
    pub language: String,
    pub on_close: Callback<()>,
}

/// What is wished for.
#[derive(Clone, PartialEq)]
struct Wishes {
    form: String,
    /// Only the theme that is open.
    one: bool,
    /// Also what is not marked for the paper.
    spare: bool,
    /// What is known of each, under it.
    told: bool,
    verbatim: bool,
    /// Whose words they are, and of which document: both may name a person.
    case: bool,
    document: bool,
    columns: Vec<Column>,
    language: String,
}

impl Wishes {
    fn is_table(&self) -> bool {
        matches!(self.form.as_str(), "xlsx" | "csv")
    }
}

/// Asks what is written, and shows what it would tell.
#[component]
pub(super) fn ExportDialog(props: &ExportDialogProps) -> Html {
    let store = use_store();
    let project = &props.project;
    let wishes = use_state_eq(|| Wishes {
        form: "docx".to_owned(),
        one: false,
        spare: false,
        told: false,
        verbatim: false,
        case: false,
        document: false,
        columns: Vec::new(),
        language: props.language.clone(),
    });
    let known = use_memo(project.clone(), |project| Facts::of(project));
    let set = |change: fn(&mut Wishes, bool)| {
        let wishes = wishes.clone();
        Callback::from(move |on: bool| {
            let mut next = (*wishes).clone();
            change(&mut next, on);
            wishes.set(next);
        })
    };
    let say = |change: fn(&mut Wishes, String)| {
        let (wishes, id) = (wishes.clone(), project.id);
        Callback::from(move |value: String| {
            let mut next = (*wishes).clone();
            change(&mut next, value);
            kept::keep(id, "themes", View { language: Some(next.language.clone()) });
            wishes.set(next);
        })
    };
    let column = |column: Column| {
        let wishes = wishes.clone();
        Callback::from(move |on: bool| {
            let mut next = (*wishes).clone();
            next.columns.retain(|other| *other != column);
            if on {
                next.columns.push(column);
            }
            wishes.set(next);
        })
    };
    let theme = props.theme.filter(|_| wishes.one);
    let which = Which { theme, in_paper: !wishes.spare };
    let found = use_memo((project.clone(), which), |(project, which)| {
        let (themes, left_out) = to_print(project, *which);
        let mut unmarked = BTreeSet::new();
        for quotation in themes.iter().flat_map(|theme| &theme.quotations).map(|listed| &listed.quotation) {
            let Some(print) = &quotation.print else { continue };
            if !check(&quotation.quote.exact, &print.words).is_faithful() {
                unmarked.insert(quotation.id);
            }
        }
        let count: usize = themes.iter().map(|theme| theme.quotations.len()).sum();
        (count, left_out, unmarked.len())
    });
    let (count, left_out, unmarked) = &*found;
    let (count, unmarked) = (*count, *unmarked);
    let template = project.meta.attributions.get(&wishes.language).map(|template| Template::new(template));
    let template = template.unwrap_or_default();
    let tells = wishes.is_table() || wishes.told;
    let columns: Vec<Column> = if tells { wishes.columns.clone() } else { Vec::new() };
    let mut printed = known.fields.columns(&template);
    printed.extend(columns.iter().copied().filter(|column| !printed.contains(column)).collect::<Vec<_>>());
    let (case, document) = (tells && wishes.case, tells && wishes.document);
    let mut unchecked = known.fields.unchecked(&template);
    let chain = (columns.contains(&Column::Chain), Field::Column(Column::Chain));
    let named = [(document, Field::Document), (case, Field::Case), chain];
    let named = named.into_iter().filter(|(on, field)| *on && !unchecked.contains(field)).map(|(_, field)| field);
    unchecked.extend(named.collect::<Vec<_>>());
    let on_submit = {
        let (store, close, project, wishes) = (store, props.on_close.clone(), project.clone(), (*wishes).clone());
        let verbatim = tells && wishes.verbatim;
        let options = Options { which, template: template.clone(), document, case, columns, verbatim };
        Callback::from(move |()| {
            let (store, project, wishes, options) = (store.clone(), project.clone(), wishes.clone(), options.clone());
            spawn_local(async move { write(&store, &project, &wishes, &options).await });
            close.emit(());
        })
    };
    let forms = FORMS.map(|(key, name)| SelectOption::new(key, tr!(name))).to_vec();
    let blocked = left_out_words(left_out);
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("paper-export-do")} variant={ButtonVariant::Primary} submit=true disabled={count == 0} />
        </>
    };
    html! {
        <Dialog open=true title={tr!("paper-export")} size={DialogSize::Medium} on_close={props.on_close.clone()} on_submit={Some(on_submit)} {actions}>
            <div class="stack paperexport">
                <Select key="form" label={tr!("paper-form")} value={wishes.form.clone()} options={forms} on_change={say(|wishes, form| wishes.form = form)} />
                <Select key="language" label={tr!("attribution-language")} value={wishes.language.clone()} options={languages(project)} on_change={say(|wishes, tag| wishes.language = tag)} />
                if props.theme.is_some() {
                    <Toggle key="one" label={tr!("paper-one")} checked={wishes.one} on_change={set(|wishes, on| wishes.one = on)} />
                }
                <Toggle key="spare" label={tr!("paper-only")} checked={!wishes.spare} on_change={set(|wishes, on| wishes.spare = !on)} />
                if !wishes.is_table() {
                    <Toggle key="told" label={tr!("paper-told")} hint={Some(tr!("paper-told-hint"))} checked={wishes.told} on_change={set(|wishes, on| wishes.told = on)} />
                }
                if tells {
                    <Toggle key="verbatim" label={tr!("paper-verbatim")} hint={Some(tr!("paper-verbatim-hint"))} checked={wishes.verbatim} on_change={set(|wishes, on| wishes.verbatim = on)} />
                    <fieldset key="columns" class="paperexport__columns">
                        <legend>{ tr!("paper-columns") }</legend>
                        <Checkbox key="document" label={tr!("paper-word-document")} checked={wishes.document} on_change={set(|wishes, on| wishes.document = on)} />
                        <Checkbox key="case" label={tr!("paper-word-case")} checked={wishes.case} on_change={set(|wishes, on| wishes.case = on)} />
                        { for known.columns.all(project).into_iter().map(|of| html! {
                            <Checkbox key={String::from(of)} label={column_name(&known.columns, of)} checked={wishes.columns.contains(&of)} on_change={column(of)} />
                        }) }
                    </fieldset>
                }
                <section key="check" class="paperexport__check" aria-labelledby="export-check">
                    <h3 id="export-check">{ tr!("paper-check") }</h3>
                    <p role="status">{ tr!("paper-count", n = count) }</p>
                    if !blocked.is_empty() {
                        <p class="printed__warn">{ blocked }</p>
                    }
                    if left_out.contains_key(&LeftOut::Stale) {
                        <p class="small">{ tr!("paper-stale-do") }</p>
                    }
                    if unmarked > 0 {
                        <p class="printed__warn">{ tr!("paper-unmarked", n = unmarked) }</p>
                    }
                    <Identify project={project.clone()} {theme} columns={printed} {unchecked} all={wishes.spare} />
                </section>
            </div>
        </Dialog>
    }
}

/// What is said of quotations that are left out.
fn left_out_words(left_out: &BTreeMap<LeftOut, usize>) -> String {
    let (mut parts, mut blocked, mut said) = (Vec::new(), 0, Vec::new());
    for (why, n) in left_out {
        match why {
            LeftOut::Consent(consent) => {
                parts.push(format!("{} ({n})", consent_name(*consent)));
                blocked += n;
            }
            LeftOut::Stale => said.push(unmarked(tr!("paper-stale", n = *n))),
        }
    }
    if blocked > 0 {
        said.insert(0, unmarked(tr!("paper-left-out", n = blocked, why = parts.join(&tr!("list-separator")))));
    }
    said.join(" ")
}

/// Writes the file and hands it over.
async fn write(store: &Store, project: &Project, wishes: &Wishes, options: &Options) {
    let mut texts = BTreeMap::<TextHash, Text>::new();
    for of in to_print(project, options.which).0.iter().flat_map(|theme| &theme.quotations) {
        if !texts.contains_key(&of.document.text.hash)
            && let Ok(text) = store.text(of.document.text).await
        {
            texts.insert(of.document.text.hash, text);
        }
    }
    let lang = i18n::current();
    let title = format!("{}: {}", project.meta.title, unmarked(tr!("paper-title")));
    let words = Words {
        title: title.clone(),
        right_to_left: lang.is_rtl(),
        word: &|key| unmarked(message(&format!("paper-word-{key}"), None)),
        left_out: &left_out_words,
    };
    let paper = Paper::of(project, options, &words, &|hash| texts.get(hash).cloned());
    match wishes.form.as_str() {
        "csv" => hand_over(&title, FileKind::Csv, paper.sheet(&words).csv(true).as_bytes()),
        "html" => hand_over(&title, FileKind::Html, paper.page(&words, wishes.told).html(lang.tag()).as_bytes()),
        "md" => hand_over(&title, FileKind::Markdown, paper.page(&words, wishes.told).markdown().as_bytes()),
        "xlsx" => hand_over_office(title.clone(), Office::Sheet(paper.sheet(&words))),
        _ => hand_over_office(title.clone(), Office::Page(paper.page(&words, wishes.told))),
    }
}
