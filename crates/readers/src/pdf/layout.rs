//! The order in which a page is read: words by gaps, columns by gaps that many lines leave open, lines by what they
//! stand on. Nothing but where glyphs stand decides, since programs draw them in any order; the order in which they were
//! drawn only helps to tell columns from the two sides of a transcript ("Anna   words").

use super::content::Glyph;
use super::line::{Line, is_rtl};

/// Glyphs drawn one after the other, with no gap between them.
struct Word {
    x0: f64,
    x1: f64,
    y: f64,
    size: f64,
    /// Its glyphs, spaces after (or before) it too.
    glyphs: std::ops::Range<usize>,
    /// Letters that run from right to left, less those that do not.
    rtl: i32,
}

/// More words than any page has: what is beyond is not looked at for columns.
const MOST_WORDS: usize = 30_000;
/// Words of a line that a raised one is looked for beside.
const MOST_IN_ROW: usize = 1000;

/// The lines of a page in the order in which they are read. Lines that are turned come last.
pub fn lines(glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut angles: Vec<(u16, usize)> = Vec::new();
    for glyph in &glyphs {
        match angles.iter_mut().find(|(angle, _)| *angle == glyph.angle) {
            Some((_, count)) => *count += 1,
            None => angles.push((glyph.angle, 1)),
        }
    }
    // Most letters first; of as many the upright ones.
    angles.sort_by_key(|&(angle, count)| (std::cmp::Reverse(count), angle));
    let mut lines = Vec::new();
    let mut rest = glyphs;
    for (angle, _) in angles {
        let (these, others): (Vec<Glyph>, Vec<Glyph>) = rest.into_iter().partition(|glyph| glyph.angle == angle);
        rest = others;
        let from = lines.len();
        upright(these, &mut lines);
        if from > 0
            && let Some(first) = lines.get_mut(from)
        {
            first.apart = true;
        }
    }
    lines
}

fn upright(glyphs: Vec<Glyph>, lines: &mut Vec<Line>) {
    let words = words(&glyphs);
    let all: Vec<usize> = (0..words.len()).collect();
    let mut regions = Vec::new();
    if words.len() <= MOST_WORDS {
        split(&words, all, 0, &mut regions);
    } else {
        regions.push(all);
    }
    let mut glyphs: Vec<Option<Glyph>> = glyphs.into_iter().map(Some).collect();
    let mut before: Option<f64> = None;
    for region in regions {
        let mut of_region = region_lines(&words, &region, &mut glyphs);
        space(&mut of_region);
        let Some((first, last)) = of_region.first().zip(of_region.last()) else { continue };
        let end = last.y;
        // Another column begins higher up: the text goes on there. What begins below is apart.
        let below = before.is_some_and(|before| first.y > before);
        let size = first.size;
        if let (Some(before), Some(first)) = (before, of_region.first_mut()) {
            first.apart |= below && first.y - before > 1.6 * size;
        }
        before = Some(end);
        lines.append(&mut of_region);
    }
}

fn words(glyphs: &[Glyph]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    // Where the word that is being read begins, its letters if there are any yet, and whether a space came after them.
    let (mut from, mut word, mut ended) = (0, None::<Word>, false);
    for (i, glyph) in glyphs.iter().enumerate() {
        if glyph.chars.trim().is_empty() {
            ended = word.is_some();
            continue;
        }
        let rtl =
            glyph.chars.chars().filter(|c| c.is_alphabetic()).map(|c| if is_rtl(c) { 1 } else { -1 }).sum::<i32>();
        if let Some(open) = word.as_mut().filter(|open| !ended && adjoins(open, glyph)) {
            open.x0 = open.x0.min(glyph.x0);
            open.x1 = open.x1.max(glyph.x1);
            open.rtl += rtl;
            open.glyphs.end = i + 1;
            continue;
        }
        if let Some(mut done) = word.take() {
            done.glyphs.end = i;
            words.push(done);
            from = i;
        }
        word = Some(Word { x0: glyph.x0, x1: glyph.x1, y: glyph.y, size: glyph.size, glyphs: from..i + 1, rtl });
        ended = false;
    }
    if let Some(mut done) = word {
        done.glyphs.end = glyphs.len();
        words.push(done);
    }
    words
}

