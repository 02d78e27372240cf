//! Styles of an OpenDocument text: what they make of paragraphs and words.

use std::collections::HashMap;

use emic_core::project::BlockKind;

use crate::pen::Looks;
use crate::style_names::of_style;
use crate::xml::{Document, Node, attribute, child, children, is};

/// Styles based on styles: no further than this.
const CHAIN_LIMIT: usize = 64;
/// The longest name of a list style, in bytes; it is copied for every item.
pub const NAME_LIMIT: usize = 500;

/// What styles say of words; `None` where they say nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WordLook {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    /// The same for scripts such as Arabic, Hebrew or Devanagari, which are kept apart.
    pub bold_complex: Option<bool>,
    pub italic_complex: Option<bool>,
    pub hidden: Option<bool>,
}

impl WordLook {
    fn of(properties: Node<'_, '_>) -> WordLook {
        let weight = |name: &str| attribute(properties, name).map(is_bold);
        let slant = |name: &str| attribute(properties, name).map(|slant| matches!(slant, "italic" | "oblique"));
        WordLook {
            bold: weight("font-weight"),
            italic: slant("font-style"),
            bold_complex: weight("font-weight-complex"),
            italic_complex: slant("font-style-complex"),
            hidden: attribute(properties, "display").map(|display| display == "none"),
        }
    }

    /// This, and where it says nothing what the other says.
    pub fn or(self, other: WordLook) -> WordLook {
        WordLook {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            bold_complex: self.bold_complex.or(other.bold_complex),
            italic_complex: self.italic_complex.or(other.italic_complex),
            hidden: self.hidden.or(other.hidden),
        }
    }

    /// How these words look: that depends on their script.
    pub fn of_words(self, words: &str) -> Looks {
        let (bold, italic) = match words.chars().any(is_complex) {
            true => (self.bold_complex, self.italic_complex),
            false => (self.bold, self.italic),
        };
        Looks { bold: bold == Some(true), italic: italic == Some(true) }
    }
}

fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)
}

/// Whether a letter is of a script that is laid out as complex: Hebrew to Thai, and their presentation forms.
fn is_complex(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// What a style says, with all that it is based on.
#[derive(Debug, Clone, Default)]
pub struct Style {
    pub look: WordLook,
    /// The level of a heading, from 1.
    pub outline: Option<u8>,
    /// The list whose items its paragraphs are.
    pub list: Option<String>,
    /// How its name says that its paragraphs are shown.
    pub named: Option<BlockKind>,
}

/// All styles.
#[derive(Default)]
pub struct Styles {
    paragraphs: HashMap<String, Style>,
    words: HashMap<String, Style>,
    /// Sections that are not shown are told by themselves; this is for sections whose style hides them.
    none: Style,
}

impl Styles {
    /// Reads the styles of `styles.xml` that people made, and those of `content.xml` that stand for direct formatting.
    pub fn of(common: Option<&Document<'_>>, content: &Document<'_>) -> Styles {
        let mut raw: HashMap<(&str, &str), (Style, Option<&str>)> = HashMap::new();
        let common = common.and_then(|document| child(document.root_element(), "styles"));
        let direct = child(content.root_element(), "automatic-styles");
        for style in common.into_iter().chain(direct).flat_map(|styles| children(styles, "style")) {
            if let (Some(family), Some(name)) = (attribute(style, "family"), attribute(style, "name")) {
                raw.insert((family, name), (Style::of(style), attribute(style, "parent-style-name")));
            }
        }
        let mut styles = Styles::default();
        for ((family, name), style) in &raw {
            let kept = match *family {
                "paragraph" => &mut styles.paragraphs,
                "text" => &mut styles.words,
                _ => continue,
            };
            let mut whole = Style::default();
            let mut next = Some(style);
            for _ in 0..CHAIN_LIMIT {
                let Some((style, parent)) = next else { break };
                whole = whole.or(style);
                next = parent.and_then(|parent| raw.get(&(*family, parent)));
            }
            kept.insert((*name).to_owned(), whole);
        }
        styles
    }

    /// The style of a paragraph that names this one.
    pub fn paragraph(&self, name: Option<&str>) -> &Style {
        name.and_then(|name| self.paragraphs.get(name)).unwrap_or(&self.none)
    }

    /// How words look whose style is this one.
    pub fn words(&self, name: Option<&str>) -> WordLook {
        name.and_then(|name| self.words.get(name)).unwrap_or(&self.none).look
    }
}

impl Style {
    /// What a style says itself.
    fn of(node: Node<'_, '_>) -> Style {
        let look = node.children().find(|inner| is(*inner, "text-properties")).map(WordLook::of).unwrap_or_default();
        let outline = attribute(node, "default-outline-level").and_then(|level| level.parse().ok());
        let list = attribute(node, "list-style-name").filter(|list| (1..=NAME_LIMIT).contains(&list.len()));
        let name = attribute(node, "display-name").map(str::to_owned);
        let name = name.unwrap_or_else(|| decoded(attribute(node, "name").unwrap_or_default()));
        Style {
            look,
            outline: outline.filter(|level| (1..=10).contains(level)),
            list: list.map(str::to_owned),
            named: of_style(&name),
        }
    }

    /// This, and where it says nothing what the one it is based on says.
    fn or(self, base: &Style) -> Style {
        Style {
            look: self.look.or(base.look),
            outline: self.outline.or(base.outline),
            list: self.list.or_else(|| base.list.clone()),
            named: self.named.or(base.named),
        }
    }
}

/// A style's name without its escapes: `Heading_20_1` is "Heading 1".
fn decoded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('_') {
        out.push_str(before);
        let escape = after.split_once('_').filter(|(code, _)| (2..=6).contains(&code.len()));
        let letter = escape.and_then(|(code, _)| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        match (letter, escape) {
            (Some(letter), Some((_, after))) => {
                out.push(letter);
                rest = after;
            }
            _ => {
                out.push('_');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn escapes_in_names_are_resolved() {
        assert_eq!(decoded("Heading_20_1"), "Heading 1");
        assert_eq!(decoded("a_b_c__d_"), "a_b_c__d_");
        assert_eq!(decoded("P1"), "P1");
    }
}
