//! Stripes beside a section: one for each quotation, in lanes, with the names of its codes. They are measured from the
//! marks that the browser laid out, so they stand at the lines that they mean.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::ids::{CodeId, QuotationId};
use emic_core::project::Colour;
use emic_view::reader::{Lanes, SectionView, Stripe, StripeBox, place_labels};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::i18n::tr;
use crate::store::pane::PaneId;
use crate::store::{Same, use_pane};
use crate::widgets::dom::set_css_var;

/// What a stripe says of its quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct StripeInfo {
    /// The quotation.
    pub id: QuotationId,
    /// Its first code.
    pub code: Option<CodeId>,
    /// The hue of that code.
    pub colour: Option<Colour>,
    /// The names of its codes.
    pub label: AttrValue,
    /// Whether it begins in this section: elsewhere the stripe goes on without its label.
    pub begins: bool,
}

/// The quotations of a section, in reading order.
pub type StripeInfos = Rc<[StripeInfo]>;

/// What was done with a stripe.
#[derive(Debug, Clone, PartialEq)]
pub enum StripeEvent {
    /// It was chosen.
    Chosen(QuotationId),
    /// It is pointed at, or no more.
    Hovered(Option<QuotationId>),
    /// Several are to be listed, at a point of the window.
    List(Vec<QuotationId>, (i32, i32)),
}

/// How many lanes there are before quotations are gathered under "+n".
const LANES: usize = 5;
/// The height of a label, in CSS pixels.
const LABEL: f32 = 20.0;
/// How far below its stripe's top a label may slip, in CSS pixels.
const REACH: f32 = 60.0;

/// The lanes of the document in a pane.
#[derive(Clone)]
pub struct SharedLanes(Rc<RefCell<Lanes>>);

impl Default for SharedLanes {
    fn default() -> Self {
        SharedLanes(Rc::new(RefCell::new(Lanes::new(LANES))))
    }
}

impl PartialEq for SharedLanes {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Item {
    info: StripeInfo,
    lane: usize,
    top: i32,
    size: i32,
    /// Where the label stands below the top of the stripe; none if it found no room.
    label: Option<i32>,
    /// Those that this label counts.
    more: Vec<QuotationId>,
}

impl Item {
    /// Where a quotation goes on from the section before, its label stands there.
    fn has_label(&self) -> bool {
        self.label.is_some() && self.info.begins
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Layout {
    items: Vec<Item>,
    /// Those without a lane: top and who.
    gathered: Vec<(i32, Vec<QuotationId>)>,
    lanes: usize,
}

#[derive(Properties, PartialEq)]
pub struct StripesProps {
    /// The pane.
    pub pane: PaneId,
    /// The section's element.
    pub section: NodeRef,
    /// What the section shows.
    pub view: Same<SectionView>,
    /// Its quotations; none while the section is not near the view.
    pub infos: Option<StripeInfos>,
    /// The lanes of the whole document, so that a code keeps its lane from section to section.
    pub lanes: SharedLanes,
    /// Changes when everything must be measured again.
    pub measure: u32,
    /// What was done with one.
    pub on_event: Callback<StripeEvent>,
}

/// The stripes beside a section.
#[component]
pub fn Stripes(props: &StripesProps) -> Html {
    let layout = use_state_eq(Layout::default);
    let node = use_node_ref();
    let placed = use_mut_ref(Placed::default);
    {
        let (layout, section) = (layout.clone(), props.section.clone());
        let lanes = props.lanes.clone();
        let deps = (props.view.clone(), props.infos.clone(), props.measure);
        use_effect_with(deps, move |(view, infos, _)| {
            if let (Some(infos), Some(section)) = (infos, section.cast::<Element>()) {
                let boxes = measured(&section, view);
                layout.set(arrange(&mut lanes.0.borrow_mut(), view.index, infos, &boxes));
            }
        });
    }
    {
        let node = node.clone();
        use_effect_with((*layout).clone(), move |layout| {
            if let Some(column) = node.cast::<Element>() {
                placed.borrow_mut().position(&column, layout);
            }
        });
    }
    let shown: Rc<[QuotationId]> =
        props.infos.iter().flat_map(|infos| infos.iter().map(|info| info.id)).collect::<Vec<_>>().into();
    let chosen = use_pane(props.pane, move |pane| pane.quotation.filter(|id| shown.contains(id)));
    let items = layout.items.iter().flat_map(|item| stripe_html(item, chosen == Some(item.info.id)));
    let gathered = layout.gathered.iter().map(|(_, ids)| more_button("stripe__gathered", ids));
    let onclick = {
        let on_event = props.on_event.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(event) = pressed(&event) {
                on_event.emit(event);
            }
        })
    };
    let onpointerover = props.on_event.reform(|event: PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        StripeEvent::Hovered(target.as_ref().and_then(quotation_of))
    });
    let onpointerleave = props.on_event.reform(|_| StripeEvent::Hovered(None));
    html! {
        <div ref={node} class="stripes" hidden={props.infos.is_none()} {onclick} {onpointerover} {onpointerleave}>
            <div class="stripes__items">{ for items }</div>
            <div class="stripes__gathered">{ for gathered }</div>
        </div>
    }
}

