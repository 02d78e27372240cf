//! The quotation that was chosen, where no panel stands beside the text: its codes and what is done most with it, in a
//! low sheet at the foot of the window. It covers nothing of the passage: the text is moved up if it must be.

use emic_core::edit::Edit;
use emic_core::ids::CodingId;
use emic_core::project::{Code, Quotation};
use emic_core::text::Span;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::act::Desk;
use super::bar::make_room;
use super::lift::use_lift;
use super::page::{OnPage, SizeWatch};
use crate::i18n::tr;
use crate::screens::act::{act, act_with_undo};
use crate::screens::codes::hue;
use crate::screens::quotation::{NoteField, back_to_text};
use crate::store::pane::PickerFor;
use crate::store::{Same, use_selector};
use crate::widgets::{Button, ButtonVariant, Chip, IconButton, IconName, dom};

#[derive(Properties, PartialEq)]
pub struct FootProps {
    /// The pane with its document.
    pub desk: Desk,
    /// What is on the page.
    pub on_page: OnPage,
    /// The quotation.
    pub quotation: Same<Quotation>,
    /// Whether it can be changed.
    pub can_write: bool,
}

/// The sheet of a quotation. The caller gives it the quotation's id as its key.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let node = use_node_ref();
    let noting = use_state_eq(|| false);
    let quotation = &props.quotation;
    let (id, document, pane) = (quotation.id, props.desk.document, props.desk.pane);
    let wanted: Vec<_> = quotation.codings.iter().map(|coding| (coding.id, coding.code)).collect();
    let codings = use_selector(move |snapshot| {
        let code = |(coding, code): &(CodingId, _)| Some((*coding, Same(snapshot.project.codes.get(code)?.clone())));
        wanted.iter().filter_map(code).collect::<Vec<(CodingId, Same<Code>)>>()
    });
    let codings = codings.unwrap_or_default();
    use_lift(&node);
    use_clear_of(&node, &props.on_page, quotation.span());

    let on_remove = |coding: CodingId, name: String| {
        let (desk, node) = (props.desk.clone(), node.clone());
        props.can_write.then(|| {
            Callback::from(move |()| {
                // The chip goes, and the focus with it.
                focus(&node);
                let edit = Edit::RemoveCoding { id: coding, document, quotation: id };
                act_with_undo(&desk.store, vec![edit], tr!("quotation-code-removed", name = name.as_str()));
            })
        })
    };
    let add = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.store.change_pane(desk.pane, |pane| pane.picker = Some(PickerFor::Quotation(id)));
        })
    };
    let note = {
        let noting = noting.clone();
        Callback::from(move |_: MouseEvent| noting.set(!*noting))
    };
    let on_comment = {
        let desk = props.desk.clone();
        Callback::from(move |comment: String| {
            let edit = Edit::CommentQuotation { id, document, comment };
            act(&desk.store, vec![edit], &tr!("quotation-comment-kept"));
        })
    };
    let delete = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| {
            super::focus_text_of(desk.pane);
            super::obey::delete(&desk, id);
        })
    };
    let close = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| {
            super::focus_text_of(desk.pane);
            desk.store.change_pane(desk.pane, |pane| pane.quotation = None);
        })
    };
    let commented = !quotation.comment.trim().is_empty();
    html! {
        <section
            ref={node.clone()}
            class="foot"
            aria-label={tr!("reader-foot")}
            tabindex="-1"
            data-quotation-sheet="true"
            onkeydown={Callback::from(move |event| back_to_text(event, pane))}
        >
            <div key="codes" class="foot__codes">
                <ul class="foot__chips" aria-label={tr!("codes")}>
                    { for codings.iter().map(|(coding, code)| html! {
                        <li key={coding.to_string()}>
                            <Chip
                                name={code.name.clone()}
                                hue={hue(code.colour)}
                                on_remove={on_remove(*coding, code.name.clone())}
                                remove_label={tr!("quotation-remove-code", name = &code.name)}
                            />
                        </li>
                    }) }
                    if codings.is_empty() {
                        <li key="none" class="soft small">{ tr!("quotation-uncoded-hint") }</li>
                    }
                </ul>
            </div>
            if *noting {
                <NoteField
                    key="note"
                    label={tr!("quotation-comment")}
                    placeholder={tr!("quotation-comment-placeholder")}
                    value={quotation.comment.clone()}
                    rows=2
                    on_commit={on_comment}
                />
            } else if commented {
                <p key="comment" class="foot__comment soft small" dir="auto">{ quotation.comment.clone() }</p>
            }
            <div key="actions" class="foot__actions">
                if props.can_write {
                    <Button small=true variant={ButtonVariant::Primary} icon={IconName::Plus} label={tr!("quotation-add-code")} popup="dialog" onclick={add} />
                }
                <Button small=true icon={IconName::Comment} label={tr!("quotation-comment")} expanded={*noting} onclick={note} />
                if props.can_write {
                    <IconButton icon={IconName::Trash} label={tr!("reader-foot-delete")} onclick={delete} />
                }
                <IconButton icon={IconName::Close} label={tr!("reader-foot-close")} class="foot__close" onclick={close} />
            </div>
        </section>
    }
}

fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<Element>() {
        dom::focus(&element);
    }
}

/// Keeps the passage above the sheet, whenever that changes its height.
#[hook]
fn use_clear_of(node: &NodeRef, on_page: &OnPage, span: Span) {
    let (node, on_page) = (node.clone(), on_page.clone());
    use_effect_with(span, move |&span| {
        let watch = node.cast::<HtmlElement>().and_then(|foot| {
            let element: Element = foot.clone().into();
            SizeWatch::new(&element, move || {
                make_room(&on_page, span, f64::from(foot.offset_height()));
            })
        });
        move || drop(watch)
    });
}
