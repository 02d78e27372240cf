//! The code picker: which codes are offered for what was typed, and in which order.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::project::{Code, Project};

use crate::fold::{Folded, fold, joined};

/// How well a code answers what was typed; the better comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// Its name is just that (or nothing was typed).
    Exact,
    /// Its name begins with it.
    Prefix,
    /// A word of its name begins with it.
    WordPrefix,
    /// It is somewhere in the name.
    Inside,
    /// Each word typed is in the name or in the names above it.
    Path,
    /// The letters typed are in the name in that order, with others between.
    Letters,
}

/// A code on offer.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeOffer {
    /// The code.
    pub code: Rc<Code>,
    /// The names above it, from the topmost theme.
    pub above: Rc<[String]>,
    /// What of its name was typed, in code points, apart and in order; empty if it is in the names above it.
    pub matched: Vec<Range<u32>>,
    /// How well it fits.
    pub fit: Fit,
    /// Whether it is on the quotation already.
    pub applied: bool,
}

/// One row of the picker.
#[derive(Debug, Clone, PartialEq)]
pub enum Offer {
    /// A code that exists.
    Code(CodeOffer),
    /// A new code of that name. It stands after the codes that have what was typed in their names, but ahead of the
    /// vaguer ones, so that a new name typed is not taken for a code that merely has its letters.
    Create(String),
}

/// The codes of a project, ready to be searched. Kept between key strokes.
#[derive(Debug, Clone)]
pub struct CodePicker {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    code: Rc<Code>,
    above: Rc<[String]>,
    name: Folded,
    /// All names from the topmost one down, folded.
    path: String,
}

impl CodePicker {
    /// Reads the codebook of a project.
    pub fn new(project: &Project) -> CodePicker {
        let entries = crate::tree::codes_in_order(&project.codes)
            .into_iter()
            .map(|(code, _)| {
                let mut above: Vec<String> = project.code_path(code.id).into_iter().map(str::to_owned).collect();
                let path = fold(&above.join(" "));
                above.pop();
                Entry { name: Folded::new(&code.name), path, above: above.into(), code }
            })
            .collect();
        CodePicker { entries }
    }

