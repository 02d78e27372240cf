//! The frame around every record: torn, cut and foreign records are told from whole ones.
//!
//! `EMIC`, a byte for the kind, the record's number (8 bytes), the payload's length (4 bytes), the first 8 bytes of the
//! SHA-256 of all of this and the payload, then the payload. Numbers are big-endian.

use sha2::{Digest, Sha256};

const MAGIC: &[u8; 4] = b"EMIC";
const HEAD: usize = 4 + 1 + 8 + 4;
const SUM: usize = 8;

/// What a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    /// The version of the whole.
    Store = b'v',
    /// What the list of projects says of one.
    Info = b'i',
    /// A snapshot's list of pieces; its number is the generation.
    Manifest = b'm',
    /// A piece of a snapshot.
    Chunk = b'c',
    /// An entry of the journal, by its number.
    Entry = b'j',
    /// A text.
    Text = b't',
    /// A restore point, by its number.
    Point = b'r',
}

/// The record does not hold what was once written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Torn;

/// Frames a payload (of less than 4 GiB, as every text is).
pub(crate) fn wrap(kind: Kind, number: u64, payload: &[u8]) -> Vec<u8> {
    let mut framing = Framing::new(kind, number, payload.len());
    framing.add(payload);
    framing.finish(payload)
}

/// A frame whose payload is summed up part by part.
pub(crate) struct Framing {
    head: Vec<u8>,
    sum: Sha256,
}

impl Framing {
    /// A frame for a payload of that many bytes.
    pub fn new(kind: Kind, number: u64, length: usize) -> Framing {
        let mut head = Vec::with_capacity(HEAD + SUM + length);
        head.extend_from_slice(MAGIC);
        head.push(kind as u8);
        head.extend_from_slice(&number.to_be_bytes());
        head.extend_from_slice(&(length as u32).to_be_bytes());
        let sum = Sha256::new().chain_update(&head);
        Framing { head, sum }
    }

    /// Sums up the next part.
    pub fn add(&mut self, part: &[u8]) {
        self.sum.update(part);
    }

    /// The record, once all parts were summed up.
    pub fn finish(self, payload: &[u8]) -> Vec<u8> {
        let mut bytes = self.head;
        bytes.extend_from_slice(&first(self.sum));
        bytes.extend_from_slice(payload);
        bytes
    }
}

/// The payload of a whole record of that kind and number.
pub(crate) fn unwrap(kind: Kind, number: u64, bytes: &[u8]) -> Result<&[u8], Torn> {
    let (head, rest) = bytes.split_at_checked(HEAD).ok_or(Torn)?;
    let (found, payload) = rest.split_at_checked(SUM).ok_or(Torn)?;
    let mut expected = Vec::with_capacity(HEAD);
    expected.extend_from_slice(MAGIC);
    expected.push(kind as u8);
    expected.extend_from_slice(&number.to_be_bytes());
    expected.extend_from_slice(&(payload.len() as u32).to_be_bytes());
    if head == expected && found == sum(head, payload) { Ok(payload) } else { Err(Torn) }
}

fn sum(head: &[u8], payload: &[u8]) -> [u8; SUM] {
    first(Sha256::new().chain_update(head).chain_update(payload))
}

/// As much of a sum as a record has.
fn first(sum: Sha256) -> [u8; SUM] {
    let digest: [u8; 32] = sum.finalize().into();
    std::array::from_fn(|n| digest[n])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_record_is_read_and_no_other() {
        let record = wrap(Kind::Entry, 7, b"payload");
        assert_eq!(unwrap(Kind::Entry, 7, &record), Ok(&b"payload"[..]));
        assert_eq!(unwrap(Kind::Entry, 8, &record), Err(Torn));
        assert_eq!(unwrap(Kind::Text, 7, &record), Err(Torn));
        for length in 0..record.len() {
            assert_eq!(unwrap(Kind::Entry, 7, &record[..length]), Err(Torn), "cut to {length}");
        }
        for at in 0..record.len() {
            let mut flipped = record.clone();
            flipped[at] ^= 1;
            assert_eq!(unwrap(Kind::Entry, 7, &flipped), Err(Torn), "bit flipped at {at}");
        }
        let long = [record.as_slice(), b"x"].concat();
        assert_eq!(unwrap(Kind::Entry, 7, &long), Err(Torn));
    }
}
