//! What of a sentence is compared: its words without endings, and how much each says.

use std::collections::BTreeSet;

use crate::fold::{Keep, folded};
use crate::sorting::to_set;

/// Words that every interviewer says, folded: they say nothing of what is asked.
const EMPTY: &str = "a an the and or but if so of to in on at by for from with about into as is are was were be been \
being am do does did have has had can could would will should may might shall i me my we us our you your yours he she \
they them their his her it its this that these those there here what which who whom whose when where why how tell \
describe explain please talk speak say let lets like just maybe perhaps really very also then now well okay ok yeah \
yes no not right thanks thank bit little some any kind sort thing things way mean know think guess question next \
another one more us go going get got want ask asking wonder wondering hear during through throughout anybody anyone \
somebody someone something anything else time times period little give take come back like would made make point \
في من الي علي عن مع هل ما ماذا كيف لماذا متي اين اي من كم هذا هذه ذلك تلك هو هي هم انت انتم انا نحن كان كانت كنت يكون \
تكون ان لا لم لن قد لو اذا ثم او ام بعد قبل عند كل بعض شو ايش ليش وين طيب نعم تمام شكرا حدثنا حدثني حدثيني احك احكي \
اخبرني اخبرنا اخبريني صف صفي ممكن يمكن تقول تقولي لي لنا لك لكم منك عنه عنها الذي التي الان سؤال اريد اود نسال خلال اثناء احد فتره الفتره تلك داخل اخيرا شيء كل هناك";

/// What keeps someone speaking is made of these, folded, beside empty words.
const PROBES: &str = "mm hm mhm uh huh aha ah oh wow sure continue example happen feel elaborate further again sorry \
still exactly interesting see حدث حصل صار مثال مثلا اكثر وضح توضيح تفصيل اكمل تابع ايضا كمان يعني تقصد تقصدين بالضبط \
هكذا فعلا حقا مممم اها تفضل تفضلي";

/// A word as it is compared.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// Folded, without endings and particles.
    pub stem: String,
    /// The three-character pieces of the stem with its edges, sorted.
    pieces: Vec<[char; 3]>,
}

/// Which words say nothing of what is asked.
pub(super) struct Common {
    empty: BTreeSet<String>,
    probes: BTreeSet<String>,
}

impl Common {
    pub fn new() -> Common {
        let mut empty = to_set(EMPTY.split_whitespace().map(str::to_owned));
        empty.extend(EMPTY.split_whitespace().map(stem));
        Common { empty, probes: to_set(PROBES.split_whitespace().map(stem)) }
    }

    /// The stems of the words that say something; of all words if none does.
    pub fn telling(&self, text: &str) -> Vec<String> {
        let stems = || plain_words(text).map(|word| (self.is_empty(&word), stem(&word)));
        let telling: Vec<_> = stems().filter(|(empty, stem)| !empty && !self.empty.contains(stem)).collect();
        let chosen = if telling.is_empty() { stems().collect() } else { telling };
        chosen.into_iter().map(|(_, stem)| stem).collect()
    }

    /// Whether a text says more than what keeps someone speaking.
    pub fn says_something(&self, text: &str) -> bool {
        plain_words(text).any(|word| {
            let stem = stem(&word);
            let common = self.is_empty(&word) || self.empty.contains(&stem) || self.probes.contains(&stem);
            !common && word.chars().count() > 2
        })
    }

    fn is_empty(&self, word: &str) -> bool {
        self.empty.contains(word) || word.chars().count() < 2
    }
}

/// The words, folded; of "don't" what stands before the apostrophe.
fn plain_words(text: &str) -> impl Iterator<Item = String> {
    let folded = folded(text, Keep::default());
    let parts = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').map(|word| word.trim_matches('\''));
    let words = parts.map(|word| word.split('\'').next().unwrap_or(word).to_owned());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().into_iter()
}

/// A word without what is put before and after it. Rough on purpose: what is left is compared by its pieces, so that
/// "travelled" and "travels" need not become the same, only alike.
fn stem(word: &str) -> String {
    let arabic = word.chars().next().is_some_and(|c| ('\u{621}'..='\u{64a}').contains(&c));
    let (before, after): (&[&str], &[&str]) = if arabic {
        (
            &["وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل"],
            &[
                "كما", "هما", "تكم", "تهم", "تما", "تم", "تن", "ها", "هم", "هن", "كم", "كن", "نا", "ات", "ون", "ين",
                "ان", "تك", "ته", "ني", "ه", "ك", "ي",
            ],
        )
    } else {
        (
            &[],
            &[
                "nesses", "ations", "ation", "ments", "ment", "ings", "ness", "ing", "ies", "ied", "ers", "ed", "es",
                "ly", "er", "s", "e", "y",
            ],
        )
    };
    // Three letters at least are left: a root.
    let long = |rest: &str| rest.chars().count() >= 3;
    let word = before.iter().filter_map(|start| word.strip_prefix(start)).find(|rest| long(rest)).unwrap_or(word);
    let word = after.iter().filter_map(|end| word.strip_suffix(end)).find(|rest| long(rest)).unwrap_or(word);
    if arabic { root(word) } else { word.to_owned() }
}

/// The firm letters of an Arabic stem, without the person of a verb: words of one root become the same. The stem itself
/// if fewer than three letters are left.
fn root(stem: &str) -> String {
    let firm: String = stem.chars().filter(|c| !matches!(c, 'ا' | 'و' | 'ي' | 'ء')).collect();
    let count = firm.chars().count();
    let verb = firm.strip_prefix(['ت', 'ي', 'ن']).filter(|_| count >= 4);
    if count < 3 { stem.to_owned() } else { verb.unwrap_or(&firm).to_owned() }
}

impl Word {
    /// Of a stem.
    pub fn new(stem: String) -> Word {
        let edged: Vec<char> = std::iter::once(' ').chain(stem.chars()).chain(std::iter::once(' ')).collect();
        let pieces = edged.windows(3).filter_map(|piece| <[char; 3]>::try_from(piece).ok());
        let pieces = to_set(pieces).into_iter().collect();
        Word { stem, pieces }
    }

    /// How alike two words are, from 0 to 1: by the pieces that both have (the coefficient of Dice).
    pub fn likeness(&self, other: &Word) -> f32 {
        if self.stem == other.stem {
            return 1.0;
        }
        let (mut a, mut b, mut both) = (0, 0, 0u16);
        while let (Some(x), Some(y)) = (self.pieces.get(a), other.pieces.get(b)) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => (a, b, both) = (a + 1, b + 1, both + 1),
            }
        }
        let all = self.pieces.len() + other.pieces.len();
        if all == 0 { 0.0 } else { 2.0 * f32::from(both) / all as f32 }
    }
}
