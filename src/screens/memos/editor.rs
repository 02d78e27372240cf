//! One memo: its title, kind, subject and words, and what it said before.

use emic_core::edit::{Edit, MemoField};
use emic_core::project::{Memo, MemoKind, Project, Subject, link_words};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::kinds;
use super::pick::PickDialog;
use super::versions::Versions;
use super::words::{kind_name, rendered, subject_link};
use crate::i18n::{format_date_time, tr};
use crate::route::{Place, Route};
use crate::screens::act::{act, act_with_undo};
use crate::screens::quotation::NoteField;
use crate::store::{Same, use_selector, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, IconButton, IconName, Select, SelectOption, TextField, dom};

/// The choice that lets one name a kind.
const OWN: &str = " own";

/// What is being picked.
#[derive(Clone, Copy, PartialEq)]
enum Picking {
    /// What the memo is about.
    About,
    /// What a link leads to, which takes the place of so many code units before this place in the words.
    Link(usize, usize),
}

#[derive(Properties, PartialEq)]
pub(super) struct EditorProps {
    pub project: Same<Project>,
    pub memo: Same<Memo>,
}

/// One memo. The caller gives it the memo's id as its key.
#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let (project, id) = (&props.project, props.memo.id);
    // Not as the list has it, which waits for a quiet moment: what came late would be put over what is being typed.
    let now = use_selector(move |snapshot| snapshot.project.memos.get(&id).cloned().map(Same));
    let memo = now.flatten().unwrap_or_else(|| props.memo.clone());
    let memo = &memo;
    // A new memo is written, one that has words is read where nothing can be changed.
    let preview = use_state_eq(|| false);
    let own = use_state_eq(|| false);
    let picking = use_state_eq(|| None::<Picking>);
    let area = use_node_ref();
    // Where one goes on writing once the dialog has gone: behind it nothing can have a caret.
    let after = use_mut_ref(|| None::<u32>);
    {
        let (area, after) = (area.clone(), after.clone());
        use_effect_with(*picking, move |picking| {
            let at = if picking.is_none() { after.take() } else { None };
            if let (Some(at), Some(area)) = (at, field(&area)) {
                dom::focus(&area);
                // A field that is on the page has a selection.
                let _ = area.set_selection_range(at, at);
            }
        });
    }
    let set = {
        let store = store.clone();
        move |field: MemoField| -> bool { act(&store, vec![Edit::SetMemo { id, field }], &tr!("memos-kept")) }
    };
    let on_title = {
        let (set, old) = (set.clone(), memo.title.clone());
        Callback::from(move |title: String| {
            if title.trim() != old {
                set(MemoField::Title(title));
            }
        })
    };
    let on_kind = {
        let (set, own) = (set.clone(), own.setter());
        Callback::from(move |key: String| {
            own.set(key == OWN);
            if key != OWN {
                set(MemoField::Kind(key.into()));
            }
        })
    };
    let on_own = {
        let (set, own) = (set.clone(), own.setter());
        Callback::from(move |words: String| {
            if !words.trim().is_empty() && set(MemoField::Kind(MemoKind::from(words.trim().to_owned()))) {
                own.set(false);
            }
        })
    };
    let on_words = {
        let set = set.clone();
        Callback::from(move |words: String| {
            set(MemoField::Words(words));
        })
    };
    let on_typed = {
        let (area, picking) = (area.clone(), picking.setter());
        Callback::from(move |_: String| {
            if let Some(picked) = trigger(&area) {
                picking.set(Some(picked));
            }
        })
    };
    let link = {
        let (area, picking) = (area.clone(), picking.setter());
        Callback::from(move |_: MouseEvent| picking.set(Some(Picking::Link(caret(&area), 0))))
    };
    let close = {
        let picking = picking.setter();
        Callback::from(move |()| picking.set(None))
    };
    let on_choose = {
        let (area, after) = (area.clone(), after.clone());
        let (picking, set, project) = (picking.clone(), set.clone(), project.clone());
        Callback::from(move |subject: Subject| {
            match *picking {
                Some(Picking::About) => {
                    set(MemoField::About(Some(subject)));
                }
                Some(Picking::Link(at, typed)) => {
                    let link = link_words(&subject, subject.name_in(&project).unwrap_or_default());
                    if let Some((words, end)) = put_in(&area, at, typed, &link) {
                        after.replace(u32::try_from(end).ok());
                        set(MemoField::Words(words));
                    }
                }
                None => {}
            }
            picking.set(None);
        })
    };
    let about = {
        let picking = picking.setter();
        Callback::from(move |_: MouseEvent| picking.set(Some(Picking::About)))
    };
    let on_project = {
        let set = set.clone();
        Callback::from(move |_: MouseEvent| {
            set(MemoField::About(Some(Subject::Project)));
        })
    };
    let free = {
        let set = set.clone();
        Callback::from(move |_: MouseEvent| {
            set(MemoField::About(None));
        })
    };
    let toggle = {
        let preview = preview.clone();
        Callback::from(move |_: MouseEvent| preview.set(!*preview))
    };
    let delete = {
        let (store, title, project) = (store.clone(), memo.title.clone(), project.id);
        Callback::from(move |_: MouseEvent| {
            if act_with_undo(&store, vec![Edit::DeleteMemo { id }], tr!("memos-deleted", memo = &title)) {
                Route::Project(project, Place::Memos(None)).go();
            }
        })
    };
    let kinds = kinds(project).into_iter().map(|kind| SelectOption::new(kind.key().to_owned(), kind_name(&kind)));
    let kinds: Vec<_> = kinds.chain([SelectOption::new(OWN, tr!("memos-own"))]).collect();
    let kind = if *own { OWN.to_owned() } else { memo.kind.key().to_owned() };
    let coder = |id| project.coders.get(&id).map(|coder| coder.name.clone()).unwrap_or_default();
    let read = *preview || !writable;
    let subject = memo.about.as_ref().map(|about| {
        let was =
            if about.was.is_empty() { tr!("memos-about-gone") } else { tr!("memos-about-was", name = &about.was) };
        subject_link(project, &about.subject, &was)
    });
    html! {
        <article class="memo" aria-label={memo.title.clone()}>
            <a class="memo__back small" href={Route::Project(project.id, Place::Memos(None)).hash()}>{ tr!("memos-back") }</a>
            if writable {
                <TextField key="title" class="memo__title" label={tr!("title")} value={memo.title.clone()} on_commit={on_title} required=true max_length={500} />
            } else {
                <h2 key="heading" dir="auto">{ memo.title.clone() }</h2>
            }
            <div key="facts" class="memo__facts">
                if writable {
                    <Select label={tr!("memos-kind")} value={kind} options={kinds} on_change={on_kind} />
                    if *own {
                        <TextField label={tr!("memos-own-kind")} value="" on_commit={on_own} autofocus=true />
                    }
                } else {
                    <span>{ kind_name(&memo.kind) }</span>
                }
                <div class="memo__about" role="group" aria-label={tr!("memos-about")}>
                    <span class="field__label">{ tr!("memos-about") }</span>
                    <span class="memo__subject">
                        if let Some(subject) = subject {
                            <span dir="auto">{ subject }</span>
                            if writable {
                                <IconButton label={tr!("memos-make-free")} icon={IconName::Close} small=true onclick={free} />
                            }
                        } else {
                            <span class="soft">{ tr!("memos-about-free") }</span>
                        }
                        if writable {
                            <Button label={tr!("memos-choose")} small=true popup="dialog" onclick={about} />
                            if memo.about.is_none() {
                                <Button label={tr!("memos-about-project")} small=true variant={ButtonVariant::Quiet} onclick={on_project} />
                            }
                        }
                    </span>
                </div>
            </div>
            if writable {
                <div key="tools" class="row row--wrap memo__tools">
                    <Button label={tr!("memos-preview")} small=true pressed={*preview} onclick={toggle} />
                    <Button label={tr!("memos-link")} small=true icon={IconName::Plus} popup="dialog" disabled={*preview} onclick={link} />
                    <Button label={tr!("memos-delete")} small=true icon={IconName::Trash} variant={ButtonVariant::Quiet} onclick={delete} />
                </div>
            }
            if read {
                <div key="read" class="memo__read">
                    if memo.words.trim().is_empty() {
                        <p class="soft">{ tr!("memos-no-words") }</p>
                    } else {
                        { rendered(project, &memo.words, 2) }
                    }
                </div>
            } else {
                <NoteField
                    key="write"
                    label={tr!("memos-words")}
                    value={memo.words.clone()}
                    hint={tr!("memos-words-hint")}
                    rows=14
                    on_commit={on_words}
                    {on_typed}
                    field_ref={area}
                />
            }
            <p key="made" class="soft small">
                { tr!("memos-made", when = format_date_time(memo.created.at.0 as f64), coder = coder(memo.created.by)) }
                if memo.written() != memo.created {
                    { " · " }{ tr!("memos-last", when = format_date_time(memo.written().at.0 as f64), coder = coder(memo.written().by)) }
                }
            </p>
            <div key="versions">
                if !memo.versions.is_empty() {
                    <Versions project={project.clone()} memo={memo.clone()} />
                }
            </div>
            <div key="pick">
                if let Some(picked) = *picking {
                    <PickDialog title={if picked == Picking::About { tr!("memos-choose-about") } else { tr!("memos-link") }} {on_choose} on_close={close} />
                }
            </div>
        </article>
    }
}

