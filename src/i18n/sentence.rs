//! From a message to a sentence: as much of Fluent as the messages use. (The library's own resolver brings the plural
//! rules of all languages: 45 kB of the download.)
use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use wasm_bindgen::JsValue;

use super::args::Value;
use super::{Args, Lang};

/// How a value is written in a language, with the options that the message gives for a number.
type Write<'a> = dyn Fn(Lang, &Value, &[(&str, JsValue)]) -> String + 'a;

/// A sentence in the making.
pub struct Sentence<'a> {
    lang: Lang,
    args: Option<&'a Args>,
    write: &'a Write<'a>,
    /// What is there so far.
    pub text: String,
    /// What a message asks for and is not there.
    pub faults: Vec<String>,
}

impl<'a> Sentence<'a> {
    /// Nothing yet.
    pub fn new(lang: Lang, args: Option<&'a Args>, write: &'a Write<'a>) -> Self {
        Sentence { lang, args, write, text: String::new(), faults: Vec::new() }
    }

    /// Adds a message's pattern.
    pub fn add(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.add_inline(inline),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    if let Some(variant) = self.chosen(selector, variants) {
                        self.add(&variant.value);
                    }
                }
            }
        }
    }

    fn add_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                self.text.push_str(value);
            }
            InlineExpression::VariableReference { id } => self.add_value(id.name, &[]),
            // The only function: a number with options of `Intl.NumberFormat`.
            InlineExpression::FunctionReference { arguments, .. } => {
                if let Some(InlineExpression::VariableReference { id }) = arguments.positional.first() {
                    self.add_value(id.name, &options(arguments));
                }
            }
            InlineExpression::Placeable { expression } => {
                if let Expression::Inline(inline) = &**expression {
                    self.add_inline(inline);
                }
            }
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.faults.push(format!("{} is a reference, which no message has", id.name));
            }
        }
    }

    fn add_value(&mut self, name: &str, options: &[(&str, JsValue)]) {
        match self.value(name) {
            Some(value) => self.text.push_str(&(self.write)(self.lang, value, options)),
            None => {
                self.faults.push(format!("${name} is not given"));
                self.text.push_str(name);
            }
        }
    }

    fn value(&self, name: &str) -> Option<&'a Value> {
        self.args.and_then(|args| args.get(name))
    }

    /// The variant that a value asks for: a number before its plural form; a text by its name; else the default.
    fn chosen<'p>(
        &self,
        selector: &InlineExpression<&str>,
        variants: &'p [Variant<&str>],
    ) -> Option<&'p Variant<&'p str>> {
        let value = match selector {
            InlineExpression::VariableReference { id } => self.value(id.name),
            _ => None,
        };
        let exact = |key: &VariantKey<&str>| match (key, value) {
            (VariantKey::NumberLiteral { value: key }, Some(Value::Number(n))) => {
                key.parse::<i32>().is_ok_and(|key| f64::from(key) == *n)
            }
            (VariantKey::Identifier { name }, Some(Value::Text(text))) => name == text,
            _ => false,
        };
        let plural = |key: &VariantKey<&str>| match (key, value) {
            (VariantKey::Identifier { name }, Some(Value::Number(n))) => *name == plural_form(self.lang, *n),
            _ => false,
        };
        let find = |fits: &dyn Fn(&VariantKey<&str>) -> bool| variants.iter().find(|variant| fits(&variant.key));
        find(&exact).or_else(|| find(&plural)).or_else(|| variants.iter().find(|variant| variant.default))
    }
}

fn options<'p>(arguments: &CallArguments<&'p str>) -> Vec<(&'p str, JsValue)> {
    let option = |value: &InlineExpression<&str>| match value {
        InlineExpression::StringLiteral { value } => Some(JsValue::from_str(value)),
        InlineExpression::NumberLiteral { value } => Some(JsValue::from(value.parse::<u32>().ok()?)),
        _ => None,
    };
    arguments.named.iter().filter_map(|named| Some((named.name.name, option(&named.value)?))).collect()
}

/// The plural form of a number (Unicode CLDR 48, cardinal rules).
fn plural_form(lang: Lang, n: f64) -> &'static str {
    if n < 0.0 || n.fract() != 0.0 {
        return "other";
    }
    match (lang, n, n % 100.0) {
        (Lang::En, 1.0, _) => "one",
        (Lang::En, ..) => "other",
        (Lang::Ar, 0.0, _) => "zero",
        (Lang::Ar, 1.0, _) => "one",
        (Lang::Ar, 2.0, _) => "two",
        (Lang::Ar, _, 3.0..=10.0) => "few",
        (Lang::Ar, _, 11.0..=99.0) => "many",
        (Lang::Ar, ..) => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast::Entry;

    fn said(lang: Lang, message: &str, args: Args) -> (String, usize) {
        let resource = fluent_syntax::parser::parse_runtime(message).unwrap();
        let Some(Entry::Message(message)) = resource.body.first() else { panic!("no message") };
        let write = |_: Lang, value: &Value, _: &[(&str, JsValue)]| match value {
            Value::Text(text) => format!("<{text}>"),
            Value::Number(n) => n.to_string(),
        };
        let mut sentence = Sentence::new(lang, Some(&args), &write);
        sentence.add(message.value.as_ref().unwrap());
        (sentence.text, sentence.faults.len())
    }

    #[test]
    fn forms_of_numbers() {
        for (lang, form, numbers) in [
            (Lang::En, "one", &[1.0][..]),
            (Lang::En, "other", &[0.0, 2.0, 11.0, 1.5, -1.0]),
            (Lang::Ar, "zero", &[0.0]),
            (Lang::Ar, "one", &[1.0]),
            (Lang::Ar, "two", &[2.0]),
            (Lang::Ar, "few", &[3.0, 10.0, 103.0, 1010.0]),
            (Lang::Ar, "many", &[11.0, 99.0, 111.0]),
            (Lang::Ar, "other", &[100.0, 101.0, 102.0, 200.0, 0.5]),
        ] {
            for n in numbers {
                assert_eq!(plural_form(lang, *n), form, "{n}");
            }
        }
    }

    #[test]
    fn sentences() {
        let count =
            "n = { $n ->\n    [0] none\n    [one] { $n } code\n   *[other] { $n } codes\n } of { $what }{ \"\" }.\n";
        for (n, text) in [(0, "none of <A>."), (1, "1 code of <A>."), (7, "7 codes of <A>.")] {
            let mut args = Args::new();
            args.set("n", n);
            args.set("what", "A");
            assert_eq!(said(Lang::En, count, args), (text.to_owned(), 0));
        }
        let kind = "k = { $kind ->\n    [code] A code\n   *[other] A thing\n }\n";
        for (value, text) in [("code", "A code"), ("memo", "A thing")] {
            let mut args = Args::new();
            args.set("kind", value);
            assert_eq!(said(Lang::Ar, kind, args), (text.to_owned(), 0));
        }
        assert_eq!(said(Lang::En, "m = So { $many }\n", Args::new()), ("So many".to_owned(), 1));
    }
}
