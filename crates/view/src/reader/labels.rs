//! The names beside the stripes: one column of labels that never collide.

use emic_core::ids::QuotationId;

/// A stripe as it is drawn, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StripeBox {
    /// The quotation.
    pub id: QuotationId,
    /// Where it begins.
    pub top: f32,
    /// Where it ends.
    pub bottom: f32,
    /// Its lane; of several with one top, the one nearer to the text is labelled first.
    pub lane: usize,
}

/// Where a label goes.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelPlacement {
    /// The quotation.
    pub id: QuotationId,
    /// The top of the label; of one that is not visible, of the label that counts it.
    pub y: f32,
    /// Whether it is drawn.
    pub visible: bool,
    /// Those that found no room because of this one: drawn as `+n` on the same line. Empty where not visible.
    pub more: Vec<QuotationId>,
}

/// Places labels of one height, from top to bottom: each at the top of its stripe or, where another one stands there,
/// below that; but no further than the stripe reaches, or `reach` below its top if that is further. What finds no room
/// is not visible and is counted by the label that it gave way to.
///
/// The order of the stripes does not matter, and a label does not move for what begins below it.
pub fn place_labels(stripes: &[StripeBox], label_height: f32, reach: f32) -> Vec<LabelPlacement> {
    let mut stripes = stripes.to_vec();
    emic_core::sorting::sort_by(&mut stripes, |a, b| {
        a.top.total_cmp(&b.top).then(a.lane.cmp(&b.lane)).then(a.id.cmp(&b.id))
    });
    let mut placed: Vec<LabelPlacement> = Vec::with_capacity(stripes.len());
    let mut last = None;
    for stripe in stripes {
        let (id, y) = (stripe.id, stripe.top);
        let Some(index) = last else {
            last = Some(placed.len());
            placed.push(LabelPlacement { id, y, visible: true, more: Vec::new() });
            continue;
        };
        let above: &mut LabelPlacement = &mut placed[index];
        let y = y.max(above.y + label_height);
        if y <= (stripe.top + reach).max(stripe.bottom - label_height).max(stripe.top) {
            last = Some(placed.len());
            placed.push(LabelPlacement { id, y, visible: true, more: Vec::new() });
        } else {
            above.more.push(id);
            let y = above.y;
            placed.push(LabelPlacement { id, y, visible: false, more: Vec::new() });
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stripe(id: u128, lane: usize, top: f32, bottom: f32) -> StripeBox {
        StripeBox { id: QuotationId::from_number(id), top, bottom, lane }
    }

    fn drawn(placed: &[LabelPlacement]) -> String {
        placed
            .iter()
            .filter(|label| label.visible)
            .map(|label| {
                let more = if label.more.is_empty() { String::new() } else { format!("+{}", label.more.len()) };
                format!("{}@{}{more}", label.id.0.as_u128(), label.y)
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn labels_stand_at_their_stripes_and_give_way_downwards() {
        for (stripes, reach, expected) in [
            (vec![], 0.0, ""),
            (vec![stripe(1, 0, 5.0, 9.0), stripe(2, 0, 30.0, 40.0)], 0.0, "1@5 2@30"),
            // The second slides along its stripe, the third has no room on a single line.
            (vec![stripe(1, 0, 0.0, 40.0), stripe(2, 1, 0.0, 40.0), stripe(3, 2, 0.0, 10.0)], 0.0, "1@0 2@10+1"),
            (vec![stripe(1, 0, 0.0, 10.0), stripe(2, 1, 0.0, 10.0)], 10.0, "1@0 2@10"),
            (vec![stripe(1, 0, 0.0, 10.0), stripe(2, 1, 5.0, 14.0)], 4.0, "1@0+1"),
            (vec![stripe(2, 1, 0.0, 10.0), stripe(1, 0, 0.0, 10.0)], 10.0, "1@0 2@10"),
        ] {
            assert_eq!(drawn(&place_labels(&stripes, 10.0, reach)), expected);
        }
    }

    #[test]
    fn two_hundred_on_one_page_are_shown_or_counted() {
        let stripes: Vec<StripeBox> =
            (0..200).map(|n| stripe(n, n as usize % 6, (n * 3 % 700) as f32, (n * 3 % 700) as f32 + 60.0)).collect();
        let placed = place_labels(&stripes, 18.0, 18.0);
        let visible = placed.iter().filter(|label| label.visible).count();
        let counted: usize = placed.iter().map(|label| label.more.len()).sum();
        assert_eq!((visible, counted), (36, 164));
    }

    proptest! {
        #[test]
        fn labels_never_collide_and_each_is_shown_or_counted(
            all in prop::collection::vec((0..600u32, 1..200u32, 0..6usize), 0..120), height in 1..40u32, reach in 0..60u32,
        ) {
            let stripes: Vec<StripeBox> = all.iter().enumerate()
                .map(|(n, &(top, len, lane))| stripe(n as u128, lane, top as f32 / 2.0, (top + len) as f32 / 2.0))
                .collect();
            let (height, reach) = (height as f32, reach as f32);
            let placed = place_labels(&stripes, height, reach);
            prop_assert_eq!(placed.len(), stripes.len());
            let visible: Vec<_> = placed.iter().filter(|label| label.visible).collect();
            for pair in visible.windows(2) {
                prop_assert!(pair[0].y + height <= pair[1].y);
            }
            for label in &placed {
                let stripe = stripes.iter().find(|s| s.id == label.id).unwrap();
                let counted = placed.iter().filter(|other| other.more.contains(&label.id)).count();
                prop_assert_eq!(counted, usize::from(!label.visible));
                if label.visible {
                    prop_assert!(stripe.top <= label.y && label.y <= (stripe.top + reach).max(stripe.bottom - height));
                }
            }
            let backwards: Vec<StripeBox> = stripes.iter().rev().copied().collect();
            prop_assert_eq!(place_labels(&backwards, height, reach), placed);
        }

        #[test]
        fn a_label_does_not_move_for_what_begins_below(
            all in prop::collection::vec((0..600u32, 1..200u32), 1..60), height in 1..40u32,
        ) {
            let mut tops = all.clone();
            tops.sort();
            let stripes: Vec<StripeBox> =
                tops.iter().enumerate().map(|(n, &(top, len))| stripe(n as u128, 0, top as f32, (top + len) as f32)).collect();
            let fewer = place_labels(&stripes[..stripes.len() - 1], height as f32, 0.0);
            let more = place_labels(&stripes, height as f32, 0.0);
            for (before, after) in fewer.iter().zip(&more) {
                prop_assert_eq!((before.id, before.y, before.visible), (after.id, after.y, after.visible));
            }
        }
    }
}
