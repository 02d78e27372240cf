//! The steps of the tour: what is to be done in each, and how one sees that it was.

use std::rc::Rc;

use emic_core::history::{Action, ActionKind, HistoryStep, Way};
use emic_core::ids::{CodeId, QuotationId};
use emic_core::text::Span;

/// What can be seen of what someone does: the project's journal, the pane and the place, never presses or keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    /// The passage that is selected.
    pub selected: Option<Span>,
    /// The quotation that is looked at.
    pub quotation: Option<QuotationId>,
    /// Whether the document on show has no other.
    pub alone: bool,
    /// The code whose quotations are on show.
    pub listed: Option<CodeId>,
    /// How many hits a search shows.
    pub hits: usize,
    /// What was done since the tour began.
    pub tally: Tally,
}

/// How often something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// A code was applied.
    pub coded: usize,
    /// Words became the code of their own passage.
    pub in_vivo: usize,
    /// A step was taken back.
    pub taken_back: usize,
}

impl Tally {
    /// What these steps did; `in_vivo` says whether the code that an action applied is made of its passage's words.
    pub fn of(steps: &[Rc<HistoryStep>], in_vivo: impl Fn(&Action) -> bool) -> Tally {
        let mut tally = Tally::default();
        for step in steps {
            match step.way {
                Way::Undone(_) => tally.taken_back += 1,
                Way::Redone(_) => {}
                Way::Done => {
                    for action in step.actions.iter().filter(|action| action.kind == ActionKind::CodeApplied) {
                        tally.coded += 1;
                        tally.in_vivo += usize::from(in_vivo(action));
                    }
                }
            }
        }
        tally
    }
}

/// A step of the tour.
pub struct Step {
    /// Its name; its messages are `tour-title-NAME` and `tour-text-NAME`.
    pub name: &'static str,
    /// Whether it is done in the text.
    pub in_text: bool,
    /// Whether it was done, by what was seen when it began and what is seen now.
    pub is_done: fn(&Seen, &Seen) -> bool,
}

/// The steps in their order.
pub const STEPS: [Step; 7] = [
    Step {
        name: "select",
        in_text: true,
        is_done: |before, now| now.selected.is_some() && now.selected != before.selected,
    },
    Step { name: "code", in_text: true, is_done: |before, now| now.tally.coded > before.tally.coded },
    Step {
        name: "margin",
        in_text: true,
        is_done: |before, now| now.quotation.is_some() && (now.alone || now.quotation != before.quotation),
    },
    Step { name: "in-vivo", in_text: true, is_done: |before, now| now.tally.in_vivo > before.tally.in_vivo },
    Step { name: "list", in_text: false, is_done: |before, now| now.listed.is_some() && now.listed != before.listed },
    Step { name: "search", in_text: false, is_done: |before, now| now.hits > 0 && now.hits != before.hits },
    Step { name: "undo", in_text: false, is_done: |before, now| now.tally.taken_back > before.tally.taken_back },
];

#[cfg(test)]
mod tests {
    use emic_core::ids::{CoderId, StepId};
    use emic_core::project::Extra;
    use emic_core::time::{Stamp, Timestamp};

    use super::*;

    fn is_done(name: &str, before: Seen, now: Seen) -> bool {
        let step = STEPS.iter().find(|step| step.name == name).unwrap();
        (step.is_done)(&before, &now)
    }

    fn step(way: Way, kinds: &[ActionKind]) -> Rc<HistoryStep> {
        Rc::new(HistoryStep {
            id: StepId::from_number(1),
            stamp: Stamp { by: CoderId::from_number(1), at: Timestamp(0) },
            way,
            actions: kinds.iter().map(|kind| Action::new(kind.clone()).with("code", "fear")).collect(),
            extra: Extra::new(),
        })
    }

    #[test]
    fn nothing_is_done_as_long_as_nothing_changes() {
        let all = Seen {
            selected: Some(Span::new(1, 4)),
            quotation: Some(QuotationId::from_number(1)),
            alone: false,
            listed: Some(CodeId::from_number(1)),
            hits: 3,
            tally: Tally { coded: 2, in_vivo: 1, taken_back: 1 },
        };
        for seen in [Seen::default(), all] {
            for step in &STEPS {
                assert!(!(step.is_done)(&seen, &seen), "{}", step.name);
            }
        }
    }

    #[test]
    fn each_step_notices_what_it_asks_for_and_nothing_else() {
        let nothing = Seen::default();
        let quotation = |n| Seen { quotation: Some(QuotationId::from_number(n)), ..nothing };
        let tally = |coded, in_vivo, taken_back| Seen { tally: Tally { coded, in_vivo, taken_back }, ..nothing };
        let done = [
            ("select", Seen { selected: Some(Span::new(1, 4)), ..nothing }),
            ("code", tally(1, 0, 0)),
            ("margin", quotation(2)),
            ("list", Seen { listed: Some(CodeId::from_number(1)), ..nothing }),
            ("search", Seen { hits: 1, ..nothing }),
            ("undo", tally(0, 0, 1)),
        ];
        for (name, seen) in done {
            for step in &STEPS {
                assert_eq!((step.is_done)(&nothing, &seen), step.name == name, "{name} seen in {}", step.name);
            }
        }
        assert!(is_done("in-vivo", tally(1, 0, 0), tally(2, 1, 0)));
        // The quotation just made is looked at already: another one is asked for, if there is another one.
        assert!(!is_done("margin", quotation(1), quotation(1)));
        assert!(is_done("margin", quotation(1), quotation(2)));
        assert!(is_done("margin", quotation(1), Seen { alone: true, ..quotation(1) }));
        assert!(!is_done("margin", quotation(1), nothing));
    }

    #[test]
    fn what_was_done_is_counted_by_the_journal() {
        let applied = [ActionKind::CodeAdded, ActionKind::QuotationMarked, ActionKind::CodeApplied];
        let steps = [
            step(Way::Done, &applied),
            step(Way::Done, &[ActionKind::QuotationMarked]),
            step(Way::Undone(StepId::from_number(1)), &applied),
            step(Way::Redone(StepId::from_number(1)), &applied),
        ];
        assert_eq!(Tally::of(&steps, |_| false), Tally { coded: 1, in_vivo: 0, taken_back: 1 });
        let vivo = |action: &Action| action.details.get("code").is_some_and(|code| code == "fear");
        assert_eq!(Tally::of(&steps, vivo).in_vivo, 1);
    }

    #[test]
    fn every_step_has_its_words_in_every_language() {
        for source in [include_str!("../i18n/en/tour.ftl"), include_str!("../i18n/ar/tour.ftl")] {
            for step in &STEPS {
                for kind in ["title", "text"] {
                    let start = format!("tour-{kind}-{} = ", step.name);
                    assert_eq!(source.lines().filter(|line| line.starts_with(&start)).count(), 1, "{start}");
                }
            }
        }
    }
}
