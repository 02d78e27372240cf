//! Taking words out of a project and out of all that is stored of it.

use std::collections::{BTreeMap, BTreeSet};

use emic_core::edit::EditError;
use emic_core::ids::CodeId;
use emic_core::project::Project;
use emic_core::removal::{Removal, TakenOut};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::i18n::{refused, tr};
use crate::session::{Session, export_open, use_session};
use crate::store::{Refused, Same, Store, use_store};
use crate::widgets::{Button, ButtonVariant, Checkbox, Dialog, DialogSize, IconName, toast};

/// What the dialog needs.
#[derive(Properties, PartialEq)]
pub struct RemovalDialogProps {
    /// The project as it is open.
    pub project: Same<Project>,
    /// What is to be taken out of it.
    pub out: TakenOut,
    /// Asks whether to.
    pub title: AttrValue,
    /// Says what that is.
    pub children: Html,
    /// Called when it is done, before the dialog closes.
    #[prop_or_default]
    pub on_removed: Callback<()>,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
}

/// Asks whether something is removed for good, and does it.
#[component]
pub fn RemovalDialog(props: &RemovalDialogProps) -> Html {
    let (store, session) = (use_store(), use_session());
    let working = use_state_eq(|| false);
    let codes = props.out.codes_of_it(&props.project);
    // Names that stand in the words are made of them: these go unless one says otherwise.
    let taken =
        use_state(|| codes.iter().filter(|(_, of_words)| *of_words).map(|(code, _)| code.id).collect::<BTreeSet<_>>());
    let on_taken = {
        let taken = taken.setter();
        Callback::from(move |now: BTreeSet<CodeId>| taken.set(now))
    };
    let codes: Vec<(CodeId, AttrValue)> = codes.iter().map(|(code, _)| (code.id, code.name.clone().into())).collect();
    let export = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| export_open(&session))
    };
    let on_submit = {
        let (project, working) = (props.project.clone(), working.setter());
        let out = TakenOut { codes: taken.iter().copied().collect(), ..props.out.clone() };
        let (done, close) = (props.on_removed.clone(), props.on_close.clone());
        Callback::from(move |()| {
            working.set(true);
            let (store, session, working) = (store.clone(), session.clone(), working.clone());
            let (project, out, done, close) = (project.clone(), out.clone(), done.clone(), close.clone());
            spawn_local(async move {
                match remove_for_good(&store, &session, &project, &out).await {
                    Ok(points) => {
                        done.emit(());
                        close.emit(());
                        toast(tr!("withdrawn-removed", n = points), None);
                    }
                    Err(why) => {
                        toast(why, None);
                        working.set(false);
                    }
                }
            });
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("purge-export-first")} icon={IconName::Download} class="dialog__first" onclick={export} />
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("withdrawn-remove")} variant={ButtonVariant::Danger} disabled={*working} submit=true />
        </>
    };
    html! {
        <Dialog open=true alert=true size={DialogSize::Medium} title={props.title.clone()} on_close={props.on_close.clone()} {on_submit} {actions}>
            { props.children.clone() }
            <CodesToo {codes} taken={(*taken).clone()} {on_taken} />
            <p>{ tr!("remove-loses") }</p>
            <p>{ tr!("purge-names-stay") }</p>
            <p>{ tr!("purge-beyond") }</p>
        </Dialog>
    }
}

/// What the list of codes needs.
#[derive(Properties, PartialEq)]
pub struct CodesTooProps {
    /// The codes, and what they are called.
    pub codes: Vec<(CodeId, AttrValue)>,
    /// Those that are to go.
    pub taken: BTreeSet<CodeId>,
    /// Called with those that are to go now.
    pub on_taken: Callback<BTreeSet<CodeId>>,
}

/// Asks which codes go with what is removed, since a name may be words of it; nothing if there is none.
#[component]
pub fn CodesToo(props: &CodesTooProps) -> Html {
    let CodesTooProps { codes, taken, on_taken } = props;
    if codes.is_empty() {
        return html! { <div></div> };
    }
    let on_code = {
        let taken = taken.clone();
        on_taken.reform(move |(id, on): (CodeId, bool)| {
            let others = taken.iter().copied().filter(|other| *other != id);
            others.chain(on.then_some(id)).collect()
        })
    };
    let on_all = {
        let all: BTreeSet<CodeId> = codes.iter().map(|(id, _)| *id).collect();
        on_taken.reform(move |on: bool| if on { all.clone() } else { BTreeSet::new() })
    };
    let all = taken.len() == codes.len();
    html! {
        <fieldset class="backups__codes">
            <legend>{ tr!("purge-codes", n = codes.len()) }</legend>
            <p class="soft">{ tr!("purge-codes-text") }</p>
            if codes.len() > 1 {
                <Checkbox
                    key="all"
                    label={tr!("purge-codes-all")}
                    checked={all}
                    mixed={!taken.is_empty() && !all}
                    on_change={on_all}
                />
            }
            <ul key="codes" class="backups__codes-list">
                { for codes.iter().map(|(id, name)| {
                    let id = *id;
                    html! {
                        <li key={id.to_string()}>
                            <Checkbox
                                label={name.clone()}
                                checked={taken.contains(&id)}
                                on_change={on_code.reform(move |on| (id, on))}
                            />
                        </li>
                    }
                }) }
            </ul>
        </fieldset>
    }
}

/// Takes something out for good; gives how many restore points went because they held any of it.
async fn remove_for_good(
    store: &Store,
    session: &Session,
    project: &Project,
    out: &TakenOut,
) -> Result<usize, AttrValue> {
    let not_as_it_was = || refused(&Refused::Edit(EditError::NotAsItWas));
    let mut texts = BTreeMap::new();
    for (id, _) in &out.parts {
        let document = project.documents.get(id).ok_or_else(not_as_it_was)?;
        texts.insert(*id, store.text(document.text).await.map_err(AttrValue::from)?);
    }
    let removal = Removal::of(project, out, |id| texts.get(&id).cloned()).ok_or_else(not_as_it_was)?;
    session.purge_after(removal.edits, removal.texts).await
}
