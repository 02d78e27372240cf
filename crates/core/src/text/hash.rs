//! Texts known by their content.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// The SHA-256 of a text's UTF-8 form. Shown and stored as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextHash([u8; 32]);

impl TextHash {
    /// The hash of `text` as it is; take the canonical form first.
    pub fn of(text: &str) -> TextHash {
        TextHash::of_bytes(text.as_bytes())
    }

    /// The hash of any bytes, for a file as it was imported.
    pub fn of_bytes(bytes: &[u8]) -> TextHash {
        TextHash(Sha256::digest(bytes).into())
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TextHash({self})")
    }
}

/// Not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseHashError;

impl fmt::Display for ParseHashError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a hash is 64 hexadecimal digits")
    }
}

impl std::error::Error for ParseHashError {}

impl FromStr for TextHash {
    type Err = ParseHashError;

    fn from_str(hex: &str) -> Result<TextHash, ParseHashError> {
        let digits = hex.as_bytes();
        if digits.len() != 64 {
            return Err(ParseHashError);
        }
        let digit = |b: u8| char::from(b).to_digit(16).ok_or(ParseHashError);
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = (digit(pair[0])? * 16 + digit(pair[1])?) as u8;
        }
        Ok(TextHash(bytes))
    }
}

impl Serialize for TextHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TextHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TextHash, D::Error> {
        let hex = std::borrow::Cow::<str>::deserialize(deserializer)?;
        hex.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_hash_and_its_hex() {
        // The test vector "abc" of FIPS 180-2, appendix B.1.
        let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(TextHash::of("abc").to_string(), hex);
        assert_eq!(hex.parse(), Ok(TextHash::of("abc")));
        assert_eq!(serde_json::to_string(&TextHash::of("abc")).unwrap(), format!("\"{hex}\""));
        assert_eq!(serde_json::from_str::<TextHash>(&format!("\"{hex}\"")).unwrap(), TextHash::of("abc"));
        let multibyte = "é".repeat(32);
        for wrong in ["", "ba", &hex[1..], &hex.replace('b', "g"), multibyte.as_str()] {
            assert_eq!(wrong.parse::<TextHash>(), Err(ParseHashError), "{wrong}");
        }
    }
}
