//! The paragraph that is being corrected: a field in its place, what the change touches, and why it is made.

use std::collections::BTreeMap;

use emic_core::edit::{plan_text_edit, text_edit_touches};
use emic_core::ids::{DocumentId, QuotationId};
use emic_core::text::{Side, Span, Text, TextEdits, TextHash, canonical, diff};
use emic_view::cursor::TextCursor;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::page::OnPage;
use super::super::watch::focus_still;
use super::touched::TouchedLine;
use crate::i18n::tr;
use crate::screens::act::{refuse, say_with_undo};
use crate::screens::kept;
use crate::store::pane::PaneId;
use crate::store::{Same, Store, use_project, use_store};
use crate::widgets::{Button, ButtonVariant, TextField, announce, toast};

#[derive(Properties)]
pub(in super::super) struct PassageProps {
    /// The pane.
    pub pane: PaneId,
    /// The document.
    pub document: DocumentId,
    /// Its text.
    pub text: Text,
    /// Where it is on the page.
    pub on_page: OnPage,
    /// The paragraph.
    pub paragraph: usize,
}

impl PartialEq for PassageProps {
    fn eq(&self, other: &Self) -> bool {
        self.pane == other.pane
            && self.document == other.document
            && self.on_page == other.on_page
            && self.paragraph == other.paragraph
    }
}

/// Puts the field into the text where the paragraph stands. For as long as it is there the text stays the same, so that
/// nothing else moves the paragraphs around it.
#[component]
pub(in super::super) fn Passage(props: &PassageProps) -> Html {
    let host = use_state(|| None::<Element>);
    {
        let (on_page, paragraph, host) = (props.on_page.clone(), props.paragraph, host.setter());
        use_effect_with((), move |()| {
            let made = place_of(&on_page, paragraph).and_then(|place| {
                let made = gloo::utils::document().create_element("div").ok()?;
                made.set_class_name("passage");
                place.after_with_node_1(&made).ok()?;
                Some(made)
            });
            host.set(made.clone());
            move || made.iter().for_each(Element::remove)
        });
    }
    let field = (*host).clone().map(|host| {
        let editor = html! {
            <PassageField
                pane={props.pane}
                document={props.document}
                text={props.text.clone()}
                on_page={props.on_page.clone()}
                paragraph={props.paragraph}
            />
        };
        create_portal(editor, host)
    });
    html! { <div class="passage-anchor" hidden=true>{ for field }</div> }
}

/// The element of a paragraph.
fn place_of(on_page: &OnPage, paragraph: usize) -> Option<Element> {
    on_page.with(|sheet| sheet.words(paragraph))?.closest(".para").ok().flatten()
}

/// The words of the paragraphs from the first to the last of a range.
fn span_of(text: &Text, (first, last): (usize, usize)) -> Span {
    let at = |n: usize| text.paragraphs().get(n).copied().unwrap_or(Span { start: text.end(), end: text.end() });
    Span { start: at(first).start, end: at(last).end }
}

/// The edits that put a draft into the place of these paragraphs.
fn edits_of(text: &Text, range: (usize, usize), draft: &str) -> TextEdits {
    // A text that would be too long for any text is refused when it is saved, like one that changes nothing.
    diff(text, span_of(text, range), &canonical(draft)).unwrap_or_default()
}

/// Where drafts are kept while one is elsewhere.
const DRAFTS: &str = "corrections";

/// What was being written, by document and paragraph, and of which text.
type Drafts = BTreeMap<(DocumentId, usize), (TextHash, Draft)>;

/// A correction that is not saved yet.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    /// The first and the last paragraph in whose place it comes.
    range: (usize, usize),
    words: String,
    why: String,
}

