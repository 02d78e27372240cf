//! Copies outside the browser: when the last was made, and the file that is written by itself.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::i18n::{format_date_time, relative, tr};
use crate::persist::can_choose;
use crate::platform;
use crate::session::{AutoBackup, Session, export_open, use_session, use_session_state};
use crate::store::{use_selector, use_writable};
use crate::widgets::{Button, ButtonVariant, IconName, toast};

/// When the project was last exported, and what exports it.
#[component]
pub fn Copies() -> Html {
    let session = use_session();
    let exported = use_session_state(Session::last_exported);
    // What is told hangs on what was done since.
    let last = use_selector(|snapshot| snapshot.history.steps().last().map(|step| step.stamp.at)).flatten();
    let originals =
        use_selector(|snapshot| snapshot.project.documents.values().any(|document| document.original().is_some()));
    let originals = originals == Some(true);
    let words = match exported {
        None => tr!("backups-never"),
        Some(at) if last > Some(at) => tr!("backups-stale", date = format_date_time(at.0 as f64)),
        Some(at) => tr!("backups-current", date = format_date_time(at.0 as f64)),
    };
    let export = Callback::from(move |_: MouseEvent| export_open(&session));
    html! {
        <section class="backups__part" aria-labelledby="backups-copies">
            <h2 id="backups-copies">{ tr!("backups-copies") }</h2>
            <p class="soft">{ tr!("backups-copies-text") }</p>
            <p class="backups__fact">{ words }</p>
            if originals {
                <p key="originals" class="soft">{ tr!("backups-originals") }</p>
            }
            <p key="export">
                <Button
                    label={tr!("backups-export")}
                    icon={IconName::Download}
                    variant={ButtonVariant::Primary}
                    onclick={export}
                />
            </p>
            <Automatic />
        </section>
    }
}

/// The file that the project goes into by itself.
#[component]
fn Automatic() -> Html {
    let session = use_session();
    let state = use_session_state(Session::auto_backup);
    let writable = use_writable();
    let choose = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| {
            let session = session.clone();
            spawn_local(async move {
                if let Err(why) = session.choose_backup_file().await {
                    toast(why, None);
                }
            });
        })
    };
    let resume = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| {
            let session = session.clone();
            spawn_local(async move { session.resume_backup().await });
        })
    };
    let stop = Callback::from(move |_: MouseEvent| {
        let session = session.clone();
        spawn_local(async move { session.stop_backup().await });
    });
    let words = match &state {
        AutoBackup::Off => tr!("backup-file-off"),
        AutoBackup::Paused { name } => tr!("backup-file-paused", name = name),
        AutoBackup::On { name, last: None } => tr!("backup-file-on", name = name),
        AutoBackup::On { name, last: Some(at) } => {
            tr!("backup-file-written", name = name, when = relative(at.0 as f64, platform::now().0 as f64))
        }
        AutoBackup::Failed { name, why } => tr!("backup-file-failed", name = name, cause = why),
    };
    let on = state != AutoBackup::Off;
    html! {
        <div class="backups__automatic">
            <h3>{ tr!("backup-file") }</h3>
            if can_choose() {
                <p key="text" class="soft">{ tr!("backup-file-text") }</p>
                <p key="state" class="backups__fact" role="status">{ words }</p>
                <p key="actions" class="row">
                    if matches!(state, AutoBackup::Paused { .. } | AutoBackup::Failed { .. }) {
                        <Button key="resume" label={tr!("backup-file-resume")} disabled={!writable} onclick={resume} />
                    }
                    <Button
                        key="choose"
                        label={if on { tr!("backup-file-other") } else { tr!("backup-file-choose") }}
                        disabled={!writable}
                        onclick={choose}
                    />
                    if on {
                        <Button key="stop" label={tr!("backup-file-stop")} onclick={stop} />
                    }
                </p>
            } else {
                <p key="none" class="soft">{ tr!("backup-file-none") }</p>
            }
        </div>
    }
}
