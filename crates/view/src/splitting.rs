//! How far the splitting of a code is: the bins that its quotations are sorted into, and which of them are where.

use std::collections::{BTreeMap, BTreeSet};

use emic_core::ids::{CodeId, QuotationId};

/// Where quotations are sorted into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bin {
    /// A code to be made.
    New(String),
    /// A code that is there.
    There(CodeId),
}

/// How far the sorting is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sorting {
    /// The bins, in the order they were made.
    pub bins: Vec<Bin>,
    /// Which quotations go where, by the bins' places.
    pub sorted: BTreeMap<QuotationId, BTreeSet<usize>>,
    /// The place of the quotation that is looked at.
    pub at: usize,
    /// Whether new codes stand beside the code and not below it.
    pub beside: bool,
}

impl Sorting {
    /// Puts a bin after the others, and says whether it was not there: two new ones whose names differ only in capitals
    /// are one, as they would be the same code.
    pub fn add(&mut self, bin: Bin) -> bool {
        let same = |other: &Bin| match (other, &bin) {
            (Bin::New(one), Bin::New(other)) => one.to_lowercase() == other.to_lowercase(),
            (one, other) => one == other,
        };
        let new = !self.bins.iter().any(same);
        if new {
            self.bins.push(bin);
        }
        new
    }

    /// How many of some quotations are sorted into the bin at a place.
    pub fn into_bin(&self, at: usize, of: &BTreeSet<QuotationId>) -> usize {
        self.sorted.iter().filter(|(id, own)| of.contains(id) && own.contains(&at)).count()
    }

    /// Takes a bin away that has none of the quotations there are; one that has some stays.
    pub fn remove(&mut self, at: usize, there: &BTreeSet<QuotationId>) {
        if at >= self.bins.len() || self.into_bin(at, there) > 0 {
            return;
        }
        self.bins.remove(at);
        for own in self.sorted.values_mut() {
            let kept = own.iter().filter(|bin| **bin != at);
            *own = kept.map(|bin| if *bin > at { bin - 1 } else { *bin }).collect();
        }
        self.sorted.retain(|_, own| !own.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(name: &str) -> Bin {
        Bin::New(name.into())
    }

    #[test]
    fn names_that_differ_in_capitals_are_one_bin() {
        let mut sorting = Sorting::default();
        let there = |n| Bin::There(CodeId::from_number(n));
        let added = [new("Fear"), new("FEAR"), new("Élan"), new("élan"), there(1), there(1), there(2)];
        assert_eq!(added.map(|bin| sorting.add(bin)), [true, false, true, false, true, false, true]);
        assert_eq!(sorting.bins, [new("Fear"), new("Élan"), there(1), there(2)]);
    }

    #[test]
    fn only_an_empty_bin_goes_and_quotations_stay_where_they_are() {
        let mut sorting = Sorting { bins: vec![new("a"), new("b"), new("c")], ..Sorting::default() };
        let (quotation, gone) = (QuotationId::from_number(1), QuotationId::from_number(2));
        let there = BTreeSet::from([quotation]);
        sorting.sorted.insert(quotation, BTreeSet::from([0, 2]));
        sorting.sorted.insert(gone, BTreeSet::from([1]));
        sorting.remove(2, &there);
        sorting.remove(9, &there);
        assert_eq!(sorting.bins.len(), 3, "one that is in use stays");
        sorting.remove(1, &there);
        assert_eq!(sorting.bins, [new("a"), new("c")]);
        assert_eq!(sorting.sorted, BTreeMap::from([(quotation, BTreeSet::from([0, 1]))]), "still in a and c");
        assert_eq!((sorting.into_bin(0, &there), sorting.into_bin(1, &there)), (1, 1));
    }
}
