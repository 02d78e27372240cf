//! All of one code: its name, hue, what it stands for, where it stands, how often and where it is used.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::CodeId;
use emic_core::project::{Code, Colour, Project, Subject};
use emic_core::scope::Scope;
use emic_view::lists::{Counts, retrieval};
use yew::prelude::*;

use super::ask::{Ask, Question};
use super::former::Formers;
use super::sheet::{AlsoUnder, Examples as PinnedExamples, Facets, Texts};
use super::tree::go;
use super::{hue, use_counts};
use crate::i18n::{format_date_time, format_number, refused, tr};
use crate::route::{BookPart, Place, Route};
use crate::screens::act::act;
use crate::screens::memos::MemoButton;
use crate::screens::quotation::shortened;
use crate::store::{Same, use_project, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, ColourDot, ColourPicker, Hue, IconName, TextField, announce};

/// How many quotations are shown here; the rest is a press away.
const FIRST: usize = 5;
/// How long their words are shown, in code points.
const WORDS: usize = 180;

#[derive(Properties, PartialEq)]
pub(super) struct CodeDetailsProps {
    pub code: CodeId,
}

/// All of one code. The caller gives it the code's id as its key.
#[component]
pub(super) fn CodeDetails(props: &CodeDetailsProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let counts = use_counts();
    let project = use_project();
    let wrong = use_state_eq(|| None::<AttrValue>);
    let asked = use_state_eq(|| None::<(Question, CodeId)>);
    let id = props.code;
    let code = project.as_ref().and_then(|project| project.codes.get(&id).cloned());
    let (Some(project), Some(code)) = (project, code) else { return html! { <div></div> } };

    let rename = {
        let (store, wrong) = (store.clone(), wrong.setter());
        Callback::from(move |name: String| {
            let said = tr!("codes-renamed", name = name.trim());
            match store.act(vec![Edit::RenameCode { id, name }]) {
                Ok(_) => {
                    wrong.set(None);
                    announce(&said);
                }
                Err(why) => wrong.set(Some(refused(&why))),
            }
        })
    };
    let keep_name = {
        let wrong = wrong.setter();
        Callback::from(move |()| wrong.set(None))
    };
    let recolour = {
        let (store, name) = (store.clone(), code.name.clone());
        Callback::from(move |chosen: Hue| {
            let colour = Colour::nth(usize::from(chosen.number()) - 1);
            let said = tr!("codes-recoloured", name = &name, colour = chosen.name());
            act(&store, vec![Edit::RecolourCode { id, colour }], &said);
        })
    };
    let all = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| go(&store, Place::Retrieve(Some(id))))
    };
    let split = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| go(&store, Place::Book(BookPart::Split(id))))
    };
    let merge = {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(Some((Question::Merge, id))))
    };
    let delete = {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(Some((Question::Delete, id))))
    };
    let close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let with_sub = counts.with_subcodes.get(&id).copied().unwrap_or(0);
    let same = Same(Rc::clone(&code));
    html! {
        <article class="code-details" aria-label={code.name.clone()}>
            <Above project={project.clone()} code={code.clone()} />
            if writable {
                <TextField
                    key="name"
                    label={tr!("name")}
                    value={code.name.clone()}
                    on_commit={rename}
                    on_cancel={keep_name}
                    error={(*wrong).clone()}
                    required=true
                    max_length={500}
                    class="code-details__name"
                />
            } else {
                <p key="name" class="code-details__words" dir="auto">{ code.name.clone() }</p>
            }
            <div class="code-details__colour">
                <span class="field__label" aria-hidden="true">{ tr!("colour") }</span>
                if writable {
                    <ColourPicker label={tr!("colour")} value={Some(hue(code.colour))} on_change={recolour} />
                } else {
                    <span><ColourDot hue={hue(code.colour)} />{ " " }{ hue(code.colour).name() }</span>
                }
            </div>
            <Facets project={project.clone()} code={same.clone()} />
            <Texts project={project.clone()} code={same.clone()} />
            if !code.sheet.former.is_empty() {
                <Formers project={project.clone()} code={same.clone()} />
            }
            <AlsoUnder project={project.clone()} code={same.clone()} />
            <PinnedExamples project={project.clone()} code={same} />
            <Facts project={project.clone()} code={code.clone()} counts={counts.clone()} />
            <Examples {project} code={code.clone()} below={with_sub} />
            <div class="row row--wrap">
                <MemoButton subject={Subject::Code(id)} />
                <Button label={tr!("codes-see-quotations")} icon={IconName::List} onclick={all} />
                <Button label={tr!("split-menu")} icon={IconName::SplitPane} disabled={!writable} onclick={split} />
                <Button label={tr!("merge-into-menu")} disabled={!writable} onclick={merge} />
                <Button label={tr!("codes-delete")} icon={IconName::Trash} variant={ButtonVariant::Quiet} disabled={!writable} onclick={delete} />
            </div>
            <Ask asked={*asked} on_close={close} />
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    project: Same<Project>,
    code: Rc<Code>,
}

