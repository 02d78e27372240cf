//! One quotation: its words, where it stands, its codes, what was noted, its bounds.

use emic_core::consent::consent_of;
use emic_core::edit::{Edit, QuotationField};
use emic_core::ids::QuotationId;
use emic_core::project::{Consent, Quotation, QuotationAt, Subject};
use yew::prelude::*;

use super::bounds::Bounds;
use super::codings::Codings;
use super::note::NoteField;
use super::{said_words, shortened};
use crate::i18n::{relative, tr};
use crate::platform;
use crate::screens::act::{act, act_with_undo};
use crate::screens::cases::words::{Blocked, consent_name};
use crate::screens::clipboard;
use crate::screens::codes::hue;
use crate::screens::memos::{MemoButton, QuotationLinks};
use crate::screens::themes::ChooseForTheme;
use crate::store::pane::PaneId;
use crate::store::{Same, TextState, use_project, use_store, use_text, use_writable};
use crate::widgets::{Button, ButtonVariant, IconName, Select, SelectOption, toast};

/// Words beyond this many code points are shown when asked for.
const WORDS: usize = 150;

#[derive(Properties, PartialEq)]
pub(super) struct QuotationDetailsProps {
    pub pane: PaneId,
    pub quotation: Same<Quotation>,
    pub on_delete: Callback<QuotationId>,
}

/// One quotation. The caller gives it the quotation's id as its key.
#[component]
pub(super) fn QuotationDetails(props: &QuotationDetailsProps) -> Html {
    let store = use_store();
    let project = use_project();
    let writable = use_writable();
    let whole = use_state_eq(|| false);
    let quotation = &props.quotation;
    let (id, document) = (quotation.id, quotation.document);
    let text_ref = project.as_ref().and_then(|project| Some(project.documents.get(&document)?.text));
    let text = match use_text(text_ref) {
        TextState::Ready(text) => Some(text),
        TextState::Loading | TextState::Failed(_) => None,
    };
    let Some(project) = project else { return html! { <div></div> } };

    let words = &quotation.quote.exact;
    let long = words.chars().count() > WORDS;
    let toggle = {
        let whole = whole.clone();
        Callback::from(move |_: MouseEvent| whole.set(!*whole))
    };
    let comment = {
        let store = store.clone();
        Callback::from(move |comment: String| {
            act(&store, vec![Edit::CommentQuotation { id, document, comment }], &tr!("quotation-comment-kept"));
        })
    };
    let holds = project.documents.get(&document).map(|found| consent_of(&project, found, quotation.span()));
    let holds = holds.unwrap_or_default();
    let copy = {
        let words = words.to_string();
        Callback::from(move |_: MouseEvent| match holds.may_be_quoted() {
            true => clipboard::copy(&words, tr!("quotation-copied")),
            false => toast(tr!("blocked-not-copied"), None),
        })
    };
    let field = |label: AttrValue, value: String, field: fn(String) -> QuotationField| {
        let store = store.clone();
        let on_commit = Callback::from(move |words: String| {
            let edit = Edit::SetQuotationField { id, document, field: field(words) };
            act(&store, vec![edit], &tr!("book-content-kept"));
        });
        html! { <NoteField {label} {value} rows=2 {on_commit} /> }
    };
    let on_consent = {
        let store = store.clone();
        Callback::from(move |key: String| {
            let consent = Consent::from(key);
            let edit = Edit::SetPassageConsent { id, document, consent };
            match consent {
                // It goes out of sight.
                Consent::Withdrawn => {
                    act_with_undo(&store, vec![edit], tr!("passage-withdrawn"));
                }
                _ => {
                    act(&store, vec![edit], &tr!("consent-set"));
                }
            }
        })
    };
    let own = quotation.consent;
    let consents: Vec<_> =
        Consent::ALL.iter().map(|consent| SelectOption::new(consent.key(), consent_name(*consent))).collect();
    let delete = props.on_delete.reform(move |_: MouseEvent| id);
    let paragraph = text.as_ref().and_then(|text| text.paragraph_number(text.paragraph_at(quotation.span().start)));
    let said = project.documents.get(&document).map(|document| said_words(&document.structure, quotation.span().start));
    let coder = project.coders.get(&quotation.coder()).map(|coder| coder.name.clone()).unwrap_or_default();
    let made = relative(quotation.created.at.0 as f64, platform::now().0 as f64);
    let first = quotation.codings.iter().find_map(|coding| project.codes.get(&coding.code));
    html! {
        <div class="quotation__details">
            <blockquote class={classes!("quotation__words", first.map(|code| hue(code.colour).class()))}>
                <p class="serif" dir="auto">
                    { if long && !*whole { shortened(words, WORDS) } else { words.to_string() } }
                </p>
                if long {
                    <button type="button" class="quotation__more" aria-expanded={if *whole { "true" } else { "false" }} onclick={toggle}>
                        { if *whole { tr!("quotation-less") } else { tr!("quotation-more") } }
                    </button>
                }
                <footer class="soft small">
                    <Blocked consent={holds} />
                    if let Some(n) = paragraph {
                        { tr!("quotation-paragraph", n = n) }{ " · " }
                    }
                    { for said.into_iter().flatten().map(|said| html! { <><bdi>{ said }</bdi>{ " · " }</> }) }
                    if !coder.is_empty() {
                        <bdi>{ coder }</bdi>{ " · " }
                    }
                    { made }
                </footer>
            </blockquote>
            <Codings pane={props.pane} project={project.clone()} quotation={quotation.clone()} text={text.clone()} />
            <NoteField
                label={tr!("quotation-comment")}
                placeholder={tr!("quotation-comment-placeholder")}
                value={quotation.comment.clone()}
                rows=2
                on_commit={comment}
            />
            <details class="quotation__content">
                <summary>{ tr!("book-content") }</summary>
                { field(tr!("book-condensed"), quotation.condensed.clone(), QuotationField::Condensed) }
                { field(tr!("book-interpretation"), quotation.interpretation.clone(), QuotationField::Interpretation) }
            </details>
            <Select
                label={tr!("passage-consent")}
                hint={(holds != own).then(|| tr!("passage-consent-stricter", what = consent_name(holds).as_str()))}
                value={own.key()}
                options={consents}
                disabled={!writable}
                on_change={on_consent}
            />
            <QuotationLinks project={project.clone()} at={QuotationAt { document, quotation: id }} />
            if let Some(text) = text.filter(|_| writable) {
                <Bounds quotation={quotation.clone()} {text} />
            }
            <div class="row row--wrap">
                <MemoButton subject={Subject::Quotation(QuotationAt { document, quotation: id })} />
                <ChooseForTheme at={QuotationAt { document, quotation: id }} />
                <Button label={tr!("quotation-copy")} icon={IconName::Duplicate} small=true variant={ButtonVariant::Quiet} onclick={copy} />
                <Button label={tr!("quotation-delete")} icon={IconName::Trash} small=true variant={ButtonVariant::Quiet} disabled={!writable} onclick={delete} />
            </div>
        </div>
    }
}
