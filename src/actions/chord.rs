//! Keys that are pressed together, as they are kept and as they are shown.

use std::fmt;
use std::str::FromStr;

use yew::KeyboardEvent;

use super::Where;

/// Keys pressed together: one key with or without Ctrl (on a Mac ⌘), Alt and Shift.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chord {
    ctrl: bool,
    alt: bool,
    shift: bool,
    /// A capital letter, a digit, a sign as it is typed (then `shift` is no part of it), or the browser's name of it.
    key: String,
}

/// Why keys cannot be given to an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The browser or the system keeps them for itself.
    Browser,
    /// They move the cursor in a text, select there, or let go.
    Movement,
    /// Pages are gone through and buttons pressed with them.
    Page,
}

/// A key press as a browser tells of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Press<'a> {
    /// What it types, or its name.
    pub key: &'a str,
    /// Its place on the keyboard.
    pub code: &'a str,
    /// Ctrl or ⌘ is held.
    pub ctrl: bool,
    /// Alt is held.
    pub alt: bool,
    /// Shift is held.
    pub shift: bool,
}

impl Chord {
    /// The keys that were pressed; `None` while only Shift, Ctrl or the like is held.
    pub fn of(event: &KeyboardEvent) -> Option<Chord> {
        let (key, code) = (event.key(), event.code());
        Chord::pressed(Press {
            key: &key,
            code: &code,
            ctrl: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            shift: event.shift_key(),
        })
    }

    /// The same for a press in parts. On a keyboard of another script a letter or digit counts by its place.
    pub fn pressed(press: Press<'_>) -> Option<Chord> {
        let Press { key, code, ctrl, alt, shift } = press;
        let chord = |key: String| Some(Chord { ctrl, alt, shift, key });
        let by_place = || {
            let place = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit"));
            place.filter(|place| place.len() == 1).map(str::to_owned)
        };
        let mut chars = key.chars();
        match (chars.next(), chars.next()) {
            (Some(' '), None) => chord("Space".to_owned()),
            (Some(c), None) if c.is_ascii_alphanumeric() => chord(c.to_ascii_uppercase().to_string()),
            (Some(c @ ('؟' | '!'..='~')), None) => {
                // A sign that Ctrl and Alt together (AltGr) type is that sign.
                let third = ctrl && alt;
                let key = if c == '؟' { "?".to_owned() } else { c.to_string() };
                Some(Chord { ctrl: ctrl && !third, alt: alt && !third, shift: false, key })
            }
            (Some(c), None) => chord(by_place().unwrap_or_else(|| c.to_uppercase().to_string())),
            // Two letters that one Arabic key types ("لا").
            (Some(c), Some(_)) if !c.is_ascii() => chord(by_place()?),
            _ => match key {
                "" | "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "OS" | "CapsLock" | "NumLock" | "Fn"
                | "Dead" | "Process" | "Unidentified" | "Compose" => None,
                name => chord(name.to_owned()),
            },
        }
    }

    /// Whether it is typed as a letter or sign is, without Ctrl or Alt.
    pub fn is_plain(&self) -> bool {
        !self.ctrl && !self.alt && !self.is_function()
    }

    /// Whether it is a letter or a digit alone, by which lists are gone through.
    pub fn is_letter(&self) -> bool {
        self.is_plain() && self.key.chars().all(char::is_alphanumeric) && self.key.chars().count() == 1
    }

    fn is_function(&self) -> bool {
        self.key.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok())
    }

    /// Why an action whose keys work there cannot have it.
    pub fn refusal(&self, place: Where) -> Option<Refusal> {
        let key = self.key.as_str();
        let arrow = key.starts_with("Arrow");
        let browser = match (self.ctrl, self.alt, self.shift) {
            (true, false, false) => "ACDHJLNOPQRTUVWX0123456789+-=".contains(key),
            (true, false, true) => "BCIJKNOPQRTVW+-".contains(key),
            (false, true, _) => arrow || matches!(key, "F4" | "Home" | "D" | "E" | "F") || "0123456789".contains(key),
            _ => matches!(key, "F1" | "F3" | "F5" | "F7" | "F10" | "F11" | "F12"),
        };
        if browser || (self.ctrl && matches!(key, "Tab" | "F4" | "F5" | "PageUp" | "PageDown" | "Escape")) {
            return Some(Refusal::Browser);
        }
        if arrow || matches!(key, "Home" | "End") || (self.is_plain() && matches!(key, "W" | "S" | "P")) {
            return Some(Refusal::Movement);
        }
        let page = matches!(key, "Tab" | "Escape" | "PageUp" | "PageDown" | "ContextMenu");
        let pressing = matches!(key, "Enter" | "Space" | "Delete" | "Backspace") && self.is_plain();
        (page || (pressing && place == Where::Anywhere)).then_some(Refusal::Page)
    }

    /// As keyboards have it printed on them; on a Mac with its own signs.
    pub fn shown(&self) -> String {
        let all = self.to_string();
        if is_mac() { all.replace("Ctrl+", "⌘").replace("Alt+", "⌥").replace("Shift+", "⇧") } else { all }
    }

    /// In the form of `aria-keyshortcuts`.
    pub fn aria(&self) -> String {
        let key = self.to_string();
        match key.strip_prefix("Ctrl+") {
            Some(rest) if is_mac() => format!("Meta+{rest}"),
            Some(rest) => format!("Control+{rest}"),
            None => key,
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                f.write_str(name)?;
            }
        }
        f.write_str(&self.key)
    }
}

