//! The interview guide and what is asked in conversations: which turn seems to ask which question, what is answered to
//! a question, and who was never asked.

mod answers;
mod asked;
mod features;
mod headings;
mod lines;
mod matching;
mod parts;
#[cfg(test)]
mod tests;

pub use answers::{Answer, answers, other_questions};
pub use asked::{HowAsked, asked_in, is_matched};
pub use headings::headings_as_turns;
pub use lines::{looks_like_question, question_lines, questions_of};
pub use matching::{Matcher, rematched};
pub use parts::{Section, parted, sections};
