//! Markdown as far as reading needs it: the text keeps every character, blocks say how a paragraph looks.

use emic_core::project;
use emic_core::text::Text;

/// How a paragraph is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Plain words.
    Paragraph,
    /// A heading, 1 (highest) to 6.
    Heading(u8),
    /// An item of a list; how deep, from 0.
    ListItem(u8),
    /// Quoted words.
    Quote,
}

/// One paragraph that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Block {
    /// Its index in [`Text::paragraphs`].
    pub paragraph: usize,
    /// How it is shown.
    pub kind: BlockKind,
}

/// Whether a file is Markdown by its name.
pub fn is_markdown(file_name: &str) -> bool {
    file_name
        .rsplit_once('.')
        .is_some_and(|(_, end)| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"))
}

/// The blocks of a Markdown text, one for every paragraph that is not blank.
pub fn markdown_blocks(text: &Text) -> Vec<Block> {
    let kinds = (0..text.paragraphs().len()).filter(|&i| !text.is_blank(i));
    kinds.map(|i| Block { paragraph: i, kind: kind(text.paragraph(i)) }).collect()
}

/// The paragraphs of a Markdown text that are not plain, as a document keeps them.
pub fn document_blocks(text: &Text) -> Vec<project::Block> {
    let block = |block: Block| {
        let kind = match block.kind {
            BlockKind::Paragraph => return None,
            BlockKind::Heading(level) => project::BlockKind::Heading(level),
            BlockKind::ListItem(_) => project::BlockKind::ListItem,
            BlockKind::Quote => project::BlockKind::Quote,
        };
        let span = *text.paragraphs().get(block.paragraph)?;
        Some(project::Block { span, kind, extra: project::Extra::new() })
    };
    markdown_blocks(text).into_iter().filter_map(block).collect()
}

fn kind(line: &str) -> BlockKind {
    let indent: usize = line.chars().map_while(|c| if c == ' ' { Some(1) } else { (c == '\t').then_some(4) }).sum();
    let bare = line.trim_start();
    let level = bare.chars().take_while(|&c| c == '#').count();
    if indent < 4 && (1..=6).contains(&level) && bare[level..].starts_with([' ', '\t']) {
        return BlockKind::Heading(level as u8);
    }
    if bare.starts_with('>') {
        return BlockKind::Quote;
    }
    let digits = bare.chars().take_while(char::is_ascii_digit).count();
    let mark = if (1..=9).contains(&digits) {
        bare[digits..].strip_prefix(['.', ')'])
    } else {
        bare.strip_prefix(['-', '*', '+'])
    };
    if mark.is_some_and(|rest| rest.starts_with([' ', '\t'])) {
        return BlockKind::ListItem((indent / 2).min(9) as u8);
    }
    BlockKind::Paragraph
}

/// The longest title that is suggested, in code points.
const LONGEST_TITLE: usize = 100;

/// A title for the document: of Markdown its first heading, else the file's name without its ending.
pub fn title_from(file_name: &str, text: &Text) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let heading = || {
        let first = markdown_blocks(text).into_iter().find(|b| matches!(b.kind, BlockKind::Heading(_)))?;
        let words = text.paragraph(first.paragraph).trim().trim_start_matches('#').trim_end_matches('#').trim();
        (!words.is_empty()).then(|| words.chars().take(LONGEST_TITLE).collect::<String>())
    };
    if is_markdown(name)
        && let Some(title) = heading()
    {
        return title;
    }
    let stem = name
        .rsplit_once('.')
        .filter(|(stem, end)| !stem.is_empty() && end.len() <= 8 && !end.contains(' '))
        .map_or(name, |n| n.0);
    stem.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_each_kind() {
        use BlockKind::*;
        for (line, expected) in [
            ("# One", Heading(1)),
            ("###### ستة", Heading(6)),
            ("####### seven", Paragraph),
            ("#tag", Paragraph),
            ("- item", ListItem(0)),
            ("  * deeper", ListItem(1)),
            ("12. item", ListItem(0)),
            ("2015 was", Paragraph),
            ("*stress*", Paragraph),
            ("> said", Quote),
            ("words", Paragraph),
        ] {
            let text = Text::new(format!("\n{line}\n"));
            assert_eq!(markdown_blocks(&text), [Block { paragraph: 1, kind: expected }], "{line}");
        }
    }

    #[test]
    fn titles() {
        let text = Text::new("Words\n\n## Interview *four* ##\n# Later");
        for (name, title) in [
            ("a.md", "Interview *four*"),
            ("A.Markdown", "Interview *four*"),
            ("Interview 4 (Aleppo).txt", "Interview 4 (Aleppo)"),
            ("folder/مقابلة ٣.txt", "مقابلة ٣"),
            (".txt", ".txt"),
            ("Notes 3. May", "Notes 3. May"),
        ] {
            assert_eq!(title_from(name, &text), title, "{name}");
        }
        assert_eq!(title_from("plain.md", &Text::new("no heading")), "plain");
    }
}
