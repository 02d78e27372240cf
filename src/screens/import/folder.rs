//! Folders that are dropped onto the page: the files in them, and in the folders in those.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// How many files a folder may give: what is beyond is no study.
const MOST: usize = 10_000;

/// What was dropped, as long as the drop is told of: it must be asked for before anything is waited for.
pub fn entries_of(data: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = data.items();
    (0..items.length()).filter_map(|n| items.get(n)?.webkit_get_as_entry().ok().flatten()).collect()
}

/// The files of what was dropped, those of a folder after one another in the order of their names. What cannot be read
/// is left out: there is nothing that could be said of it but that.
pub async fn files_in(entries: Vec<FileSystemEntry>) -> Vec<File> {
    let mut files = Vec::new();
    let mut waiting = entries;
    waiting.reverse();
    while let Some(entry) = waiting.pop() {
        if files.len() >= MOST {
            break;
        }
        if let Some(folder) = entry.dyn_ref::<FileSystemDirectoryEntry>() {
            let mut inner = inside(&folder.create_reader()).await;
            // The last one is taken first.
            inner.sort_by_key(|entry| std::cmp::Reverse(entry.name()));
            waiting.extend(inner);
        } else if let Some(file) = entry.dyn_ref::<FileSystemFileEntry>() {
            // What systems put beside people's files.
            if !entry.name().starts_with('.')
                && let Ok(found) = wait(|done, failed| file.file_with_callback_and_callback(done, failed)).await
            {
                files.push(found.unchecked_into());
            }
        }
    }
    files
}

/// What is in a folder. The browser gives a hundred at a time, until there is nothing more.
async fn inside(reader: &FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let mut found = Vec::new();
    loop {
        let read = |done: &Function, failed: &Function| {
            let _ = reader.read_entries_with_callback_and_callback(done, failed);
        };
        let Ok(some) = wait(read).await else { return found };
        let some: Array = some.unchecked_into();
        if some.length() == 0 {
            return found;
        }
        found.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn wait(mut ask: impl FnMut(&Function, &Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |done, failed| ask(&done, &failed))).await
}
