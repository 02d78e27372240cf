//! What is asked before something is done to documents and folders: one place for the navigation and the list.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::{DocumentId, FolderId};
use emic_core::project::{DocumentKind, Subject};
use yew::prelude::*;

use super::compare::CompareDialog;
use super::folders::folder_options;
use super::kind::{kind_name, kind_options};
use super::node::Node;
use super::originals::{remove_original, save_original};
use crate::i18n::tr;
use crate::platform;
use crate::screens::act::act_with_undo;
use crate::screens::import::ImportDialog;
use crate::screens::memos::open_on;
use crate::store::{Snapshot, Store, use_store};
use crate::widgets::{Button, ButtonVariant, ConfirmDialog, Dialog, IconName, MenuItem, Select, TextField};

/// What is asked.
#[derive(Clone, PartialEq)]
pub enum Ask {
    /// Another name.
    Rename(Node),
    /// What sort of material these are.
    Kind(Rc<[DocumentId]>),
    /// Which folder these go to.
    Move(Rc<[DocumentId]>),
    /// Whether these are to go, with their quotations.
    Delete(Rc<[DocumentId]>),
    /// Whether a folder is to go.
    DeleteFolder(FolderId),
    /// What a new folder in this one is called.
    NewFolder(Option<FolderId>),
    /// How the text differs from the one that was imported.
    Compare(DocumentId),
    /// What text is to be brought in, and into which folder.
    Import(Vec<web_sys::File>, Option<FolderId>),
}

impl Ask {
    /// The actions on a document, for its menus. `open` opens it, and `beside` does so beside the one on show; what
    /// changes it is out of use unless `writable`.
    pub fn of_document(
        store: &Store,
        id: DocumentId,
        ask: &Callback<Ask>,
        open: Callback<()>,
        beside: Callback<()>,
        writable: bool,
    ) -> Rc<[MenuItem]> {
        let one: Rc<[DocumentId]> = Rc::from([id]);
        let asks = |what: Ask| ask.reform(move |()| what.clone());
        let change = |label: AttrValue, what: Ask| MenuItem::new(label, asks(what)).disabled(!writable);
        let memo = {
            let store = store.clone();
            Callback::from(move |()| open_on(&store, Subject::Document(id)))
        };
        let mut items = vec![
            MenuItem::new(tr!("open"), open).icon(IconName::Document).keys("Enter"),
            MenuItem::new(tr!("open-beside"), beside).icon(IconName::SplitPane),
            MenuItem::new(tr!("memos-button"), memo).icon(IconName::Comment),
            change(tr!("documents-rename"), Ask::Rename(Node::Document(id))).icon(IconName::Pencil).keys("F2"),
            change(tr!("documents-set-kind"), Ask::Kind(one.clone())).icon(IconName::List),
            change(tr!("documents-move-to"), Ask::Move(one.clone())).icon(IconName::Folder),
            MenuItem::new(tr!("documents-compare"), asks(Ask::Compare(id))).icon(IconName::Duplicate),
            change(tr!("documents-delete"), Ask::Delete(one)).icon(IconName::Trash).danger().parted().keys("Del"),
        ];
        let has_original =
            |snapshot: Snapshot| snapshot.project.documents.get(&id).and_then(|it| it.original()).is_some();
        if store.snapshot().is_some_and(has_original) {
            let (here, there) = (store.clone(), store.clone());
            let save = Callback::from(move |()| save_original(&here, id));
            let remove = Callback::from(move |()| remove_original(&there, id));
            let remove = MenuItem::new(tr!("documents-original-remove"), remove).disabled(!writable);
            let save = MenuItem::new(tr!("documents-original-save"), save).icon(IconName::Download).parted();
            items.splice(items.len() - 1..items.len() - 1, [save, remove.icon(IconName::Close)]);
        }
        items.into()
    }

    /// The actions on a folder, for its menu; out of use unless `writable`.
    pub fn of_folder(id: FolderId, ask: &Callback<Ask>, writable: bool) -> Rc<[MenuItem]> {
        let change =
            |label: AttrValue, what: Ask| MenuItem::new(label, ask.reform(move |()| what.clone())).disabled(!writable);
        Rc::from([
            change(tr!("documents-import"), Ask::Import(Vec::new(), Some(id))).icon(IconName::Upload),
            change(tr!("documents-new-folder"), Ask::NewFolder(Some(id))).icon(IconName::Folder),
            change(tr!("documents-rename"), Ask::Rename(Node::Folder(id))).icon(IconName::Pencil).keys("F2"),
            change(tr!("documents-delete-folder"), Ask::DeleteFolder(id))
                .icon(IconName::Trash)
                .danger()
                .parted()
                .keys("Del"),
        ])
    }
}

