//! Stripes in the margin: one for each quotation, side by side where they overlap.
//!
//! One stripe stands for one quotation with all its codes, in the hue of the first one: a passage with five codes is
//! one thing that is chosen, resized and deleted, and five parallel stripes would say nothing more than its label does.
//!
//! Lanes are given as an interval graph is coloured: first fit in the order of the tops, which needs no more lanes than
//! the most that overlap anywhere. What is placed stays in its lane for as long as it is shown; a code prefers the lane
//! that it had first, so that it can be followed down the page.

use std::collections::BTreeMap;

use emic_core::ids::{CodeId, QuotationId};

/// A quotation that needs a stripe. Extents are half-open and in any one unit: pixels of the lines that it touches (two
/// quotations of one line collide in the margin without sharing a word), or code points where nothing is measured yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stripe {
    /// The quotation.
    pub id: QuotationId,
    /// Its first code.
    pub code: Option<CodeId>,
    /// Where it begins.
    pub top: i32,
    /// Where it ends.
    pub bottom: i32,
}

/// A stripe in its lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// The quotation.
    pub id: QuotationId,
    /// Its lane, from 0 beside the text outwards.
    pub lane: usize,
    /// Where it begins.
    pub top: i32,
    /// Where it ends.
    pub bottom: i32,
}

/// Quotations that overlap each other and found no lane: shown as `+n`, which opens a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct More {
    /// Where the first of them begins.
    pub top: i32,
    /// Where the last of them ends.
    pub bottom: i32,
    /// The quotations from top to bottom.
    pub ids: Vec<QuotationId>,
}

/// Where all stripes go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LaneLayout {
    /// Those that have a lane, from top to bottom.
    pub stripes: Vec<Placed>,
    /// Those that have none, from top to bottom; no two of these overlap.
    pub more: Vec<More>,
    /// How many lanes are in use anywhere.
    pub lanes: usize,
}

/// The lanes of one document in one pane, remembered from layout to layout. One for all its parts (sections, say), each
/// laid out by itself: so a code has the same lane in all of them, and so has a quotation that goes from one to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Lanes {
    cap: usize,
    kept: BTreeMap<usize, BTreeMap<QuotationId, Kept>>,
    of_code: BTreeMap<CodeId, usize>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Kept {
    lane: usize,
    height: i32,
}

impl Lanes {
    /// Nothing placed yet; at most `cap` lanes (at least one).
    pub fn new(cap: usize) -> Lanes {
        Lanes { cap: cap.max(1), kept: BTreeMap::new(), of_code: BTreeMap::new() }
    }

    /// Places all stripes that are to be shown, in a document of one part.
    pub fn place(&mut self, stripes: &[Stripe]) -> LaneLayout {
        self.place_part(0, stripes)
    }

    /// Places the stripes of one part, with extents within it; what was placed in this part before and is not among
    /// them is forgotten.
    ///
    /// One that was in a lane stays there unless it was resized into another. One that is new here, but has a lane in
    /// the part before or after, gets the same if it is free. The result depends on what was placed before, and else on
    /// the stripes alone, not on their order.
    pub fn place_part(&mut self, part: usize, stripes: &[Stripe]) -> LaneLayout {
        let mut stripes: Vec<Stripe> =
            stripes.iter().map(|s| Stripe { bottom: s.bottom.max(s.top.saturating_add(1)), ..*s }).collect();
        emic_core::sorting::sort_by_key(&mut stripes, |s| (s.top, std::cmp::Reverse(s.bottom), s.id));
        stripes.dedup_by_key(|s| s.id);
        let mut taken = vec![BTreeMap::new(); self.cap];
        let mut lanes: Vec<Option<usize>> = vec![None; stripes.len()];

        // First those that stayed as they were, then those that were resized, then those that come in from another
        // part, then the new ones and those that had no room so far.
        let height = |stripe: &Stripe| stripe.bottom - stripe.top;
        let known = self.kept.remove(&part).unwrap_or_default();
        for resized in [false, true] {
            for (stripe, lane) in stripes.iter().zip(&mut lanes) {
                let kept = known.get(&stripe.id).filter(|kept| (kept.height != height(stripe)) == resized);
                if let Some(kept) = kept.filter(|kept| take(&mut taken[kept.lane], stripe)) {
                    *lane = Some(kept.lane);
                }
            }
        }
        let beside: Vec<_> = [part.checked_sub(1), part.checked_add(1)]
            .into_iter()
            .flatten()
            .filter_map(|part| self.kept.get(&part))
            .collect();
        for (stripe, lane) in stripes.iter().zip(&mut lanes).filter(|(_, lane)| lane.is_none()) {
            let from = beside.iter().find_map(|kept| kept.get(&stripe.id));
            *lane = from.map(|kept| kept.lane).filter(|&lane| take(&mut taken[lane], stripe));
        }
        for (stripe, lane) in stripes.iter().zip(&mut lanes).filter(|(_, lane)| lane.is_none()) {
            let preferred = stripe.code.and_then(|code| self.of_code.get(&code)).copied();
            *lane = preferred.into_iter().chain(0..self.cap).find(|&lane| take(&mut taken[lane], stripe));
            if let (Some(code), Some(lane)) = (stripe.code, *lane) {
                self.of_code.entry(code).or_insert(lane);
            }
        }

        let mut layout = LaneLayout::default();
        let mut kept = BTreeMap::new();
        for (stripe, lane) in stripes.iter().zip(lanes) {
            let Stripe { id, top, bottom, .. } = *stripe;
            match (lane, layout.more.last_mut()) {
                (Some(lane), _) => {
                    kept.insert(id, Kept { lane, height: height(stripe) });
                    layout.lanes = layout.lanes.max(lane + 1);
                    layout.stripes.push(Placed { id, lane, top, bottom });
                }
                (None, Some(more)) if top < more.bottom => {
                    more.bottom = more.bottom.max(bottom);
                    more.ids.push(id);
                }
                (None, _) => layout.more.push(More { top, bottom, ids: vec![id] }),
            }
        }
        self.kept.insert(part, kept);
        layout
    }
}

