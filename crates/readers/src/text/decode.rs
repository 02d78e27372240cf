//! From bytes to a canonical text.

use chardetng::EncodingDetector;
use emic_core::text::canonical;
use emic_formats::text_file::{DecodeIssue, Encoding, Lookalike, MAX_BYTES, NotText};

use super::codec::{codec, of_codec};
use super::signature::signature;

/// A text file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The canonical text.
    pub text: String,
    /// The encoding it was read in.
    pub encoding: Encoding,
    /// Whether a byte order mark stood at the start.
    pub had_bom: bool,
    /// How many places could not be read.
    pub replaced: usize,
    /// What people should know.
    pub issues: Vec<DecodeIssue>,
}

/// Reads `bytes` in the `chosen` encoding, or in the one they seem to be in: a byte order mark decides, then UTF-8 if
/// they are valid UTF-8, then UTF-16 if their zeros say so, then what the letters of legacy encodings make likely.
///
/// With an encoding chosen, bytes that look like another format are refused all the same; stray NULs are not.
pub fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Result<Decoded, NotText> {
    if bytes.len() > MAX_BYTES {
        return Err(NotText::TooLarge(bytes.len()));
    }
    if let Some(kind) = signature(bytes) {
        return Err(NotText::LooksLike(kind));
    }
    let mark = encoding_rs::Encoding::for_bom(bytes).map(|(codec, len)| (of_codec(codec), len));
    let mut issues = Vec::new();
    let encoding = match (chosen, mark) {
        (Some(encoding), _) => encoding,
        (None, Some((encoding, _))) => encoding,
        (None, None) => {
            let (encoding, guessed) = detect(bytes)?;
            if guessed {
                issues.push(DecodeIssue::Guessed(encoding));
            }
            encoding
        }
    };
    // A mark is dropped if it is one in the encoding chosen; else it is letters.
    let mark = mark.filter(|mark| mark.0 == encoding).map_or(0, |mark| mark.1);
    let rest = &bytes[mark..];
    let (decoded, had_errors) = codec(encoding).decode_without_bom_handling(rest);
    let replaced = if had_errors { count_replaced(&decoded, rest, encoding) } else { 0 };
    let text = canonical(&decoded).into_owned();
    if replaced > 0 {
        issues.push(DecodeIssue::Undecodable(replaced));
    }
    let nuls = text.matches('\0').count();
    if nuls > 0 {
        issues.push(DecodeIssue::Nul(nuls));
    }
    if text.trim().is_empty() {
        issues.push(DecodeIssue::Empty);
    }
    Ok(Decoded { text, encoding, had_bom: mark > 0, replaced, issues })
}

/// Replacement characters that were not in the file as such.
fn count_replaced(decoded: &str, bytes: &[u8], encoding: Encoding) -> usize {
    let own = match encoding {
        Encoding::Utf8 => bytes.windows(3).filter(|w| w == b"\xef\xbf\xbd").count(),
        Encoding::Utf16Le => bytes.chunks_exact(2).filter(|unit| unit == b"\xfd\xff").count(),
        Encoding::Utf16Be => bytes.chunks_exact(2).filter(|unit| unit == b"\xff\xfd").count(),
        _ => 0,
    };
    decoded.matches('\u{fffd}').count().saturating_sub(own)
}

/// The encoding of bytes without a mark, and whether that is a guess.
fn detect(bytes: &[u8]) -> Result<(Encoding, bool), NotText> {
    let nuls = bytes.iter().filter(|&&b| b == 0).count();
    if nuls > 0 {
        return match utf16_without_mark(bytes) {
            Some(encoding) => Ok((encoding, true)),
            // A stray NUL in a text is not yet a binary file.
            None if nuls * 1000 <= bytes.len() && std::str::from_utf8(bytes).is_ok() => Ok((Encoding::Utf8, false)),
            None => Err(NotText::LooksLike(Lookalike::Binary)),
        };
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok((Encoding::Utf8, false));
    }
    // Control characters other than white space are in no text.
    let controls = bytes.iter().filter(|&&b| b < 32 && !matches!(b, 8..=13 | 27 | 26)).count();
    if controls * 50 > bytes.len() {
        return Err(NotText::LooksLike(Lookalike::Binary));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok((encoding, true));
    }
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    Ok((of_codec(detector.guess(None, true)), true))
}

