//! Projects, edits and journals, of few ids and names so that they meet each other.

use std::rc::Rc;

use emic_core::edit::{
    AttributeField, BookChange, CaseValue, CodeField, Delta, Edit, EditText, MemoField, NewMemo, Patch, QuotationField,
    Restore, ThemeField,
};
use emic_core::history::History;
use emic_core::ids::{
    AttributeId, CaseId, CodeId, CoderId, CodingId, DocumentId, FolderId, LevelId, LinkId, MemoId, ProjectId,
    QuestionId, QuotationId, SpeakerId, StepId, ThemeId, VersionId,
};
use emic_core::ledger::{Entry, Ledger, Step, UndoStack};
use emic_core::project::{
    Asked, Asks, AttributeKind, Code, CodeText, Coder, Colour, Consent, Document, DocumentKind, Example, Level,
    MemoKind, Origin, Original, Part, Project, QuotationAt, Relation, Role, Source, Speaker, Status, Subject, TextRef,
    TimeMark, Turn,
};
use emic_core::rank::Rank;
use emic_core::text::{Pos, Quote, Span, Text, TextEdit, TextEdits, TextHash};
use emic_core::time::{Stamp, Timestamp};
use proptest::prelude::*;

/// What every document here says: 46 code points, of one to four bytes.
pub const WORDS: &str = "We waited. كُنّا ننتظر at the fence 👩🏽‍⚕️ all day.";

const NAMES: &[&str] =
    &["Hope", "hope", "  Hope ", "Fear", "fear", "FEAR ", "Loss of home", "أمل", "", " \t ", "É", "é"];

/// Somebody at some time.
pub fn stamp(at: i64) -> Stamp {
    Stamp { by: CoderId::from_number(1 + (at % 2) as u128), at: Timestamp(at) }
}

/// A project without anything but two coders.
pub fn start() -> Ledger {
    let mut project = Project::new(ProjectId::from_number(1), "A study".into(), Timestamp(0));
    for n in [1, 2] {
        let id = CoderId::from_number(n);
        let (changed, extra) = Default::default();
        project
            .coders
            .set(id, Some(Rc::new(Coder { id, name: format!("C{n}"), created: Timestamp(0), changed, extra })));
    }
    Ledger::new(project, History::default(), UndoStack::default())
}

/// A document that could come from an importer, or from a file of a newer version.
pub fn document(n: u128, title: &str, folder: Option<FolderId>) -> Document {
    let text = Text::new(WORDS);
    let of = |text: &Text| TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words: 8 };
    let imported = Text::new(format!("{WORDS}\nPage 1"));
    let edits = TextEdits::one(TextEdit::remove(Span::new(text.len(), imported.len()))).unwrap_or_default();
    Document {
        id: DocumentId::from_number(n),
        title: title.to_owned(),
        kind: DocumentKind::from("from-the-future".to_owned()),
        folder,
        rank: Rank::nth(0),
        text: of(&text),
        case: None,
        structure: Default::default(),
        source: Source {
            file_name: Some("واحد.txt".into()),
            format: "text".into(),
            encoding: None,
            imported: of(&imported),
            edits,
            original: Some(Original { hash: TextHash::of_bytes(b"PK"), bytes: 2, extra: Default::default() }),
            extra: Default::default(),
        },
        revisions: Default::default(),
        created: stamp(0),
        changed: Default::default(),
        extra: [("later".to_owned(), serde_json::json!({ "a": [1, null, "x", -7, 18_446_744_073_709_551_615u64] }))]
            .into(),
    }
}

fn number(below: u128) -> impl Strategy<Value = u128> + Clone {
    1..below
}

fn folder() -> impl Strategy<Value = FolderId> + Clone {
    number(4).prop_map(FolderId::from_number)
}

fn code() -> impl Strategy<Value = CodeId> + Clone {
    number(8).prop_map(CodeId::from_number)
}

