//! Edits that the tests of the file make their projects with.

use emic_core::edit::{BookChange, CodeField, Edit, QuotationField, ThemeField};
use emic_core::ids::*;
use emic_core::project::*;

/// All that the codebook says of a code, its levels, and a version of it.
pub(super) fn codebook(document: DocumentId) -> Vec<Edit> {
    let (theme, code) = (CodeId::from_number(0xA), CodeId::from_number(0xB));
    let level = |n, name: &str| Level { id: LevelId::from_number(n), name: name.into(), extra: Extra::new() };
    let example = |n, borderline| Example { document, quotation: QuotationId::from_number(n), borderline };
    let set = |id, field| Edit::SetCodeField { id, field, why: "after the pilot".into() };
    let text = |text, words: &str| CodeField::Text(text, words.into());
    let other = CodeId::from_number(0xC);
    vec![
        Edit::AddCode { id: other, name: "things".into(), parent: None, before: None, colour: Colour::nth(1) },
        Edit::ChangeBook(BookChange::SetLevels { levels: vec![level(1, "Code"), level(2, "موضوع")] }),
        Edit::ChangeBook(BookChange::KeepVersion {
            id: VersionId::from_number(1),
            name: "v1".into(),
            note: "n".into(),
        }),
        set(code, text(CodeText::Definition, "What is carried.")),
        set(code, text(CodeText::Full, "At length.")),
        set(code, text(CodeText::UseWhen, "Bags")),
        set(code, text(CodeText::NotWhen, "Memories")),
        set(code, CodeField::Examples(vec![example(0x51, false), example(0x52, true)])),
        set(code, CodeField::Origin(Some(Origin::Data))),
        set(code, CodeField::Status(Some(Status::Unknown("on hold".into())))),
        set(code, CodeField::Key(Some('7'))),
        set(code, CodeField::Level(Some(LevelId::from_number(1)))),
        set(code, CodeField::AlsoUnder(vec![other])),
        set(theme, CodeField::Level(Some(LevelId::from_number(2)))),
        Edit::ChangeBook(BookChange::KeepVersion { id: VersionId::from_number(2), name: "v2".into(), note: "".into() }),
        Edit::SetQuotationField {
            id: QuotationId::from_number(0x51),
            document,
            field: QuotationField::Condensed("bags".into()),
        },
        Edit::SetQuotationField {
            id: QuotationId::from_number(0x51),
            document,
            field: QuotationField::Interpretation("a burden".into()),
        },
        Edit::WeighCoding {
            id: CodingId::from_number(0xE1),
            document,
            quotation: QuotationId::from_number(0x51),
            weight: Some(70),
        },
    ]
}

/// A theme with codes and chosen quotations, one of them printed otherwise than it was said.
pub(super) fn themes(document: DocumentId) -> Vec<Edit> {
    let id = ThemeId::from_number(0x7E1);
    let at = |n| QuotationAt { document, quotation: QuotationId::from_number(n) };
    let set = |field| Edit::SetTheme { id, field };
    vec![
        Edit::AddTheme { id, title: "What one takes".into(), before: None },
        Edit::AddTheme { id: ThemeId::from_number(0x7E2), title: "ما يُترك".into(), before: Some(id) },
        set(ThemeField::Idea("Things stand for people.".into())),
        set(ThemeField::Boundary("Not what was sent later.".into())),
        set(ThemeField::Story("One bag.\nThen none.".into())),
        set(ThemeField::Codes(vec![CodeId::from_number(0xB)])),
        Edit::ChooseQuotation { theme: id, at: at(0x51) },
        Edit::ChooseQuotation { theme: id, at: at(0x52) },
        Edit::MoveChosen { theme: id, at: at(0x52), before: Some(at(0x51)) },
        Edit::UseInPaper { theme: id, at: at(0x52), in_paper: true },
        Edit::SetPrint { id: QuotationId::from_number(0x52), document, words: Some("[…] bags".into()) },
        Edit::SetAttribution { language: "en".into(), template: "({age}, wave {wave})".into() },
        Edit::SetAttribution { language: "ar".into(), template: "({age}، الموجة {wave})".into() },
    ]
}
