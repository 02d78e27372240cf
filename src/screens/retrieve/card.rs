//! One quotation that was found.

use std::rc::Rc;

use emic_core::ids::{CodeId, ProjectId};
use emic_core::project::{Code, Consent, Document, Quotation};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::model::{Around, around};
use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::screens::cases::words::Blocked;
use crate::screens::clipboard;
use crate::screens::codes::{example_of, hue, set_example};
use crate::screens::panes::Beside;
use crate::screens::quotation::said_words;
use crate::store::{Same, use_selector, use_store, use_writable};
use crate::widgets::{ColourDot, Hue, Icon, IconButton, IconName, Menu, MenuItem, toast};

/// What a card needs to know of a code.
#[derive(Clone, PartialEq)]
pub struct CodeName {
    /// Its identity.
    pub id: CodeId,
    /// Its name.
    pub name: AttrValue,
    /// Its colour.
    pub hue: Hue,
}

impl CodeName {
    /// Of a code.
    pub fn of(code: &Code) -> CodeName {
        CodeName { id: code.id, name: code.name.clone().into(), hue: hue(code.colour) }
    }
}

/// What a card shows.
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The project.
    pub project: ProjectId,
    /// The document that the quotation stands in.
    pub document: Same<Document>,
    /// The quotation.
    pub quotation: Same<Quotation>,
    /// The codes on it, in the order in which they were applied.
    pub codes: Vec<CodeName>,
    /// What may be done with its words.
    pub consent: Consent,
    /// Whether what stands before them, and after them, is hidden.
    pub hidden_around: (bool, bool),
    /// Whose it is.
    pub coder: AttrValue,
    /// Whether what stands around it is wanted by now.
    pub near: bool,
    /// Whether the tab key enters it, and what is in it.
    pub active: bool,
    /// What stays where it is when the quotation is opened beside it.
    pub beside: Beside,
}