/// Puts a stripe into a lane (tops to bottoms) if it has room there.
fn take(lane: &mut BTreeMap<i32, i32>, stripe: &Stripe) -> bool {
    let free = lane.range(..stripe.bottom).next_back().is_none_or(|(_, &bottom)| bottom <= stripe.top);
    if free {
        lane.insert(stripe.top, stripe.bottom);
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stripe(id: u128, code: u128, top: i32, bottom: i32) -> Stripe {
        let code = (code > 0).then(|| CodeId::from_number(code));
        Stripe { id: QuotationId::from_number(id), code, top, bottom }
    }

    fn drawn(layout: &LaneLayout) -> String {
        let number = |id: &QuotationId| id.0.as_u128();
        let mut parts: Vec<String> = layout.stripes.iter().map(|s| format!("{}@{}", number(&s.id), s.lane)).collect();
        parts.extend(
            layout
                .more
                .iter()
                .map(|m| format!("+{:?}@{}-{}", m.ids.iter().map(number).collect::<Vec<_>>(), m.top, m.bottom)),
        );
        parts.join(" ")
    }

    #[test]
    fn overlapping_stripes_stand_side_by_side() {
        for (stripes, expected) in [
            (vec![], ""),
            (vec![stripe(1, 1, 0, 10), stripe(2, 2, 10, 20)], "1@0 2@0"),
            (vec![stripe(1, 1, 0, 10), stripe(2, 2, 5, 20), stripe(3, 3, 10, 12)], "1@0 2@1 3@0"),
            // A code keeps its lane where it could stand further in.
            (
                vec![stripe(1, 1, 0, 10), stripe(2, 2, 5, 20), stripe(3, 2, 30, 40), stripe(4, 1, 30, 35)],
                "1@0 2@1 3@1 4@0",
            ),
            // The longer of two with one top is nearer to the text.
            (vec![stripe(1, 1, 0, 5), stripe(2, 2, 0, 9)], "2@0 1@1"),
            // Without height it still takes room.
            (vec![stripe(1, 1, 3, 3), stripe(2, 2, 3, 3)], "1@0 2@1"),
            (
                vec![
                    stripe(1, 1, 0, 10),
                    stripe(2, 2, 1, 10),
                    stripe(3, 3, 2, 10),
                    stripe(4, 4, 3, 12),
                    stripe(5, 5, 20, 30),
                ],
                "1@0 2@1 5@0 +[3, 4]@2-12",
            ),
        ] {
            assert_eq!(drawn(&Lanes::new(2).place(&stripes)), expected);
        }
    }

    #[test]
    fn what_is_placed_stays_and_what_was_collapsed_moves_up() {
        let mut lanes = Lanes::new(2);
        let mut all = vec![stripe(1, 1, 10, 20), stripe(2, 2, 10, 20), stripe(3, 3, 10, 20)];
        assert_eq!(drawn(&lanes.place(&all)), "1@0 2@1 +[3]@10-20");
        // A longer one that comes first in the text takes no lane away.
        all.push(stripe(4, 4, 0, 30));
        assert_eq!(drawn(&lanes.place(&all)), "1@0 2@1 +[4, 3]@0-30");
        all.remove(0);
        assert_eq!(drawn(&lanes.place(&all)), "4@0 2@1 +[3]@10-20");
        // The whole page moved down: nothing jumps.
        let moved: Vec<Stripe> =
            all.iter().map(|s| Stripe { top: s.top + 100, bottom: s.bottom + 100, ..*s }).collect();
        assert_eq!(drawn(&lanes.place(&moved)), "4@0 2@1 +[3]@110-120");
        // One that was resized into another gives way, though it begins earlier.
        let mut lanes = Lanes::new(3);
        lanes.place(&[stripe(1, 1, 0, 5), stripe(2, 2, 10, 20)]);
        assert_eq!(drawn(&lanes.place(&[stripe(1, 1, 0, 15), stripe(2, 2, 10, 20)])), "1@1 2@0");
    }

    fn any_stripes() -> impl Strategy<Value = Vec<Stripe>> {
        prop::collection::vec((1..6u128, 0..300i32, 0..60i32), 0..60).prop_map(|all| {
            all.iter().enumerate().map(|(n, &(code, top, len))| stripe(n as u128, code, top, top + len)).collect()
        })
    }

    fn check(stripes: &[Stripe], layout: &LaneLayout, cap: usize) -> Result<(), TestCaseError> {
        let hidden: usize = layout.more.iter().map(|more| more.ids.len()).sum();
        prop_assert_eq!(layout.stripes.len() + hidden, stripes.len(), "each is somewhere");
        for (n, one) in layout.stripes.iter().enumerate() {
            prop_assert!(one.lane < layout.lanes && layout.lanes <= cap);
            for other in &layout.stripes[n + 1..] {
                let apart = one.bottom <= other.top || other.bottom <= one.top;
                prop_assert!(one.lane != other.lane || apart, "{:?} {:?}", one, other);
            }
        }
        for pair in layout.more.windows(2) {
            prop_assert!(pair[0].bottom <= pair[1].top);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn lanes_never_overlap_and_do_not_depend_on_order(stripes in any_stripes(), cap in 1..8usize) {
            let layout = Lanes::new(cap).place(&stripes);
            check(&stripes, &layout, cap)?;
            let backwards: Vec<Stripe> = stripes.iter().rev().copied().collect();
            prop_assert_eq!(Lanes::new(cap).place(&backwards), layout);
        }

        #[test]
        fn one_is_collapsed_only_where_all_lanes_are_taken(stripes in any_stripes(), cap in 1..8usize) {
            let layout = Lanes::new(cap).place(&stripes);
            for stripe in &stripes {
                if layout.more.iter().any(|more| more.ids.contains(&stripe.id)) {
                    let beside = layout.stripes.iter().filter(|s| s.top <= stripe.top && stripe.top < s.bottom).count();
                    prop_assert_eq!(beside, cap);
                }
            }
        }

        #[test]
        fn a_quotation_keeps_its_lane_from_part_to_part(
            stripes in any_stripes(), cap in 1..8usize, second_first in any::<bool>(),
        ) {
            // Two parts of 150; each sees of a stripe what is in it.
            let within = |part: i32| -> Vec<Stripe> {
                let (from, to) = (150 * part, 150 * part + 150);
                let clip = |s: &Stripe| Stripe { top: s.top.max(from) - from, bottom: s.bottom.min(to) - from, ..*s };
                stripes.iter().map(clip).filter(|s| s.top < s.bottom).collect()
            };
            let mut lanes = Lanes::new(cap);
            let order = if second_first { [1, 0] } else { [0, 1] };
            let layouts = order.map(|part| lanes.place_part(part, &within(part as i32)));
            for (part, layout) in order.iter().zip(&layouts) {
                check(&within(*part as i32), layout, cap)?;
            }
            for placed in &layouts[0].stripes {
                if within(order[1] as i32).iter().any(|s| s.id == placed.id) {
                    let there = layouts[1].stripes.iter().find(|s| s.id == placed.id);
                    prop_assert_eq!(there.map(|s| s.lane), Some(placed.lane));
                }
            }
            // And the first part stays as it is when it is laid out again.
            prop_assert_eq!(&lanes.place_part(order[0], &within(order[0] as i32)), &layouts[0]);
        }

        #[test]
        fn adding_and_removing_moves_no_other(
            stripes in any_stripes(), keep in prop::collection::vec(any::<bool>(), 60), cap in 1..8usize,
        ) {
            let mut lanes = Lanes::new(cap);
            let some: Vec<Stripe> = stripes.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(s, _)| *s).collect();
            for (one, other) in [(&some, &stripes), (&stripes, &some)] {
                let before = lanes.place(one);
                let after = lanes.place(other);
                check(other, &after, cap)?;
                for placed in &before.stripes {
                    if let Some(now) = after.stripes.iter().find(|s| s.id == placed.id) {
                        prop_assert_eq!(now, placed);
                    } else {
                        prop_assert!(!other.iter().any(|s| s.id == placed.id), "a lane is never taken away");
                    }
                }
            }
        }
    }
}