/// What [`AskDialog`] asks.
#[derive(Properties, PartialEq)]
pub struct AskDialogProps {
    /// The question; none keeps it closed.
    pub ask: Option<Ask>,
    /// It was answered, or not.
    pub on_close: Callback<()>,
}

/// The dialog that asks.
#[component]
pub fn AskDialog(props: &AskDialogProps) -> Html {
    let close = &props.on_close;
    let dialog = match props.ask.clone() {
        None => html! {},
        Some(Ask::Rename(node)) => html! { <NameDialog ask={NameAsk::Rename(node)} on_close={close} /> },
        Some(Ask::NewFolder(parent)) => html! { <NameDialog ask={NameAsk::NewFolder(parent)} on_close={close} /> },
        Some(Ask::Kind(documents)) => html! { <ChoiceDialog kind=true {documents} on_close={close} /> },
        Some(Ask::Move(documents)) => html! { <ChoiceDialog kind=false {documents} on_close={close} /> },
        Some(Ask::Delete(documents)) => html! { <DeleteDialog {documents} on_close={close} /> },
        Some(Ask::DeleteFolder(folder)) => html! { <DeleteFolderDialog {folder} on_close={close} /> },
        Some(Ask::Compare(document)) => html! { <CompareDialog {document} on_close={close} /> },
        Some(Ask::Import(files, folder)) => html! { <ImportDialog {files} {folder} on_close={close} /> },
    };
    html! { <div class="documents-ask">{ dialog }</div> }
}

#[derive(Clone, Copy, PartialEq)]
enum NameAsk {
    Rename(Node),
    NewFolder(Option<FolderId>),
}

#[derive(Properties, PartialEq)]
struct NameDialogProps {
    ask: NameAsk,
    on_close: Callback<()>,
}

/// Asks for a name.
#[component]
fn NameDialog(props: &NameDialogProps) -> Html {
    let store = use_store();
    let old = {
        let project = store.snapshot().map(|snapshot| snapshot.project);
        let node = match props.ask {
            NameAsk::Rename(node) => Some(node),
            NameAsk::NewFolder(_) => None,
        };
        use_memo((), |()| node.zip(project).and_then(|(node, project)| node.name(&project)).unwrap_or_default())
    };
    let draft = use_state_eq(|| old.to_string());
    let empty = draft.trim().is_empty();
    let submit = {
        let (store, draft, old) = (store.clone(), draft.clone(), old.clone());
        let (ask, on_close) = (props.ask, props.on_close.clone());
        Callback::from(move |()| {
            let name = draft.trim().to_owned();
            if name.is_empty() {
                return;
            }
            if name != old.as_str() {
                let (edit, said) = match ask {
                    NameAsk::Rename(Node::Document(id)) => {
                        (Edit::RenameDocument { id, title: name.clone() }, tr!("documents-renamed", name = &name))
                    }
                    NameAsk::Rename(Node::Folder(id)) => {
                        (Edit::RenameFolder { id, name: name.clone() }, tr!("documents-renamed", name = &name))
                    }
                    NameAsk::NewFolder(parent) => {
                        let id = FolderId::from_random(platform::random());
                        let said = tr!("documents-folder-made", name = &name);
                        (Edit::AddFolder { id, name, parent }, said)
                    }
                };
                act_with_undo(&store, vec![edit], said);
            }
            on_close.emit(());
        })
    };
    let (title, label, confirm) = match props.ask {
        NameAsk::Rename(Node::Document(_)) => (tr!("documents-rename-title"), tr!("title"), tr!("rename")),
        NameAsk::Rename(Node::Folder(_)) => (tr!("documents-rename-folder-title"), tr!("name"), tr!("rename")),
        NameAsk::NewFolder(_) => (tr!("documents-new-folder"), tr!("name"), tr!("create")),
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_| ())} />
            <Button label={confirm} variant={ButtonVariant::Primary} submit=true disabled={empty} />
        </>
    };
    let on_input = Callback::from(move |text: String| draft.set(text));
    html! {
        <Dialog open=true {title} on_close={props.on_close.clone()} on_submit={submit} {actions} closes_outside=false>
            <TextField {label} value={(*old).clone()} {on_input} autofocus=true select_all=true />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct DocumentsDialogProps {
    documents: Rc<[DocumentId]>,
    on_close: Callback<()>,
}

#[derive(Properties, PartialEq)]
struct ChoiceDialogProps {
    /// Whether their kind is chosen, and not their folder.
    kind: bool,
    documents: Rc<[DocumentId]>,
    on_close: Callback<()>,
}

/// Asks for a kind or a folder.
#[component]
fn ChoiceDialog(props: &ChoiceDialogProps) -> Html {
    let store = use_store();
    let project = store.snapshot().map(|snapshot| snapshot.project);
    let first = project.as_ref().and_then(|project| project.documents.get(props.documents.first()?).cloned());
    let chosen = use_state_eq(|| match (&first, props.kind) {
        (Some(document), true) => document.kind.key().to_owned(),
        (Some(document), false) => document.folder.map(|id| id.to_string()).unwrap_or_default(),
        (None, _) => String::new(),
    });
    let options = match (&project, props.kind) {
        (_, true) => kind_options(),
        (Some(project), false) => folder_options(project),
        (None, false) => Vec::new(),
    };
    let submit = {
        let (store, chosen, documents) = (store.clone(), chosen.clone(), props.documents.clone());
        let (kind, on_close) = (props.kind, props.on_close.clone());
        Callback::from(move |()| {
            let n = documents.len();
            let (edits, said): (Vec<Edit>, _) = if kind {
                let kind = DocumentKind::from((*chosen).clone());
                let said = tr!("documents-kind-set", n = n, kind = kind_name(&kind));
                (documents.iter().map(|id| Edit::SetDocumentKind { id: *id, kind: kind.clone() }).collect(), said)
            } else {
                let folder = chosen.parse().ok();
                let said = tr!("documents-moved", n = n);
                (documents.iter().map(|id| Edit::MoveDocument { id: *id, folder, before: None }).collect(), said)
            };
            act_with_undo(&store, edits, said);
            on_close.emit(());
        })
    };
    let (title, label, confirm) = if props.kind {
        (tr!("documents-set-kind-title", n = props.documents.len()), tr!("documents-kind"), tr!("apply"))
    } else {
        (tr!("documents-move-title", n = props.documents.len()), tr!("folder"), tr!("move"))
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_| ())} />
            <Button label={confirm} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    let value = AttrValue::from((*chosen).clone());
    let on_change = Callback::from(move |value: String| chosen.set(value));
    html! {
        <Dialog open=true {title} on_close={props.on_close.clone()} on_submit={submit} {actions}>
            <Select {label} {value} {options} {on_change} />
        </Dialog>
    }
}

