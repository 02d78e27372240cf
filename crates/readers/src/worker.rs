//! The worker's side of the exchange with the page.

use emic_formats::text_file::{Encoding, NotText, Reading};
use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, DomException, FileReaderSync, MessageEvent};

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
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().as_string().as_deref() == Some("sample-study") {
            let words = Uint8Array::from(emic_readers::SAMPLE_STUDY).buffer();
            return answer_with(&page, &JsValue::from_str(""), &words, Some(&words));
        }
        let asked: Array = event.data().unchecked_into();
        let bytes = match bytes_of(&asked.get(0).unchecked_into()) {
            Ok(bytes) => bytes,
            Err(why) => return answer_with(&page, &JsValue::NULL, &why, None),
        };
        let chosen = asked.get(1).as_string().and_then(|label| Encoding::from_label(&label));
        let (told, words) = match emic_readers::read_text(&bytes, chosen) {
            Ok((text, reading)) => (Ok(reading), Some(Uint8Array::from(text.as_bytes()).buffer())),
            Err(why) => (Err(why), None),
        };
        send(&page, &told, words);
    });
    worker.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The worker lives until the page ends it.
    answer.forget();
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

fn send(page: &DedicatedWorkerGlobalScope, told: &Result<Reading, NotText>, words: Option<ArrayBuffer>) {
    // Plain data with text keys: it cannot fail. An empty answer is one that the page cannot read, and says so.
    let told = JsValue::from_str(&serde_json::to_string(told).unwrap_or_default());
    answer_with(page, &told, words.as_ref().map_or(&JsValue::NULL, AsRef::as_ref), words.as_ref());
}

fn answer_with(page: &DedicatedWorkerGlobalScope, told: &JsValue, words: &JsValue, handed_over: Option<&ArrayBuffer>) {
    let handed_over: Array = handed_over.into_iter().map(JsValue::from).collect();
    if let Err(error) = page.post_message_with_transfer(&Array::of2(told, words), &handed_over) {
        wasm_bindgen::throw_val(error);
    }
}
