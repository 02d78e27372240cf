//! Ids that follow from names, so that the study is the same one each time it is made.

use emic_core::text::TextHash;

/// Goes before every name, so that nothing else has the same ids.
const NAMESPACE: &str = "emic sample study";

/// Sixteen bytes for the id of something by its kind and name: the first half of the SHA-256 of both.
pub fn bytes(kind: &str, name: &str) -> [u8; 16] {
    let hash = TextHash::of(&format!("{NAMESPACE}\n{kind}\n{name}"));
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash.as_bytes()).for_each(|(byte, of_hash)| *byte = *of_hash);
    bytes
}

/// How long the work that made something took, in milliseconds: between half a minute and two, always the same.
pub fn pause(name: &str) -> i64 {
    let [high, low, ..] = bytes("pause", name);
    30_000 + i64::from(u16::from_be_bytes([high, low])) * 90_000 / 65_536
}
