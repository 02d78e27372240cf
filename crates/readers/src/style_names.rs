//! What the names of styles say of their paragraphs.

use emic_core::project::BlockKind;

/// What "heading" is called in the style names of other languages; Word itself writes "heading" in all of them.
const HEADING: &[&str] = &[
    "heading",
    "überschrift",
    "berschrift",
    "titre",
    "título",
    "titulo",
    "ttulo",
    "titolo",
    "kop",
    "rubrik",
    "overskrift",
    "otsikko",
    "nagłówek",
    "nadpis",
    "başlık",
    "balk",
    "заголовок",
    "العنوان",
    "عنوان",
    "כותרת",
    "سرفصل",
    "标题",
    "標題",
    "見出し",
    "제목",
    "शीर्षक",
];

/// What the name of a style says of its paragraphs.
pub fn of_style(name: &str) -> Option<BlockKind> {
    let name: String = name.to_lowercase().split([' ', '_', '-', '\u{a0}']).collect();
    if matches!(name.as_str(), "quote" | "intensequote" | "quotations" | "blocktext") {
        return Some(BlockKind::Quote);
    }
    if name == "title" {
        return Some(BlockKind::Heading(1));
    }
    let level: u8 = HEADING.iter().find_map(|heading| name.strip_prefix(heading))?.parse().ok()?;
    (1..=9).contains(&level).then(|| BlockKind::Heading(level.min(6)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_styles_tell_headings_in_many_languages() {
        for (name, kind) in [
            ("heading 1", Some(BlockKind::Heading(1))),
            ("Heading2", Some(BlockKind::Heading(2))),
            ("heading 8", Some(BlockKind::Heading(6))),
            ("Überschrift 3", Some(BlockKind::Heading(3))),
            ("العنوان 2", Some(BlockKind::Heading(2))),
            ("標題 1", Some(BlockKind::Heading(1))),
            ("Title", Some(BlockKind::Heading(1))),
            ("Intense Quote", Some(BlockKind::Quote)),
            ("heading", None),
            ("Heading 1 Char", None),
            ("Normal", None),
        ] {
            assert_eq!(of_style(name), kind, "{name}");
        }
    }
}
