//! A word, now and then, that there is no copy of what was done lately outside this browser.

use std::rc::Rc;

use emic_core::history::HistoryStep;
use emic_core::ledger::Ledger;
use emic_core::time::Timestamp;
use yew::prelude::*;

use super::{AutoBackup, Promise, Session, export_open, use_session, use_session_state};
use crate::i18n::{format_date, tr};
use crate::persist::StorageKind;
use crate::platform;
use crate::prefs;
use crate::store::{Access, use_selector};
use crate::widgets::{Banner, Button, ButtonVariant, IconName, Tone, toast};

/// How many changes are worth a word.
const CHANGES: usize = 30;

/// After how long a single change is, and how long a dismissed word stays away, in milliseconds.
const WEEK: i64 = 7 * 24 * 60 * 60 * 1_000;

/// Under which name of a view it is remembered when the word was dismissed.
const DISMISSED: &str = "export-reminder";

/// What was done in this browser that no file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unexported {
    changes: usize,
    since: Timestamp,
}

/// What no file holds. What came in with a project's own file is in that file: of a project that was never exported
/// from here only what can be undone was done here.
fn unexported(steps: &[Rc<HistoryStep>], here: usize, exported: Option<Timestamp>) -> Option<Unexported> {
    let after = match exported {
        Some(at) => steps.len() - steps.partition_point(|step| step.stamp.at <= at),
        None => here.min(steps.len()),
    };
    let first = steps.get(steps.len() - after)?;
    Some(Unexported { changes: after, since: first.stamp.at })
}

/// Whether that is worth a word now.
fn is_due(unexported: Unexported, dismissed: Option<Timestamp>, now: Timestamp) -> bool {
    let old = now.0 - unexported.since.0 >= WEEK;
    let quiet = dismissed.is_some_and(|at| (0..WEEK).contains(&(now.0 - at.0)));
    (unexported.changes > CHANGES || old) && !quiet
}

fn of(ledger: &Ledger, exported: Option<Timestamp>) -> Option<Unexported> {
    let stack = ledger.undo_stack();
    unexported(ledger.history().steps(), stack.done.len() + stack.undone.len(), exported)
}

fn title(unexported: Unexported) -> AttrValue {
    tr!("reminder-title", n = unexported.changes, since = format_date(unexported.since.0 as f64))
}

/// Says that it is time to export, at most once a week once it was dismissed.
#[component]
pub(super) fn ExportReminder() -> Html {
    let session = use_session();
    let exported = use_session_state(Session::last_exported);
    let kept = use_session_state(Session::kept);
    let promise = use_session_state(Session::promise);
    let automatic = use_session_state(Session::auto_backup);
    let facts = use_selector(|snapshot| {
        let writable = snapshot.access == Access::Write;
        (snapshot.project.id, snapshot.history.steps().len(), snapshot.project.documents.is_empty(), writable)
    });
    // Dismissed, or said in passing.
    let hidden = use_state_eq(|| false);
    {
        let session = session.clone();
        use_effect_with((), move |()| session.look_at_promise());
    }
    let due = facts.and_then(|(id, _, empty, writable)| {
        let unexported = session.store().ledger().and_then(|ledger| of(&ledger, exported))?;
        let dismissed = prefs::view_state::<i64>(&id.to_string(), DISMISSED).map(Timestamp);
        let due = is_due(unexported, dismissed, platform::now());
        let automatic = matches!(automatic, AutoBackup::On { .. });
        let shown = due && writable && !empty && !automatic && !*hidden && kept != Some(StorageKind::Memory);
        shown.then_some((id, unexported))
    });
    // Over work that is going on no line is pushed in: it would move the text away under the reader's eyes.
    let at_first = *use_state_eq(|| due.is_some());
    let export = {
        let session = session.clone();
        Callback::from(move |()| export_open(&session))
    };
    {
        let (hidden, export) = (hidden.setter(), export.clone());
        let said = due.filter(|_| !at_first).map(|(_, unexported)| unexported);
        use_effect_with(said.is_some(), move |_| {
            if let Some(unexported) = said {
                toast(title(unexported), Some((tr!("reminder-export"), export)));
                hidden.set(true);
            }
        });
    }
    let banner = due.filter(|_| at_first).map(|(id, unexported)| {
        let later = {
            let hidden = hidden.setter();
            Callback::from(move |_: MouseEvent| {
                prefs::set_view_state(&id.to_string(), DISMISSED, &platform::now().0);
                hidden.set(true);
            })
        };
        let actions = html! {
            <>
                <Button
                    label={tr!("reminder-export")}
                    small=true
                    icon={IconName::Download}
                    variant={ButtonVariant::Primary}
                    onclick={export.reform(|_: MouseEvent| ())}
                />
                <Button label={tr!("reminder-later")} small=true onclick={later} />
            </>
        };
        let why = if promise == Promise::Given { tr!("reminder-why-kept") } else { tr!("reminder-why-evicted") };
        html! {
            <Banner tone={Tone::Info} title={title(unexported)} {actions}>
                { why }
            </Banner>
        }
    });
    html! { <div class="export-reminder">{ for banner }</div> }
}

#[cfg(test)]
mod tests {
    use emic_core::history::Way;
    use emic_core::ids::{CoderId, StepId};
    use emic_core::project::Extra;
    use emic_core::time::Stamp;

    use super::*;

    fn steps(count: usize) -> Vec<Rc<HistoryStep>> {
        let step = |n: usize| HistoryStep {
            id: StepId::from_number(n as u128),
            stamp: Stamp { by: CoderId::from_number(1), at: Timestamp(n as i64 * 1_000) },
            way: Way::Done,
            actions: vec![],
            extra: Extra::new(),
        };
        (1..=count).map(|n| Rc::new(step(n))).collect()
    }

    #[test]
    fn what_no_file_holds_is_counted() {
        let steps = steps(50);
        assert_eq!(unexported(&steps, 0, None), None, "it came from a file");
        assert_eq!(unexported(&steps, 12, None), Some(Unexported { changes: 12, since: Timestamp(39_000) }));
        assert_eq!(unexported(&steps, 500, None), Some(Unexported { changes: 50, since: Timestamp(1_000) }));
        let exported = Some(Timestamp(20_000));
        assert_eq!(unexported(&steps, 3, exported), Some(Unexported { changes: 30, since: Timestamp(21_000) }));
        assert_eq!(unexported(&steps, 3, Some(Timestamp(50_000))), None);
    }

    #[test]
    fn a_word_comes_after_many_changes_or_a_week_and_not_again_within_one() {
        let now = Timestamp(10 * WEEK);
        let since = |ago: i64, changes: usize| Unexported { changes, since: Timestamp(now.0 - ago) };
        assert!(!is_due(since(60_000, CHANGES), None, now));
        assert!(is_due(since(60_000, CHANGES + 1), None, now));
        assert!(!is_due(since(WEEK - 1, 1), None, now));
        assert!(is_due(since(WEEK, 1), None, now));
        assert!(!is_due(since(WEEK, 100), Some(Timestamp(now.0 - WEEK + 1)), now));
        assert!(is_due(since(WEEK, 100), Some(Timestamp(now.0 - WEEK)), now));
        // A clock that was set back does not silence it.
        assert!(is_due(since(WEEK, 100), Some(Timestamp(now.0 + 1)), now));
    }
}
