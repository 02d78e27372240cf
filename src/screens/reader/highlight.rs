//! Passages that stand out for a moment (what is selected, looked at or pointed at), by the CSS Custom Highlight API:
//! nothing in the DOM changes for them. Few names, and only for what is in view: the API is not made for many.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

/// What stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// The passage that will be coded.
    Pending,
    /// The quotation that is looked at.
    Chosen,
    /// The quotation that is pointed at.
    Hovered,
    /// The words that are looked for, as far as they are in view.
    Found,
    /// Those of them that one is at.
    FoundHere,
}

impl Layer {
    /// Its name in the style sheet.
    fn name(self) -> &'static str {
        match self {
            Layer::Pending => "emic-pending",
            Layer::Chosen => "emic-chosen",
            Layer::Hovered => "emic-hovered",
            Layer::Found => "emic-found",
            Layer::FoundHere => "emic-found-here",
        }
    }

    /// Lets a range stand out, or nothing. Browsers without the API show the browser's own selection and the stripe
    /// only, which say the same.
    pub fn show(self, range: Option<&Range>) {
        self.show_all(range.map(std::slice::from_ref).unwrap_or_default());
    }

    /// Lets these ranges stand out and no others.
    pub fn show_all(self, ranges: &[Range]) {
        let _ = self.try_show(ranges);
    }

    fn try_show(self, ranges: &[Range]) -> Result<(), JsValue> {
        let registry = Reflect::get(&Reflect::get(&js_sys::global(), &"CSS".into())?, &"highlights".into())?;
        if registry.is_undefined() {
            return Ok(());
        }
        let method = |name: &str| Reflect::get(&registry, &name.into())?.dyn_into::<Function>();
        let name = JsValue::from(self.name());
        if ranges.is_empty() {
            method("delete")?.call1(&registry, &name)?;
        } else {
            let constructor: Function = Reflect::get(&js_sys::global(), &"Highlight".into())?.dyn_into()?;
            let ranges: js_sys::Array = ranges.iter().collect();
            let highlight: Object = Reflect::construct(&constructor, &ranges)?.dyn_into()?;
            method("set")?.call2(&registry, &name, &highlight)?;
        }
        Ok(())
    }
}
