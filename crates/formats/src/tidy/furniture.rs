//! What a page has beside its text: headers, footers, page numbers, download and copyright notices.
//!
//! Nothing goes because it looks odd, only with evidence: a phrase that only notices have, a line that comes back
//! page after page in the middle of sentences or at form feeds, page numbers that count up. What stands alone between
//! such lines and is itself of that kind (a number, an address, a section label) goes with them.

use std::collections::HashMap;

use super::lines::Lines;
use super::signs;

/// Marks the lines that are page furniture.
pub fn mark(lines: &mut Lines) {
    let mut found = vec![false; lines.all.len()];
    notices(lines, &mut found);
    rotated_notices(lines, &mut found);
    running_titles(lines, &mut found);
    let numbers = PageNumber::all(lines);
    repeated(lines, &numbers, &mut found);
    page_numbers(lines, &numbers, &mut found);
    neighbours(lines, &mut found);
    for (line, found) in lines.all.iter_mut().zip(found) {
        line.furniture = found;
    }
}

/// Lines longer than this are text.
const LONGEST: usize = 160;

fn candidates<'a>(lines: &'a Lines) -> impl Iterator<Item = usize> + 'a {
    (0..lines.all.len()).filter(|&i| (1..=LONGEST).contains(&lines.all[i].width))
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|c| signs::digit(c).is_some())
}

/// Notices that stand on a line of their own.
fn notices(lines: &Lines, found: &mut [bool]) {
    // Most texts have none of these; one look at the whole is faster than one at every line.
    let published = lines.text.contains("first published as");
    let reserved =
        ["ights reserved", "ights Reserved", "IGHTS RESERVED", "جميع الحقوق"].iter().any(|s| lines.text.contains(s));
    for i in candidates(lines) {
        let seen = lines.seen(i);
        let first = seen.chars().next().unwrap_or(' ');
        if published || reserved || matches!(first, 'A' | 'C' | 'D' | 'F' | 'P' | 'T' | '©' | '(' | 'ت' | 'ح' | 'ن')
        {
            found[i] = is_notice(seen);
        }
    }
}

fn is_notice(seen: &str) -> bool {
    const DOWNLOADED: [&str; 5] = [
        "downloaded from ",
        "downloaded by ",
        "downloaded on ",
        "this content downloaded from",
        "this article was downloaded",
    ];
    const DOWNLOADED_AR: [&str; 5] = ["تم التحميل من", "تم تحميل", "تم تنزيل", "حُمّل من", "نُزّل من"];
    let lower = seen.to_lowercase();
    let starts = |with: &[&str]| with.iter().any(|s| lower.starts_with(s));
    let address = || lower.contains("http") || lower.contains("www.") || lower.contains("doi");
    let dated = has_digit(seen);
    starts(&DOWNLOADED) && (dated || address() || lower.contains("guest"))
        || starts(&DOWNLOADED_AR) && (dated || address())
        || starts(&["all use subject to "]) && (lower.contains("terms") || address())
        || starts(&["protected by copyright", "for personal use only"])
        || dated && lower.contains("first published as") && address()
        || dated && starts(&["©", "(c) 19", "(c) 20", "copyright ©", "copyright (c)", "حقوق النشر"])
        || seen.len() < 120 && lower.trim_end_matches('.').ends_with("all rights reserved")
        || seen.chars().count() < 90 && lower.contains("جميع الحقوق محفوظة")
}

/// Notices printed up the margin come out as many short lines, broken at capitals in the middle of words
/// ("on M" / "arch 3 … P" / "rotected by copyright."). Without spaces and breaks their phrases can be read again.
fn rotated_notices(lines: &Lines, found: &mut [bool]) {
    let mut start = 0;
    while start < lines.all.len() {
        let run = lines.all[start..].iter().take_while(|line| line.width <= 80).count();
        // Up the margin there is not much room: some lines are a letter or two.
        if run >= 3 && lines.all[start..start + run].iter().any(|line| (1..=3).contains(&line.width)) {
            rotated_notice(lines, start..start + run, found);
        }
        start += run + 1;
    }
}

