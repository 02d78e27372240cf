//! How many words interviewers say in each document, where these are not to count.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use emic_core::ids::DocumentId;
use emic_core::project::{Project, Role, Structure};
use wasm_bindgen_futures::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use crate::platform;
use crate::store::{Same, use_store};

/// Words of interviewers, of each document that has some.
pub type Asked = BTreeMap<DocumentId, u32>;

/// How long it counts at a time, in milliseconds.
const SLICE: i64 = 8;

/// How many words interviewers say in each document, if they are to be left out: they are counted one document after
/// another, and those that are not counted yet are missing.
#[hook]
pub fn use_asked(project: &Same<Project>, left_out: bool) -> Same<Asked> {
    let store = use_store();
    let asked = use_state_eq(|| Same(Rc::<Asked>::default()));
    // What is counted holds for as long as a document's turns are the same.
    let counted = use_mut_ref(BTreeMap::<DocumentId, (Rc<Structure>, u32)>::new);
    let setter = asked.setter();
    use_effect_with((project.clone(), left_out), move |(project, left_out)| {
        let given_up = Rc::new(Cell::new(false));
        if *left_out {
            let (project, given_up) = (project.clone(), Rc::clone(&given_up));
            spawn_local(async move {
                let mut now = Asked::new();
                let mut since = platform::now().0;
                for document in project.documents.values() {
                    let structure = &document.structure;
                    if structure.speakers.iter().all(|speaker| speaker.role != Role::Interviewer) {
                        continue;
                    }
                    let known = known(&counted, document.id, structure);
                    let words = match known {
                        Some(words) => words,
                        None => {
                            // Of a text that cannot be read all words count.
                            let Ok(text) = store.text(document.text).await else { continue };
                            let words = structure.asked_words(&text);
                            counted.borrow_mut().insert(document.id, (Rc::clone(structure), words));
                            words
                        }
                    };
                    now.insert(document.id, words);
                    if platform::now().0 - since > SLICE {
                        setter.set(Same(Rc::new(now.clone())));
                        sleep(Duration::ZERO).await;
                        since = platform::now().0;
                    }
                    if given_up.get() {
                        return;
                    }
                }
                setter.set(Same(Rc::new(now)));
            });
        } else {
            setter.set(Same(Rc::default()));
        }
        move || given_up.set(true)
    });
    (*asked).clone()
}

fn known(
    counted: &RefCell<BTreeMap<DocumentId, (Rc<Structure>, u32)>>,
    document: DocumentId,
    structure: &Rc<Structure>,
) -> Option<u32> {
    let counted = counted.borrow();
    counted.get(&document).filter(|(of, _)| Rc::ptr_eq(of, structure)).map(|(_, words)| *words)
}
