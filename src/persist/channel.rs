//! How the tabs that have the same project open speak with each other. What is said are hints and requests only: what is
//! true of a project is what is stored, so nothing is lost with a word that was not heard.

use std::rc::Rc;

use emic_core::ids::ProjectId;
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// What a tab says to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// Something was written: who only reads can read on.
    Written,
    /// Who has the right to write is asked to write all and to give it up.
    TakeOver,
    /// Who has it cannot write what was done last, and keeps it.
    Refused,
    /// Who has it is asked to say so.
    WhoWrites,
    /// Who has it says so.
    Writing,
}

impl Word {
    const ALL: [Word; 5] = [Word::Written, Word::TakeOver, Word::Refused, Word::WhoWrites, Word::Writing];

    fn name(self) -> &'static str {
        match self {
            Word::Written => "written",
            Word::TakeOver => "take-over",
            Word::Refused => "refused",
            Word::WhoWrites => "who-writes",
            Word::Writing => "writing",
        }
    }
}

struct Inner {
    /// `None` where the browser has no such thing; then tabs only meet at the lock.
    channel: Option<BroadcastChannel>,
    _listener: Option<EventListener>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

/// A project's channel. A handle: cloning it shares it; the last one closes it.
#[derive(Clone)]
pub struct Channel(Rc<Inner>);

impl Channel {
    /// Opens the channel of a project; `hear` gets what other tabs say, not what is said here.
    pub fn open(project: ProjectId, hear: impl Fn(Word) + 'static) -> Channel {
        let channel = BroadcastChannel::new(&format!("emic-project-{project}")).ok();
        let listener = channel.as_ref().map(|channel| {
            EventListener::new(channel, "message", move |event| {
                let said = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                // A newer version in another tab may know more words.
                if let Some(word) = Word::ALL.into_iter().find(|word| said.as_deref() == Some(word.name())) {
                    hear(word);
                }
            })
        });
        Channel(Rc::new(Inner { channel, _listener: listener }))
    }

    /// Says something to the other tabs.
    pub fn say(&self, word: Word) {
        if let Some(channel) = &self.0.channel {
            // A closed channel has nobody left to hear it.
            let _ = channel.post_message(&JsValue::from_str(word.name()));
        }
    }
}
