//! The names of files in an archive.

/// The upper half of code page 437, which names are in that are not said to be UTF-8.
const UPPER: &str = "\
ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// A name as people read it, its folders apart by "/". Names that happen to be valid UTF-8 are taken as that, since
/// many programs write it without saying so.
pub fn decode(raw: &[u8]) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => raw.iter().map(|&byte| of_437(byte)).collect(),
    };
    name.replace('\\', "/")
}

fn of_437(byte: u8) -> char {
    match byte.checked_sub(128) {
        None => byte as char,
        Some(upper) => UPPER.chars().nth(upper.into()).unwrap_or('\u{fffd}'),
    }
}

/// Whether a file of an archive is one that people put there, and stays within its folders: not what macOS adds, not a
/// hidden one, and no path that leads elsewhere.
pub fn is_of_people(path: &str) -> bool {
    let mut steps = path.split('/').peekable();
    !path.is_empty()
        && !path.contains(|c: char| c.is_control())
        && steps.all(|step| !step.is_empty() && !step.starts_with('.') && step != "__MACOSX" && !is_drive(step))
        && !path.eq_ignore_ascii_case("thumbs.db")
        && !path.to_ascii_lowercase().ends_with("/thumbs.db")
}

fn is_drive(step: &str) -> bool {
    matches!(step.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_utf_8_or_as_dos_wrote_them() {
        assert_eq!(decode("مقابلة.txt".as_bytes()), "مقابلة.txt");
        assert_eq!(decode(b"M\x81ller.txt"), "Müller.txt");
        assert_eq!(decode(b"a\\\xff.txt"), "a/\u{a0}.txt");
        assert_eq!(UPPER.chars().count(), 128);
    }

    #[test]
    fn what_people_did_not_put_there_is_told_apart() {
        for path in ["a.txt", "folder/a b.docx", "مقابلات/١.txt", "a..b/c.txt"] {
            assert!(is_of_people(path), "{path}");
        }
        for path in [
            "",
            "/etc/passwd",
            "../a.txt",
            "a/../../b.txt",
            "C:/a.txt",
            "__MACOSX/._a.txt",
            ".DS_Store",
            "a/.DS_Store",
            "a//b.txt",
            "a/\u{0}.txt",
            "a/Thumbs.db",
        ] {
            assert!(!is_of_people(path), "{path}");
        }
    }
}
