//! Titles that files give themselves.

/// The longest title that is one, in code points.
const LONGEST: usize = 200;
/// What programs write where nobody gave a title.
const DEFAULTS: &[&str] = &[
    "untitled",
    "untitled document",
    "document",
    "word document",
    "microsoft word document",
    "normal",
    "title",
    "unknown",
    "no title",
    "powerpoint presentation",
    "ohne titel",
    "sans titre",
    "sin título",
    "بدون عنوان",
];

/// A title without white space around it; `None` if it is none that a person would have given.
pub fn sensible(title: &str) -> Option<String> {
    let title: Vec<&str> =
        title.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    let title = title.join(" ");
    let small = title.to_lowercase();
    let numbered = small.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let by_program = small.starts_with("microsoft word - ") || DEFAULTS.contains(&small.as_str());
    let default = DEFAULTS.contains(&numbered) || by_program;
    let words = title.chars().any(char::is_alphabetic) && title.chars().count() <= LONGEST;
    (words && !default).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::sensible;

    #[test]
    fn titles_of_programs_are_none() {
        assert_eq!(sensible("  Interview\n with Anna "), Some("Interview with Anna".into()));
        assert_eq!(sensible("مقابلة مع ليلى"), Some("مقابلة مع ليلى".into()));
        for none in ["", "  ", "Document1", "Microsoft Word - a.doc", "Untitled", "2024", "UNTITLED DOCUMENT"] {
            assert_eq!(sensible(none), None, "{none}");
        }
    }
}
