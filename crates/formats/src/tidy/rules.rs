//! The rules and sets of them.

use serde::{Deserialize, Serialize};

/// One thing that tidying can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Lines that were wrapped at a measure become paragraphs again.
    JoinWrappedLines,
    /// Words hyphenated at a line's end become whole, and a stray space after a hyphen inside of a word goes.
    UndoHyphens,
    /// Page headers, footers and numbers, download and copyright notices and form feeds go.
    DropPageFurniture,
    /// Several blank lines become one; those at the start and end of the text go.
    CollapseBlankLines,
    /// Spaces at the start and end of lines go, several in a row become one.
    TrimSpaces,
}

impl Rule {
    /// All rules, in the order in which they are offered.
    pub const ALL: [Rule; 5] = [
        Rule::JoinWrappedLines,
        Rule::UndoHyphens,
        Rule::DropPageFurniture,
        Rule::CollapseBlankLines,
        Rule::TrimSpaces,
    ];
}

/// Which rules are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Rule>", into = "Vec<Rule>")]
pub struct RuleSet(u8);

impl RuleSet {
    /// No rule.
    pub const NONE: RuleSet = RuleSet(0);
    /// Every rule.
    pub const ALL: RuleSet = RuleSet((1 << Rule::ALL.len()) - 1);

    /// Whether `rule` is on.
    pub fn has(self, rule: Rule) -> bool {
        self.0 & (1 << rule as u8) != 0
    }

    /// The same with `rule` on.
    pub fn with(self, rule: Rule) -> RuleSet {
        RuleSet(self.0 | (1 << rule as u8))
    }

    /// The same with `rule` off.
    pub fn without(self, rule: Rule) -> RuleSet {
        RuleSet(self.0 & !(1 << rule as u8))
    }

    /// Whether every rule is off.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The rules that are on, in the order of [`Rule::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Rule> {
        Rule::ALL.into_iter().filter(move |&rule| self.has(rule))
    }
}

impl FromIterator<Rule> for RuleSet {
    fn from_iter<I: IntoIterator<Item = Rule>>(rules: I) -> RuleSet {
        rules.into_iter().fold(RuleSet::NONE, RuleSet::with)
    }
}

impl From<Vec<Rule>> for RuleSet {
    fn from(rules: Vec<Rule>) -> RuleSet {
        rules.into_iter().collect()
    }
}

impl From<RuleSet> for Vec<Rule> {
    fn from(rules: RuleSet) -> Vec<Rule> {
        rules.iter().collect()
    }
}
