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
    match signature(bytes) {
        Some(Lookalike::Pdf) => Ok(Format::Pdf),
        Some(Lookalike::RichText) => Ok(Format::Rtf),
        Some(Lookalike::Word) if archive => Ok(Format::Docx),
        Some(Lookalike::Spreadsheet) if archive => Ok(Format::Xlsx),
        Some(Lookalike::OpenDocument) if holds(bytes, b"opendocument.spreadsheet") => Ok(Format::Ods),
        Some(Lookalike::OpenDocument) if holds(bytes, b"opendocument.text") => Ok(Format::Odt),
        Some(Lookalike::Zip) if holds(bytes, b"application/epub+zip") => Ok(Format::Epub),
        Some(Lookalike::Zip) => Ok(Format::Zip),
        // Word, Excel and PowerPoint put what a password protects into their old container.
        Some(Lookalike::Word) if holds_wide(bytes, "EncryptedPackage") => Err(Refusal::Encrypted),
        Some(other) => Err(Refusal::NotRead(other)),
        None => Ok(by_words(name, bytes)),
    }
}

/// Whether the head of an archive, where its first entry says what it is, holds these bytes.
fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes[..bytes.len().min(512)].windows(part.len()).any(|window| window == part)
}

/// Whether a file holds these letters in UTF-16.
fn holds_wide(bytes: &[u8], letters: &str) -> bool {
    let wide: Vec<u8> = letters.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}

/// The format of a file of letters.
fn by_words(name: &str, bytes: &[u8]) -> Format {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    // In any encoding that is met the first letters are ASCII, with zeros between them at most.
    let head: String =
        bytes.iter().filter(|byte| byte.is_ascii() && **byte != 0).take(256).map(|&b| b as char).collect();
    let head = head.trim_start().to_ascii_lowercase();
    match ending.as_str() {
        _ if head.starts_with("webvtt") => Format::WebVtt,
        "vtt" => Format::WebVtt,
        "srt" => Format::SubRip,
        "csv" | "tsv" | "tab" => Format::Csv,
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        _ if head.starts_with("<!doctype html") || head.starts_with("<html") => Format::Html,
        _ => Format::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_before_names() {
        for (name, bytes, expected) in [
            ("a.txt", b"They came.".as_slice(), Format::Text),
            ("a", b"", Format::Text),
            ("a.TXT", b"\xef\xbb\xbfWEBVTT\n\n", Format::WebVtt),
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
        let protected: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(format("a.xlsx", &[word_97, &[0; 512][..], &protected].concat()), Err(Refusal::Encrypted));
    }
}
