//! The root component.
use yew::prelude::*;

/// The whole app.
#[component]
pub fn App() -> Html {
    html! {
        <main><h1>{ "Emic" }</h1></main>
    }
}
