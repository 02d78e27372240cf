//! A code is split: its quotations are gone through one by one, and each is sorted into other codes. Nothing happens before
//! it is carried out, as one step; what is not sorted stays.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::str::FromStr;

use emic_core::consent::{AllLimits, shown_quotations};
use emic_core::edit::Edit;
use emic_core::ids::{CodeId, CodingId, DocumentId, QuotationId};
use emic_core::project::{Code, Document, Project, Quotation};
use emic_core::text::{CONTEXT, Span};
use emic_view::splitting::{Bin, Sorting};
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::i18n::{format_number, tr};
use crate::platform;
use crate::route::{Place, Route};
use crate::screens::act::act_with_undo;
use crate::screens::cases::words::Blocked;
use crate::screens::codes::hue;
use crate::store::{use_project, use_selector, use_store, use_writable};
use crate::widgets::{
    Button, ButtonVariant, ColourDot, EmptyState, IconButton, IconName, Kbd, Select, SelectOption, Toggle, announce,
    dom,
};

/// So many codes have a key; there can be more.
const KEYS: usize = 9;

thread_local! {
    /// What was begun and not carried out, by its code and by how often something had been removed for good: it waits
    /// while one looks elsewhere.
    static BEGUN: RefCell<Option<(CodeId, u32, Sorting)>> = const { RefCell::new(None) };
}

#[derive(Properties, PartialEq)]
pub(super) struct SplitProps {
    pub code: CodeId,
}