#[component]
fn PassageField(props: &PassageProps) -> Html {
    let store = use_store();
    let project = use_project();
    let (pane, document) = (props.pane, props.document);
    let place = (document, props.paragraph);
    // The project and the text that this is about, as long as it stands.
    let about = *use_memo((), |()| {
        let project = project.as_ref()?;
        Some((project.id, project.documents.get(&document)?.text.hash))
    });
    let kept = use_memo((), |()| {
        let (project, text) = about?;
        let (of, draft) = kept::recall::<Drafts>(project, DRAFTS).remove(&place)?;
        (of == text).then_some(draft)
    });
    let start = (*kept).clone().unwrap_or_else(|| Draft {
        range: (props.paragraph, props.paragraph),
        words: props.text.paragraph(props.paragraph).to_owned(),
        why: String::new(),
    });
    let range = use_state_eq(|| start.range);
    let draft = use_state_eq(|| start.words.clone());
    let why = use_state_eq(|| start.why.clone());
    let may_go = use_state_eq(|| false);
    let area = use_node_ref();
    // What is kept if one goes elsewhere before it is saved or given up.
    let unsaved = use_mut_ref(|| None::<Draft>);
    {
        let unsaved = unsaved.clone();
        use_effect_with((), move |()| {
            move || {
                if let Some((project, text)) = about {
                    let draft = unsaved.take();
                    if draft.is_some() {
                        toast(tr!("edit-kept"), None);
                    }
                    kept::change(project, DRAFTS, |drafts: &mut Drafts| {
                        drafts.remove(&place);
                        drafts.extend(draft.map(|draft| (place, (text, draft))));
                    });
                }
            }
        });
    }
    {
        // The words are put in once and are the browser's from then on: nothing disturbs what is being composed.
        let (area, text, store) = (area.clone(), props.text.clone(), store.clone());
        let paragraph = props.paragraph;
        use_effect_with((), move |()| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.set_value(&start.words);
                let cursor = store.pane(pane).cursor.map(|cursor| text.to_paragraph(cursor.head));
                let at = cursor.filter(|(at, _)| *at == paragraph).map_or(0, |(_, units)| units.0);
                focus_still(&area);
                // It is on the page and takes a selection.
                let _ = area.set_selection_range(at, at);
            }
            move || store.change_pane(pane, |pane| pane.unsaved = false)
        });
    }
    {
        let on_page = props.on_page.clone();
        use_effect_with(*range, move |(first, last)| {
            let hidden: Vec<Element> = (*first..=*last).filter_map(|n| place_of(&on_page, n)).collect();
            // An attribute that is set on the page and not by what renders it, which leaves it alone.
            hidden.iter().for_each(|paragraph| drop(paragraph.set_attribute("data-corrected", "")));
            move || hidden.iter().for_each(|paragraph| drop(paragraph.remove_attribute("data-corrected")))
        });
    }
    let edits = use_memo(((*draft).clone(), *range), |(draft, range)| edits_of(&props.text, *range, draft));
    let touched = use_memo((edits.clone(), project.clone()), |(edits, project)| {
        project.as_ref().map(|project| text_edit_touches(project, document, edits)).unwrap_or_default()
    });
    // How the quotations whose edge is touched would read: what is written there may be in them or beside them.
    let would_read = use_memo((edits.clone(), touched.clone()), |(edits, touched)| {
        let after = (!touched.edges.is_empty()).then(|| Text::new(edits.apply(props.text.as_str())));
        let project = store.snapshot().map(|snapshot| snapshot.project);
        let words = |id: &QuotationId| {
            let quotation = project.as_ref()?.quotation(document, *id)?;
            Some((*id, after.as_ref()?.slice(edits.map_span(quotation.span())).to_owned()))
        };
        touched.edges.iter().filter_map(words).collect::<Vec<_>>()
    });
    {
        let store = store.clone();
        let now = Draft { range: *range, words: (*draft).clone(), why: (*why).clone() };
        let now = Some(now).filter(|_| !edits.is_empty());
        let unsaved = unsaved.clone();
        use_effect_with(now, move |now| {
            unsaved.replace(now.clone());
            let is_some = now.is_some();
            store.change_pane(pane, |pane| pane.unsaved = is_some);
        });
    }
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                draft.set(area.value());
            }
        })
    };
    let close = {
        let (store, unsaved) = (store.clone(), unsaved.clone());
        Callback::from(move |()| {
            unsaved.take();
            store.change_pane(pane, |pane| {
                (pane.corrected, pane.unsaved, pane.enter) = (None, false, true);
            });
        })
    };
    let ready = !edits.is_empty() && (touched.emptied.is_empty() || *may_go);
    let save = {
        let (store, close, text) = (store.clone(), close.clone(), props.text.clone());
        let (range, why, may_go, area) = (*range, why.clone(), *may_go, area.clone());
        let unsaved = unsaved.clone();
        Callback::from(move |()| {
            // As it is in the field: the last of it may not have been rendered yet.
            let Some(words) = area.cast::<HtmlTextAreaElement>().map(|area| area.value()) else { return };
            let edits = edits_of(&text, range, &words);
            if edits.is_empty() {
                close.emit(());
            } else if save(&store, pane, document, &text, edits, &why, may_go) {
                unsaved.take();
            }
        })
    };
    let onkeydown = {
        let (close, save, draft) = (close.clone(), save.clone(), draft.clone());
        let (text, range) = (props.text.clone(), range.clone());
        Callback::from(move |event: KeyboardEvent| {
            // 229: a key that an input method has taken.
            if event.is_composing() || event.key_code() == 229 {
                return;
            }
            let area = event.target_dyn_into::<HtmlTextAreaElement>();
            let ends = area
                .as_ref()
                .and_then(|area| area.selection_start().ok().flatten().zip(area.selection_end().ok().flatten()));
            match (event.key().as_str(), area, ends) {
                ("Escape", ..) => close.emit(()),
                ("Enter", ..) if event.ctrl_key() || event.meta_key() => save.emit(()),
                ("Backspace", Some(area), Some((0, 0))) if range.0 > 0 => {
                    let before = text.paragraph(range.0 - 1);
                    area.set_value(&format!("{before}{}", area.value()));
                    let at = before.encode_utf16().count() as u32;
                    let _ = area.set_selection_range(at, at);
                    range.set((range.0 - 1, range.1));
                    draft.set(area.value());
                }
                ("Delete", Some(area), Some((from, to)))
                    if from == to && from == area.text_length() && range.1 + 1 < text.paragraphs().len() =>
                {
                    area.set_value(&format!("{}{}", area.value(), text.paragraph(range.1 + 1)));
                    let _ = area.set_selection_range(from, from);
                    range.set((range.0, range.1 + 1));
                    draft.set(area.value());
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onsubmit = save.reform(|event: SubmitEvent| event.prevent_default());
    let number = props.text.paragraph_number(range.0).unwrap_or_default();
    let rows = (draft.len() / 60 + draft.matches('\n').count() + 1).min(30);
    html! {
        <form class="passage__form" {onsubmit}>
            <textarea
                ref={area}
                class="passage__words"
                dir="auto"
                rows={rows.to_string()}
                spellcheck="false"
                autocomplete="off"
                aria-label={tr!("edit-words", n = number)}
                {oninput}
                {onkeydown}
            />
            if let Some(project) = project {
                <TouchedLine
                    {document}
                    places={edits.len()}
                    touched={Same(touched)}
                    would_read={Same(would_read)}
                    {project}
                    may_go={*may_go}
                    on_may_go={let may_go = may_go.setter(); Callback::from(move |on| may_go.set(on))}
                />
            }
            <div class="passage__row">
                <TextField
                    label={tr!("edit-why")}
                    value={(*why).clone()}
                    placeholder={tr!("edit-why-example")}
                    on_input={let why = why.setter(); Callback::from(move |words| why.set(words))}
                    on_cancel={close.clone()}
                    class={classes!("passage__why")}
                />
                <Button label={tr!("cancel")} onclick={close.reform(|_: MouseEvent| ())} />
                <Button label={tr!("save")} variant={ButtonVariant::Primary} disabled={!ready} submit=true />
            </div>
        </form>
    }
}

/// Makes the correction, as one step; tells whether it was made.
fn save(
    store: &Store,
    pane: PaneId,
    document: DocumentId,
    text: &Text,
    edits: TextEdits,
    why: &str,
    may_go: bool,
) -> bool {
    let Some(project) = store.snapshot().map(|snapshot| snapshot.project) else { return false };
    let end = edits.as_slice().last().map(|edit| edits.map(edit.range.end, Side::After)).unwrap_or_default();
    let Some(plan) = plan_text_edit(&project, document, text, edits) else {
        toast(tr!("error-not-as-it-was"), None);
        return false;
    };
    let gone = if may_go { plan.touched.emptied.clone() } else { Vec::new() };
    let (lost, texts) = (gone.len(), vec![(plan.text().hash, plan.after.clone())]);
    match store.act_with(vec![plan.into_edit(gone, why)], texts.into()) {
        Ok(_) => {
            store.change_pane(pane, |pane| {
                (pane.corrected, pane.unsaved, pane.enter) = (None, false, true);
                pane.cursor = Some(TextCursor::at(end));
            });
            if lost > 0 {
                say_with_undo(store, tr!("edit-saved-gone", n = lost));
            } else {
                announce(&tr!("edit-saved"));
            }
            true
        }
        Err(why) => {
            refuse(&why);
            false
        }
    }
}
