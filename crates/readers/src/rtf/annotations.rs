//! Annotations: comments, and the words that they are on.

use emic_core::text::Span;
use emic_formats::source::Remark;

use super::reader::Reader;

impl Reader {
    pub fn remark(&mut self) {
        let words: String = self.annotation.trim().chars().filter(|c| crate::pen::belongs(*c)).collect();
        let author = self.author.take().or(self.initials.take());
        self.initials = None;
        let range = self.annotation_id.take().and_then(|id| Some((self.starts.remove(&id)?, self.ends.remove(&id)?)));
        let (start, end) = range.unwrap_or((self.start, self.pen.length()));
        if !words.is_empty() {
            self.remarks.push(Remark { span: Span::new(start.min(end), end), words, author });
        }
    }
}

pub(super) fn name(words: &str) -> Option<String> {
    let name: String = words.trim().chars().filter(|c| crate::pen::belongs(*c)).collect();
    Some(name).filter(|name| !name.is_empty())
}

/// Comments on words, in their order. One on no words stands on the line that it is in.
pub(super) fn placed(text: &str, mut remarks: Vec<Remark>) -> Vec<Remark> {
    if remarks.is_empty() {
        return remarks;
    }
    let letters: Vec<char> = text.chars().collect();
    let white = |at: u32| letters.get(at as usize).is_none_or(|c| c.is_whitespace());
    let length = letters.len() as u32;
    for remark in &mut remarks {
        let (mut start, mut end) = (remark.span.start.0.min(length), remark.span.end.0.min(length));
        let trim = |start: &mut u32, end: &mut u32| {
            while start < end && white(*start) {
                *start += 1;
            }
            while end > start && white(*end - 1) {
                *end -= 1;
            }
        };
        trim(&mut start, &mut end);
        if start >= end {
            let ends = |at: u32| letters.get(at as usize) == Some(&'\n');
            (start, end) = (start.min(end), start.min(end));
            start = (0..start).rev().find(|at| ends(*at)).map_or(0, |at| at + 1);
            end = (end..length).find(|at| ends(*at)).unwrap_or(length);
            trim(&mut start, &mut end);
        }
        remark.span = Span::new(start, end);
    }
    remarks.sort_by_key(|remark| (remark.span.start, remark.span.end));
    remarks
}
