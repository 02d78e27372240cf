//! What the import says about files and texts.

use emic_formats::source::{Bound, Damage, LeftOut, Refusal};
use emic_formats::text_file::{DecodeIssue, Encoding, Lookalike};
use emic_formats::tidy::Rule;
use yew::AttrValue;

use super::item::Twin;
use crate::i18n::tr;
use crate::widgets::SelectOption;
use crate::worker::ReadFailure;

/// Why a file was not taken, and what to do now.
pub fn reason(why: &ReadFailure) -> AttrValue {
    match why {
        ReadFailure::Unreadable(words) => tr!("import-unreadable", why = words),
        ReadFailure::Refused(refusal) => refused(refusal),
        ReadFailure::NoReader(words) => tr!("import-no-reader", why = words),
        ReadFailure::Failed(words) => tr!("import-reader-failed", why = words),
        ReadFailure::Silent => tr!("import-reader-silent"),
        ReadFailure::Stopped => tr!("import-reader-stopped"),
    }
}

/// Why nothing can be taken out of a file, and what to do now.
fn refused(why: &Refusal) -> AttrValue {
    match why {
        Refusal::TooLarge { bytes, limit } => {
            let mb = |bytes: u64| bytes / (1024 * 1024);
            tr!("import-too-large", size = mb(*bytes), limit = mb(*limit))
        }
        Refusal::Encrypted => tr!("import-encrypted"),
        Refusal::Damaged(Damage::Container) => tr!("import-damaged"),
        Refusal::Damaged(Damage::Missing(part)) => tr!("import-damaged-missing", part = part),
        Refusal::Damaged(Damage::Part(part)) => tr!("import-damaged-part", part = part),
        Refusal::Scan { pages } => tr!("import-scan", pages = *pages),
        Refusal::Empty => tr!("import-nothing-in-it"),
        Refusal::Excessive(bound) => tr!(match bound {
            Bound::Unpacked => "import-excess-unpacked",
            Bound::Depth => "import-excess-depth",
            Bound::Entries => "import-excess-entries",
            Bound::Pages => "import-excess-pages",
            Bound::Cells => "import-excess-cells",
            Bound::Work => "import-excess-work",
        }),
        Refusal::NotRead(kind) => tr!(match kind {
            Lookalike::Pdf => "import-not-pdf",
            Lookalike::Word => "import-not-word",
            Lookalike::OpenDocument => "import-not-open-document",
            Lookalike::RichText => "import-not-rich-text",
            Lookalike::Spreadsheet => "import-not-spreadsheet",
            Lookalike::Zip => "import-not-zip",
            Lookalike::Image => "import-not-image",
            Lookalike::Media => "import-not-media",
            Lookalike::EmicProject => "import-not-project",
            Lookalike::Database => "import-not-database",
            Lookalike::Binary => "import-not-binary",
        }),
    }
}

/// What of a file is not in its text, in one line.
pub fn left_out(parts: &[(LeftOut, u32)]) -> AttrValue {
    let each = parts.iter().map(|(what, n)| {
        let message = match what {
            LeftOut::Picture => "left-out-picture",
            LeftOut::Object => "left-out-object",
            LeftOut::Media => "left-out-media",
            LeftOut::Formula => "left-out-formula",
            LeftOut::HeaderOrFooter => "left-out-header",
            LeftOut::Hidden => "left-out-hidden",
            LeftOut::TrackedChange => "left-out-tracked",
            LeftOut::Script => "left-out-script",
            LeftOut::FormField => "left-out-field",
            LeftOut::Annotation => "left-out-annotation",
            LeftOut::BlankPage => "left-out-page",
            LeftOut::NotChosen => "left-out-not-chosen",
            LeftOut::EmptyAnswer => "left-out-answer",
            LeftOut::Comment => "left-out-comment",
            LeftOut::Damaged => "left-out-damaged",
        };
        tr!(message, n = *n).to_string()
    });
    each.collect::<Vec<_>>().join(&tr!("list-separator")).into()
}

/// What was noticed while a text was read.
pub fn issue(issue: &DecodeIssue) -> AttrValue {
    match issue {
        DecodeIssue::Guessed(encoding) => tr!("import-guessed", encoding = encoding_name(*encoding)),
        DecodeIssue::Undecodable(n) => tr!("import-undecodable", n = *n),
        DecodeIssue::Nul(n) => tr!("import-nul", n = *n),
        DecodeIssue::Empty => tr!("import-empty"),
    }
}

/// That a text seems to be here already.
pub fn twin(twin: &Twin) -> AttrValue {
    match twin {
        Twin::SameText(title) => tr!("import-same-text", title = title),
        Twin::SameName(title) => tr!("import-same-name", title = title),
        Twin::InList(title) => tr!("import-in-list", title = title),
    }
}

/// What a rule does.
pub fn rule(rule: Rule) -> AttrValue {
    tr!(match rule {
        Rule::JoinWrappedLines => "import-rule-join",
        Rule::UndoHyphens => "import-rule-hyphens",
        Rule::DropPageFurniture => "import-rule-furniture",
        Rule::CollapseBlankLines => "import-rule-blank",
        Rule::TrimSpaces => "import-rule-spaces",
    })
}

/// An encoding by the script that it is for, and its own name.
pub fn encoding_name(encoding: Encoding) -> AttrValue {
    let script = tr!(match encoding {
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => "import-script-unicode",
        Encoding::Windows1256 | Encoding::Iso8859_6 => "import-script-arabic",
        Encoding::Windows1250 | Encoding::Iso8859_2 => "import-script-central-european",
        Encoding::Windows1251
        | Encoding::Iso8859_5
        | Encoding::Koi8R
        | Encoding::Koi8U
        | Encoding::Ibm866
        | Encoding::XMacCyrillic => "import-script-cyrillic",
        Encoding::Windows1253 | Encoding::Iso8859_7 => "import-script-greek",
        Encoding::Windows1254 => "import-script-turkish",
        Encoding::Windows1255 | Encoding::Iso8859_8 => "import-script-hebrew",
        Encoding::Windows1257 | Encoding::Iso8859_4 | Encoding::Iso8859_13 => "import-script-baltic",
        Encoding::Windows1258 => "import-script-vietnamese",
        Encoding::Windows874 => "import-script-thai",
        Encoding::ShiftJis | Encoding::EucJp | Encoding::Iso2022Jp => "import-script-japanese",
        Encoding::Gbk | Encoding::Gb18030 => "import-script-chinese-simplified",
        Encoding::Big5 => "import-script-chinese-traditional",
        Encoding::EucKr => "import-script-korean",
        _ => "import-script-western",
    });
    tr!("import-encoding-name", script = script, name = encoding.label())
}

/// The encodings to choose from.
pub fn encoding_options() -> Vec<SelectOption> {
    Encoding::all().map(|encoding| SelectOption::new(encoding.label(), encoding_name(encoding))).collect()
}
