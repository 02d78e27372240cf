//! What the codebook says of a code beyond its name and short definition: when to use it, how far it is, where it stands
//! as well, and what shows it.

use std::rc::Rc;
use std::str::FromStr;

use emic_core::consent::AllLimits;
use emic_core::edit::{CodeField, Edit};
use emic_core::ids::{CodeId, DocumentId, LevelId, QuotationId};
use emic_core::project::{Code, CodeText, Consent, Example, Origin, Project, Status};
use yew::prelude::*;

use super::keys::code_key;
use super::{hue, text_name};
use crate::i18n::{refused, tr};
use crate::route::{Place, Route};
use crate::screens::act::act;
use crate::screens::cases::words::Blocked;
use crate::screens::quotation::{NoteField, shortened};
use crate::store::{Same, Store, use_store, use_writable};
use crate::widgets::{Chip, IconButton, IconName, Select, SelectOption, TextField, announce};

/// How long an example's words are shown, in code points.
const WORDS: usize = 240;

/// Says something of a code, and that it is kept.
pub fn set_field(store: &Store, code: &Code, field: CodeField) -> bool {
    let edit = Edit::SetCodeField { id: code.id, field, why: String::new() };
    act(store, vec![edit], &tr!("book-kept", name = &code.name))
}

/// Makes a quotation an example of a code, or an example of the other kind, or none (`None`).
pub fn set_example(store: &Store, code: &Code, place: (DocumentId, QuotationId), borderline: Option<bool>) {
    let (document, quotation) = place;
    let mut examples = code.sheet.examples.clone();
    examples.retain(|example| (example.document, example.quotation) != place);
    examples.extend(borderline.map(|borderline| Example { document, quotation, borderline }));
    let said = match borderline {
        Some(false) => tr!("book-example-typical-said", name = &code.name),
        Some(true) => tr!("book-example-borderline-said", name = &code.name),
        None => tr!("book-example-gone-said", name = &code.name),
    };
    let edit = Edit::SetCodeField { id: code.id, field: CodeField::Examples(examples), why: String::new() };
    act(store, vec![edit], &said);
}

/// What a quotation is for a code: an example, and of which kind.
pub fn example_of(code: &Code, document: DocumentId, quotation: QuotationId) -> Option<bool> {
    let mut examples = code.sheet.examples.iter();
    examples.find(|e| (e.document, e.quotation) == (document, quotation)).map(|e| e.borderline)
}

#[derive(Properties, PartialEq)]
pub(super) struct SheetProps {
    pub project: Same<Project>,
    pub code: Same<Code>,
}

/// Its texts, each in a field of its own.
#[component]
pub(super) fn Texts(props: &SheetProps) -> Html {
    let store = use_store();
    let code = &props.code;
    let field = |text: CodeText, hint: AttrValue, rows: u32| {
        let on_commit = {
            let (store, code) = (store.clone(), code.clone());
            Callback::from(move |words: String| {
                set_field(&store, &code, CodeField::Text(text, words));
            })
        };
        html! {
            <NoteField
                key={text.key()}
                label={text_name(text)}
                value={code.text(text).to_owned()}
                {hint}
                {rows}
                {on_commit}
            />
        }
    };
    html! {
        <div class="code-details__texts">
            { field(CodeText::Definition, tr!("book-definition-hint"), 3) }
            { field(CodeText::Full, tr!("book-full-hint"), 3) }
            <div key="when" class="code-details__when">
                { field(CodeText::UseWhen, AttrValue::default(), 3) }
                { field(CodeText::NotWhen, AttrValue::default(), 3) }
            </div>
        </div>
    }
}

