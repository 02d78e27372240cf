//! The arguments of a message.
use std::borrow::Cow;
use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentValue};
use yew::AttrValue;

/// Named arguments of a message. Most callers use `tr!`; this is for keys and arguments that come from a typed issue.
#[derive(Debug, Default)]
pub struct Args(FluentArgs<'static>);

impl Args {
    /// No arguments yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds or replaces an argument.
    pub fn set(&mut self, name: &'static str, value: impl IntoArg) {
        self.0.set(name, value.into_arg());
    }

    pub(super) fn fluent(&self) -> &FluentArgs<'static> {
        &self.0
    }
}

/// What can stand in a message: texts and numbers.
pub trait IntoArg {
    /// The value as Fluent takes it.
    fn into_arg(self) -> FluentValue<'static>;
}

impl IntoArg for String {
    fn into_arg(self) -> FluentValue<'static> {
        FluentValue::String(Cow::Owned(self))
    }
}

macro_rules! texts {
    ($($kind:ty),+) => {$(
        impl IntoArg for $kind {
            fn into_arg(self) -> FluentValue<'static> {
                FluentValue::String(Cow::Owned(self.to_string()))
            }
        }
    )+};
}
texts!(&str, &String, AttrValue, &AttrValue, Rc<str>, &Rc<str>, Cow<'_, str>, char);

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl IntoArg for $kind {
            fn into_arg(self) -> FluentValue<'static> {
                FluentValue::from(self)
            }
        }
    )+};
}
numbers!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32, f64);
