//! The reading view: paragraphs cut into runs, what stands beside them, stripes in lanes with their labels.

mod direction;
mod labels;
mod lanes;
mod runs;
mod sections;
mod span_tree;
mod speech;

pub use direction::{Direction, paragraph_direction};
pub use labels::{LabelPlacement, StripeBox, place_labels};
pub use lanes::{LaneLayout, Lanes, More, Placed, Stripe};
pub use runs::{Mark, Marked, Run, paragraph_runs};
pub use sections::{DocumentView, ParagraphView, SECTION, Section, SectionView, Touched};
pub use speech::{Aside, Beside, Look, Speech};
