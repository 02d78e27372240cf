//! What reads files of other formats into texts. It is apart from `formats` because of its weight: the page loads it
//! as a second module, after the first screen, and runs it in workers only (`src/main.rs` here, `src/worker` there).

pub mod archive;
pub mod docx;
pub mod epub;

pub mod html;
pub mod odt;
pub mod pdf;
mod pen;
mod read;
pub mod rtf;
mod sniff;
pub mod subtitles;
pub mod table;
pub mod text;

#[cfg(test)]
mod check;
#[cfg(test)]
mod hostile;

pub use read::{Task, read};

/// The project file of the sample study (`examples/sample-study`), in UTF-8.
pub const SAMPLE_STUDY: &[u8] = include_bytes!("../../../web/sample-study.json");

use emic_formats::text_file::{Encoding, NotText, Reading};

/// A text file as the page takes it: its canonical text, and what is known of it.
///
/// # Errors
/// If it is no text.
pub fn read_text(bytes: &[u8], chosen: Option<Encoding>) -> Result<(String, Reading), NotText> {
    let decoded = text::decode(bytes, chosen)?;
    let reading = Reading::of(&decoded.text, Some(decoded.encoding), decoded.issues);
    Ok((decoded.text, reading))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_is_told_survives_the_way_there() {
        let (text, reading) = read_text("\u{feff}They came.\r\n".as_bytes(), None).unwrap();
        assert_eq!((text.as_str(), reading.imported.length, reading.imported.words), ("They came.\n", 11, 2));
        for told in [Ok(reading), read_text(b"%PDF-1.7", None).map(|(_, reading)| reading)] {
            let sent = serde_json::to_string(&told).unwrap();
            assert_eq!(serde_json::from_str::<Result<Reading, NotText>>(&sent).unwrap(), told);
        }
    }
}