/// UTF-16 by its looks: nothing undecodable, no control characters, and spaces and line ends in one byte order only.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let (mut little, mut big) = (0usize, 0usize);
    for unit in sample.chunks_exact(2) {
        little += usize::from(matches!(unit, [b' ' | b'\n' | b'\r' | b'.' | b'e' | b'a', 0]));
        big += usize::from(matches!(unit, [0, b' ' | b'\n' | b'\r' | b'.' | b'e' | b'a']));
    }
    let encoding = if little > big { Encoding::Utf16Le } else { Encoding::Utf16Be };
    let (more, fewer) = (little.max(big), little.min(big));
    let units = sample.len() / 2;
    if more * 20 < units || fewer * 10 > more {
        return None;
    }
    let (text, had_errors) = codec(encoding).decode_without_bom_handling(bytes);
    let odd = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')).count();
    (!had_errors && odd * 1000 <= units).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENGLISH: &str = "They came at night.\r\nI was afraid – “very” afraid.";
    const ARABIC: &str =
        "جاؤوا في الليل. كنت خائفة جدا، ولم أعرف ماذا أفعل. غادرنا البيت في الصباح مع الأطفال وتركنا كل شيء وراءنا.";

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
    }

    fn read(bytes: &[u8]) -> Decoded {
        decode(bytes, None).unwrap()
    }

    #[test]
    fn unicode_with_and_without_a_mark() {
        for text in [ENGLISH, ARABIC] {
            let expected = text.replace("\r\n", "\n");
            for (bytes, encoding, had_bom) in [
                (text.as_bytes().to_vec(), Encoding::Utf8, false),
                ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8, true),
                (utf16(text, true), Encoding::Utf16Le, false),
                (utf16(text, false), Encoding::Utf16Be, false),
                (utf16(&format!("\u{feff}{text}"), true), Encoding::Utf16Le, true),
                (utf16(&format!("\u{feff}{text}"), false), Encoding::Utf16Be, true),
            ] {
                let decoded = read(&bytes);
                assert_eq!(
                    (decoded.text.as_str(), decoded.encoding, decoded.had_bom),
                    (expected.as_str(), encoding, had_bom)
                );
                assert_eq!(decoded.replaced, 0);
            }
        }
    }

    #[test]
    fn legacy_encodings_are_guessed_and_said_to_be() {
        let russian = "Они пришли ночью. Я очень боялась, и мы уехали утром вместе с детьми, оставив всё.";
        let czech = "Přišli v noci. Měla jsem veliký strach a ráno jsme odešli s dětmi pryč, všechno zůstalo.";
        let japanese = "彼らは夜に来ました。とても怖かったです。朝、子どもたちと家を出ました。";
        for (text, codec, encoding) in [
            (ENGLISH, encoding_rs::WINDOWS_1252, Encoding::Windows1252),
            (ARABIC, encoding_rs::WINDOWS_1256, Encoding::Windows1256),
            (russian, encoding_rs::WINDOWS_1251, Encoding::Windows1251),
            (russian, encoding_rs::KOI8_R, Encoding::Koi8U),
            (czech, encoding_rs::WINDOWS_1250, Encoding::Windows1250),
            (japanese, encoding_rs::SHIFT_JIS, Encoding::ShiftJis),
            (ARABIC, encoding_rs::ISO_8859_6, Encoding::Iso8859_6),
        ] {
            let decoded = read(&codec.encode(text).0);
            assert_eq!((decoded.text, decoded.encoding), (text.replace("\r\n", "\n"), encoding), "{}", codec.name());
            assert_eq!(decoded.issues, [DecodeIssue::Guessed(encoding)]);
        }
    }

    #[test]
    fn a_chosen_encoding_is_taken_and_what_it_cannot_read_is_counted() {
        let bytes = encoding_rs::WINDOWS_1256.encode(ARABIC).0;
        assert_eq!(decode(&bytes, Some(Encoding::Windows1256)).unwrap().issues, []);
        let wrong = decode(&bytes, Some(Encoding::Utf8)).unwrap();
        assert!(wrong.replaced > 20 && wrong.issues == [DecodeIssue::Undecodable(wrong.replaced)]);
        let own = decode("a\u{fffd}b".as_bytes(), None).unwrap();
        assert_eq!((own.replaced, own.text.as_str()), (0, "a\u{fffd}b"));
        let mixed = decode(b"a\xef\xbf\xbdb\xffc", Some(Encoding::Utf8)).unwrap();
        assert_eq!((mixed.replaced, mixed.text.as_str()), (1, "a\u{fffd}b\u{fffd}c"));
    }

    #[test]
    fn other_formats_are_told_apart() {
        let zip = |name: &str| [b"PK\x03\x04....", name.as_bytes(), &[0; 40]].concat();
        for (bytes, kind) in [
            (b"%PDF-1.7\n%\xe2\xe3".to_vec(), Lookalike::Pdf),
            (zip("word/document.xml"), Lookalike::Word),
            (zip("mimetypeapplication/vnd.oasis.opendocument.text"), Lookalike::OpenDocument),
            (zip("xl/workbook.xml"), Lookalike::Spreadsheet),
            (zip("project.qde"), Lookalike::Zip),
            (b"{\\rtf1\\ansi".to_vec(), Lookalike::RichText),
            (b"\x89PNG\r\n\x1a\n".to_vec(), Lookalike::Image),
            (b"\0\0\0\x18ftypmp42".to_vec(), Lookalike::Media),
            (b"SQLite format 3\0".to_vec(), Lookalike::Database),
            (b"\xef\xbb\xbf{\n  \"format\": \"emic-project\",".to_vec(), Lookalike::EmicProject),
            (vec![1, 2, 0, 3, 0, 0, 200, 255], Lookalike::Binary),
        ] {
            assert_eq!(decode(&bytes, None), Err(NotText::LooksLike(kind)));
        }
        assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1], None), Err(NotText::TooLarge(MAX_BYTES + 1)));
        assert_eq!(read(b"").issues, [DecodeIssue::Empty]);
        let stray = [b"word ".repeat(500), vec![0]].concat();
        assert_eq!(read(&stray).issues, [DecodeIssue::Nul(1)]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            for chosen in Encoding::all().map(Some).chain([None]) {
                if let Ok(decoded) = decode(&bytes, chosen) {
                    prop_assert!(!decoded.text.contains('\r'));
                    prop_assert!(chosen.is_none_or(|c| c == decoded.encoding));
                }
            }
        }

        #[test]
        fn any_text_in_utf8_reads_as_itself(text in "[^\u{0}\u{feff}]{0,80}") {
            if let Ok(decoded) = decode(text.as_bytes(), None) {
                prop_assert_eq!(decoded.encoding, Encoding::Utf8);
                prop_assert_eq!(decoded.text, canonical(&text).into_owned());
            }
        }
    }
}
