//! What a newcomer sees: what Emic is, what it promises, and how to begin.

use yew::prelude::*;

use crate::i18n::tr;
use crate::widgets::{Button, ButtonVariant, Icon, IconName};

#[derive(Properties, PartialEq)]
pub(super) struct WelcomeProps {
    /// A project is to be made.
    pub on_create: Callback<()>,
    /// A project file is to be chosen.
    pub on_import: Callback<()>,
    /// The sample study is to be opened.
    pub on_sample: Callback<()>,
}

#[component]
pub(super) fn Welcome(props: &WelcomeProps) -> Html {
    let steps = [
        (IconName::Folder, tr!("start-step-create"), tr!("start-step-create-text")),
        (IconName::Document, tr!("start-step-bring"), tr!("start-step-bring-text")),
        (IconName::Code, tr!("start-step-code"), tr!("start-step-code-text")),
    ];
    html! {
        <section class="welcome">
            <h1 class="welcome__title">{ tr!("start-welcome-title") }</h1>
            <p class="welcome__text">{ tr!("start-welcome-text") }</p>
            <p class="welcome__promise"><Icon name={IconName::Lock} /><span>{ tr!("start-welcome-private") }</span></p>
            <div class="welcome__actions">
                <Button
                    id="start-new"
                    label={tr!("start-step-create")}
                    icon={IconName::Plus}
                    variant={ButtonVariant::Primary}
                    onclick={props.on_create.reform(|_| ())}
                />
                <Button
                    id="start-import"
                    label={tr!("start-import")}
                    icon={IconName::Upload}
                    onclick={props.on_import.reform(|_| ())}
                />
                <Button
                    label={tr!("sample-open")}
                    icon={IconName::Document}
                    onclick={props.on_sample.reform(|_| ())}
                />
            </div>
            <h2 class="caps">{ tr!("start-steps") }</h2>
            <ol class="welcome__steps">
                { for steps.into_iter().enumerate().map(|(n, (icon, title, text))| html! {
                    <li key={n} class="welcome__step">
                        <span class="welcome__icon"><Icon name={icon} /></span>
                        <h3>{ title }</h3>
                        <p>{ text }</p>
                    </li>
                }) }
            </ol>
            <p class="soft small">{ tr!("start-welcome-import") }</p>
        </section>
    }
}
