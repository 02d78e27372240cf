//! What a PDF says of itself and of its pages: its title, the pages in order, the numbers that they have.

use std::collections::HashSet;
use std::rc::Rc;

use emic_formats::source::{Bound, Refusal};

use super::file::{File, find};
use super::object::{Dict, Obj, words_of};

/// A page, with what it has of those above it.
pub struct PageOf {
    pub dict: Rc<Dict>,
    pub resources: Rc<Dict>,
    /// What of it is to be seen: left, bottom, right, top.
    pub bounds: [f64; 4],
}

/// Pages that are read.
const MOST_PAGES: usize = 5000;

/// The pages in order, and how many places of pages hold none.
///
/// # Errors
/// If there are too many.
pub fn pages(file: &File<'_>) -> Result<(Vec<PageOf>, u32), Refusal> {
    let mut pages = Vec::new();
    let mut missing = 0;
    let Some(catalog) = file.catalog() else { return Ok((pages, missing)) };
    let root = catalog.get("Pages");
    let mut seen = HashSet::new();
    // The next one is last. With each what it has of those above it.
    let mut next = vec![(root.clone(), Rc::new(Dict::default()))];
    while let Some((object, above)) = next.pop() {
        let again = matches!(object, Obj::Ref(number) if !seen.insert(number));
        let Some(dict) = file.dict(&object).filter(|_| !again) else {
            missing += 1;
            continue;
        };
        let mut whole = Dict::clone(&dict);
        whole.fill(&above);
        if dict.has("Kids") && !dict.is("Type", "Page") {
            let kids = file.get(dict.get("Kids"));
            let inherited = Rc::new(whole.only(&["Resources", "MediaBox", "CropBox"]));
            if next.len() + kids.array().len() > 20 * MOST_PAGES {
                return Err(Refusal::Excessive(Bound::Pages));
            }
            next.extend(kids.array().iter().rev().map(|kid| (kid.clone(), inherited.clone())));
        } else {
            let resources = file.dict(whole.get("Resources")).unwrap_or_default();
            pages.push(PageOf { bounds: bounds(file, &whole), dict, resources });
        }
        if pages.len() > MOST_PAGES {
            return Err(Refusal::Excessive(Bound::Pages));
        }
    }
    Ok((pages, missing))
}

fn bounds(file: &File<'_>, page: &Dict) -> [f64; 4] {
    let bounds = |key: &str| match file.nums(page.get(key))[..] {
        [a, b, c, d] if (a - c).abs() > 1.0 && (b - d).abs() > 1.0 => Some([a.min(c), b.min(d), a.max(c), b.max(d)]),
        _ => None,
    };
    let media = bounds("MediaBox").unwrap_or([0.0, 0.0, 612.0, 792.0]);
    let Some(crop) = bounds("CropBox") else { return media };
    let both = [media[0].max(crop[0]), media[1].max(crop[1]), media[2].min(crop[2]), media[3].min(crop[3])];
    if both[0] < both[2] && both[1] < both[3] { both } else { media }
}

/// What a page draws: its streams one after the other.
pub fn content(file: &File<'_>, page: &Dict) -> Vec<u8> {
    match file.get(page.get("Contents")) {
        Obj::Stream(stream) => file.decode(&stream),
        Obj::Array(parts) => {
            let mut all = Vec::new();
            for part in parts.iter().take(10_000) {
                if let Obj::Stream(stream) = file.get(part) {
                    all.extend(file.decode(&stream));
                    // Words do not go on from one into the next.
                    all.push(b'\n');
                }
                if !file.work(1) || all.len() > 100 << 20 {
                    break;
                }
            }
            all
        }
        _ => Vec::new(),
    }
}

/// What each page is cited by: its label (ISO 32000-1, 12.4.2), or its place from 1.
pub fn labels(file: &File<'_>, count: usize) -> Vec<String> {
    let mut ranges: Vec<(usize, Rc<Dict>)> = Vec::new();
    let mut next: Vec<Obj> = file.catalog().map(|catalog| catalog.get("PageLabels").clone()).into_iter().collect();
    let mut steps = 0;
    while let Some(node) = next.pop().and_then(|node| file.dict(&node)).filter(|_| steps < 10_000) {
        steps += 1;
        for pair in file.get(node.get("Nums")).array().chunks_exact(2).take(MOST_PAGES) {
            if let (Some(from), Some(label)) = (file.get(&pair[0]).index(), file.dict(&pair[1])) {
                ranges.push((from as usize, label));
            }
        }
        next.extend(file.get(node.get("Kids")).array().iter().take(MOST_PAGES).rev().cloned());
    }
    ranges.sort_by_key(|range| range.0);
    (0..count)
        .map(|page| {
            let after = ranges.partition_point(|range| range.0 <= page);
            let range = after.checked_sub(1).and_then(|i| ranges.get(i));
            let label = range.map(|(from, label)| of_range(file, label, page - from)).unwrap_or_default();
            if label.is_empty() { (page + 1).to_string() } else { label }
        })
        .collect()
}

