//! XML of unknown origin: what is read of it is bounded before a tree is made.

use std::borrow::Cow;

use emic_formats::source::{Bound, Damage, Refusal};
use roxmltree::ParsingOptions;
pub use roxmltree::{Document, Node};

/// How deep elements may stand in elements.
pub const DEPTH_LIMIT: usize = 256;
/// How many tags, and how many attributes, one part may have. Memory for them is taken before they are read.
const TAG_LIMIT: usize = 6_000_000;
/// How many attributes one element may have: each is compared with all others.
const ATTRIBUTE_LIMIT: usize = 400;
/// How many names of namespaces may be copied from element to element.
const NAMESPACE_LIMIT: usize = 20_000_000;
/// How many names of namespaces may be looked through for all elements and attributes together.
const LOOKUP_LIMIT: usize = 3_000_000_000;

/// The letters of a part, from UTF-8 or UTF-16, without characters that XML does not allow: some programs write them
/// all the same.
///
/// # Errors
/// If it is nested too deep, or has more of anything than a document sensibly has.
pub fn words(bytes: &[u8]) -> Result<String, Refusal> {
    let text = letters(bytes);
    guard(text.as_bytes())?;
    Ok(text)
}

/// The letters of a part that is not made a tree of.
pub fn letters(bytes: &[u8]) -> String {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((codec, mark)) => codec.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0,
        None if bytes.starts_with(b"<\0") => encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0,
        None if bytes.starts_with(b"\0<") => encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0,
        None => declared(bytes).decode_without_bom_handling(bytes).0,
    };
    clean(text)
}

/// The encoding that the first line names; UTF-8 if it names none.
fn declared(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let head = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let label = head.split_once("?>").and_then(|(head, _)| head.split_once("encoding="));
    let label = label.and_then(|(_, rest)| rest.get(1..)?.split(['"', '\'']).next());
    let named = label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    // What was read this far is not UTF-16, whatever it says.
    named.filter(|codec| codec.is_ascii_compatible()).unwrap_or(encoding_rs::UTF_8)
}

/// Without characters that XML forbids, be they there as such or by their number.
fn clean(text: Cow<'_, str>) -> String {
    let forbidden = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    let mut text = if text.contains(forbidden) { text.replace(forbidden, "") } else { text.into_owned() };
    if text.contains("&#") {
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(at) = rest.find("&#") {
            let (before, reference) = rest.split_at(at);
            out.push_str(before);
            let end = reference.bytes().take(12).position(|byte| byte == b';').map_or(2, |end| end + 1);
            let (reference, after) = reference.split_at(end);
            let number = reference.trim_start_matches("&#").trim_end_matches(';');
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            // A surrogate is no character: a pair of them is one that was written wrongly, and cannot be told here.
            if number.ok().and_then(char::from_u32).is_some_and(|c| !forbidden(c)) {
                out.push_str(reference);
            }
            rest = after;
        }
        out.push_str(rest);
        text = out;
    }
    text
}

/// Without a document type declaration that defines nothing by itself; books have such ones.
pub fn without_doctype(text: String) -> String {
    let Some(at) = text.find("<!DOCTYPE") else { return text };
    let Some(end) = text.get(at..).and_then(|rest| rest.find('>')) else { return text };
    let declaration = text.get(at..at + end).unwrap_or_default();
    if declaration.contains('[') {
        return text;
    }
    [text.get(..at).unwrap_or_default(), text.get(at + end + 1..).unwrap_or_default()].concat()
}

/// The tree of a part.
///
/// # Errors
/// If it is no XML, or one with a document type declaration.
pub fn tree<'a>(name: &str, words: &'a str) -> Result<Document<'a>, Refusal> {
    let options = ParsingOptions { allow_dtd: false, ..ParsingOptions::default() };
    Document::parse_with_options(words, options).map_err(|_| Refusal::Damaged(Damage::Part(name.to_owned())))
}

/// Walks over the tags once, without a tree.
fn guard(bytes: &[u8]) -> Result<(), Refusal> {
    let (mut tags, mut equals) = (0usize, 0usize);
    for byte in bytes {
        tags += usize::from(*byte == b'<');
        equals += usize::from(*byte == b'=');
    }
    if tags > TAG_LIMIT || equals > TAG_LIMIT {
        return Err(Refusal::Excessive(Bound::Unpacked));
    }
    // For each element that is open, how many namespaces are known in it.
    let mut open: Vec<usize> = Vec::new();
    let (mut copied, mut looked) = (0usize, 0usize);
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(b"<!--") {
            rest = after(rest, b"-->");
        } else if rest.starts_with(b"<![CDATA[") {
            rest = after(rest, b"]]>");
        } else if rest.starts_with(b"<?") {
            rest = after(rest, b"?>");
        } else if rest.starts_with(b"</") {
            open.pop();
            rest = after(rest, b">");
        } else {
            let tag = Tag::of(rest);
            if tag.attributes > ATTRIBUTE_LIMIT || open.len() >= DEPTH_LIMIT {
                return Err(Refusal::Excessive(Bound::Depth));
            }
            let known = open.last().copied().unwrap_or(0);
            if tag.namespaces > 0 {
                copied += known + tag.namespaces;
            }
            looked = looked.saturating_add((known + tag.namespaces) * (tag.attributes + 1));
            if copied > NAMESPACE_LIMIT || looked > LOOKUP_LIMIT {
                return Err(Refusal::Excessive(Bound::Work));
            }
            if !tag.closed {
                open.push(known + tag.namespaces);
            }
            rest = rest.get(tag.length..).unwrap_or_default();
        }
    }
    Ok(())
}

