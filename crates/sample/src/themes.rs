//! The themes, with the quotations that were chosen for them as they are printed.

use emic_core::edit::{Edit, ThemeField};
use emic_core::ids::ThemeId;

use crate::book::code_id;
use crate::quotations::Quotations;
use crate::study::{Study, Theme};
use crate::{Fault, ids};

/// The templates of attributions.
pub fn attributions(study: &Study) -> Vec<Edit> {
    let template = |(language, template): (&String, &String)| Edit::SetAttribution {
        language: language.clone(),
        template: template.clone(),
    };
    study.attributions.iter().map(template).collect()
}

/// A theme: made, told, and given its codes and quotations.
pub fn theme(study: &Study, quotations: &Quotations, theme: &Theme) -> Result<Vec<Edit>, Fault> {
    let id = ThemeId::from_random(ids::bytes("theme", &theme.title));
    for name in &theme.codes {
        let unknown = || Fault::Unknown { what: "code", name: name.clone(), at: theme.title.clone() };
        study.code(name).ok_or_else(unknown)?;
    }
    let codes = theme.codes.iter().map(|name| code_id(name)).collect();
    let fields = [
        ThemeField::Idea(theme.idea.clone()),
        ThemeField::Boundary(theme.boundary.clone()),
        ThemeField::Story(theme.story.clone()),
        ThemeField::Codes(codes),
    ];
    let mut edits = vec![Edit::AddTheme { id, title: theme.title.clone(), before: None }];
    edits.extend(fields.map(|field| Edit::SetTheme { id, field }));
    for chosen in &theme.chosen {
        let at = quotations.named(&chosen.quotation, &theme.title)?;
        edits.push(Edit::ChooseQuotation { theme: id, at });
        if chosen.in_paper {
            edits.push(Edit::UseInPaper { theme: id, at, in_paper: true });
        }
        if let Some(words) = &chosen.printed {
            let words = Some(words.clone());
            edits.push(Edit::SetPrint { id: at.quotation, document: at.document, words });
        }
    }
    Ok(edits)
}
