//! What a page is encoded in: what people chose, its mark, what it says of itself, or what it looks like.

use emic_formats::source::Refusal;
use emic_formats::text_file::{Encoding, NotText};

use crate::text::{self, Decoded};

/// How far from its start a page says what it is encoded in. The standard has 1024; programs put comments first.
const PRESCAN: usize = 8192;

pub(super) fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Result<Decoded, Refusal> {
    let declared = match chosen {
        Some(_) => chosen,
        None if encoding_rs::Encoding::for_bom(bytes).is_some() => None,
        // Bytes that are UTF-8 and not ASCII are hardly ever anything else, whatever a page says that was saved anew.
        None if std::str::from_utf8(bytes).is_ok() && !bytes.is_ascii() => Some(Encoding::Utf8),
        None => declared(&bytes[..bytes.len().min(PRESCAN)]),
    };
    let read = |encoding| text::decode(bytes, encoding);
    let decoded: Result<Decoded, NotText> = match (read(declared), declared) {
        // What it says cannot be: UTF-8 that is none.
        (Ok(decoded), Some(_)) if chosen.is_none() && decoded.replaced > 0 => read(None),
        (decoded, _) => decoded,
    };
    Ok(decoded?)
}

/// What a page says of itself: `<meta charset>`, `<meta http-equiv content>`, `<?xml encoding?>`.
fn declared(head: &[u8]) -> Option<Encoding> {
    let head: String = head.iter().map(|&byte| char::from(byte).to_ascii_lowercase()).collect();
    let meta = head.match_indices("<meta").filter_map(|(at, _)| {
        let tag = head[at..].split('>').next()?;
        label(tag.split_once("charset")?.1)
    });
    let xml = || label(head.strip_prefix("<?xml")?.split("?>").next()?.split_once("encoding")?.1);
    meta.into_iter().next().or_else(xml)
}

/// The encoding that stands after an equals sign, in quotation marks or not.
fn label(after: &str) -> Option<Encoding> {
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label = value.split(['"', '\'', ';', '>', '/', ' ', '\t', '\n', '\r']).next()?;
    let codec = encoding_rs::Encoding::for_label(label.as_bytes())?;
    // A page that can be read this far is not in UTF-16, whatever it says.
    let name = match codec.name() {
        "UTF-16LE" | "UTF-16BE" => "utf-8".to_owned(),
        name => name.to_ascii_lowercase(),
    };
    Encoding::from_label(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_say_of_themselves() {
        for (head, expected) in [
            ("<html><META CHARSET='Windows-1256'>", Some(Encoding::Windows1256)),
            ("<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">", Some(Encoding::Koi8R)),
            ("<meta name=a content=b><meta charset=latin1 />", Some(Encoding::Windows1252)),
            ("<?xml version=\"1.0\" encoding=\"iso-8859-6\"?><html>", Some(Encoding::Iso8859_6)),
            ("<meta charset=utf-16>", Some(Encoding::Utf8)),
            ("<meta charset=ebcdic>", None),
            ("<p>charset=koi8-r", None),
        ] {
            assert_eq!(declared(head.as_bytes()), expected, "{head}");
        }
    }

    #[test]
    fn what_a_page_says_is_taken_unless_it_cannot_be() {
        let page = |label: &str| format!("<meta charset={label}><p>جاؤوا في الليل");
        let legacy = encoding_rs::WINDOWS_1256.encode(&page("windows-1256")).0.into_owned();
        assert_eq!(decode(&legacy, None).unwrap().encoding, Encoding::Windows1256);
        let unicode = page("windows-1252");
        assert_eq!(decode(unicode.as_bytes(), None).unwrap().text, unicode);
        assert_eq!(decode(unicode.as_bytes(), Some(Encoding::Windows1256)).unwrap().encoding, Encoding::Windows1256);
        let wrong = encoding_rs::WINDOWS_1256.encode(&page("utf-8")).0.into_owned();
        assert_eq!(decode(&wrong, None).unwrap().replaced, 0);
    }
}
