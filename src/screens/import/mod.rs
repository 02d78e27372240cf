//! Bringing text in: files, dropped or chosen, or pasted, with a preview before anything is stored.

mod batch;
mod choose;
mod compare;
pub mod drop;
mod edits;
mod files;
mod finish;
mod folder;
mod item;
mod list;
mod originals;
mod outcome;
mod preview;
mod read;
mod removals;
mod speakers;
mod spoken;
mod table;
mod tidying;
mod words;

use std::rc::Rc;

use emic_core::ids::{DocumentId, FolderId};
use emic_core::project::DocumentKind;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::i18n::{refused, tr};
use crate::persist::wait::turn;
use crate::route::{Place, Route};
use crate::screens::documents::folder_options;
use crate::session::use_session;
use crate::store::{use_selector, use_store, use_writable};
use crate::widgets::{
    Banner, Button, ButtonVariant, ConfirmDialog, Dialog, DialogSize, IconName, ProgressBar, Select, Tone, announce,
    dom,
};
use crate::worker::Stop;
use batch::{Batch, Change, Progress};
use choose::{Choose, PickFiles};
use drop::use_file_drop;
use files::Stage;
use item::Item;
use list::{Failures, ItemList};
use originals::KeepOriginals;
use outcome::Outcome;
use preview::{Preview, kinds_of_all};
use read::{paste, read_files, use_preparing};
pub use speakers::{Ask as SpeakerAsk, Question as SpeakerQuestion};
use table::TableWizard;
pub use words::reason as read_failure;

/// What is to be brought in, and where to.
#[derive(Properties, PartialEq)]
pub struct ImportDialogProps {
    /// Files that were dropped; empty if they are to be chosen here.
    #[prop_or_default]
    pub files: Vec<web_sys::File>,
    /// The folder for the new documents.
    #[prop_or_default]
    pub folder: Option<FolderId>,
    /// Called when it is done or given up.
    pub on_close: Callback<()>,
}

/// What is done in the end, apart from the list.
#[derive(Clone, PartialEq, Default)]
enum Work {
    /// Nothing yet.
    #[default]
    None,
    /// So many texts are prepared.
    Under(Progress),
    /// The project did not take them; why.
    Refused(AttrValue),
    /// So many are in; others were left out.
    Done(usize),
}

