//! What a place says about itself: nothing here yet, something to know, how far it is.
use yew::prelude::*;

use super::icon::{Icon, IconName};
use crate::i18n;

/// What an [`EmptyState`] says.
#[derive(Properties, PartialEq)]
pub struct EmptyStateProps {
    /// A picture of what is missing.
    pub icon: IconName,
    /// What is missing.
    pub title: AttrValue,
    /// What it is good for and how to begin.
    #[prop_or_default]
    pub text: AttrValue,
    /// The action, or several, that begin it.
    #[prop_or_default]
    pub children: Html,
    /// Lower, for a side pane.
    #[prop_or_default]
    pub small: bool,
}

/// An empty place that teaches how to fill it.
#[component]
pub fn EmptyState(props: &EmptyStateProps) -> Html {
    html! {
        <section class={classes!("empty", props.small.then_some("empty--small"))}>
            <span class="empty__icon"><Icon name={props.icon} /></span>
            <h2 class="empty__title">{ props.title.clone() }</h2>
            if !props.text.is_empty() {
                <p class="empty__text">{ props.text.clone() }</p>
            }
            <div class="empty__actions">{ props.children.clone() }</div>
        </section>
    }
}

/// How grave a [`Banner`] is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    /// Something to know.
    #[default]
    Info,
    /// Something may go wrong.
    Warning,
    /// Something went wrong.
    Error,
    /// Something went well.
    Good,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "tone-info",
            Self::Warning => "tone-warning",
            Self::Error => "tone-error",
            Self::Good => "tone-good",
        }
    }

    const fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::Info,
            Self::Warning | Self::Error => IconName::Warning,
            Self::Good => IconName::Check,
        }
    }
}

/// What a [`Banner`] says.
#[derive(Properties, PartialEq)]
pub struct BannerProps {
    /// How grave it is. An error is said at once, the rest when there is a pause.
    #[prop_or_default]
    pub tone: Tone,
    /// What it is about, in bold.
    #[prop_or_default]
    pub title: AttrValue,
    /// The words.
    #[prop_or_default]
    pub children: Html,
    /// What can be done about it.
    #[prop_or_default]
    pub actions: Html,
}

/// A notice that stays where it is until its reason is gone.
#[component]
pub fn Banner(props: &BannerProps) -> Html {
    let role = if props.tone == Tone::Error { "alert" } else { "status" };
    html! {
        <div class={classes!("banner", props.tone.class())} {role}>
            <Icon name={props.tone.icon()} />
            <div class="banner__text">
                if !props.title.is_empty() {
                    <strong>{ props.title.clone() }</strong>
                }
                <div>{ props.children.clone() }</div>
            </div>
            <div class="banner__actions">{ props.actions.clone() }</div>
        </div>
    }
}

/// What a [`ProgressBar`] shows.
#[derive(Properties, PartialEq)]
pub struct ProgressBarProps {
    /// What is under way.
    pub label: AttrValue,
    /// How much of it is done, from 0 to 1; none when it cannot be known.
    #[prop_or_default]
    pub share: Option<f64>,
    /// What is being done just now.
    #[prop_or_default]
    pub detail: AttrValue,
    /// A button to stop it.
    #[prop_or_default]
    pub children: Html,
}

/// How far something is, in words and as a bar.
#[component]
pub fn ProgressBar(props: &ProgressBarProps) -> Html {
    let share = props.share.map(|share| share.clamp(0.0, 1.0));
    html! {
        <div class="progress">
            <div class="progress__head">
                <span>{ props.label.clone() }</span>
                <span class="num">{ share.map(|share| i18n::format_percent(share, 0)).unwrap_or_default() }</span>
            </div>
            <progress
                class="progress__bar"
                max="1"
                value={share.map(|share| share.to_string())}
                aria-label={props.label.clone()}
            />
            <div class="progress__foot">
                <span class="soft small truncate">{ props.detail.clone() }</span>
                { props.children.clone() }
            </div>
        </div>
    }
}
