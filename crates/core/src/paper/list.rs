//! The quotations that a paper prints: those chosen for themes whose words may be printed.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::consent::AllLimits;
use crate::ids::ThemeId;
use crate::project::{Case, Chosen, Consent, Document, Project, Quotation, Theme};
use crate::query::case_of;

/// Which of the chosen quotations are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Which {
    /// Of one theme only.
    pub theme: Option<ThemeId>,
    /// Only those that are marked to stand in the paper.
    pub in_paper: bool,
}

/// A quotation on the list of a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The document that it stands in.
    pub document: Rc<Document>,
    /// The quotation.
    pub quotation: Rc<Quotation>,
    /// Whose words they are.
    pub case: Option<Rc<Case>>,
    /// Whether it is to stand in the paper.
    pub in_paper: bool,
}

impl Listed {
    /// The words that are printed.
    pub fn printed(&self) -> &str {
        self.quotation.print.as_ref().map_or(&self.quotation.quote.exact, |print| &print.words)
    }
}

/// A theme with the quotations on its list that may be printed.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedTheme {
    /// The theme.
    pub theme: Rc<Theme>,
    /// Its quotations, in the order that was given to them.
    pub quotations: Vec<Listed>,
}

/// The themes in their order with the quotations that may be printed, and how many may not be, by what holds for them;
/// a quotation that two themes have counts once.
pub fn listed(project: &Project, which: Which) -> (Vec<ListedTheme>, BTreeMap<Consent, usize>) {
    let limits = AllLimits::of(project);
    let mut blocked = BTreeSet::new();
    let mut quotation = |chosen: &Chosen| {
        let document = project.documents.get(&chosen.at.document)?;
        let quotation = project.quotation(chosen.at.document, chosen.at.quotation)?;
        let consent = limits.at(document.id, quotation.span());
        if !consent.may_be_quoted() {
            blocked.insert((consent, chosen.at));
            return None;
        }
        let case = case_of(document, quotation.span().start).and_then(|id| project.cases.get(&id)).cloned();
        let (document, quotation) = (Rc::clone(document), Rc::clone(quotation));
        Some(Listed { document, quotation, case, in_paper: chosen.in_paper })
    };
    let themes = project.themes_in_order().into_iter().filter(|theme| which.theme.is_none_or(|id| id == theme.id));
    let themes = themes
        .map(|theme| ListedTheme {
            theme: Rc::clone(theme),
            quotations: theme
                .chosen
                .iter()
                .filter(|chosen| chosen.in_paper || !which.in_paper)
                .filter_map(&mut quotation)
                .collect(),
        })
        .collect();
    let mut left_out = BTreeMap::new();
    for (consent, _) in blocked {
        *left_out.entry(consent).or_default() += 1;
    }
    (themes, left_out)
}
