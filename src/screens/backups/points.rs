//! Restore points: the project as it was.

use std::rc::Rc;

use emic_storage::{PointFacts, PointKind, RestorePoint};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::i18n::{format_bytes, format_date_time, tr};
use crate::persist::SaveState;
use crate::screens::act::say_with_undo;
use crate::session::{Saving, Session, use_session, use_session_state};
use crate::store::{use_store, use_writable};
use crate::widgets::{
    Badge, Button, ButtonVariant, ConfirmDialog, Dialog, IconButton, IconName, TextField, announce, toast,
};

/// The most UTF-16 units of a restore point's name.
const LONGEST: u32 = 120;

#[derive(Clone, PartialEq)]
enum Asking {
    Nothing,
    Name,
    Restore(RestorePoint),
    Remove(RestorePoint),
}

#[derive(Clone, PartialEq)]
enum Found {
    Loading,
    Ready(Rc<[RestorePoint]>),
    Failed(AttrValue),
}

/// What may have changed the points.
#[derive(Properties, PartialEq)]
pub struct PointsProps {
    /// Rises with every change that is made on the page.
    pub turn: u32,
    /// Points were made or removed.
    pub on_change: Callback<()>,
}

/// The restore points, with what makes, restores and removes them.
#[component]
pub fn Points(props: &PointsProps) -> Html {
    let (session, store) = (use_session(), use_store());
    let found = use_state(|| Found::Loading);
    let asking = use_state(|| Asking::Nothing);
    let writable = use_writable();
    // Points that nobody asked for are made when something is written.
    let saved = use_session_state(|session| matches!(session.saving(), Saving::Writes(SaveState::Saved { .. })));
    {
        let (session, found) = (session.clone(), found.setter());
        use_effect_with((props.turn, saved), move |_| load(session, found));
    }
    let ask = |to: Asking| {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(to.clone()))
    };
    let close = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(Asking::Nothing))
    };
    let on_name = {
        let (session, close, on_change) = (session.clone(), close.clone(), props.on_change.clone());
        Callback::from(move |name: String| {
            close.emit(());
            let (session, on_change) = (session.clone(), on_change.clone());
            spawn_local(async move {
                match session.add_restore_point(&name).await {
                    Ok(()) => toast(tr!("point-made", name = name), None),
                    Err(why) => toast(why, None),
                }
                on_change.emit(());
            });
        })
    };
    let on_restore = {
        let (asking, session, close) = (asking.clone(), session.clone(), close.clone());
        let on_change = props.on_change.clone();
        Callback::from(move |()| {
            let Asking::Restore(point) = (*asking).clone() else { return };
            close.emit(());
            let (session, store, on_change) = (session.clone(), store.clone(), on_change.clone());
            spawn_local(async move {
                match session.restore(&point).await {
                    Ok(true) => say_with_undo(&store, tr!("point-restored", name = name_of(&point))),
                    Ok(false) => toast(tr!("point-same"), None),
                    Err(why) => toast(why, None),
                }
                on_change.emit(());
            });
        })
    };
    let on_remove = {
        let (asking, close, on_change) = (asking.clone(), close.clone(), props.on_change.clone());
        Callback::from(move |()| {
            let Asking::Remove(point) = (*asking).clone() else { return };
            close.emit(());
            let (session, on_change) = (session.clone(), on_change.clone());
            spawn_local(async move {
                match session.remove_restore_point(point.number).await {
                    Ok(()) => announce(&tr!("point-removed")),
                    Err(why) => toast(why, None),
                }
                on_change.emit(());
            });
        })
    };
    let list = match &*found {
        Found::Loading => html! { <p key="loading" class="soft">{ tr!("loading") }</p> },
        Found::Failed(why) => html! { <p key="failed">{ why.clone() }</p> },
        Found::Ready(points) if points.is_empty() => html! { <p key="none" class="soft">{ tr!("points-none") }</p> },
        Found::Ready(points) => html! {
            <ul key="list" class="backups__list" aria-label={tr!("points")}>
                { for points.iter().map(|point| html! {
                    <PointRow
                        key={point.number.to_string()}
                        point={point.clone()}
                        {writable}
                        on_restore={ask(Asking::Restore(point.clone()))}
                        on_remove={ask(Asking::Remove(point.clone()))}
                    />
                }) }
            </ul>
        },
    };
    html! {
        <section class="backups__part" aria-labelledby="backups-points">
            <h2 id="backups-points">{ tr!("points") }</h2>
            <p class="soft">{ tr!("points-text") }</p>
            <p>
                <Button
                    label={tr!("point-add")}
                    icon={IconName::Plus}
                    disabled={!writable}
                    onclick={ask(Asking::Name)}
                />
            </p>
            { list }
            { match &*asking {
                Asking::Nothing => html! { <span key="nothing" hidden=true></span> },
                Asking::Name => html! { <NameDialog key="name" {on_name} on_close={close} /> },
                Asking::Restore(point) => html! {
                    <ConfirmDialog
                        key="restore"
                        open=true
                        title={tr!("point-restore-title", name = name_of(point))}
                        confirm={tr!("point-restore-do")}
                        on_confirm={on_restore}
                        on_cancel={close}
                    >
                        <p>{ tr!("point-restore-text") }</p>
                    </ConfirmDialog>
                },
                Asking::Remove(point) => html! {
                    <ConfirmDialog
                        key="remove"
                        open=true
                        title={tr!("point-remove-title", name = name_of(point))}
                        confirm={tr!("point-remove-do")}
                        danger=true
                        on_confirm={on_remove}
                        on_cancel={close}
                    >
                        <p>{ tr!("point-remove-text") }</p>
                    </ConfirmDialog>
                },
            } }
        </section>
    }
}

