//! Names of which no two are the same.

use std::collections::HashMap;

/// Names that were given, each with a number where it stood already: the second "Anna" is "Anna (2)".
#[derive(Default)]
pub(crate) struct Unlike(HashMap<String, u32>);

impl Unlike {
    /// This name, or one that nothing has yet.
    pub fn unlike(&mut self, name: String) -> String {
        let end = name.len();
        self.before(name, end)
    }

    /// The same for the path of a file, whose ending stays: the second "a.txt" is "a (2).txt".
    pub fn path(&mut self, path: String) -> String {
        let file = path.rfind('/').map_or(0, |slash| slash + 1);
        let dot = path.rfind('.').filter(|dot| *dot > file).unwrap_or(path.len());
        self.before(path, dot)
    }

    /// With the number, if there is one, before the byte `at`.
    fn before(&mut self, name: String, at: usize) -> String {
        let mut times = self.0.get(&name).copied().unwrap_or(0);
        let (stem, ending) = name.split_at(at);
        let mut candidate = name.clone();
        loop {
            times += 1;
            if times > 1 {
                candidate = format!("{stem} ({times}){ending}");
            }
            if !self.0.contains_key(&candidate) {
                self.0.insert(candidate.clone(), 1);
                // The next one of this name need not try the numbers that are taken.
                self.0.insert(name, times);
                return candidate;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_already_gets_a_number() {
        let mut names = Unlike::default();
        let given = ["Dr. Ada", "Dr. Ada", "Dr. Ada (2)", "Dr. Ada"].map(|name| names.unlike(name.into()));
        assert_eq!(given, ["Dr. Ada", "Dr. Ada (2)", "Dr. Ada (2) (2)", "Dr. Ada (3)"]);
        let given = ["v1.0/a.txt", "v1.0/a.txt", "v1.0/b", "v1.0/b"].map(|path| names.path(path.into()));
        assert_eq!(given, ["v1.0/a.txt", "v1.0/a (2).txt", "v1.0/b", "v1.0/b (2)"]);
    }
}
