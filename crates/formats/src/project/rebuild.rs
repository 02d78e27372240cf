//! The text of a document when its record is lost: what the quotations still know of it, in its place.

use std::rc::Rc;

use emic_core::project::{Anchor, Document, Project};

/// Stands for a code point that nothing knows any more.
const UNKNOWN: char = '\u{FFFD}';

/// How many unknown code points make a line, so that nobody has to lay out one endless line.
const LINE: usize = 80;

/// A text of the document's length with the words of its quotations, and what stood around them, where they were; all
/// else is unknown. So every quotation stays valid in a file that is read again.
pub(crate) fn from_quotations(project: &Project, document: &Document) -> Rc<str> {
    let length = document.text.length as usize;
    let unknown = |at: usize| if at % LINE == LINE - 1 { '\n' } else { UNKNOWN };
    let mut text: Vec<char> = (0..length).map(unknown).collect();
    let mut put = |from: usize, words: &str| {
        for (place, c) in text.iter_mut().skip(from).zip(words.chars()) {
            *place = c;
        }
    };
    let quotations: Vec<_> = project.quotations.get(&document.id).into_iter().flat_map(|list| list.iter()).collect();
    for quotation in &quotations {
        let Anchor::Text(span) = quotation.anchor;
        let (start, quote) = (span.start.0 as usize, &quotation.quote);
        put(start.saturating_sub(quote.prefix.chars().count()), &quote.prefix);
        put(span.end.0 as usize, &quote.suffix);
    }
    // The words themselves last: the context of another one may be older.
    for quotation in &quotations {
        let Anchor::Text(span) = quotation.anchor;
        put(span.start.0 as usize, &quotation.quote.exact);
    }
    text.into_iter().collect::<String>().into()
}
