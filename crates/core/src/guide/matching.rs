//! Which turn seems to ask which question.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::features::{Common, Word};
use super::lines::looks_like_question;
use crate::ids::QuestionId;
use crate::project::{Asked, Asks, Project, Role, Structure};
use crate::sorting::to_map;
use crate::text::{Pos, Text};

/// How like a question a turn must be to be taken for it, from 0 to 1. Chosen on the labelled turns of the tests.
const ALIKE: f32 = 0.36;

/// Words less alike than this are other words.
const SAME_WORD: f32 = 0.5;

/// What it counts for that a question follows the one asked before it in the guide; as much against one that was
/// passed already.
const ORDER: f32 = 0.06;

/// Of what is longer, in words, the end is read: there the question stands.
const LONG: usize = 120;

/// The guide made ready for being found in conversations.
pub struct Matcher {
    common: Common,
    /// The words of all questions.
    vocabulary: Vec<Word>,
    /// Of each of these words the questions that it is in.
    within: Vec<Vec<usize>>,
    questions: Vec<Ready>,
    /// Of each stem met so far the words that it is like, and how much.
    known: BTreeMap<String, Like>,
}

/// Places in the vocabulary, and how alike these words are.
type Like = Rc<[(usize, f32)]>;

struct Ready {
    id: QuestionId,
    /// Places in the vocabulary, with how much each word tells.
    words: Vec<(usize, f32)>,
    weight: f32,
}

impl Matcher {
    /// Of the questions in the order of the guide.
    pub fn new<'a>(guide: impl IntoIterator<Item = (QuestionId, &'a str)>) -> Matcher {
        let common = Common::new();
        let (mut vocabulary, mut within, mut all) = (Vec::<Word>::new(), Vec::<Vec<usize>>::new(), Vec::new());
        for (id, question) in guide {
            let mut places = Vec::new();
            for stem in common.telling(question) {
                let place = vocabulary.iter().position(|word| word.stem == stem).unwrap_or(vocabulary.len());
                if place == vocabulary.len() {
                    vocabulary.push(Word::new(stem));
                    within.push(Vec::new());
                }
                if let Some(within) = within.get_mut(place).filter(|within| within.last() != Some(&all.len())) {
                    within.push(all.len());
                    places.push(place);
                }
            }
            all.push((id, places));
        }
        let count = all.len() as f32;
        // Inverse document frequency over the guide, smoothed: what many questions say tells them less apart.
        let weigh = |place: usize| (1.0 + count / within.get(place).map_or(1, Vec::len).max(1) as f32).ln();
        let mut questions = Vec::with_capacity(all.len());
        for (id, places) in all {
            let words: Vec<_> = places.into_iter().map(|place| (place, weigh(place))).collect();
            let weight = words.iter().map(|(_, weight)| weight).sum();
            questions.push(Ready { id, words, weight });
        }
        Matcher { common, vocabulary, within, questions, known: BTreeMap::new() }
    }

    /// Of a project's guide.
    pub fn of(project: &Project) -> Matcher {
        let guide = project.guide();
        Matcher::new(guide.iter().map(|question| (question.id, question.words.as_str())))
    }

    /// What seems to be asked in a conversation: of the turns of those who ask, by the place where each begins. Turns
    /// of which nothing is said here ask nothing, or are probes. Where nobody is known to ask, any turn may ask a
    /// question of the guide.
    pub fn suggest(&mut self, text: &Text, structure: &Structure) -> Vec<(Pos, Asked)> {
        let asks = |turn: &&crate::project::Turn| {
            structure.speaker(turn.speaker).is_some_and(|speaker| speaker.role == Role::Interviewer)
        };
        let known = structure.turns.iter().any(|turn| asks(&turn));
        let turns: Vec<_> = structure.turns.iter().filter(|turn| !known || asks(turn)).collect();
        let mut scores = Vec::with_capacity(turns.len());
        for turn in &turns {
            scores.push(self.scores(text.slice(turn.words())));
        }
        let best = self.in_order(&scores);
        let mut found = Vec::new();
        for (turn, best) in turns.iter().zip(best) {
            let what = match best.and_then(|at| self.questions.get(at)) {
                Some(question) => Some(Asked::Guide(question.id)),
                None => (known && self.asks_something(text.slice(turn.words()))).then_some(Asked::Other),
            };
            found.extend(what.map(|what| (turn.span.start, what)));
        }
        found
    }

    /// How like each question of the guide something said is, from 0 to 1.
    pub(super) fn scores(&mut self, said: &str) -> Vec<f32> {
        let mut sentences = Vec::new();
        for sentence in self::sentences(said) {
            let stems = self.common.telling(sentence);
            sentences.push(stems.into_iter().map(|stem| self.like(stem)).collect::<Vec<_>>());
        }
        let mut best = vec![0.0f32; self.questions.len()];
        let (one, two) = (sentences.chunks(1), sentences.windows(2));
        for passage in one.chain(two).chain(std::iter::once(sentences.as_slice())) {
            self.score(passage, &mut best);
        }
        best
    }

    /// The words of the guide that a stem is like.
    fn like(&mut self, stem: String) -> Like {
        if let Some(known) = self.known.get(&stem) {
            return Rc::clone(known);
        }
        let word = Word::new(stem);
        let all = self.vocabulary.iter().map(|other| word.likeness(other)).enumerate();
        let like: Like = all.filter(|(_, likeness)| *likeness > SAME_WORD).collect();
        self.known.insert(word.stem, Rc::clone(&like));
        like
    }

    /// Raises `best` to how like each question a passage is: the harmonic mean of how much of the question is said and
    /// how much of what is said is in the question. The first counts three times as much, since people say more than is
    /// written in the guide.
    fn score(&self, passage: &[Vec<Like>], best: &mut [f32]) {
        let mut said = vec![0.0f32; self.vocabulary.len()];
        let mut meant = vec![0.0f32; self.questions.len()];
        let mut count = 0.0;
        let mut of_word = vec![0.0f32; self.questions.len()];
        for word in passage.iter().flatten() {
            count += 1.0;
            for (place, likeness) in word.iter() {
                if let Some(said) = said.get_mut(*place) {
                    *said = said.max(*likeness);
                }
                for question in self.within.get(*place).into_iter().flatten() {
                    if let Some(of_word) = of_word.get_mut(*question) {
                        *of_word = of_word.max(*likeness);
                    }
                }
            }
            if !word.is_empty() {
                for (meant, of_word) in meant.iter_mut().zip(&mut of_word) {
                    *meant += std::mem::take(of_word);
                }
            }
        }
        for ((question, meant), best) in self.questions.iter().zip(meant).zip(best) {
            if meant > 0.0 {
                let said = question.words.iter().map(|(place, weight)| weight * said.get(*place).unwrap_or(&0.0));
                let (said, meant) = (said.sum::<f32>() / question.weight, meant / count);
                *best = best.max(4.0 * said * meant / (said + 3.0 * meant));
            }
        }
    }

    /// Whether something is asked that begins another answer, and does not only keep someone speaking.
    fn asks_something(&self, said: &str) -> bool {
        sentences(said).into_iter().any(|words| looks_like_question(words) && self.common.says_something(words))
    }

    /// Of every turn the question, chosen so that all of them together are as alike as possible, where it counts for a
    /// question that it follows the one before it in the guide (Viterbi over which question was asked last).
    fn in_order(&self, scores: &[Vec<f32>]) -> Vec<Option<usize>> {
        let states = self.questions.len() + 1;
        // Of each question (0: none yet) asked last: what all before adds up to.
        let mut sums = vec![f32::NEG_INFINITY; states];
        if let Some(first) = sums.first_mut() {
            *first = 0.0;
        }
        let mut from: Vec<Vec<(usize, bool)>> = Vec::with_capacity(scores.len());
        for turn in scores {
            let mut next = sums.clone();
            // Nothing asked: what was asked last stays.
            let mut came: Vec<(usize, bool)> = (0..states).map(|state| (state, false)).collect();
            for (at, score) in turn.iter().enumerate().filter(|(_, score)| **score >= ALIKE) {
                let to = at + 1;
                for (last, sum) in sums.iter().enumerate() {
                    let hint = match to {
                        _ if last == 0 => 0.0,
                        _ if to == last => -ORDER / 2.0,
                        _ if to < last => -ORDER,
                        _ if to - last <= 2 => ORDER,
                        _ => 0.0,
                    };
                    // What is just alike enough is worth little, but more than nothing.
                    let total = sum + (score - ALIKE + ORDER + 0.01) + hint;
                    if next.get(to).is_none_or(|known| total > *known)
                        && let (Some(next), Some(came)) = (next.get_mut(to), came.get_mut(to))
                    {
                        *next = total;
                        *came = (last, true);
                    }
                }
            }
            sums = next;
            from.push(came);
        }
        let mut state = 0;
        for (at, sum) in sums.iter().enumerate() {
            if sums.get(state).is_none_or(|best| sum > best) {
                state = at;
            }
        }
        let mut found = vec![None; scores.len()];
        for (turn, came) in found.iter_mut().zip(&from).rev() {
            let Some(&(last, asked)) = came.get(state) else { continue };
            if asked {
                *turn = Some(state - 1);
            }
            state = last;
        }
        found
    }
}