/// Its level, status, origin and key.
#[component]
pub(super) fn Facets(props: &SheetProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let wrong = use_state_eq(|| None::<AttrValue>);
    let code = &props.code;
    let sheet = &code.sheet;
    let none = || SelectOption::new("", tr!("book-not-said"));
    let choice = |value: String, label: AttrValue, options: Vec<SelectOption>, field: fn(&str) -> Option<CodeField>| {
        let (store, code) = (store.clone(), code.clone());
        let on_change = Callback::from(move |value: String| {
            if let Some(field) = field(&value) {
                set_field(&store, &code, field);
            }
        });
        html! { <Select {label} {value} {options} {on_change} disabled={!writable} /> }
    };
    let levels: Vec<SelectOption> = std::iter::once(none())
        .chain(props.project.meta.book.levels.iter().rev().map(|l| SelectOption::new(l.id.to_string(), l.name.clone())))
        .collect();
    let mut statuses = vec![none()];
    statuses.extend(Status::ALL.iter().map(|status| SelectOption::new(status.key().to_owned(), status_name(status))));
    if let Some(Status::Unknown(key)) = &sheet.status {
        statuses.push(SelectOption::new(key.clone(), key.clone()));
    }
    let mut origins = vec![none()];
    origins.extend(Origin::ALL.iter().map(|origin| SelectOption::new(origin.key().to_owned(), origin_name(origin))));
    if let Some(Origin::Unknown(key)) = &sheet.origin {
        origins.push(SelectOption::new(key.clone(), key.clone()));
    }
    let set_key = {
        let (store, code, wrong) = (store.clone(), code.clone(), wrong.setter());
        Callback::from(move |typed: String| {
            let done = code_key(&typed).and_then(|key| {
                let edit = Edit::SetCodeField { id: code.id, field: CodeField::Key(key), why: String::new() };
                store.act(vec![edit]).map(|_| key).map_err(|why| refused(&why))
            });
            match done {
                Ok(_) => {
                    wrong.set(None);
                    announce(&tr!("book-kept", name = &code.name));
                }
                Err(why) => wrong.set(Some(why)),
            }
        })
    };
    let keep_key = {
        let wrong = wrong.setter();
        Callback::from(move |()| wrong.set(None))
    };
    html! {
        <div class="code-details__facets">
            { choice(
                sheet.level.map(|level| level.to_string()).unwrap_or_default(),
                tr!("book-level"),
                levels,
                |value| match value {
                    "" => Some(CodeField::Level(None)),
                    id => LevelId::from_str(id).ok().map(|id| CodeField::Level(Some(id))),
                },
            ) }
            { choice(
                sheet.status.as_ref().map(|status| status.key().to_owned()).unwrap_or_default(),
                tr!("book-status"),
                statuses,
                |value| Some(CodeField::Status((!value.is_empty()).then(|| Status::from(value.to_owned())))),
            ) }
            { choice(
                sheet.origin.as_ref().map(|origin| origin.key().to_owned()).unwrap_or_default(),
                tr!("book-origin"),
                origins,
                |value| Some(CodeField::Origin((!value.is_empty()).then(|| Origin::from(value.to_owned())))),
            ) }
            <TextField
                label={tr!("book-key")}
                value={sheet.key.map(String::from).unwrap_or_default()}
                hint={tr!("book-key-hint")}
                error={(*wrong).clone()}
                max_length={2}
                disabled={!writable}
                on_commit={set_key}
                on_cancel={keep_key}
                class="code-details__key"
            />
        </div>
    }
}

pub(super) fn status_name(status: &Status) -> AttrValue {
    match status {
        Status::Draft => tr!("book-status-draft"),
        Status::InUse => tr!("book-status-in-use"),
        Status::Final => tr!("book-status-final"),
        Status::Retired => tr!("book-status-retired"),
        Status::Unknown(key) => key.clone().into(),
    }
}

pub(super) fn origin_name(origin: &Origin) -> AttrValue {
    match origin {
        Origin::Data => tr!("book-origin-data"),
        Origin::Given => tr!("book-origin-given"),
        Origin::Unknown(key) => key.clone().into(),
    }
}

