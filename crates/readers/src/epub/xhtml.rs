//! XHTML as a reader of HTML understands it.

use crate::xml;

/// Elements that HTML never closes.
const EMPTY: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// The letters of a chapter. Elements that XHTML closes at once (`<title/>`) are closed as HTML does it, where such a
/// title would go on to the end of the page; words in CDATA sections are words.
pub fn as_html(bytes: &[u8]) -> String {
    let words = xml::letters(bytes);
    let mut out = String::with_capacity(words.len());
    let mut rest = words.as_str();
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let length = length(tag);
        let (tag, after) = tag.split_at(length);
        rest = after;
        if let Some(words) = tag.strip_prefix("<![CDATA[") {
            let words = words.strip_suffix("]]>").unwrap_or(words);
            out.push_str(&words.replace('&', "&amp;").replace('<', "&lt;"));
            continue;
        }
        match tag.strip_suffix("/>").filter(|_| !tag.starts_with("<!")) {
            Some(open) => {
                let name = open.trim_start_matches('<').split(|c: char| c.is_whitespace()).next().unwrap_or_default();
                out.push_str(open.trim_end());
                out.push('>');
                if !EMPTY.iter().any(|empty| empty.eq_ignore_ascii_case(name)) {
                    out.push_str("</");
                    out.push_str(name);
                    out.push('>');
                }
            }
            None => out.push_str(tag),
        }
    }
    out.push_str(rest);
    out
}

/// How long a tag, comment or the like is, in bytes: to the end of the letters if it does not end.
fn length(tag: &str) -> usize {
    let until = |end: &str| tag.find(end).map_or(tag.len(), |at| at + end.len());
    if tag.starts_with("<!--") {
        return until("-->");
    }
    if tag.starts_with("<![CDATA[") {
        return until("]]>");
    }
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return at + 1,
            (None, _) => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod forms {
    use super::as_html;

    #[test]
    fn elements_closed_at_once_are_closed() {
        let page = "<title/><script src='a>b' /><p>one<br/>two <i class='x'/></p><!-- <b/> --><![CDATA[a < b]]><a";
        let html =
            "<title></title><script src='a>b'></script><p>one<br>two <i class='x'></i></p><!-- <b/> -->a &lt; b<a";
        assert_eq!(as_html(page.as_bytes()), html);
    }
}