fn field(area: &NodeRef) -> Option<HtmlTextAreaElement> {
    area.cast::<HtmlTextAreaElement>()
}

/// Where the caret is, in code units.
fn caret(area: &NodeRef) -> usize {
    let at = field(area).and_then(|area| area.selection_end().ok().flatten());
    at.map_or(0, |at| at as usize)
}

/// A link is begun by `[[`, or by `@` where a word could begin.
fn trigger(area: &NodeRef) -> Option<Picking> {
    let at = caret(area);
    let units: Vec<u16> = field(area)?.value().encode_utf16().take(at).collect();
    let before = String::from_utf16_lossy(&units);
    if before.ends_with("[[") {
        return Some(Picking::Link(at, 2));
    }
    let rest = before.strip_suffix('@')?;
    let starts = rest.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    starts.then_some(Picking::Link(at, 1))
}

/// Puts something in at a place of the words, in place of so many units before it. Gives all words, and where it ends.
fn put_in(area: &NodeRef, at: usize, typed: usize, words: &str) -> Option<(String, usize)> {
    let area = field(area)?;
    let units: Vec<u16> = area.value().encode_utf16().collect();
    let at = at.min(units.len());
    let start = at.saturating_sub(typed);
    let new: Vec<u16> = words.encode_utf16().collect();
    let after = start + new.len();
    let all: Vec<u16> = units[..start].iter().chain(&new).chain(&units[at..]).copied().collect();
    let all = String::from_utf16_lossy(&all);
    area.set_value(&all);
    Some((all, after))
}