fn after<'a>(bytes: &'a [u8], end: &[u8]) -> &'a [u8] {
    let at = bytes.windows(end.len()).position(|window| window == end);
    at.and_then(|at| bytes.get(at + end.len()..)).unwrap_or_default()
}

/// An opening tag.
struct Tag {
    /// With its angle brackets, in bytes.
    length: usize,
    attributes: usize,
    namespaces: usize,
    /// Whether nothing is in it ("/>").
    closed: bool,
}

impl Tag {
    fn of(bytes: &[u8]) -> Tag {
        let mut tag = Tag { length: bytes.len(), attributes: 0, namespaces: 0, closed: false };
        let mut quote = None;
        for (at, &byte) in bytes.iter().enumerate() {
            match (quote, byte) {
                (Some(open), _) if byte == open => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') => {
                    quote = Some(byte);
                    tag.attributes += 1;
                }
                (None, b'x') => tag.namespaces += usize::from(bytes.get(at..at + 5) == Some(b"xmlns".as_slice())),
                (None, b'>') => {
                    tag.length = at + 1;
                    tag.closed = at > 0 && bytes.get(at - 1) == Some(&b'/');
                    break;
                }
                (None, _) => {}
            }
        }
        tag
    }
}

/// An attribute by its name without a namespace: the standards have several namespaces for one format.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The first child element of that name, whatever its namespace.
pub fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    children(node, name).next()
}

/// The child elements of that name, whatever their namespace.
pub fn children<'a, 'i>(node: Node<'a, 'i>, name: &str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is(*child, name))
}

/// The elements below of that name, whatever their namespace.
pub fn below<'a, 'i>(node: Node<'a, 'i>, name: &str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |child| is(*child, name))
}

/// Whether a node is an element of that name, whatever its namespace.
pub fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(levels: usize) -> Result<String, Refusal> {
        words(["<a>".repeat(levels), "</a>".repeat(levels)].concat().as_bytes())
    }

    #[test]
    fn depth_is_bounded_and_what_only_looks_deep_is_not() {
        assert!(depth(DEPTH_LIMIT).is_ok());
        assert_eq!(depth(DEPTH_LIMIT + 1), Err(Refusal::Excessive(Bound::Depth)));
        let flat = format!("<a>{}</a>", "<b x='>'/><!-- <c> --><![CDATA[<d>]]><?e <f>?>".repeat(300));
        assert!(words(flat.as_bytes()).is_ok());
        assert!(tree("a.xml", &flat).is_ok());
    }

    #[test]
    fn attributes_and_namespaces_are_bounded() {
        let many: String = (0..1000).map(|n| format!(" a{n}='1'")).collect();
        assert!(words(format!("<a{many}/>").as_bytes()).is_err());
        let spaces: String = (0..399).map(|n| format!(" xmlns:n{n}='u{n}'")).collect();
        let copies = "<b xmlns:q='r'/>".repeat(60_000);
        let refused = words(format!("<a{spaces}>{copies}</a>").as_bytes());
        assert_eq!(refused, Err(Refusal::Excessive(Bound::Work)));
    }

    #[test]
    fn forbidden_characters_and_their_numbers_are_left_out() {
        let text = words(b"<a>one\x0b two&#x1;&#65;&#xD83D;&#; &amp;</a>").unwrap();
        assert_eq!(text, "<a>one two&#65; &amp;</a>");
        assert_eq!(
            words(b"<?xml version='1.0' encoding='windows-1252'?><a>\xe9</a>").unwrap().chars().rev().nth(4),
            Some('é')
        );
        let wide: Vec<u8> = "<a>مرحبا</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(words(&wide).unwrap(), "<a>مرحبا</a>");
    }

    #[test]
    fn entities_are_not_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;'>]><a>&c;</a>";
        assert_eq!(tree("a.xml", bomb).err(), Some(Refusal::Damaged(Damage::Part("a.xml".into()))));
        assert_eq!(without_doctype(bomb.into()), bomb);
        assert_eq!(without_doctype("<!DOCTYPE a PUBLIC 'b'><a/>".into()), "<a/>");
    }
}