fn adjoins(word: &Word, glyph: &Glyph) -> bool {
    let size = word.size.max(glyph.size);
    let alike = word.size.min(glyph.size) > 0.7 * size;
    alike
        && (word.y - glyph.y).abs() < 0.2 * size
        && glyph.x0 < word.x1 + 0.25 * size
        && glyph.x1 > word.x0 - 0.25 * size
}

/// The middle one of some values; 0 of none.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// A gap that many lines leave open, and which of the words stand beside it.
struct Gutter {
    x: f64,
    top: f64,
    bottom: f64,
    lines: usize,
}

/// Splits words into regions that are read one after the other.
fn split(words: &[Word], these: Vec<usize>, depth: u32, regions: &mut Vec<Vec<usize>>) {
    let Some(gutter) = (depth < 8).then(|| find_gutter(words, &these)).flatten() else {
        if !these.is_empty() {
            regions.push(these);
        }
        return;
    };
    let rtl = these.iter().map(|&i| i64::from(words[i].rtl)).sum::<i64>() > 0;
    let [mut above, mut left, mut right, mut below] = [const { Vec::new() }; 4];
    for i in these {
        let word = &words[i];
        if word.y < gutter.top {
            above.push(i);
        } else if word.y > gutter.bottom {
            below.push(i);
        } else if (word.x0 + word.x1) / 2.0 < gutter.x {
            left.push(i);
        } else {
            right.push(i);
        }
    }
    split(words, above, depth + 1, regions);
    let Some(table) = table_rows(words, &left, &right) else {
        let [first, second] = if rtl { [right, left] } else { [left, right] };
        split(words, first, depth + 1, regions);
        split(words, second, depth + 1, regions);
        return split(words, below, depth + 1, regions);
    };
    for mut cells in table {
        if rtl {
            cells.reverse();
        }
        // Cells of one line stand on a line together, longer ones are read one after the other.
        let mut line: Vec<usize> = Vec::new();
        for cell in cells {
            let together: Vec<usize> = line.iter().chain(&cell).copied().collect();
            let size = median(together.iter().map(|&i| words[i].size).collect());
            if rows(words, &together, size).len() == 1 {
                line = together;
                continue;
            }
            regions.extend(Some(std::mem::replace(&mut line, cell)).filter(|line| !line.is_empty()));
        }
        regions.push(line);
    }
    split(words, below, depth + 1, regions);
}

/// The cells of each row, if the two sides are those of a table and not columns: its rows are apart on both sides.
fn table_rows(words: &[Word], left: &[usize], right: &[usize]) -> Option<Vec<Vec<Vec<usize>>>> {
    let mut pitches = Vec::new();
    for side in [left, right] {
        let mut lines: Vec<f64> = side.iter().map(|&i| words[i].y).collect();
        lines.sort_unstable_by(f64::total_cmp);
        pitches.extend(lines.windows(2).map(|pair| pair[1] - pair[0]));
    }
    let mut all: Vec<usize> = left.iter().chain(right).copied().collect();
    let size = median(all.iter().map(|&i| words[i].size).collect());
    pitches.retain(|pitch| *pitch > 0.5 * size);
    pitches.sort_unstable_by(f64::total_cmp);
    // Most lines of cells are not the last ones.
    let pitch = *pitches.get(pitches.len() / 3)?;
    // Where nothing stands in any row cells end.
    all.sort_by(|&a, &b| words[a].x0.total_cmp(&words[b].x0));
    let mut ends: Vec<f64> = Vec::new();
    let mut end = f64::INFINITY;
    for &i in &all {
        if words[i].x0 - end > 0.7 * size {
            ends.push(words[i].x0);
        }
        end = if end.is_finite() { end.max(words[i].x1) } else { words[i].x1 };
    }
    all.sort_by(|&a, &b| words[a].y.total_cmp(&words[b].y));
    let mut found: Vec<Vec<Vec<usize>>> = Vec::new();
    let mut before = f64::NEG_INFINITY;
    for i in all {
        if words[i].y - before > 1.2 * pitch {
            found.push(vec![Vec::new(); ends.len() + 1]);
        }
        before = words[i].y;
        if let Some(row) = found.last_mut() {
            row[ends.partition_point(|end| *end <= words[i].x0)].push(i);
        }
    }
    let both = found.iter().filter(|row| row.iter().filter(|cell| !cell.is_empty()).count() > 1).count();
    (found.len() >= 3 && both * 10 >= found.len() * 8).then_some(found)
}

