//! How well a name answers what was typed to find it.

/// How well `name` answers `typed`, both folded: the smaller the better, `None` if not at all. Nothing typed fits all.
///
/// 0 the very name, 1 its beginning, 2 the beginning of a word of it, 3 each word typed begins one of its words,
/// 4 somewhere in it, 5 each word typed is somewhere in it, 6 its letters in that order.
pub fn fit(typed: &str, name: &str) -> Option<u8> {
    let typed = typed.trim();
    let begins = |word: &str| words(name).any(|own| own.starts_with(word));
    let level = if typed == name {
        0
    } else if name.starts_with(typed) {
        1
    } else if word_starts(name).any(|at| name[at..].starts_with(typed)) {
        2
    } else if words(typed).all(begins) {
        3
    } else if name.contains(typed) {
        4
    } else if words(typed).all(|word| name.contains(word)) {
        5
    } else {
        let mut letters = name.chars();
        let all = typed.chars().filter(|c| !c.is_whitespace()).all(|c| letters.any(|own| own == c));
        return (all && typed.chars().count() > 2).then_some(6);
    };
    Some(level)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Where words begin, in bytes. Arabic writes the article as a part of its word: behind it one begins as well.
fn word_starts(name: &str) -> impl Iterator<Item = usize> {
    let article = "ال";
    words(name).flat_map(move |word| {
        let at = word.as_ptr() as usize - name.as_ptr() as usize;
        let behind = word.starts_with(article).then_some(at + article.len());
        std::iter::once(at).chain(behind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_better_a_name_answers_the_smaller_the_number() {
        for (typed, name, expected) in [
            ("undo", "undo", Some(0)),
            ("", "undo", Some(1)),
            ("und", "undo", Some(1)),
            ("quot", "next quotation", Some(2)),
            ("رموز", "دليل الرموز", Some(2)),
            ("quo nex", "next quotation", Some(3)),
            ("otat", "next quotation", Some(4)),
            ("ation ext", "next quotation", Some(5)),
            ("nxqt", "next quotation", Some(6)),
            ("nq", "next quotation", None),
            ("zebra", "next quotation", None),
        ] {
            assert_eq!(fit(typed, name), expected, "{typed} in {name}");
        }
    }
}
