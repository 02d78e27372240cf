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
    /// Whether the quotation's words have changed since its printed wording was made.
    pub fn is_stale(&self) -> bool {
        self.quotation.print.as_ref().is_some_and(|print| !print.fits(&self.quotation))
    }

    /// The words that are printed.
    pub fn printed(&self) -> &str {
        self.quotation.print.as_ref().map_or(&self.quotation.quote.exact, |print| &print.words)
    }
}

/// Why a quotation that was chosen does not go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Its words may not be quoted.
    Consent(Consent),
    /// Its words have changed since its printed wording was made: what was corrected, such as a name that was taken out,
    /// may still stand in the printed one. It goes out again once someone has said in the print dialog that both fit.
    Stale,
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

/// What goes out of the lists, and how many quotations do not, by why; one that two themes have counts once.
pub fn to_print(project: &Project, which: Which) -> (Vec<ListedTheme>, BTreeMap<LeftOut, usize>) {
    let (mut themes, blocked) = listed(project, which);
    let mut stale = BTreeSet::new();
    for theme in &mut themes {
        let is_stale = |listed: &&Listed| listed.is_stale();
        stale.extend(theme.quotations.iter().filter(is_stale).map(|listed| listed.quotation.id));
        theme.quotations.retain(|listed| !listed.is_stale());
    }
    let blocked = blocked.into_iter().map(|(consent, n)| (LeftOut::Consent(consent), n));
    let stale = (!stale.is_empty()).then_some((LeftOut::Stale, stale.len()));
    (themes, blocked.chain(stale).collect())
}
