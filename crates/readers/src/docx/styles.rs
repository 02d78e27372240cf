//! The styles of a Word document: what they make of paragraphs and words.

use std::collections::HashMap;

use emic_core::project::BlockKind;

use crate::style_names::of_style;
use crate::xml::{Document, Node, attribute, child, children, is};

/// Styles based on styles: no further than this.
const CHAIN_LIMIT: usize = 64;
/// The longest name of a numbering, in bytes; they are numbers. It is copied for every item.
pub const ID_LIMIT: usize = 40;

/// What properties of words say; `None` where they say nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunLook {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    /// The same for words of scripts that run from right to left, which Word keeps apart.
    pub bold_complex: Option<bool>,
    pub italic_complex: Option<bool>,
    /// Whether they are of such a script.
    pub complex: Option<bool>,
    pub hidden: Option<bool>,
}

impl RunLook {
    /// What `w:rPr` says.
    pub fn of(properties: Option<Node<'_, '_>>) -> RunLook {
        let mut look = RunLook::default();
        for property in properties.into_iter().flat_map(|properties| properties.children()) {
            match property.tag_name().name() {
                "b" => look.bold = Some(is_on(property)),
                "i" => look.italic = Some(is_on(property)),
                "bCs" => look.bold_complex = Some(is_on(property)),
                "iCs" => look.italic_complex = Some(is_on(property)),
                "rtl" | "cs" => look.complex = Some(is_on(property) || look.complex == Some(true)),
                "vanish" => look.hidden = Some(is_on(property)),
                _ => {}
            }
        }
        look
    }

    /// This, and where it says nothing what the other says.
    pub fn or(self, other: RunLook) -> RunLook {
        RunLook {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            bold_complex: self.bold_complex.or(other.bold_complex),
            italic_complex: self.italic_complex.or(other.italic_complex),
            complex: self.complex.or(other.complex),
            hidden: self.hidden.or(other.hidden),
        }
    }

    /// The styles of a paragraph and of words in it together: what both switch on is off, such as emphasis in a line of
    /// italics (ISO/IEC 29500-1, 17.7.3, toggle properties).
    pub fn toggled(self, other: RunLook) -> RunLook {
        let toggle = |a: Option<bool>, b: Option<bool>| match (a, b) {
            (Some(a), Some(b)) => Some(a != b),
            (a, b) => a.or(b),
        };
        RunLook {
            bold: toggle(self.bold, other.bold),
            italic: toggle(self.italic, other.italic),
            bold_complex: toggle(self.bold_complex, other.bold_complex),
            italic_complex: toggle(self.italic_complex, other.italic_complex),
            complex: self.complex.or(other.complex),
            hidden: toggle(self.hidden, other.hidden),
        }
    }
}

/// Whether a switch such as `w:b` is on: it is unless it says that it is not.
pub fn is_on(property: Node<'_, '_>) -> bool {
    !matches!(attribute(property, "val"), Some("0" | "false" | "off"))
}

/// What a paragraph belongs to as an item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InList {
    /// The numbering (`w:numId`); "0" takes a paragraph out of the list of its style.
    pub numbering: Option<String>,
    /// Its level, from 0.
    pub level: Option<u8>,
}

impl InList {
    fn of(properties: Node<'_, '_>) -> InList {
        let list = child(properties, "numPr");
        let value = |name: &str| list.and_then(|list| child(list, name)).and_then(|node| attribute(node, "val"));
        InList {
            numbering: value("numId").filter(|id| id.len() <= ID_LIMIT).map(str::to_owned),
            level: value("ilvl").and_then(|level| level.parse().ok()).filter(|level| *level < 9),
        }
    }

    fn or(self, other: InList) -> InList {
        InList { numbering: self.numbering.or(other.numbering), level: self.level.or(other.level) }
    }
}

/// What a style says, with all that it is based on.
#[derive(Debug, Clone, Default)]
pub struct Style {
    pub look: RunLook,
    /// The level of a heading, from 0; 9 is none.
    pub outline: Option<u8>,
    pub list: InList,
    /// How its name says that its paragraphs are shown.
    pub named: Option<BlockKind>,
}

