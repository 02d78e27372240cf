//! What a screen looked like when it was left (filters, the place on the page), so that coming back finds it so. Kept
//! for each project as long as the page is open; it is no part of the project.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use emic_core::ids::ProjectId;

type Views = HashMap<(ProjectId, &'static str), Rc<dyn Any>>;

thread_local! {
    static VIEWS: RefCell<Views> = RefCell::new(HashMap::new());
}

/// How a screen of a project was left; as at first if it was not there yet.
pub fn recall<T: Clone + Default + 'static>(project: ProjectId, screen: &'static str) -> T {
    VIEWS
        .with_borrow(|views| views.get(&(project, screen)).and_then(|view| view.downcast_ref().cloned()))
        .unwrap_or_default()
}

/// Keeps how a screen of a project looks.
pub fn keep<T: 'static>(project: ProjectId, screen: &'static str, view: T) {
    VIEWS.with_borrow_mut(|views| views.insert((project, screen), Rc::new(view)));
}

/// Changes what is kept of a screen.
pub fn change<T: Clone + Default + 'static>(project: ProjectId, screen: &'static str, change: impl FnOnce(&mut T)) {
    let mut view = recall(project, screen);
    change(&mut view);
    keep(project, screen, view);
}

/// Forgets how all screens of a project were left: it may hold words of what is gone.
pub fn forget(project: ProjectId) {
    VIEWS.with_borrow_mut(|views| views.retain(|(of, _), _| *of != project));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_project_and_screen_is_kept_apart() {
        let (one, two) = (ProjectId::from_number(1), ProjectId::from_number(2));
        keep(one, "a", 5);
        change(one, "a", |n: &mut i32| *n += 1);
        keep(one, "b", String::from("x"));
        assert_eq!((recall::<i32>(one, "a"), recall::<i32>(two, "a")), (6, 0));
        assert_eq!(recall::<i32>(one, "b"), 0, "of another kind");
        keep(two, "a", 7);
        forget(one);
        assert_eq!((recall::<i32>(one, "a"), recall::<i32>(two, "a")), (0, 7));
    }
}
