//! What stands beside the words of a paragraph: who speaks and when, which page begins; and how its words are set off.

use std::rc::Rc;

use emic_core::ids::SpeakerId;
use emic_core::project::{Structure, Style};
use emic_core::text::{Pos, Span};

/// Who speaks in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    /// The speaker.
    pub speaker: SpeakerId,
    /// Its place among the document's speakers, from 0.
    pub nth: usize,
    /// Where the turn begins.
    pub turn: Pos,
    /// The speaker's name, if the turn begins in this paragraph.
    pub begins: Option<Rc<str>>,
}

/// How words are set off from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// They are the label of a turn, which the margin says too.
    pub label: bool,
    /// In bold.
    pub bold: bool,
    /// In italic.
    pub italic: bool,
}

/// All that stands beside the words of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aside {
    /// Who speaks: in the first turn that begins in it, or else in the one that it goes on with.
    pub speech: Option<Speech>,
    /// When it was said, in milliseconds, where a time is new: at the start of a turn, or at one later in it.
    pub ms: Option<u32>,
    /// The labels of the pages that begin in it.
    pub pages: Vec<String>,
    /// The part of a label that is in it.
    pub label: Option<Span>,
}

/// The structure of a document, made ready for asking of each paragraph.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    structure: Rc<Structure>,
    names: Vec<Rc<str>>,
    bold: Vec<Span>,
    italic: Vec<Span>,
}

impl Beside {
    /// Of a structure.
    pub fn of(structure: &Rc<Structure>) -> Beside {
        let styled = |style| {
            let styles = structure.styles.iter().filter(|styled| styled.style == style);
            styles.map(|styled| styled.span).collect()
        };
        Beside {
            structure: Rc::clone(structure),
            names: structure.speakers.iter().map(|speaker| speaker.name.as_str().into()).collect(),
            bold: styled(Style::Bold),
            italic: styled(Style::Italic),
        }
    }

    /// The structure that this is of.
    pub fn structure(&self) -> &Rc<Structure> {
        &self.structure
    }

    /// What stands beside the paragraph at `span`, which its line end is not in.
    pub fn paragraph(&self, span: Span) -> Aside {
        let Structure { turns, times, pages, speakers, .. } = &*self.structure;
        // A blank paragraph holds its own start.
        let end = Pos(span.end.0.max(span.start.0 + 1));
        let first = turns.partition_point(|turn| turn.span.start < span.start);
        let begins = turns.get(first).filter(|turn| turn.span.start < end);
        let before = first.checked_sub(1).and_then(|n| turns.get(n));
        let turn = begins.or(before.filter(|turn| turn.span.end > span.start));
        let own = times.partition_point(|time| time.at < span.start);
        let own_time = times.get(own).filter(|time| time.at < end);
        let ms = match turn {
            Some(turn) if begins.is_some() => self.structure.first_time(turn),
            // The first time of a turn stands where that begins.
            Some(turn) => own_time
                .filter(|_| {
                    let earlier = own.checked_sub(1).and_then(|n| times.get(n));
                    earlier.is_some_and(|earlier| earlier.at >= turn.span.start)
                })
                .map(|time| time.ms),
            None => own_time.map(|time| time.ms),
        };
        let speech = turn.and_then(|turn| {
            let nth = speakers.iter().position(|speaker| speaker.id == turn.speaker)?;
            let begins = begins.and_then(|_| self.names.get(nth).cloned());
            Some(Speech { speaker: turn.speaker, nth, turn: turn.span.start, begins })
        });
        let page = pages.partition_point(|page| page.at < span.start);
        let label = turn.and_then(|turn| turn.label.intersection(span));
        Aside {
            speech,
            ms,
            pages: pages[page..].iter().take_while(|page| page.at < end).map(|page| page.label.clone()).collect(),
            label,
        }
    }

