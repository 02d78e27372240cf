//! What the columns of a sheet seem to hold.

use std::collections::HashSet;

use emic_core::text::count_words;
use emic_formats::source::{ColumnUse, OneDocumentPer};

use super::texts::header;
use super::{Grid, Row};

/// How many rows are looked at.
const SAMPLE: usize = 2000;

/// Names of columns, in small letters. A name that has one of them as a word is one of these.
const IDENTIFIERS: [&str; 27] = [
    "id",
    "name",
    "nr",
    "no",
    "number",
    "participant",
    "respondent",
    "responseid",
    "interviewee",
    "pseudonym",
    "case",
    "subject",
    "index",
    "code",
    "key",
    "teilnehmer",
    "teilnehmerin",
    "befragte",
    "kennung",
    "nom",
    "nombre",
    "رقم",
    "اسم",
    "الاسم",
    "المشارك",
    "الرقم",
    "الرمز",
];
const SPEAKERS: [&str; 14] = [
    "speaker",
    "speakers",
    "who",
    "voice",
    "person",
    "sprecher",
    "sprecherin",
    "locuteur",
    "hablante",
    "speaker_name",
    "speakername",
    "المتحدث",
    "المتكلم",
    "דובר",
];
const WORDS: [&str; 20] = [
    "words",
    "text",
    "utterance",
    "utterances",
    "transcript",
    "transcription",
    "content",
    "speech",
    "sentence",
    "line",
    "turn",
    "said",
    "body",
    "texte",
    "texto",
    "aussage",
    "النص",
    "الكلام",
    "نص",
    "טקסט",
];
const TIMES: [&str; 16] = [
    "time",
    "timestamp",
    "timestamps",
    "start",
    "begin",
    "from",
    "timecode",
    "start_time",
    "starttime",
    "start_ms",
    "onset",
    "zeit",
    "beginn",
    "الوقت",
    "زمن",
    "זמן",
];
/// What survey programs note of a browser. Nobody asks for it in an analysis.
const TECHNICAL: [&str; 8] = ["ipaddress", "ip", "user agent", "useragent", "refurl", "referrer", "session", "token"];

/// What a column looks like.
#[derive(Debug, Default)]
struct Looks {
    filled: usize,
    distinct: usize,
    words: f64,
    letters: f64,
    longest: usize,
    numbers: usize,
    whole: usize,
    moments: usize,
    /// Of a time in a recording: they are there and go up.
    rising: bool,
    clocks: usize,
}

/// Whether the first row names the columns, the use of each, and what becomes a document.
pub(super) fn guess(sheet: &Grid) -> (bool, Vec<ColumnUse>, OneDocumentPer) {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let named = has_header(&sheet.rows, width);
    let body = sheet.rows.get(usize::from(named)..).unwrap_or_default();
    let body = body.get(..body.len().min(SAMPLE)).unwrap_or_default();
    let names: Vec<String> = match sheet.rows.first().filter(|_| named) {
        Some(first) => (0..width).map(|column| header(first.cell(column)).to_lowercase()).collect(),
        None => vec![String::new(); width],
    };
    let looks: Vec<Looks> = (0..width).map(|column| look(body, column)).collect();
    if let Some(uses) = transcript(&names, &looks, body.len()) {
        return (named, uses, OneDocumentPer::Transcript);
    }
    let mut uses: Vec<ColumnUse> =
        names.iter().zip(&looks).map(|(name, looks)| usual(name, looks, body.len())).collect();
    if let Some(identifier) = identifier(&names, &looks, &uses, body.len())
        && let Some(column) = uses.get_mut(identifier)
    {
        *column = ColumnUse::Identifier;
    }
    (named, uses, OneDocumentPer::Respondent)
}

fn has_header(rows: &[Row], width: usize) -> bool {
    let [first, rest @ ..] = rows else { return false };
    let rest = rest.get(..rest.len().min(SAMPLE)).unwrap_or_default();
    let mut seen = HashSet::new();
    if rest.is_empty() {
        return false;
    }
    (0..width).all(|column| {
        let cell = first.cell(column);
        if cell.is_empty() {
            return true;
        }
        // Names are words, stand once, and not again below; what is like the cells below it is one of them.
        let shape = shape(cell);
        let alike = rest.iter().filter(|row| self::shape(row.cell(column)) == shape).count();
        let is_value = is_number(cell) || milliseconds(cell).is_some() || is_moment(cell);
        let is_again = rest.iter().any(|row| row.cell(column) == cell);
        let is_alike = shape.contains('9') && alike * 2 > rest.len();
        seen.insert(cell.to_lowercase()) && !is_value && !is_again && !is_alike
    })
}