/// The dialog that brings text in.
#[component]
pub fn ImportDialog(props: &ImportDialogProps) -> Html {
    let (store, session) = (use_store(), use_session());
    let folder = props.folder;
    let batch = use_reducer_eq(|| Batch::new(folder));
    let adding = use_state_eq(|| false);
    let pasting = use_state_eq(|| false);
    let pasted = use_state_eq(|| false);
    let asking = use_state_eq(|| false);
    let work = use_state_eq(Work::default);
    let stop = use_mut_ref(Stop::default);
    let surface = use_node_ref();
    let writable = use_writable();

    let on_files = {
        let (batch, stop, store, adding) = (batch.dispatcher(), stop.clone(), store.clone(), adding.setter());
        use_callback((), move |files: Vec<File>, ()| {
            adding.set(false);
            let mine = Stop::default();
            *stop.borrow_mut() = mine.clone();
            let named = |file: File| {
                let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|it| it.as_string());
                (path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()).into(), file)
            };
            let files = files.into_iter().map(named).collect();
            spawn_local(read_files(files, store.clone(), batch.clone(), mine));
        })
    };
    {
        let (on_files, files, stop) = (on_files.clone(), props.files.clone(), stop.clone());
        use_effect_with((), move |()| {
            if !files.is_empty() {
                on_files.emit(files);
            }
            move || stop.borrow().now()
        });
    }
    use_preparing(&batch);
    let reading = batch.reading().is_some();
    {
        // Said once the last file is read.
        let (items, failures) = (batch.items.len(), batch.failures().count());
        use_effect_with(reading, move |reading| {
            if !reading && items + failures > 0 {
                announce(&tr!("import-read", texts = items, failures = failures));
            }
        });
    }
    let on_paste = {
        let (batch, store, adding) = (batch.dispatcher(), store.clone(), adding.setter());
        let (pasting, pasted) = (pasting.setter(), pasted.setter());
        Callback::from(move |(title, words): (String, String)| {
            pasted.set(true);
            spawn_local(paste(title, words, store.clone(), batch.clone()));
            pasting.set(false);
            adding.set(false);
        })
    };

    let busy = matches!(*work, Work::Under(_));
    let over = use_file_drop(Some(surface.clone()), !busy && !reading, on_files.clone());
    let nothing = batch.items.is_empty() && !batch.files.iter().any(|file| matches!(file.stage, Stage::Table(_)));
    let choosing = (nothing && !reading && !*pasted) || *adding;
    let done = matches!(*work, Work::Done(..));
    {
        let surface = surface.clone();
        // What had the focus goes with its step: it stays in the dialog, at what comes next.
        use_effect_with((choosing, reading, busy, done), move |_| {
            let lost = dom::focused().is_none_or(|element| element.tag_name() == "DIALOG");
            if let Some(surface) = surface.cast::<web_sys::Element>().filter(|_| lost) {
                let next = surface.query_selector(".import__row-body, textarea, .progress button").ok().flatten();
                dom::focus(&next.unwrap_or(surface));
            }
        });
    }
    let close = {
        let (on_close, asking, stop) = (props.on_close.clone(), asking.setter(), stop.clone());
        let unsaved = !done && (!batch.items.is_empty() || *pasting || reading);
        Callback::from(move |()| {
            if unsaved {
                asking.set(true);
            } else {
                stop.borrow().now();
                on_close.emit(());
            }
        })
    };
    let bring = {
        let (batch, store, work, stop) = (batch.clone(), store.clone(), work.setter(), stop.clone());
        let (session, on_close) = (session.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            let items: Vec<Rc<Item>> = batch.ticked().map(|item| Rc::clone(&item.0)).collect();
            let left_out = batch.items.len() - items.len() + batch.failures().count() + batch.tables().count();
            // What is not in the texts is told at the end as well.
            let to_tell = left_out > 0 || batch.files.iter().any(|file| !file.left_out.is_empty());
            let keep = originals::wanted(&batch, session.kept());
            let (total, folder) = (keep.len() + items.len(), batch.folder);
            let all = batch.items.clone();
            let (store, work, on_close, mine) = (store.clone(), work.clone(), on_close.clone(), Stop::default());
            *stop.borrow_mut() = mine.clone();
            work.set(Work::Under(Progress { done: 0, total, share: 0.0 }));
            spawn_local(async move {
                let told = work.clone();
                let prepared = move |done| {
                    let share = done as f64 / total.max(1) as f64;
                    told.set(Work::Under(Progress { done, total, share }));
                };
                match finish::bring_in(&store, items, &keep, folder, &mine, prepared).await {
                    Err(why) => work.set(Work::Refused(refused(&why))),
                    Ok(made) if made.documents.is_empty() => work.set(Work::None),
                    Ok(made) => {
                        // Each of these takes a while where there are many texts: the page has its turn between them.
                        finish::tell(&store, &made, left_out);
                        open(&store, made.documents.first().copied());
                        turn().await;
                        if to_tell {
                            work.set(Work::Done(made.documents.len()));
                        } else {
                            on_close.emit(());
                        }
                        turn().await;
                        finish::let_go(all).await;
                    }
                }
            });
        })
    };
    let halt = {
        let (stop, batch) = (stop.clone(), batch.dispatcher());
        Callback::from(move |_: MouseEvent| {
            stop.borrow().now();
            batch.dispatch(Change::Stopped);
        })
    };

    let ticked = batch.ticked().count();
    let actions = if done {
        html! { <Button key="done" label={tr!("done")} variant={ButtonVariant::Primary} onclick={close.reform(|_: MouseEvent| ())} /> }
    } else {
        let back = adding.setter();
        html! {
            <>
                if choosing && !batch.items.is_empty() {
                    <Button
                        key="back"
                        label={tr!("import-back")}
                        onclick={Callback::from(move |_: MouseEvent| back.set(false))}
                    />
                }
                <Button key="cancel" label={tr!("cancel")} onclick={close.reform(|_: MouseEvent| ())} />
                if !choosing {
                    <Button
                        key="bring"
                        label={tr!("import-bring-in", n = ticked)}
                        variant={ButtonVariant::Primary}
                        disabled={ticked == 0 || busy || reading || batch.is_preparing() || !writable}
                        onclick={bring}
                    />
                }
            </>
        }
    };
    let failed = batch.failures().next().is_some();
    let main = match &*work {
        Work::Done(n) => html! { <Outcome key="done" documents={*n} batch={(*batch).clone()} /> },
        Work::Under(progress) => html! {
            <div key="under" class="import__wait">
                <ProgressBar
                    label={tr!("import-preparing")}
                    share={progress.share}
                    detail={tr!("n-of-total", n = progress.done, total = progress.total)}
                >
                    <Button label={tr!("import-stop")} small=true onclick={halt} />
                </ProgressBar>
            </div>
        },
        _ if choosing => html! {
            <div key="choose" class="import__start">
                if failed {
                    <Failures files={batch.files.clone()} />
                }
                <Choose on_files={on_files.clone()} {on_paste} on_draft={{
                    let pasting = pasting.setter();
                    Callback::from(move |draft| pasting.set(draft))
                }} />
            </div>
        },
        _ => html! {
            <Desk key="desk" batch={(*batch).clone()} change={batch.dispatcher()} {on_files} {halt} on_add={{
                let adding = adding.setter();
                Callback::from(move |()| adding.set(true))
            }} />
        },
    };
    let give_up = props.on_close.clone();
    let stay = asking.setter();
    html! {
        <div class="import-holder">
            <Dialog
                key="dialog"
                open=true
                title={tr!("import-heading")}
                on_close={close}
                size={DialogSize::Large}
                closes_outside=false
                {actions}
            >
                <div
                    ref={surface}
                    tabindex="-1"
                    class={classes!("import", (!choosing && !done).then_some("import--desk"), over.then_some("import--over"))}
                >
                    if !writable {
                        <Banner key="locked" tone={Tone::Warning}>{ tr!("error-read-only") }</Banner>
                    }
                    if let Work::Refused(why) = &*work {
                        <Banner key="refused" tone={Tone::Error}>{ why.clone() }</Banner>
                    }
                    { main }
                </div>
            </Dialog>
            <ConfirmDialog
                key="ask"
                open={*asking}
                title={tr!("import-give-up-title")}
                confirm={tr!("import-give-up")}
                danger=true
                on_confirm={Callback::from(move |()| give_up.emit(()))}
                on_cancel={Callback::from(move |()| stay.set(false))}
            >
                <p>{ tr!("import-give-up-text") }</p>
            </ConfirmDialog>
        </div>
    }
}

