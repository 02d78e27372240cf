//! Reading files in a worker that runs the second module, `crates/readers`: one file after another, each in the worker
//! of the one before unless that has failed.

use std::cell::RefCell;
use std::rc::Rc;

use emic_core::text::TextHash;
use emic_formats::office::Office;
use emic_formats::source::{ArchiveEntry, Beside, Plan, Prepared, Refusal, TableSketch, Told, ToldText, Wishes};
use futures::future::{Either, select};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ErrorEvent, MessageEvent, Worker};

use super::Stop;
use crate::persist::wait::{until, within};

/// A worker that says nothing for so long has failed, in milliseconds.
const SILENCE: u32 = 60_000;

/// Why a file was not read, though it may be a good one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadFailure {
    /// Nothing can be taken out of it.
    Refused(Refusal),
    /// The browser could not read the file; in its words.
    Unreadable(String),
    /// The reading was stopped.
    Stopped,
    /// The second module is not there; in the browser's words.
    NoReader(String),
    /// The reader failed over this file; in its words.
    Failed(String),
    /// The reader has not answered within a minute.
    Silent,
}

/// What a file gives.
pub enum Given {
    /// Texts: the words of each, and all else that is told of it.
    Texts(Vec<(String, ToldText)>),
    /// A table of which people have to say what its columns are.
    Table(TableSketch),
    /// An archive: what is in it can be read one by one.
    Archive(Vec<ArchiveEntry>),
}

/// The worker that reads, if one runs. It ends with this.
#[derive(Default)]
pub struct Readers(RefCell<Option<Worker>>);

impl Readers {
    /// Reads a file. `progress` hears from time to time which part of the work is done, from 0 to 1.
    ///
    /// # Errors
    /// [`ReadFailure`]. Whatever it is, the next file can be read.
    pub async fn read(
        &self,
        file: &Blob,
        name: &str,
        wishes: &Wishes,
        stop: &Stop,
        progress: &dyn Fn(f32),
    ) -> Result<Given, ReadFailure> {
        let answered = {
            let work = std::pin::pin!(self.ask(file, name, wishes, progress));
            match select(work, stop.wait()).await {
                Either::Left((answered, _)) => answered,
                Either::Right(_) => Err(ReadFailure::Stopped),
            }
        };
        if !matches!(answered, Ok(_) | Err(ReadFailure::Refused(_) | ReadFailure::Unreadable(_))) {
            self.end();
        }
        answered
    }

    async fn ask(
        &self,
        file: &Blob,
        name: &str,
        wishes: &Wishes,
        progress: &dyn Fn(f32),
    ) -> Result<Given, ReadFailure> {
        let garbled = |what: &dyn std::fmt::Display| ReadFailure::Failed(what.to_string());
        let wishes = serde_json::to_string(wishes).map_err(|error| garbled(&error))?;
        let answer = self.exchange(&Array::of4(&"read".into(), file, &name.into(), &wishes.into()), progress).await?;
        if answer.get(0).is_null() {
            return Err(ReadFailure::Unreadable(answer.get(1).as_string().unwrap_or_default()));
        }
        let told: Result<Told, Refusal> = serde_json::from_slice(&told_in(&answer)).map_err(|error| garbled(&error))?;
        match told.map_err(ReadFailure::Refused)? {
            Told::Table(sketch) => Ok(Given::Table(sketch)),
            Told::Archive(entries) => Ok(Given::Archive(entries)),
            Told::Texts(texts) => {
                let words = Array::from(&answer.get(1)).to_vec();
                if words.len() != texts.len() {
                    return Err(garbled(&"words are missing"));
                }
                let texts = texts.into_iter().zip(words).map(|(text, words)| {
                    let words = String::from_utf8(Uint8Array::new(&words).to_vec()).map_err(|error| garbled(&error))?;
                    Ok((words, text))
                });
                texts.collect::<Result<_, _>>().map(Given::Texts)
            }
        }
    }

    /// A file as it is, or the file of that name in it, if it is an archive; with the hash of its bytes.
    ///
    /// # Errors
    /// [`ReadFailure`].
    pub async fn original(
        &self,
        file: &Blob,
        name: &str,
        entry: Option<&str>,
        stop: &Stop,
    ) -> Result<(TextHash, Rc<[u8]>), ReadFailure> {
        let garbled = |what: &dyn std::fmt::Display| ReadFailure::Failed(what.to_string());
        let entry = entry.map_or(JsValue::NULL, JsValue::from_str);
        let message = Array::of4(&"original".into(), file, &name.into(), &entry);
        let answer = self.unless_stopped(&message, stop).await?;
        if answer.get(0).is_null() {
            return Err(ReadFailure::Unreadable(answer.get(1).as_string().unwrap_or_default()));
        }
        let told: Result<TextHash, Refusal> =
            serde_json::from_slice(&told_in(&answer)).map_err(|error| garbled(&error))?;
        let hash = told.map_err(ReadFailure::Refused)?;
        Ok((hash, Uint8Array::new(&answer.get(1)).to_vec().into()))
    }