/// The codes that it is listed under as well.
#[component]
pub(super) fn AlsoUnder(props: &SheetProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let (project, code) = (&props.project, &props.code);
    let also = &code.sheet.also_under;
    let set = {
        let (store, code) = (store.clone(), code.clone());
        move |codes: Vec<CodeId>| {
            set_field(&store, &code, CodeField::AlsoUnder(codes));
        }
    };
    let free = |other: &Rc<Code>| {
        Some(other.id) != code.parent && !also.contains(&other.id) && !project.code_is_within(other.id, code.id)
    };
    let path = |id: CodeId| project.code_path(id).join(" / ");
    let options: Vec<SelectOption> = std::iter::once(SelectOption::new("", tr!("book-also-choose")))
        .chain(
            project
                .codes_in_order()
                .iter()
                .filter(|other| free(other))
                .map(|other| SelectOption::new(other.id.to_string(), path(other.id))),
        )
        .collect();
    let on_change = {
        let (set, also) = (set.clone(), also.clone());
        Callback::from(move |value: String| {
            if let Ok(id) = CodeId::from_str(&value) {
                set(also.iter().copied().chain([id]).collect());
            }
        })
    };
    html! {
        <div class="code-details__also" role="group" aria-label={tr!("book-also")}>
            <span class="field__label" aria-hidden="true">{ tr!("book-also") }</span>
            <div class="row row--wrap">
                { for also.iter().filter_map(|id| project.codes.get(id)).map(|other| {
                    let (id, set, also) = (other.id, set.clone(), also.clone());
                    let remove = Callback::from(move |()| set(also.iter().copied().filter(|also| *also != id).collect()));
                    html! {
                        <Chip
                            key={id.to_string()}
                            name={other.name.clone()}
                            hue={hue(other.colour)}
                            on_remove={writable.then_some(remove)}
                            remove_label={tr!("book-also-remove", name = &other.name)}
                        />
                    }
                }) }
                if writable && options.len() > 1 {
                    <Select asks=true key="add" label={tr!("book-also-add")} hide_label=true value="" {options} {on_change} class="code-details__also-add" />
                }
            </div>
        </div>
    }
}

/// The quotations that stand in the codebook as its examples.
#[component]
pub(super) fn Examples(props: &SheetProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let (project, code) = (&props.project, &props.code);
    let there = code.sheet.examples.iter().filter_map(|example| {
        let quotation = project.quotation(example.document, example.quotation)?;
        Some((*example, quotation.clone(), project.documents.get(&example.document)?.clone()))
    });
    // Words of who has withdrawn are hidden; what else may not be quoted is marked.
    let limits = use_memo(props.project.clone(), |project| AllLimits::of(project));
    let there = there.map(|(example, quotation, document)| {
        let consent = limits.at(document.id, quotation.span());
        (example, quotation, document, consent)
    });
    let there: Vec<_> = there.filter(|(.., consent)| *consent != Consent::Withdrawn).collect();
    let list = |borderline: bool, title: AttrValue| {
        let rows = there.iter().filter(move |(example, ..)| example.borderline == borderline);
        let rows: Vec<Html> = rows
            .map(|(example, quotation, document, consent)| {
                let place = (example.document, example.quotation);
                let act = |borderline: Option<bool>| {
                    let (store, code) = (store.clone(), code.clone());
                    Callback::from(move |_: MouseEvent| set_example(&store, &code, place, borderline))
                };
                let turn = if borderline { tr!("book-example-make-typical") } else { tr!("book-example-make-borderline") };
                let to = Route::Project(project.id, Place::Read(Some(document.id), Some(quotation.id))).hash();
                html! {
                    <li key={quotation.id.to_string()} class={classes!("code-details__example", hue(code.colour).class())}>
                        <a href={to}>
                            <span class="serif" dir="auto">{ shortened(&quotation.quote.exact, WORDS) }</span>
                            <bdi class="soft small">{ document.title.clone() }</bdi>
                        </a>
                        <Blocked consent={*consent} />
                        if writable {
                            <span class="code-details__hand">
                                <IconButton label={turn} icon={IconName::Redo} small=true onclick={act(Some(!borderline))} />
                                <IconButton label={tr!("book-example-remove")} icon={IconName::Close} small=true onclick={act(None)} />
                            </span>
                        }
                    </li>
                }
            })
            .collect();
        html! {
            if !rows.is_empty() {
                <h3 class="field__label">{ title }</h3>
                <ul class="code-details__list">{ for rows }</ul>
            }
        }
    };
    html! {
        <section class="code-details__examples" aria-label={tr!("book-examples")}>
            <h2>{ tr!("book-examples") }</h2>
            if there.is_empty() {
                <p class="soft small">{ tr!("book-examples-none") }</p>
            }
            { list(false, tr!("book-examples-typical")) }
            { list(true, tr!("book-examples-borderline")) }
        </section>
    }
}
