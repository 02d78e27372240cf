//! What tags and their inline styles say of how their words are shown.

use super::token::Tag;

/// What a `style` attribute says, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Inline {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub hidden: bool,
    /// Shown as a block of its own.
    pub block: bool,
    /// White space is kept.
    pub pre: Option<bool>,
    /// Items without numbers.
    pub unmarked: bool,
    /// Word: this paragraph is an item of a list.
    pub word_item: bool,
    /// Word: these are the number of an item, and the spaces after it.
    pub word_number: bool,
    /// Word: a tab, written as spaces.
    pub word_tab: bool,
}

impl Inline {
    pub fn of(tag: &Tag<'_>) -> Inline {
        let mut inline = Inline { hidden: tag.attribute("hidden").is_some(), ..Inline::default() };
        for declaration in tag.attribute("style").unwrap_or_default().split(';') {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let value = value.split('!').next().unwrap_or_default().trim().to_ascii_lowercase();
            match property.trim().to_ascii_lowercase().as_str() {
                "font-weight" => {
                    inline.bold = match value.as_str() {
                        "bold" | "bolder" => Some(true),
                        "normal" | "lighter" => Some(false),
                        // 600 and more are shown with the bold letters of a typeface.
                        number => number.parse::<u32>().ok().map(|weight| weight >= 600),
                    }
                }
                "font-style" => inline.italic = Some(value.starts_with("italic") || value.starts_with("oblique")),
                "display" => {
                    inline.hidden |= value == "none";
                    inline.block = matches!(value.as_str(), "block" | "flex" | "grid" | "list-item" | "table");
                }
                "white-space" => inline.pre = Some(matches!(value.as_str(), "pre" | "pre-wrap" | "break-spaces")),
                "list-style" | "list-style-type" => inline.unmarked = value.split(' ').any(|word| word == "none"),
                "mso-list" if value == "ignore" => inline.word_number = true,
                "mso-list" => inline.word_item = value != "none",
                "mso-tab-count" => inline.word_tab = true,
                _ => {}
            }
        }
        inline
    }
}

/// Numbers of a list, as its `type` has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Numbers {
    #[default]
    Decimal,
    SmallLetters,
    Letters,
    SmallRoman,
    Roman,
}

impl Numbers {
    pub fn of(name: Option<&str>) -> Numbers {
        match name {
            Some("a") => Numbers::SmallLetters,
            Some("A") => Numbers::Letters,
            Some("i") => Numbers::SmallRoman,
            Some("I") => Numbers::Roman,
            _ => Numbers::Decimal,
        }
    }

    /// The number as it stands before an item. What letters or Roman numerals cannot say stands in digits.
    pub fn written(self, number: i32) -> String {
        match (self, u32::try_from(number)) {
            (Numbers::SmallLetters, Ok(number @ 1..)) => letters(number),
            (Numbers::Letters, Ok(number @ 1..)) => letters(number).to_ascii_uppercase(),
            (Numbers::SmallRoman, Ok(number @ 1..4000)) => roman(number),
            (Numbers::Roman, Ok(number @ 1..4000)) => roman(number).to_ascii_uppercase(),
            _ => number.to_string(),
        }
    }
}

/// a, b, ..., z, aa, ab, ...
fn letters(mut number: u32) -> String {
    let mut reversed = Vec::new();
    while number > 0 {
        number -= 1;
        reversed.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    reversed.into_iter().rev().collect()
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
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
    ];
    let mut out = String::new();
    for (worth, sign) in SIGNS {
        while number >= worth {
            out.push_str(sign);
            number -= worth;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_items() {
        for (numbers, number, expected) in [
            (Numbers::Decimal, 12, "12"),
            (Numbers::SmallLetters, 1, "a"),
            (Numbers::Letters, 27, "AA"),
            (Numbers::SmallLetters, 0, "0"),
            (Numbers::Roman, 1994, "MCMXCIV"),
            (Numbers::SmallRoman, 4000, "4000"),
            (Numbers::Roman, -3, "-3"),
        ] {
            assert_eq!(numbers.written(number), expected);
        }
    }
}