/// All styles.
#[derive(Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    /// The style that is the outside of a numbering (`w:numStyleLink`): its numbering by its id.
    list_styles: HashMap<String, String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn of(document: &Document<'_>) -> Styles {
        let mut raw: HashMap<&str, (Style, Option<&str>)> = HashMap::new();
        let mut styles = Styles::default();
        for style in children(document.root_element(), "style") {
            let Some(id) = attribute(style, "styleId") else { continue };
            let base = child(style, "basedOn").and_then(|base| attribute(base, "val"));
            raw.entry(id).or_insert_with(|| (Style::of(style), base));
            let kind = attribute(style, "type").unwrap_or("paragraph");
            if kind == "paragraph" && matches!(attribute(style, "default"), Some("1" | "true" | "on")) {
                styles.default = Some(id.to_owned());
            }
            if kind == "numbering"
                && let Some(numbering) = child(style, "pPr").and_then(|properties| InList::of(properties).numbering)
            {
                styles.list_styles.insert(id.to_owned(), numbering);
            }
        }
        for (id, style) in &raw {
            let mut whole = Style::default();
            let mut next = Some(style);
            for _ in 0..CHAIN_LIMIT {
                let Some((style, base)) = next else { break };
                whole = whole.or(style);
                next = base.and_then(|base| raw.get(base));
            }
            styles.by_id.insert((*id).to_owned(), whole);
        }
        styles
    }

    /// The style of that id.
    pub fn get(&self, id: Option<&str>) -> Option<&Style> {
        self.by_id.get(id?)
    }

    /// The style of a paragraph that names this one.
    pub fn of_paragraph(&self, id: Option<&str>) -> Option<&Style> {
        self.get(id).or_else(|| self.get(self.default.as_deref()))
    }

    /// The numbering of a list style.
    pub fn numbering_of(&self, list_style: &str) -> Option<&str> {
        self.list_styles.get(list_style).map(String::as_str)
    }
}

impl Style {
    /// What a style says itself.
    fn of(node: Node<'_, '_>) -> Style {
        let properties = child(node, "pPr");
        let name = child(node, "name").and_then(|name| attribute(name, "val")).unwrap_or_default();
        let id = attribute(node, "styleId").unwrap_or_default();
        Style {
            look: RunLook::of(child(node, "rPr")),
            outline: properties.and_then(outline),
            list: properties.map(InList::of).unwrap_or_default(),
            named: of_style(name).or_else(|| of_style(id)),
        }
    }

    /// This, and where it says nothing what the one it is based on says.
    fn or(self, base: &Style) -> Style {
        Style {
            look: self.look.or(base.look),
            outline: self.outline.or(base.outline),
            list: self.list.or(base.list.clone()),
            named: self.named.or(base.named),
        }
    }
}

/// The level that properties of a paragraph give it in the outline.
fn outline(properties: Node<'_, '_>) -> Option<u8> {
    attribute(child(properties, "outlineLvl")?, "val")?.parse().ok().filter(|level| *level <= 9)
}

/// What a paragraph is, of its own properties and its style's.
pub struct ParagraphStyle {
    /// How its words look, as far as they do not say it themselves.
    pub look: RunLook,
    /// A heading or a quote.
    pub kind: Option<BlockKind>,
    /// Its place in a list.
    pub list: Option<(String, u8)>,
    /// Whether its end is hidden.
    pub hidden_end: bool,
}

impl ParagraphStyle {
    /// What `w:pPr` says.
    pub fn of(properties: Option<Node<'_, '_>>, styles: &Styles) -> ParagraphStyle {
        let named = properties.and_then(|properties| child(properties, "pStyle"));
        let style = styles.of_paragraph(named.and_then(|style| attribute(style, "val")));
        let style = style.cloned().unwrap_or_default();
        let level = properties.and_then(outline).or(style.outline);
        let kind = match (level, style.named) {
            (Some(level @ 0..=8), _) => Some(BlockKind::Heading((level + 1).min(6))),
            // A style that says it is body text is no heading, whatever its name.
            (Some(_), Some(BlockKind::Heading(_))) => None,
            (_, named) => named,
        };
        let list = properties.map(InList::of).unwrap_or_default().or(style.list);
        let list = list.numbering.filter(|id| id != "0").map(|id| (id, list.level.unwrap_or(0)));
        let mut look = style.look;
        if matches!(kind, Some(BlockKind::Heading(_))) {
            // Headings are set off as such.
            look = RunLook { complex: look.complex, hidden: look.hidden, ..RunLook::default() };
        }
        let end = properties.and_then(|properties| properties.children().find(|node| is(*node, "rPr")));
        let hidden_end = RunLook::of(end).or(style.look).hidden == Some(true);
        ParagraphStyle { look, kind, list, hidden_end }
    }
}
