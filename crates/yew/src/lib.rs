//! Yew, with one machinery for all function components.
//!
//! Yew compiles the machinery of a component (mounting, comparing, scheduling, effects) anew for every type of component
//! and of effect: some 3 kB each, a quarter of the app. Here all function components are one component of Yew's, which
//! is told by its properties which function to run; effects are told so too. The app depends on this crate under the
//! name `yew`, and what its macros write finds these types in the places of Yew's own; all else is Yew.
//!
//! The one difference: components written by hand (`impl Component`) cannot stand in `html!`.

pub use yew::*;

mod child;
mod effect;
mod erased;
mod provider;

pub use effect::{use_effect, use_effect_with};
pub use provider::ContextProvider;

/// Yew's virtual DOM.
pub mod virtual_dom {
    pub use crate::child::VChild;
    pub use yew::virtual_dom::*;
}

/// Yew's function components and hooks.
pub mod functional {
    pub use crate::effect::{use_effect, use_effect_with};
    pub use yew::functional::*;
}

/// Yew's prelude.
pub mod prelude {
    pub use crate::effect::{use_effect, use_effect_with};
    pub use crate::provider::ContextProvider;
    pub use yew::prelude::*;
}
