//! Which way words run.

/// The direction of a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right, as English does.
    LeftToRight,
    /// From right to left, as Arabic does.
    RightToLeft,
}

impl Direction {
    /// Which way `words` run: as most of their letters do, so that an Arabic answer after a Latin speaker's label
    /// ("P03: …") reads as Arabic, where the first letter alone would mislead. `None` without any letter.
    pub fn of(words: &str) -> Option<Direction> {
        let (mut ltr, mut rtl) = (0u32, 0u32);
        for letter in words.chars().filter(|c| c.is_alphabetic()) {
            if runs_rtl(letter) { rtl += 1 } else { ltr += 1 }
        }
        match (ltr, rtl) {
            (0, 0) => None,
            _ if rtl > ltr => Some(Direction::RightToLeft),
            _ => Some(Direction::LeftToRight),
        }
    }
}

/// Whether a letter belongs to a script that runs from right to left: the blocks that Unicode reserves for them
/// (UAX #9, default Bidi_Class R and AL).
fn runs_rtl(letter: char) -> bool {
    matches!(u32::from(letter), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}
