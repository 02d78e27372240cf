//! Quotations as CommonMark.

use emic_core::project::Coding;

use super::exporter::{Exporter, Section};
use super::gather::Row;

pub(super) fn head(exporter: &Exporter) -> String {
    format!("# {}\n", escaped(&exporter.labels.title))
}

pub(super) fn begin(exporter: &Exporter, section: &Section, out: &mut String) {
    let name = section.code.as_ref().map_or(exporter.labels.without_code.as_str(), |code| exporter.names.path(code.id));
    out.push_str(&format!("\n## {} ({})\n", escaped(name), section.count()));
    if let Some(code) = section.code.as_ref().filter(|code| !code.definition.trim().is_empty()) {
        out.push_str(&format!("\n{}\n", paragraphs(&code.definition, "")));
    }
}

pub(super) fn quotation(exporter: &Exporter, row: &Row, coding: Option<&Coding>, out: &mut String) {
    out.push_str(&format!("\n{}\n\n", paragraphs(&row.words, "> ")));
    for (label, value) in fields(exporter, row, coding) {
        out.push_str(&format!("- **{}:** {}\n", escaped(label), paragraphs(&value, "  ").trim_start()));
    }
}

/// What is said of a quotation beside its words: what it is called, and what it is.
pub(super) fn fields<'e>(exporter: &'e Exporter, row: &Row, coding: Option<&Coding>) -> Vec<(&'e str, String)> {
    let (labels, names) = (&exporter.labels, &exporter.names);
    let (coder, at) = names.made(row, coding);
    let fields = [
        (labels.document.as_str(), row.document.title.clone()),
        (&labels.paragraph, row.paragraph()),
        (&labels.speaker, row.speaker.clone()),
        (&labels.time, row.time.clone()),
        (&labels.page, row.page.clone()),
        (&labels.before, row.before.clone()),
        (&labels.after, row.after.clone()),
        (&labels.quotation_comment, row.quotation.comment.clone()),
        (&labels.coding_comment, coding.map_or("", |coding| &coding.comment).to_owned()),
        (&labels.coder, coder.to_owned()),
        (&labels.date, (exporter.date)(at)),
        (&labels.other_codes, names.others(&row.quotation, coding.map(|coding| coding.code))),
    ];
    fields.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect()
}

pub(super) fn foot(exporter: &Exporter, empty: bool) -> String {
    let said = [(empty, &exporter.labels.nothing), (!exporter.left_out_note.is_empty(), &exporter.left_out_note)];
    let said = said.into_iter().filter(|(said, _)| *said);
    said.map(|(_, words)| format!("\n{}\n", escaped(words))).collect()
}

/// Each line a paragraph, all of them with `before` at their start; blank lines are left out.
pub(crate) fn paragraphs(words: &str, before: &str) -> String {
    let lines = words.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<String> = lines.map(|line| format!("{before}{}", escaped(line))).collect();
    lines.join(&format!("\n{}\n", before.trim_end()))
}

/// Words in one line that are no markup, whatever they are. White space at the ends is left out: it could be markup too.
pub(crate) fn escaped(words: &str) -> String {
    let words = words.trim();
    let mut out = String::with_capacity(words.len() + 8);
    // "1." and "-" and the like make a list, where a line begins with them.
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in words.char_indices() {
        let at_start = match c {
            '-' | '+' | '=' | '>' => at == 0,
            '.' | ')' => digits > 0 && at == digits,
            _ => false,
        };
        let anywhere = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#' | '|' | '~' | '&' | '$');
        if at_start || anywhere {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