/// Shows a new document.
fn open(store: &crate::store::Store, document: Option<DocumentId>) {
    if let (Some(snapshot), Some(document)) = (store.snapshot(), document) {
        Route::Project(snapshot.project.id, Place::Read(Some(document), None)).go();
    }
}

#[derive(Properties, PartialEq)]
struct DeskProps {
    batch: Batch,
    change: UseReducerDispatcher<Batch>,
    on_files: Callback<Vec<File>>,
    on_add: Callback<()>,
    halt: Callback<MouseEvent>,
}

/// The list at the start side, the preview of the chosen text at the end side.
#[component]
fn Desk(props: &DeskProps) -> Html {
    let batch = &props.batch;
    let on_kind = {
        let batch = props.change.clone();
        Callback::from(move |kind: String| {
            if !kind.is_empty() {
                batch.dispatch(Change::KindOfAll(DocumentKind::from(kind)));
            }
        })
    };
    let on_folder = {
        let batch = props.change.clone();
        Callback::from(move |folder: String| batch.dispatch(Change::Folder(folder.parse().ok())))
    };
    let folders = use_selector(|snapshot| folder_options(&snapshot.project)).unwrap_or_default();
    let (kind, kinds) = kinds_of_all(&batch.items);
    html! {
        <div class="import__desk">
            <div class="import__side" key="side">
                if let Some(reading) = batch.reading() {
                    <ProgressBar
                        key="reading"
                        label={tr!("import-reading")}
                        share={reading.share}
                        detail={tr!("n-of-total", n = reading.done, total = reading.total)}
                    >
                        <Button label={tr!("import-stop")} small=true onclick={props.halt.clone()} />
                    </ProgressBar>
                } else {
                    <div class="import__add" key="add">
                        <PickFiles label={tr!("import-add-files")} on_files={props.on_files.clone()} />
                        <Button
                            label={tr!("import-paste")}
                            icon={IconName::Plus}
                            small=true
                            onclick={props.on_add.reform(|_: MouseEvent| ())}
                        />
                    </div>
                }
                if batch.failures().next().is_some() {
                    <Failures key="failures" files={batch.files.clone()} />
                }
                <ItemList
                    key="items"
                    files={batch.files.clone()}
                    items={batch.items.clone()}
                    chosen={batch.chosen}
                    batch={props.change.clone()}
                />
                <div class="import__for-all" key="for-all" role="group" aria-label={tr!("import-for-all")}>
                    if batch.items.len() > 1 {
                        <Select key="kind" label={tr!("import-kind-of-all")} value={kind} options={kinds} on_change={on_kind} />
                    }
                    if folders.len() > 1 {
                        <Select
                            key="folder"
                            label={tr!("import-folder")}
                            value={batch.folder.map(|folder| folder.to_string()).unwrap_or_default()}
                            options={folders}
                            on_change={on_folder}
                        />
                    }
                </div>
                <KeepOriginals key="originals" batch={batch.clone()} />
            </div>
            if let Some(table) = batch.chosen_table() {
                <TableWizard key="table" file={table.clone()} batch={props.change.clone()} />
            } else if let Some(item) = batch.chosen_text() {
                <Preview
                    key="preview"
                    item={item.clone()}
                    file={item.file.and_then(|id| batch.file(id)).cloned()}
                    others={batch.items.len() > 1}
                    batch={props.change.clone()}
                />
            } else {
                <div key="nothing"></div>
            }
        </div>
    }
}
