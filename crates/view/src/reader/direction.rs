//! Which way a paragraph runs.

pub use emic_core::text::Direction;

use emic_core::text::Text;

/// Which way paragraph `index` runs: see [`Direction::of`].
pub fn paragraph_direction(text: &Text, index: usize) -> Option<Direction> {
    Direction::of(text.paragraph(index))
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
