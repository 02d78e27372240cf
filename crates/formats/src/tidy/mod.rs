//! Tidying text that was copied out of a PDF: wrapped lines, line-end hyphens, page headers and download notices.
//!
//! The result is never a new text but edits on the one imported, so that every position maps both ways, and a list of
//! everything with visible characters that goes. Rules are careful rather than thorough: what is left over can be
//! seen and taken out by hand, what was wrongly joined or dropped would falsify a source.

mod furniture;
mod hyphens;
mod join;
mod lines;
mod rules;
mod signs;
mod weave;

use emic_core::text::{Span, TextEdits};

use serde::{Deserialize, Serialize};

pub use rules::{Rule, RuleSet};

use lines::Lines;

/// Something visible that a rule takes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// The rule that does it.
    pub rule: Rule,
    /// Where it is in the imported text, in code points.
    pub range: Span,
    /// The words there.
    pub removed: String,
}

/// What tidying does to a text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tidied {
    /// The edits, on the imported text.
    pub edits: TextEdits,
    /// Everything visible that goes, in order. Line breaks and spaces that change are in the edits and counts only.
    pub removals: Vec<Removal>,
    counts: [usize; Rule::ALL.len()],
}

impl Tidied {
    /// How often `rule` changes something: line breaks joined, hyphens undone, pieces of page furniture dropped, blank
    /// lines removed, places with spaces removed.
    pub fn count(&self, rule: Rule) -> usize {
        self.counts[rule as usize]
    }
}

/// What `rules` do to `text`, which must be canonical (LF line ends). Takes time in proportion to its length.
pub fn tidy(text: &str, rules: RuleSet) -> Tidied {
    if rules.is_empty() {
        return Tidied::default();
    }
    let mut lines = Lines::new(text);
    if rules.has(Rule::DropPageFurniture) {
        furniture::mark(&mut lines);
    }
    weave::weave(&lines, rules)
}

/// The rules that make sense for `text`: none for text with a line a paragraph, for verse, or for a transcript of short
/// turns.
pub fn suggest(text: &str) -> RuleSet {
    suggest_by(text, &tidy(text, RuleSet::ALL))
}

/// The same, where what all rules would do to it is known.
pub fn suggest_by(text: &str, all: &Tidied) -> RuleSet {
    let mut found = RuleSet::NONE;
    if all.count(Rule::DropPageFurniture) > 0 {
        found = found.with(Rule::DropPageFurniture);
    }
    let lines = Lines::new(text);
    let content = lines.all.iter().filter(|l| !l.is_blank()).count();
    let joined = all.count(Rule::JoinWrappedLines);
    if joined >= 3 && joined * 3 >= content {
        found = found.with(Rule::JoinWrappedLines);
    }
    if all.count(Rule::UndoHyphens) > 0 && (found.has(Rule::JoinWrappedLines) || all.count(Rule::UndoHyphens) >= 3) {
        found = found.with(Rule::UndoHyphens);
    }
    if !found.is_empty() {
        for rule in [Rule::TrimSpaces, Rule::CollapseBlankLines] {
            if all.count(rule) > 0 {
                found = found.with(rule);
            }
        }
    }
    found
}
