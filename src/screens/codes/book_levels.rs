//! What the levels of codes are called, in the project's own words.

use emic_core::edit::{BookChange, Edit};
use emic_core::ids::LevelId;
use emic_core::project::Level;
use yew::prelude::*;

use crate::i18n::{refused, tr, unmarked};
use crate::platform;
use crate::store::{use_project, use_store};
use crate::widgets::{Button, ButtonVariant, Dialog, IconButton, IconName, Select, SelectOption, TextField, announce};

/// Sets of levels that are offered, the narrowest level first, by the keys of their names.
const PRESETS: [(&str, &[&str]); 3] = [
    ("levels-preset-codes", &["level-code", "level-subcategory", "level-category", "level-theme"]),
    (
        "levels-preset-content",
        &["level-meaning-unit", "level-condensed", "level-code", "level-category", "level-theme"],
    ),
    ("levels-preset-thematic", &["level-code", "level-subtheme", "level-theme"]),
];

/// What a button does to the list.
type Change = Box<dyn Fn(&mut Vec<Level>)>;

#[derive(Properties, PartialEq)]
pub(super) struct LevelsDialogProps {
    pub on_close: Callback<()>,
}

/// Asks for the levels, the widest first as they stand in the tree. Made anew each time it is opened.
#[component]
pub(super) fn LevelsDialog(props: &LevelsDialogProps) -> Html {
    let store = use_store();
    let project = use_project();
    let book = project.as_ref().map(|project| project.meta.book.clone());
    let levels = use_state(|| book.as_ref().map(|book| book.levels.clone()).unwrap_or_default());
    let wrong = use_state_eq(|| None::<AttrValue>);
    let change = {
        let levels = levels.clone();
        move |change: Change| {
            let levels = levels.clone();
            Callback::from(move |_: MouseEvent| {
                let mut new = (*levels).clone();
                change(&mut new);
                levels.set(new);
            })
        }
    };
    let used = |id: LevelId| {
        let codes = project.iter().flat_map(|project| project.codes.values());
        codes.filter(|code| code.sheet.level == Some(id)).count()
    };
    let preset = {
        let levels = levels.clone();
        Callback::from(move |value: String| {
            let Some((_, names)) = PRESETS.iter().find(|(key, _)| *key == value) else { return };
            // A level that has such a name already stays the same one, with its codes.
            let level = |key: &&str| {
                let name = unmarked(tr!(key));
                let same = levels.iter().find(|level| level.name.to_lowercase() == name.to_lowercase());
                same.cloned().unwrap_or_else(|| fresh(name))
            };
            levels.set(names.iter().map(level).collect());
        })
    };
    let add = change(Box::new(|levels| levels.insert(0, fresh(String::new()))));
    let on_submit = {
        let (levels, wrong, close) = (levels.clone(), wrong.setter(), props.on_close.clone());
        Callback::from(move |()| {
            let levels = levels.iter().filter(|level| !level.name.trim().is_empty()).cloned().collect();
            match store.act(vec![Edit::ChangeBook(BookChange::SetLevels { levels })]) {
                Ok(_) => {
                    announce(&tr!("levels-kept"));
                    close.emit(());
                }
                Err(why) => wrong.set(Some(refused(&why))),
            }
        })
    };
    let count = levels.len();
    let row = |(at, level): (usize, &Level)| {
        let id = level.id;
        let on_input = {
            let levels = levels.clone();
            Callback::from(move |name: String| {
                let mut new = (*levels).clone();
                if let Some(level) = new.iter_mut().find(|level| level.id == id) {
                    level.name = name;
                }
                levels.set(new);
            })
        };
        let swap = |with: usize| change(Box::new(move |levels: &mut Vec<Level>| levels.swap(at, with)));
        let name = if level.name.is_empty() { tr!("levels-new") } else { level.name.clone().into() };
        let codes = used(id);
        html! {
            <li key={id.to_string()} class="levels-edit__row">
                <TextField
                    label={tr!("levels-name", n = count - at)}
                    value={level.name.clone()}
                    on_input={Some(on_input)}
                    hide_label=true
                    max_length={80}
                    class="grow"
                />
                <span class="soft small levels-edit__used">{ if codes > 0 { tr!("codes-count", n = codes) } else { AttrValue::default() } }</span>
                <IconButton
                    label={tr!("levels-wider", name = &name)}
                    icon={IconName::ArrowUp}
                    small=true
                    disabled={at + 1 == count}
                    onclick={if at + 1 < count { swap(at + 1) } else { Callback::noop() }}
                />
                <IconButton
                    label={tr!("levels-narrower", name = &name)}
                    icon={IconName::ArrowDown}
                    small=true
                    disabled={at == 0}
                    onclick={if at > 0 { swap(at - 1) } else { Callback::noop() }}
                />
                <IconButton
                    label={tr!("levels-remove", name = &name)}
                    icon={IconName::Trash}
                    small=true
                    onclick={change(Box::new(move |levels: &mut Vec<Level>| levels.retain(|level| level.id != id)))}
                />
            </li>
        }
    };
    let mut options = vec![SelectOption::new("", tr!("levels-preset-choose"))];
    options.extend(PRESETS.iter().map(|(key, _)| SelectOption::new(*key, tr!(key))));
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("save")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("levels-title")}
            on_close={props.on_close.clone()}
            on_submit={Some(on_submit)}
            closes_outside=false
            {actions}
        >
            <p class="soft">{ tr!("levels-text") }</p>
            <Select asks=true label={tr!("levels-preset")} value="" {options} on_change={preset} />
            if count > 0 {
                <ol class="levels-edit">
                    { for levels.iter().enumerate().rev().map(row) }
                </ol>
            }
            <div class="row"><Button label={tr!("levels-add")} icon={IconName::Plus} small=true onclick={add} /></div>
            if let Some(why) = &*wrong {
                <p class="field__error" role="alert">{ why.clone() }</p>
            }
        </Dialog>
    }
}

fn fresh(name: String) -> Level {
    Level { id: LevelId::from_random(platform::random()), name, extra: Default::default() }
}
