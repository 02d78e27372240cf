//! Letters with marks, taken apart.

use std::sync::OnceLock;

/// A line for each mark: its number, then pairs of a letter with it and the letter without it; the number 0 where only
/// the letter is another. From the canonical
/// decompositions of Unicode's `UnicodeData.txt` for Latin, Greek, Cyrillic, Hebrew and Arabic.
const TABLE: &str = include_str!("decomposed.txt");

/// Letter with mark, letter, mark; sorted by the first.
static PAIRS: OnceLock<Vec<(char, char, char)>> = OnceLock::new();

fn pairs() -> &'static [(char, char, char)] {
    PAIRS.get_or_init(|| {
        let mut pairs: Vec<(char, char, char)> = Vec::new();
        for line in TABLE.lines() {
            let mut entries = line.split(' ');
            let mark = entries.next().and_then(|number| u32::from_str_radix(number, 16).ok()).and_then(char::from_u32);
            let Some(mark) = mark else { continue };
            pairs.extend(entries.filter_map(|pair| {
                let mut letters = pair.chars();
                Some((letters.next()?, letters.next()?, mark))
            }));
        }
        crate::sorting::sort_by_key(&mut pairs, |pair| pair.0);
        pairs
    })
}

fn pair(c: char) -> Option<(char, char)> {
    let pairs = pairs();
    let at = pairs.binary_search_by_key(&c, |pair| pair.0).ok()?;
    Some((pairs[at].1, pairs[at].2))
}

/// Gives the letter, then its marks from the innermost on.
pub(super) fn parts(c: char, put: &mut impl FnMut(char)) {
    let mut marks = [None; 5];
    let mut letter = c;
    for slot in &mut marks {
        let Some((inner, mark)) = pair(letter) else { break };
        (letter, *slot) = (inner, Some(mark));
    }
    put(letter);
    marks.into_iter().rev().flatten().filter(|mark| *mark != '\0').for_each(put);
}

/// The letter without any of its marks.
pub(super) fn bare(c: char) -> char {
    let mut letter = c;
    while let Some((inner, _)) = pair(letter) {
        letter = inner;
    }
    letter
}
