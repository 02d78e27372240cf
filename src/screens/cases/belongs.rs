//! What belongs to a case, each a way to where it stands.

use emic_core::consent::shown_quotations;
use emic_core::edit::Edit;
use emic_core::ids::{CaseId, DocumentId};
use emic_core::project::{Project, Subject};
use emic_core::query::{OfCase, case_of};
use emic_core::text::Span;
use yew::prelude::*;

use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::screens::act::act;
use crate::screens::memos::MemoButton;
use crate::screens::seek::SeekLink;
use crate::store::{Same, use_store, use_writable};
use crate::widgets::{IconButton, IconName, Select, SelectOption};

/// How many quotations are named at once.
const QUOTATIONS: usize = 100;

#[derive(Properties, PartialEq)]
pub(super) struct BelongsProps {
    pub project: Same<Project>,
    pub case: CaseId,
    pub of: Same<OfCase>,
}

/// What belongs to a case.
#[component]
pub(super) fn Belongs(props: &BelongsProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let (project, case, of) = (&props.project, props.case, &props.of);
    let title = |id: DocumentId| {
        project.documents.get(&id).map(|document| AttrValue::from(document.title.clone())).unwrap_or_default()
    };
    let read = |id: DocumentId| Route::Project(project.id, Place::Read(Some(id), None)).hash();
    let take = |edit: Edit, said: AttrValue| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            act(&store, vec![edit.clone()], &said);
        })
    };
    let others = project.documents_in_order().into_iter().filter(|document| document.case != Some(case));
    let choose = SelectOption::new("", tr!("cases-choose-document"));
    let options = others.map(|document| SelectOption::new(document.id.to_string(), document.title.clone()));
    let options: Vec<_> = std::iter::once(choose).chain(options).collect();
    let on_give = {
        let store = store.clone();
        Callback::from(move |id: String| {
            if let Ok(id) = id.parse() {
                act(&store, vec![Edit::SetDocumentCase { id, case: Some(case) }], &tr!("cases-document-given"));
            }
        })
    };
    let quotations = project.documents_in_order().into_iter().flat_map(|document| {
        let list = shown_quotations(project, document.id);
        let own = list.iter().filter(|quotation| case_of(&document, quotation.span().start) == Some(case));
        own.map(|quotation| (document.clone(), quotation.clone())).collect::<Vec<_>>()
    });
    let quotations: Vec<_> = quotations.take(QUOTATIONS).collect();
    let more = of.quotations.saturating_sub(quotations.len());
    html! {
        <div class="belongs">
            if writable && options.len() > 1 {
                <Select label={tr!("cases-give-document")} value="" {options} on_change={on_give} />
            }
            <div><MemoButton subject={Subject::Case(case)} /></div>
            <ul class="belongs__list">
                { for of.documents.iter().map(|id| html! {
                    <li key={id.to_string()}>
                        <a href={read(*id)}><bdi>{ title(*id) }</bdi></a>
                        <span class="soft">{ tr!("cases-whole") }</span>
                        if writable {
                            <IconButton
                                label={tr!("cases-take-document", document = title(*id).as_str())}
                                icon={IconName::Close}
                                small=true
                                onclick={take(Edit::SetDocumentCase { id: *id, case: None }, tr!("cases-taken"))}
                            />
                        }
                    </li>
                }) }
                { for of.parts.iter().map(|(id, span)| html! {
                    <li key={format!("{id}-{}", span.start.0)}>
                        <SeekLink project={project.id} document={*id} span={*span} label={title(*id)} />
                        <span class="soft">{ tr!("cases-part") }</span>
                    </li>
                }) }
                { for of.speakers.iter().map(|(id, speaker)| {
                    let structure = project.documents.get(id).map(|document| document.structure.clone());
                    let found = structure.as_ref().and_then(|structure| structure.speaker(*speaker));
                    let name = found.map(|found| found.name.clone()).unwrap_or_default();
                    let first = structure.as_ref().and_then(|structure| {
                        structure.turns.iter().find(|turn| turn.speaker == *speaker).map(|turn| turn.span)
                    });
                    let edit = Edit::SetSpeakerCase { document: *id, id: *speaker, case: None };
                    html! {
                        <li key={format!("{id}-{speaker}")}>
                            <SeekLink project={project.id} document={*id} span={first.unwrap_or(Span::new(0, 0))} label={title(*id)} />
                            <span class="soft">{ tr!("cases-speaker", speaker = &name) }</span>
                            if writable {
                                <IconButton
                                    label={tr!("cases-take-speaker", speaker = &name)}
                                    icon={IconName::Close}
                                    small=true
                                    onclick={take(edit, tr!("cases-taken"))}
                                />
                            }
                        </li>
                    }
                }) }
            </ul>
            if of.documents.is_empty() && of.parts.is_empty() && of.speakers.is_empty() {
                <p class="soft">{ tr!("cases-nothing") }</p>
            }
            if !quotations.is_empty() {
                <details class="belongs__quotations">
                    <summary>{ tr!("quotations-count", n = of.quotations) }</summary>
                    <ul class="belongs__list">
                        { for quotations.iter().map(|(document, quotation)| {
                            let place = Place::Read(Some(document.id), Some(quotation.id));
                            let words: String = quotation.quote.exact.chars().take(160).collect();
                            html! {
                                <li key={quotation.id.to_string()}>
                                    <a href={Route::Project(project.id, place).hash()} dir="auto">{ words }</a>
                                    <span class="soft"><bdi>{ document.title.clone() }</bdi></span>
                                </li>
                            }
                        }) }
                    </ul>
                    if more > 0 {
                        <p class="soft small">{ tr!("cases-more-quotations", n = more) }</p>
                    }
                </details>
            }
        </div>
    }
}
