//! Numbers as lists write them.

/// Letters of the Arabic alphabet in the order of their value.
const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
/// Letters of the Arabic alphabet in the order of dictionaries.
const ARABIC: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
/// Letters of the Hebrew alphabet, without the final forms.
const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשת";
/// Letters that lists in Russian use.
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
const GREEK: &str = "αβγδεζηθικλμνξοπρστυφχψω";

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numeral {
    /// 1, 2, 3 in the digits that begin with this zero, with at least so many of them.
    Digits(char, usize),
    /// i, ii, iii.
    Roman,
    /// I, II, III.
    RomanCapitals,
    /// a, b, c ... z, aa, bb.
    Letters(&'static str),
    /// A, B, C.
    Capitals(&'static str),
    /// Hebrew letters that add up: י, יא, יב.
    Hebrew,
    /// 1st, 2nd, 3rd.
    Ordinal,
    /// Not at all.
    None,
}

impl Numeral {
    /// What a `w:numFmt` of a Word document means; other ones than these are written as 1, 2, 3.
    pub fn of_word(name: &str) -> Numeral {
        match name {
            "decimalZero" => Numeral::Digits('0', 2),
            "lowerRoman" => Numeral::Roman,
            "upperRoman" => Numeral::RomanCapitals,
            "lowerLetter" => Numeral::Letters(LATIN),
            "upperLetter" => Numeral::Capitals(LATIN),
            "arabicAbjad" => Numeral::Letters(ABJAD),
            "arabicAlpha" => Numeral::Letters(ARABIC),
            "hebrew1" => Numeral::Hebrew,
            "hebrew2" => Numeral::Letters(HEBREW),
            "russianLower" => Numeral::Letters(RUSSIAN),
            "russianUpper" => Numeral::Capitals(RUSSIAN),
            "hindiNumbers" => Numeral::Digits('०', 1),
            "thaiNumbers" => Numeral::Digits('๐', 1),
            "ordinal" => Numeral::Ordinal,
            "none" => Numeral::None,
            _ => Numeral::Digits('0', 1),
        }
    }

    /// What a `style:num-format` of an OpenDocument text means.
    pub fn of_open_document(name: &str) -> Numeral {
        match name.split(',').next().unwrap_or_default().trim() {
            "" => Numeral::None,
            "i" => Numeral::Roman,
            "I" => Numeral::RomanCapitals,
            "a" => Numeral::Letters(LATIN),
            "A" => Numeral::Capitals(LATIN),
            "أ" => Numeral::Letters(ABJAD),
            "ا" | "ﺃ" => Numeral::Letters(ARABIC),
            "א" => Numeral::Letters(HEBREW),
            "α" => Numeral::Letters(GREEK),
            "Α" => Numeral::Capitals(GREEK),
            "а" => Numeral::Letters(RUSSIAN),
            "А" => Numeral::Capitals(RUSSIAN),
            "٠" | "١" => Numeral::Digits('٠', 1),
            "۱" => Numeral::Digits('۰', 1),
            "१" => Numeral::Digits('०', 1),
            _ => Numeral::Digits('0', 1),
        }
    }

    /// A number written so. What cannot be written so, or would be absurdly long, is written as 1, 2, 3.
    pub fn write(self, number: u32) -> String {
        match self {
            Numeral::None => String::new(),
            Numeral::Digits(zero, width) => digits(number, zero, width),
            Numeral::Roman if (1..4000).contains(&number) => roman(number),
            Numeral::RomanCapitals if (1..4000).contains(&number) => roman(number).to_uppercase(),
            Numeral::Letters(alphabet) => letters(number, alphabet).unwrap_or_else(|| number.to_string()),
            Numeral::Capitals(alphabet) => {
                letters(number, alphabet).map_or_else(|| number.to_string(), |letters| letters.to_uppercase())
            }
            Numeral::Hebrew if (1..1000).contains(&number) => hebrew(number),
            Numeral::Ordinal => {
                let ending = match (number % 100, number % 10) {
                    (11..=13, _) => "th",
                    (_, 1) => "st",
                    (_, 2) => "nd",
                    (_, 3) => "rd",
                    _ => "th",
                };
                format!("{number}{ending}")
            }
            _ => number.to_string(),
        }
    }
}

fn digits(number: u32, zero: char, width: usize) -> String {
    let ascii = format!("{number:0width$}");
    let shown = ascii.chars().map(|digit| {
        let value = digit.to_digit(10).unwrap_or_default();
        char::from_u32(zero as u32 + value).unwrap_or(digit)
    });
    shown.collect()
}

fn roman(mut number: u32) -> String {
    let mut out = String::new();
    for (value, letters) in [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ] {
        while number >= value {
            out.push_str(letters);
            number -= value;
        }
    }
    out
}

/// Past the last letter they are doubled, then tripled: y, z, aa, bb.
fn letters(number: u32, alphabet: &str) -> Option<String> {
    let index = usize::try_from(number.checked_sub(1)?).ok()?;
    let count = alphabet.chars().count();
    let letter = alphabet.chars().nth(index % count)?;
    let times = index / count + 1;
    (times <= 8).then(|| std::iter::repeat_n(letter, times).collect())
}

fn hebrew(mut number: u32) -> String {
    let mut out = String::new();
    let letter = |place: u32| HEBREW.chars().nth(place as usize);
    while number >= 400 {
        out.push('ת');
        number -= 400;
    }
    if number >= 100 {
        out.extend(letter(18 + number / 100 - 1));
        number %= 100;
    }
    // 15 and 16 would spell a name of God.
    if matches!(number, 15 | 16) {
        out.push('ט');
        out.extend(letter(number - 10));
        return out;
    }
    if number >= 10 {
        out.extend(letter(9 + number / 10 - 1));
        number %= 10;
    }
    if number > 0 {
        out.extend(letter(number - 1));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_lists_write_them() {
        for (format, number, expected) in [
            ("decimal", 12, "12"),
            ("decimalZero", 7, "07"),
            ("lowerRoman", 1994, "mcmxciv"),
            ("upperRoman", 4, "IV"),
            ("lowerLetter", 28, "bb"),
            ("upperLetter", 3, "C"),
            ("lowerLetter", 60_000, "60000"),
            ("lowerRoman", 60_000, "60000"),
            ("arabicAbjad", 3, "ج"),
            ("arabicAlpha", 3, "ت"),
            ("hebrew1", 15, "טו"),
            ("hebrew1", 123, "קכג"),
            ("russianUpper", 2, "Б"),
            ("hindiNumbers", 10, "१०"),
            ("ordinal", 22, "22nd"),
            ("ordinal", 11, "11th"),
            ("none", 5, ""),
            ("somethingNew", 5, "5"),
            ("lowerLetter", 0, "0"),
        ] {
            assert_eq!(Numeral::of_word(format).write(number), expected, "{format} {number}");
        }
        assert_eq!(Numeral::of_open_document("I").write(9), "IX");
        assert_eq!(Numeral::of_open_document("").write(9), "");
        assert_eq!(ABJAD.chars().count(), 28);
        assert_eq!(ARABIC.chars().count(), 28);
    }
}
