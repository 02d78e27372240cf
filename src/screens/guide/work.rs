//! Matching many interviews, a slice at a time, so that the page stays alive.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use emic_core::edit::Edit;
use emic_core::guide::{Matcher, headings_as_turns, rematched};
use emic_core::ids::{DocumentId, SpeakerId};
use emic_core::project::Document;
use yew::platform::time::sleep;

use crate::i18n::tr;
use crate::platform;
use crate::screens::act::{act, act_with_undo, refuse};
use crate::store::{Refused, Same, Store};
use crate::widgets::toast;

/// How long is worked before the page is let be drawn, in milliseconds.
const SLICE: i64 = 12;

/// Suggests what is asked in the turns of these documents and notes it in one step; what is confirmed stays. `tell` hears
/// how many are done. Nothing is changed once `stop` is set.
pub(super) async fn match_all(
    store: &Store,
    documents: Vec<Same<Document>>,
    stop: Rc<Cell<bool>>,
    tell: impl Fn(usize),
) {
    let Some(snapshot) = store.snapshot() else { return };
    let mut matcher = Matcher::of(&snapshot.project);
    let (mut found, mut unread) = (Vec::new(), 0);
    let mut since = platform::now().0;
    for (n, document) in documents.iter().enumerate() {
        match store.text(document.text).await {
            Ok(text) => found.push((document.clone(), matcher.suggest(&text, &document.structure))),
            Err(_) => unread += 1,
        }
        if platform::now().0 - since > SLICE {
            tell(n + 1);
            sleep(Duration::ZERO).await;
            since = platform::now().0;
        }
        if stop.get() {
            return;
        }
    }
    // By what has been confirmed by now.
    let Some(snapshot) = store.snapshot() else { return };
    let mut edits = Vec::new();
    let mut turns = 0;
    for (document, suggested) in found {
        // Of a text that was corrected meanwhile the turns stand elsewhere: it is matched the next time.
        let unchanged = |now: &&Rc<Document>| now.text.hash == document.text.hash;
        let Some(now) = snapshot.project.documents.get(&document.id).filter(unchanged) else { continue };
        let asked = rematched(&now.structure, &suggested);
        turns += asked.len();
        if !asked.is_empty() {
            edits.push(Edit::SetAsked { document: document.id, asked });
        }
    }
    let said = if turns == 0 { tr!("guide-matched-nothing") } else { tr!("guide-matched", n = turns) };
    if edits.is_empty() {
        toast(said, None);
    } else {
        act_with_undo(store, edits, said);
    }
    if unread > 0 {
        toast(tr!("guide-unread", n = unread), None);
    }
}

/// Makes turns of a document's headings that are questions, and of what stands below them.
pub(super) async fn take_headings(store: &Store, document: DocumentId) {
    let Some(snapshot) = store.snapshot() else { return };
    let Some(document) = snapshot.project.documents.get(&document).cloned() else {
        return refuse(&Refused::Closed);
    };
    let text = match store.text(document.text).await {
        Ok(text) => text,
        Err(why) => return toast(why, None),
    };
    let (asks, answers) = (tr!("guide-heading-asks"), tr!("guide-heading-answers"));
    let id = || SpeakerId::from_random(platform::random());
    let made = headings_as_turns(&text, &document.structure, [(id(), asks.as_str()), (id(), answers.as_str())]);
    match made {
        Some((speakers, turns)) => {
            let n = turns.len();
            let times = document.structure.times.clone();
            act(
                store,
                vec![Edit::SetTurns { document: document.id, speakers, turns, times }],
                &tr!("guide-headings-taken", n = n),
            );
        }
        None => toast(tr!("guide-no-headings"), None),
    }
}
