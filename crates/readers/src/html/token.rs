//! The tags and words of a page, as the HTML standard tells them apart.
//!
//! This is not html5ever: its tree builder goes through all open elements at every block and its tokenizer through all
//! attributes of a tag at every further one, so that small pages made to harm take hours. Here every byte is looked at a
//! bounded number of times, and no tree is made.

use std::borrow::Cow;

use super::entity::resolve;

/// The attributes that matter here; all others are passed over.
const ATTRIBUTES: [&str; 8] = ["hidden", "style", "start", "type", "reversed", "value", "name", "xmlns"];

/// A piece of a page.
pub(super) enum Token<'a> {
    Text(Cow<'a, str>),
    Start(Tag<'a>),
    /// The name of an end tag, in small letters.
    End(Cow<'a, str>),
}

/// A start tag.
pub(super) struct Tag<'a> {
    /// In small letters.
    pub name: Cow<'a, str>,
    attributes: Vec<(&'static str, Cow<'a, str>)>,
    pub self_closing: bool,
}

impl Tag<'_> {
    /// The value of one of [`ATTRIBUTES`].
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.0 == name).map(|attribute| attribute.1.as_ref())
    }
}

/// Reads a page from its start to its end.
pub(super) struct Tokens<'a> {
    page: &'a str,
    at: usize,
    /// Whether "<![CDATA[" begins words: in XML and in pictures and formulas.
    pub cdata: bool,
}

impl<'a> Tokens<'a> {
    pub fn new(page: &'a str) -> Tokens<'a> {
        Tokens { page, at: 0, cdata: false }
    }

    /// Another reader from here on.
    pub fn fork(&self) -> Tokens<'a> {
        Tokens { page: self.page, at: self.at, cdata: self.cdata }
    }

    /// How many bytes are done.
    pub fn done(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'a str {
        &self.page[self.at..]
    }

    /// Everything up to the end tag of an element within which there are no tags (script, title). The end tag is next.
    pub fn raw(&mut self, name: &str) -> &'a str {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let mut from = 0;
        let end = loop {
            let Some(at) = bytes[from..].iter().position(|&byte| byte == b'<') else { break bytes.len() };
            let at = from + at;
            let after = at + 2 + name.len();
            let is_end = bytes.get(at + 1) == Some(&b'/')
                && bytes.get(at + 2..after).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
                && bytes.get(after).is_none_or(|next| is_space(*next) || matches!(next, b'/' | b'>'));
            if is_end {
                break at;
            }
            from = at + 1;
        };
        self.at += end;
        &rest[..end]
    }

    /// Everything to the end of the page.
    pub fn all(&mut self) -> &'a str {
        let rest = self.rest();
        self.at = self.page.len();
        rest
    }

    /// Passes over what ends with the first `end`, or with the page.
    fn skip_past(&mut self, end: &str) -> &'a str {
        let rest = self.rest();
        let (inside, length) = match rest.find(end) {
            Some(at) => (&rest[..at], at + end.len()),
            None => (rest, rest.len()),
        };
        self.at += length;
        inside
    }

    fn comment(&mut self) {
        let rest = self.rest();
        if let Some(length) = [">", "->"].iter().find(|end| rest.starts_with(**end)).map(|end| end.len()) {
            self.at += length;
            return;
        }
        let mut from = 0;
        while let Some(at) = rest[from..].find("--") {
            let after = &rest[from + at + 2..];
            if let Some(length) = ["!>", ">"].iter().find(|end| after.starts_with(**end)).map(|end| end.len()) {
                self.at += from + at + 2 + length;
                return;
            }
            from += at + 1;
        }
        self.at = self.page.len();
    }

    /// A tag, from its name; `None` if the page ends in it.
    fn tag(&mut self) -> Option<Tag<'a>> {
        let bytes = self.page.as_bytes();
        let name_end = |from: usize| {
            bytes[from..].iter().position(|&byte| is_space(byte) || matches!(byte, b'/' | b'>')).map(|at| from + at)
        };
        let start = self.at;
        self.at = bytes.len();
        let mut at = name_end(start)?;
        let name = small(&self.page[start..at]);
        let mut tag = Tag { name, attributes: Vec::new(), self_closing: false };
        loop {
            while is_space(*bytes.get(at)?) {
                at += 1;
            }
            match *bytes.get(at)? {
                b'>' => {
                    self.at = at + 1;
                    return Some(tag);
                }
                b'/' => {
                    at += 1;
                    tag.self_closing = bytes.get(at) == Some(&b'>');
                    continue;
                }
                _ => {}
            }
            let key_start = at;
            // An equals sign at the start belongs to the name.
            at += 1;
            while !(is_space(*bytes.get(at)?) || matches!(bytes[at], b'/' | b'>' | b'=')) {
                at += 1;
            }
            let key = self.page.get(key_start..at)?;
            let mut value = "";
            let mut next = at;
            while is_space(*bytes.get(next)?) {
                next += 1;
            }
            if bytes[next] == b'=' {
                at = next + 1;
                while is_space(*bytes.get(at)?) {
                    at += 1;
                }
                let quote = bytes[at];
                if matches!(quote, b'"' | b'\'') {
                    let from = at + 1;
                    let length = bytes[from..].iter().position(|&byte| byte == quote)?;
                    value = &self.page[from..from + length];
                    at = from + length + 1;
                } else {
                    let from = at;
                    while !(is_space(*bytes.get(at)?) || bytes[at] == b'>') {
                        at += 1;
                    }
                    value = &self.page[from..at];
                }
            }
            if let Some(known) = ATTRIBUTES.iter().find(|known| key.eq_ignore_ascii_case(known))
                && tag.attribute(known).is_none()
            {
                tag.attributes.push((known, resolve(value, true)));
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.rest();
            let bytes = rest.as_bytes();
            let markup = |at: usize| {
                bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'!' | b'?'))
                    || bytes.get(at + 1) == Some(&b'/') && bytes.len() > at + 2
            };
            let mut text = 0;
            while text < bytes.len() && !(bytes[text] == b'<' && markup(text)) {
                text += 1;
            }
            if text > 0 {
                self.at += text;
                return Some(Token::Text(resolve(&rest[..text], false)));
            }
            match (bytes.get(1)?, bytes.get(2)) {
                (b'/', Some(letter)) if letter.is_ascii_alphabetic() => {
                    self.at += 2;
                    return Some(Token::End(self.tag()?.name));
                }
                (b'/', Some(b'>')) => self.at += 3,
                (b'!', _) if rest.starts_with("<!--") => {
                    self.at += 4;
                    self.comment();
                }
                (b'!', _) if self.cdata && rest.starts_with("<![CDATA[") => {
                    self.at += 9;
                    return Some(Token::Text(Cow::Borrowed(self.skip_past("]]>"))));
                }
                (b'/' | b'!' | b'?', _) => drop(self.skip_past(">")),
                _ => {
                    self.at += 1;
                    return Some(Token::Start(self.tag()?));
                }
            }
        }
    }
}

/// White space of the standard.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0xc)
}

/// A name in small letters.
fn small(name: &str) -> Cow<'_, str> {
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}
