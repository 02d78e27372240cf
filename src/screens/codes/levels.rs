//! What the levels of a codebook are: the words that researchers use for them, explained.

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::i18n::tr;
use crate::widgets::{Anchor, Icon, IconName, put};

/// Each level from the widest on, with what it is.
const LEVELS: [(&str, &str); 4] = [
    ("level-theme", "level-theme-text"),
    ("level-category", "level-category-text"),
    ("level-subcategory", "level-subcategory-text"),
    ("level-code", "level-code-text"),
];

/// The id of what the button opens.
const HELP: &str = "codebook-levels";

/// The levels, each explained in a sentence.
#[component]
pub(super) fn Levels() -> Html {
    html! {
        <dl class="levels">
            { for LEVELS.iter().map(|(name, text)| html! {
                <div key={*name}><dt>{ tr!(name) }</dt><dd>{ tr!(text) }</dd></div>
            }) }
        </dl>
    }
}

/// A button that shows the levels. The browser opens and closes what it shows.
#[component]
pub(super) fn LevelsHelp() -> Html {
    let (button, node) = (use_node_ref(), use_node_ref());
    {
        let (button, node) = (button.clone(), node.clone());
        use_effect_with((), move |()| {
            let listener = node.cast::<HtmlElement>().map(|help| {
                EventListener::new(&help.clone(), "toggle", move |_| put(&help, &Anchor::Node(button.clone())))
            });
            move || drop(listener)
        });
    }
    html! {
        <span class="codebook__help">
            <button
                ref={button}
                class="btn btn--icon btn--quiet btn--small"
                type="button"
                popovertarget={HELP}
                aria-label={tr!("codebook-levels")}
                data-tip={tr!("codebook-levels")}
            >
                <Icon name={IconName::Info} />
            </button>
            <div ref={node} id={HELP} class="floating codebook__levels" popover="auto" role="dialog" aria-label={tr!("codebook-levels")}>
                <h2>{ tr!("codebook-levels") }</h2>
                <Levels />
                <p class="soft small">{ tr!("codebook-levels-how") }</p>
            </div>
        </span>
    }
}
