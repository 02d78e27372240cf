//! Other formats by their first bytes.

use emic_formats::project::FORMAT;
use emic_formats::text_file::Lookalike;

const SIGNATURES: &[(&[u8], Lookalike)] = &[
    (b"%PDF-", Lookalike::Pdf),
    (b"{\\rtf", Lookalike::RichText),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Lookalike::Word),
    (b"SQLite format 3\0", Lookalike::Database),
    (b"\x89PNG\r\n", Lookalike::Image),
    (b"\xff\xd8\xff", Lookalike::Image),
    (b"GIF87a", Lookalike::Image),
    (b"GIF89a", Lookalike::Image),
    (b"II*\0", Lookalike::Image),
    (b"MM\0*", Lookalike::Image),
    (b"ID3", Lookalike::Media),
    (b"OggS", Lookalike::Media),
    (b"fLaC", Lookalike::Media),
    (b"\x1aE\xdf\xa3", Lookalike::Media),
    (b"\x1f\x8b\x08", Lookalike::Binary),
];

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether it is a project file of Emic, which says so in its first field.
fn is_project(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    head.starts_with(b"{") && contains(head, format!("\"{FORMAT}\"").as_bytes())
}

/// What the first bytes of another format say; `None` if they could be text.
pub(crate) fn signature(bytes: &[u8]) -> Option<Lookalike> {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(*kind);
    }
    if bytes.starts_with(b"RIFF")
        && bytes.get(8..12).is_some_and(|kind| [b"WAVE", b"AVI ", b"WEBP"].iter().any(|k| k[..] == *kind))
    {
        return Some(if &bytes[8..12] == b"WEBP" { Lookalike::Image } else { Lookalike::Media });
    }
    if is_project(bytes) {
        return Some(Lookalike::EmicProject);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(Lookalike::Media);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        // Names of files stand in the archive's directory, at its end, and before each file.
        let ends = [&bytes[..bytes.len().min(8192)], &bytes[bytes.len().saturating_sub(65536)..]];
        let names = |part: &[u8]| ends.iter().any(|end| contains(end, part));
        return Some(match () {
            () if names(b"word/document") => Lookalike::Word,
            () if names(b"application/vnd.oasis.opendocument") => Lookalike::OpenDocument,
            () if names(b"xl/workbook") => Lookalike::Spreadsheet,
            () => Lookalike::Zip,
        });
    }
    // A PDF may have a few stray bytes first.
    contains(&bytes[..bytes.len().min(1024)], b"%PDF-1.").then_some(Lookalike::Pdf).filter(|_| bytes.contains(&0))
}
