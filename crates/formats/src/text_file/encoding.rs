//! The encodings that a text file may be read in.

use encoding_rs as rs;
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

const TABLE: &[(Encoding, &str, &rs::Encoding)] = &[
    (Utf8, "utf-8", rs::UTF_8),
    (Utf16Le, "utf-16le", rs::UTF_16LE),
    (Utf16Be, "utf-16be", rs::UTF_16BE),
    (Windows1252, "windows-1252", rs::WINDOWS_1252),
    (Windows1256, "windows-1256", rs::WINDOWS_1256),
    (Iso8859_6, "iso-8859-6", rs::ISO_8859_6),
    (Windows1250, "windows-1250", rs::WINDOWS_1250),
    (Iso8859_2, "iso-8859-2", rs::ISO_8859_2),
    (Windows1251, "windows-1251", rs::WINDOWS_1251),
    (Iso8859_5, "iso-8859-5", rs::ISO_8859_5),
    (Koi8R, "koi8-r", rs::KOI8_R),
    (Koi8U, "koi8-u", rs::KOI8_U),
    (Ibm866, "ibm866", rs::IBM866),
    (Windows1253, "windows-1253", rs::WINDOWS_1253),
    (Iso8859_7, "iso-8859-7", rs::ISO_8859_7),
    (Windows1254, "windows-1254", rs::WINDOWS_1254),
    (Windows1255, "windows-1255", rs::WINDOWS_1255),
    (Iso8859_8, "iso-8859-8", rs::ISO_8859_8),
    (Windows1257, "windows-1257", rs::WINDOWS_1257),
    (Iso8859_4, "iso-8859-4", rs::ISO_8859_4),
    (Iso8859_13, "iso-8859-13", rs::ISO_8859_13),
    (Windows1258, "windows-1258", rs::WINDOWS_1258),
    (Windows874, "windows-874", rs::WINDOWS_874),
    (Macintosh, "macintosh", rs::MACINTOSH),
    (XMacCyrillic, "x-mac-cyrillic", rs::X_MAC_CYRILLIC),
    (ShiftJis, "shift_jis", rs::SHIFT_JIS),
    (EucJp, "euc-jp", rs::EUC_JP),
    (Iso2022Jp, "iso-2022-jp", rs::ISO_2022_JP),
    (Gbk, "gbk", rs::GBK),
    (Gb18030, "gb18030", rs::GB18030),
    (Big5, "big5", rs::BIG5),
    (EucKr, "euc-kr", rs::EUC_KR),
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

    pub(super) fn codec(self) -> &'static rs::Encoding {
        TABLE.iter().find(|row| row.0 == self).map_or(rs::UTF_8, |row| row.2)
    }

    /// The one that a detector names; what cannot be chosen is read as Western European.
    pub(super) fn of_codec(codec: &'static rs::Encoding) -> Encoding {
        TABLE.iter().find(|row| row.2 == codec).map_or(Windows1252, |row| row.0)
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
    fn labels_are_those_of_the_standard_and_read_back() {
        for encoding in Encoding::all() {
            assert_eq!(Encoding::from_label(encoding.label()), Some(encoding));
            assert_eq!(rs::Encoding::for_label(encoding.label().as_bytes()), Some(encoding.codec()));
            assert_eq!(Encoding::of_codec(encoding.codec()), encoding);
        }
        assert_eq!(serde_json::to_string(&Windows1256).unwrap(), "\"windows-1256\"");
        assert!(serde_json::from_str::<Encoding>("\"ebcdic\"").is_err());
    }
}
