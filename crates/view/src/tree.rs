//! Walking the trees of a project without trusting them: a cycle that no repair has seen ends, and is left out.

use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::project::{Code, Table};

/// The children of each code (under `None` the topmost), in their order.
pub(crate) fn codes_by_parent(codes: &Table<CodeId, Code>) -> BTreeMap<Option<CodeId>, Vec<Rc<Code>>> {
    let mut children: BTreeMap<_, Vec<Rc<Code>>> = BTreeMap::new();
    for code in codes.values() {
        children.entry(code.parent).or_default().push(Rc::clone(code));
    }
    for siblings in children.values_mut() {
        emic_core::sorting::sort_by_key(siblings, |code| (code.rank, code.id));
    }
    children
}

/// All codes in the order of the tree, each with its depth. From the top every one is reached once, so this ends.
pub fn codes_in_order(codes: &Table<CodeId, Code>) -> Vec<(Rc<Code>, usize)> {
    let children = codes_by_parent(codes);
    let mut open: Vec<(Rc<Code>, usize)> = Vec::new();
    let push = |open: &mut Vec<(Rc<Code>, usize)>, parent, depth| {
        open.extend(children.get(&parent).into_iter().flatten().rev().map(|code| (Rc::clone(code), depth)));
    };
    push(&mut open, None, 0);
    let mut out = Vec::with_capacity(codes.len());
    while let Some((code, depth)) = open.pop() {
        push(&mut open, Some(code.id), depth + 1);
        out.push((code, depth));
    }
    out
}

/// Each code with itself and all above it, those that it is listed under as well included; the code itself first.
pub(crate) fn code_lines(codes: &Table<CodeId, Code>) -> BTreeMap<CodeId, Vec<CodeId>> {
    let line = |code: &Rc<Code>| {
        let mut line = vec![code.id];
        let mut at = 0;
        while let Some(code) = line.get(at).and_then(|id| codes.get(id)) {
            let above = code.parent.iter().chain(&code.sheet.also_under);
            for above in above.filter(|id| codes.contains(id)).copied().collect::<Vec<_>>() {
                if !line.contains(&above) {
                    line.push(above);
                }
            }
            at += 1;
        }
        (code.id, line)
    };
    emic_core::sorting::to_map(codes.values().map(line))
}

/// The codes that are listed under another one as well, by that one.
pub(crate) fn listed_under(codes: &Table<CodeId, Code>) -> BTreeMap<CodeId, Vec<Rc<Code>>> {
    let mut listed: BTreeMap<CodeId, Vec<Rc<Code>>> = BTreeMap::new();
    for code in codes.values() {
        for above in code.sheet.also_under.iter().filter(|id| codes.contains(id)) {
            listed.entry(*above).or_default().push(Rc::clone(code));
        }
    }
    for codes in listed.values_mut() {
        emic_core::sorting::sort_by_key(codes, |code| (code.rank, code.id));
    }
    listed
}
