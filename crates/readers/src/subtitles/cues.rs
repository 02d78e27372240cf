//! From a file's lines to its cues.

use emic_formats::source::Format;
use emic_formats::turns::clock;

/// What is shown for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue<'t> {
    /// When, in milliseconds.
    pub start: u32,
    /// Until when; never before its start.
    pub end: u32,
    /// Its lines, with their markup; none is blank.
    pub lines: Vec<&'t str>,
}

/// What is in a file.
#[derive(Debug, Default)]
pub struct File<'t> {
    /// The cues, as they come.
    pub cues: Vec<Cue<'t>>,
    /// What the file's first line says after "WEBVTT".
    pub title: Option<String>,
    /// Whether it has that line.
    pub header: bool,
    /// Comments that were left out.
    pub notes: u32,
    /// Style sheets and regions that were left out.
    pub styles: u32,
    /// A number that stood alone since the last cue: words of it, or the next one's number.
    number: Option<&'t str>,
}

/// Splits a canonical text.
pub fn split(text: &str, format: Format) -> File<'_> {
    let mut file = File::default();
    let vtt = format == Format::WebVtt;
    let mut blocks = text.split('\n').map(str::trim).peekable();
    let mut block = Vec::new();
    let mut first = true;
    loop {
        let line = blocks.next();
        match line {
            Some(line) if !line.is_empty() => {
                block.push(line);
                continue;
            }
            _ => {}
        }
        if !block.is_empty() {
            take(&mut file, &block, vtt, first);
            first = false;
            block.clear();
        }
        if line.is_none() {
            return file;
        }
    }
}

/// Lines between blank ones: a cue mostly, several if blank lines are missing, or the rest of a cue that has blank lines.
fn take<'t>(file: &mut File<'t>, block: &[&'t str], vtt: bool, first: bool) {
    let mut block = block;
    if let Some(rest) = block
        .first()
        .filter(|_| vtt && first)
        .and_then(|line| line.trim_start_matches('\u{feff}').strip_prefix("WEBVTT"))
    {
        file.header = true;
        let title = rest.trim_matches(|c: char| c.is_whitespace() || c == '-');
        file.title = Some(title.to_owned()).filter(|title| !title.is_empty());
        // Settings may follow, until a blank line or the first cue.
        let cue = block.iter().position(|line| timing(line).is_some());
        let Some(cue) = cue else { return };
        // The line above may be its name.
        block = &block[cue..];
    } else if vtt {
        let starts = |word: &str| {
            block
                .first()
                .and_then(|line| line.strip_prefix(word))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', ':']))
        };
        if starts("NOTE") && block.first().is_none_or(|line| timing(line).is_none()) {
            file.notes += 1;
            return;
        }
        if (starts("STYLE") || starts("REGION")) && !block.iter().any(|line| timing(line).is_some()) {
            file.styles += 1;
            return;
        }
    }
    let timed = |line: &&str| timing(line).is_some();
    if let Some(number) = file.number.take().filter(|_| !block.first().is_some_and(timed)) {
        file.cues.last_mut().into_iter().for_each(|cue| cue.lines.push(number));
    }
    for (number, line) in block.iter().enumerate() {
        if let Some((start, end)) = timing(line) {
            file.cues.push(Cue { start, end: end.max(start), lines: Vec::new() });
            continue;
        }
        // The line above a time is the cue's number, or in WebVTT its name if the block begins with it.
        let above = block.get(number + 1).is_some_and(timed);
        if above && (number == 0 || is_number(line)) {
            continue;
        }
        // A number alone is a cue's if its time comes after a blank line.
        if block.len() == 1 && is_number(line) {
            file.number = Some(line);
            return;
        }
        if let Some(cue) = file.cues.last_mut() {
            cue.lines.push(line);
        }
    }
}

fn is_number(line: &str) -> bool {
    !line.is_empty() && line.chars().all(char::is_numeric)
}

/// The times of a line such as `00:01:02.000 --> 00:01:04.000 align:start`.
fn timing(line: &str) -> Option<(u32, u32)> {
    let arrow = line.find("-->")?;
    let (start, length) = clock::leading(line[..arrow].trim())?;
    if length != line[..arrow].trim().len() {
        return None;
    }
    let (end, _) = clock::leading(line[arrow + 3..].trim_start())?;
    Some((start, end))
}
