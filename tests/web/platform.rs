//! What Emic takes from the browser instead of from a crate is there, under the names and with the results it counts on.
use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn global(path: &[&str]) -> JsValue {
    path.iter().fold(js_sys::global().into(), |object, name| Reflect::get(&object, &(*name).into()).unwrap())
}

#[wasm_bindgen_test]
fn what_keeps_projects_is_there() {
    for path in [&["indexedDB", "open"][..], &["navigator", "locks", "request"], &["BroadcastChannel"]] {
        assert!(global(path).is_function(), "{path:?}");
    }
}

#[wasm_bindgen_test]
fn plural_categories_of_arabic_are_the_browsers() {
    let rules = Intl::PluralRules::new(&Array::of1(&"ar".into()), &Object::new());
    let categories: Vec<String> =
        [0.0, 1.0, 2.0, 3.0, 11.0, 100.0].map(|number| rules.select(number).as_string().unwrap()).to_vec();
    assert_eq!(categories, ["zero", "one", "two", "few", "many", "other"]);
}

#[wasm_bindgen_test]
fn a_string_crosses_into_utf16_units_and_back_unchanged() {
    let text = "مرحبا 👩‍👩‍👧 e\u{301} \u{1F642}\u{feff}";
    let there = js_sys::JsString::from(text);
    assert_eq!(there.length() as usize, text.encode_utf16().count());
    assert_eq!(String::from(there), text);
}

#[wasm_bindgen_test]
fn the_segmenter_keeps_a_family_in_one_piece() {
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"grapheme".into()).unwrap();
    let constructor: Function = global(&["Intl", "Segmenter"]).unchecked_into();
    let segmenter = Reflect::construct(&constructor, &Array::of2(&"en".into(), &options)).unwrap();
    let segment: Function = Reflect::get(&segmenter, &"segment".into()).unwrap().unchecked_into();
    let segments = segment.call1(&segmenter, &"a👩‍👩‍👧b".into()).unwrap();
    assert_eq!(Array::from(&segments).length(), 3);
}