/// The gap between two columns that the most lines leave open.
fn find_gutter(words: &[Word], these: &[usize]) -> Option<Gutter> {
    const LEAST_LINES: usize = 4;
    let size = median(these.iter().map(|&i| words[i].size).collect());
    let rows = rows(words, these, size);
    if rows.len() < LEAST_LINES {
        return None;
    }
    let mut candidates: Vec<i64> = Vec::new();
    for row in &rows {
        for pair in row.windows(2) {
            let (end, next) = (words[pair[0]].x1, words[pair[1]].x0);
            if next - end > 0.8 * size {
                candidates.push(((end + next) / 2.0) as i64);
                // A short last line leaves more open than the gap between the columns.
                candidates.push((next - 0.5 * size) as i64);
            }
        }
    }
    // Columns whose lines do not stand at the same heights share no row: then where many lines begin.
    if candidates.is_empty() || rows.iter().filter(|row| row.len() > 1).count() < rows.len() / 4 {
        candidates.extend(rows.iter().filter_map(|row| Some((words[*row.first()?].x0 - 0.5 * size) as i64)));
    }
    let mut counts: std::collections::BTreeMap<i64, usize> = std::collections::BTreeMap::new();
    for x in candidates {
        *counts.entry(x / 3).or_default() += 1;
    }
    let mut counts: Vec<(i64, usize)> = counts.into_iter().filter(|&(_, count)| count >= 2).collect();
    counts.sort_by_key(|&(x, count)| (std::cmp::Reverse(count), x));
    counts.truncate(40);
    let open = counts.iter().filter_map(|&(x, _)| open_at(words, &rows, (x * 3) as f64 + 1.5, size));
    open.max_by_key(|gutter| gutter.lines)
}

/// Words by the lines that they stand on, roughly; each row from left to right.
fn rows(words: &[Word], these: &[usize], size: f64) -> Vec<Vec<usize>> {
    let mut sorted = these.to_vec();
    sorted.sort_by(|&a, &b| words[a].y.total_cmp(&words[b].y));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut start = f64::NEG_INFINITY;
    for i in sorted {
        match rows.last_mut().filter(|_| words[i].y - start <= 0.4 * size) {
            Some(row) => row.push(i),
            None => {
                rows.push(vec![i]);
                start = words[i].y;
            }
        }
    }
    for row in &mut rows {
        row.sort_by(|&a, &b| words[a].x0.total_cmp(&words[b].x0));
    }
    rows
}

/// The longest run of rows that leave `x` open and look like two columns there.
fn open_at(words: &[Word], rows: &[Vec<usize>], x: f64, size: f64) -> Option<Gutter> {
    let crosses = |row: &[usize]| row.iter().any(|&i| words[i].x0 < x && words[i].x1 > x);
    let mut best: Option<Gutter> = None;
    let mut from = 0;
    for end in 0..=rows.len() {
        if end < rows.len() && !crosses(&rows[end]) {
            continue;
        }
        let gutter = columns(words, &rows[from..end], x, size);
        if gutter.as_ref().map_or(0, |gutter| gutter.lines) > best.as_ref().map_or(0, |gutter| gutter.lines) {
            best = gutter;
        }
        from = end + 1;
    }
    best
}

/// One side of a gutter.
#[derive(Default)]
struct Side {
    /// Where each line of it begins and ends.
    lines: Vec<(f64, f64)>,
    words: usize,
}

impl Side {
    fn left(&self) -> f64 {
        self.lines.iter().map(|line| line.0).fold(f64::INFINITY, f64::min)
    }

