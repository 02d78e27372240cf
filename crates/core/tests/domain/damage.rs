//! Projects as a broken or foreign file could hold them.

use std::rc::Rc;

use emic_core::ids::{CodeId, CoderId, CodingId, DocumentId, FolderId, LinkId, MemoId, ProjectId, QuotationId};
use emic_core::project::{
    Anchor, Code, Coder, Coding, Colour, Folder, Link, Memo, MemoKind, MemoVersion, Project, Quotation, QuotationAt,
    QuotationList, Relation,
};
use emic_core::rank::Rank;
use emic_core::text::{Quote, Span};
use emic_core::time::{Stamp, Timestamp};
use proptest::prelude::*;

use crate::generate::document;

fn maybe(below: u128) -> impl Strategy<Value = Option<u128>> {
    prop::option::of(1..below)
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["Hope", "hope", "Fear", "", "  ", "Hope 2", "أمل"][..])
}

fn by(n: u128) -> Stamp {
    Stamp { by: CoderId::from_number(n), at: Timestamp(1) }
}

/// Any entities, pointing anywhere.
pub fn damaged() -> impl Strategy<Value = Project> {
    let rank = || prop_oneof![Just(0), Just(1), Just(u64::MAX), any::<u64>()].prop_map(Rank);
    let coders = prop::collection::vec((1..4u128, name()), 0..3);
    let folders = prop::collection::vec((1..7u128, name(), maybe(9), rank()), 0..7);
    let codes = prop::collection::vec((1..9u128, name(), maybe(11), rank()), 0..10);
    let documents = prop::collection::vec((1..4u128, name(), maybe(9), rank()), 0..4);
    let codings = prop::collection::vec((1..5u128, 1..11u128, 1..5u128), 0..4);
    let quotations = prop::collection::vec((1..5u128, 1..8u128, 0..60u32, 0..60u32, codings, 1..5u128), 0..12);
    let ends = || (1..5u128, 1..8u128);
    let links = prop::collection::vec((1..4u128, ends(), ends(), 1..5u128), 0..4);
    let memos = prop::collection::vec((1..4u128, name(), 1..5u128), 0..3);
    let beside = (links, memos);
    let all = (coders, folders, codes, documents, quotations, beside);
    all.prop_map(|(coders, folders, codes, documents, quotations, (links, memos))| {
        let mut project = Project::new(ProjectId::from_number(1), "A study".into(), Timestamp(0));
        for (n, name) in coders {
            let id = CoderId::from_number(n);
            let (changed, extra) = Default::default();
            let coder = Coder { id, name: name.into(), created: Timestamp(0), changed, extra };
            project.coders.set(id, Some(Rc::new(coder)));
        }
        for (n, name, parent, rank) in folders {
            let id = FolderId::from_number(n);
            let (name, parent, created) = (name.into(), parent.map(FolderId::from_number), by(n % 4));
            let (changed, extra) = Default::default();
            project.folders.set(id, Some(Rc::new(Folder { id, name, parent, rank, created, changed, extra })));
        }
        for (n, name, parent, rank) in codes {
            let id = CodeId::from_number(n);
            let code = Code {
                id,
                name: name.into(),
                parent: parent.map(CodeId::from_number),
                rank,
                colour: Colour::nth(n as usize),
                definition: String::new(),
                sheet: Default::default(),
                created: by(n % 4),
                changed: Default::default(),
                extra: Default::default(),
            };
            project.codes.set(id, Some(Rc::new(code)));
        }
        for (n, name, folder, rank) in documents {
            let mut document = document(n, name, folder.map(FolderId::from_number));
            document.rank = rank;
            project.documents.set(document.id, Some(Rc::new(document)));
        }
        for (n, id, start, end, codings, coder) in quotations {
            let document = DocumentId::from_number(n);
            let coding = |(id, code, coder)| Coding {
                id: CodingId::from_number(id),
                code: CodeId::from_number(code),
                comment: String::new(),
                weight: None,
                created: by(coder),
                changed: Default::default(),
                extra: Default::default(),
            };
            let quotation = Quotation {
                id: QuotationId::from_number(id),
                document,
                anchor: Anchor::Text(Span::new(start, end)),
                quote: Quote { exact: "words".into(), prefix: "".into(), suffix: "".into() },
                comment: String::new(),
                condensed: String::new(),
                interpretation: String::new(),
                print: None,
                consent: Default::default(),
                codings: codings.into_iter().map(coding).collect(),
                created: by(coder),
                changed: Default::default(),
                extra: Default::default(),
            };
            // Not with `with`, which would take out one of the same id.
            let mut list = project.quotations_in(document).as_slice().to_vec();
            list.push(Rc::new(quotation));
            project.quotations.set(document, Some(Rc::new(QuotationList::from_unsorted(list))));
        }
        for (n, from, to, coder) in links {
            let at = |(document, quotation)| QuotationAt {
                document: DocumentId::from_number(document),
                quotation: QuotationId::from_number(quotation),
            };
            let (id, relation) = (LinkId::from_number(n), Relation::Explains);
            let (changed, extra) = Default::default();
            let link = Link { id, from: at(from), to: at(to), relation, created: by(coder), changed, extra };
            project.links.set(id, Some(Rc::new(link)));
        }
        for (n, name, coder) in memos {
            let id = MemoId::from_number(n);
            let version = MemoVersion { words: "Before".into(), made: by(coder + 1), extra: Default::default() };
            let memo = Memo {
                id,
                title: name.into(),
                kind: MemoKind::default(),
                about: None,
                words: "Now".into(),
                versions: vec![version],
                since: by(coder),
                created: by(coder),
                changed: Default::default(),
                extra: Default::default(),
            };
            project.memos.set(id, Some(Rc::new(memo)));
        }
        project
    })
}
