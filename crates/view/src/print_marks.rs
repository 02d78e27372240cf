//! Marks in printed words, put in at a selection as a field has it: in UTF-16 units.

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintMark {
    /// What is selected is left out.
    Ellipsis,
    /// What is selected is put into brackets, to be written over.
    Clarify,
    /// These words in brackets stand for what is selected.
    Retract(String),
}

/// Words with a selection in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The words.
    pub words: String,
    /// The selection's start and end, in UTF-16 units.
    pub selection: (usize, usize),
}

/// Puts a mark in at the selection. White space at the selection's ends stays outside, and an ellipsis or a retraction is
/// parted from the words around it.
pub fn mark(words: &str, start: usize, end: usize, mark: &PrintMark) -> Marked {
    let (start, end) = (byte(words, start.min(end)), byte(words, end.max(start)));
    let selected = &words[start..end];
    let inner = selected.trim();
    let lead = selected.len() - selected.trim_start().len();
    let (start, end) = if inner.is_empty() { (start, start) } else { (start + lead, start + lead + inner.len()) };
    let (before, after) = (&words[..start], &words[end..]);
    let (middle, inside) = match mark {
        PrintMark::Ellipsis => ("[…]".to_owned(), None),
        PrintMark::Clarify => (format!("[{inner}]"), Some(inner)),
        PrintMark::Retract(said) => (format!("[{said}]"), None),
    };
    let apart = inside.is_none();
    let joins = |c: char| c.is_alphanumeric();
    let space_before = if apart && before.chars().next_back().is_some_and(joins) { " " } else { "" };
    let space_after = if apart && after.chars().next().is_some_and(joins) { " " } else { "" };
    let at = units(before) + units(space_before);
    let selection = match inside {
        Some(inner) => (at + 1, at + 1 + units(inner)),
        None => (at + units(&middle), at + units(&middle)),
    };
    Marked { words: [before, space_before, &middle, space_after, after].concat(), selection }
}

fn units(words: &str) -> usize {
    words.encode_utf16().count()
}

/// The byte of a place in UTF-16 units; the end, for one beyond it.
fn byte(words: &str, units: usize) -> usize {
    let mut passed = 0;
    for (at, c) in words.char_indices() {
        if passed >= units {
            return at;
        }
        passed += c.len_utf16();
    }
    words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(words: &str, kind: PrintMark) -> String {
        // The selection stands between bars.
        let (before, rest) = words.split_once('|').unwrap();
        let (inner, after) = rest.split_once('|').unwrap_or(("", rest));
        let (start, end) = (units(before), units(before) + units(inner));
        let Marked { words, selection } = mark(&[before, inner, after].concat(), start, end, &kind);
        let (from, until) = (byte(&words, selection.0), byte(&words, selection.1));
        format!("{}|{}|{}", &words[..from], &words[from..until], &words[until..])
    }

    #[test]
    fn marks_stand_where_something_was_selected() {
        let retract = || PrintMark::Retract("name retracted".into());
        for (words, kind, expected) in [
            ("We |waited all| day", PrintMark::Ellipsis, "We […]|| day"),
            ("We| waited all |day", PrintMark::Ellipsis, "We […]|| day"),
            ("We waited| day", PrintMark::Ellipsis, "We waited […]|| day"),
            ("|They| left", PrintMark::Clarify, "[|They|] left"),
            ("They | left", PrintMark::Clarify, "They [||] left"),
            ("so |Dr Haddad| said", retract(), "so [name retracted]|| said"),
            ("👩🏽‍⚕️ |Dr Haddad|.", retract(), "👩🏽‍⚕️ [name retracted]||."),
            ("قالت |ليلى| ذلك", PrintMark::Ellipsis, "قالت […]|| ذلك"),
            ("|", PrintMark::Ellipsis, "[…]||"),
        ] {
            assert_eq!(marked(words, kind), expected, "{words}");
        }
    }

    #[test]
    fn a_selection_within_a_character_or_beyond_the_words_does_no_harm() {
        assert_eq!(mark("a👩b", 2, 9, &PrintMark::Ellipsis).words, "a👩[…]");
    }
}
