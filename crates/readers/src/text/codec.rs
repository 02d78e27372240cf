//! The decoder of each encoding.

use emic_formats::text_file::Encoding;
use encoding_rs as rs;

/// The decoder of an encoding: its label is one of the standard's.
pub fn codec(encoding: Encoding) -> &'static rs::Encoding {
    rs::Encoding::for_label(encoding.label().as_bytes()).unwrap_or(rs::UTF_8)
}

/// The encoding that a detector names; what cannot be chosen is read as Western European.
pub fn of_codec(found: &'static rs::Encoding) -> Encoding {
    Encoding::all().find(|&encoding| codec(encoding) == found).unwrap_or(Encoding::Windows1252)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_those_of_the_standard() {
        for encoding in Encoding::all() {
            assert!(rs::Encoding::for_label(encoding.label().as_bytes()).is_some(), "{encoding:?}");
            assert_eq!(codec(encoding).name().to_ascii_lowercase(), encoding.label());
            assert_eq!(of_codec(codec(encoding)), encoding);
        }
    }
}
