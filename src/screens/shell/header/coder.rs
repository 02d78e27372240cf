//! Who is coding, and the way to someone else.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::tr;
use crate::session::{CoderDialog, CoderNameDialog, use_session};
use crate::store::{Access, use_selector};
use crate::widgets::{IconName, Menu, MenuItem, announce};

#[derive(Clone, Copy, PartialEq)]
enum Asking {
    Nothing,
    Who,
    Name,
}

/// The coders of the project to choose from, a new one, and another name.
#[component]
pub(super) fn CoderMenu() -> Html {
    let session = use_session();
    let asking = use_state_eq(|| Asking::Nothing);
    let known = use_selector(|snapshot| {
        let coders = snapshot.project.coders.values();
        let all: Vec<_> = coders.map(|coder| (coder.id, coder.name.clone())).collect();
        (snapshot.coder, all, snapshot.access == Access::Write)
    });
    let Some((current, mut all, true)) = known else { return html! { <span hidden=true /> } };
    emic_core::sorting::sort_by_key(&mut all, |(_, name)| name.to_lowercase());
    let name = all.iter().find(|(id, _)| *id == current).map(|(_, name)| name.clone()).unwrap_or_default();
    let mut items: Vec<MenuItem> = all
        .iter()
        .map(|(id, name)| {
            let (session, id, said) = (session.clone(), *id, name.clone());
            let choose = Callback::from(move |()| {
                session.set_coder(id);
                announce(&tr!("coder-now", name = &said));
            });
            MenuItem::new(name.clone(), choose).checked(id == current)
        })
        .collect();
    let ask = |what: Asking| {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(what))
    };
    items.push(MenuItem::new(tr!("coder-change"), ask(Asking::Who)).icon(IconName::User).parted());
    items.push(MenuItem::new(tr!("coder-rename", name = &name), ask(Asking::Name)).icon(IconName::Pencil));
    html! {
        <span class="header__coder">
            <Menu
                id="coder"
                label={tr!("coder-is", name = &name)}
                icon={IconName::User}
                icon_only=true
                items={Rc::from(items)}
            />
            if *asking == Asking::Who {
                <CoderDialog key="who" on_close={ask(Asking::Nothing)} />
            } else if *asking == Asking::Name {
                <CoderNameDialog key="name" coder={current} {name} on_close={ask(Asking::Nothing)} />
            }
        </span>
    }
}