/// The sentences of a turn, of its end if it is long.
fn sentences(said: &str) -> Vec<&str> {
    let starts = said.char_indices().zip(said.chars().skip(1));
    let starts: Vec<usize> =
        starts.filter(|((_, c), next)| c.is_whitespace() && !next.is_whitespace()).map(|((at, _), _)| at).collect();
    let cut = starts.len().checked_sub(LONG).and_then(|over| starts.get(over)).copied().unwrap_or_default();
    let end = |c: char| matches!(c, '.' | '!' | '?' | '؟' | '？' | '。' | '…' | ';' | '؛' | '\n');
    let found = said.get(cut..).unwrap_or(said).split_inclusive(end).map(str::trim);
    found.filter(|sentence| !sentence.is_empty()).collect()
}

/// A conversation's turns with what was suggested for them, where that is anything new: what someone has confirmed
/// stays, and what was suggested before and is not any more goes.
pub fn rematched(structure: &Structure, suggested: &[(Pos, Asked)]) -> Vec<(Pos, Option<Asks>)> {
    let suggested: BTreeMap<Pos, Asked> = to_map(suggested.iter().copied());
    let mut changed = Vec::new();
    for turn in structure.turns.iter().filter(|turn| turn.asks.is_none_or(|asks| !asks.confirmed)) {
        let asks = suggested.get(&turn.span.start).map(|&what| Asks { what, confirmed: false });
        if asks != turn.asks {
            changed.push((turn.span.start, asks));
        }
    }
    changed
}
