//! Themes with their chosen quotations, and how quotations are printed.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::draft::{Draft, tidy_name};
use super::order::place_among;
use super::quotations::{action as of_quotation, change as change_quotation};
use super::{EditError, EntityKind};
use crate::history::{Action, ActionKind};
use crate::ids::{CodeId, DocumentId, QuotationId, ThemeId};
use crate::project::{Chosen, Extra, FieldStamps, Meta, Print, QuotationAt, Theme};
use crate::rank::Rank;

/// A field of a theme, and what it is to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeField {
    /// Its name.
    Title(String),
    /// The idea that holds it together.
    Idea(String),
    /// Where it ends.
    Boundary(String),
    /// What it tells.
    Story(String),
    /// The codes under it; one that is named twice is there once.
    Codes(Vec<CodeId>),
}

impl ThemeField {
    /// Its name in files.
    pub fn key(&self) -> &'static str {
        match self {
            ThemeField::Title(_) => "title",
            ThemeField::Idea(_) => "idea",
            ThemeField::Boundary(_) => "boundary",
            ThemeField::Story(_) => "story",
            ThemeField::Codes(_) => "codes",
        }
    }
}

pub(super) fn add(draft: &mut Draft, id: ThemeId, title: &str, before: Option<ThemeId>) -> Result<Action, EditError> {
    if draft.project().themes.contains(&id) {
        return Err(EditError::Exists(EntityKind::Theme));
    }
    let title = tidy_name(title, EntityKind::Theme)?;
    let rank = rank(draft, id, before)?;
    let action = Action::new(ActionKind::ThemeAdded).with("theme", &title).about(id);
    draft.put_theme(Theme {
        id,
        title,
        rank,
        idea: String::new(),
        boundary: String::new(),
        story: String::new(),
        codes: Vec::new(),
        chosen: Vec::new(),
        created: draft.stamp(),
        changed: FieldStamps::new(),
        extra: Extra::new(),
    });
    Ok(action)
}

pub(super) fn set(draft: &mut Draft, id: ThemeId, field: &ThemeField) -> Result<Action, EditError> {
    let mut theme = (**draft.theme(id)?).clone();
    let mut action =
        Action::new(ActionKind::ThemeChanged).with("theme", &theme.title).with("field", field.key()).about(id);
    match field {
        ThemeField::Title(title) => {
            let title = tidy_name(title, EntityKind::Theme)?;
            action = Action::new(ActionKind::ThemeRenamed).with("old", &theme.title).with("new", &title).about(id);
            theme.title = title;
        }
        ThemeField::Idea(words) => words.trim().clone_into(&mut theme.idea),
        ThemeField::Boundary(words) => words.trim().clone_into(&mut theme.boundary),
        ThemeField::Story(words) => words.trim().clone_into(&mut theme.story),
        ThemeField::Codes(codes) => {
            for code in codes {
                draft.code(*code)?;
            }
            let mut seen = BTreeSet::new();
            theme.codes = codes.iter().copied().filter(|code| seen.insert(*code)).collect();
        }
    }
    draft.note(&mut theme.changed, field.key());
    draft.put_theme(theme);
    Ok(action)
}

pub(super) fn move_to(draft: &mut Draft, id: ThemeId, before: Option<ThemeId>) -> Result<Action, EditError> {
    draft.theme(id)?;
    let rank = rank(draft, id, before)?;
    let mut theme = (**draft.theme(id)?).clone();
    theme.rank = rank;
    draft.note(&mut theme.changed, "rank");
    let action = Action::new(ActionKind::ThemeMoved).with("theme", &theme.title).about(id);
    draft.put_theme(theme);
    Ok(action)
}

pub(super) fn delete(draft: &mut Draft, id: ThemeId) -> Result<Action, EditError> {
    let action = Action::new(ActionKind::ThemeDeleted).with("theme", &draft.theme(id)?.title).about(id);
    draft.remove_theme(id);
    Ok(action)
}

pub(super) fn choose(draft: &mut Draft, id: ThemeId, at: QuotationAt) -> Result<Action, EditError> {
    draft.quotation(at.document, at.quotation)?;
    if draft.theme(id)?.choice(at).is_some() {
        return Err(EditError::Exists(EntityKind::Quotation));
    }
    change(draft, id, at, ActionKind::QuotationChosen, |theme| {
        theme.chosen.push(Chosen { at, in_paper: false, extra: Extra::new() });
        Ok(())
    })
}

