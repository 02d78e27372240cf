//! The browser's clock and chance, for the domain that has neither.

use emic_core::time::Timestamp;

/// Now.
pub fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

/// 16 random bytes for an id.
pub fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    let filled = gloo::utils::window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        // Without a crypto API ids need not be secret, only different.
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes
}