/// Letters as "a", digits as "9", each run of them once: "R_12b" is "a_9a".
fn shape(cell: &str) -> String {
    let mut out = String::new();
    for c in cell.chars().take(40) {
        let sign = match c {
            _ if c.is_alphabetic() => 'a',
            _ if c.is_numeric() => '9',
            _ => c,
        };
        if !out.ends_with(sign) {
            out.push(sign);
        }
    }
    out
}

fn look(rows: &[Row], column: usize) -> Looks {
    let mut looks = Looks { rising: true, ..Looks::default() };
    let mut distinct = HashSet::new();
    let mut last = 0;
    for row in rows {
        let cell = row.cell(column);
        if cell.is_empty() {
            continue;
        }
        looks.filled += 1;
        distinct.insert(cell);
        let letters = cell.chars().count();
        // Scripts without spaces have words too.
        looks.words += (count_words(cell) as f64).max(if cell.is_ascii() { 0.0 } else { letters as f64 / 8.0 });
        looks.letters += letters as f64;
        looks.longest = looks.longest.max(letters);
        looks.numbers += usize::from(is_number(cell));
        looks.whole += usize::from(cell.bytes().all(|byte| byte.is_ascii_digit()));
        looks.moments += usize::from(is_moment(cell));
        let clock = milliseconds(cell);
        looks.clocks += usize::from(clock.is_some() && cell.contains(':'));
        looks.rising &= clock.is_some_and(|ms| ms >= last);
        last = clock.unwrap_or(last);
    }
    looks.distinct = distinct.len();
    let filled = looks.filled.max(1) as f64;
    looks.words /= filled;
    looks.letters /= filled;
    looks
}

/// The use of a column in a table of answers, but for who answers.
fn usual(name: &str, looks: &Looks, rows: usize) -> ColumnUse {
    let mostly = |some: usize| some * 5 >= looks.filled * 4;
    let varied = looks.distinct * 2 > looks.filled;
    match looks {
        _ if looks.filled == 0 || TECHNICAL.contains(&name) => ColumnUse::Ignore,
        _ if looks.distinct == 1 && rows > 2 && looks.filled == rows && looks.words < 4.0 => ColumnUse::Ignore,
        _ if mostly(looks.numbers) || mostly(looks.moments) || mostly(looks.clocks) => ColumnUse::Attribute,
        _ if varied && looks.words >= 4.0 && looks.letters >= 15.0 => ColumnUse::Answer,
        _ if varied && name.contains(['?', '؟']) && looks.words >= 1.5 && looks.longest >= 25 => ColumnUse::Answer,
        _ => ColumnUse::Attribute,
    }
}

/// Which column says who answers.
fn identifier(names: &[String], looks: &[Looks], uses: &[ColumnUse], rows: usize) -> Option<usize> {
    let fits = |column: usize| {
        looks.get(column).zip(uses.get(column)).is_some_and(|(looks, chosen)| {
            *chosen == ColumnUse::Attribute
                && looks.filled > 0
                && looks.filled * 10 >= rows * 9
                && looks.words <= 4.0
                && looks.letters <= 40.0
                && looks.moments * 2 <= looks.filled
                && looks.clocks * 2 <= looks.filled
                && (looks.numbers * 2 <= looks.filled || looks.whole == looks.filled)
        })
    };
    let called = |column: &usize| names.get(*column).is_some_and(|name| is_called(name, &IDENTIFIERS));
    // One that is called so may have some of them twice.
    let distinct = |column: &usize, tenths: usize| {
        looks.get(*column).is_some_and(|looks| looks.distinct * 10 >= looks.filled * tenths)
    };
    let all = || (0..names.len()).filter(|column| fits(*column));
    let unique = || all().filter(|column| distinct(column, 10));
    let named = unique().find(called).or_else(|| all().filter(|column| distinct(column, 7)).find(called));
    named.or_else(|| unique().next().filter(|column| *column == 0 || rows > 2))
}