fn rotated_notice(lines: &Lines, run: std::ops::Range<usize>, found: &mut [bool]) {
    const PHRASES: [&str; 5] =
        ["protectedbycopyright", "downloadedfrom", "firstpublishedas", "byguest.", "thiscontentdownloaded"];
    const APART: usize = 90;
    let mut squeezed = String::new();
    // Where each line starts in what is squeezed.
    let mut starts = Vec::with_capacity(run.len());
    for i in run.clone() {
        starts.push(squeezed.len());
        squeezed.extend(lines.seen(i).chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()));
    }
    let line_of = |byte: usize| starts.partition_point(|&s| s <= byte) - 1;
    let mut hits: Vec<(usize, usize)> =
        PHRASES.iter().flat_map(|p| squeezed.match_indices(p)).map(|(at, p)| (at, at + p.len())).collect();
    hits.sort_unstable();
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for (from, to) in hits {
        match groups.last_mut() {
            Some(last) if from <= last.1 + APART => last.1 = last.1.max(to),
            _ => groups.push((from, to)),
        }
    }
    for (mut from, mut to) in groups {
        // Some phrase is broken over lines: it is not somebody writing about downloads.
        if line_of(from) == line_of(to - 1) {
            continue;
        }
        // "on March 3, 2022 by guest." comes first, an address last.
        let before = squeezed[..from].len().saturating_sub(30);
        let head = (before..=from).find(|&b| squeezed.is_char_boundary(b)).unwrap_or(from);
        let starts_line = |on: &usize| starts.binary_search(&(head + on)).is_ok();
        let dated = |on: &usize| has_digit(&squeezed[head + on..from]);
        if let Some(on) = squeezed[head..from].rfind("on").filter(starts_line).filter(dated) {
            from = head + on;
        }
        if squeezed[to..].starts_with("http") || squeezed[to..].starts_with("www.") {
            to += 1;
        }
        let (first, last) = (line_of(from), line_of(to - 1));
        found[run.start + first..=run.start + last].iter_mut().for_each(|f| *f = true);
    }
}

/// "Author A, et al. Journal 2021;11:e049941. doi:10.1136/…" with or without a page number stuck to it.
fn running_titles(lines: &Lines, found: &mut [bool]) {
    let titles: Vec<usize> = candidates(lines).filter(|&i| is_running_title(lines.seen(i))).collect();
    for (n, &i) in titles.iter().enumerate() {
        if is_near(&titles, n) {
            continue;
        }
        let (_, cuts) = interrupts(lines, i, |k| found[k]);
        let seen = lines.seen(i).trim_start_matches(|c: char| c.is_ascii_digit());
        let glued = seen.len() < lines.seen(i).len() && seen.starts_with(char::is_alphabetic);
        found[i] |= cuts || glued || titles.len() > 1;
    }
}

/// Whether the running title before or after number `n` is within a few lines, as in a list of references.
fn is_near(titles: &[usize], n: usize) -> bool {
    let close = |a: usize, b: usize| titles.get(a).zip(titles.get(b)).is_some_and(|(a, b)| b - a < 8);
    n > 0 && close(n - 1, n) || close(n, n + 1)
}

fn is_running_title(seen: &str) -> bool {
    let plain = seen.replace('\u{a0}', " ");
    let Some(at) = plain.find("et al") else { return false };
    let (authors, rest) = (&plain[..at], &plain[at + 5..]);
    let Some(semicolon) = rest.find(';') else { return false };
    let (journal, pages) = rest.split_at(semicolon);
    let year = journal.trim_end().chars().rev().take_while(char::is_ascii_digit).count() == 4;
    authors.split_whitespace().count() <= 4
        && year
        && journal.split_whitespace().count() <= 8
        && pages.contains(':')
        && (pages.to_lowercase().contains("doi") || plain.starts_with(|c: char| c.is_ascii_digit()) || pages.len() < 24)
}

/// Whether line `i` stands in the middle of a sentence, other furniture (`skip`) and blank lines left out: whether
/// there is text on both sides at all, and whether it runs on.
fn interrupts(lines: &Lines, i: usize, skip: impl Fn(usize) -> bool) -> (bool, bool) {
    const REACH: usize = 60;
    let content = |k: &usize| !lines.all[*k].is_blank() && !skip(*k);
    let before = (i.saturating_sub(REACH)..i).rev().find(content);
    let after = (i + 1..lines.all.len().min(i + REACH)).find(content);
    let (Some(before), Some(after)) = (before, after) else { return (false, false) };
    if lines.ends_sentence(before) {
        return (true, false);
    }
    let uncased = signs::first_letter(lines.seen(after)).is_some_and(|c| c.is_alphabetic() && !signs::is_cased(c));
    let alike = lines.all[before].width.abs_diff(lines.all[after].width) * 4 <= lines.all[after].width;
    (true, lines.starts_small(after) || uncased && alike && lines.all[before].width >= 30)
}

/// Whether a form feed is beside line `i`, blank lines left out.
fn at_form_feed(lines: &Lines, i: usize) -> bool {
    let feed = |from: usize, to: usize| lines.text[from..to].contains('\u{c}');
    let before = (0..i).rev().take(4).find(|&k| !lines.all[k].is_blank()).map_or(0, |k| lines.all[k].last);
    let after = (i + 1..lines.all.len()).take(4).find(|&k| !lines.all[k].is_blank());
    let after = after.map_or(lines.all[(i + 4).min(lines.all.len() - 1)].end, |k| lines.all[k].first);
    feed(before.min(lines.all[i].first), lines.all[i].first) || feed(lines.all[i].last, after.max(lines.all[i].last))
}

