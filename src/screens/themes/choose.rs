//! A quotation is chosen for a theme where it is read.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::ThemeId;
use emic_core::project::QuotationAt;
use emic_view::fold::fold;
use yew::prelude::*;

use crate::i18n::tr;
use crate::platform;
use crate::screens::act::act;
use crate::store::{use_project, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, Dialog, Finder, FinderRow, IconName};

#[derive(Properties, PartialEq)]
pub struct ChooseForThemeProps {
    /// The quotation.
    pub at: QuotationAt,
}

/// Asks for which theme a quotation is chosen; a name that there is none of makes one.
#[component]
pub fn ChooseForTheme(props: &ChooseForThemeProps) -> Html {
    let writable = use_writable();
    let asking = use_state_eq(|| false);
    let (open, close) = {
        let (open, shut) = (asking.setter(), asking.setter());
        (Callback::from(move |_: MouseEvent| open.set(true)), Callback::from(move |()| shut.set(false)))
    };
    html! {
        <span class="choose">
            <Button label={tr!("themes-choose-for")} icon={IconName::Quote} small=true variant={ButtonVariant::Quiet} popup="dialog" disabled={!writable} onclick={open} />
            if *asking {
                <ChooseDialog at={props.at} on_close={close} />
            }
        </span>
    }
}

#[derive(Properties, PartialEq)]
struct ChooseDialogProps {
    at: QuotationAt,
    on_close: Callback<()>,
}

/// What a row leads to.
#[derive(Clone, PartialEq)]
enum Choice {
    Theme(ThemeId),
    New(String),
}

#[component]
fn ChooseDialog(props: &ChooseDialogProps) -> Html {
    let (store, project) = (use_store(), use_project());
    let (typed, at) = (use_state_eq(String::new), props.at);
    let wanted = fold(typed.trim());
    let mut found: Vec<(Choice, FinderRow)> = Vec::new();
    for theme in project.as_ref().map(|project| project.themes_in_order()).unwrap_or_default() {
        if wanted.is_empty() || fold(&theme.title).contains(&wanted) {
            let there = theme.choice(at).is_some();
            found.push((
                Choice::Theme(theme.id),
                FinderRow {
                    key: theme.id.to_string().into(),
                    name: theme.title.clone().into(),
                    note: there.then(|| tr!("themes-chosen-already")),
                    keys: None,
                    disabled: there,
                },
            ));
        }
    }
    let name = typed.trim();
    let taken =
        project.as_ref().is_some_and(|project| project.themes.values().any(|theme| fold(&theme.title) == wanted));
    if !name.is_empty() && !taken {
        let row = FinderRow {
            key: "new".into(),
            name: name.to_owned().into(),
            note: Some(tr!("themes-new")),
            keys: None,
            disabled: false,
        };
        found.push((Choice::New(name.to_owned()), row));
    }
    let rows: Rc<[FinderRow]> = found.iter().map(|(_, row)| row.clone()).collect();
    let on_input = {
        let typed = typed.setter();
        Callback::from(move |words: String| typed.set(words))
    };
    let on_choose = {
        let close = props.on_close.clone();
        Callback::from(move |row: usize| {
            let (theme, mut edits) = match found.get(row) {
                Some((_, row)) if row.disabled => return,
                Some((Choice::Theme(id), _)) => (*id, Vec::new()),
                Some((Choice::New(title), _)) => {
                    let id = ThemeId::from_random(platform::random());
                    (id, vec![Edit::AddTheme { id, title: title.clone(), before: None }])
                }
                None => return,
            };
            edits.push(Edit::ChooseQuotation { theme, at });
            if act(&store, edits, &tr!("themes-picked", n = 1)) {
                close.emit(());
            }
        })
    };
    let actions = html! { <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} /> };
    html! {
        <Dialog open=true title={tr!("themes-choose-for")} on_close={props.on_close.clone()} {actions}>
            <Finder label={tr!("themes-find")} list={tr!("themes")} {rows} none={tr!("themes-find-none")} count={AttrValue::default()} {on_input} {on_choose} />
        </Dialog>
    }
}
