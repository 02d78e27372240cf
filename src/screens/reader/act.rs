//! What is done with a passage or a quotation in a pane, and what is said about it.

use emic_core::ids::{CodeId, DocumentId, SpeakerId};
use emic_core::project::{Project, Structure};
use emic_core::text::{Span, Text, count_words};

use super::selecting;
use crate::i18n::{refused, tr};
use crate::screens::act::{refuse, say_with_undo};
use crate::screens::picker::Pick;
use crate::store::pane::PaneId;
use crate::store::{CodeBy, Coded, Refused, Store, Target, in_vivo_name};
use crate::widgets::{announce, toast};

/// A pane with the document on show in it.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// The store.
    pub store: Store,
    /// The pane.
    pub pane: PaneId,
    /// The document.
    pub document: DocumentId,
}

impl Desk {
    /// Codes something as picked.
    pub fn pick(&self, target: Target, text: &Text, pick: &Pick) {
        let coded = match pick {
            Pick::Code(code) => self.store.apply_code(target, text, *code),
            Pick::Create(name) => self.store.create_and_apply(target, text, name),
            Pick::InVivo => self.store.code_in_vivo(target, text),
        };
        self.settle(coded, text);
    }

    /// Codes every turn of a speaker as picked: its words, without the label.
    pub fn pick_for_speaker(&self, speaker: SpeakerId, structure: &Structure, text: &Text, pick: &Pick) {
        let spans = structure.spoken_by(speaker, text);
        let name = structure.speaker(speaker).map(|speaker| in_vivo_name(&speaker.name)).unwrap_or_default();
        let code = match pick {
            Pick::Code(code) => CodeBy::Id(*code),
            Pick::Create(name) => CodeBy::Name(name),
            Pick::InVivo => CodeBy::Name(&name),
        };
        match self.store.code_passages(self.document, &spans, text, code) {
            Err(why) => refuse(&why),
            Ok((code, newly)) => {
                let snapshot = self.store.snapshot();
                let code = snapshot.and_then(|now| now.project.codes.get(&code).map(|code| code.name.clone()));
                let code = code.unwrap_or_default();
                match newly {
                    0 => toast(tr!("reader-said-coded-already", code = code), None),
                    n => say_with_undo(&self.store, tr!("speakers-coded", code = code, n = n)),
                }
            }
        }
    }

    /// Puts the code on a passage that was applied last.
    pub fn apply_last(&self, target: Target, text: &Text) {
        match self.store.snapshot().and_then(|snapshot| snapshot.recent.first().copied()) {
            Some(code) => self.pick(target, text, &Pick::Code(code)),
            None => announce(&tr!("reader-no-last-code")),
        }
    }

    /// Puts a code on what is selected, or else on a quotation that is given.
    pub fn drop_code(&self, code: CodeId, at: Option<Target>, text: &Text) {
        let selected = self.store.pane(self.pane).selection.map(|span| Target::Passage(self.document, span));
        match selected.or(at) {
            Some(target) => self.pick(target, text, &Pick::Code(code)),
            None => toast(tr!("reader-drop-needs-selection"), None),
        }
    }

    /// Marks a passage as a quotation without a code.
    pub fn mark(&self, span: Span, text: &Text) {
        self.settle(self.store.mark(self.document, span, text), text);
    }

    /// What follows when something was coded: the quotation is looked at, the selection let go, and it is said.
    fn settle(&self, coded: Result<Coded, Refused>, text: &Text) {
        let coded = match coded {
            Ok(coded) => coded,
            Err(why) => {
                toast(refused(&why), None);
                return;
            }
        };
        selecting::clear_native();
        self.store.change_pane(self.pane, |pane| {
            pane.selection = None;
            pane.picker = None;
            pane.quotation = Some(coded.quotation);
            pane.cursor = pane.cursor.map(|cursor| cursor.cleared());
        });
        if let Some(snapshot) = self.store.snapshot() {
            announce(&self.said(&snapshot.project, &coded, text));
        }
    }

    fn said(&self, project: &Project, coded: &Coded, text: &Text) -> String {
        let words = project
            .quotation(self.document, coded.quotation)
            .map_or(0, |quotation| count_words(text.slice(quotation.span())));
        let code = coded.code.and_then(|code| project.codes.get(&code)).map(|code| code.name.as_str());
        match (code, coded.already) {
            (Some(code), false) => tr!("reader-said-coded", code = code, n = words).to_string(),
            (Some(code), true) => tr!("reader-said-coded-already", code = code).to_string(),
            (None, _) => tr!("reader-said-marked", n = words).to_string(),
        }
    }
}
