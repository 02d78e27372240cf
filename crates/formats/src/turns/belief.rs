//! Which of the places where a label may stand are labels.

use std::collections::HashMap;

use super::find::{Candidate, Family, Line};
use super::head::Shape;
use super::names::Likeness;

/// Which of `candidates` are labels, in order; of each line one at most.
pub fn believed<'c, 't>(
    candidates: &'c [Candidate<'t>],
    lines: &[Line<'_>],
    patterns: usize,
) -> Vec<&'c Candidate<'t>> {
    let written = lines.iter().filter(|line| !line.blank).count();
    let mut families = vec![
        Family::Shape(Shape::Timed),
        Family::Under,
        Family::Shape(Shape::Colon),
        Family::Shape(Shape::Tab),
        Family::Shape(Shape::Dot),
        Family::Bold,
    ];
    // The kind of which there are most; of two the one that is less likely by chance.
    let mut best: Vec<&Candidate<'t>> = Vec::new();
    for &family in &families {
        let labels = of_family(family, candidates, lines, written);
        if labels.len() > best.len() {
            best = labels;
        }
    }
    let mut shown: Vec<&Candidate<'t>> = Vec::new();
    for family in (0..patterns).map(Family::Shown) {
        shown.extend(of_family(family, candidates, lines, written));
        families.push(family);
    }
    best.append(&mut shown);
    // Labels that are written otherwise, of people of whom it is known that they speak.
    let kind = best.iter().map(|label| label.family).collect::<Vec<_>>();
    let names: HashMap<&str, ()> = best.iter().map(|label| (&*label.key, ())).collect();
    let first = best.iter().map(|label| label.line).min().unwrap_or_default();
    let others = candidates.iter().filter(|label| {
        let set_off = matches!(label.family, Family::Shape(Shape::Colon | Shape::Timed));
        set_off && label.line >= first && !kind.contains(&label.family) && names.contains_key(&*label.key)
    });
    let others: Vec<_> = others.collect();
    best.extend(others);
    best.sort_by_key(|label| (label.last_line, !matches!(label.family, Family::Shown(_)), label.start));
    best.dedup_by_key(|label| label.last_line);
    best
}

/// The labels of one kind.
fn of_family<'c, 't>(
    family: Family,
    candidates: &'c [Candidate<'t>],
    lines: &[Line<'_>],
    written: usize,
) -> Vec<&'c Candidate<'t>> {
    let shown = matches!(family, Family::Shown(_));
    let mut all: Vec<&Candidate<'t>> = candidates.iter().filter(|label| label.family == family).collect();
    if matches!(family, Family::Shape(Shape::Timed) | Family::Under | Family::Bold) {
        all = followed_by_words(all, lines);
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for label in &all {
        *counts.entry(&*label.key).or_default() += 1;
    }
    let several = counts.len() > 1;
    let none_recurs = counts.values().all(|&count| count < 2);
    let recurs = |label: &Candidate<'_>| {
        let count = counts.get(&*label.key).copied().unwrap_or_default();
        let single = !label.name.contains(' ');
        label.known
            || count >= if label.likeness > Likeness::Weak || single { 2 } else { 3 }
            || (several && none_recurs && label.likeness == Likeness::Part)
    };
    let sure: Vec<bool> = all.iter().map(|label| recurs(label)).collect();
    let recurring: Vec<&&Candidate<'t>> =
        all.iter().zip(&sure).filter(|(_, sure)| **sure).map(|(label, _)| label).collect();
    let names = {
        let mut names: Vec<&str> = recurring.iter().map(|label| &*label.key).collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    };
    let pairs = recurring.len().saturating_sub(1);
    let repeated = all.windows(2).filter(|pair| recurs(pair[0]) && pair[0].key == pair[1].key).count();
    let own_lines = recurring.iter().filter(|label| label.own_line).count() * 2 > recurring.len();
    // Where most labels are of names that occur once, those that recur do so by chance, as in a list.
    let listed = recurring.len() * 2 < all.len();
    let form = |label: &Candidate<'_>| {
        matches!(family, Family::Shape(Shape::Timed) | Family::Under)
            || label.time.is_some()
            || (own_lines && label.own_line)
            || (names >= 3 && !own_lines)
    };
    let mut labels: Vec<&Candidate<'t>> = Vec::new();
    let mut next_sure = vec![None; all.len()];
    let mut next = None;
    for at in (0..all.len()).rev() {
        next_sure[at] = next;
        if sure[at] {
            next = Some(at);
        }
    }
    let mut last_sure: Option<usize> = None;
    for (at, label) in all.iter().enumerate() {
        let once = || {
            if listed || label.likeness < Likeness::Fair || names == 0 {
                return false;
            }
            let between = last_sure.zip(next_sure[at]).is_some_and(|(last, next)| all[last].key == all[next].key);
            // "P3", "M", "م٤": letters that stand for someone.
            let letters = label.name.chars().count() <= 3;
            (between && repeated * 5 <= pairs)
                || form(label)
                || (last_sure.is_some() && (letters || label.likeness == Likeness::Part))
        };
        if sure[at] || once() {
            labels.push(label);
        }
        if sure[at] {
            last_sure = Some(at);
        }
    }
    if plausible(family, &labels, lines, written) || (shown && !labels.is_empty()) { labels } else { Vec::new() }
}

/// Labels that stand alone and have words after them, not another label or a time.
fn followed_by_words<'c, 't>(all: Vec<&'c Candidate<'t>>, lines: &[Line<'_>]) -> Vec<&'c Candidate<'t>> {
    let mut kept = Vec::with_capacity(all.len());
    for (at, label) in all.iter().enumerate() {
        let next =
            lines.iter().enumerate().skip(label.last_line + 1).find(|(_, line)| !line.blank).map(|(number, _)| number);
        let labelled = all.get(at + 1).map(|label| label.line);
        let followed = match next {
            None => at > 0,
            Some(next) => labelled != Some(next) && super::head::only_stamp(lines[next].words).is_none(),
        };
        if !label.own_line || followed {
            kept.push(*label);
        }
    }
    kept
}

/// Whether these labels make a conversation.
fn plausible(family: Family, labels: &[&Candidate<'_>], lines: &[Line<'_>], written: usize) -> bool {
    let Some(first) = labels.first() else { return false };
    let before = lines.iter().take(first.line).filter(|line| !line.blank).count();
    // How many of the lines since the first label have one.
    let lines = written.saturating_sub(before).max(1);
    let share = |percent: usize| labels.len() * 100 >= lines * percent;
    let several = labels.iter().any(|label| label.key != first.key);
    let part = labels.iter().any(|label| label.likeness == Likeness::Part);
    let timed = labels.iter().all(|label| label.time.is_some());
    match family {
        // Cells and bold words are seldom names: there must be a back and forth.
        Family::Shape(Shape::Tab) | Family::Bold => several && labels.len() >= 3 && share(10),
        Family::Shape(Shape::Dot) => several && labels.len() >= 4 && share(10),
        Family::Under | Family::Shape(Shape::Timed) => labels.len() >= 2 && (share(5) || timed),
        _ if !several => labels.len() >= 3 && (share(30) || timed),
        _ if labels.len() < 4 => share(if part { 20 } else { 40 }),
        _ if labels.len() < 8 => share(if part { 2 } else { 8 }),
        _ => share(if part { 1 } else { 2 }),
    }
}
