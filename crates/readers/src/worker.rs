//! The worker's side of the exchange with the page.

use std::cell::{Cell, RefCell};

use emic_core::text::TextHash;
use emic_formats::office::Office;
use emic_formats::source::{self, Beside, Plan, Refusal, Told, Wishes};
use emic_readers::Task;
use js_sys::{Array, Function, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, DomException, FileReaderSync, MessageEvent};

/// How often the page is told how far the work is, in milliseconds.
const TOLD_EVERY: f64 = 100.0;

/// Answers every message from now on.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        let report = Reflect::get(&js_sys::global(), &JsValue::from_str("emic_panic"));
        if let Some(report) = report.ok().and_then(|report| report.dyn_into::<Function>().ok()) {
            // It throws, which is how the page hears of it; there is nothing left to do with an error here.
            let _ = report.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string()));
        }
    }));
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let page = worker.clone();
    let archive = RefCell::new(None);
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let asked: Array = event.data().unchecked_into();
        match asked.get(0).as_string().as_deref() {
            Some("read") => read(&page, &asked, &archive),
            Some("prepare") => prepare(&page, &asked),
            Some("office") => office(&page, &asked),
            Some("original") => original(&page, &asked, &archive),
            _ => {
                let words = Uint8Array::from(emic_readers::SAMPLE_STUDY).buffer();
                answer_with(&page, &json(&()), &words, &Array::of1(&words));
            }
        }
    });
    worker.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The worker lives until the page ends it.
    answer.forget();
}

/// The archive that was read last, by its name and size.
type Archive = RefCell<Option<Known>>;
type Known = ((String, f64), Vec<u8>);

/// The file that is asked about: its name, its size and what is in it. The files of an archive are asked for one after
/// another; it is read from the disk once.
fn file_of(asked: &Array, archive: &Archive, is_archive: bool) -> Result<Known, JsValue> {
    let file: Blob = asked.get(1).unchecked_into();
    let of = (asked.get(2).as_string().unwrap_or_default(), file.size());
    match archive.take().filter(|(known, _)| *known == of && is_archive) {
        Some(known) => Ok(known),
        None => Ok((of, bytes_of(&file)?)),
    }
}

/// Answers with a file as it is, or one of an archive, and its hash.
fn original(page: &DedicatedWorkerGlobalScope, asked: &Array, archive: &Archive) {
    let entry = asked.get(3).as_string();
    let (of, bytes) = match file_of(asked, archive, entry.is_some()) {
        Ok(read) => read,
        Err(why) => return answer_with(page, &JsValue::NULL, &why, &Array::new()),
    };
    let answer = |bytes: &[u8]| {
        let words = Uint8Array::from(bytes).buffer();
        let told = Ok::<_, Refusal>(TextHash::of_bytes(bytes));
        answer_with(page, &json(&told), &words, &Array::of1(&words));
    };
    match entry {
        None => answer(&bytes),
        Some(entry) => {
            match emic_readers::archive::entry(&bytes, &entry) {
                Ok(part) => answer(&part),
                Err(why) => answer_with(page, &json(&Err::<TextHash, _>(why)), &JsValue::NULL, &Array::new()),
            }
            archive.replace(Some((of, bytes)));
        }
    }
}

fn read(page: &DedicatedWorkerGlobalScope, asked: &Array, archive: &Archive) {
    let wishes: Wishes = asked.get(3).as_string().and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    let (of, bytes) = match file_of(asked, archive, wishes.entry.is_some()) {
        Ok(read) => read,
        Err(why) => return answer_with(page, &JsValue::NULL, &why, &Array::new()),
    };
    let name = of.0.clone();
    let last = Cell::new(f64::NEG_INFINITY);
    let progress = |share: f32| {
        let now = js_sys::Date::now();
        if now - last.get() >= TOLD_EVERY {
            last.set(now);
            // A page that is gone hears of nothing any more.
            let _ = page.post_message(&JsValue::from_f64(f64::from(share)));
        }
    };
    let task = Task { name: &name, bytes: &bytes, wishes: &wishes, progress: &progress };
    let (told, words) = match emic_readers::read(&task).map(Told::of) {
        Ok((told, words)) => (Ok(told), words),
        Err(why) => (Err::<Told, Refusal>(why), Vec::new()),
    };
    let words: Array = words.iter().map(|words| JsValue::from(Uint8Array::from(words.as_bytes()).buffer())).collect();
    answer_with(page, &json(&told), &words, &words);
    if wishes.entry.is_some() {
        archive.replace(Some((of, bytes)));
    }
}

fn prepare(page: &DedicatedWorkerGlobalScope, asked: &Array) {
    let words = String::from_utf8(Uint8Array::new(&asked.get(1)).to_vec()).unwrap_or_default();
    let ask = asked.get(2).as_string().and_then(|json| serde_json::from_str::<(Beside, Plan)>(&json).ok());
    let prepared = ask.map(|(beside, plan)| source::prepare(&words, &beside, &plan));
    answer_with(page, &json(&prepared), &JsValue::NULL, &Array::new());
}

/// A file of an office program; nothing if what it is to be made of is not understood.
fn office(page: &DedicatedWorkerGlobalScope, asked: &Array) {
    let told = asked.get(1).as_string().and_then(|json| serde_json::from_str(&json).ok());
    let bytes = told.and_then(|told| match told {
        Office::Page(page) => emic_readers::write::docx(&page).ok(),
        Office::Sheet(sheet) => emic_readers::write::xlsx(&sheet).ok(),
    });
    let bytes = bytes.map(|bytes| Uint8Array::from(bytes.as_slice()).buffer());
    let bytes: JsValue = bytes.map_or(JsValue::NULL, JsValue::from);
    let handed_over = if bytes.is_null() { Array::new() } else { Array::of1(&bytes) };
    answer_with(page, &json(&()), &bytes, &handed_over);
}

/// Plain data with text keys: it cannot fail. An empty answer is one that the page cannot read, and says so. As bytes, which
/// are handed over: a string would be made twice and copied on the way.
fn json(told: &impl Serialize) -> JsValue {
    Uint8Array::from(serde_json::to_vec(told).unwrap_or_default().as_slice()).buffer().into()
}

/// What is in a file; in the browser's words, why that cannot be known.
fn bytes_of(file: &Blob) -> Result<Vec<u8>, JsValue> {
    let read = FileReaderSync::new().and_then(|reader| reader.read_as_array_buffer(file));
    let why = |thrown: JsValue| match thrown.dyn_ref::<DomException>() {
        Some(error) => JsValue::from_str(&error.message()),
        None => JsValue::from_str(&format!("{thrown:?}")),
    };
    let buffer: JsValue = read.map_err(why)?.into();
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn answer_with(page: &DedicatedWorkerGlobalScope, told: &JsValue, words: &JsValue, handed_over: &Array) {
    let handed_over = if told.is_null() { Array::new() } else { handed_over.concat(&Array::of1(told)) };
    if let Err(error) = page.post_message_with_transfer(&Array::of2(told, words), &handed_over) {
        wasm_bindgen::throw_val(error);
    }
}
