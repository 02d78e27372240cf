//! JSON of all that is stored or exported, read and written in one way each.
//!
//! A type that is read from a `&str` here and from bytes there, or written compact here and with line ends there, is in
//! the program twice, which is most of what a large type costs. So what is written asks at run time how it is laid out,
//! and all is read from bytes.

use std::io::{self, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

/// Reads a value.
///
/// # Errors
/// If the bytes are not JSON, or not that of such a value; with line and column.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, serde_json::Error> {
    serde_json::from_slice(bytes)
}

/// Writes a value without white space.
///
/// # Errors
/// If the value cannot be put into JSON, such as a map whose keys are no words.
pub fn compact<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    write(value, Layout(None))
}

/// Writes a value for people: a line for each field and entry, two spaces a level.
///
/// # Errors
/// As [`compact`].
pub fn in_lines<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    write(value, Layout(Some(PrettyFormatter::new())))
}

fn write<T: Serialize + ?Sized>(value: &T, layout: Layout) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::with_capacity(128);
    value.serialize(&mut Serializer::with_formatter(&mut bytes, layout))?;
    Ok(bytes)
}

/// How a value is laid out: in lines, or without white space.
struct Layout(Option<PrettyFormatter<'static>>);

/// Hands each call on to the formatter that is asked for.
macro_rules! handed_on {
    ($($name:ident($($argument:ident: $Type:ty)?);)+) => {
        impl Formatter for Layout {
            $(
                fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $argument: $Type)?) -> io::Result<()> {
                    match &mut self.0 {
                        Some(lines) => lines.$name(writer $(, $argument)?),
                        None => CompactFormatter.$name(writer $(, $argument)?),
                    }
                }
            )+
        }
    };
}

handed_on! {
    begin_array();
    end_array();
    begin_array_value(first: bool);
    end_array_value();
    begin_object();
    end_object();
    begin_object_key(first: bool);
    begin_object_value();
    end_object_value();
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn it_is_written_as_serde_json_writes_it() {
        for value in [json!(null), json!([]), json!({}), json!({ "a": [1, { "b": "ü\n\"" }, []], "c": { "d": 1.5 } })]
        {
            assert_eq!(super::compact(&value).unwrap(), serde_json::to_vec(&value).unwrap());
            assert_eq!(super::in_lines(&value).unwrap(), serde_json::to_vec_pretty(&value).unwrap());
        }
    }
}
