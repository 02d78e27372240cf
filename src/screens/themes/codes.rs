//! The codes under a theme.

use std::rc::Rc;

use emic_core::edit::{Edit, ThemeField};
use emic_core::ids::CodeId;
use emic_core::project::{Project, Theme};
use emic_view::fold::fold;
use yew::prelude::*;

use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::screens::act::act;
use crate::screens::codes::hue;
use crate::store::{Same, use_store, use_writable};
use crate::widgets::{Button, Chip, Dialog, Finder, FinderRow, IconName};

/// How many rows are shown at most.
const MOST: usize = 60;

#[derive(Properties, PartialEq)]
pub(super) struct ThemeCodesProps {
    pub project: Same<Project>,
    pub theme: Same<Theme>,
}

/// The codes under a theme, and more of them.
#[component]
pub(super) fn ThemeCodes(props: &ThemeCodesProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let (project, theme) = (&props.project, &props.theme);
    let adding = use_state_eq(|| false);
    let set = {
        let (store, id) = (store, theme.id);
        move |codes: Vec<CodeId>, said: &str| {
            let edit = Edit::SetTheme { id, field: ThemeField::Codes(codes) };
            act(&store, vec![edit], said)
        }
    };
    let (open, close) = {
        let (open, shut) = (adding.setter(), adding.setter());
        (Callback::from(move |_: MouseEvent| open.set(true)), Callback::from(move |()| shut.set(false)))
    };
    let on_choose = {
        let (set, codes, close) = (set.clone(), theme.codes.clone(), close.clone());
        Callback::from(move |code: CodeId| {
            if set(codes.iter().copied().chain([code]).collect(), &tr!("themes-code-added")) {
                close.emit(());
            }
        })
    };
    html! {
        <section class="theme__codes" aria-labelledby="theme-codes">
            <h2 id="theme-codes">{ tr!("themes-codes") }</h2>
            <div class="row row--wrap">
                { for theme.codes.iter().filter_map(|id| project.codes.get(id)).map(|code| {
                    let (id, set, codes) = (code.id, set.clone(), theme.codes.clone());
                    let on_remove = writable.then(|| Callback::from(move |()| {
                        set(codes.iter().copied().filter(|code| *code != id).collect(), &tr!("themes-code-removed"));
                    }));
                    let go = Route::Project(project.id, Place::Retrieve(Some(id)));
                    let onclick = Callback::from(move |_: MouseEvent| go.go());
                    html! {
                        <Chip key={id.to_string()} name={code.name.clone()} hue={hue(code.colour)} onclick={Some(onclick)} {on_remove} remove_label={tr!("themes-code-remove", name = &code.name)} />
                    }
                }) }
                if theme.codes.is_empty() {
                    <span key="none" class="soft small">{ tr!("themes-no-codes") }</span>
                }
                if writable {
                    <Button key="add" label={tr!("themes-add-code")} icon={IconName::Plus} small=true popup="dialog" onclick={open} />
                }
            </div>
            if *adding {
                <PickCode key="pick" project={project.clone()} but={theme.codes.clone()} {on_choose} on_close={close} />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PickCodeProps {
    project: Same<Project>,
    but: Vec<CodeId>,
    on_choose: Callback<CodeId>,
    on_close: Callback<()>,
}

/// Asks for a code by its name.
#[component]
fn PickCode(props: &PickCodeProps) -> Html {
    let typed = use_state_eq(String::new);
    let wanted = fold(typed.trim());
    let codes = props.project.codes_in_order().into_iter();
    let found: Vec<CodeId> = codes
        .filter(|code| !props.but.contains(&code.id) && (wanted.is_empty() || fold(&code.name).contains(&wanted)))
        .map(|code| code.id)
        .take(MOST)
        .collect();
    let row = |id: &CodeId| {
        let path = props.project.code_path(*id);
        let (above, name) = path.split_at(path.len().saturating_sub(1));
        let note = (!above.is_empty()).then(|| above.join(" › ").into());
        let name = name.first().map(|name| (*name).to_owned()).unwrap_or_default();
        FinderRow { key: id.to_string().into(), name: name.into(), note, keys: None, disabled: false }
    };
    let rows: Rc<[FinderRow]> = found.iter().map(row).collect();
    let on_input = {
        let typed = typed.setter();
        Callback::from(move |words: String| typed.set(words))
    };
    let on_choose = {
        let (on_choose, found) = (props.on_choose.clone(), found);
        Callback::from(move |at: usize| {
            if let Some(code) = found.get(at) {
                on_choose.emit(*code);
            }
        })
    };
    let actions = html! { <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} /> };
    html! {
        <Dialog open=true title={tr!("themes-add-code")} on_close={props.on_close.clone()} {actions}>
            <Finder label={tr!("retrieve-find-code")} list={tr!("themes-add-code")} {rows} none={tr!("nothing-found")} count={AttrValue::default()} {on_input} {on_choose} />
        </Dialog>
    }
}
