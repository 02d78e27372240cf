//! What a tree shows, as a flat list: which rows are visible, who is whose sibling, where a move leads.
use std::rc::Rc;

use yew::AttrValue;

/// A node of a tree.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TreeNode {
    /// What the owner knows it by.
    pub id: AttrValue,
    /// Its name: what typed letters find.
    pub name: AttrValue,
    /// How deep it stands; 0 at the top.
    pub depth: usize,
    /// Whether what is under it is shown; none when nothing is.
    pub expanded: Option<bool>,
    /// Whether something may be dropped into it.
    pub accepts: bool,
    /// Whether it may be moved.
    pub movable: bool,
    /// More of it: its tip, and what is read aloud after its name.
    pub tip: Option<AttrValue>,
    /// Whether it is ticked, where several can be chosen.
    pub checked: Option<bool>,
}

/// Where a node is to stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MoveTarget {
    /// Among the siblings of a node, before it.
    Before(AttrValue),
    /// Under a node, as its last.
    Inside(AttrValue),
    /// Among the siblings of a node, after it and what is under it.
    After(AttrValue),
}

/// A direction in the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Up,
    Down,
    Start,
    End,
}

impl Side {
    /// The direction of an arrow key.
    pub fn of_key(key: &str, rtl: bool) -> Option<Self> {
        Some(match key {
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "ArrowLeft" if rtl => Self::End,
            "ArrowRight" if rtl => Self::Start,
            "ArrowLeft" => Self::Start,
            "ArrowRight" => Self::End,
            _ => return None,
        })
    }
}

/// The rows that are not under a closed node.
#[derive(PartialEq, Debug)]
pub(super) struct Visible {
    rows: Vec<TreeNode>,
    /// For each row, how many siblings it has (itself included) and which of them it is, from 1.
    places: Vec<(usize, usize)>,
}

impl Visible {
    pub fn of(nodes: &Rc<[TreeNode]>) -> Self {
        let mut closed: Option<usize> = None;
        let rows = nodes.iter().filter(|node| {
            if closed.is_some_and(|depth| node.depth > depth) {
                return false;
            }
            closed = (node.expanded == Some(false)).then_some(node.depth);
            true
        });
        let rows: Vec<TreeNode> = rows.cloned().collect();
        let places = places(&rows);
        Self { rows, places }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn get(&self, i: usize) -> Option<&TreeNode> {
        self.rows.get(i)
    }

    pub fn position(&self, id: &AttrValue) -> Option<usize> {
        self.rows.iter().position(|node| node.id == *id)
    }

    /// The row that row `i` is under.
    pub fn parent(&self, i: usize) -> Option<usize> {
        let depth = self.get(i)?.depth;
        (0..i).rev().find(|j| self.rows[*j].depth < depth)
    }

    fn sibling_before(&self, i: usize) -> Option<usize> {
        let depth = self.get(i)?.depth;
        (0..i).rev().take_while(|j| self.rows[*j].depth >= depth).find(|j| self.rows[*j].depth == depth)
    }

    fn sibling_after(&self, i: usize) -> Option<usize> {
        let depth = self.get(i)?.depth;
        (i + 1..self.len()).take_while(|j| self.rows[*j].depth >= depth).find(|j| self.rows[*j].depth == depth)
    }

    /// How many siblings row `i` has, itself included, and which of them it is, from 1.
    pub fn place_among_siblings(&self, i: usize) -> (usize, usize) {
        self.places.get(i).copied().unwrap_or((1, 1))
    }

    /// Whether row `i` is row `of` or under it.
    pub fn is_under(&self, i: usize, of: usize) -> bool {
        let mut at = Some(i);
        while let Some(j) = at {
            if j == of {
                return true;
            }
            at = self.parent(j);
        }
        false
    }

    /// Where Alt and an arrow key take row `i`: past a sibling, out of its parent, or into the sibling before it.
    pub fn keyboard_move(&self, i: usize, side: Side) -> Option<MoveTarget> {
        let id = |j: usize| self.rows[j].id.clone();
        match side {
            Side::Up => self.sibling_before(i).map(|j| MoveTarget::Before(id(j))),
            Side::Down => self.sibling_after(i).map(|j| MoveTarget::After(id(j))),
            Side::Start => self.parent(i).map(|j| MoveTarget::After(id(j))),
            Side::End => self.sibling_before(i).filter(|j| self.rows[*j].accepts).map(|j| MoveTarget::Inside(id(j))),
        }
    }

    /// The next row whose name begins with what was typed within the last half second (`now` in milliseconds).
    pub fn typeahead(&self, here: usize, c: char, now: f64, typed: &mut (String, f64)) -> Option<usize> {
        if now - typed.1 > 500.0 {
            typed.0.clear();
        }
        typed.1 = now;
        typed.0.extend(c.to_lowercase());
        let from = if typed.0.chars().count() == 1 { here + 1 } else { here };
        (0..self.len())
            .map(|step| (from + step) % self.len())
            .find(|i| self.rows[*i].name.to_lowercase().starts_with(&typed.0))
    }
}

fn places(rows: &[TreeNode]) -> Vec<(usize, usize)> {
    let mut places = vec![(1, 1); rows.len()];
    // The siblings being gathered at each depth, the deepest last.
    let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut close = |siblings: &[usize]| {
        for (position, row) in siblings.iter().enumerate() {
            places[*row] = (siblings.len(), position + 1);
        }
    };
    for (i, node) in rows.iter().enumerate() {
        while let Some((_, siblings)) = open.pop_if(|(depth, _)| *depth > node.depth) {
            close(&siblings);
        }
        match open.last_mut().filter(|(depth, _)| *depth == node.depth) {
            Some((_, siblings)) => siblings.push(i),
            None => open.push((node.depth, vec![i])),
        }
    }
    for (_, siblings) in &open {
        close(siblings);
    }
    places
}
