//! What reads files of other formats into texts. It is apart from `formats` because of its weight: the page loads it
//! as a second module, after the first screen, and runs it in workers only (`src/main.rs` here, `src/worker` there).

pub mod archive;
pub mod docx;
pub mod epub;
mod flow;
pub mod html;
mod numerals;
pub mod odt;
pub mod pdf;
mod pen;
mod read;
pub mod rtf;
mod sniff;
mod style_names;
pub mod subtitles;
pub mod table;
pub mod text;
mod title;
mod unlike;
pub mod write;
pub mod xml;

#[cfg(test)]
mod check;
#[cfg(test)]
mod hostile;

pub use read::{Task, read};

/// The project file of the sample study (`examples/sample-study`), in UTF-8.
pub const SAMPLE_STUDY: &[u8] = include_bytes!("../../../web/sample-study.json");

#[cfg(test)]
mod tests {
    use emic_formats::source::{Damage, Refusal, Told, Wishes};

    use super::*;

    #[test]
    fn what_the_page_is_told_survives_the_way_there() {
        let bytes = "\u{feff}They came.\r\n".as_bytes();
        let task = Task { name: "a.txt", bytes, wishes: &Wishes::default(), progress: &|_| () };
        let (told, words) = Told::of(read(&task).unwrap());
        assert_eq!(words, ["They came.\n"]);
        let Told::Texts(texts) = &told else { panic!("{told:?}") };
        assert_eq!((texts[0].reading.imported.length, texts[0].reading.imported.words), (11, 2));
        for told in [Ok(told), Err(Refusal::Damaged(Damage::Part("word/document.xml".into())))] {
            let sent = serde_json::to_string(&told).unwrap();
            assert_eq!(serde_json::from_str::<Result<Told, Refusal>>(&sent).unwrap(), told);
        }
    }
}