    /// The words of a paragraph that are set off, in order and apart from each other: its label, and what is bold or
    /// italic after that.
    pub fn looks(&self, span: Span, label: Option<Span>) -> Vec<(Span, Look)> {
        let mut set_off = Vec::new();
        set_off.extend(label.map(|label| (label, Look { label: true, ..Look::default() })));
        let words = Span::between(label.map_or(span.start, |label| label.end), span.end);
        let (bold, italic) = (parts(&self.bold, words), parts(&self.italic, words));
        let mut cuts: Vec<Pos> = bold.iter().chain(&italic).flat_map(|part| [part.start, part.end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        for ends in cuts.windows(2) {
            let part = Span { start: ends[0], end: ends[1] };
            let has = |parts: &[Span]| parts.iter().any(|styled| styled.contains_span(part));
            let look = Look { label: false, bold: has(&bold), italic: has(&italic) };
            if look != Look::default() {
                set_off.push((part, look));
            }
        }
        set_off
    }
}

/// What of `words` spans cover that do not overlap and stand in the order of the text.
fn parts(spans: &[Span], words: Span) -> Vec<Span> {
    let first = spans.partition_point(|span| span.end <= words.start);
    spans[first..].iter().map_while(|span| span.intersection(words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use emic_core::project::{Page, Role, Speaker, Styled, TimeMark, Turn};
    use emic_core::text::Text;

    const TALK: &str = "A study\nAna: Who came?\nBen (0:05)\nAll of\n\nthem, at night.\nAna: Mm.\nThe end";

    /// Ana asks, Ben answers in two paragraphs under a label of its own, Ana again; the rest is nobody's.
    fn talk() -> (Text, Beside) {
        let text = Text::new(TALK);
        let at = |words: &str| TALK.find(words).map(|byte| TALK[..byte].chars().count() as u32).unwrap();
        let speaker = |n, name: &str| Speaker::new(SpeakerId::from_number(n), name, Role::Participant);
        let turn = |n, start, words, end| Turn::new(Span::new(start, end), Pos(words), SpeakerId::from_number(n));
        let styled = |from: &str, to: &str, style| Styled { span: Span::new(at(from), at(to)), style };
        let (ben, all, again) = (at("Ben"), at("All"), at("Ana: Mm"));
        let structure = Structure {
            speakers: vec![speaker(1, "Ana"), speaker(2, "Ben")],
            turns: vec![
                turn(1, at("Ana"), at("Who"), ben - 1),
                turn(2, ben, all, again - 1),
                turn(1, again, again + 5, at("The end") - 1),
            ],
            times: [(all, 5000), (at("them"), 7000), (at("The"), 9000)]
                .map(|(at, ms)| TimeMark { at: Pos(at), ms })
                .to_vec(),
            pages: [(0, "1"), (at("Ben"), "2"), (at("night"), "3")]
                .map(|(at, label)| Page { at: Pos(at), label: label.into() })
                .to_vec(),
            styles: vec![
                styled("Ana", "came", Style::Bold),
                styled("Who", "?", Style::Italic),
                styled("them", "Ana: Mm", Style::Italic),
            ],
            ..Structure::default()
        };
        (text, Beside::of(&Rc::new(structure)))
    }

    #[test]
    fn each_paragraph_knows_who_speaks_and_when() {
        let (text, beside) = talk();
        let shown = |index: usize| {
            let aside = beside.paragraph(text.paragraphs()[index]);
            let who = aside.speech.map(|speech| (speech.nth, speech.begins.as_deref().map(str::to_owned)));
            (who, aside.ms, aside.pages.concat(), aside.label.map(|label| text.slice(label).to_owned()))
        };
        let (ana, ben) = (Some((0, Some("Ana".to_owned()))), Some((1, Some("Ben".to_owned()))));
        assert_eq!(shown(0), (None, None, "1".into(), None));
        assert_eq!(shown(1), (ana.clone(), None, String::new(), Some("Ana: ".into())));
        assert_eq!(shown(2), (ben, Some(5000), "2".into(), Some("Ben (0:05)".into())));
        assert_eq!(shown(3), (Some((1, None)), None, String::new(), None), "its time stands with the name");
        assert_eq!(shown(4), (Some((1, None)), None, String::new(), None), "a blank line in a turn");
        assert_eq!(shown(5), (Some((1, None)), Some(7000), "3".into(), None));
        assert_eq!(shown(6), (ana, None, String::new(), Some("Ana: ".into())));
        assert_eq!(shown(7), (None, Some(9000), String::new(), None));
    }

    #[test]
    fn labels_and_styles_are_set_off_and_nothing_else() {
        let (text, beside) = talk();
        let shown = |index: usize| {
            let span = text.paragraphs()[index];
            let looks = beside.looks(span, beside.paragraph(span).label);
            let drawn = looks.into_iter().map(|(part, look)| {
                let signs = [(look.label, "l"), (look.bold, "b"), (look.italic, "i")];
                let signs: String = signs.into_iter().filter_map(|(has, sign)| has.then_some(sign)).collect();
                format!("{signs}<{}>", text.slice(part))
            });
            drawn.collect::<Vec<_>>().join("")
        };
        assert_eq!(shown(0), "");
        assert_eq!(shown(1), "l<Ana: >bi<Who >i<came>");
        assert_eq!(shown(2), "l<Ben (0:05)>");
        assert_eq!(shown(5), "i<them, at night.>");
        assert_eq!(shown(6), "l<Ana: >");
    }
}
