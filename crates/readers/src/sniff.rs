//! What format a file is of.

use emic_formats::source::{Format, Refusal};
use emic_formats::text_file::Lookalike;

use crate::text::signature;

/// The format of a file: what its bytes say, and where they could be several, what its name says.
///
/// # Errors
/// If its bytes are of a format that is not read.
pub fn format(name: &str, bytes: &[u8]) -> Result<Format, Refusal> {
    let archive = bytes.starts_with(b"PK\x03\x04");
    // Names at the ends of an archive may be those of files in an archive in it; its own directory decides.
    if let Some(format) = Some(bytes).filter(|_| archive).and_then(crate::archive::kind) {
        return Ok(format);
    }
    match signature(bytes) {
        Some(Lookalike::Pdf) => Ok(Format::Pdf),
        Some(Lookalike::RichText) => Ok(Format::Rtf),
        Some(Lookalike::Word) if archive => Ok(Format::Docx),
        Some(Lookalike::Word) if is_locked(bytes) => Err(Refusal::Encrypted),
        Some(Lookalike::Spreadsheet) if archive => Ok(Format::Xlsx),
        Some(Lookalike::OpenDocument) if holds(bytes, b"opendocument.spreadsheet") => Ok(Format::Ods),
        Some(Lookalike::OpenDocument) if holds(bytes, b"opendocument.text") => Ok(Format::Odt),
        Some(Lookalike::Zip) if holds(bytes, b"application/epub+zip") => Ok(Format::Epub),
        Some(Lookalike::Zip) => Ok(Format::Zip),
        Some(other) => Err(Refusal::NotRead(other)),
        None => Ok(by_words(name, bytes)),
    }
}

/// Whether a compound file, which Word documents were before 2007, holds a newer one under a password: its directory names
/// that in UTF-16.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Whether the head of an archive, where its first entry says what it is, holds these bytes.
fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes[..bytes.len().min(512)].windows(part.len()).any(|window| window == part)
}

/// The format of a file of letters.
fn by_words(name: &str, bytes: &[u8]) -> Format {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    // In any encoding that is met the first letters are ASCII, with zeros between them at most.
    let head: String =
        bytes.iter().filter(|byte| byte.is_ascii() && **byte != 0).take(256).map(|&b| b as char).collect();
    let captions = is_captions(head.trim_start(), bytes);
    let head = head.trim_start().to_ascii_lowercase();
    match ending.as_str() {
        _ if captions => Format::WebVtt,
        "vtt" => Format::WebVtt,
        "srt" => Format::SubRip,
        "csv" | "tsv" | "tab" => Format::Csv,
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        _ if head.starts_with("<!doctype html") || head.starts_with("<html") => Format::Html,
        _ => Format::Text,
    }
}

/// Whether a file begins as WebVTT does and has times: a text may be about the format.
fn is_captions(head: &str, bytes: &[u8]) -> bool {
    let mut dashes = 0;
    // In UTF-16 there are zeros between them.
    let mut arrow = |byte: &u8| {
        let found = *byte == b'>' && dashes >= 2;
        dashes = if *byte == b'-' { dashes + 1 } else { 0 };
        found
    };
    let begins =
        head.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    begins && bytes.iter().filter(|byte| **byte != 0).any(&mut arrow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_before_names() {
        for (name, bytes, expected) in [
            ("a.txt", b"They came.".as_slice(), Format::Text),
            ("a", b"", Format::Text),
            ("a.TXT", b"\xef\xbb\xbfWEBVTT\n\n00:01.000 --> 00:02.000\nWords", Format::WebVtt),
            ("a.txt", b"WEBVTT - Title\r\n\r\n00:01.000 --> 00:02.000\r\nWords", Format::WebVtt),
            ("a.txt", b"WebVTT is the format we used.", Format::Text),
            ("a.txt", b"WebVTT --> that is the format we used.", Format::Text),
            ("a.txt", b"WEBVTT is the format we used.", Format::Text),
            ("a.txt", b"WEBVTTs --> those were the formats we used.", Format::Text),
            ("a.vtt", b"WEBVTT", Format::WebVtt),
            ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nWords", Format::SubRip),
            ("a.MD", b"# One", Format::Markdown),
            ("a.csv", b"a;b", Format::Csv),
            ("a.txt", b"<!DOCTYPE html><p>", Format::Html),
            ("a.htm", b"<p>words", Format::Html),
            ("a.txt", b"{\\rtf1 words}", Format::Rtf),
            ("a.docx", b"%PDF-1.7\n", Format::Pdf),
            ("a.docx", b"PK\x03\x04....word/document.xml", Format::Docx),
            ("a.zip", b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", Format::Odt),
            ("a.zip", b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Format::Ods),
            ("a.zip", b"PK\x03\x04....mimetypeapplication/epub+zip", Format::Epub),
            ("a.zip", b"PK\x03\x04....xl/workbook.xml", Format::Xlsx),
            ("a.docx", b"PK\x03\x04....a.txt", Format::Zip),
        ] {
            assert_eq!(format(name, bytes), Ok(expected), "{name} {}", String::from_utf8_lossy(bytes));
        }
        let word_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
        assert_eq!(format("a.doc", word_97), Err(Refusal::NotRead(Lookalike::Word)));
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = [word_97.as_slice(), &[0; 500], &name].concat();
        assert_eq!(format("a.docx", &locked), Err(Refusal::Encrypted));
    }
}