    /// What is offered for `typed`: the better fit first, of equal ones the more recently used (`recent`, the latest
    /// first), then in the order of the tree. `applied` are the codes that the passage has.
    pub fn offers(&self, typed: &str, recent: &[CodeId], applied: &[CodeId]) -> Vec<Offer> {
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let query: Vec<char> = fold(&name).chars().collect();
        let words: Vec<String> = fold(&name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let recency: BTreeMap<CodeId, usize> = recent.iter().enumerate().rev().map(|(n, id)| (*id, n)).collect();
        let mut found: Vec<CodeOffer> = self
            .entries
            .iter()
            .filter_map(|entry| {
                let (fit, matched) = fit(entry, &query, &words)?;
                let matched = matched.into_iter().map(|chars| entry.name.in_original(chars)).collect();
                let applied = applied.contains(&entry.code.id);
                Some(CodeOffer {
                    code: Rc::clone(&entry.code),
                    above: Rc::clone(&entry.above),
                    matched: joined(matched),
                    fit,
                    applied,
                })
            })
            .collect();
        // Stable: what is left equal keeps the order of the tree.
        emic_core::sorting::sort_by_key(&mut found, |offer| {
            (offer.fit, recency.get(&offer.code.id).copied().unwrap_or(usize::MAX))
        });

        // Only the very same name hinders a new one (letters' case apart, as in the codebook): "resume" is not "résumé".
        let lower = name.to_lowercase();
        let is_new = !name.is_empty() && self.entries.iter().all(|entry| entry.code.name.to_lowercase() != lower);
        let create_at = found.partition_point(|offer| offer.fit <= Fit::Inside);
        let mut offers: Vec<Offer> = found.into_iter().map(Offer::Code).collect();
        if is_new {
            offers.insert(create_at, Offer::Create(name));
        }
        offers
    }
}

#[allow(clippy::single_range_in_vec_init, reason = "places in the name, mostly one")]
/// How an entry answers, and where its folded name has what was typed.
fn fit(entry: &Entry, query: &[char], words: &[String]) -> Option<(Fit, Vec<Range<usize>>)> {
    let name = &entry.name.chars;
    if query.is_empty() {
        return Some((Fit::Exact, Vec::new()));
    }
    if name.starts_with(query) {
        let fit = if name.len() == query.len() { Fit::Exact } else { Fit::Prefix };
        return Some((fit, vec![0..query.len()]));
    }
    let places = || (0..name.len()).filter(|&at| name[at..].starts_with(query));
    let starts_word = |at: &usize| *at == 0 || !name[*at - 1].is_alphanumeric();
    if let Some(at) = places().find(starts_word) {
        return Some((Fit::WordPrefix, vec![at..at + query.len()]));
    }
    if let Some(at) = places().next() {
        return Some((Fit::Inside, vec![at..at + query.len()]));
    }
    if words.iter().all(|word| entry.path.contains(word.as_str())) {
        let matched = words.iter().flat_map(|word| entry.name.find_all(&word.chars().collect::<Vec<_>>())).collect();
        return Some((Fit::Path, matched));
    }
    let mut at = 0;
    let mut matched = Vec::with_capacity(query.len());
    for wanted in query.iter().filter(|c| **c != ' ') {
        let found = at + name[at..].iter().position(|c| c == wanted)?;
        matched.push(found..found + 1);
        at = found + 1;
    }
    Some((Fit::Letters, matched))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::project_of_codes;
    use proptest::prelude::*;

    /// Codes by number, name and parent's number (0 for none).
    fn picker(codes: &[(u128, &str, u128)]) -> CodePicker {
        CodePicker::new(&project_of_codes(codes))
    }

    /// The offers for people: what was matched in brackets, `*` after an applied one, `+` before a new one.
    fn drawn(offers: &[Offer]) -> Vec<String> {
        offers
            .iter()
            .map(|offer| match offer {
                Offer::Create(name) => format!("+{name}"),
                Offer::Code(offer) => {
                    let mut out = String::new();
                    for (n, c) in offer.code.name.chars().enumerate() {
                        let n = n as u32;
                        if offer.matched.iter().any(|range| range.start == n) {
                            out.push('[');
                        }
                        out.push(c);
                        if offer.matched.iter().any(|range| range.end == n + 1) {
                            out.push(']');
                        }
                    }
                    format!("{out}{}", if offer.applied { "*" } else { "" })
                }
            })
            .collect()
    }

    const CODES: &[(u128, &str, u128)] = &[
        (1, "Feelings", 0),
        (2, "Fear", 1),
        (3, "No fear", 1),
        (4, "Fearless", 1),
        (5, "Life far away", 0),
        (6, "Résumé", 0),
        (7, "أمل", 1),
        (8, "unfearing", 0),
    ];

    #[test]
    fn the_better_fit_comes_first() {
        let picker = picker(CODES);
        for (typed, expected) in [
            ("fear", vec!["[Fear]", "[Fear]less", "No [fear]", "un[fear]ing", "Li[fe] f[ar] away"]),
            ("FEAR ", vec!["[Fear]", "[Fear]less", "No [fear]", "un[fear]ing", "Li[fe] f[ar] away"]),
            ("far", vec!["Life [far] away", "+far", "[F]e[ar]", "No [f]e[ar]", "[F]e[ar]less", "un[f]e[ar]ing"]),
            ("resume", vec!["[Résumé]", "+resume"]),
            ("résumé", vec!["[Résumé]"]),
            ("امل", vec!["[أمل]", "+امل"]),
            ("أَمل", vec!["[أمل]", "+أَمل"]),
            ("feelings fear", vec!["+feelings fear", "[Fear]", "No [fear]", "[Fear]less"]),
            ("  hope  for   all ", vec!["+hope for all"]),
        ] {
            assert_eq!(drawn(&picker.offers(typed, &[], &[])), expected, "{typed}");
        }
    }

    #[test]
    fn recent_codes_come_first_among_equals() {
        let picker = picker(CODES);
        let id = CodeId::from_number;
        let recent = [id(6), id(4), id(99), id(6)];
        let names = drawn(&picker.offers(" ", &recent, &[id(2)]));
        assert_eq!(names, ["Résumé", "Fearless", "Feelings", "Fear*", "No fear", "أمل", "Life far away", "unfearing"]);
        let fit = drawn(&picker.offers("fe", &recent, &[]));
        assert_eq!(fit[..3], ["[Fe]arless", "[Fe]elings", "[Fe]ar"]);
        let Offer::Code(first) = &picker.offers("fearl", &[], &[])[0] else { panic!("a code") };
        assert_eq!(*first.above, ["Feelings".to_owned()]);
    }

    proptest! {
        #[test]
        fn what_is_offered_is_sound(typed in "[ a-eéA-C]{0,6}", names in prop::collection::vec("[a-eé]{1,3}( [a-e]{1,3})?", 1..20)) {
            let codes: Vec<(u128, &str, u128)> = names.iter().enumerate().map(|(n, name)| (n as u128 + 1, name.as_str(), n as u128 / 2)).collect();
            let offers = picker(&codes).offers(&typed, &[], &[]);
            let exact = names.iter().any(|name| name.to_lowercase() == typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
            let new = offers.iter().filter(|offer| matches!(offer, Offer::Create(_))).count();
            prop_assert_eq!(new == 1, !exact && !typed.trim().is_empty());
            let found: Vec<&CodeOffer> = offers.iter().filter_map(|offer| match offer { Offer::Code(code) => Some(code), _ => None }).collect();
            prop_assert!(found.windows(2).all(|pair| pair[0].fit <= pair[1].fit));
            for offer in found {
                prop_assert!(offer.matched.windows(2).all(|pair| pair[0].end < pair[1].start));
                prop_assert!(offer.matched.last().is_none_or(|last| last.end <= offer.code.name.chars().count() as u32));
                let fits = matches!(offer.fit, Fit::Path) || typed.trim().is_empty() || !offer.matched.is_empty();
                prop_assert!(fits);
            }
        }
    }
}
