//! The numbers of lists in a Word document (`numbering.xml`).

use std::collections::{HashMap, HashSet};

use super::styles::{ID_LIMIT, Styles, is_on};
use crate::numerals::Numeral;
use crate::xml::{Document, Node, attribute, child, children};

/// Levels of a list.
const LEVELS: usize = 9;
/// The longest pattern of a number that is written, in code points.
const PATTERN_LIMIT: usize = 40;

/// How the items of one level are numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Level {
    start: u32,
    /// `None` for a bullet.
    numeral: Option<Numeral>,
    /// The label, with %1 to %9 where numbers of the levels stand.
    pattern: String,
    /// Whether all its numbers are written as 1, 2, 3.
    plain: bool,
    /// After which level it begins anew, from 1; 0 for never. Of all those above it if it does not say so.
    restart: Option<u8>,
}

impl Level {
    fn of(node: Node<'_, '_>) -> Level {
        let value = |name: &str| child(node, name).and_then(|node| attribute(node, "val"));
        let format = value("numFmt").unwrap_or("decimal");
        Level {
            start: value("start").and_then(|start| start.parse().ok()).unwrap_or(0),
            numeral: (format != "bullet").then(|| Numeral::of_word(format)),
            pattern: value("lvlText").unwrap_or_default().chars().take(PATTERN_LIMIT).collect(),
            plain: child(node, "isLgl").is_some_and(is_on),
            restart: value("lvlRestart").and_then(|level| level.parse().ok()),
        }
    }
}

type Levels = [Option<Level>; LEVELS];

#[derive(Default)]
struct Abstract {
    levels: Levels,
    /// The list style that says how its items are numbered in its stead.
    elsewhere: Option<String>,
}

#[derive(Default)]
struct Numbering {
    abstract_id: String,
    levels: Levels,
    starts: [Option<u32>; LEVELS],
}

/// All lists, and how far each has been counted.
#[derive(Default)]
pub struct Lists {
    abstracts: HashMap<String, Abstract>,
    numberings: HashMap<String, Numbering>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// Numberings that began anew at a level, as they say.
    restarted: HashSet<(String, usize)>,
}

impl Lists {
    /// Reads `numbering.xml`.
    pub fn of(document: &Document<'_>) -> Lists {
        let mut lists = Lists::default();
        for node in children(document.root_element(), "abstractNum") {
            let Some(id) = attribute(node, "abstractNumId") else { continue };
            let mut found = Abstract::default();
            for (index, level) in levels(node) {
                if let Some(slot) = found.levels.get_mut(index) {
                    *slot = Some(Level::of(level));
                }
            }
            found.elsewhere = child(node, "numStyleLink").and_then(|link| attribute(link, "val")).map(str::to_owned);
            lists.abstracts.insert(id.to_owned(), found);
        }
        for node in children(document.root_element(), "num") {
            let Some(id) = attribute(node, "numId") else { continue };
            let target = child(node, "abstractNumId").and_then(|target| attribute(target, "val"));
            let target = target.filter(|id| id.len() <= ID_LIMIT).unwrap_or_default();
            let mut found = Numbering { abstract_id: target.to_owned(), ..Numbering::default() };
            for change in children(node, "lvlOverride") {
                let Some(index) = index_of(change) else { continue };
                let start = child(change, "startOverride").and_then(|start| attribute(start, "val")?.parse().ok());
                if let (Some(slot), Some(_)) = (found.starts.get_mut(index), start) {
                    *slot = start;
                }
                if let (Some(slot), Some(level)) = (found.levels.get_mut(index), child(change, "lvl")) {
                    *slot = Some(Level::of(level));
                }
            }
            lists.numberings.insert(id.to_owned(), found);
        }
        lists
    }

