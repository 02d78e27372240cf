//! Tests that need a real browser but not the whole app; `cargo xtask test web` runs them in headless Chromium.
//! Tests of the app's own modules stand beside them in `src/`: as `#[wasm_bindgen_test]` where they need a browser (they
//! run here too), as plain `#[test]` where they do not (they run with `cargo xtask test host`).
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod components;
mod platform;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
