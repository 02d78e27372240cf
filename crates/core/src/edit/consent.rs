//! What may be done with words, and who led to whom.

use super::draft::Draft;
use super::{EditError, quotations};
use crate::history::{Action, ActionKind};
use crate::ids::{CaseId, DocumentId, QuotationId};
use crate::project::Consent;
use crate::recruitment::leads_to;

pub(super) fn set_of_case(draft: &mut Draft, id: CaseId, consent: Consent) -> Result<Action, EditError> {
    let mut case = (**draft.case(id)?).clone();
    let action = Action::new(ActionKind::ConsentSet).with("case", &case.name).with("consent", consent.key());
    case.consent = consent;
    draft.note(&mut case.changed, "consent");
    draft.put_case(case);
    Ok(action.about(id))
}

pub(super) fn set_referrer(draft: &mut Draft, id: CaseId, referrer: Option<CaseId>) -> Result<Action, EditError> {
    let mut case = (**draft.case(id)?).clone();
    let mut action = Action::new(ActionKind::ReferrerSet).with("case", &case.name).about(id);
    if let Some(referrer) = referrer {
        action = action.with("old", &draft.case(referrer)?.name);
        if leads_to(draft.project(), id, referrer) {
            return Err(EditError::LedToItself);
        }
    }
    case.referrer = referrer;
    draft.note(&mut case.changed, "referrer");
    draft.put_case(case);
    Ok(action)
}

pub(super) fn set_of_passage(
    draft: &mut Draft,
    document: DocumentId,
    id: QuotationId,
    consent: Consent,
) -> Result<Action, EditError> {
    quotations::change(draft, document, id, "consent", |quotation| quotation.consent = consent)?;
    let action = quotations::action(draft, ActionKind::PassageConsentSet, document, id)?;
    Ok(action.with("consent", consent.key()))
}
