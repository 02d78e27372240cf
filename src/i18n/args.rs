//! The arguments of a message.
use std::borrow::Cow;
use std::rc::Rc;

use yew::AttrValue;

/// An argument's value.
#[derive(Debug)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
}

/// Named arguments of a message. Most callers use `tr!`; this is for keys and arguments that come from a typed issue.
#[derive(Debug, Default)]
pub struct Args(Vec<(&'static str, Value)>);

impl Args {
    /// No arguments yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an argument.
    pub fn set(&mut self, name: &'static str, value: impl IntoArg) {
        self.0.push((name, value.into_arg()));
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().rev().find(|arg| arg.0 == name).map(|arg| &arg.1)
    }
}

/// What can stand in a message: texts and numbers.
pub trait IntoArg {
    /// The value.
    fn into_arg(self) -> Value;
}

impl IntoArg for String {
    fn into_arg(self) -> Value {
        Value::Text(self)
    }
}

macro_rules! texts {
    ($($kind:ty),+) => {$(
        impl IntoArg for $kind {
            fn into_arg(self) -> Value {
                Value::Text(self.to_string())
            }
        }
    )+};
}
texts!(&str, &String, AttrValue, &AttrValue, Rc<str>, &Rc<str>, Cow<'_, str>, char);

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl IntoArg for $kind {
            fn into_arg(self) -> Value {
                Value::Number(self as f64)
            }
        }
    )+};
}
numbers!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32, f64);
