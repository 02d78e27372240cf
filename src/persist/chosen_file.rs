//! A file on the person's disk that they have chosen to be written again and again. Only some browsers allow that; the
//! permission ends with the visit and must be asked for anew, by a press of a button.

use emic_core::ids::ProjectId;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

use super::room::call;
use super::wait::{until, within};

/// Where the browser keeps which file was chosen: what says so is a thing of its own, no bytes, so it has a database of
/// its own.
const DATABASE: &str = "emic-files";
const STORE: &str = "files";

/// How long that database may take to open, in milliseconds.
const PATIENCE: u32 = 4_000;

/// A file that was chosen.
#[derive(Clone, PartialEq)]
pub struct ChosenFile(JsValue);

/// Whether the browser lets one choose such a file.
pub fn can_choose() -> bool {
    Reflect::get(&gloo::utils::window(), &"showSaveFilePicker".into()).is_ok_and(|picker| picker.is_function())
}

/// Lets the person choose a file, to which `name` is proposed; `None` if they choose none.
///
/// # Errors
/// In the browser's words.
pub async fn choose(name: &str) -> Result<Option<ChosenFile>, String> {
    let ask = || -> Result<Object, JsValue> {
        let (options, kind, accept) = (Object::new(), Object::new(), Object::new());
        Reflect::set(&accept, &"application/json".into(), &Array::of1(&".json".into()))?;
        Reflect::set(&kind, &"accept".into(), &accept)?;
        Reflect::set(&options, &"types".into(), &Array::of1(&kind))?;
        Reflect::set(&options, &"suggestedName".into(), &name.into())?;
        Ok(options)
    };
    let options = ask().map_err(|error| words(&error))?;
    match call(&gloo::utils::window(), "showSaveFilePicker", &Array::of1(&options)).await {
        Ok(handle) => Ok(Some(ChosenFile(handle))),
        Err(error) if name_of(&error) == "AbortError" => Ok(None),
        Err(error) => Err(words(&error)),
    }
}

impl ChosenFile {
    /// The file's name, without where it is: browsers do not tell.
    pub fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether it may be written. With `ask` the person is asked if need be, which only works in answer to a press.
    pub async fn may_write(&self, ask: bool) -> bool {
        let options = Object::new();
        // It can only fail on an object that cannot be changed.
        let _ = Reflect::set(&options, &"mode".into(), &"readwrite".into());
        let method = if ask { "requestPermission" } else { "queryPermission" };
        let answer = call(&self.0, method, &Array::of1(&options)).await;
        answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"))
    }

    /// Writes the file anew. Until all is written the file is as it was.
    ///
    /// # Errors
    /// In the browser's words.
    pub async fn write(&self, bytes: &[u8]) -> Result<(), String> {
        let write = async {
            let stream = call(&self.0, "createWritable", &Array::new()).await?;
            let bytes: JsValue = Uint8Array::from(bytes).into();
            match call(&stream, "write", &Array::of1(&bytes)).await {
                Ok(_) => call(&stream, "close", &Array::new()).await,
                Err(error) => {
                    // What was written of it goes; the file stays.
                    let _ = call(&stream, "abort", &Array::new()).await;
                    Err(error)
                }
            }
        };
        write.await.map(drop).map_err(|error: JsValue| words(&error))
    }

    /// Remembers it for a project; `false` if the browser cannot, so that it has to be chosen again next time.
    pub async fn remember(&self, project: ProjectId) -> bool {
        let key = JsValue::from_str(&project.to_string());
        in_store(IdbTransactionMode::Readwrite, |store| store.put_with_key(&self.0, &key)).await.is_some()
    }

    /// The file that was chosen for a project.
    pub async fn recall(project: ProjectId) -> Option<ChosenFile> {
        if !can_choose() {
            return None;
        }
        let key = JsValue::from_str(&project.to_string());
        let found = in_store(IdbTransactionMode::Readonly, |store| store.get(&key)).await?;
        found.is_object().then_some(ChosenFile(found))
    }

    /// Forgets which file was chosen for a project; the file stays as it is.
    pub async fn forget(project: ProjectId) {
        if can_choose() {
            let key = JsValue::from_str(&project.to_string());
            in_store(IdbTransactionMode::Readwrite, |store| store.delete(&key)).await;
        }
    }
}

/// What one request gives; `None` where there is no such database or it refuses.
async fn in_store(
    mode: IdbTransactionMode,
    ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Option<JsValue> {
    let database = open().await?;
    let asked = async {
        let transaction = database.transaction_with_str_and_mode(STORE, mode).ok()?;
        let request = ask(&transaction.object_store(STORE).ok()?).ok()?;
        let ended = until(|complete, aborted| {
            transaction.set_oncomplete(Some(complete));
            transaction.set_onabort(Some(aborted));
        });
        ended.await.ok()?;
        request.result().ok()
    };
    let answer = asked.await;
    database.close();
    answer
}

async fn open() -> Option<IdbDatabase> {
    let request = gloo::utils::window().indexed_db().ok()??.open_with_u32(DATABASE, 1).ok()?;
    let upgrade = {
        let request = request.clone();
        Closure::<dyn FnMut()>::new(move || {
            if let Some(database) = request.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok()) {
                // If this fails every transaction says so.
                let _ = database.create_object_store(STORE);
            }
        })
    };
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let answer = until(|success, failure| {
        request.set_onsuccess(Some(success));
        request.set_onerror(Some(failure));
        request.set_onblocked(Some(failure));
    });
    let opened = within(PATIENCE, answer).await;
    request.set_onupgradeneeded(None);
    opened?.ok()?;
    request.result().ok()?.dyn_into().ok()
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

fn words(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    format!("{}: {}", name_of(error), message.unwrap_or_default())
}