fn document_id() -> impl Strategy<Value = DocumentId> + Clone {
    prop_oneof![3 => Just(1), 1 => 2..4u128].prop_map(DocumentId::from_number)
}

fn quotation() -> impl Strategy<Value = QuotationId> + Clone {
    number(6).prop_map(QuotationId::from_number)
}

fn coding() -> impl Strategy<Value = CodingId> + Clone {
    number(5).prop_map(CodingId::from_number)
}

fn maybe<S: Strategy>(inner: S) -> impl Strategy<Value = Option<S::Value>> {
    prop::option::weighted(0.6, inner)
}

fn name() -> impl Strategy<Value = String> {
    // New ones mostly: with the few above alone most additions would be refused.
    prop_oneof![
        1 => prop::sample::select(NAMES).prop_map(str::to_owned),
        2 => "[a-dA-D]{1,3}",
    ]
}

fn span() -> impl Strategy<Value = (Span, Quote)> {
    let text = Text::new(WORDS);
    (0..text.len() + 2, 0..text.len() + 2).prop_map(move |(a, b)| {
        let span = Span::new(a, b);
        (span, Quote::of(&text, span))
    })
}

fn passage_edit() -> impl Strategy<Value = Edit> {
    let place = || (quotation(), document_id());
    prop_oneof![
        3 => (place(), span()).prop_map(|((id, document), (span, quote))| Edit::MarkQuotation { id, document, span, quote }),
        2 => (place(), span()).prop_map(|((id, document), (span, quote))| Edit::ResizeQuotation { id, document, span, quote }),
        1 => (place(), name()).prop_map(|((id, document), comment)| Edit::CommentQuotation { id, document, comment }),
        1 => place().prop_map(|(id, document)| Edit::DeleteQuotation { id, document }),
        1 => (place(), consent())
            .prop_map(|((id, document), consent)| Edit::SetPassageConsent { id, document, consent }),
        8 => (coding(), place(), code())
            .prop_map(|(id, (quotation, document), code)| Edit::ApplyCode { id, document, quotation, code }),
        5 => (coding(), place()).prop_map(|(id, (quotation, document))| Edit::RemoveCoding { id, document, quotation }),
        4 => (coding(), place(), name())
            .prop_map(|(id, (quotation, document), comment)| Edit::CommentCoding { id, document, quotation, comment }),
    ]
}

fn code_edit() -> impl Strategy<Value = Edit> {
    let colour = || (0..9usize).prop_map(Colour::nth);
    prop_oneof![
        4 => (code(), name(), maybe(code()), prop::option::weighted(0.1, code()), colour())
            .prop_map(|(id, name, parent, before, colour)| Edit::AddCode { id, name, parent, before, colour }),
        1 => (code(), name()).prop_map(|(id, name)| Edit::RenameCode { id, name }),
        1 => (code(), colour()).prop_map(|(id, colour)| Edit::RecolourCode { id, colour }),
        1 => (code(), name()).prop_map(|(id, definition)| Edit::DefineCode { id, definition }),
        3 => (code(), maybe(code()), prop::option::weighted(0.1, code()))
            .prop_map(|(id, parent, before)| Edit::MoveCode { id, parent, before }),
        1 => code().prop_map(|id| Edit::DeleteCode { id }),
    ]
}

