//! How the app looks and speaks: colours, the size of the text, the language.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{Lang, tr};
use crate::prefs::{self, Measure, Theme, use_prefs};
use crate::widgets::{IconName, Menu, MenuItem, announce};

fn theme_items(chosen: Theme) -> impl Iterator<Item = MenuItem> {
    Theme::ALL.into_iter().map(move |theme| {
        let choose = Callback::from(move |()| prefs::update(|prefs| prefs.theme = theme));
        let icon = match theme {
            Theme::Auto => IconName::Settings,
            Theme::Light => IconName::Sun,
            Theme::Dark => IconName::Moon,
            Theme::Contrast => IconName::Contrast,
        };
        MenuItem::new(tr!(theme.message()), choose).icon(icon).checked(theme == chosen)
    })
}

/// The colours.
#[component]
pub fn ThemeMenu() -> Html {
    let prefs = use_prefs();
    let icon = match prefs.theme {
        Theme::Auto | Theme::Light => IconName::Sun,
        Theme::Dark => IconName::Moon,
        Theme::Contrast => IconName::Contrast,
    };
    let items: Rc<[MenuItem]> = theme_items(prefs.theme).collect();
    html! { <Menu id="theme" label={tr!("colour-theme")} icon_only=true {icon} {items} /> }
}

/// Everything about the look in one menu, for the header of a project: the text's size, its lines, the colours.
#[component]
pub fn AppearanceMenu() -> Html {
    let prefs = use_prefs();
    let resize = |to: Option<prefs::TextSize>| {
        Callback::from(move |()| {
            if let Some(size) = to {
                prefs::update(|prefs| prefs.text_size = size);
                announce(&tr!("text-size-percent", share = size.share()));
            }
        })
    };
    let (smaller, larger) = (prefs.text_size.smaller(), prefs.text_size.larger());
    let mut items = vec![
        MenuItem::new(tr!("text-larger"), resize(larger)).icon(IconName::Plus).disabled(larger.is_none()),
        MenuItem::new(tr!("text-smaller"), resize(smaller)).icon(IconName::TypeSize).disabled(smaller.is_none()),
    ];
    items.extend(Measure::ALL.into_iter().enumerate().map(|(n, measure)| {
        let choose = Callback::from(move |()| prefs::update(|prefs| prefs.measure = measure));
        let item = MenuItem::new(tr!(measure.message()), choose).checked(measure == prefs.measure);
        if n == 0 { item.parted() } else { item }
    }));
    items.extend(theme_items(prefs.theme).enumerate().map(|(n, item)| if n == 0 { item.parted() } else { item }));
    html! {
        <Menu id="appearance" label={tr!("appearance")} icon_only=true icon={IconName::TypeSize} items={Rc::from(items)} />
    }
}

/// Turns the interface into the other language, named in that language.
#[component]
pub fn LanguageSwitch() -> Html {
    let lang = use_prefs().effective_lang();
    let other = Lang::ALL.into_iter().find(|other| *other != lang).unwrap_or_default();
    let onclick = Callback::from(move |_: MouseEvent| prefs::update(|prefs| prefs.lang = Some(other)));
    html! {
        <button id="language" class="btn btn--quiet" type="button" lang={other.tag()} {onclick}>
            { other.native_name() }
        </button>
    }
}
