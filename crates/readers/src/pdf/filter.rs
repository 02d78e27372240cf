//! How streams are packed (ISO 32000-1, 7.4). All of them give what they can of damaged bytes, and never more than they
//! are allowed.

use std::io::Read;

use super::object::{Dict, is_space};

/// What unpacking gave.
pub struct Unpacked {
    pub bytes: Vec<u8>,
    /// Whether there would have been more than was allowed.
    pub exceeds: bool,
    /// Whether the packed bytes end too early or are damaged.
    pub damaged: bool,
}

/// Undoes one filter; `None` if it is that of a picture, or not known.
pub fn undo(name: &[u8], packed: &[u8], parms: &Dict, most: usize) -> Option<Unpacked> {
    let unpacked = match name {
        b"FlateDecode" | b"Fl" => predicted(inflate(packed, most), parms),
        b"LZWDecode" | b"LZW" => {
            let early = parms.get("EarlyChange").num().is_none_or(|early| early != 0.0);
            predicted(lzw(packed, early, most), parms)
        }
        b"ASCIIHexDecode" | b"AHx" => whole(ascii_hex(packed)),
        b"ASCII85Decode" | b"A85" => whole(ascii_85(packed)),
        b"RunLengthDecode" | b"RL" => run_length(packed, most),
        b"Crypt" => whole(packed.to_vec()),
        _ => return None,
    };
    Some(unpacked)
}

fn whole(bytes: Vec<u8>) -> Unpacked {
    Unpacked { bytes, exceeds: false, damaged: false }
}

fn inflate(packed: &[u8], most: usize) -> Unpacked {
    let unpacked = read_up_to(flate2::bufread::ZlibDecoder::new(packed), most);
    // Some files have a damaged head before sound bytes.
    if unpacked.bytes.is_empty() && unpacked.damaged && packed.len() > 2 {
        let again = read_up_to(flate2::bufread::DeflateDecoder::new(&packed[2..]), most);
        return Unpacked { damaged: true, ..again };
    }
    unpacked
}

fn read_up_to(mut from: impl Read, most: usize) -> Unpacked {
    let mut bytes = Vec::new();
    let mut part = [0; 16384];
    loop {
        match from.read(&mut part) {
            Ok(0) => return whole(bytes),
            Ok(n) => {
                let room = most - bytes.len();
                bytes.extend_from_slice(&part[..n.min(room)]);
                if n > room {
                    return Unpacked { bytes, exceeds: true, damaged: false };
                }
            }
            Err(_) => return Unpacked { bytes, exceeds: false, damaged: true },
        }
    }
}

fn lzw(packed: &[u8], early: bool, most: usize) -> Unpacked {
    // Each entry is an earlier one and one byte more; `length` of all of it.
    struct Entry {
        before: u16,
        byte: u8,
        length: u32,
    }
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut table: Vec<Entry> = Vec::with_capacity(4096);
    let reset = |table: &mut Vec<Entry>| {
        table.clear();
        table.extend((0..=257_u16).map(|i| Entry { before: u16::MAX, byte: i as u8, length: 1 }));
    };
    reset(&mut table);
    let mut out: Vec<u8> = Vec::new();
    let (mut held, mut bits, mut width) = (0_u32, 0, 9);
    let mut last: Option<usize> = None;
    for &byte in packed {
        held = held << 8 | u32::from(byte);
        bits += 8;
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (held >> bits) as usize & ((1 << width) - 1);
        held &= (1 << bits) - 1;
        if code == END {
            return whole(out);
        }
        if code == CLEAR {
            reset(&mut table);
            width = 9;
            last = None;
            continue;
        }
        let known = code < table.len();
        let Some(from) = (if known { Some(code) } else { last }).filter(|_| known || code == table.len()) else {
            return Unpacked { bytes: out, exceeds: false, damaged: true };
        };
        let start = out.len();
        let length = table[from].length as usize;
        if start + length + 1 > most {
            return Unpacked { bytes: out, exceeds: true, damaged: false };
        }
        out.resize(start + length, 0);
        let mut entry = from;
        for at in (start..start + length).rev() {
            out[at] = table[entry].byte;
            entry = usize::from(table[entry].before);
        }
        let first = out[start];
        if !known {
            out.push(first);
        }
        if let Some(before) = last.filter(|_| table.len() < 4096) {
            let length = table[before].length + 1;
            table.push(Entry { before: before as u16, byte: first, length });
        }
        width = match table.len() + usize::from(early) {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        last = Some(code);
    }
    whole(out)
}

fn ascii_hex(packed: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = packed
        .iter()
        .take_while(|&&byte| byte != b'>')
        .filter_map(|&byte| (byte as char).to_digit(16).map(|digit| digit as u8))
        .collect();
    digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0)).collect()
}