fn document_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        3 => (number(4), name(), maybe(folder()))
            .prop_map(|(n, title, folder)| Edit::AddDocument(Box::new(document(n, &title, folder)))),
        1 => (document_id(), name()).prop_map(|(id, title)| Edit::RenameDocument { id, title }),
        1 => (document_id(), 0..6usize)
            .prop_map(|(id, kind)| Edit::SetDocumentKind { id, kind: DocumentKind::ALL[kind].clone() }),
        1 => (document_id(), maybe(folder()), prop::option::weighted(0.1, document_id()))
            .prop_map(|(id, folder, before)| Edit::MoveDocument { id, folder, before }),
        1 => document_id().prop_map(|id| Edit::DeleteDocument { id }),
        1 => document_id().prop_map(|id| Edit::RemoveOriginal { id }),
        4 => (folder(), name(), maybe(folder())).prop_map(|(id, name, parent)| Edit::AddFolder { id, name, parent }),
        1 => (folder(), name()).prop_map(|(id, name)| Edit::RenameFolder { id, name }),
        3 => (folder(), maybe(folder()), prop::option::weighted(0.1, folder()))
            .prop_map(|(id, parent, before)| Edit::MoveFolder { id, parent, before }),
        1 => folder().prop_map(|id| Edit::DeleteFolder { id }),
    ]
}

fn case() -> impl Strategy<Value = CaseId> + Clone {
    number(4).prop_map(CaseId::from_number)
}

fn speaker() -> impl Strategy<Value = SpeakerId> + Clone {
    number(3).prop_map(SpeakerId::from_number)
}

fn question() -> impl Strategy<Value = QuestionId> + Clone {
    number(4).prop_map(QuestionId::from_number)
}

/// Two speakers, of whom one may be a case.
fn speakers(case: Option<CaseId>) -> Vec<Speaker> {
    let one = |n, name, role| Speaker::new(SpeakerId::from_number(n), name, role);
    vec![one(1, "I", Role::Interviewer), Speaker { case, ..one(2, "Amina", Role::Participant) }]
}

fn turn(start: u32, label: u32, words: u32, speaker: SpeakerId, question: Option<QuestionId>) -> Turn {
    Turn {
        asks: question.map(|question| Asks { what: Asked::Guide(question), confirmed: true }),
        ..Turn::new(Span::new(start, start + label + words), Pos(start + label), speaker)
    }
}

/// Two speakers who take turns, sound or not.
fn turns() -> impl Strategy<Value = (Vec<Speaker>, Vec<Turn>, Vec<TimeMark>)> {
    let one = (turn_start(), 0..6u32, 1..16u32, speaker(), prop::option::weighted(0.1, question()))
        .prop_map(|(start, label, words, speaker, question)| turn(start.0, label, words, speaker, question));
    (prop::option::weighted(0.2, case()), prop::collection::vec(one, 0..3), 0..50u32).prop_map(
        move |(case, mut turns, at)| {
            turns.sort_by_key(|turn| turn.span);
            (speakers(case), turns, vec![TimeMark { at: Pos(at), ms: 4_000 }])
        },
    )
}

fn turn_start() -> impl Strategy<Value = Pos> + Clone {
    prop::sample::select(vec![0, 20, 27]).prop_map(Pos)
}

fn speech_edit() -> impl Strategy<Value = Edit> {
    let part = (0..46u32, 1..10u32, case()).prop_map(|(start, length, case)| Part {
        span: Span::new(start, start + length),
        case,
        extra: Default::default(),
    });
    let what =
        || prop_oneof![2 => question().prop_map(Asked::Guide), 1 => Just(Asked::Other), 1 => Just(Asked::Nothing)];
    let asks = move || maybe((what(), any::<bool>()).prop_map(|(what, confirmed)| Asks { what, confirmed }));
    let role = prop_oneof![Just(Role::Interviewer), Just(Role::Participant)];
    prop_oneof![
        3 => (document_id(), turns())
            .prop_map(|(document, (speakers, turns, times))| Edit::SetTurns { document, speakers, turns, times }),
        1 => (document_id(), speaker(), name()).prop_map(|(document, id, name)| Edit::RenameSpeaker { document, id, name }),
        1 => (document_id(), speaker(), role).prop_map(|(document, id, role)| Edit::SetSpeakerRole { document, id, role }),
        1 => (document_id(), speaker(), maybe(case()))
            .prop_map(|(document, id, case)| Edit::SetSpeakerCase { document, id, case }),
        1 => (document_id(), speaker(), speaker())
            .prop_map(|(document, from, into)| Edit::MergeSpeakers { document, from, into }),
        2 => (document_id(), prop::collection::vec((turn_start(), asks()), 1..3))
            .prop_map(|(document, asked)| Edit::SetAsked { document, asked }),
        2 => (document_id(), prop::collection::vec(part, 0..3))
            .prop_map(|(document, parts)| Edit::SetParts { document, parts }),
        1 => (document_id(), maybe(case())).prop_map(|(id, case)| Edit::SetDocumentCase { id, case }),
    ]
}

