//! Which way a paragraph runs.

use emic_core::text::Text;

/// The direction of a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right, as English does.
    LeftToRight,
    /// From right to left, as Arabic does.
    RightToLeft,
}

/// Which way paragraph `index` runs: as most of its letters do, so that an Arabic answer after a Latin speaker's label
/// ("P03: …") reads as Arabic, where the first letter alone would mislead. `None` without any letter.
pub fn paragraph_direction(text: &Text, index: usize) -> Option<Direction> {
    let (mut ltr, mut rtl) = (0u32, 0u32);
    for letter in text.paragraph(index).chars().filter(|c| c.is_alphabetic()) {
        if runs_rtl(letter) { rtl += 1 } else { ltr += 1 }
    }
    match (ltr, rtl) {
        (0, 0) => None,
        _ if rtl > ltr => Some(Direction::RightToLeft),
        _ => Some(Direction::LeftToRight),
    }
}

/// Whether a letter belongs to a script that runs from right to left: the blocks that Unicode reserves for them
/// (UAX #9, default Bidi_Class R and AL).
fn runs_rtl(letter: char) -> bool {
    matches!(u32::from(letter), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_runs_as_most_of_its_letters_do() {
        use Direction::{LeftToRight, RightToLeft};
        for (paragraph, expected) in [
            ("Why did you leave?", Some(LeftToRight)),
            ("لم نكن نتكلم.", Some(RightToLeft)),
            ("P03: لم نكن نتكلم عن ذلك", Some(RightToLeft)),
            ("المحاورة: When did you first think of leaving the city?", Some(LeftToRight)),
            ("ד״ר לוי", Some(RightToLeft)),
            ("08:14 – 09:02", None),
            ("", None),
        ] {
            assert_eq!(paragraph_direction(&Text::new(paragraph), 0), expected, "{paragraph}");
        }
    }
}
