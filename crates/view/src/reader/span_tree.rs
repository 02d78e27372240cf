//! Which of many spans overlap one, however long some of them are.

use emic_core::text::Span;

/// Spans in the order of their starts, with the greatest end of every aligned group of 2, 4, 8, ... of them: a search
/// skips each group that ends too early, so it costs about log n for each span found.
#[derive(Debug, Clone, Default)]
pub(super) struct SpanTree {
    starts: Vec<u32>,
    /// A complete binary tree, its root at 1; the leaves are the ends, filled up with 0.
    ends: Vec<u32>,
}

impl SpanTree {
    /// Of spans sorted by their starts.
    pub fn new(spans: impl ExactSizeIterator<Item = Span>) -> SpanTree {
        let leaves = spans.len().next_power_of_two();
        let mut starts = Vec::with_capacity(spans.len());
        let mut ends = vec![0; 2 * leaves];
        for (i, span) in spans.enumerate() {
            starts.push(span.start.0);
            ends[leaves + i] = span.end.0;
        }
        for node in (1..leaves).rev() {
            ends[node] = ends[2 * node].max(ends[2 * node + 1]);
        }
        SpanTree { starts, ends }
    }

    /// The indices, ascending, of the spans that share a code point with `start..end`.
    pub fn overlapping(&self, start: u32, end: u32) -> Vec<usize> {
        let mut found = Vec::new();
        // Those from here on start too late.
        let until = self.starts.partition_point(|&s| s < end);
        self.visit(1, 0, self.ends.len() / 2, until, start, &mut found);
        found
    }

    fn visit(&self, node: usize, first: usize, width: usize, until: usize, start: u32, found: &mut Vec<usize>) {
        if first >= until || self.ends[node] <= start {
            return;
        }
        if width == 1 {
            found.push(first);
            return;
        }
        let half = width / 2;
        self.visit(2 * node, first, half, until, start, found);
        self.visit(2 * node + 1, first + half, half, until, start, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_found_among_none() {
        assert!(SpanTree::new([].into_iter()).overlapping(0, 9).is_empty());
    }

    proptest! {
        #[test]
        fn it_finds_what_a_walk_over_all_finds(
            mut bounds in prop::collection::vec((0..200u32, 1..60u32), 0..80), start in 0..220u32, len in 0..30u32,
        ) {
            bounds.sort();
            let spans: Vec<Span> = bounds.iter().map(|&(s, l)| Span::new(s, s + l)).collect();
            let slow: Vec<usize> =
                (0..spans.len()).filter(|&i| spans[i].start.0 < start + len && start < spans[i].end.0).collect();
            prop_assert_eq!(SpanTree::new(spans.iter().copied()).overlapping(start, start + len), slow);
        }
    }
}
