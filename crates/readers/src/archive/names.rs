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

/// A path as it is within its archive, whatever it says of where that was: no root, no drive, no way up, no characters
/// that nobody sees. Nothing is written to a disk by it; it is what people are shown and ask for.
pub fn within(path: &str) -> String {
    let path: String = path.chars().filter(|c| !c.is_control()).collect();
    let steps = path.split('/').filter(|step| !matches!(*step, "" | "." | "..") && !is_drive(step));
    steps.collect::<Vec<_>>().join("/")
}

/// Whether a file of an archive is one that people put there: not what macOS or Windows adds, and not a hidden one.
pub fn is_of_people(path: &str) -> bool {
    let mut steps = path.split('/');
    let name = path.rsplit('/').next().unwrap_or(path);
    !path.is_empty()
        && steps.all(|step| !step.starts_with('.') && step != "__MACOSX")
        && !name.eq_ignore_ascii_case("thumbs.db")
        && !name.eq_ignore_ascii_case("desktop.ini")
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
        for path in ["a.txt", "folder/a b.docx", "مقابلات/١.txt", "a..b/c.txt", "a/desktop/b.ini"] {
            assert!(is_of_people(path), "{path}");
        }
        for path in ["", "__MACOSX/._a.txt", ".DS_Store", "a/.DS_Store", ".git/config", "a/Thumbs.db", "Thumbs.db"] {
            assert!(!is_of_people(path), "{path}");
        }
    }

    #[test]
    fn paths_stay_within_the_archive() {
        for (path, expected) in [
            ("a/b.txt", "a/b.txt"),
            ("./a.txt", "a.txt"),
            ("/etc/a", "etc/a"),
            ("../a.txt", "a.txt"),
            ("a/../../b.txt", "a/b.txt"),
            ("C:/a.txt", "a.txt"),
            ("a//b\u{0}.txt", "a/b.txt"),
            ("a/", "a"),
            ("./", ""),
        ] {
            assert_eq!(within(path), expected, "{path}");
        }
        let mut names = crate::unlike::Unlike::default();
        let unlike = ["a.txt", "a.txt", "a (2).txt", "a.txt", "x/.b", "x/.b"].map(|name| names.path(name.into()));
        assert_eq!(unlike, ["a.txt", "a (2).txt", "a (2) (2).txt", "a (3).txt", "x/.b", "x/.b (2)"]);
    }
}