fn consent() -> impl Strategy<Value = Consent> {
    prop::sample::select(Consent::ALL.to_vec())
}

fn attribute_field() -> impl Strategy<Value = AttributeField> {
    let before = maybe(number(3).prop_map(AttributeId::from_number));
    prop_oneof![
        2 => name().prop_map(AttributeField::Name),
        1 => prop::sample::select(AttributeKind::ALL.to_vec()).prop_map(AttributeField::Kind),
        1 => prop::collection::vec(name(), 0..4).prop_map(AttributeField::Choices),
        1 => before.prop_map(AttributeField::Before),
    ]
}

fn case_edit() -> impl Strategy<Value = Edit> {
    let attribute = || number(3).prop_map(AttributeId::from_number);
    prop_oneof![
        4 => (case(), name()).prop_map(|(id, name)| Edit::AddCase { id, name }),
        1 => (case(), name()).prop_map(|(id, name)| Edit::RenameCase { id, name }),
        1 => (case(), maybe(case())).prop_map(|(id, before)| Edit::MoveCase { id, before }),
        1 => case().prop_map(|id| Edit::DeleteCase { id }),
        2 => (attribute(), name()).prop_map(|(id, name)| Edit::AddAttribute { id, name, kind: AttributeKind::Text }),
        3 => (case(), attribute(), name())
            .prop_map(|(id, attribute, value)| Edit::SetCaseValue { id, attribute, value }),
        2 => prop::collection::vec((case(), attribute(), name()), 0..4).prop_map(|values| {
            let value = |(case, attribute, value)| CaseValue { case, attribute, value };
            Edit::SetCaseValues { values: values.into_iter().map(value).collect() }
        }),
        3 => (attribute(), attribute_field()).prop_map(|(id, field)| Edit::SetAttribute { id, field }),
        1 => attribute().prop_map(|id| Edit::DeleteAttribute { id }),
        1 => (case(), consent()).prop_map(|(id, consent)| Edit::SetConsent { id, consent }),
        3 => (case(), maybe(case())).prop_map(|(id, referrer)| Edit::SetReferrer { id, referrer }),
        4 => (question(), name(), maybe(question()))
            .prop_map(|(id, words, before)| Edit::AddQuestion { id, words, before }),
        1 => (question(), name()).prop_map(|(id, words)| Edit::RewordQuestion { id, words }),
        1 => (question(), maybe(question())).prop_map(|(id, before)| Edit::MoveQuestion { id, before }),
        1 => question().prop_map(|id| Edit::DeleteQuestion { id }),
    ]
}

fn quotation_at() -> impl Strategy<Value = QuotationAt> + Clone {
    (document_id(), quotation()).prop_map(|(document, quotation)| QuotationAt { document, quotation })
}

fn subject() -> impl Strategy<Value = Subject> + Clone {
    prop_oneof![
        1 => Just(Subject::Project),
        2 => document_id().prop_map(Subject::Document),
        3 => code().prop_map(Subject::Code),
        3 => quotation_at().prop_map(Subject::Quotation),
        2 => case().prop_map(Subject::Case),
    ]
}

