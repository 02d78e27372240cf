//! Who speaks in the document on show: what each says, how that is shown, and what can be done with all of it at once.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::SpeakerId;
use emic_core::project::{Document, Role, Speaker};
use emic_core::text::Text;
use emic_formats::turns::Pattern;
use web_sys::Element;
use yew::prelude::*;

use super::act::Desk;
use super::find_speakers::find_speakers;
use super::margin::tint;
use crate::i18n::{format_number, tr};
use crate::screens::act::act_with_undo;
use crate::screens::import::{SpeakerAsk, SpeakerQuestion};
use crate::store::pane::{Face, Faces, PickerFor};
use crate::store::{Same, use_pane};
use crate::widgets::{Button, ButtonVariant, ColourDot, IconButton, IconName, Menu, MenuItem, announce, dom};

/// What a [`Speakers`] shows and does.
#[derive(Properties)]
pub struct SpeakersProps {
    /// The pane and its document.
    pub desk: Desk,
    /// The document.
    pub document: Same<Document>,
    /// Its text.
    pub text: Text,
    /// Whether the project can be changed here.
    pub can_write: bool,
    /// Called when it is to be closed.
    pub on_close: Callback<()>,
}

impl PartialEq for SpeakersProps {
    fn eq(&self, other: &Self) -> bool {
        self.desk == other.desk && self.document == other.document && self.can_write == other.can_write
    }
}

/// One speaker with what they say.
struct Row<'a> {
    nth: usize,
    speaker: &'a Speaker,
    turns: usize,
    words: u32,
    /// Of all words that are somebody's, from 0 to 1.
    share: f64,
}

/// The list of those who speak.
#[component]
pub fn Speakers(props: &SpeakersProps) -> Html {
    let node = use_node_ref();
    let ask = use_state_eq(|| (None::<SpeakerId>, SpeakerAsk::default()));
    let pane = props.desk.pane;
    let faces = use_pane(pane, |pane| Rc::clone(&pane.faces));
    let structure = &props.document.structure;
    let words = {
        let text = props.text.clone();
        use_memo(Same(Rc::clone(structure)), move |structure| structure.words_by_speaker(&text))
    };
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            node.cast::<Element>().iter().for_each(dom::focus);
        });
    }
    {
        // What had the focus goes with the speaker that it belonged to.
        let node = node.clone();
        use_effect_with(props.document.clone(), move |_| {
            if dom::focused().is_none() {
                node.cast::<Element>().iter().for_each(dom::focus);
            }
        });
    }
    let total: u32 = words.iter().map(|(_, words)| *words).sum();
    let rows = structure.speakers.iter().zip(words.iter()).enumerate().map(|(nth, (speaker, (_, words)))| Row {
        nth,
        speaker,
        turns: structure.turns.iter().filter(|turn| turn.speaker == speaker.id).count(),
        words: *words,
        share: f64::from(*words) / f64::from(total.max(1)),
    });
    let show_all = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| show(&desk, Faces::default()))
    };
    let onkeydown = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                event.prevent_default();
                event.stop_propagation();
                on_close.emit(());
            }
        })
    };
    let search = {
        let (desk, document, text) = (props.desk.clone(), props.document.clone(), props.text.clone());
        Rc::new(move |patterns: Vec<Pattern>| find_speakers(&desk.store, &document, &text, patterns))
    };
    let again = {
        let search = Rc::clone(&search);
        Callback::from(move |_: MouseEvent| search(Vec::new()))
    };
    let show_pattern = {
        let ask = ask.setter();
        Callback::from(move |_: MouseEvent| ask.set((None, SpeakerAsk::Pattern)))
    };
    let close_ask = {
        let ask = ask.setter();
        Callback::from(move |()| ask.set((None, SpeakerAsk::None)))
    };
    let on_answer = {
        let (ask, desk, search, close) = (ask.clone(), props.desk.clone(), Rc::clone(&search), close_ask.clone());
        Callback::from(move |words: String| {
            match (&*ask, Pattern::of_example(&words)) {
                ((Some(id), _), _) => {
                    let said = tr!("speakers-renamed", name = words.trim());
                    let edit = Edit::RenameSpeaker { document: desk.document, id: *id, name: words };
                    act_with_undo(&desk.store, vec![edit], said);
                }
                ((None, SpeakerAsk::Pattern), Some(pattern)) => search(vec![pattern]),
                ((None, SpeakerAsk::Pattern), None) => return announce(&tr!("import-pattern-no-name")),
                _ => {}
            }
            close.emit(());
        })
    };
    let rows = rows.map(|row| {
        let on_rename = {
            let (ask, id, name) = (ask.setter(), row.speaker.id, row.speaker.name.clone());
            Callback::from(move |()| ask.set((Some(id), SpeakerAsk::Rename(name.clone()))))
        };
        row_html(props, &row, &faces, on_rename)
    });
    let close = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <section ref={node} class="speakers" tabindex="-1" aria-label={tr!("speakers")} {onkeydown}>
            <div key="head" class="speakers__head">
                <h2>{ tr!("speakers") }</h2>
                if !faces.is_plain() {
                    <Button key="all" label={tr!("speakers-show-all")} small=true onclick={show_all} />
                }
                <IconButton key="close" label={tr!("speakers-close")} icon={IconName::Close} small=true onclick={close} />
            </div>
            if structure.speakers.is_empty() {
                <p key="none" class="soft small">{ tr!("speakers-none") }</p>
            } else {
                <ul key="list" class="speakers__list">{ for rows }</ul>
            }
            if props.can_write {
                <div key="more" class="speakers__more">
                    <Button
                        key="again"
                        label={if structure.turns.is_empty() { tr!("speakers-find") } else { tr!("speakers-find-again") }}
                        icon={IconName::Search}
                        small=true
                        variant={ButtonVariant::Quiet}
                        onclick={again}
                    />
                    <Button
                        key="pattern"
                        label={tr!("import-pattern")}
                        icon={IconName::Plus}
                        small=true
                        variant={ButtonVariant::Quiet}
                        onclick={show_pattern}
                    />
                </div>
            }
            <SpeakerQuestion key="ask" ask={ask.1.clone()} {on_answer} on_close={close_ask} />
        </section>
    }
}

