//! Who carries actions out: a component that owns what an action acts on says so while it stands.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Action;

/// What is asked of an owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Whether it can be done now; nothing is done.
    Ask,
    /// To do it.
    Do,
}

/// Done, or can be done; or else why not, in words for people.
pub type Answer = Result<(), AttrValue>;

/// What an owner answers; `None` if the action is not its own.
type Owner = Rc<dyn Fn(Action, Way) -> Option<Answer>>;

thread_local! {
    static OWNERS: RefCell<(usize, Vec<(usize, Owner)>)> = RefCell::default();
}

/// What the owner of an action answers; `None` if nothing on the page owns it. The one that came last is asked first.
pub fn put(action: Action, way: Way) -> Option<Answer> {
    // Copied first: owners come and go by what they do.
    let owners: Vec<Owner> =
        OWNERS.with_borrow(|(_, all)| all.iter().rev().map(|(_, owner)| Rc::clone(owner)).collect());
    owners.iter().find_map(|owner| owner(action, way))
}

/// Answers for the actions that are the component's own, as long as it stands; always by what it was rendered with
/// last.
#[hook]
pub fn use_owner(answer: impl Fn(Action, Way) -> Option<Answer> + 'static) {
    use_shared_owner(Rc::new(answer));
}

/// The same; what it does is compiled once.
#[hook]
fn use_shared_owner(answer: Owner) {
    let latest = use_mut_ref(|| None::<Owner>);
    *latest.borrow_mut() = Some(answer);
    use_effect_with((), move |()| {
        let owner: Owner = Rc::new(move |action, way| {
            let latest = latest.borrow().clone();
            latest.and_then(|owner| owner(action, way))
        });
        let number = OWNERS.with_borrow_mut(|(next, all)| {
            *next += 1;
            all.push((*next, owner));
            *next
        });
        move || OWNERS.with_borrow_mut(|(_, all)| all.retain(|(n, _)| *n != number))
    });
}
