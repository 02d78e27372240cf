//! How it is said who is quoted: a template for each language, with what it makes of quotations.

use std::collections::BTreeSet;

use emic_core::edit::Edit;
use emic_core::paper::{Facts, Field, Listed, Template, Which, listed};
use emic_core::project::Project;
use emic_core::query::quotations_in;
use emic_core::scope::Scope;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::View;
use super::check::Identify;
use crate::i18n::{Lang, tr, unmarked};
use crate::screens::act::act;
use crate::screens::kept;
use crate::screens::quotation::shortened;
use crate::store::{Same, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, Dialog, DialogSize, Select, SelectOption, TextField, dom};

/// Of how many quotations it is shown what a template makes.
const SHOWN: usize = 4;
/// How long their words are there, in code points.
const WORDS: usize = 60;

#[derive(Properties, PartialEq)]
pub(super) struct AttributionDialogProps {
    pub project: Same<Project>,
    /// The language of the paper.
    pub language: String,
    pub on_close: Callback<()>,
}

/// What a language is called in itself.
pub(super) fn language_name(tag: &str) -> String {
    Lang::from_tag(tag).map_or_else(|| tag.to_owned(), |lang| lang.native_name().to_owned())
}

/// The languages that there are templates in, and those of the interface.
pub(super) fn languages(project: &Project) -> Vec<SelectOption> {
    let tags: BTreeSet<&str> = project.meta.attributions.keys().map(String::as_str).collect();
    let own = Lang::ALL.iter().map(|lang| lang.tag());
    let others = tags.into_iter().filter(|tag| Lang::ALL.iter().all(|lang| lang.tag() != *tag));
    own.chain(others).map(|tag| SelectOption::new(tag.to_owned(), language_name(tag))).collect()
}

