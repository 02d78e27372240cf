//! Quotations as a page of HTML that needs nothing from elsewhere.

use emic_core::project::Coding;
use emic_core::text::Direction;

use super::exporter::{Exporter, Section};
use super::gather::Row;

pub(crate) const STYLE: &str = "\
body{font-family:Georgia,'Times New Roman','Amiri',serif;line-height:1.5;max-width:42em;margin:2em auto;padding:0 1em}\
h1,h2{font-family:system-ui,sans-serif;line-height:1.2}h2{margin-block-start:2em;break-after:avoid}\
article{margin-block:1.5em;break-inside:avoid}\
blockquote{margin:0;padding-inline-start:1em;border-inline-start:3px solid #888}blockquote p{margin-block:0 .5em}\
.context{color:#595959}.source,.note{margin-block:.25em;font-size:.9em;font-family:system-ui,sans-serif}\
@media print{body{max-width:none;margin:0}}";

pub(super) fn head(exporter: &Exporter) -> String {
    let labels = &exporter.labels;
    let (language, title) = (escaped(&labels.language), escaped(&labels.title));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<h1><bdi>{title}</bdi></h1>\n",
        dir(labels.direction)
    )
}

pub(super) fn begin(exporter: &Exporter, section: &Section, out: &mut String) {
    let name = section.code.as_ref().map_or(exporter.labels.without_code.as_str(), |code| exporter.names.path(code.id));
    out.push_str(&format!("<section>\n<h2><bdi>{}</bdi> ({})</h2>\n", escaped(name), section.count()));
    if let Some(code) = section.code.as_ref().filter(|code| !code.definition.trim().is_empty()) {
        for line in code.definition.lines().filter(|line| !line.trim().is_empty()) {
            out.push_str(&format!("<p{}>{}</p>\n", attributes(line), escaped(line)));
        }
    }
}

pub(super) fn end(out: &mut String) {
    out.push_str("</section>\n");
}

pub(super) fn quotation(exporter: &Exporter, row: &Row, coding: Option<&Coding>, out: &mut String) {
    let (labels, names) = (&exporter.labels, &exporter.names);
    out.push_str(&format!("<article>\n<blockquote{}>\n", attributes(&row.words)));
    let lines: Vec<&str> = row.words.lines().filter(|line| !line.trim().is_empty()).collect();
    for (index, line) in lines.iter().enumerate() {
        out.push_str("<p>");
        if index == 0 {
            context(&row.before, out);
        }
        out.push_str(&format!("<span class=\"words\">{}</span>", escaped(line)));
        if index + 1 == lines.len() {
            context(&row.after, out);
        }
        out.push_str("</p>\n");
    }
    out.push_str("</blockquote>\n");
    let (coder, at) = names.made(row, coding);
    let paragraph = row.paragraph();
    let mut source = vec![format!("<cite><bdi>{}</bdi></cite>", escaped(&row.document.title))];
    if !paragraph.is_empty() {
        source.push(format!("{} {paragraph}", escaped(&labels.paragraph)));
    }
    if !row.page.is_empty() {
        source.push(format!("{} <bdi>{}</bdi>", escaped(&labels.page), escaped(&row.page)));
    }
    for said in [&row.speaker, &row.time].into_iter().filter(|said| !said.is_empty()) {
        source.push(format!("<bdi>{}</bdi>", escaped(said)));
    }
    source.push(format!("<bdi>{}</bdi>", escaped(coder)));
    source.push(format!("<bdi>{}</bdi>", escaped(&(exporter.date)(at))));
    out.push_str(&format!("<p class=\"source\">{}</p>\n", source.join(" · ")));
    let mut note = |label: &str, value: &str| {
        let lines: Vec<String> = value.lines().filter(|line| !line.trim().is_empty()).map(escaped).collect();
        if !lines.is_empty() {
            let (label, value) = (escaped(label), lines.join("<br>"));
            out.push_str(&format!("<p class=\"note\"><strong>{label}:</strong> <bdi>{value}</bdi></p>\n"));
        }
    };
    note(&labels.quotation_comment, &row.quotation.comment);
    note(&labels.coding_comment, coding.map_or("", |coding| &coding.comment));
    note(&labels.other_codes, &names.others(&row.quotation, coding.map(|coding| coding.code)));
    out.push_str("</article>\n");
}

pub(super) fn foot(exporter: &Exporter, empty: bool) -> String {
    let nothing = if empty { format!("<p>{}</p>\n", escaped(&exporter.labels.nothing)) } else { String::new() };
    let note = &exporter.left_out_note;
    let note = if note.is_empty() { String::new() } else { format!("<p class=\"note\">{}</p>\n", escaped(note)) };
    format!("{nothing}{note}</body>\n</html>\n")
}

fn context(words: &str, out: &mut String) {
    if !words.is_empty() {
        out.push_str(&format!("<span class=\"context\">{}</span>", escaped(words)));
    }
}

/// The direction of the researcher's words, and their language as far as letters tell: it is not that of the page.
pub(crate) fn attributes(words: &str) -> String {
    let direction = Direction::of(words);
    // Letters of Arabic itself; Persian, Urdu and Kurdish have others besides.
    let arabic = words
        .chars()
        .filter(|c| c.is_alphabetic() && !c.is_ascii())
        .all(|c| matches!(c, '\u{620}'..='\u{65f}' | '\u{670}' | '\u{671}'));
    let language = if direction == Some(Direction::RightToLeft) && arabic { "ar" } else { "" };
    format!(" lang=\"{language}\" dir=\"{}\"", direction.map_or("auto", dir))
}

pub(crate) fn dir(direction: Direction) -> &'static str {
    match direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    }
}

/// Words as text of an element or an attribute. Control characters, which HTML cannot hold, become spaces.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