fn ascii_85(packed: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(packed.len() * 4 / 5);
    let (mut value, mut count) = (0_u32, 0);
    for &byte in packed {
        match byte {
            b'~' => break,
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    out.extend(value.to_be_bytes());
                    (value, count) = (0, 0);
                }
            }
            _ if is_space(byte) => {}
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            value = value.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(&value.to_be_bytes()[..count - 1]);
    }
    out
}

fn run_length(packed: &[u8], most: usize) -> Unpacked {
    let mut bytes = Vec::new();
    let mut at = 0;
    while let Some(&length) = packed.get(at) {
        at += 1;
        match length {
            128 => break,
            0..128 => {
                let until = (at + usize::from(length) + 1).min(packed.len());
                bytes.extend_from_slice(&packed[at..until]);
                at = until;
            }
            _ => {
                let Some(&byte) = packed.get(at) else { break };
                bytes.extend(std::iter::repeat_n(byte, 257 - usize::from(length)));
                at += 1;
            }
        }
        if bytes.len() > most {
            bytes.truncate(most);
            return Unpacked { bytes, exceeds: true, damaged: false };
        }
    }
    whole(bytes)
}

/// Undoes the predictor that made the bytes pack better.
fn predicted(unpacked: Unpacked, parms: &Dict) -> Unpacked {
    let of = |key: &str, otherwise: u32| parms.get(key).index().unwrap_or(otherwise).min(1 << 16) as usize;
    let predictor = of("Predictor", 1);
    if predictor < 2 {
        return unpacked;
    }
    let (colors, bits) = (of("Colors", 1).clamp(1, 64), of("BitsPerComponent", 8).clamp(1, 16));
    let row = (of("Columns", 1).max(1) * colors * bits).div_ceil(8);
    let step = (colors * bits).div_ceil(8);
    let bytes = if predictor == 2 { tiff(unpacked.bytes, row, step, bits) } else { png(&unpacked.bytes, row, step) };
    Unpacked { bytes, ..unpacked }
}

fn tiff(mut bytes: Vec<u8>, row: usize, step: usize, bits: usize) -> Vec<u8> {
    if bits == 8 {
        for line in bytes.chunks_mut(row) {
            for i in step..line.len() {
                line[i] = line[i].wrapping_add(line[i - step]);
            }
        }
    }
    bytes
}

fn png(bytes: &[u8], row: usize, step: usize) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0; row];
    for line in bytes.chunks(row + 1) {
        let (kind, line) = (line[0], &line[1..]);
        let start = out.len();
        for (i, &byte) in line.iter().enumerate() {
            let left = if i >= step { out[start + i - step] } else { 0 };
            let corner = if i >= step { above[i - step] } else { 0 };
            let up = above[i];
            let guess = match kind {
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, corner),
                _ => 0,
            };
            out.push(byte.wrapping_add(guess));
        }
        above[..line.len()].copy_from_slice(&out[start..]);
    }
    out
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let off = |value: u8| (guess - i16::from(value)).abs();
    if off(left) <= off(up) && off(left) <= off(corner) {
        left
    } else if off(up) <= off(corner) {
        up
    } else {
        corner
    }
}
