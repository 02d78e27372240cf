//! Archives for tests.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these parts; the one called "mimetype" is stored, as the formats want it.
pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    zipped_bytes(&parts.iter().map(|(name, words)| (*name, words.as_bytes().to_vec())).collect::<Vec<_>>())
}

/// The same, of bytes.
pub fn zipped_bytes(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        out.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}
