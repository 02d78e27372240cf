//! What is new in each version, and whether someone has read it.

use yew::prelude::*;

use crate::i18n::{message, tr};
use crate::platform::VERSION;
use crate::prefs;
use crate::widgets::{Dialog, DialogSize};

/// The versions, the newest first, each with the messages that tell what is new in it. CHANGELOG.md tells the same.
const RELEASES: &[(&str, &[&str])] = &[(
    "0.1.0",
    &[
        "news-0-1-0-read",
        "news-0-1-0-code",
        "news-0-1-0-find",
        "news-0-1-0-safe",
        "news-0-1-0-alone",
        "news-0-1-0-learn",
    ],
)];

/// The parts of a version's number.
fn parts(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    let number = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(number)
}

/// Whether a version is newer than another one. What cannot be compared is not.
fn is_newer(version: &str, other: &str) -> bool {
    parts(version).zip(parts(other)).is_some_and(|(version, other)| version > other)
}

/// Whether there is something new since the version whose news were read last.
pub(super) fn is_unread(seen: &str) -> bool {
    is_newer(VERSION, seen)
}

/// To one who comes for the first time nothing is new.
pub fn note_first_visit() {
    if prefs::current().news_seen.is_empty() {
        prefs::update(|prefs| prefs.news_seen = VERSION.to_owned());
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct NewsProps {
    pub open: bool,
    pub on_close: Callback<()>,
}

/// What is new, version by version.
#[component]
pub(super) fn News(props: &NewsProps) -> Html {
    use_effect_with(props.open, |open| {
        if *open {
            prefs::update(|prefs| prefs.news_seen = VERSION.to_owned());
        }
    });
    html! {
        <Dialog open={props.open} title={tr!("news-title")} size={DialogSize::Medium} on_close={props.on_close.clone()}>
            <div class="prose">
                { for RELEASES.iter().map(|(version, news)| html! {
                    <section key={*version}>
                        <h3>{ tr!("news-version", version = *version) }</h3>
                        <ul>{ for news.iter().map(|key| html! { <li key={*key}>{ message(key, None) }</li> }) }</ul>
                    </section>
                }) }
            </div>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        for (version, other, newer) in [
            ("0.2.0", "0.1.0", true),
            ("0.10.0", "0.9.3", true),
            ("1.0.0", "1.0.0", false),
            ("0.1.0", "0.2.0", false),
            ("0.2.0", "", false),
            ("0.2.0", "nonsense", false),
            ("0.2.0", "0.1.0.9", false),
        ] {
            assert_eq!(is_newer(version, other), newer, "{version} after {other}");
        }
        assert!(!is_unread(VERSION));
    }

    #[test]
    fn the_newest_version_that_is_told_of_is_this_one() {
        assert_eq!(RELEASES[0].0, VERSION);
        for pair in RELEASES.windows(2) {
            assert!(is_newer(pair[0].0, pair[1].0), "{} stands before {}", pair[0].0, pair[1].0);
        }
    }
}
