//! What was brought in, what was not, and what of each file is not in its text.

use yew::prelude::*;

use super::batch::Batch;
use super::list::{Failures, problem};
use super::words;
use crate::i18n::tr;
use crate::widgets::{Banner, Tone};

/// What an [`Outcome`] tells.
#[derive(Properties, PartialEq)]
pub struct OutcomeProps {
    /// How many documents were brought in.
    pub documents: usize,
    /// The files and texts.
    pub batch: Batch,
}

/// The result of an import.
#[component]
pub fn Outcome(props: &OutcomeProps) -> Html {
    let batch = &props.batch;
    let came_in = |id: usize| batch.items.iter().filter(|item| item.file == Some(id) && item.ticked).count();
    let parts: Vec<_> = batch.files.iter().filter(|file| !file.left_out.is_empty() && came_in(file.id) > 0).collect();
    let skipped: Vec<_> = batch.items.iter().filter(|item| !item.ticked).collect();
    let tables: Vec<_> = batch.tables().collect();
    html! {
        <div class="import__outcome">
            <Banner key="done" tone={Tone::Good}>{ tr!("import-brought-in", n = props.documents) }</Banner>
            if batch.failures().next().is_some() {
                <Failures key="failures" files={batch.files.clone()} />
            }
            if !skipped.is_empty() || !tables.is_empty() {
                <section key="skipped" aria-label={tr!("import-skipped")}>
                    <h3>{ tr!("import-skipped") }</h3>
                    <ul class="import__failures-list">
                        { for tables.into_iter().map(|file| html! {
                            <li key={format!("table-{}", file.id)}>
                                <bdi class="import__row-title">{ file.name.to_string() }</bdi>
                                <span class="small soft">{ tr!("import-table-open") }</span>
                            </li>
                        }) }
                        { for skipped.into_iter().map(|item| html! {
                            <li key={item.key}>
                                <bdi class="import__row-title">{ item.title.clone() }</bdi>
                                <span class="small soft">{ problem(item).unwrap_or_default() }</span>
                            </li>
                        }) }
                    </ul>
                </section>
            }
            if !parts.is_empty() {
                <section key="parts" aria-label={tr!("import-parts-left-out")}>
                    <h3>{ tr!("import-parts-left-out") }</h3>
                    <ul class="import__failures-list">
                        { for parts.into_iter().map(|file| html! {
                            <li key={file.id}>
                                <bdi class="import__row-title">{ file.name.to_string() }</bdi>
                                <span class="small soft">{ words::left_out(&file.left_out) }</span>
                            </li>
                        }) }
                    </ul>
                </section>
            }
        </div>
    }
}