/// The quotations of a code, one at a time, and the codes that they are sorted into.
#[component]
pub(super) fn Split(props: &SplitProps) -> Html {
    let store = use_store();
    let project = use_project();
    let writable = use_writable();
    let purged = use_selector(|snapshot| snapshot.purged).unwrap_or_default();
    let id = props.code;
    let sorting = use_state_eq(|| {
        let begun = BEGUN.with_borrow(|begun| begun.clone());
        begun.filter(|(code, then, _)| *code == id && *then == purged).map(|(.., sorting)| sorting).unwrap_or_default()
    });
    let card = use_node_ref();
    let field = use_node_ref();
    let limits =
        use_memo(project.clone(), |project| project.as_ref().map(|project| AllLimits::of(project)).unwrap_or_default());
    let Some((project, code)) = project.and_then(|project| Some((project.clone(), project.codes.get(&id)?.clone())))
    else {
        return html! { <EmptyState icon={IconName::Code} title={tr!("codebook-gone")} text="" /> };
    };
    let quotations = quotations_of(&project, id);
    let set = {
        let sorting = sorting.setter();
        move |new: Sorting| {
            BEGUN.set(Some((id, purged, new.clone())));
            sorting.set(new);
        }
    };
    let total = quotations.len();
    let at = sorting.at.min(total.saturating_sub(1));
    let current = quotations.get(at).cloned();
    let bin_name = |bin: &Bin| match bin {
        Bin::New(name) => name.clone(),
        Bin::There(id) => project.codes.get(id).map(|code| code.name.clone()).unwrap_or_default(),
    };
    let refocus = {
        let card = card.clone();
        move || {
            if let Some(card) = card.cast::<HtmlElement>() {
                dom::focus(&card);
            }
        }
    };
    let go = {
        let (set, sorting) = (set.clone(), sorting.clone());
        move |to: usize| set(Sorting { at: to.min(total.saturating_sub(1)), ..(*sorting).clone() })
    };
    // Into a bin, or out of it again; then on to the next one, unless several are meant (with Shift).
    let sort = {
        let (set, sorting, current) = (set.clone(), sorting.clone(), current.clone());
        let names: Vec<String> = sorting.bins.iter().map(bin_name).collect();
        move |bin: usize, stay: bool| {
            let (Some((_, quotation)), Some(name)) = (&current, names.get(bin)) else { return };
            let mut new = (*sorting).clone();
            let own = new.sorted.entry(quotation.id).or_default();
            let into = own.insert(bin);
            if !into {
                own.remove(&bin);
            }
            if own.is_empty() {
                new.sorted.remove(&quotation.id);
            }
            if into && !stay {
                new.at = (at + 1).min(total.saturating_sub(1));
            }
            announce(&if into { tr!("split-said", name = name) } else { tr!("split-said-out", name = name) });
            set(new);
        }
    };
    let stays = {
        let (set, sorting, current) = (set.clone(), sorting.clone(), current.clone());
        move || {
            if let Some((_, quotation)) = &current {
                let mut new = (*sorting).clone();
                new.sorted.remove(&quotation.id);
                new.at = (at + 1).min(total.saturating_sub(1));
                announce(&tr!("split-said-stays"));
                set(new);
            }
        }
    };
    let onkeydown = {
        let (sort, stays, go) = (sort.clone(), stays.clone(), go.clone());
        Callback::from(move |event: KeyboardEvent| {
            let on_card = event.target_dyn_into::<web_sys::Element>().is_some_and(|at| at.has_attribute("data-split"));
            if !on_card || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let rtl = crate::i18n::current().is_rtl();
            let code = event.code();
            let digit = code
                .strip_prefix("Digit")
                .or_else(|| code.strip_prefix("Numpad"))
                .and_then(|d| d.parse::<usize>().ok());
            match (event.key().as_str(), digit) {
                (_, Some(0)) | ("Backspace" | "Delete", _) => stays(),
                (_, Some(digit)) => sort(digit - 1, event.shift_key()),
                ("ArrowRight", _) if !rtl => go(at + 1),
                ("ArrowLeft", _) if !rtl => go(at.saturating_sub(1)),
                ("ArrowLeft", _) => go(at + 1),
                ("ArrowRight", _) => go(at.saturating_sub(1)),
                ("ArrowDown", _) => go(at + 1),
                ("ArrowUp", _) => go(at.saturating_sub(1)),
                ("Home", _) => go(0),
                ("End", _) => go(total),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let add_bin = {
        let (set, sorting, refocus) = (set.clone(), sorting.clone(), refocus.clone());
        move |bin: Bin| {
            let mut new = (*sorting).clone();
            if new.add(bin) {
                set(new);
            }
            refocus();
        }
    };
    let on_submit = {
        let (add, codes, parent) = (add_bin.clone(), project.codes.clone(), code.parent);
        let field = field.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = field.cast::<HtmlInputElement>() else { return };
            let name = input.value().split_whitespace().collect::<Vec<_>>().join(" ");
            if name.is_empty() {
                return;
            }
            input.set_value("");
            // One that is there under this code, or beside it, is what is meant.
            let same = |other: &&Rc<Code>| {
                other.id != id
                    && other.name.to_lowercase() == name.to_lowercase()
                    && (other.parent == Some(id) || other.parent == parent)
            };
            let there = codes.values().find(same).map(|code| Bin::There(code.id));
            add(there.unwrap_or(Bin::New(name)));
        })
    };
    let on_there = {
        let add = add_bin;
        Callback::from(move |value: String| {
            if let Ok(id) = CodeId::from_str(&value) {
                add(Bin::There(id));
            }
        })
    };
    let mut options = vec![SelectOption::new("", tr!("split-choose"))];
    let others = project.codes_in_order();
    let free = others.iter().filter(|other| other.id != id && !sorting.bins.contains(&Bin::There(other.id)));
    options.extend(free.map(|other| SelectOption::new(other.id.to_string(), project.code_path(other.id).join(" / "))));
    let on_beside = {
        let (set, sorting) = (set.clone(), sorting.clone());
        Callback::from(move |beside: bool| set(Sorting { beside, ..(*sorting).clone() }))
    };
    let there: BTreeSet<QuotationId> = quotations.iter().map(|(_, quotation)| quotation.id).collect();
    let done = sorting.sorted.keys().filter(|id| there.contains(id)).count();
    let carry_out = {
        let (store, project, code, quotations, sorting, set) =
            (store.clone(), project.clone(), code.clone(), quotations.clone(), sorting.clone(), set.clone());
        Callback::from(move |_: MouseEvent| {
            let edits = edits(&project, &code, &quotations, &sorting);
            if act_with_undo(&store, edits, tr!("split-done", n = done, name = &code.name)) {
                set(Sorting::default());
                BEGUN.set(None);
                Route::Project(project.id, Place::Codes(Some(code.id))).go();
            }
        })
    };
    let own =
        current.as_ref().and_then(|(_, quotation)| sorting.sorted.get(&quotation.id)).cloned().unwrap_or_default();
    let into = |n: usize| sorting.into_bin(n, &there);
    if total == 0 {
        return html! { <EmptyState icon={IconName::Quote} title={tr!("split-nothing", name = &code.name)} text={tr!("codes-not-used")} /> };
    }
    let step = |to: usize| {
        let go = go.clone();
        Callback::from(move |_: MouseEvent| go(to))
    };
    html! {
        <div class="guide__part split">
            <div key="head">
                <h2>{ tr!("split-title", name = &code.name) }</h2>
                <p class="soft">{ tr!("split-text") }</p>
            </div>
            <div key="body" class="split__body" {onkeydown}>
                <section key="card" class="split__work" aria-label={tr!("quotation")}>
                    if let Some((document, quotation)) = &current {
                        <div
                            ref={card}
                            class={classes!("split__card", hue(code.colour).class())}
                            tabindex="0"
                            role="group"
                            data-split="card"
                            aria-label={tr!("n-of-total", n = at + 1, total = total)}
                            aria-describedby="split-keys"
                        >
                            <p class="serif" dir="auto">
                                <span class="soft">{ around(&limits, document.id, quotation).0.to_owned() }</span>
                                <mark>{ quotation.quote.exact.to_string() }</mark>
                                <span class="soft">{ around(&limits, document.id, quotation).1.to_owned() }</span>
                            </p>
                            <p class="soft small"><bdi>{ document.title.clone() }</bdi>{ " " }<Blocked consent={limits.at(document.id, quotation.span())} /></p>
                            if let Some(comment) = quotation.coding_of(id).map(|coding| coding.comment.clone()).filter(|c| !c.is_empty()) {
                                <p class="small" dir="auto">{ comment }</p>
                            }
                            <p class="split__into small">
                                if own.is_empty() {
                                    <span class="soft">{ tr!("split-stays", name = &code.name) }</span>
                                }
                                { for own.iter().filter_map(|n| sorting.bins.get(*n)).map(|bin| html! {
                                    <span key={bin_name(bin)} class="chip"><bdi class="chip__name">{ bin_name(bin) }</bdi></span>
                                }) }
                            </p>
                        </div>
                    }
                    <div class="row row--wrap">
                        <Button label={tr!("split-previous")} small=true disabled={at == 0} onclick={step(at.saturating_sub(1))} />
                        <span class="num" role="status">{ tr!("n-of-total", n = at + 1, total = total) }</span>
                        <Button label={tr!("split-next")} small=true disabled={at + 1 >= total} onclick={step(at + 1)} />
                    </div>
                    <p id="split-keys" class="soft small">{ tr!("split-keys") }</p>
                </section>
                <section key="bins" class="split__bins" aria-label={tr!("split-bins")}>
                    <ul>
                        { for sorting.bins.iter().enumerate().map(|(n, bin)| {
                            let (sort, refocus) = (sort.clone(), refocus.clone());
                            let focus = refocus.clone();
                            let onclick = Callback::from(move |event: MouseEvent| {
                                sort(n, event.shift_key());
                                focus();
                            });
                            let (set, sorting, there) = (set.clone(), sorting.clone(), there.clone());
                            let remove = (writable && into(n) == 0).then(|| Callback::from(move |_: MouseEvent| {
                                let mut new = (*sorting).clone();
                                new.remove(n, &there);
                                set(new);
                                refocus();
                            }));
                            let code = match bin { Bin::There(id) => project.codes.get(id), Bin::New(_) => None };
                            html! {
                                <li key={n.to_string()} class="split__row">
                                    <button type="button" class="split__bin" aria-pressed={if own.contains(&n) { "true" } else { "false" }} disabled={!writable} {onclick}>
                                        if n < KEYS {
                                            <Kbd keys={(n + 1).to_string()} />
                                        }
                                        if let Some(code) = code {
                                            <ColourDot hue={hue(code.colour)} />
                                        }
                                        <bdi class="grow">{ bin_name(bin) }</bdi>
                                        if matches!(bin, Bin::New(_)) {
                                            <span class="badge">{ tr!("split-new") }</span>
                                        }
                                        <span class="num soft">{ format_number(into(n) as f64) }</span>
                                    </button>
                                    if let Some(onclick) = remove {
                                        <IconButton label={tr!("split-remove", name = bin_name(bin))} icon={IconName::Close} small=true {onclick} />
                                    }
                                </li>
                            }
                        }) }
                        <li key="stays">
                            <button type="button" class="split__bin" aria-pressed={if own.is_empty() { "true" } else { "false" }} onclick={Callback::from(move |_: MouseEvent| { stays(); refocus(); })}>
                                <Kbd keys="0" />
                                <ColourDot hue={hue(code.colour)} />
                                <bdi class="grow">{ code.name.clone() }</bdi>
                                <span class="num soft">{ format_number((total - done) as f64) }</span>
                            </button>
                        </li>
                    </ul>
                    if writable {
                        <div class="split__add">
                            <form class="row" onsubmit={on_submit}>
                                <input ref={field} class="input grow" type="text" dir="auto" autocomplete="off" maxlength="500" aria-label={tr!("split-add")} placeholder={tr!("split-add")} />
                                <Button label={tr!("split-add-do")} icon={IconName::Plus} submit=true />
                            </form>
                            <Select asks=true label={tr!("split-choose")} hide_label=true value="" {options} on_change={on_there} />
                            <Toggle label={tr!("split-beside", name = &code.name)} checked={sorting.beside} on_change={on_beside} />
                        </div>
                    }
                    <Button label={tr!("split-do", n = done)} variant={ButtonVariant::Primary} disabled={done == 0 || !writable} onclick={carry_out} />
                </section>
            </div>
        </div>
    }
}

/// What stands right before and after a quotation, as far as it may be quoted: words of others who have withdrawn or are
/// off the record are not shown around it.
fn around<'q>(limits: &AllLimits, document: DocumentId, quotation: &'q Quotation) -> (&'q str, &'q str) {
    let Span { start, end } = quotation.span();
    let before = Span::new(start.0.saturating_sub(CONTEXT), start.0);
    let after = Span::new(end.0, end.0.saturating_add(CONTEXT));
    let free = |span: Span| span.is_empty() || limits.at(document, span).may_be_quoted();
    let quote = &quotation.quote;
    (if free(before) { &quote.prefix } else { "" }, if free(after) { &quote.suffix } else { "" })
}

/// The quotations of a code in the order of the documents, without those that are withdrawn.
fn quotations_of(project: &Project, code: CodeId) -> Vec<(Rc<Document>, Rc<Quotation>)> {
    let documents = project.documents_in_order().into_iter();
    documents
        .flat_map(|document| {
            let list = shown_quotations(project, document.id);
            let of_it: Vec<_> = list.iter().filter(|q| q.coding_of(code).is_some()).cloned().collect();
            of_it.into_iter().map(move |quotation| (Rc::clone(&document), quotation))
        })
        .collect()
}

/// What carries the sorting out: codes are made, codings go over to the first code that their quotation was sorted into,
/// and it gets the others as well.
fn edits(project: &Project, code: &Code, quotations: &[(Rc<Document>, Rc<Quotation>)], sorting: &Sorting) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut ids: BTreeMap<usize, CodeId> = BTreeMap::new();
    let parent = if sorting.beside { code.parent } else { Some(code.id) };
    let own = quotations.iter().filter_map(|(_, quotation)| sorting.sorted.get(&quotation.id));
    let used: BTreeSet<usize> = own.flatten().copied().collect();
    for (n, bin) in sorting.bins.iter().enumerate().filter(|(n, _)| used.contains(n)) {
        let id = match bin {
            Bin::There(id) if project.codes.contains(id) => *id,
            Bin::There(_) => continue,
            Bin::New(name) => {
                let id = CodeId::from_random(platform::random());
                let name = name.clone();
                edits.push(Edit::AddCode { id, name, parent, before: None, colour: code.colour });
                id
            }
        };
        ids.insert(n, id);
    }
    let mut moved: BTreeMap<usize, Vec<(DocumentId, QuotationId)>> = BTreeMap::new();
    let mut also = Vec::new();
    for (document, quotation) in quotations {
        let own = sorting.sorted.get(&quotation.id).into_iter().flatten();
        let mut own = own.filter(|n| ids.contains_key(n));
        let Some(first) = own.next() else { continue };
        moved.entry(*first).or_default().push((document.id, quotation.id));
        for code in own.filter_map(|n| ids.get(n)).filter(|code| quotation.coding_of(**code).is_none()) {
            let id = CodingId::from_random(platform::random());
            also.push(Edit::ApplyCode { id, document: document.id, quotation: quotation.id, code: *code });
        }
    }
    for (bin, quotations) in moved {
        if let Some(to) = ids.get(&bin) {
            edits.push(Edit::MoveCodings { from: code.id, to: *to, quotations });
        }
    }
    edits.extend(also);
    edits
}
