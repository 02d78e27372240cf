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
}

impl Layer {
    /// Its name in the style sheet.
    fn name(self) -> &'static str {
        match self {
            Layer::Pending => "emic-pending",
            Layer::Chosen => "emic-chosen",
            Layer::Hovered => "emic-hovered",
        }
    }

    /// Lets a range stand out, or nothing. Browsers without the API show the browser's own selection and the stripe
    /// only, which say the same.
    pub fn show(self, range: Option<&Range>) {
        let _ = self.try_show(range);
    }

    fn try_show(self, range: Option<&Range>) -> Result<(), JsValue> {
        let registry = Reflect::get(&Reflect::get(&js_sys::global(), &"CSS".into())?, &"highlights".into())?;
        if registry.is_undefined() {
            return Ok(());
        }
        let method = |name: &str| Reflect::get(&registry, &name.into())?.dyn_into::<Function>();
        let name = JsValue::from(self.name());
        match range {
            None => method("delete")?.call1(&registry, &name)?,
            Some(range) => {
                let constructor: Function = Reflect::get(&js_sys::global(), &"Highlight".into())?.dyn_into()?;
                let highlight: Object = Reflect::construct(&constructor, &js_sys::Array::of1(range))?.dyn_into()?;
                method("set")?.call2(&registry, &name, &highlight)?
            }
        };
        Ok(())
    }
}
