//! Archives made of parts, so that damage can be done to a part: a random change of packed bytes would hardly ever reach it.
/// An archive of these parts, all stored as they are (PKWARE's APPNOTE, 4.3), so that a target can be written without a
/// packer and finds its way into the parts quickly.
pub fn zipped(first: (&str, &[u8]), parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    let all = std::iter::once(&first).chain(parts);
    for (name, bytes) in all.clone() {
        let at = out.len() as u32;
        let mut common = Vec::new();
        // Version 2.0, no flags, stored, no date.
        for half in [20u16, 0, 0, 0, 0] {
            common.extend(half.to_le_bytes());
        }
        for word in [crc32(bytes), bytes.len() as u32, bytes.len() as u32] {
            common.extend(word.to_le_bytes());
        }
        for half in [name.len() as u16, 0] {
            common.extend(half.to_le_bytes());
        }
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(*bytes);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, count) = (out.len() as u32, all.count() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// The checksum of archives (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}
