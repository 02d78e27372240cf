//! The encodings that a text file may be read in.

use serde::{Deserialize, Serialize};

/// An encoding, with the label of the WHATWG Encoding Standard as its stable name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[non_exhaustive]
#[allow(missing_docs)] // The names are the labels.
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Windows1256,
    Windows1251,
    Windows1250,
    Windows1253,
    Windows1254,
    Windows1255,
    Windows1257,
    Windows1258,
    Windows874,
    Iso8859_2,
    Iso8859_5,
    Iso8859_6,
    Iso8859_7,
    Iso8859_8,
    Iso8859_4,
    Iso8859_13,
    Koi8R,
    Koi8U,
    Ibm866,
    Macintosh,
    XMacCyrillic,
    ShiftJis,
    EucJp,
    Iso2022Jp,
    Gbk,
    Gb18030,
    Big5,
    EucKr,
}

use Encoding::*;

const TABLE: &[(Encoding, &str)] = &[
    (Utf8, "utf-8"),
    (Utf16Le, "utf-16le"),
    (Utf16Be, "utf-16be"),
    (Windows1252, "windows-1252"),
    (Windows1256, "windows-1256"),
    (Iso8859_6, "iso-8859-6"),
    (Windows1250, "windows-1250"),
    (Iso8859_2, "iso-8859-2"),
    (Windows1251, "windows-1251"),
    (Iso8859_5, "iso-8859-5"),
    (Koi8R, "koi8-r"),
    (Koi8U, "koi8-u"),
    (Ibm866, "ibm866"),
    (Windows1253, "windows-1253"),
    (Iso8859_7, "iso-8859-7"),
    (Windows1254, "windows-1254"),
    (Windows1255, "windows-1255"),
    (Iso8859_8, "iso-8859-8"),
    (Windows1257, "windows-1257"),
    (Iso8859_4, "iso-8859-4"),
    (Iso8859_13, "iso-8859-13"),
    (Windows1258, "windows-1258"),
    (Windows874, "windows-874"),
    (Macintosh, "macintosh"),
    (XMacCyrillic, "x-mac-cyrillic"),
    (ShiftJis, "shift_jis"),
    (EucJp, "euc-jp"),
    (Iso2022Jp, "iso-2022-jp"),
    (Gbk, "gbk"),
    (Gb18030, "gb18030"),
    (Big5, "big5"),
    (EucKr, "euc-kr"),
];

impl Encoding {
    /// All that can be chosen, in the order in which they are offered.
    pub fn all() -> impl ExactSizeIterator<Item = Encoding> {
        TABLE.iter().map(|row| row.0)
    }

    /// The stable name, such as "windows-1256".
    pub fn label(self) -> &'static str {
        TABLE.iter().find(|row| row.0 == self).map_or("utf-8", |row| row.1)
    }

    /// The encoding with exactly this name.
    pub fn from_label(label: &str) -> Option<Encoding> {
        TABLE.iter().find(|row| row.1 == label).map(|row| row.0)
    }
}

impl From<Encoding> for String {
    fn from(encoding: Encoding) -> String {
        encoding.label().to_owned()
    }
}

impl TryFrom<String> for Encoding {
    type Error = String;

    fn try_from(label: String) -> Result<Encoding, String> {
        Encoding::from_label(&label).ok_or(label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_read_back() {
        for encoding in Encoding::all() {
            assert_eq!(Encoding::from_label(encoding.label()), Some(encoding));
        }
        assert_eq!(serde_json::to_string(&Windows1256).unwrap(), "\"windows-1256\"");
        assert!(serde_json::from_str::<Encoding>("\"ebcdic\"").is_err());
    }
}