fn memo_edit() -> impl Strategy<Value = Edit> {
    let id = || number(4).prop_map(MemoId::from_number);
    let link = || number(4).prop_map(LinkId::from_number);
    let kind = || {
        prop_oneof![
            prop::sample::select(&MemoKind::NAMED[..]),
            prop::sample::select(NAMES).prop_map(|name| MemoKind::from(name.to_owned())),
        ]
    };
    let relation = || {
        prop::sample::select(&["explains", "contradicts", "own", " "][..])
            .prop_map(|key| Relation::from(key.to_owned()))
    };
    let field = prop_oneof![
        1 => name().prop_map(MemoField::Title),
        1 => kind().prop_map(MemoField::Kind),
        2 => maybe(subject()).prop_map(MemoField::About),
        3 => (name(), maybe(subject())).prop_map(|(words, link)| MemoField::Words(match link {
            Some(link) => format!("{words} {}", emic_core::project::link_words(&link, &words)),
            None => words,
        })),
    ];
    prop_oneof![
        4 => (id(), name(), kind(), maybe(subject()), name()).prop_map(|(id, title, kind, about, words)| {
            Edit::AddMemo(Box::new(NewMemo { id, title, kind, about, words }))
        }),
        5 => (id(), field).prop_map(|(id, field)| Edit::SetMemo { id, field }),
        1 => id().prop_map(|id| Edit::DeleteMemo { id }),
        4 => (link(), quotation_at(), quotation_at(), relation())
            .prop_map(|(id, from, to, relation)| Edit::AddLink { id, from, to, relation }),
        1 => (link(), relation()).prop_map(|(id, relation)| Edit::SetRelation { id, relation }),
        1 => link().prop_map(|id| Edit::DeleteLink { id }),
    ]
}

/// Themes, what is chosen for them, and how quotations are printed.
fn theme_edit() -> impl Strategy<Value = Edit> {
    let theme = || number(3).prop_map(ThemeId::from_number);
    let chosen = || (Just(DocumentId::from_number(1)), quotation());
    let chosen = move || chosen().prop_map(|(document, quotation)| QuotationAt { document, quotation });
    let field = prop_oneof![
        2 => name().prop_map(ThemeField::Title),
        1 => name().prop_map(ThemeField::Idea),
        1 => name().prop_map(ThemeField::Boundary),
        1 => name().prop_map(ThemeField::Story),
        4 => prop::collection::vec(number(5).prop_map(CodeId::from_number), 0..3).prop_map(ThemeField::Codes),
    ];
    let words =
        maybe(prop::sample::select(&["We […]", "[they] waited", " ", "We waited."][..]).prop_map(str::to_owned));
    let template = prop::sample::select(&["({age})", "[{case}, wave {wave}]", " "][..]).prop_map(str::to_owned);
    let language = prop::sample::select(&["en", "ar", ""][..]).prop_map(str::to_owned);
    prop_oneof![
        3 => (theme(), name(), prop::option::weighted(0.2, theme()))
            .prop_map(|(id, title, before)| Edit::AddTheme { id, title, before }),
        4 => (theme(), field).prop_map(|(id, field)| Edit::SetTheme { id, field }),
        2 => (theme(), maybe(theme())).prop_map(|(id, before)| Edit::MoveTheme { id, before }),
        1 => theme().prop_map(|id| Edit::DeleteTheme { id }),
        6 => (theme(), chosen()).prop_map(|(theme, at)| Edit::ChooseQuotation { theme, at }),
        2 => (theme(), quotation_at()).prop_map(|(theme, at)| Edit::UnchooseQuotation { theme, at }),
        6 => (theme(), chosen(), maybe(chosen()))
            .prop_map(|(theme, at, before)| Edit::MoveChosen { theme, at, before }),
        3 => (theme(), quotation_at(), any::<bool>())
            .prop_map(|(theme, at, in_paper)| Edit::UseInPaper { theme, at, in_paper }),
        3 => (quotation(), document_id(), words)
            .prop_map(|(id, document, words)| Edit::SetPrint { id, document, words }),
        2 => (language, template).prop_map(|(language, template)| Edit::SetAttribution { language, template }),
    ]
}

