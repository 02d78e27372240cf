//! Contexts.

use yew::prelude::*;

/// What a [`ContextProvider`] gives to those inside of it.
#[derive(Properties, PartialEq, Clone)]
pub struct ContextProviderProps<T: Clone + PartialEq> {
    /// The context.
    pub context: T,
    /// Who may ask for it.
    #[prop_or_default]
    pub children: Html,
}

/// Yew's own, as a function component.
#[component]
pub fn ContextProvider<T>(props: &ContextProviderProps<T>) -> Html
where
    T: Clone + PartialEq + 'static,
{
    html! {
        <yew::ContextProvider<T> context={props.context.clone()}>{ props.children.clone() }</yew::ContextProvider<T>>
    }
}
