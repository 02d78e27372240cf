#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| emic_fuzz::xlsx(bytes));
