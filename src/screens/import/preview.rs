//! The preview of one text: what it is called, how it is read, who speaks in it, and how it is tidied.

use std::rc::Rc;

use emic_core::project::DocumentKind;
use emic_formats::source::{Aspect, TrackedChanges, Wishes};
use emic_formats::text_file::Encoding;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::batch::{Batch, Change};
use super::files::{SourceFile, Stage};
use super::item::Item;
use super::read::read_again;
use super::speakers::Speakers;
use super::spoken::Spoken;
use super::tidying::Tidying;
use super::words;
use crate::i18n::tr;
use crate::screens::documents::{kind_name, kind_options};
use crate::store::{Same, use_store};
use crate::widgets::{Button, Icon, IconName, ProgressBar, Select, SelectOption, TextField, Toggle};
use crate::worker::Stop;

/// What a [`Preview`] shows and does.
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The text.
    pub item: Same<Item>,
    /// The file that it was taken out of.
    pub file: Option<Same<SourceFile>>,
    /// Whether there are others in the list.
    pub others: bool,
    /// How the list changes.
    pub batch: UseReducerDispatcher<Batch>,
}

/// What of a text is looked at.
#[derive(Clone, Copy, PartialEq)]
enum View {
    /// The words, and who speaks.
    Words,
    /// What tidying does.
    Tidying,
}

/// A text as it will be brought in.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let item = &props.item;
    let key = item.key;
    // What there is to decide about comes first.
    let first = if item.reading.suggested.is_empty() { View::Words } else { View::Tidying };
    let view = use_state_eq(|| None::<(usize, View)>);
    let shown = view.filter(|(of, _)| *of == key).map_or(first, |(_, view)| view);
    let choose = |to: View, label: AttrValue| {
        let view = view.setter();
        let onclick = Callback::from(move |_: MouseEvent| view.set(Some((key, to))));
        html! { <Button {label} small=true pressed={shown == to} {onclick} /> }
    };
    let left_out = props.file.as_ref().map(|file| words::left_out(&file.left_out)).filter(|words| !words.is_empty());
    let notes = item.reading.issues.iter().map(words::issue).chain(item.twin.as_ref().map(words::twin));
    let reading = props.file.as_ref().is_some_and(|file| matches!(file.stage, Stage::Reading(_)));
    let remarks = item.extract.remarks.len();
    let on_remarks = {
        let batch = props.batch.clone();
        Callback::from(move |with| batch.dispatch(Change::Remarks(key, with)))
    };
    html! {
        <section class="import__preview" aria-label={tr!("import-preview-of", title = &item.title)}>
            <Facts key="facts" item={props.item.clone()} file={props.file.clone()} batch={props.batch.clone()} />
            <div key="rereading" class="import__rereading">
                if reading {
                    <ProgressBar label={tr!("import-rereading")} />
                }
            </div>
            <ul class="import__notes" key="notes">
                { for notes.enumerate().map(|(n, note)| html! {
                    <li key={n} class="import__note"><Icon name={IconName::Warning} /><span>{ note }</span></li>
                }) }
                if let Some(left_out) = left_out {
                    <li key="left-out" class="import__note import__note--calm">
                        <Icon name={IconName::Info} /><span>{ tr!("import-left-out-of", what = &left_out) }</span>
                    </li>
                }
            </ul>
            <div key="remarks" class="import__remarks">
                if remarks > 0 {
                    <Toggle label={tr!("import-remarks", n = remarks)} checked={item.with_remarks} on_change={on_remarks} />
                }
            </div>
            <div key="views" class="import__views" role="group" aria-label={tr!("import-views")}>
                { choose(View::Words, tr!("import-view-words")) }
                { choose(View::Tidying, tr!("import-view-tidying")) }
            </div>
            if shown == View::Words {
                <div key="words" class="import__words">
                    <Speakers key={format!("speakers-{key}")} item={props.item.clone()} batch={props.batch.clone()} />
                    <Spoken key={format!("spoken-{key}")} item={props.item.clone()} />
                </div>
            } else {
                <Tidying key="tidying" item={props.item.clone()} others={props.others} batch={props.batch.clone()} />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FactsProps {
    item: Same<Item>,
    file: Option<Same<SourceFile>>,
    batch: UseReducerDispatcher<Batch>,
}

/// Title, kind, and how the file is read.
#[component]
fn Facts(props: &FactsProps) -> Html {
    let store = use_store();
    let item = &props.item;
    let key = item.key;
    let on_title = {
        let batch = props.batch.clone();
        Callback::from(move |title| batch.dispatch(Change::Title(key, title)))
    };
    let on_kind = {
        let batch = props.batch.clone();
        Callback::from(move |kind: String| batch.dispatch(Change::Kind(key, DocumentKind::from(kind))))
    };
    let again = {
        let (batch, file) = (props.batch.clone(), props.file.clone());
        move |wish: &dyn Fn(&mut Wishes)| {
            let Some(file) = &file else { return };
            let mut wishes = file.wishes.clone();
            wish(&mut wishes);
            spawn_local(read_again(Rc::clone(&file.0), wishes, store.clone(), batch.clone(), Stop::default()));
        }
    };
    let on_encoding = {
        let again = again.clone();
        Callback::from(move |label: String| again(&|wishes| wishes.encoding = Encoding::from_label(&label)))
    };
    let on_tracked = Callback::from(move |choice: String| {
        let tracked = if choice == "rejected" { TrackedChanges::Rejected } else { TrackedChanges::Accepted };
        again(&|wishes| wishes.tracked = tracked);
    });
    let tracked = props.file.as_ref().filter(|_| item.extract.aspects.contains(&Aspect::TrackedChanges));
    html! {
        <div class="import__facts">
            <TextField
                key={format!("title-{key}")}
                class="import__title"
                label={tr!("import-title")}
                value={item.title.clone()}
                on_input={on_title.clone()}
                on_commit={on_title}
                error={item.title.trim().is_empty().then(|| tr!("import-title-empty"))}
            />
            <Select
                key="kind"
                label={tr!("documents-kind")}
                value={item.kind.key().to_owned()}
                options={kind_options()}
                on_change={on_kind}
            />
            if let Some(encoding) = item.reading.encoding.filter(|_| props.file.is_some()) {
                <Select
                    key="encoding"
                    label={tr!("import-encoding")}
                    value={encoding.label()}
                    options={words::encoding_options()}
                    on_change={on_encoding}
                />
            }
            if let Some(file) = tracked {
                <Select
                    key="tracked"
                    label={tr!("import-tracked")}
                    value={if file.wishes.tracked == TrackedChanges::Rejected { "rejected" } else { "accepted" }}
                    options={vec![
                        SelectOption::new("accepted", tr!("import-tracked-accepted")),
                        SelectOption::new("rejected", tr!("import-tracked-rejected")),
                    ]}
                    on_change={on_tracked}
                />
            }
        </div>
    }
}

/// The kinds to choose from for all texts, with a first choice that says that they differ.
pub fn kinds_of_all(items: &[Same<Item>]) -> (AttrValue, Vec<SelectOption>) {
    let mut kinds = items.iter().map(|item| &item.kind);
    let first = kinds.next();
    let common = first.filter(|first| kinds.all(|kind| kind == *first));
    let mut options = kind_options();
    match common {
        Some(kind) if !DocumentKind::ALL.contains(kind) => {
            options.push(SelectOption::new(kind.key().to_owned(), kind_name(kind)));
        }
        Some(_) => {}
        None => options.insert(0, SelectOption::new("", tr!("import-differ"))),
    }
    (common.map(|kind| kind.key().to_owned()).unwrap_or_default().into(), options)
}
