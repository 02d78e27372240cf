//! Files as they were that are kept with documents: which are here, saving one, letting go of one.

use std::collections::BTreeSet;

use emic_core::consent::hidden_of;
use emic_core::edit::Edit;
use emic_core::ids::DocumentId;
use emic_core::project::{Document, Project};
use emic_core::text::TextHash;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::i18n::{format_bytes, tr};
use crate::screens::act::act_with_undo;
use crate::session::save_as;
use crate::store::{Store, use_store};
use crate::widgets::toast;

/// What a list says of the file that a document came out of. `here` are those whose bytes are in this browser; not known
/// yet if there is none.
pub fn original_words(document: &Document, here: Option<&BTreeSet<TextHash>>) -> Option<AttrValue> {
    let original = document.source.original.as_ref()?;
    Some(match here {
        Some(here) if !here.contains(&original.hash) => tr!("documents-original-elsewhere"),
        _ => tr!("documents-original-kept", size = format_bytes(original.bytes as f64)),
    })
}

/// The files as they were whose bytes are in this browser; `None` until that is known, or if it cannot be.
#[hook]
pub fn use_originals_here(project: &Project) -> Option<BTreeSet<TextHash>> {
    let store = use_store();
    let here = use_state_eq(|| None);
    let named: BTreeSet<TextHash> =
        emic_core::sorting::to_set(project.documents.values().filter_map(|document| document.original()));
    {
        let here = here.setter();
        use_effect_with((project.id, named), move |(_, named)| {
            // Most projects have none, and are not asked.
            if !named.is_empty() {
                spawn_local(async move { here.set(store.originals_here().await) });
            }
        });
    }
    (*here).clone()
}

/// Hands the file that a document came out of over, as it was.
pub fn save_original(store: &Store, id: DocumentId) {
    let document = store.snapshot().and_then(|snapshot| snapshot.project.documents.get(&id).cloned());
    let Some((document, hash)) = document.and_then(|document| document.original().map(|hash| (document, hash))) else {
        return;
    };
    // The file holds all that the document held when it was brought in, and what others that came out of it hold.
    let withdrawn = store.snapshot().is_some_and(|snapshot| {
        let of_it = snapshot.project.documents.values().filter(|other| other.original() == Some(hash));
        of_it.into_iter().any(|other| {
            let (all, spans) = hidden_of(&snapshot.project, other);
            all || !spans.is_empty()
        })
    });
    if withdrawn {
        toast(tr!("documents-original-withdrawn"), None);
        return;
    }
    let store = store.clone();
    spawn_local(async move {
        let name = document.source.file_name.as_deref().unwrap_or(&document.title);
        let said = match store.original(hash).await {
            Ok(Some(bytes)) => save_as(name, &bytes).map(|name| tr!("exported-as", name = name)),
            Ok(None) => Ok(tr!("documents-original-missing", name = &document.title)),
            Err(why) => Err(why),
        };
        toast(said.unwrap_or_else(|why| why), None);
    });
}

/// Lets go of the file that a document came out of, with a notice that takes it back.
pub fn remove_original(store: &Store, id: DocumentId) {
    act_with_undo(store, vec![Edit::RemoveOriginal { id }], tr!("documents-original-removed"));
}
