//! The way back to the list that the quotation on show was opened out of.

use yew::prelude::*;

use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::store::pane::{List, PaneId};
use crate::store::{use_pane, use_selector};
use crate::widgets::{Icon, IconName};

#[derive(Properties, PartialEq)]
pub struct BackProps {
    /// The pane.
    pub pane: PaneId,
}

/// A link to the list; nothing if the document was opened in another way.
#[component]
pub fn Back(props: &BackProps) -> Html {
    let list = use_pane(props.pane, |pane| pane.list);
    let found = use_selector(move |snapshot| {
        let List(code) = list?;
        let name = code.and_then(|code| snapshot.project.codes.get(&code)).map(|code| code.name.clone());
        Some((snapshot.project.id, code, name))
    });
    html! {
        <div class="reader__back">
            if let Some((project, code, name)) = found.flatten() {
                <a href={Route::Project(project, Place::Retrieve(code)).hash()}>
                    <Icon name={IconName::ArrowStart} />
                    { match name {
                        Some(name) => tr!("reader-back-code", code = name),
                        None => tr!("reader-back"),
                    } }
                </a>
            }
        </div>
    }
}
