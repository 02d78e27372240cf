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
