//! Which characters the codes of simple fonts stand for, and the names that glyphs have (ISO 32000-1, annex D).

/// The tables that fonts name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Base {
    Standard,
    MacRoman,
    WinAnsi,
    Symbol,
}

/// From 0xA0; NUL where there is none.
const STANDARD: &str = "\0¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß\0\0\0\0";
/// From 0x80.
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨\0ÆØ\0±\0\0¥µ\0\0\0\0\0ªº\0æø¿¡¬\0ƒ\0\0«»…\u{a0}ÀÃÕŒœ–—“”‘’÷\0ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// From 0x80 to 0x9F; above it is Latin 1.
const WIN_ANSI: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";
/// From 0x20.
const SYMBOL: &str = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\0αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑\0\0\0\0\0\0\0\0\0\0\0〉∫⌠\0⌡\0\0\0\0\0\0\0\0\0\0";

impl Base {
    pub fn named(name: &[u8]) -> Option<Base> {
        match name {
            b"StandardEncoding" => Some(Base::Standard),
            b"MacRomanEncoding" => Some(Base::MacRoman),
            b"WinAnsiEncoding" => Some(Base::WinAnsi),
            _ => None,
        }
    }

    /// The character of every code.
    pub fn table(self) -> Vec<Option<char>> {
        let (from, upper) = match self {
            Base::Standard => (0xa0, STANDARD),
            Base::MacRoman => (0x80, MAC_ROMAN),
            Base::WinAnsi => (0x80, WIN_ANSI),
            Base::Symbol => (0x20, SYMBOL),
        };
        let mut table: Vec<Option<char>> =
            (0..from).map(|code| (0x20..0x7f).contains(&code).then_some(code as u8 as char)).collect();
        table.extend(upper.chars().map(|c| Some(c).filter(|&c| c != '\0')));
        table.extend((table.len()..256).map(|code| (self == Base::WinAnsi).then_some(code as u8 as char)));
        if self == Base::Standard {
            table[0x27] = Some('’');
            table[0x60] = Some('‘');
        }
        table
    }
}

/// The Adobe Glyph List, its names in order.
const GLYPHS: &str = include_str!("glyphs.txt");

/// The characters of a glyph's name: of the list, or as "uni0627", "u1F600", "f_i", "a.alt" say it.
pub fn of_glyph(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let whole = name.split('.').next().filter(|whole| !whole.is_empty())?;
    if let Some(c) = listed(whole) {
        return Some(c.to_string());
    }
    whole.split('_').map(part_of_name).collect()
}

fn part_of_name(part: &str) -> Option<String> {
    if let Some(c) = listed(part) {
        return Some(c.to_string());
    }
    let hex = |digits: &str| {
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_lowercase());
        char::from_u32(u32::from_str_radix(digits, 16).ok().filter(|_| hex)?)
    };
    if let Some(digits) =
        part.strip_prefix("uni").filter(|digits| digits.len() >= 4 && digits.len() % 4 == 0 && digits.is_ascii())
    {
        return (0..digits.len() / 4).map(|i| hex(&digits[i * 4..i * 4 + 4])).collect();
    }
    let digits = part.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()))?;
    hex(digits).map(String::from)
}

fn listed(name: &str) -> Option<char> {
    match name {
        "ff" => return Some('ﬀ'),
        "ffi" => return Some('ﬃ'),
        "ffl" => return Some('ﬄ'),
        "nbspace" => return Some('\u{a0}'),
        _ => {}
    }
    thread_local! {
        static LINES: Vec<&'static str> = GLYPHS.lines().filter(|line| !line.starts_with('#')).collect();
    }
    LINES.with(|lines| {
        let at = lines.binary_search_by(|line| line.split(' ').next().unwrap_or_default().cmp(name)).ok()?;
        char::from_u32(u32::from_str_radix(lines[at].split(' ').nth(1)?, 16).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_have_names() {
        for (name, expected) in [
            ("A", Some("A")),
            ("zukatakana", None),
            ("afii57415", Some("ا")),
            ("eacute", Some("é")),
            ("uni06270644", Some("ال")),
            ("u1F600", Some("😀")),
            ("f_f_i", Some("ffi")),
            ("a.sc", Some("a")),
            (".notdef", None),
            ("g12", None),
        ] {
            assert_eq!(of_glyph(name.as_bytes()).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn tables_are_whole() {
        for (base, code, expected) in [
            (Base::Standard, 0xae, Some('ﬁ')),
            (Base::Standard, 0xfb, Some('ß')),
            (Base::Standard, 0x27, Some('’')),
            (Base::MacRoman, 0x8e, Some('é')),
            (Base::MacRoman, 0xd5, Some('’')),
            (Base::WinAnsi, 0x92, Some('’')),
            (Base::WinAnsi, 0xe9, Some('é')),
            (Base::Symbol, 0x61, Some('α')),
            (Base::Symbol, 0xb7, Some('•')),
        ] {
            assert_eq!(base.table().len(), 256);
            assert_eq!(base.table()[code], expected, "{base:?} {code:x}");
        }
    }
}