pub(super) fn unchoose(draft: &mut Draft, id: ThemeId, at: QuotationAt) -> Result<Action, EditError> {
    change(draft, id, at, ActionKind::QuotationUnchosen, |theme| take(theme, at).map(|_| ()))
}

pub(super) fn move_chosen(
    draft: &mut Draft,
    id: ThemeId,
    at: QuotationAt,
    before: Option<QuotationAt>,
) -> Result<Action, EditError> {
    change(draft, id, at, ActionKind::ChosenMoved, |theme| {
        let chosen = take(theme, at)?;
        let place = match before {
            None => theme.chosen.len(),
            Some(before) => {
                let place = theme.chosen.iter().position(|other| other.at == before);
                place.ok_or(EditError::NotASibling(EntityKind::Quotation))?
            }
        };
        theme.chosen.insert(place, chosen);
        Ok(())
    })
}

pub(super) fn use_in_paper(
    draft: &mut Draft,
    id: ThemeId,
    at: QuotationAt,
    in_paper: bool,
) -> Result<Action, EditError> {
    let kind = if in_paper { ActionKind::UsedInPaper } else { ActionKind::NotUsedInPaper };
    change(draft, id, at, kind, |theme| {
        let chosen = theme.chosen.iter_mut().find(|chosen| chosen.at == at);
        chosen.ok_or(EditError::Missing(EntityKind::Quotation))?.in_paper = in_paper;
        Ok(())
    })
}

pub(super) fn set_print(
    draft: &mut Draft,
    document: DocumentId,
    id: QuotationId,
    words: Option<&str>,
) -> Result<Action, EditError> {
    let made_from = draft.quotation(document, id)?.quote.exact.to_string();
    let words = words.map(str::trim).filter(|words| !words.is_empty() && *words != made_from.trim());
    let kind = if words.is_some() { ActionKind::PrintSet } else { ActionKind::PrintCleared };
    change_quotation(draft, document, id, "print", |quotation| {
        let extra = quotation.print.as_ref().map(|print| print.extra.clone()).unwrap_or_default();
        quotation.print = words.map(|words| Rc::new(Print { words: words.to_owned(), made_from, extra }));
    })?;
    of_quotation(draft, kind, document, id)
}

pub(super) fn set_attribution(draft: &mut Draft, language: &str, template: &str) -> Result<Action, EditError> {
    let language = language.trim().to_owned();
    if language.is_empty() {
        return Err(EditError::EmptyTitle);
    }
    let mut meta = Meta::clone(&draft.project().meta);
    let action = Action::new(ActionKind::AttributionSet).with("language", &language);
    match template.trim() {
        "" => drop(meta.attributions.remove(&language)),
        template => drop(meta.attributions.insert(language, template.to_owned())),
    }
    draft.put_meta(meta);
    Ok(action)
}

/// Changes which quotations are chosen for a theme. The history says where the quotation stands, but none of its words.
fn change(
    draft: &mut Draft,
    id: ThemeId,
    at: QuotationAt,
    kind: ActionKind,
    change: impl FnOnce(&mut Theme) -> Result<(), EditError>,
) -> Result<Action, EditError> {
    let mut theme = (**draft.theme(id)?).clone();
    change(&mut theme)?;
    let title = &draft.document(at.document)?.title;
    let action = Action::new(kind).with("theme", &theme.title).with("document", title);
    let action = action.about(id).about(at.quotation);
    draft.note(&mut theme.changed, "chosen");
    draft.put_theme(theme);
    Ok(action)
}

/// Takes a chosen quotation out.
fn take(theme: &mut Theme, at: QuotationAt) -> Result<Chosen, EditError> {
    let place = theme.chosen.iter().position(|chosen| chosen.at == at);
    place.map(|place| theme.chosen.remove(place)).ok_or(EditError::Missing(EntityKind::Quotation))
}

/// The rank for a theme; deals the others' ranks anew if no number is left there.
fn rank(draft: &mut Draft, id: ThemeId, before: Option<ThemeId>) -> Result<Rank, EditError> {
    let others = draft.project().themes_in_order().into_iter().filter(|other| other.id != id);
    let siblings: Vec<_> = others.map(|other| (other.id, other.rank)).collect();
    let place = place_among(&siblings, before, EntityKind::Theme)?;
    for (id, rank) in place.dealt {
        let other = (**draft.theme(id)?).clone();
        draft.put_theme(Theme { rank, ..other });
    }
    Ok(place.rank)
}
