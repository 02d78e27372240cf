//! Those who speak and are no case yet.

use emic_core::edit::Edit;
use emic_core::project::{Project, Role};
use yew::prelude::*;

use super::name::named;
use super::parts::cases_as_options;
use crate::i18n::tr;
use crate::screens::act::act;
use crate::screens::growing::use_growing;
use crate::store::{Same, use_scope, use_store, use_writable};
use crate::widgets::{Select, SelectOption};

/// What is chosen to make a case of the speaker's name.
const NEW: &str = "new";

#[derive(Properties, PartialEq)]
pub(super) struct SpeakersProps {
    pub project: Same<Project>,
}

/// The speakers that are no case, each with the cases to choose from. Who asks is left out.
#[component]
pub(super) fn Speakers(props: &SpeakersProps) -> Html {
    let (store, writable, scope) = (use_store(), use_writable(), use_scope());
    let project = &props.project;
    let within = scope.within(project);
    let documents = project.documents_in_order().into_iter().filter(|document| within.contains_document(document.id));
    let mut without = Vec::new();
    for document in documents.filter(|document| document.case.is_none()) {
        for speaker in &document.structure.speakers {
            if speaker.case.is_none() && speaker.role != Role::Interviewer {
                without.push((document.id, document.title.clone(), speaker.id, speaker.name.clone()));
            }
        }
    }
    let shown = use_growing(without.len(), 20, 20);
    let options = cases_as_options(project);
    let row = |(document, title, id, name): &(_, String, _, String)| {
        let (document, id) = (*document, *id);
        let on_change = {
            let (store, name) = (store.clone(), name.clone());
            Callback::from(move |chosen: String| {
                let Some(snapshot) = store.snapshot() else { return };
                let mut edits = Vec::new();
                let case = match chosen.as_str() {
                    NEW => Some(named(&snapshot.project, &mut Vec::new(), &mut edits, &name)),
                    other => other.parse().ok(),
                };
                edits.push(Edit::SetSpeakerCase { document, id, case });
                act(&store, edits, &tr!("cases-speaker-given", speaker = &name));
            })
        };
        let mut options = options.clone();
        options.insert(1, SelectOption::new(NEW, tr!("cases-new-of", name = name)));
        html! {
            <li key={format!("{document}-{id}")} class="cases__speaker">
                <span class="cases__who"><b><bdi>{ name.clone() }</bdi></b>{ " " }<span class="soft"><bdi>{ title.clone() }</bdi></span></span>
                <Select
                    label={tr!("cases-of-speaker", speaker = name, document = title)}
                    hide_label=true
                    value=""
                    {options}
                    disabled={!writable}
                    {on_change}
                />
            </li>
        }
    };
    html! {
        <section class="cases__speakers" hidden={without.is_empty()} aria-labelledby="cases-speakers-title">
            <h2 id="cases-speakers-title">{ tr!("cases-speakers-without") }</h2>
            <ul>{ for without.iter().take(shown).map(row) }</ul>
        </section>
    }
}