/// The codes that it stands under, from the top.
#[component]
fn Above(props: &PartProps) -> Html {
    let project = &props.project;
    let mut above: Vec<Rc<Code>> = Vec::new();
    let mut next = props.code.parent;
    while let Some(code) = next.and_then(|id| project.codes.get(&id)) {
        if above.len() > project.codes.len() {
            break;
        }
        above.push(Rc::clone(code));
        next = code.parent;
    }
    html! {
        <nav class="code-details__path" aria-label={tr!("codes-path")}>
            if above.is_empty() {
                <span class="soft">{ tr!("codes-at-top") }</span>
            }
            { for above.iter().rev().map(|code| html! {
                <span key={code.id.to_string()}>
                    <a href={Route::Project(project.id, Place::Codes(Some(code.id))).hash()}><bdi>{ code.name.clone() }</bdi></a>
                    <span aria-hidden="true">{ " / " }</span>
                </span>
            }) }
        </nav>
    }
}

#[derive(Properties, PartialEq)]
struct FactsProps {
    project: Same<Project>,
    code: Rc<Code>,
    counts: Rc<Counts>,
}

/// How often it is used, who made it, and when.
#[component]
fn Facts(props: &FactsProps) -> Html {
    let (project, code) = (&props.project, &props.code);
    let own = props.counts.by_code.get(&code.id).copied().unwrap_or(0);
    let with_sub = props.counts.with_subcodes.get(&code.id).copied().unwrap_or(0);
    let below = project.codes_under(Some(code.id)).len();
    let coder = project.coders.get(&code.created.by).map(|coder| coder.name.clone()).unwrap_or_default();
    html! {
        <dl class="code-details__facts">
            <div>
                <dt>{ tr!("quotations") }</dt>
                <dd>{ format_number(own as f64) }</dd>
            </div>
            if below > 0 {
                <div>
                    <dt>{ tr!("codes-with-sub") }</dt>
                    <dd>{ format_number(with_sub as f64) }</dd>
                </div>
                <div>
                    <dt>{ tr!("codes-below") }</dt>
                    <dd>{ format_number(below as f64) }</dd>
                </div>
            }
            <div>
                <dt>{ tr!("codes-made") }</dt>
                <dd>
                    { format_date_time(code.created.at.0 as f64) }
                    if !coder.is_empty() {
                        { " · " }<bdi>{ coder }</bdi>
                    }
                </dd>
            </div>
        </dl>
    }
}

#[derive(Properties, PartialEq)]
struct ExamplesProps {
    project: Same<Project>,
    code: Rc<Code>,
    /// How many quotations have it or a code below it.
    below: usize,
}

/// The first passages that have it.
#[component]
fn Examples(props: &ExamplesProps) -> Html {
    let found = use_memo((props.project.clone(), props.code.id), |(project, id)| {
        let groups = retrieval(project, Some(*id), false, &Scope::everything()).into_iter();
        let found =
            groups.flat_map(|group| group.quotations.into_iter().map(move |found| (group.document.clone(), found)));
        found.take(FIRST).collect::<Vec<_>>()
    });
    html! {
        <section class="code-details__examples">
            <h2>{ tr!("codes-first-quotations") }</h2>
            if found.is_empty() {
                <p class="soft small">
                    { if props.below > 0 { tr!("codes-none-own", n = props.below) } else { tr!("codes-not-used") } }
                </p>
            }
            <ul class="code-details__list">
                { for found.iter().map(|(document, quotation)| {
                    let place = Place::Read(Some(document.id), Some(quotation.id));
                    html! {
                        <li key={quotation.id.to_string()} class={hue(props.code.colour).class()}>
                            <a href={Route::Project(props.project.id, place).hash()}>
                                <span class="serif" dir="auto">{ shortened(&quotation.quote.exact, WORDS) }</span>
                                <bdi class="soft small">{ document.title.clone() }</bdi>
                            </a>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