    fn right(&self) -> f64 {
        self.lines.iter().map(|line| line.1).fold(f64::NEG_INFINITY, f64::max)
    }

    fn width(&self) -> f64 {
        self.right() - self.left()
    }

    /// Which part of the lines is about as long as the longest one.
    fn filled(&self) -> f64 {
        let long = self.lines.iter().filter(|line| line.1 - line.0 >= 0.75 * self.width()).count();
        long as f64 / self.lines.len().max(1) as f64
    }

    fn words_a_line(&self) -> f64 {
        self.words as f64 / self.lines.len().max(1) as f64
    }
}

/// Whether rows that all leave `x` open are two columns.
fn columns(words: &[Word], rows: &[Vec<usize>], x: f64, size: f64) -> Option<Gutter> {
    let rows = trimmed(words, rows, x);
    let [mut left, mut right] = [Side::default(), Side::default()];
    for row in rows {
        let cut = row.partition_point(|&i| words[i].x0 < x);
        for (side, part) in [(&mut left, &row[..cut]), (&mut right, &row[cut..])] {
            if let Some((&first, &last)) = part.first().zip(part.last()) {
                side.lines.push((words[first].x0, words[last].x1));
                side.words += part.len();
            }
        }
    }
    let least = left.lines.len().min(right.lines.len());
    if least < 3 || left.lines.len() + right.lines.len() < 8 {
        return None;
    }
    let whole = right.right() - left.left();
    let gap = right.left() - left.right();
    // Not the names of speakers, numbers of lines, or times.
    let wide = |side: &Side| side.width() >= 0.2 * whole && side.width() >= 8.0 * size && side.words_a_line() >= 2.2;
    if gap < 0.7 * size || !wide(&left) || !wide(&right) {
        return None;
    }
    // How often what was drawn changes sides: with every row, if they are rows.
    let mut drawn: Vec<usize> = rows.iter().flatten().copied().collect();
    drawn.sort_unstable();
    let sides: Vec<bool> = drawn.iter().map(|&i| words[i].x0 < x).collect();
    let changes = sides.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let filled = left.filled().min(right.filled());
    let is_columns = if changes * 5 <= least { filled >= 0.25 } else { filled >= 0.6 };
    let (on_left, on_right): (Vec<usize>, Vec<usize>) = drawn.iter().partition(|&&i| words[i].x0 < x);
    let is_columns = is_columns || table_rows(words, &on_left, &on_right).is_some();
    let (first, last) = rows.first().zip(rows.last())?;
    let top = first.iter().map(|&i| words[i].y).fold(f64::INFINITY, f64::min);
    let bottom = last.iter().map(|&i| words[i].y).fold(f64::NEG_INFINITY, f64::max);
    // In the middle of the gap, so that nothing is on the wrong side.
    let x = (left.right() + right.left()) / 2.0;
    is_columns.then_some(Gutter { x, top, bottom, lines: least })
}

/// Rows without those at the top and the bottom that are headers and footers: far from the rest, or only one or two that
/// do not belong to either column.
fn trimmed<'r>(words: &[Word], rows: &'r [Vec<usize>], x: f64) -> &'r [Vec<usize>] {
    let y = |row: &[usize]| row.first().map_or(0.0, |&i| words[i].y);
    // Columns whose lines stand at different heights have rows close together: distances within one side are meant.
    let left: Vec<f64> =
        rows.iter().filter(|row| row.first().is_some_and(|&i| words[i].x0 < x)).map(|row| y(row)).collect();
    let pitch = median(left.windows(2).map(|pair| pair[1] - pair[0]).collect());
    let far = |a: &[usize], b: &[usize]| pitch > 0.0 && y(b) - y(a) > 1.7 * pitch;
    let mut rows = rows;
    for _ in 0..2 {
        for n in [2, 1] {
            if rows.len() >= n + 6 && far(&rows[n - 1], &rows[n]) {
                rows = &rows[n..];
            }
            let from_end = rows.len().saturating_sub(n);
            if rows.len() >= n + 6 && far(&rows[from_end - 1], &rows[from_end]) {
                rows = &rows[..from_end];
            }
        }
    }
    rows
}

