//! Files that are handed over: made, saved where the browser saves, and told of.

use emic_formats::office::Office;
use yew::platform::spawn_local;

use crate::i18n::tr;
use crate::session::{FileKind, download};
use crate::widgets::toast;
use crate::worker::Readers;

/// Hands a file over under a title, and says under which name it was saved or why it was not.
pub fn hand_over(title: &str, kind: FileKind, bytes: &[u8]) {
    match download(title, kind, bytes) {
        Ok(name) => toast(tr!("exported-as", name = name), None),
        Err(why) => toast(why, None),
    }
}

/// The bytes of an office file, which the second module makes; `None` if it could not, and that is said.
pub async fn office_bytes(office: &Office) -> Option<Vec<u8>> {
    let made = Readers::default().office(office).await;
    if made.is_err() {
        toast(tr!("book-export-failed"), None);
    }
    made.ok()
}

/// Hands over an office file: a workbook of a sheet, a document of a page.
pub fn hand_over_office(title: String, office: Office) {
    let kind = match office {
        Office::Sheet(_) => FileKind::Xlsx,
        Office::Page(_) => FileKind::Docx,
    };
    spawn_local(async move {
        if let Some(bytes) = office_bytes(&office).await {
            hand_over(&title, kind, &bytes);
        }
    });
}
