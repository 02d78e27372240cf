//! What becomes of a text that was taken out of a file before it is brought in: tidied, and with its speakers found.

use emic_core::project::{Structure, TextRef};
use emic_core::text::Text;
use serde::{Deserialize, Serialize};

use super::{Extract, Format, Voice};
use crate::text_file::{document_blocks, text_ref};
use crate::tidy::{RuleSet, Tidied, tidy};
use crate::turns::{Correction, Detection, Pattern, detect};

/// What people chose for a text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// The rules that tidy it.
    pub rules: RuleSet,
    /// Labels of speakers that were shown.
    pub patterns: Vec<Pattern>,
    /// What was corrected in what was found, in order.
    pub corrections: Vec<Correction>,
    /// Nobody speaks in it, whatever it looks like.
    pub no_speakers: bool,
}

/// What stands beside the words of a text as it was taken out of its file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    /// The format that it was read as.
    pub format: Format,
    /// Blocks, styles, pages and times.
    pub structure: Structure,
    /// Who speaks, as far as the format says it.
    pub voices: Vec<Voice>,
}

impl Beside {
    /// What stands beside the words of an extract.
    pub fn of(extract: &Extract) -> Beside {
        let (structure, voices) = (extract.structure.clone(), extract.voices.clone());
        Beside { format: extract.format, structure, voices }
    }
}

/// A text as it will be brought in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prepared {
    /// The plan that this is of.
    pub plan: Plan,
    /// What tidying does to it.
    pub tidied: Tidied,
    /// What it would do with every rule.
    pub with_all: Tidied,
    /// The text after it, if anything changes.
    pub text: Option<TextRef>,
    /// What stands beside the words after it, without speakers and turns.
    pub structure: Structure,
    /// Who speaks when, after it.
    pub detection: Detection,
}

/// Prepares a text. Takes time in proportion to its length.
pub fn prepare(text: &str, beside: &Beside, plan: &Plan) -> Prepared {
    prepare_with(text, beside, plan, tidy(text, RuleSet::ALL))
}

/// The same, where what all rules would do is known.
pub(super) fn prepare_with(text: &str, beside: &Beside, plan: &Plan, mut with_all: Tidied) -> Prepared {
    let tidied = if plan.rules == RuleSet::ALL { with_all.clone() } else { tidy(text, plan.rules) };
    // Only its counts are shown.
    with_all.edits = Default::default();
    with_all.removals = Vec::new();
    let changed = !tidied.edits.is_empty();
    let after = Text::new(if changed { tidied.edits.apply(text) } else { text.to_owned() });
    let mut structure = beside.structure.mapped(&tidied.edits);
    if beside.format == Format::Markdown {
        structure.blocks = document_blocks(&after);
    }
    let voices = beside.voices.iter().map(|voice| {
        let span = tidied.edits.map_span(voice.span);
        Voice { span, name: voice.name.clone() }
    });
    let voices: Vec<Voice> = voices.filter(|voice| !voice.span.is_empty()).collect();
    let detection = match plan.no_speakers {
        true => Detection { times: structure.times.clone(), ..Detection::default() },
        false => {
            let found = detect(&after, &structure, &voices, &plan.patterns);
            plan.corrections.iter().fold(found, |found, correction| found.corrected(correction))
        }
    };
    let text = changed.then(|| text_ref(after.as_str()));
    Prepared { plan: plan.clone(), tidied, with_all, text, structure, detection }
}

#[cfg(test)]
mod tests {
    use emic_core::project::{Style, Styled};
    use emic_core::text::Span;

    use super::*;
    use crate::tidy::Rule;

    #[test]
    fn what_stands_beside_the_words_stays_with_them() {
        let text = "  I: Why did you leave?\n  Anna: Because of the road.\n  I: And then?\n  Anna: We walked.\n";
        let road = text.find("road").map(|at| at as u32).unwrap_or_default();
        let mut extract = Extract::plain(Format::Docx, String::new());
        extract.structure.styles.push(Styled { span: Span::new(road, road + 4), style: Style::Italic });
        let plan = Plan { rules: RuleSet::NONE.with(Rule::TrimSpaces), ..Plan::default() };
        let prepared = prepare(text, &Beside::of(&extract), &plan);
        let after = Text::new(prepared.tidied.edits.apply(text));
        assert_eq!(after.slice(prepared.structure.styles[0].span), "road");
        let names: Vec<_> = prepared.detection.speakers.iter().map(|found| found.name.as_str()).collect();
        assert_eq!(names, ["I", "Anna"]);
        assert_eq!(after.slice(prepared.detection.turns[1].span), "Anna: Because of the road.");
        let dropped = Correction::Drop { speaker: "I".into() };
        let plan = Plan { corrections: vec![dropped], ..plan };
        assert_eq!(prepare(text, &Beside::of(&extract), &plan).detection.speakers.len(), 1);
        let plan = Plan { no_speakers: true, ..plan };
        assert_eq!(prepare(text, &Beside::of(&extract), &plan).detection, Detection::default());
    }

    #[test]
    fn headings_of_markdown_are_those_of_the_tidied_text() {
        let beside = Beside::of(&Extract::plain(Format::Markdown, String::new()));
        let plan = Plan { rules: RuleSet::NONE.with(Rule::TrimSpaces), ..Plan::default() };
        let prepared = prepare("   # One\nWords", &beside, &plan);
        assert_eq!(prepared.structure.blocks[0].span, Span::new(0, 5));
    }
}