fn load(session: Session, found: UseStateSetter<Found>) {
    spawn_local(async move {
        found.set(match session.restore_points().await {
            Ok(points) => Found::Ready(points.into()),
            Err(why) => Found::Failed(why),
        });
    });
}

/// What a restore point is called: its name, or what it was made for.
fn name_of(point: &RestorePoint) -> AttrValue {
    let Some(facts) = &point.facts else { return tr!("point-unreadable") };
    if !facts.name.is_empty() {
        return facts.name.clone().into();
    }
    match facts.kind {
        PointKind::Named => tr!("untitled"),
        PointKind::Import => tr!("point-before-import"),
        PointKind::Deletion => tr!("point-before-deletion"),
        PointKind::Restore => tr!("point-before-restore"),
        PointKind::Replace => tr!("point-before-replace"),
    }
}

#[derive(Properties, PartialEq)]
struct PointRowProps {
    point: RestorePoint,
    writable: bool,
    on_restore: Callback<MouseEvent>,
    on_remove: Callback<MouseEvent>,
}

#[component]
fn PointRow(props: &PointRowProps) -> Html {
    let point = &props.point;
    let name = name_of(point);
    let when = |facts: &PointFacts| format_date_time(facts.at.0 as f64);
    html! {
        <li class="backups__row">
            <div class="backups__what">
                <p class="backups__name">
                    <bdi>{ name.clone() }</bdi>
                    if point.facts.as_ref().is_some_and(|facts| facts.kind.is_automatic()) {
                        { " " }<Badge text={tr!("point-automatic")} />
                    }
                </p>
                if let Some(facts) = &point.facts {
                    <p class="soft small">
                        { when(facts) }{ " · " }
                        { tr!("documents-count", n = facts.documents) }{ " · " }
                        { tr!("codes-count", n = facts.codes) }{ " · " }
                        { tr!("quotations-count", n = facts.quotations) }{ " · " }
                        { tr!("point-takes", size = format_bytes(point.bytes as f64)) }
                    </p>
                } else {
                    <p class="soft small">{ tr!("point-damaged") }</p>
                }
            </div>
            <div class="backups__actions">
                <IconButton
                    small=true
                    icon={IconName::History}
                    label={tr!("point-restore-named", name = &name)}
                    disabled={!props.writable || point.facts.is_none()}
                    onclick={props.on_restore.clone()}
                />
                <IconButton
                    small=true
                    icon={IconName::Trash}
                    label={tr!("point-remove-named", name = &name)}
                    disabled={!props.writable}
                    onclick={props.on_remove.clone()}
                />
            </div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct NameDialogProps {
    on_name: Callback<String>,
    on_close: Callback<()>,
}

/// What a new restore point is to be called.
#[component]
fn NameDialog(props: &NameDialogProps) -> Html {
    let name = use_mut_ref(String::new);
    let empty = use_state_eq(|| false);
    let on_submit = {
        let (name, empty, on_name) = (name.clone(), empty.clone(), props.on_name.clone());
        Callback::from(move |()| {
            let name = name.borrow().trim().to_owned();
            empty.set(name.is_empty());
            if !name.is_empty() {
                on_name.emit(name);
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_| ())} />
            <Button label={tr!("point-make")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("point-add-title")}
            on_close={props.on_close.clone()}
            {on_submit}
            {actions}
            closes_outside=false
        >
            <TextField
                label={tr!("point-name")}
                value=""
                hint={tr!("point-name-hint")}
                error={empty.then(|| tr!("point-name-missing"))}
                max_length={LONGEST}
                autofocus=true
                on_input={Callback::from(move |text: String| *name.borrow_mut() = text)}
            />
        </Dialog>
    }
}