fn people_edit() -> impl Strategy<Value = Edit> {
    let coder = || number(5).prop_map(CoderId::from_number);
    prop_oneof![
        name().prop_map(|title| Edit::RenameProject { title }),
        (coder(), name()).prop_map(|(id, name)| Edit::AddCoder { id, name }),
        (coder(), name()).prop_map(|(id, name)| Edit::RenameCoder { id, name }),
    ]
}

/// A document, and a code, that come back, or cannot because they are there.
fn restore_edit() -> impl Strategy<Value = Edit> {
    (number(6), code(), name()).prop_map(|(n, id, name)| {
        let document = Rc::new(document(n, "Back again", None));
        let (colour, created) = (Colour::nth(0), stamp(0));
        let (definition, sheet, changed, extra) = Default::default();
        let code = Code {
            id,
            name: name.clone(),
            parent: None,
            rank: Rank::nth(0),
            colour,
            definition,
            sheet,
            created,
            changed,
            extra,
        };
        let mut patches = vec![Patch::Document(Delta { before: None, after: Some(document) })];
        if name.len() < 3 {
            patches.push(Patch::Code(Delta { before: None, after: Some(Rc::new(code)) }));
        }
        Edit::Restore(Box::new(Restore { name, at: Timestamp(1), patches }))
    })
}

/// Corrections of a text of `length` code points, from any numbers.
pub fn corrections(length: u32, raw: &[(u32, u32, String)]) -> TextEdits {
    let mut cuts = std::collections::BTreeMap::new();
    for (at, gone, insert) in raw {
        cuts.entry(at % (length + 1)).or_insert((gone % 9, insert));
    }
    let starts: Vec<u32> = cuts.keys().copied().chain([length]).collect();
    let edits = cuts.into_iter().zip(&starts[1..]).map(|((start, (gone, insert)), next)| {
        let end = (start + gone).min(*next);
        TextEdit::replace(Span::new(start, end), insert.as_str())
    });
    TextEdits::new(edits.collect()).expect("they are in order and apart")
}

pub fn raw_corrections() -> impl Strategy<Value = Vec<(u32, u32, String)>> {
    let words = prop::sample::select(&["", "x", "y\n", "\nا", "😀 z", "كُنّا"][..]).prop_map(str::to_owned);
    prop::collection::vec((any::<u32>(), any::<u32>(), words), 1..4)
}

/// A correction of a document as it came in.
fn text_edit() -> impl Strategy<Value = Edit> {
    let gone = prop::collection::vec(quotation(), 0..3);
    (document_id(), raw_corrections(), gone, name()).prop_map(|(document, raw, gone, why)| {
        let before = Text::new(WORDS);
        let edits = corrections(before.len(), &raw);
        let after = Text::new(edits.apply(WORDS));
        let text = TextRef { hash: TextHash::of(after.as_str()), length: after.len(), words: 8 };
        let quote = Quote { exact: "x".into(), prefix: "".into(), suffix: "".into() };
        let quotes = (1..6).map(|n| (QuotationId::from_number(n), quote.clone())).collect();
        let (hash, back) = (TextHash::of(WORDS), edits.inverse(WORDS));
        Edit::EditText(Box::new(EditText { document, before: hash, edits, back, text, quotes, gone, why }))
    })
}