/// Says how much goes with documents, and removes them.
#[component]
fn DeleteDialog(props: &DocumentsDialogProps) -> Html {
    let store = use_store();
    let project = store.snapshot().map(|snapshot| snapshot.project);
    let n = props.documents.len();
    let quotations: usize = project.as_ref().map_or(0, |project| {
        props.documents.iter().filter_map(|id| project.quotations.get(id)).map(|list| list.len()).sum()
    });
    let name = project
        .as_ref()
        .and_then(|project| project.documents.get(props.documents.first()?).map(|document| document.title.clone()))
        .unwrap_or_default();
    let title =
        if n == 1 { tr!("documents-delete-title", name = &name) } else { tr!("documents-delete-many-title", n = n) };
    let confirm = {
        let (store, documents, on_close) = (store.clone(), props.documents.clone(), props.on_close.clone());
        Callback::from(move |()| {
            let edits = documents.iter().map(|id| Edit::DeleteDocument { id: *id }).collect();
            act_with_undo(&store, edits, tr!("documents-deleted", n = n));
            on_close.emit(());
        })
    };
    html! {
        <ConfirmDialog
            open=true
            {title}
            confirm={tr!("delete")}
            danger=true
            on_confirm={confirm}
            on_cancel={props.on_close.clone()}
        >
            <p>{ tr!("documents-delete-loss", n = quotations) }</p>
            <p class="soft small">{ tr!("documents-delete-undo") }</p>
        </ConfirmDialog>
    }
}

#[derive(Properties, PartialEq)]
struct DeleteFolderDialogProps {
    folder: FolderId,
    on_close: Callback<()>,
}

/// Says what becomes of what lies in a folder, and removes it.
#[component]
fn DeleteFolderDialog(props: &DeleteFolderDialogProps) -> Html {
    let store = use_store();
    let name =
        store.snapshot().and_then(|snapshot| Node::Folder(props.folder).name(&snapshot.project)).unwrap_or_default();
    let confirm = {
        let (store, id, name, on_close) = (store.clone(), props.folder, name.clone(), props.on_close.clone());
        Callback::from(move |()| {
            act_with_undo(&store, vec![Edit::DeleteFolder { id }], tr!("documents-folder-deleted", name = &name));
            on_close.emit(());
        })
    };
    html! {
        <ConfirmDialog
            open=true
            title={tr!("documents-delete-folder-title", name = &name)}
            confirm={tr!("delete")}
            danger=true
            on_confirm={confirm}
            on_cancel={props.on_close.clone()}
        >
            <p>{ tr!("documents-delete-folder-text") }</p>
        </ConfirmDialog>
    }
}