/// The uses of the columns of a transcript, if it is one.
fn transcript(names: &[String], looks: &[Looks], rows: usize) -> Option<Vec<ColumnUse>> {
    let find = |such: &dyn Fn(&str, &Looks) -> bool| {
        names.iter().zip(looks).position(|(name, looks)| looks.filled > 0 && such(name, looks))
    };
    let is_time = |looks: &Looks| looks.rising && looks.filled > 1;
    let time = find(&|name, looks| is_called(name, &TIMES) && is_time(looks))
        .or_else(|| find(&|_, looks| is_time(looks) && looks.clocks == looks.filled));
    // Who speaks is one of a few, and says more than one thing.
    let few = |looks: &Looks| {
        looks.words <= 4.0 && looks.letters <= 40.0 && looks.numbers == 0 && looks.distinct * 2 <= looks.filled
    };
    let words = find(&|name, looks| is_called(name, &WORDS) && looks.words >= 1.5).or_else(|| {
        (0..looks.len())
            .filter(|column| looks.get(*column).is_some_and(|looks| looks.words >= 3.0 && looks.numbers == 0))
            .max_by(|a, b| {
                let size = |column: &usize| looks.get(*column).map_or(0.0, |looks| looks.letters * looks.filled as f64);
                size(a).total_cmp(&size(b))
            })
    })?;
    let speaker = find(&|name, looks| is_called(name, &SPEAKERS) && looks.words <= 6.0 && looks.distinct < rows.max(2));
    let speaker = speaker.or_else(|| time.and_then(|_| find(&|_, looks| few(looks) && looks.filled * 5 >= rows * 4)));
    let (speaker, words) = speaker.map(|speaker| (speaker, words)).filter(|(speaker, words)| speaker != words)?;
    if rows < 2 || Some(words) == time || Some(speaker) == time {
        return None;
    }
    let mut uses = vec![ColumnUse::Ignore; names.len()];
    for (column, chosen) in
        [(Some(speaker), ColumnUse::Speaker), (Some(words), ColumnUse::Answer), (time, ColumnUse::Time)]
    {
        if let Some(place) = column.and_then(|column| uses.get_mut(column)) {
            *place = chosen;
        }
    }
    Some(uses)
}

fn is_called(name: &str, names: &[&str]) -> bool {
    let words = name.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    names.contains(&name) || words.take(3).any(|word| names.contains(&word))
}

fn is_number(cell: &str) -> bool {
    let cell = cell.trim_end_matches('%').trim();
    cell.contains(|c: char| c.is_ascii_digit()) && cell.replace(',', ".").parse::<f64>().is_ok()
}

/// A date, with or without a time: "2024-03-05", "5.3.2024 14:30", "03/05/24".
fn is_moment(cell: &str) -> bool {
    let date = cell.split([' ', 'T']).next().unwrap_or_default();
    let apart: Vec<&str> = date.split(['-', '.', '/']).collect();
    matches!(apart.as_slice(), [_, _, _])
        && cell.len() <= 40
        && apart.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A time in a recording, in milliseconds: "1:02:03", "02:03.5", "62.5" (seconds).
pub(super) fn milliseconds(cell: &str) -> Option<u32> {
    let cell = cell.trim().trim_start_matches(['[', '(', '#']).trim_end_matches([']', ')', '#', 's']).trim();
    let parts: Vec<&str> = cell.split(':').collect();
    let (last, before) = parts.split_last()?;
    if before.len() > 2 {
        return None;
    }
    let plain = |part: &str| !part.is_empty() && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = last.split_once(['.', ',']).unwrap_or((last, "0"));
    if !plain(whole) || !fraction.bytes().all(|byte| byte.is_ascii_digit()) || !before.iter().all(|part| plain(part)) {
        return None;
    }
    let mut seconds = 0u64;
    for part in before.iter().chain([&whole]) {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    u32::try_from(seconds.checked_mul(1000)?.checked_add(thousandths.parse().ok()?)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_a_recording() {
        for (cell, expected) in [
            ("0:00:00", Some(0)),
            ("1:02:03", Some(3_723_000)),
            ("02:03.5", Some(123_500)),
            ("[00:01:02,250]", Some(62_250)),
            ("62.5", Some(62_500)),
            ("1:2:3:4", None),
            ("at night", None),
            ("", None),
            ("99999999999", None),
            ("1.2.3", None),
        ] {
            assert_eq!(milliseconds(cell), expected, "{cell}");
        }
    }

    #[test]
    fn dates() {
        for (cell, expected) in [
            ("2024-03-05", true),
            ("5.3.2024 14:30", true),
            ("2024-03-05T14:30:00Z", true),
            ("03/05/24", true),
            ("1-2", false),
            ("a-b-c", false),
            ("2024", false),
        ] {
            assert_eq!(is_moment(cell), expected, "{cell}");
        }
    }
}
