//! Characters that Word takes from fonts of symbols.

/// The Greek letters and signs of the font Symbol, by their codes (Adobe Symbol encoding).
const SYMBOL: &[(u8, &str)] = &[
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xa1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    (0xbf, "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈"),
];

/// What is used of the font Wingdings.
const WINGDINGS: &[(u8, char)] = &[
    (0x28, '☎'),
    (0x2a, '✉'),
    (0x4a, '☺'),
    (0x4b, '😐'),
    (0x4c, '☹'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '◻'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe1, '↑'),
    (0xe2, '↓'),
    (0xe8, '➔'),
    (0xf0, '⇨'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];

/// The character that `code` of a font of symbols shows; `None` if it is not known. Fonts of symbols have their codes
/// moved to U+F000; other fonts mean what they say.
pub fn character(font: &str, code: u32) -> Option<char> {
    let place = u8::try_from(if (0xf000..0xf100).contains(&code) { code - 0xf000 } else { code }).ok();
    match font.trim().to_ascii_lowercase().as_str() {
        "symbol" => {
            let place = place?;
            let (first, row) = SYMBOL.iter().rev().find(|(first, _)| *first <= place)?;
            row.chars().nth(usize::from(place - first))
        }
        "wingdings" => place.and_then(|place| WINGDINGS.iter().find(|(code, _)| *code == place)).map(|found| found.1),
        // The other sets of dingbats are not known.
        "webdings" | "wingdings 2" | "wingdings 3" => None,
        _ => char::from_u32(code).filter(|c| !matches!(c, '\u{e000}'..='\u{f8ff}')),
    }
}

/// Whether words in that font are its symbols, where they stand at U+F000 and above.
pub fn is_font(font: &str) -> bool {
    ["symbol", "wingdings"].iter().any(|known| font.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_become_characters() {
        for (font, code, expected) in [
            ("Symbol", 0xf0b7, Some('•')),
            ("Symbol", 0xf061, Some('α')),
            ("Symbol", 0x57, Some('Ω')),
            ("Symbol", 0xf0b3, Some('≥')),
            ("Symbol", 0xf0de, Some('⇒')),
            ("Wingdings", 0xf0fc, Some('✓')),
            ("Wingdings", 0xf04a, Some('☺')),
            ("Wingdings", 0xf001, None),
            ("Webdings", 0xf04a, None),
            ("Arial", 0x2192, Some('→')),
            ("Segoe UI", 0x1f642, Some('🙂')),
            ("Arial", 0xf04a, None),
        ] {
            assert_eq!(character(font, code), expected, "{font} {code:x}");
        }
    }
}
