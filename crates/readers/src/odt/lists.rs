//! Lists and their numbers in an OpenDocument text.

use std::collections::HashMap;

use super::styles::NAME_LIMIT;
use crate::numerals::Numeral;
use crate::xml::{Document, Node, attribute, child, children};

/// Levels of a list.
const LEVELS: usize = 10;
/// The longest text around a number, in code points.
const AROUND_LIMIT: usize = 40;

#[derive(Debug, Clone)]
struct Level {
    /// `None` for a bullet.
    numeral: Option<Numeral>,
    prefix: String,
    suffix: String,
    /// How many levels the number shows.
    shows: usize,
    start: u32,
    /// The whole label, with %1% where numbers stand.
    pattern: Option<String>,
}

type Counts = [Option<u32>; LEVELS];

/// All list styles, and how far each list has been counted.
#[derive(Default)]
pub struct Lists {
    styles: HashMap<String, Vec<Option<Level>>>,
    outline: Vec<Option<Level>>,
    counts: Vec<Counts>,
    by_id: HashMap<String, usize>,
    /// The last list of each style.
    last: HashMap<String, usize>,
    headings: Counts,
}

/// A list that is being told: which one, its style, and its level from 0.
#[derive(Debug, Clone)]
pub struct InList {
    list: usize,
    pub style: String,
    pub level: usize,
}

impl Lists {
    /// Reads the list styles of both parts.
    pub fn of(common: Option<&Document<'_>>, content: &Document<'_>) -> Lists {
        let mut lists = Lists::default();
        let common = common.and_then(|document| child(document.root_element(), "styles"));
        let direct = child(content.root_element(), "automatic-styles");
        for styles in common.into_iter().chain(direct) {
            for style in children(styles, "list-style") {
                if let Some(name) = attribute(style, "name") {
                    lists.styles.insert(name.to_owned(), levels(style));
                }
            }
            if let Some(outline) = child(styles, "outline-style") {
                lists.outline = levels(outline);
            }
        }
        lists
    }

    /// Begins a list, in another one or not.
    pub fn begin(&mut self, node: Node<'_, '_>, within: Option<&InList>) -> InList {
        let named = attribute(node, "style-name").filter(|name| (1..=NAME_LIMIT).contains(&name.len()));
        if let Some(outer) = within {
            let style = named.unwrap_or(&outer.style).to_owned();
            return InList { list: outer.list, style, level: (outer.level + 1).min(LEVELS - 1) };
        }
        let style = named.unwrap_or_default().to_owned();
        let continued = attribute(node, "continue-list").and_then(|id| self.by_id.get(id)).copied();
        let goes_on = attribute(node, "continue-numbering") == Some("true");
        let continued = continued.or_else(|| self.last.get(&style).copied().filter(|_| goes_on));
        let list = continued.unwrap_or_else(|| {
            self.counts.push(Counts::default());
            self.counts.len() - 1
        });
        if let Some(id) = attribute(node, "id") {
            self.by_id.insert(id.to_owned(), list);
        }
        self.last.insert(style.clone(), list);
        InList { list, style, level: 0 }
    }

    /// The label of the next item, with the space after it. `None` if it has none.
    pub fn next(&mut self, place: &InList, paragraph_list: Option<&str>, start: Option<u32>) -> Option<String> {
        let named = Some(place.style.as_str()).filter(|name| !name.is_empty()).or(paragraph_list)?;
        let levels = self.styles.get(named)?;
        label(levels, self.counts.get_mut(place.list)?, place.level, start)
    }

    /// The label of the next heading of a level, from 0.
    pub fn heading(&mut self, level: usize, start: Option<u32>) -> Option<String> {
        label(&self.outline, &mut self.headings, level, start)
    }
}

fn label(levels: &[Option<Level>], counts: &mut Counts, level: usize, start: Option<u32>) -> Option<String> {
    let level_at = |at: usize| levels.get(at).and_then(Option::as_ref);
    let own = level_at(level)?;
    let start_at = |at: usize| level_at(at).map_or(1, |level| level.start);
    for above in 0..level {
        let count = counts.get_mut(above)?;
        *count = count.or_else(|| Some(start_at(above)));
    }
    let count = counts.get_mut(level)?;
    *count = start.or_else(|| Some(count.map_or_else(|| start_at(level), |count| count.saturating_add(1))));
    for deeper in counts.iter_mut().skip(level + 1) {
        *deeper = None;
    }
    let Some(numeral) = own.numeral else { return Some("• ".to_owned()) };
    if numeral == Numeral::None {
        return None;
    }
    let number = |at: usize| {
        let numeral = level_at(at)?.numeral.filter(|numeral| *numeral != Numeral::None)?;
        Some(numeral.write(counts.get(at).copied().flatten()?))
    };
    let label = match &own.pattern {
        Some(pattern) => filled(pattern, number),
        None => {
            let shown: Vec<String> = ((level + 1).saturating_sub(own.shows)..=level).filter_map(number).collect();
            format!("{}{}{}", own.prefix, shown.join("."), own.suffix)
        }
    };
    let label = label.trim();
    (!label.is_empty()).then(|| format!("{label} "))
}

/// A pattern such as `%1%.%2%)` with numbers in it.
fn filled(pattern: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let place = after.split_once('%').and_then(|(place, after)| Some((place.parse::<usize>().ok()?, after)));
        match place {
            Some((place, after)) => {
                out.push_str(&place.checked_sub(1).and_then(&number).unwrap_or_default());
                rest = after;
            }
            None => {
                out.push('%');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn levels(style: Node<'_, '_>) -> Vec<Option<Level>> {
    let mut levels = vec![None; LEVELS];
    for node in style.children().filter(Node::is_element) {
        let place = attribute(node, "level").and_then(|level| level.parse::<usize>().ok()?.checked_sub(1));
        let Some(slot) = place.and_then(|place| levels.get_mut(place)) else { continue };
        let bullet = matches!(node.tag_name().name(), "list-level-style-bullet" | "list-level-style-image");
        let around =
            |name: &str| -> String { attribute(node, name).unwrap_or_default().chars().take(AROUND_LIMIT).collect() };
        let value = |name: &str| attribute(node, name).and_then(|value| value.parse().ok());
        *slot = Some(Level {
            numeral: (!bullet).then(|| Numeral::of_open_document(attribute(node, "num-format").unwrap_or_default())),
            prefix: around("num-prefix"),
            suffix: around("num-suffix"),
            shows: value("display-levels").unwrap_or(1) as usize,
            start: value("start-value").unwrap_or(1),
            pattern: Some(around("num-list-format")).filter(|pattern| pattern.contains('%')),
        });
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_filled() {
        let number = |at: usize| Some((at + 1).to_string()).filter(|_| at < 2);
        assert_eq!(filled("(%1%.%2%)", number), "(1.2)");
        assert_eq!(filled("100% %9%-%1%", number), "100% -1");
        assert_eq!(filled("%%", number), "%%");
    }
}
