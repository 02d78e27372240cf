//! Effects, all of one type.

use std::any::Any;

use yew::functional::{Hook, TearDown};

type Undo = Box<dyn FnOnce()>;

/// What an effect depends on, compared as what it is.
struct Deps {
    value: Box<dyn Any>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Deps {
    fn eq(&self, other: &Deps) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    matches!((one.downcast_ref::<T>(), other.downcast_ref::<T>()), (Some(one), Some(other)) if one == other)
}

/// Runs `effect` after a render when `deps` have changed, and what it gives before its next run and at the end: as
/// Yew's own.
pub fn use_effect_with<T, F, D>(deps: T, effect: F) -> impl Hook<Output = ()>
where
    T: PartialEq + 'static,
    F: FnOnce(&T) -> D + 'static,
    D: TearDown,
{
    let effect = move |deps: &Deps| -> Undo {
        match deps.value.downcast_ref::<T>() {
            Some(deps) => undo(effect(deps)),
            // The dependencies are those below.
            None => unreachable!(),
        }
    };
    of_one_type(Deps { value: Box::new(deps), same: same::<T> }, Box::new(effect))
}

/// Runs `effect` after every render: as Yew's own.
pub fn use_effect<F, D>(effect: F) -> impl Hook<Output = ()>
where
    F: FnOnce() -> D + 'static,
    D: TearDown,
{
    let always = Deps { value: Box::new(()), same: |_, _| false };
    of_one_type(always, Box::new(move |_: &Deps| undo(effect())))
}

fn undo(undo: impl TearDown) -> Undo {
    Box::new(move || undo.tear_down())
}

fn of_one_type(deps: Deps, effect: Box<dyn FnOnce(&Deps) -> Undo>) -> impl Hook<Output = ()> {
    yew::functional::use_effect_with(deps, effect)
}