/// Asks for the template of a language.
#[component]
pub(super) fn AttributionDialog(props: &AttributionDialogProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let project = &props.project;
    let language = use_state_eq(|| props.language.clone());
    let saved = project.meta.attributions.get(&*language).cloned().unwrap_or_default();
    let words = use_state_eq(|| saved.clone());
    let field = use_node_ref();
    let facts = use_memo(project.clone(), |project| Facts::of(project));
    let samples = use_memo(project.clone(), |project| samples(project, &facts));
    let template = Template::new(&words);
    let unknown = facts.fields.unknown(&template);
    let on_language = {
        let (language, words, project) = (language.setter(), words.setter(), project.clone());
        Callback::from(move |tag: String| {
            words.set(project.meta.attributions.get(&tag).cloned().unwrap_or_default());
            kept::keep(project.id, "themes", View { language: Some(tag.clone()) });
            language.set(tag);
        })
    };
    let on_input = {
        let words = words.setter();
        Callback::from(move |typed: String| words.set(typed))
    };
    let insert = |name: &str| {
        let (field, words, put) = (field.clone(), words.setter(), format!("{{{name}}}"));
        Callback::from(move |_: MouseEvent| {
            let Some(input) = field.cast::<HtmlInputElement>() else { return };
            let units: Vec<u16> = input.value().encode_utf16().collect();
            let at = |place: Result<Option<u32>, _>| {
                place.ok().flatten().map_or(units.len(), |at| (at as usize).min(units.len()))
            };
            let (start, end) = (at(input.selection_start()), at(input.selection_end()));
            let new: Vec<u16> = put.encode_utf16().collect();
            let all: Vec<u16> = units[..start].iter().chain(&new).chain(&units[end.max(start)..]).copied().collect();
            let all = String::from_utf16_lossy(&all);
            input.set_value(&all);
            dom::focus(&input);
            let after = (start + new.len()) as u32;
            // A field that is on the page has a selection.
            let _ = input.set_selection_range(after, after);
            words.set(all);
        })
    };
    let on_submit = {
        let (close, language, template) = (props.on_close.clone(), (*language).clone(), (*words).clone());
        Callback::from(move |()| {
            let edit = Edit::SetAttribution { language: language.clone(), template: template.clone() };
            if act(&store, vec![edit], &tr!("attribution-kept")) {
                close.emit(());
            }
        })
    };
    let arabic = Lang::from_tag(&language) == Some(Lang::Ar);
    let fields: Vec<(String, Field)> = facts.fields.offered(arabic);
    let error = (!unknown.is_empty()).then(|| {
        let names = unknown.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(&tr!("list-separator"));
        tr!("attribution-unknown", n = unknown.len(), names = names)
    });
    // Two of the fields that there are.
    let example = |n: usize| fields.get(n).map(|(name, _)| format!("{{{name}}}")).unwrap_or_default();
    let (columns, unchecked) = (facts.fields.columns(&template), facts.fields.unchecked(&template));
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("save")} variant={ButtonVariant::Primary} submit=true disabled={!writable || *words == saved} />
        </>
    };
    html! {
        <Dialog open=true title={tr!("attribution")} size={DialogSize::Medium} on_close={props.on_close.clone()} on_submit={Some(on_submit)} closes_outside=false {actions}>
            <div class="stack attribution">
                <p key="teach" class="soft">{ tr!("attribution-teach") }</p>
                <Select key="language" label={tr!("attribution-language")} value={(*language).clone()} options={languages(project)} on_change={on_language} />
                <TextField
                    key={(*language).clone()}
                    label={tr!("attribution-template")}
                    value={saved.clone()}
                    on_input={Some(on_input)}
                    placeholder={Some(AttrValue::from(unmarked(tr!("attribution-example", profession = example(0), gender = example(1)))))}
                    {error}
                    disabled={!writable}
                    field_ref={field.clone()}
                    autofocus=true
                />
                <div key="fields" class="row row--wrap attribution__fields" role="group" aria-label={tr!("attribution-fields")}>
                    { for fields.iter().map(|(name, _)| html! {
                        <Button key={name.clone()} label={format!("{{{name}}}")} small=true disabled={!writable} onclick={insert(name)} />
                    }) }
                </div>
                <section key="preview" aria-labelledby="attribution-preview">
                    <h3 id="attribution-preview">{ tr!("attribution-preview") }</h3>
                    if samples.is_empty() {
                        <p class="soft small">{ tr!("attribution-no-quotations") }</p>
                    }
                    <ul class="attribution__samples" aria-live="polite">
                        { for samples.iter().map(|sample| {
                            let said = facts.attribution(project, &sample.document, &sample.quotation, &template);
                            html! {
                                <li key={sample.quotation.id.to_string()}>
                                    <bdi class="serif">{ shortened(sample.printed(), WORDS) }</bdi>{ " " }
                                    if said.is_empty() {
                                        <span class="soft small">{ tr!("attribution-says-nothing") }</span>
                                    } else {
                                        <bdi class="printed__attribution">{ said }</bdi>
                                    }
                                </li>
                            }
                        }) }
                    </ul>
                </section>
                <section key="check" aria-labelledby="attribution-check">
                    <h3 id="attribution-check">{ tr!("identify-title") }</h3>
                    <Identify project={project.clone()} theme={None::<emic_core::ids::ThemeId>} {columns} {unchecked} />
                </section>
            </div>
        </Dialog>
    }
}

/// Quotations of different participants: those for the paper first, then any.
fn samples(project: &Project, facts: &Facts) -> Vec<Listed> {
    let chosen = listed(project, Which::default()).0.into_iter().flat_map(|theme| theme.quotations);
    let (used, spare): (Vec<_>, Vec<_>) = chosen.partition(|listed| listed.in_paper);
    let limits = emic_core::consent::AllLimits::of(project);
    let others = quotations_in(project, &Scope::everything()).into_iter().filter_map(|(document, quotation)| {
        let may = limits.at(document.id, quotation.span()).may_be_quoted();
        let case = facts.case(project, &document, &quotation).cloned();
        may.then_some(Listed { document, quotation, case, in_paper: false })
    });
    let mut people = BTreeSet::new();
    let all = used.into_iter().chain(spare).chain(others);
    all.filter(|listed| people.insert(listed.case.as_ref().map(|case| case.id))).take(SHOWN).collect()
}