fn of_range(file: &File<'_>, label: &Dict, on: usize) -> String {
    let prefix = file.get(label.get("P")).string().map(|prefix| words_of(prefix)).unwrap_or_default();
    let prefix: String = prefix.chars().filter(|c| !c.is_control()).take(40).collect();
    let first = file.get(label.get("St")).index().unwrap_or(1).min(1_000_000) as usize;
    let number = first + on;
    let style = file.get(label.get("S"));
    let number = match style.name() {
        Some(b"D") => number.to_string(),
        Some(b"R") => roman(number).to_uppercase(),
        Some(b"r") => roman(number),
        Some(b"A") => letters(number).to_uppercase(),
        Some(b"a") => letters(number),
        _ => String::new(),
    };
    format!("{prefix}{number}").trim().to_owned()
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
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
    if number >= 10_000 {
        return number.to_string();
    }
    let mut left = number;
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        roman.push_str(&sign.repeat(left / value));
        left %= value;
    }
    roman
}

/// "a" to "z", then "aa" to "zz".
fn letters(number: usize) -> String {
    let Some(last) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + (last % 26) as u8);
    letter.to_string().repeat((last / 26 + 1).min(40))
}

/// The title that a PDF has, if it looks like one that a person gave it.
pub fn title(file: &File<'_>) -> Option<String> {
    let info = file.dict(file.trailer().get("Info"));
    let told = info.and_then(|info| file.get(info.get("Title")).string().map(|title| words_of(title)));
    told.as_deref().and_then(sensible).or_else(|| sensible(&described(file)?))
}

/// The title of the description in XML (XMP).
fn described(file: &File<'_>) -> Option<String> {
    let metadata = file.get(file.catalog()?.get("Metadata"));
    let bytes = file.decode(metadata.stream()?);
    let start = find(&bytes, b"<dc:title", 0)?;
    let end = find(&bytes, b"</dc:title", start)?;
    let title = String::from_utf8_lossy(bytes.get(start..end)?).into_owned();
    let words =
        title.split('<').filter_map(|tag| Some(tag.split_once('>')?.1.trim())).find(|words| !words.is_empty())?;
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    Some(plain.iter().fold(words.to_owned(), |words, (from, to)| words.replace(from, to)))
}

fn sensible(title: &str) -> Option<String> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = title.to_lowercase();
    let program = [
        "microsoft word - ",
        "microsoft powerpoint - ",
        "untitled",
        "(anonymous)",
        "about:",
        "http:",
        "https:",
        "file:",
        "data:",
    ];
    let ending = lower.rsplit_once('.').is_some_and(|(_, ending)| {
        ["doc", "docx", "odt", "rtf", "pdf", "txt", "tex", "dvi", "indd", "qxd", "pages", "html", "htm", "p65", "tmp"]
            .contains(&ending)
    });
    let words = title.chars().any(char::is_alphabetic) && !title.contains('\u{fffd}') && title.chars().count() <= 300;
    (words && !ending && !program.iter().any(|start| lower.starts_with(start)) && !title.contains('\\'))
        .then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_those_of_people() {
        for (title, expected) in [
            (" Leaving  and staying ", Some("Leaving and staying")),
            ("Microsoft Word - Interview 3.doc", None),
            ("interview.docx", None),
            ("Untitled", None),
            ("2021-03", None),
            ("https://example.org/a", None),
        ] {
            assert_eq!(sensible(title).as_deref(), expected, "{title}");
        }
    }

    #[test]
    fn pages_count_in_letters_too() {
        let roman: Vec<_> = [1, 4, 9, 14, 1999].map(super::roman).into();
        assert_eq!(roman, ["i", "iv", "ix", "xiv", "mcmxcix"]);
        assert_eq!([1, 26, 27, 53].map(letters), ["a", "z", "aa", "aaa"]);
    }
}