    /// Says something to the worker and waits for its answer, or for a stop, which ends the worker.
    async fn unless_stopped(&self, message: &JsValue, stop: &Stop) -> Result<Array, ReadFailure> {
        let answer = {
            let work = std::pin::pin!(self.exchange(message, &|_| ()));
            match select(work, stop.wait()).await {
                Either::Left((answer, _)) => answer,
                Either::Right(_) => Err(ReadFailure::Stopped),
            }
        };
        if answer.is_err() {
            self.end();
        }
        answer
    }

    /// What becomes of a text, by another plan.
    ///
    /// # Errors
    /// [`ReadFailure`].
    pub async fn prepare(
        &self,
        words: &str,
        beside: &Beside,
        plan: &Plan,
        stop: &Stop,
    ) -> Result<Prepared, ReadFailure> {
        let garbled = |what: &dyn std::fmt::Display| ReadFailure::Failed(what.to_string());
        let ask = serde_json::to_string(&(beside, plan)).map_err(|error| garbled(&error))?;
        let words = Uint8Array::from(words.as_bytes()).buffer();
        let message = Array::of3(&"prepare".into(), &words, &ask.into());
        let told = told_in(&self.unless_stopped(&message, stop).await?);
        serde_json::from_slice::<Option<Prepared>>(&told)
            .map_err(|error| garbled(&error))?
            .ok_or_else(|| garbled(&"the text could not be read"))
    }

    /// The bytes of the sample study's project file, which came with the second module.
    ///
    /// # Errors
    /// If that module is not there, or fails.
    pub async fn sample_study(&self) -> Result<Uint8Array, ReadFailure> {
        let answer = self.exchange(&Array::of1(&"sample-study".into()), &|_| ()).await?;
        Ok(Uint8Array::new(&answer.get(1)))
    }

    /// A file of an office program.
    ///
    /// # Errors
    /// [`ReadFailure`].
    pub async fn office(&self, told: &Office) -> Result<Vec<u8>, ReadFailure> {
        let garbled = |what: &dyn std::fmt::Display| ReadFailure::Failed(what.to_string());
        let told = serde_json::to_string(told).map_err(|error| garbled(&error))?;
        let answer = self.exchange(&Array::of2(&"office".into(), &told.into()), &|_| ()).await?;
        let bytes = answer.get(1);
        if bytes.is_null() { Err(garbled(&"nothing was written")) } else { Ok(Uint8Array::new(&bytes).to_vec()) }
    }

    /// Says something to the worker and waits for its answer; what it tells of its progress goes to `progress`.
    async fn exchange(&self, message: &JsValue, progress: &dyn Fn(f32)) -> Result<Array, ReadFailure> {
        let worker = self.worker().await?;
        let mut answer = heard(&worker);
        worker.post_message(message).map_err(|error| ReadFailure::Failed(words_of(&error)))?;
        loop {
            let word = answer.await?;
            let Some(share) = word.as_f64() else {
                return word.dyn_into().map_err(|answer| ReadFailure::Failed(words_of(&answer)));
            };
            answer = heard(&worker);
            progress(share as f32);
        }
    }

    /// The worker that runs, or a new one once its module does.
    async fn worker(&self) -> Result<Worker, ReadFailure> {
        if let Some(worker) = &*self.0.borrow() {
            return Ok(worker.clone());
        }
        let missing = |error: JsValue| ReadFailure::NoReader(words_of(&error));
        let spawn = Reflect::get(&js_sys::global(), &JsValue::from_str("emic_spawn_reader")).map_err(missing)?;
        let spawn: Function = spawn.dyn_into().map_err(missing)?;
        let promise: Promise = spawn.call0(&JsValue::NULL).map_err(missing)?.dyn_into().map_err(missing)?;
        let worker: Worker = JsFuture::from(promise).await.map_err(missing)?.dyn_into().map_err(missing)?;
        *self.0.borrow_mut() = Some(worker.clone());
        // Its first word is that it is ready.
        heard(&worker).await?;
        Ok(worker)
    }

    /// Ends the worker, whatever it does.
    fn end(&self) {
        if let Some(worker) = self.0.take() {
            worker.terminate();
        }
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.end();
    }
}

/// What the worker tells, as JSON in UTF-8.
fn told_in(answer: &Array) -> Vec<u8> {
    Uint8Array::new(&answer.get(0)).to_vec()
}

/// What the worker says next. Listens at once.
fn heard(worker: &Worker) -> impl Future<Output = Result<JsValue, ReadFailure>> + use<> {
    let word = until(|said, failed| {
        worker.set_onmessage(Some(said));
        worker.set_onerror(Some(failed));
    });
    async move {
        match within(SILENCE, word).await {
            None => Err(ReadFailure::Silent),
            Some(Err(error)) => Err(ReadFailure::Failed(words_of(&error))),
            Some(Ok(event)) => Ok(event.dyn_into::<MessageEvent>().map_or(JsValue::UNDEFINED, |event| event.data())),
        }
    }
}

/// What the browser says of an error.
fn words_of(error: &JsValue) -> String {
    if let Some(event) = error.dyn_ref::<ErrorEvent>() {
        return event.message();
    }
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}