/// A line that is nothing but a page number.
struct PageNumber {
    line: usize,
    number: u32,
    /// With a word or a total beside it: "Page 3", "3 of 12".
    told: bool,
}

impl PageNumber {
    fn all(lines: &Lines) -> Vec<PageNumber> {
        candidates(lines)
            .filter(|&i| lines.all[i].width <= 24)
            .filter_map(|i| PageNumber::read(lines.seen(i)).map(|(number, told)| PageNumber { line: i, number, told }))
            .collect()
    }

    fn read(seen: &str) -> Option<(u32, bool)> {
        let bare = seen
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '[' | ']' | '.' | '•'));
        let mut number = None;
        let (mut words, mut numbers) = (0, 0);
        for word in bare.split(|c: char| c.is_whitespace() || matches!(c, '|' | '/')).filter(|w| !w.is_empty()) {
            if signs::is_number(word) && word.chars().count() <= 4 {
                number = number.or_else(|| Some(word.chars().filter_map(signs::digit).fold(0, |n, d| n * 10 + d)));
                numbers += 1;
            } else if ["page", "p", "p.", "pg", "of", "seite", "von", "página", "de", "صفحة", "الصفحة", "ص", "من"]
                .contains(&word.to_lowercase().as_str())
            {
                words += 1;
            } else {
                return None;
            }
        }
        (numbers <= 2).then_some(())?;
        Some((number?, words > 0 || numbers == 2))
    }
}

/// Numbers that count up from page to page.
fn page_numbers(lines: &Lines, numbers: &[PageNumber], found: &mut [bool]) {
    const LEAST_APART: usize = 6;
    let last_line = (0..lines.all.len()).rev().find(|&i| !lines.all[i].is_blank());
    let mut chain: Vec<usize> = Vec::new();
    let mut chains = Vec::new();
    for (n, page) in numbers.iter().enumerate() {
        let follows = chain.last().is_some_and(|&last: &usize| {
            let last = &numbers[last];
            let apart =
                page.line - last.line >= LEAST_APART || Some(page.line) == last_line && page.line - last.line > 1;
            (1..=2).contains(&page.number.saturating_sub(last.number)) && apart
        });
        if !follows && !chain.is_empty() {
            chains.push(std::mem::take(&mut chain));
        }
        chain.push(n);
    }
    chains.push(chain);
    for chain in chains {
        let pages: Vec<&PageNumber> = chain.iter().map(|&n| &numbers[n]).collect();
        let is_page = |k: usize| pages.binary_search_by_key(&k, |p| p.line).is_ok();
        let sure =
            |p: &&&PageNumber| at_form_feed(lines, p.line) || interrupts(lines, p.line, |k| found[k] || is_page(k)).1;
        let told = pages.iter().all(|p| p.told);
        let enough = match pages.len() {
            0 => false,
            1 => pages.iter().any(|p| at_form_feed(lines, p.line) || p.told && sure(&p)),
            _ => told || pages.iter().filter(sure).count() * 4 >= pages.len(),
        };
        if enough {
            pages.iter().for_each(|p| found[p.line] = true);
        }
    }
}

/// Headers and footers: the same line, numbers aside, page after page.
fn repeated(lines: &Lines, numbers: &[PageNumber], found: &mut [bool]) {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for i in candidates(lines).filter(|&i| lines.all[i].width <= 120) {
        places.entry(without_numbers(lines.seen(i))).or_default().push(i);
    }
    places.retain(|_, at| at.len() >= 2);
    let text = repeated_text(lines, &places);
    places.retain(|_, at| at.iter().all(|&i| !text[i] && could_head_a_page(lines.seen(i))));
    let mut often = vec![false; lines.all.len()];
    places.values().filter(|at| at.len() >= 3).flatten().for_each(|&i| often[i] = true);
    numbers.iter().for_each(|p| often[p.line] = true);
    let before = found.to_vec();
    for (key, at) in &places {
        let feeds = at.iter().filter(|&&i| at_form_feed(lines, i)).count();
        let cuts = at.iter().filter(|&&i| interrupts(lines, i, |k| before[k] || often[k]).1).count();
        let by_number = at.iter().filter(|&&i| beside_number(lines, numbers, i)).count();
        let sure = feeds * 2 >= at.len()
            || at.len() >= 3
                && is_spaced(at)
                && (cuts >= 2 && cuts * 3 >= at.len()
                    || counts_up(lines, key, at) && cuts >= 1 && cuts * 4 >= at.len())
            || at.len() >= 3 && is_spaced(at) && by_number * 4 >= at.len() * 3 && cuts >= 1;
        if sure {
            at.iter().for_each(|&i| found[i] = true);
        }
    }
}