    /// The label of the next item of a list, with the space after it. `None` if it has none.
    pub fn next(&mut self, styles: &Styles, numbering: &str, level: u8) -> Option<String> {
        let index = usize::from(level);
        let num = self.numberings.get(numbering)?;
        let mut source = num;
        // A list style in between says how its items are numbered.
        let elsewhere = self.abstracts.get(&num.abstract_id).and_then(|found| found.elsewhere.as_deref());
        if let Some(other) = elsewhere.and_then(|link| self.numberings.get(styles.numbering_of(link)?)) {
            source = other;
        }
        let found = self.abstracts.get(&source.abstract_id)?;
        let level_at = |at: usize| {
            let changed = num.levels.get(at).and_then(Option::as_ref);
            changed.or_else(|| found.levels.get(at).and_then(Option::as_ref))
        };
        let own = level_at(index)?;
        let start_at = |at: usize| num.starts.get(at).copied().flatten().or_else(|| Some(level_at(at)?.start));
        let counts = self.counts.entry(source.abstract_id.clone()).or_default();
        if num.starts.get(index).is_some_and(Option::is_some) && self.restarted.insert((numbering.to_owned(), index)) {
            *counts.get_mut(index)? = None;
        }
        for above in 0..index {
            let count = counts.get_mut(above)?;
            *count = count.or_else(|| start_at(above));
        }
        let count = counts.get_mut(index)?;
        *count = count.map_or_else(|| start_at(index), |count| Some(count.saturating_add(1)));
        for deeper in index + 1..LEVELS {
            let restarts = match level_at(deeper).and_then(|level| level.restart) {
                Some(after) => index < usize::from(after),
                None => true,
            };
            if restarts {
                *counts.get_mut(deeper)? = None;
            }
        }
        let Some(numeral) = own.numeral else { return Some("• ".to_owned()) };
        if numeral == Numeral::None && !own.pattern.contains('%') && own.pattern.trim().is_empty() {
            return None;
        }
        let mut label = String::new();
        let mut rest = own.pattern.chars().peekable();
        while let Some(c) = rest.next() {
            let place =
                rest.peek().filter(|_| c == '%').and_then(|digit| digit.to_digit(10)).filter(|&digit| digit > 0);
            let Some(place) = place else {
                label.push(c);
                continue;
            };
            rest.next();
            let at = place as usize - 1;
            let numeral = level_at(at).and_then(|level| level.numeral).unwrap_or(Numeral::None);
            let numeral = if own.plain && numeral != Numeral::None { Numeral::Digits('0', 1) } else { numeral };
            if let Some(count) = counts.get(at).copied().flatten() {
                label.push_str(&numeral.write(count));
            }
        }
        // Whatever white space Word puts there: words must not run into numbers.
        let label = label.trim();
        (!label.is_empty()).then(|| format!("{label} "))
    }
}

fn levels<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = (usize, Node<'a, 'i>)> {
    children(node, "lvl").filter_map(|level| Some((index_of(level)?, level)))
}

fn index_of(node: Node<'_, '_>) -> Option<usize> {
    attribute(node, "ilvl")?.parse().ok().filter(|index| *index < LEVELS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_counted_as_word_counts_them() {
        let xml = r#"<w:numbering xmlns:w="w">
            <w:abstractNum w:abstractNumId="0">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
              <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2)"/></w:lvl>
              <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="arabicAbjad"/><w:suff w:val="nothing"/><w:lvlText w:val="%3-"/></w:lvl>
              <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
              <w:lvl w:ilvl="4"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
            </w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
          </w:numbering>"#;
        let document = Document::parse(xml).unwrap();
        let mut lists = Lists::of(&document);
        let styles = Styles::default();
        let mut next = |id: &str, level: u8| lists.next(&styles, id, level);
        for (id, level, expected) in [
            ("1", 0, Some("I. ")),
            ("1", 1, Some("1.1) ")),
            ("1", 1, Some("1.2) ")),
            ("1", 2, Some("أ- ")),
            ("1", 2, Some("ب- ")),
            ("1", 3, Some("• ")),
            ("1", 4, None),
            ("1", 0, Some("II. ")),
            ("1", 1, Some("2.1) ")),
            ("2", 0, Some("V. ")),
            ("2", 0, Some("VI. ")),
            ("1", 0, Some("VII. ")),
            ("1", 7, None),
            ("3", 0, None),
            ("nowhere", 0, None),
        ] {
            assert_eq!(next(id, level).as_deref(), expected, "{id} {level}");
        }
    }
}
