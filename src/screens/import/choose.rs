//! Choosing what is brought in: files, or pasted words.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::drop::files_of;
use super::item::first_words;
use crate::i18n::tr;
use crate::widgets::{Button, ButtonVariant, Icon, IconName, TextArea, TextField};

/// What a file picker offers first; other files can be chosen there too, and are told what they are.
const ACCEPT: &str =
    ".txt,.text,.md,.markdown,.docx,.odt,.rtf,.html,.htm,.epub,.pdf,.vtt,.srt,.csv,.tsv,.xlsx,.ods,.zip,text/plain";

/// What a [`PickFiles`] shows and does.
#[derive(Properties, PartialEq)]
pub struct PickFilesProps {
    /// The words on it.
    pub label: AttrValue,
    /// Files were chosen.
    pub on_files: Callback<Vec<File>>,
    /// Whether it is the one thing to do here.
    #[prop_or_default]
    pub primary: bool,
    /// Whether a folder is chosen, with all that is in it.
    #[prop_or_default]
    pub folder: bool,
}

/// A button that opens the browser's file picker.
#[component]
pub fn PickFiles(props: &PickFilesProps) -> Html {
    let onchange = {
        let on_files = props.on_files.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let files = input.files().map(|list| files_of(&list)).unwrap_or_default();
            // So that the same file can be chosen again.
            input.set_value("");
            if !files.is_empty() {
                on_files.emit(files);
            }
        })
    };
    let look = if props.primary { "btn--primary" } else { "btn--plain btn--small" };
    html! {
        <label class={classes!("btn", "import__pick", look)}>
            <Icon name={IconName::Upload} />
            <span>{ props.label.clone() }</span>
            <input
                type="file"
                class="visually-hidden"
                multiple=true
                webkitdirectory={props.folder}
                accept={(!props.folder).then_some(ACCEPT)}
                autofocus={props.primary}
                {onchange}
            />
        </label>
    }
}

/// What [`Choose`] shows and does.
#[derive(Properties, PartialEq)]
pub struct ChooseProps {
    /// Files were chosen.
    pub on_files: Callback<Vec<File>>,
    /// Words were pasted: their title and they themselves.
    pub on_paste: Callback<(String, String)>,
    /// There are pasted words that were not taken yet, or none any more.
    pub on_draft: Callback<bool>,
}

/// The two ways to bring text in.
#[component]
pub fn Choose(props: &ChooseProps) -> Html {
    let words = use_state_eq(String::new);
    let title = use_state_eq(|| None::<String>);
    let suggestion = { use_memo(words.clone(), |words| AttrValue::from(first_words(words))) };
    let on_words = {
        let (words, on_draft) = (words.setter(), props.on_draft.clone());
        Callback::from(move |text: String| {
            on_draft.emit(!text.trim().is_empty());
            words.set(text);
        })
    };
    let on_title = {
        let title = title.setter();
        Callback::from(move |text: String| title.set(Some(text)))
    };
    let blank = words.trim().is_empty();
    let onclick = {
        let (words, title, suggestion) = (words.clone(), title.clone(), (*suggestion).clone());
        let on_paste = props.on_paste.clone();
        Callback::from(move |_: MouseEvent| {
            let title = (*title).clone().unwrap_or_else(|| suggestion.to_string());
            on_paste.emit((title, (*words).clone()));
        })
    };
    let shown = (*title).clone().map_or_else(|| (*suggestion).clone(), AttrValue::from);
    html! {
        <div class="import__choose">
            <div class="import__zone" key="files">
                <span class="import__zone-icon"><Icon name={IconName::Upload} /></span>
                <p class="import__zone-title">{ tr!("import-drop-here") }</p>
                <div class="import__zone-buttons">
                    <PickFiles label={tr!("choose-files")} on_files={props.on_files.clone()} primary=true />
                    <PickFiles label={tr!("import-choose-folder")} on_files={props.on_files.clone()} folder=true />
                </div>
                <p class="soft small">{ tr!("import-formats") }</p>
            </div>
            <div class="import__paste" key="paste">
                <TextArea
                    label={tr!("import-paste")}
                    hint={tr!("import-paste-hint")}
                    value={(*words).clone()}
                    on_input={on_words.clone()}
                    on_commit={on_words}
                    rows={7}
                />
                <div class="import__paste-foot">
                    <TextField label={tr!("import-title")} value={shown} on_input={on_title.clone()} on_commit={on_title} disabled={blank} />
                    <Button label={tr!("import-use-paste")} variant={ButtonVariant::Plain} disabled={blank} {onclick} />
                </div>
            </div>
        </div>
    }
}