/// Whether a line that comes back may be a header or footer at all: not somebody's turn, an item, an aside such as
/// "(laughs)", nor a piece of a sentence.
fn could_head_a_page(seen: &str) -> bool {
    let spoken = signs::turn_label(seen).is_some() || signs::is_list_item(seen) || signs::starts_with_time(seen);
    let aside = seen.starts_with(['(', '[', '<', '#', '"', '“', '«']);
    let part = seen.starts_with(char::is_lowercase) || seen.ends_with([',', '?', '؟', '،', '!', '…']);
    let sentence = seen.ends_with('.') && seen.split_whitespace().count() > 6;
    !spoken && !aside && !part && !sentence
}

/// Lines that come back together with more lines beside them than pages have furniture: a text that is there twice.
fn repeated_text(lines: &Lines, places: &HashMap<String, Vec<usize>>) -> Vec<bool> {
    const MOST: usize = 4;
    let mut text = vec![false; lines.all.len()];
    places.values().flatten().for_each(|&i| text[i] = true);
    let mut run: Vec<usize> = Vec::new();
    for i in 0..=lines.all.len() {
        if i < lines.all.len() && (lines.all[i].is_blank() || text[i]) {
            run.extend(text[i].then_some(i));
        } else {
            if run.len() <= MOST {
                run.iter().for_each(|&k| text[k] = false);
            }
            run.clear();
        }
    }
    text
}

/// Whether a bare page number is the next line with anything in it, on either side.
fn beside_number(lines: &Lines, numbers: &[PageNumber], i: usize) -> bool {
    let is_number = |k: usize| numbers.binary_search_by_key(&k, |p| p.line).is_ok();
    let before = (0..i).rev().take(3).find(|&k| !lines.all[k].is_blank());
    let after = (i + 1..lines.all.len()).take(3).find(|&k| !lines.all[k].is_blank());
    before.into_iter().chain(after).any(is_number)
}

/// Whether the places are as far apart as pages, and about evenly.
fn is_spaced(at: &[usize]) -> bool {
    let mut steps: Vec<usize> = at.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.sort_unstable();
    let middle = steps.get(steps.len() / 2).copied().unwrap_or(0);
    steps.first().is_some_and(|&least| least >= 6) && steps.last().is_some_and(|&most| most <= middle * 4)
}

/// Whether a number in the line grows from place to place, as page numbers do.
fn counts_up(lines: &Lines, key: &str, at: &[usize]) -> bool {
    let values = |i: usize| -> Vec<u32> {
        let groups =
            lines.seen(i).split(|c| signs::digit(c).is_none()).filter(|g| (1..=4).contains(&g.chars().count()));
        groups.map(|g| g.chars().filter_map(signs::digit).fold(0, |n, d| n * 10 + d)).collect()
    };
    let all: Vec<Vec<u32>> = at.iter().map(|&i| values(i)).collect();
    let fields = all.iter().map(Vec::len).min().unwrap_or(0);
    key.contains('#')
        && (0..fields).any(|f| all.windows(2).all(|pair| pair[0][f] < pair[1][f] && pair[1][f] - pair[0][f] <= 4))
}

/// The line with every number made "#" and spaces made one.
fn without_numbers(seen: &str) -> String {
    let mut key = String::with_capacity(seen.len());
    for word in seen.split_whitespace() {
        let mut last_was_digit = false;
        for c in word.chars() {
            let is_digit = signs::digit(c).is_some();
            if !is_digit {
                key.push(c);
            } else if !last_was_digit {
                key.push('#');
            }
            last_was_digit = is_digit;
        }
        key.push(' ');
    }
    key
}

/// Labels that journals print at the head of every page.
const LABELS: &[&str] = &[
    "open access",
    "original research",
    "original article",
    "research article",
    "research",
    "news",
    "feature",
    "review",
];

/// What stands among furniture and is of that kind goes with it.
fn neighbours(lines: &Lines, found: &mut [bool]) {
    let weak = |i: usize| {
        let seen = lines.seen(i);
        let lower = seen.to_lowercase();
        let address = (lower.starts_with("http") || lower.starts_with("www.")) && !seen.contains(char::is_whitespace);
        LABELS.contains(&lower.as_str()) || address || PageNumber::read(seen).is_some()
    };
    let sweep = |order: &mut dyn Iterator<Item = usize>, found: &mut [bool]| {
        let mut beside = false;
        for i in order {
            if lines.all[i].is_blank() {
                continue;
            }
            if beside && !found[i] && lines.all[i].width <= 60 && weak(i) {
                found[i] = true;
            }
            beside = found[i];
        }
    };
    sweep(&mut (0..lines.all.len()), found);
    sweep(&mut (0..lines.all.len()).rev(), found);
}
