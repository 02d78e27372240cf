//! Cells as spreadsheets put them on the clipboard: a row a line, tabs between cells; a cell that holds a tab, a line end
//! or a quotation mark at its start stands in quotation marks, which are doubled in it. Before what a spreadsheet might
//! take for a formula stands an apostrophe, within the quotation marks.

use emic_core::values::is_formula;

/// Cells as words.
pub fn to_tsv(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for (n, row) in rows.iter().enumerate() {
        if n > 0 {
            out.push('\n');
        }
        for (m, cell) in row.iter().enumerate() {
            if m > 0 {
                out.push('\t');
            }
            let guard = if is_guarded(cell) { "'" } else { "" };
            if cell.starts_with('"') || cell.contains(['\t', '\n', '\r']) {
                out.push_str(&format!("\"{guard}{}\"", cell.replace('"', "\"\"")));
            } else {
                out.push_str(guard);
                out.push_str(cell);
            }
        }
    }
    out
}

/// Whether an apostrophe is put before a cell: also before what looks like a cell that has got its own already, so that it
/// comes back as it is.
fn is_guarded(cell: &str) -> bool {
    is_formula(cell.trim_start_matches('\''))
}

/// The cells in words. All rows are as long as the longest.
pub fn from_tsv(words: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut chars = words.chars().peekable();
    let mut quoted = false;
    let mut begun = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if !begun => quoted = true,
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if chars.peek() == Some(&'\n') => continue,
            '\n' | '\r' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' => cell.push('\n'),
            c => cell.push(c),
        }
        begun = !matches!(c, '\t' | '\n' | '\r') || quoted;
    }
    if !row.is_empty() || !cell.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(width, String::new());
        for cell in row {
            if cell.strip_prefix('\'').is_some_and(is_guarded) {
                cell.remove(0);
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn what_spreadsheets_copy_is_read() {
        for (words, expected) in [
            ("a\tb\r\nc\td\r\n", cells(&[&["a", "b"], &["c", "d"]])),
            ("one", cells(&[&["one"]])),
            ("a\n\nb\n", cells(&[&["a"], &[""], &["b"]])),
            ("a\tb\nc", cells(&[&["a", "b"], &["c", ""]])),
            ("\"two\nlines\"\tx", cells(&[&["two\nlines", "x"]])),
            ("\"a \"\"b\"\"\"\tsay \"hi\"", cells(&[&["a \"b\"", "say \"hi\""]])),
            ("'=1+1\t-2", cells(&[&["=1+1", "-2"]])),
            ("\t", cells(&[&["", ""]])),
            ("", vec![]),
        ] {
            assert_eq!(from_tsv(words), expected, "{words:?}");
        }
    }

    #[test]
    fn a_cell_of_several_lines_runs_no_formula() {
        let rows = cells(&[&["=1\n=2+5\tx", "'=1", "-3", "+x"]]);
        let copied = to_tsv(&rows);
        assert_eq!(copied, "\"'=1\n=2+5\tx\"\t''=1\t-3\t'+x");
        assert_eq!(from_tsv(&copied), rows);
    }

    proptest! {
        #[test]
        fn what_is_copied_is_pasted_again(width in 1..4usize, raw in prop::collection::vec("[a1='\"\t\n -]{0,5}", 1..12)) {
            let mut rows: Vec<Vec<String>> = raw.chunks(width).map(<[String]>::to_vec).collect();
            rows.iter_mut().for_each(|row| row.resize(width, String::new()));
            // A last row of one empty cell cannot be told from a line end.
            if let Some(last) = rows.last_mut().filter(|row| row.iter().all(String::is_empty)) {
                last[0] = "x".into();
            }
            prop_assert_eq!(from_tsv(&to_tsv(&rows)), rows);
        }
    }
}