/// A bar and, where there is room for it, its label: two elements side by side, since there may be hundreds.
fn stripe_html(item: &Item, chosen: bool) -> impl Iterator<Item = Html> {
    let hue = item.info.colour.map_or(0, |colour| colour.number() + 1);
    let class =
        classes!("stripe", format!("c{hue}"), format!("stripe--lane{}", item.lane), chosen.then_some("stripe--chosen"));
    let id = item.info.id.to_string();
    let bar = html! {
        <button
            key={id.clone()}
            tabindex="-1"
            {class}
            data-q={id.clone()}
            aria-pressed={chosen.to_string()}
            aria-label={item.info.label.clone()}
        ></button>
    };
    let label = item.has_label().then(|| {
        html! {
            <span
                key={format!("label-{id}")}
                class={classes!("stripe__label", chosen.then_some("stripe__label--chosen"))}
                data-q={id}
            >
                <span class="stripe__name" aria-hidden="true" dir="auto">{ item.info.label.clone() }</span>
                if !item.more.is_empty() {
                    { more_button("stripe__more", &item.more) }
                }
            </span>
        }
    });
    [Some(bar), label].into_iter().flatten()
}

fn more_button(class: &'static str, ids: &[QuotationId]) -> Html {
    let text = format!("+{}", crate::i18n::format_number(ids.len() as f64));
    let all = ids.iter().map(QuotationId::to_string).collect::<Vec<_>>().join(" ");
    html! {
        <button tabindex="-1" {class} data-more={all} aria-label={tr!("reader-stripes-more", n = ids.len())}>{ text }</button>
    }
}

/// What a press on the stripes means. One listener serves them all: there may be hundreds, each with a bar and a name.
fn pressed(event: &MouseEvent) -> Option<StripeEvent> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if let Some(all) = target.get_attribute("data-more") {
        let ids = all.split(' ').filter_map(|id| id.parse().ok()).collect();
        return Some(StripeEvent::List(ids, (event.client_x(), event.client_y())));
    }
    quotation_of(&target).map(StripeEvent::Chosen)
}

fn quotation_of(target: &Element) -> Option<QuotationId> {
    target.closest("[data-q]").ok()??.get_attribute("data-q")?.parse().ok()
}

/// The vertical extents of the quotations in a section, in CSS pixels below its top, as laid out.
fn measured(section: &Element, view: &SectionView) -> BTreeMap<QuotationId, (i32, i32)> {
    let mut boxes: BTreeMap<QuotationId, (i32, i32)> = BTreeMap::new();
    let Ok(marks) = section.query_selector_all("mark[data-at]") else { return boxes };
    if marks.length() == 0 {
        // To ask for a place has the whole page laid out, for nothing here.
        return boxes;
    }
    let base = section.get_bounding_client_rect().top();
    let marked = view.paragraphs.iter().flat_map(|p| p.runs.iter()).filter(|run| !run.marks.is_empty());
    for (n, run) in (0..marks.length()).zip(marked) {
        let Some(mark) = marks.item(n) else { continue };
        let rect = mark.unchecked_into::<Element>().get_bounding_client_rect();
        let (top, bottom) = ((rect.top() - base).round() as i32, (rect.bottom() - base).round() as i32);
        for mark in run.marks.iter() {
            let extent = boxes.entry(mark.quotation).or_insert((top, bottom));
            *extent = (extent.0.min(top), extent.1.max(bottom));
        }
    }
    boxes
}

