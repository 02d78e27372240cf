//! Which value of a JSON text stands at a place, by its path: serde_json says line and column, people look for
//! `documents[3].title`.

/// The path of the innermost value that byte `at` is in, or at whose end it is. The text must be JSON up to there.
/// An empty path is the whole.
pub(super) fn path_at(text: &str, at: usize) -> String {
    let mut walk = Walk { bytes: text.as_bytes(), next: 0, at, path: String::new(), found: String::new() };
    walk.value();
    walk.found
}

/// The offset in bytes of a line and column as serde_json counts them: lines from 1, and in a line the bytes read.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column).min(text.len())
}

struct Walk<'t> {
    bytes: &'t [u8],
    next: usize,
    at: usize,
    path: String,
    found: String,
}

impl Walk<'_> {
    fn peek(&mut self) -> u8 {
        while self.bytes.get(self.next).is_some_and(u8::is_ascii_whitespace) {
            self.next += 1;
        }
        self.bytes.get(self.next).copied().unwrap_or(0)
    }

    /// Reads a value, or up to the place that is looked for. Depth is bounded by serde_json, which read it before.
    fn value(&mut self) {
        let first = self.peek();
        if self.next > self.at {
            return;
        }
        self.found = self.path.clone();
        let outer = self.path.len();
        match first {
            b'{' => self.members(|walk| {
                walk.peek();
                let key = walk.string();
                if walk.peek() == b':' {
                    walk.next += 1;
                }
                if !walk.path.is_empty() {
                    walk.path.push('.');
                }
                walk.path.push_str(&key);
            }),
            b'[' => {
                let mut index = 0;
                self.members(|walk| {
                    walk.path.push_str(&format!("[{index}]"));
                    index += 1;
                });
            }
            b'"' => drop(self.string()),
            _ => {
                let rest = &self.bytes[self.next..];
                let plain = |byte: &u8| !matches!(byte, b',' | b'}' | b']') && !byte.is_ascii_whitespace();
                self.next += rest.iter().take_while(|byte| plain(byte)).count();
            }
        }
        self.path.truncate(outer);
    }

    /// Reads the members of an object or array; `name` adds to the path what the next one is called.
    fn members(&mut self, mut name: impl FnMut(&mut Self)) {
        let outer = self.path.len();
        self.next += 1;
        while !matches!(self.peek(), b'}' | b']' | 0) && self.next <= self.at {
            name(self);
            let begun = self.next;
            self.value();
            self.path.truncate(outer);
            let inside = begun <= self.at && self.at <= self.next;
            if inside {
                return;
            }
            if self.peek() == b',' {
                self.next += 1;
            }
        }
        self.found = self.path[..outer].to_owned();
        self.next += 1;
    }

    /// Reads a string; gives what is between its quotes.
    fn string(&mut self) -> String {
        let start = self.next + 1;
        self.next = start;
        while let Some(byte) = self.bytes.get(self.next).filter(|byte| **byte != b'"') {
            self.next += if *byte == b'\\' { 2 } else { 1 };
        }
        let end = self.next.min(self.bytes.len());
        self.next = end + 1;
        String::from_utf8_lossy(self.bytes.get(start..end).unwrap_or_default()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_json_text_has_a_path() {
        let text = r#"{"a": 1, "b, }": [{"title": "x\"]"}, {"title": 7}], "c": {"d": null}}"#;
        for (wanted, expected) in
            [("1,", "a"), (r#""x\"]""#, "b, }[0].title"), ("7", "b, }[1].title"), ("null", "c.d"), (r#"{"d""#, "c")]
        {
            let at = text.find(wanted).unwrap();
            assert_eq!(path_at(text, at), expected, "at {wanted}");
        }
        // At a value's end, as serde_json reports.
        assert_eq!(path_at(text, text.find("7}").unwrap() + 1), "b, }[1].title");
        assert_eq!(path_at(text, text.find("7}").unwrap() + 2), "b, }[1]");
        assert_eq!(path_at(text, text.len()), "");
        assert_eq!(path_at("", 0), "");
        assert_eq!(path_at("[1, 2", 5), "[1]");
    }

    #[test]
    fn a_line_and_column_are_a_place() {
        assert_eq!(offset("ab\ncd\n", 1, 1), 1);
        assert_eq!(offset("ab\ncd\n", 2, 2), 5);
        assert_eq!(offset("ab", 9, 9), 2);
    }
}