fn row_html(props: &SpeakersProps, row: &Row<'_>, faces: &Faces, on_rename: Callback<()>) -> Html {
    let speaker = row.speaker;
    let name = AttrValue::from(speaker.name.clone());
    let face = faces.of_speaker(speaker.id).map(|face| match face {
        Face::Dimmed => tr!("speakers-dimmed"),
        Face::Hidden => tr!("speakers-hidden"),
    });
    let asks = (speaker.role == Role::Interviewer).then(|| tr!("speakers-asks"));
    let said: Vec<AttrValue> = [
        Some(tr!("speakers-turns", n = row.turns)),
        Some(tr!("words-count", n = row.words)),
        Some(tr!("speakers-share", share = format_number((row.share * 100.0).round()))),
        asks,
        face,
    ]
    .into_iter()
    .flatten()
    .collect();
    html! {
        <li key={speaker.id.to_string()} class="speakers__row">
            <ColourDot hue={tint(row.nth)} />
            <span class="speakers__who">
                <bdi class="speakers__name">{ name.clone() }</bdi>
                <span class="speakers__said">{ said.join(" · ") }</span>
            </span>
            <Menu
                label={tr!("more-actions-for", name = name)}
                icon={IconName::More}
                icon_only=true
                small=true
                items={items(props, speaker, faces, on_rename)}
            />
        </li>
    }
}

/// What can be done about a speaker.
fn items(props: &SpeakersProps, speaker: &Speaker, faces: &Faces, on_rename: Callback<()>) -> Rc<[MenuItem]> {
    /// Other names beyond these are merged by giving the same name and finding them again.
    const OTHERS: usize = 12;
    let (desk, id, structure) = (&props.desk, speaker.id, &props.document.structure);
    let shown = |faces: Faces| {
        let desk = desk.clone();
        Callback::from(move |()| show(&desk, faces.clone()))
    };
    let everyone = || structure.speakers.iter().map(|other| other.id);
    let only = |face| Faces::all_but(id, everyone(), face);
    let now = faces.of_speaker(id);
    let turned = |face: Face| faces.with(id, (now != Some(face)).then_some(face));
    let several = structure.speakers.len() > 1;
    let mut items: Vec<MenuItem> = Vec::new();
    if several {
        let hidden = only(Face::Hidden);
        let dimmed = only(Face::Dimmed);
        items.push(MenuItem::new(tr!("speakers-only"), shown(hidden.clone())).checked(*faces == hidden));
        items.push(MenuItem::new(tr!("speakers-dim-others"), shown(dimmed.clone())).checked(*faces == dimmed));
    }
    let dimmed = now == Some(Face::Dimmed);
    items.push(MenuItem::new(tr!("speakers-dim"), shown(turned(Face::Dimmed))).checked(dimmed).parted());
    items.push(MenuItem::new(tr!("speakers-hide"), shown(turned(Face::Hidden))).checked(now == Some(Face::Hidden)));
    if !props.can_write {
        return items.into();
    }
    let code = {
        let (desk, close) = (desk.clone(), props.on_close.clone());
        Callback::from(move |()| {
            close.emit(());
            desk.store.activate(desk.pane);
            desk.store.change_pane(desk.pane, |pane| pane.picker = Some(PickerFor::Speaker(id)));
        })
    };
    items.push(MenuItem::new(tr!("speakers-code"), code).icon(IconName::Code).parted());
    let edit = |edit: Edit, said: AttrValue| {
        let store = desk.store.clone();
        Callback::from(move |()| {
            act_with_undo(&store, vec![edit.clone()], said.clone());
        })
    };
    items.push(MenuItem::new(tr!("rename"), on_rename).icon(IconName::Pencil).parted());
    let name = &speaker.name;
    for (role, label, said) in [
        (Role::Interviewer, tr!("import-role-asks"), tr!("speakers-now-asks", name = name)),
        (Role::Participant, tr!("import-role-answers"), tr!("speakers-now-answers", name = name)),
    ] {
        let set = edit(Edit::SetSpeakerRole { document: desk.document, id, role }, said);
        items.push(MenuItem::new(label, set).checked(speaker.role == role).disabled(speaker.role == role));
    }
    let others = structure.speakers.iter().filter(|other| other.id != id).take(OTHERS);
    items.extend(others.enumerate().map(|(n, other)| {
        let said = tr!("speakers-merged", one = name, other = &other.name);
        let merge = edit(Edit::MergeSpeakers { document: desk.document, from: id, into: other.id }, said);
        let item = MenuItem::new(tr!("import-same-as", name = &other.name), merge);
        if n == 0 { item.parted() } else { item }
    }));
    items.into()
}

/// Shows those who speak in another way.
fn show(desk: &Desk, faces: Faces) {
    desk.store.change_pane(desk.pane, |pane| pane.faces = Rc::new(faces));
}
