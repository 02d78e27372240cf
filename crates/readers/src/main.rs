//! The module that a reading worker runs.
//!
//! Asked by a message `["read", file: Blob, name: string, wishes: string]`, the wishes as JSON, it tells from time to time which
//! part of the work is done, as a number from 0 to 1, and answers at last with `[told: ArrayBuffer, words: ArrayBuffer[]]`:
//! a `Result<Told, Refusal>` as JSON in UTF-8, and the words of each text in UTF-8; or with `[null, why: string]` if the browser cannot
//! read the file.
//! Asked by `["prepare", words: ArrayBuffer, ask: string]`, a `(Beside, Plan)` as JSON, it answers with
//! `[prepared: ArrayBuffer, null]`, a `Prepared` as JSON in UTF-8.
//! Asked by `["sample-study"]`, it answers with `[ArrayBuffer, bytes]`, the bytes being the project file of the sample study.
//! A panic is an error thrown in the worker, which the page hears of as the worker's `error` event.

#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::start();
}

/// On the host the library is tested; there is nothing to run.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