/// One quotation that was found: its words with what stands around them, where it is, whose, and how it is coded.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let store = use_store();
    let (document, quotation) = (&props.document, &props.quotation);
    let known = use_state(|| None::<Around>);
    {
        let (store, known) = (store.clone(), known.setter());
        let (text, span) = (document.text, quotation.span());
        use_effect_with((text, span, props.near), move |(text, span, near)| {
            let (text, span) = (*text, *span);
            if *near {
                // A text that cannot be read leaves the card with the context that is kept with the quotation.
                spawn_local(async move {
                    if let Ok(text) = store.text(text).await {
                        known.set(Some(around(&text, span)));
                    }
                });
            }
        });
    }
    let place = Route::Project(props.project, Place::Read(Some(document.id), Some(quotation.id))).hash();
    let beside = Route::Project(props.project, props.beside.place(document.id, Some(quotation.id))).hash();
    let paragraph = known.as_ref().and_then(|known| known.paragraph);
    let tabindex = if props.active { "0" } else { "-1" };
    let copy = {
        let (quotation, document, coder) = (quotation.clone(), document.clone(), props.coder.clone());
        let quotable = props.consent.may_be_quoted();
        Callback::from(move |_: MouseEvent| match quotable {
            true => copy(&quotation.quote.exact, &document.title, paragraph, &coder),
            false => toast(tr!("blocked-not-copied"), None),
        })
    };
    let (before, after) = match &*known {
        Some(known) => (known.before.clone(), known.after.clone()),
        None => (quotation.quote.prefix.to_string(), quotation.quote.suffix.to_string()),
    };
    let before = if props.hidden_around.0 { String::new() } else { before };
    let after = if props.hidden_around.1 { String::new() } else { after };
    let comments = quotation.codings.iter().filter(|coding| !coding.comment.trim().is_empty()).map(|coding| {
        let name = props.codes.iter().find(|code| code.id == coding.code).map(|code| code.name.clone());
        (coding.id.to_string(), name, AttrValue::from(coding.comment.clone()))
    });
    let own = (!quotation.comment.trim().is_empty())
        .then(|| ("own".to_owned(), None, AttrValue::from(quotation.comment.clone())));
    html! {
        <article
            class="found"
            data-quotation={quotation.id.to_string()}
            {tabindex}
            aria-label={match paragraph {
                Some(n) => tr!("retrieve-card-at", document = &document.title, n = n),
                None => tr!("retrieve-card", document = &document.title),
            }}
        >
            <blockquote key="words" class="found__words">
                <p>
                    <span class="found__around">{ before }</span>
                    <mark>{ quotation.quote.exact.to_string() }</mark>
                    <span class="found__around">{ after }</span>
                </p>
            </blockquote>
            <div key="codes" class="found__codes">
                { for props.codes.iter().map(|code| html! {
                    <a
                        key={code.id.to_string()}
                        class="found__code"
                        href={Route::Project(props.project, Place::Retrieve(Some(code.id))).hash()}
                        {tabindex}
                    >
                        <ColourDot hue={code.hue} />
                        <bdi>{ code.name.clone() }</bdi>
                    </a>
                }) }
            </div>
            { for own.into_iter().chain(comments).map(|(key, code, comment)| html! {
                <p {key} class="found__comment">
                    <Icon name={IconName::Comment} />
                    <span>
                        if let Some(code) = code {
                            <b><bdi>{ code }</bdi>{ ": " }</b>
                        }
                        <bdi>{ comment }</bdi>
                    </span>
                </p>
            }) }
            <footer key="foot" class="found__foot">
                <Blocked consent={props.consent} />
                <a class="found__place" href={place} {tabindex}>
                    { match paragraph {
                        Some(n) => tr!("retrieve-open-at", n = n),
                        None => tr!("retrieve-open"),
                    } }
                </a>
                { for said_words(&document.structure, quotation.span().start).into_iter().map(|said| html! {
                    <span class="found__said"><bdi>{ said }</bdi></span>
                }) }
                <a class="found__beside" href={beside} {tabindex}>{ tr!("open-beside") }</a>
                <span class="soft"><bdi>{ props.coder.clone() }</bdi></span>
                <ExampleMenu quotation={quotation.clone()} {tabindex} />
                <IconButton label={tr!("retrieve-copy")} icon={IconName::Duplicate} small=true {tabindex} onclick={copy} />
            </footer>
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct ExampleMenuProps {
    quotation: Same<Quotation>,
    tabindex: AttrValue,
}

/// Puts the quotation into the codebook as an example of one of its codes.
#[component]
fn ExampleMenu(props: &ExampleMenuProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let quotation = &props.quotation;
    let place = (quotation.document, quotation.id);
    let codes = use_selector(|snapshot| Same(Rc::new(snapshot.project.codes.clone())));
    let mut items = Vec::new();
    for code in quotation.codings.iter().filter_map(|coding| codes.as_ref()?.get(&coding.code).cloned()) {
        let is = example_of(&code, place.0, place.1);
        let item = |borderline: bool, label: AttrValue| {
            let (store, code) = (store.clone(), code.clone());
            let set = Callback::from(move |()| {
                set_example(&store, &code, place, (is != Some(borderline)).then_some(borderline));
            });
            MenuItem::new(label, set).checked(is == Some(borderline)).disabled(!writable)
        };
        items.push(item(false, tr!("book-example-typical", name = &code.name)));
        items.push(item(true, tr!("book-example-borderline", name = &code.name)));
    }
    html! {
        <Menu
            label={tr!("book-example-menu")}
            icon={IconName::More}
            icon_only=true
            small=true
            disabled={items.is_empty()}
            tabindex={props.tabindex.clone()}
            items={Rc::from(items)}
        />
    }
}

/// Puts the words with where they stand into the clipboard.
fn copy(words: &str, title: &str, paragraph: Option<u32>, coder: &str) {
    let text = match paragraph {
        Some(n) => tr!("retrieve-cited-at", words = words, document = title, n = n, coder = coder),
        None => tr!("retrieve-cited", words = words, document = title, coder = coder),
    };
    clipboard::copy(&text, tr!("retrieve-copied"));
}