/// What reworks the codebook.
fn book_edit() -> impl Strategy<Value = Edit> {
    let level = || number(4).prop_map(LevelId::from_number);
    let version = || number(3).prop_map(VersionId::from_number);
    let codes = || prop::collection::vec(code(), 0..4);
    let example = (document_id(), quotation(), any::<bool>()).prop_map(|(document, quotation, borderline)| Example {
        document,
        quotation,
        borderline,
    });
    let field = prop_oneof![
        4 => (0..4usize, name()).prop_map(|(n, words)| CodeField::Text(CodeText::ALL[n], words)),
        1 => (0..3usize, name()).prop_map(|(at, why)| CodeField::Why(at, why)),
        1 => (0..3usize).prop_map(CodeField::Forget),
        2 => prop::collection::vec(example, 0..3).prop_map(CodeField::Examples),
        1 => Just(CodeField::Origin(Some(Origin::Given))),
        1 => Just(CodeField::Status(Some(Status::Final))),
        2 => maybe(prop::sample::select(vec!['1', 'A', 'a', '?'])).prop_map(CodeField::Key),
        2 => maybe(level()).prop_map(CodeField::Level),
        3 => codes().prop_map(CodeField::AlsoUnder),
    ];
    let levels = prop::collection::vec(
        (level(), name()).prop_map(|(id, name)| Level { id, name, extra: Default::default() }),
        0..4,
    );
    let change = prop_oneof![
        3 => levels.prop_map(|levels| BookChange::SetLevels { levels }),
        2 => (version(), name()).prop_map(|(id, name)| BookChange::KeepVersion { id, name, note: String::new() }),
        1 => (version(), name()).prop_map(|(id, name)| BookChange::RenameVersion { id, note: name.clone(), name }),
        1 => version().prop_map(|id| BookChange::RemoveVersion { id }),
    ];
    let place = || (document_id(), quotation());
    let few = || number(5).prop_map(CodeId::from_number);
    prop_oneof![
        6 => (code(), field, name()).prop_map(|(id, field, why)| Edit::SetCodeField { id, field, why }),
        6 => (few(), prop::collection::vec(few(), 1..3), any::<bool>(), name())
            .prop_map(|(into, from, join, why)| Edit::MergeCodes { into, from, join, why }),
        6 => (few(), few(), prop::collection::vec(place(), 0..3))
            .prop_map(|(from, to, quotations)| Edit::MoveCodings { from, to, quotations }),
        3 => change.prop_map(Edit::ChangeBook),
        1 => (place(), name(), any::<bool>()).prop_map(|((document, id), words, condensed)| {
            let field = if condensed { QuotationField::Condensed(words) } else { QuotationField::Interpretation(words) };
            Edit::SetQuotationField { id, document, field }
        }),
        4 => (coding(), place(), maybe(0..120u8))
            .prop_map(|(id, (document, quotation), weight)| Edit::WeighCoding { id, document, quotation, weight }),
    ]
}

/// Any edit, possible or not.
pub fn edit() -> impl Strategy<Value = Edit> {
    // Boxed: side by side they would be too large for a test's stack.
    prop_oneof![
        5 => passage_edit().boxed(),
        4 => code_edit().boxed(),
        3 => document_edit().boxed(),
        4 => speech_edit().boxed(),
        4 => case_edit().boxed(),
        1 => people_edit().boxed(),
        4 => book_edit().boxed(),
        3 => memo_edit().boxed(),
        4 => theme_edit().boxed(),
        1 => restore_edit().boxed(),
        1 => text_edit().boxed(),
    ]
}

