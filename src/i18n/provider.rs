//! The language inside the tree of components.
use yew::prelude::*;

use super::Lang;
use crate::prefs::use_prefs;

/// What [`LangProvider`] wraps.
#[derive(Properties, PartialEq)]
pub struct LangProviderProps {
    /// Everything with words in it.
    pub children: Html,
}

/// Makes its children anew when the language changes (see the module's head) and puts the focus back on the element
/// of the same `id`, if it had one.
#[component]
pub fn LangProvider(props: &LangProviderProps) -> Html {
    let lang = use_prefs().effective_lang();
    let focused = use_mut_ref(|| None::<String>);
    let shown = use_mut_ref(|| lang);
    if *shown.borrow() != lang {
        *shown.borrow_mut() = lang;
        *focused.borrow_mut() = gloo::utils::document().active_element().map(|e| e.id()).filter(|id| !id.is_empty());
    }
    use_effect_with(lang, move |_| {
        let id = focused.borrow_mut().take();
        if let Some(element) = id.and_then(|id| gloo::utils::document().get_element_by_id(&id)) {
            crate::widgets::dom::focus(&element);
        }
    });
    html! {
        <ContextProvider<Lang> context={lang}>
            // The attribute is what tells the two apart: yew takes tags that differ in their keys only for equal.
            <div key={lang.tag()} lang={lang.tag()} class="lang-root" translate="no">{ props.children.clone() }</div>
        </ContextProvider<Lang>>
    }
}
