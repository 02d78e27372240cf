//! Time stamps as transcripts and subtitles write them.

/// No recording is longer: more hours than these are no time stamp.
const MOST_HOURS: u32 = 999;

/// The time that `words` begin with, in milliseconds, and how many bytes it takes: `1:02:03`, `02:03`, `0:0:3.2`,
/// `00:01:02,345`, in digits of any of the scripts that transcripts are written in.
///
/// Hours are optional; minutes and seconds are below 60 unless the minutes come first.
pub fn leading(words: &str) -> Option<(u32, usize)> {
    let mut numbers = [0u32; 3];
    let mut count = 0;
    let mut at = 0;
    loop {
        let (number, length) = number(&words[at..])?;
        numbers[count] = number;
        count += 1;
        at += length;
        if count == 3 || !words[at..].starts_with(':') {
            break;
        }
        at += 1;
    }
    let [hours, minutes, seconds] = match count {
        2 => [0, numbers[0], numbers[1]],
        3 if numbers[1] < 60 => numbers,
        _ => return None,
    };
    // "10:30:20:5" and "1:2:" are something else.
    if seconds >= 60 || hours > MOST_HOURS || minutes > MOST_HOURS || words[at..].starts_with(':') {
        return None;
    }
    let mut ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
    let fraction = words[at..].strip_prefix(['.', ',']).filter(|rest| rest.chars().next().is_some_and(is_digit));
    if let Some(fraction) = fraction {
        let mut weight = 100;
        at += 1;
        for c in fraction.chars().map_while(|c| Some((digit(c)?, c.len_utf8()))) {
            ms += c.0 * weight;
            weight /= 10;
            at += c.1;
        }
    }
    match words[at..].chars().next() {
        Some(next) if next.is_alphanumeric() => None,
        _ => Some((ms, at)),
    }
}

/// The time stamp that `words` begin with, in milliseconds, and how many bytes it takes with what stands around it:
/// `[00:01:02]`, `(1:02)`, `<00:01:02>`, `#00:01:02-5#` (tenths at the end), `[00:00.000 --> 00:02.000]`. It is when the
/// words after it begin.
pub fn marked(words: &str) -> Option<(u32, usize)> {
    let close = match words.chars().next()? {
        '[' => ']',
        '(' => ')',
        '<' => '>',
        '{' => '}',
        '#' => '#',
        _ => return None,
    };
    let mut at = 1 + blanks(&words[1..]);
    let (mut ms, length) = range(&words[at..]).or_else(|| leading(&words[at..]))?;
    at += length;
    if let Some(tenths) = words[at..].strip_prefix('-').filter(|_| close == '#') {
        let (tenth, length) = tenths.chars().next().and_then(|c| Some((digit(c)?, c.len_utf8())))?;
        ms += tenth * 100;
        at += 1 + length;
    }
    at += blanks(&words[at..]);
    words[at..].starts_with(close).then_some((ms, at + 1))
}

/// The times that `words` begin with, `0:0:0.0 --> 0:0:3.2` or `00:01 - 00:05`, and how many bytes they take. It is the
/// first one that is given.
pub fn range(words: &str) -> Option<(u32, usize)> {
    let (ms, mut at) = leading(words)?;
    at += blanks(&words[at..]);
    let arrow = ["-->", "->", "–", "—", "-"].into_iter().find(|arrow| words[at..].starts_with(arrow))?;
    at += arrow.len();
    at += blanks(&words[at..]);
    let (end, length) = leading(&words[at..])?;
    (ms <= end).then_some((ms, at + length))
}

/// The bytes of the blanks that `words` begin with.
pub fn blanks(words: &str) -> usize {
    words.len() - words.trim_start_matches([' ', '\t', '\u{a0}']).len()
}

/// The number, of four digits at most, that `words` begin with, and its bytes.
fn number(words: &str) -> Option<(u32, usize)> {
    let (mut number, mut at, mut digits) = (0, 0, 0);
    for c in words.chars() {
        let Some(digit) = digit(c) else { break };
        digits += 1;
        if digits > 4 {
            return None;
        }
        number = number * 10 + digit;
        at += c.len_utf8();
    }
    (digits > 0).then_some((number, at))
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// A digit of Latin, Arabic or Persian script.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_written() {
        for (words, expected) in [
            ("0:03", Some((3_000, 4))),
            ("32:04 words", Some((1_924_000, 5))),
            ("1:02:03", Some((3_723_000, 7))),
            ("0:0:3.2 --> 1", Some((3_200, 7))),
            ("00:01:02,345", Some((62_345, 12))),
            ("00:01:02.3456", Some((62_345, 13))),
            ("00:01:02. Then", Some((62_000, 8))),
            ("٠١:٠٢", Some((62_000, 9))),
            ("123:04", Some((7_384_000, 6))),
            ("1:60", None),
            ("1:60:00", None),
            ("1:2:3:4", None),
            ("12345:00", None),
            ("1:", None),
            (":10", None),
            ("12", None),
            ("3:16th", None),
            ("", None),
        ] {
            assert_eq!(leading(words), expected, "{words}");
        }
    }

    #[test]
    fn stamps_are_read_with_their_brackets() {
        for (words, expected) in [
            ("[00:01:02] words", Some((62_000, 10))),
            ("( 1:02 )", Some((62_000, 8))),
            ("#00:12:34-5# words", Some((754_500, 12))),
            ("#00:12:34#", Some((754_000, 10))),
            ("[00:01.500 --> 00:02.000]  words", Some((1_500, 25))),
            ("(1:02", None),
            ("(1:02 to 1:04)", None),
            ("#00:12:34-#", None),
            ("[words]", None),
            ("[", None),
        ] {
            assert_eq!(marked(words), expected, "{words}");
        }
        assert_eq!(range("0:0:0.0 --> 0:0:3.2"), Some((0, 19)));
        assert_eq!(range("00:05 - 00:01"), None);
    }
}