/// What most sequences begin with, so that later edits find something to work on.
pub fn groundwork() -> Vec<Edit> {
    let quote = |span| Quote::of(&Text::new(WORDS), span);
    let (one, whole) = (DocumentId::from_number(1), Span::new(0, 40));
    let mut edits = vec![
        Edit::AddFolder { id: FolderId::from_number(1), name: "Round one".into(), parent: None },
        Edit::AddDocument(Box::new(document(1, "First", None))),
        Edit::AddDocument(Box::new(document(2, "Second", Some(FolderId::from_number(1))))),
    ];
    for (n, name, parent) in [(1, "Theme", None), (2, "Hope", Some(1)), (3, "Fear", Some(1))] {
        let parent = parent.map(CodeId::from_number);
        let id = CodeId::from_number(n);
        edits.push(Edit::AddCode { id, name: name.into(), parent, before: None, colour: Colour::nth(0) });
    }
    for (n, span) in [(1, whole), (2, Span::new(0, 9)), (3, Span::new(3, 9))] {
        edits.push(Edit::MarkQuotation { id: QuotationId::from_number(n), document: one, span, quote: quote(span) });
    }
    for (n, quotation, code) in [(1, 1, 2), (2, 1, 3), (3, 2, 2)] {
        let (id, quotation) = (CodingId::from_number(n), QuotationId::from_number(quotation));
        edits.push(Edit::ApplyCode { id, document: one, quotation, code: CodeId::from_number(code) });
    }
    let first = CaseId::from_number(1);
    edits.extend([
        Edit::AddCase { id: first, name: "Amina".into() },
        Edit::AddCase { id: CaseId::from_number(2), name: "Basel".into() },
        Edit::AddAttribute { id: AttributeId::from_number(1), name: "Age".into(), kind: AttributeKind::Number },
        Edit::AddQuestion { id: QuestionId::from_number(1), words: "Why did you leave?".into(), before: None },
        Edit::AddQuestion { id: QuestionId::from_number(2), words: "And then?".into(), before: None },
        Edit::SetTurns {
            document: one,
            speakers: speakers(Some(first)),
            turns: vec![
                turn(0, 3, 15, SpeakerId::from_number(1), Some(QuestionId::from_number(1))),
                turn(20, 0, 20, SpeakerId::from_number(2), None),
            ],
            times: vec![],
        },
    ]);
    let at = |n| QuotationAt { document: one, quotation: QuotationId::from_number(n) };
    let about = [Subject::Code(CodeId::from_number(2)), Subject::Quotation(at(2))];
    for (n, about) in (1..).zip(about) {
        let (id, title, kind) = (MemoId::from_number(n), "On waiting".into(), MemoKind::Reflexive);
        edits.push(Edit::AddMemo(Box::new(NewMemo {
            id,
            title,
            kind,
            about: Some(about),
            words: "Waited too.".into(),
        })));
    }
    let relation = Relation::Contradicts;
    edits.push(Edit::AddLink { id: LinkId::from_number(1), from: at(1), to: at(2), relation });
    let theme = ThemeId::from_number(1);
    edits.push(Edit::AddTheme { id: theme, title: "No end of waiting".into(), before: None });
    let codes = [2, 3].map(CodeId::from_number).to_vec();
    edits.push(Edit::SetTheme { id: theme, field: ThemeField::Codes(codes) });
    edits.extend([1, 2, 3].map(|n| Edit::ChooseQuotation { theme, at: at(n) }));
    edits
}

/// What is asked of a ledger, one after another; some of it cannot be done.
pub fn entries() -> impl Strategy<Value = Vec<Entry>> {
    #[derive(Debug, Clone)]
    enum Ask {
        Do(Vec<Edit>),
        Undo,
        Redo,
    }
    let ask = prop_oneof![
        6 => edit().prop_map(|edit| Ask::Do(vec![edit])),
        2 => prop::collection::vec(edit(), 0..4).prop_map(Ask::Do),
        1 => Just(Ask::Undo),
        1 => Just(Ask::Redo),
    ];
    (prop::bool::weighted(0.8), prop::collection::vec(ask, 0..60)).prop_map(|(grounded, asks)| {
        let first = grounded.then(|| Ask::Do(groundwork()));
        first
            .into_iter()
            .chain(asks)
            .enumerate()
            .map(|(n, ask)| {
                let (id, stamp) = (StepId::from_number(n as u128), stamp(n as i64));
                match ask {
                    Ask::Do(edits) => Entry::Do(Step { id, stamp, edits }),
                    Ask::Undo => Entry::Undo { id, stamp },
                    Ask::Redo => Entry::Redo { id, stamp },
                }
            })
            .collect()
    })
}
