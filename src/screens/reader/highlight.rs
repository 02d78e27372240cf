//! Passages that stand out for a moment (what is selected, looked at or pointed at), by the CSS Custom Highlight API:
//! nothing in the DOM changes for them. Few names, and only for what is in view: the API is not made for many.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

use crate::store::pane::PaneId;

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
    /// Its name in the style sheet; each pane has its own.
    fn name(self, pane: PaneId) -> String {
        let name = match self {
            Layer::Pending => "pending",
            Layer::Chosen => "chosen",
            Layer::Hovered => "hovered",
            Layer::Found => "found",
            Layer::FoundHere => "found-here",
        };
        match pane {
            PaneId::Main => format!("emic-{name}"),
            PaneId::Beside => format!("emic-beside-{name}"),
        }
    }

    /// Lets a range of a pane stand out, or nothing. Browsers without the API show the browser's own selection and the stripe
    /// only, which say the same.
    pub fn show(self, pane: PaneId, range: Option<&Range>) {
        self.show_all(pane, range.map(std::slice::from_ref).unwrap_or_default());
    }

    /// Lets these ranges of a pane stand out and no others.
    pub fn show_all(self, pane: PaneId, ranges: &[Range]) {
        let _ = self.try_show(pane, ranges);
    }

    fn try_show(self, pane: PaneId, ranges: &[Range]) -> Result<(), JsValue> {
        let registry = Reflect::get(&Reflect::get(&js_sys::global(), &"CSS".into())?, &"highlights".into())?;
        if registry.is_undefined() {
            return Ok(());
        }
        let method = |name: &str| Reflect::get(&registry, &name.into())?.dyn_into::<Function>();
        let name = JsValue::from(self.name(pane));
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
