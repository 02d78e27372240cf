//! What the codebook says of codes, and its levels and versions: between the types of the program and those of the file.

use emic_core::project::{BookVersion, CodeText, Example, Former, Level, VersionCode};
use emic_core::sorting::to_map;
use emic_core::time::Stamp;

use super::file::*;

pub(super) fn example_out(example: &Example) -> FileExample {
    let kind = if example.borderline { FileExampleKind::Borderline } else { FileExampleKind::Typical };
    (example.document, example.quotation, kind)
}

pub(super) fn example_in((document, quotation, kind): FileExample) -> Example {
    Example { document, quotation, borderline: kind == FileExampleKind::Borderline }
}

impl FileLevel {
    pub(super) fn of(level: &Level) -> FileLevel {
        let Level { id, name, extra } = level.clone();
        FileLevel { id, name, extra }
    }

    pub(super) fn into_level(self) -> Level {
        let FileLevel { id, name, extra } = self;
        Level { id, name, extra }
    }
}

impl FileCodeText {
    pub(super) fn of(text: CodeText) -> FileCodeText {
        match text {
            CodeText::Definition => FileCodeText::Definition,
            CodeText::Full => FileCodeText::Full,
            CodeText::UseWhen => FileCodeText::UseWhen,
            CodeText::NotWhen => FileCodeText::NotWhen,
        }
    }

    pub(super) fn into_text(self) -> CodeText {
        match self {
            FileCodeText::Definition => CodeText::Definition,
            FileCodeText::Full => CodeText::Full,
            FileCodeText::UseWhen => CodeText::UseWhen,
            FileCodeText::NotWhen => CodeText::NotWhen,
        }
    }
}

impl FileFormer {
    pub(super) fn of(former: &Former) -> FileFormer {
        let Former { text, words, replaced, why, extra } = former.clone();
        FileFormer { text: FileCodeText::of(text), words, at: replaced.at.into(), by: replaced.by, why, extra }
    }

    pub(super) fn into_former(self) -> Former {
        let FileFormer { text, words, at, by, why, extra } = self;
        Former { text: text.into_text(), words, replaced: Stamp { by, at: at.0 }, why, extra }
    }
}

impl FileBookVersion {
    pub(super) fn of(version: &BookVersion) -> FileBookVersion {
        let BookVersion { id, name, note, made, codes, extra } = version.clone();
        let codes = codes.into_iter().map(FileVersionCode::of).collect();
        FileBookVersion { id, name, note, created: made.at.into(), created_by: made.by, codes, extra }
    }

    pub(super) fn into_version(self) -> BookVersion {
        let FileBookVersion { id, name, note, created, created_by, codes, extra } = self;
        let codes = codes.into_iter().map(FileVersionCode::into_code).collect();
        BookVersion { id, name, note, made: Stamp { by: created_by, at: created.0 }, codes, extra }
    }
}

impl FileVersionCode {
    pub(super) fn of(code: VersionCode) -> FileVersionCode {
        let VersionCode { id, name, parent, level, texts, status, extra } = code;
        let texts = to_map(texts.into_iter().map(|(text, words)| (FileCodeText::of(text), words)));
        FileVersionCode { id, name, parent, level, texts, status, extra }
    }

    pub(super) fn into_code(self) -> VersionCode {
        let FileVersionCode { id, name, parent, level, texts, status, extra } = self;
        let texts = to_map(texts.into_iter().map(|(text, words)| (text.into_text(), words)));
        VersionCode { id, name, parent, level, texts, status, extra }
    }
}
