//! How often each participant is quoted.

use std::collections::{BTreeMap, BTreeSet};

use super::list::ListedTheme;
use crate::columns::present_cases;
use crate::ids::{CaseId, QuotationId};
use crate::project::Project;

/// From so many quotations on a participant can be quoted too often.
const OFTEN: usize = 3;

/// How often one participant is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Whose words they are; `None` of words that are no participant's.
    pub case: Option<CaseId>,
    /// How many quotations of theirs are printed, each once.
    pub printed: usize,
    /// How many more are on the lists.
    pub spare: usize,
    /// Whether they are quoted more often than is even: three times or more, and more than twice as often as if all
    /// participants were quoted alike.
    pub too_often: bool,
}

/// How often each participant is quoted, the most quoted first; those who are not quoted at all are not in it. `themes`
/// are the lists with all that is chosen.
pub fn counts(project: &Project, themes: &[ListedTheme]) -> Vec<Count> {
    let mut found: BTreeMap<Option<CaseId>, (BTreeSet<QuotationId>, BTreeSet<QuotationId>)> = BTreeMap::new();
    for listed in themes.iter().flat_map(|theme| &theme.quotations) {
        let (printed, chosen) = found.entry(listed.case.as_ref().map(|case| case.id)).or_default();
        chosen.insert(listed.quotation.id);
        if listed.in_paper {
            printed.insert(listed.quotation.id);
        }
    }
    let total: usize = found.values().map(|(printed, _)| printed.len()).sum();
    let participants = present_cases(project).len();
    let count = |(case, (printed, chosen)): (Option<CaseId>, (BTreeSet<_>, BTreeSet<_>))| {
        let (printed, spare) = (printed.len(), chosen.len() - printed.len());
        let too_often = case.is_some() && printed >= OFTEN && printed * participants > 2 * total;
        Count { case, printed, spare, too_often }
    };
    let mut counts: Vec<_> = found.into_iter().map(count).collect();
    let place = |case: Option<CaseId>| case.and_then(|id| project.cases.get(&id)).map(|case| case.rank);
    crate::sorting::sort_by_key(&mut counts, |count| {
        (std::cmp::Reverse(count.printed), count.case.is_none(), place(count.case), count.case)
    });
    counts
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::ids::{DocumentId, ThemeId};
    use crate::paper::{LeftOut, to_print};
    use crate::paper::{Which, listed};
    use crate::project::{Case, Chosen, Consent, Extra, FieldStamps, Print, QuotationAt, QuotationList, Theme};
    use crate::rank::Rank;
    use crate::samples::{a_project, case, document, quotation};
    use crate::text::{Span, Text};
    use crate::time::{Stamp, Timestamp};

    /// Three participants with a document and six quotations each; the themes choose quotations by participant and
    /// number, those marked with true for the paper.
    fn study(themes: &[&[(u128, u128, bool)]]) -> Project {
        let mut project = a_project(&[]);
        for n in 1..=3 {
            let mut document = document(n, &format!("Talk {n}"), &Text::new("We waited at the fence."));
            document.case = Some(CaseId::from_number(n));
            let list = (0..6).map(|q| quotation(10 * n + q, n, Span::new(q as u32, q as u32 + 2), &[])).collect();
            project.quotations.set(document.id, Some(Rc::new(QuotationList::from_unsorted(list))));
            project.documents.set(document.id, Some(Rc::new(document)));
            project.cases.set(CaseId::from_number(n), Some(case(n, &format!("P{n}"), 0)));
        }
        for (n, chosen) in themes.iter().enumerate() {
            let choice = |(person, quotation, in_paper): &(u128, u128, bool)| Chosen {
                at: QuotationAt {
                    document: DocumentId::from_number(*person),
                    quotation: QuotationId::from_number(10 * person + quotation),
                },
                in_paper: *in_paper,
                extra: Extra::new(),
            };
            let theme = Theme {
                id: ThemeId::from_number(n as u128),
                title: format!("Theme {n}"),
                rank: Rank::nth(n),
                idea: String::new(),
                boundary: String::new(),
                story: String::new(),
                codes: Vec::new(),
                chosen: chosen.iter().map(choice).collect(),
                created: Stamp { by: crate::ids::CoderId::from_number(1), at: Timestamp(0) },
                changed: FieldStamps::new(),
                extra: Extra::new(),
            };
            project.themes.set(theme.id, Some(Rc::new(theme)));
        }
        project
    }

    fn counted(project: &Project, which: Which) -> Vec<(u128, usize, usize, bool)> {
        let found = counts(project, &listed(project, which).0);
        let case = |count: &Count| count.case.map_or(0, |case| case.0.as_u128());
        found.iter().map(|count| (case(count), count.printed, count.spare, count.too_often)).collect()
    }

    #[test]
    fn a_quotation_of_two_themes_counts_once_and_who_is_quoted_too_often_is_told() {
        let project = study(&[
            &[(1, 0, true), (1, 1, true), (1, 2, true), (2, 0, false)],
            &[(1, 0, true), (1, 3, false), (3, 0, true)],
        ]);
        assert_eq!(counted(&project, Which::default()), [(1, 3, 1, true), (3, 1, 0, false), (2, 0, 1, false)]);
        let second = Which { theme: Some(ThemeId::from_number(1)), in_paper: false };
        assert_eq!(counted(&project, second), [(1, 1, 1, false), (3, 1, 0, false)]);
    }

    #[test]
    fn what_may_not_be_printed_is_not_listed_but_told() {
        let mut project = study(&[&[(1, 0, true), (2, 0, true), (2, 1, true), (3, 0, false)], &[(2, 0, true)]]);
        for (n, consent) in [(2, Consent::Paraphrase), (3, Consent::Withdrawn)] {
            let case = Case { consent, ..(*case(n, "P", 0)).clone() };
            project.cases.set(case.id, Some(Rc::new(case)));
        }
        let (themes, left_out) = listed(&project, Which::default());
        assert_eq!(themes.iter().map(|theme| theme.quotations.len()).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(left_out, [(Consent::Paraphrase, 2), (Consent::Withdrawn, 1)].into());
        let (_, left_out) = listed(&project, Which { in_paper: true, ..Which::default() });
        assert_eq!(left_out, [(Consent::Paraphrase, 2)].into());
    }

    #[test]
    fn a_printed_wording_that_is_older_than_the_words_does_not_go_out() {
        let mut project = study(&[&[(1, 0, true), (1, 1, true), (2, 0, true)], &[(1, 0, true)]]);
        let case = Case { consent: Consent::Withdrawn, ..(*case(2, "P", 0)).clone() };
        project.cases.set(case.id, Some(Rc::new(case)));
        let document = DocumentId::from_number(1);
        let mut quotations: Vec<_> = project.quotations_in(document).as_slice().to_vec();
        for (n, made_from) in [(0, "We waited for Amina."), (1, &*quotations[1].quote.exact.to_string())] {
            let print = Print { words: "Amina […]".into(), made_from: made_from.into(), extra: Extra::new() };
            Rc::make_mut(&mut quotations[n]).print = Some(Rc::new(print));
        }
        project.quotations.set(document, Some(Rc::new(QuotationList::from_unsorted(quotations))));
        let (themes, left_out) = to_print(&project, Which::default());
        assert_eq!(themes.iter().map(|theme| theme.quotations.len()).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(left_out, [(LeftOut::Consent(Consent::Withdrawn), 1), (LeftOut::Stale, 1)].into());
    }
}