/// The lines of one region, from top to bottom.
fn region_lines(words: &[Word], region: &[usize], glyphs: &mut [Option<Glyph>]) -> Vec<Line> {
    struct Row {
        y: f64,
        size: f64,
        words: Vec<usize>,
    }
    let usual = median(region.iter().map(|&i| words[i].size).collect());
    let mut sorted = region.to_vec();
    sorted.sort_by(|&a, &b| words[a].y.total_cmp(&words[b].y));
    let (large, small): (Vec<usize>, Vec<usize>) = sorted.into_iter().partition(|&i| words[i].size >= 0.78 * usual);
    let mut rows: Vec<Row> = Vec::new();
    for i in large {
        let word = &words[i];
        match rows.last_mut().filter(|row| word.y - row.y <= 0.35 * row.size.min(word.size)) {
            Some(row) => {
                row.size = row.size.max(word.size);
                row.words.push(i);
            }
            None => rows.push(Row { y: word.y, size: word.size, words: vec![i] }),
        }
    }
    // Small words are raised or lowered beside others, or lines of their own.
    let mut own: Vec<Row> = Vec::new();
    for i in small {
        let word = &words[i];
        let near = rows.partition_point(|row| row.y < word.y - 0.4 * usual);
        let beside = rows[near..].iter_mut().take(3).find(|row| {
            let raised = row.y - word.y;
            let touches = |&other: &usize| {
                let other = &words[other];
                word.x0 < other.x1 + 0.5 * row.size && word.x1 > other.x0 - 0.5 * row.size
            };
            (-0.35 * row.size..0.7 * row.size).contains(&raised) && row.words.iter().take(MOST_IN_ROW).any(touches)
        });
        if let Some(row) = beside {
            row.words.push(i);
            continue;
        }
        match own.last_mut().filter(|row| word.y - row.y <= 0.35 * row.size.min(word.size)) {
            Some(row) => row.words.push(i),
            None => own.push(Row { y: word.y, size: word.size, words: vec![i] }),
        }
    }
    rows.append(&mut own);
    rows.sort_by(|a, b| a.y.total_cmp(&b.y));
    rows.iter()
        .map(|row| {
            let indices = row.words.iter().flat_map(|&i| words[i].glyphs.clone());
            let of_row: Vec<Glyph> = indices.filter_map(|i| glyphs.get_mut(i)?.take()).collect();
            Line::new(of_row, row.y, row.size)
        })
        .collect()
}

/// Notes which lines are apart from the one before, and which are indented.
fn space(lines: &mut [Line]) {
    let pitches: Vec<f64> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
    let usual = if pitches.len() >= 3 {
        let mut sorted = pitches.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        // Less than half of them may be within paragraphs.
        sorted[sorted.len() / 3]
    } else {
        1.35 * lines.first().map_or(0.0, |line| line.size)
    };
    for (i, pitch) in pitches.iter().enumerate() {
        let size = lines[i].size.max(lines[i + 1].size);
        lines[i + 1].apart = *pitch > (1.35 * usual).max(1.3 * size);
    }
    let left = median(lines.iter().map(|line| line.x0).collect());
    let right = median(lines.iter().map(|line| line.x1).collect());
    let rtl = lines.iter().filter(|line| line.is_rtl()).count() * 2 > lines.len();
    let offset: Vec<f64> =
        lines.iter().map(|line| if rtl { right - line.x1 } else { line.x0 - left } / line.size.max(1.0)).collect();
    for i in 1..lines.len() {
        // The first line of a paragraph: further in than the one before, and the one after it.
        let after = offset.get(i + 1).is_none_or(|after| *after < 0.3);
        lines[i].indented = lines[i].is_rtl() == rtl
            && !lines[i].apart
            && (0.8..3.5).contains(&offset[i])
            && offset[i - 1] < 0.3
            && after;
    }
    for line in lines.iter_mut() {
        line.column = (left, right);
    }
}