fn arrange(
    lanes: &mut Lanes,
    section: usize,
    infos: &[StripeInfo],
    boxes: &BTreeMap<QuotationId, (i32, i32)>,
) -> Layout {
    let stripes: Vec<Stripe> = infos
        .iter()
        .filter_map(|info| {
            let &(top, bottom) = boxes.get(&info.id)?;
            Some(Stripe { id: info.id, code: info.code, top, bottom })
        })
        .collect();
    let placed = lanes.place_part(section, &stripes);
    let begins: BTreeMap<QuotationId, &StripeInfo> = infos.iter().map(|info| (info.id, info)).collect();
    let labelled: Vec<StripeBox> = placed
        .stripes
        .iter()
        .filter(|stripe| begins.get(&stripe.id).is_some_and(|info| info.begins))
        .map(|stripe| StripeBox {
            id: stripe.id,
            top: stripe.top as f32,
            bottom: stripe.bottom as f32,
            lane: stripe.lane,
        })
        .collect();
    let mut labels: BTreeMap<QuotationId, (i32, Vec<QuotationId>)> = BTreeMap::new();
    for label in place_labels(&labelled, LABEL, REACH) {
        if label.visible {
            labels.insert(label.id, (label.y.round() as i32, label.more));
        }
    }
    let items = placed
        .stripes
        .iter()
        .filter_map(|stripe| {
            let info = (*begins.get(&stripe.id)?).clone();
            let (label, more) = match labels.remove(&stripe.id) {
                Some((y, more)) => (Some(y - stripe.top), more),
                None => (None, Vec::new()),
            };
            let (top, size) = (stripe.top, stripe.bottom - stripe.top);
            Some(Item { info, lane: stripe.lane, top, size, label, more })
        })
        .collect();
    let gathered = placed.more.into_iter().map(|more| (more.top, more.ids)).collect();
    Layout { items, gathered, lanes: placed.lanes }
}

/// The share of a stripe's height that is left free at each end, in CSS pixels.
const GAP: i32 = 2;

/// Where the stripes were put, so that only what moved is styled anew.
#[derive(Default)]
struct Placed {
    bars: BTreeMap<QuotationId, (i32, i32)>,
    labels: BTreeMap<QuotationId, i32>,
}

impl Placed {
    /// Puts the stripes where they belong: `style` attributes are not allowed on this page, the CSSOM is.
    fn position(&mut self, column: &Element, layout: &Layout) {
        set_css_var(column, "--lanes", &layout.lanes.to_string());
        let put = |element: Option<&Element>, style: &str| {
            if let Some(element) = element.and_then(|element| element.dyn_ref::<HtmlElement>()) {
                element.style().set_css_text(style);
            }
        };
        let mut now = Placed::default();
        let lists = column.children();
        let mut next = lists.item(0).and_then(|items| items.first_element_child());
        for item in &layout.items {
            let (id, place) = (item.info.id, (item.top + GAP, item.size - 2 * GAP));
            now.bars.insert(id, place);
            if self.bars.get(&id) != Some(&place) {
                let (top, size) = place;
                put(next.as_ref(), &format!("inset-block-start:{top}px;block-size:{size}px"));
            }
            next = next.and_then(|bar| bar.next_element_sibling());
            if item.has_label() {
                let top = item.top + item.label.unwrap_or(0);
                now.labels.insert(id, top);
                if self.labels.get(&id) != Some(&top) {
                    put(next.as_ref(), &format!("inset-block-start:{top}px"));
                }
                next = next.and_then(|label| label.next_element_sibling());
            }
        }
        let mut next = lists.item(1).and_then(|gathered| gathered.first_element_child());
        for (top, _) in &layout.gathered {
            put(next.as_ref(), &format!("inset-block-start:{top}px"));
            next = next.and_then(|button| button.next_element_sibling());
        }
        *self = now;
    }
}
