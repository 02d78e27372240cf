//! A memo on what is at hand.

use emic_core::edit::{Edit, NewMemo};
use emic_core::ids::{MemoId, ProjectId};
use emic_core::project::{MemoKind, Subject};
use yew::prelude::*;

use super::View;
use super::words::subject_name;
use crate::i18n::{format_date, format_number, tr};
use crate::platform;
use crate::route::{Place, Route};
use crate::screens::act::act;
use crate::screens::kept;
use crate::store::{Store, use_selector, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, IconName};

/// Writes a new memo about something (or nothing) and goes there.
pub fn write_new(store: &Store, about: Option<Subject>) {
    let Some(project) = store.snapshot().map(|snapshot| snapshot.project) else { return };
    let id = MemoId::from_random(platform::random());
    let name = about.as_ref().and_then(|subject| match subject {
        // Words of a text are not copied into a title.
        Subject::Quotation(_) => subject.name_in(&project).map(|name| name.to_owned().into()),
        other => subject_name(&project, other),
    });
    let title = match name {
        Some(name) => tr!("memos-title-on", name = name),
        None => tr!("memos-title-free", date = format_date(platform::now().0 as f64)),
    };
    let title = crate::i18n::unmarked(title);
    let (kind, words) = (MemoKind::default(), String::new());
    let edit = Edit::AddMemo(Box::new(NewMemo { id, title, kind, about, words }));
    if act(store, vec![edit], &tr!("memos-added")) {
        Route::Project(project.id, Place::Memos(Some(id))).go();
    }
}

/// Goes to the memos about something, or to a new one if there are none.
pub fn open_on(store: &Store, subject: Subject) {
    let Some(snapshot) = store.snapshot() else { return };
    let project = snapshot.project;
    if project.memos.values().any(|memo| memo.is_about(&subject)) {
        show_about(project.id, subject);
    } else {
        write_new(store, Some(subject));
    }
}

fn show_about(project: ProjectId, subject: Subject) {
    kept::change(project, "memos", |view: &mut View| {
        *view = View { order: view.order, ..View::default() };
        view.filter.subject = Some(subject);
    });
    Route::Project(project, Place::Memos(None)).go();
}

#[derive(Properties, PartialEq)]
pub struct MemoButtonProps {
    /// What it is at.
    pub subject: Subject,
}

/// Leads to the memos on something, with how many there are, or to a new one.
#[component]
pub fn MemoButton(props: &MemoButtonProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let subject = props.subject.clone();
    let count =
        use_selector(move |snapshot| snapshot.project.memos.values().filter(|memo| memo.is_about(&subject)).count())
            .unwrap_or_default();
    let subject = props.subject.clone();
    let onclick = Callback::from(move |_: MouseEvent| open_on(&store, subject.clone()));
    let label = if count > 0 { tr!("memos-button-some", n = format_number(count as f64)) } else { tr!("memos-button") };
    html! {
        <Button {label} icon={IconName::Comment} small=true variant={ButtonVariant::Quiet} disabled={count == 0 && !writable} {onclick} />
    }
}