impl FromStr for Chord {
    type Err = ();

    fn from_str(text: &str) -> Result<Chord, ()> {
        let mut rest = text;
        let mut held = |name: &str| {
            let after = rest.strip_prefix(name).filter(|after| !after.is_empty());
            rest = after.unwrap_or(rest);
            after.is_some()
        };
        let (ctrl, alt, shift) = (held("Ctrl+"), held("Alt+"), held("Shift+"));
        if rest.is_empty() { Err(()) } else { Ok(Chord { ctrl, alt, shift, key: rest.to_owned() }) }
    }
}

fn is_mac() -> bool {
    gloo::utils::window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str, code: &str, held: &str) -> Option<String> {
        let (ctrl, alt, shift) = (held.contains('c'), held.contains('a'), held.contains('s'));
        Chord::pressed(Press { key, code, ctrl, alt, shift }).map(|chord| chord.to_string())
    }

    #[test]
    fn keys_are_named_by_what_they_type_and_on_other_keyboards_by_their_place() {
        for (key, code, held, expected) in [
            ("c", "KeyC", "", Some("C")),
            ("C", "KeyC", "s", Some("Shift+C")),
            // Dvorak: what is printed on the key counts, not its place.
            ("n", "KeyL", "", Some("N")),
            ("ؤ", "KeyC", "", Some("C")),
            ("ن", "KeyK", "c", Some("Ctrl+K")),
            ("لا", "KeyB", "", Some("B")),
            ("٣", "Digit3", "", Some("3")),
            ("?", "Slash", "s", Some("?")),
            ("؟", "Slash", "s", Some("?")),
            ("@", "KeyQ", "ca", Some("@")),
            (" ", "Space", "", Some("Space")),
            ("F2", "F2", "", Some("F2")),
            ("+", "Equal", "cs", Some("Ctrl++")),
            ("Control", "ControlLeft", "c", None),
            ("Dead", "Quote", "", None),
        ] {
            assert_eq!(press(key, code, held).as_deref(), expected, "{key} {code} {held}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["C", "Ctrl+Shift+Z", "Alt+F2", "Ctrl++", "+", "Shift+Delete", "?"] {
            assert_eq!(text.parse::<Chord>().map(|chord| chord.to_string()).as_deref(), Ok(text));
        }
        assert!("".parse::<Chord>().is_err());
    }

    #[test]
    fn keys_that_others_need_are_refused() {
        let why = |text: &str, place| text.parse::<Chord>().unwrap().refusal(place);
        for text in ["Ctrl+T", "Ctrl+W", "Ctrl+C", "Ctrl+Shift+N", "F5", "Alt+ArrowLeft", "Ctrl+Tab", "Ctrl++"] {
            assert_eq!(why(text, Where::Text), Some(Refusal::Browser), "{text}");
        }
        for text in ["ArrowUp", "Ctrl+Shift+End", "W", "Shift+P", "Home"] {
            assert_eq!(why(text, Where::Text), Some(Refusal::Movement), "{text}");
        }
        for text in ["Tab", "Escape", "Enter", "Space", "Delete"] {
            assert_eq!(why(text, Where::Anywhere), Some(Refusal::Page), "{text}");
        }
        for text in ["X", "Shift+X", "Ctrl+B", "F9", "Alt+K", "/", "Ctrl+Shift+F"] {
            assert_eq!(why(text, Where::Anywhere), None, "{text}");
        }
        assert_eq!(why("Enter", Where::Text), None);
    }
}
