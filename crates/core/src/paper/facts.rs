//! What an attribution can say of a quotation: what is known of whose words they are, and where they stand.

use std::rc::Rc;

use super::template::{Said, Template};
use crate::columns::{Column, Columns};
use crate::fold::{Keep, folded};
use crate::ids::CaseId;
use crate::project::{Case, Document, Project, Quotation};
use crate::query::case_of;
use crate::time::clock;

/// What a field of a template stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What is known of the case: an attribute, its chain, its wave.
    Column(Column),
    /// The case's name or pseudonym.
    Case,
    /// The document's title.
    Document,
    /// Who speaks.
    Speaker,
    /// The turn, counted from 1.
    Turn,
    /// The page that it begins on.
    Page,
    /// When it is said in the recording.
    Time,
}

impl Field {
    /// The names of those that are no attributes: in English, in Arabic. A template can say either.
    const NAMES: [(&str, &str, Field); 9] = [
        ("case", "الحالة", Field::Case),
        ("pseudonym", "الاسم المستعار", Field::Case),
        ("document", "الوثيقة", Field::Document),
        ("speaker", "المتحدث", Field::Speaker),
        ("chain", "السلسلة", Field::Column(Column::Chain)),
        ("wave", "الموجة", Field::Column(Column::Wave)),
        ("turn", "الدور", Field::Turn),
        ("page", "الصفحة", Field::Page),
        ("time", "الوقت", Field::Time),
    ];
}

/// The fields of a project's templates.
#[derive(Debug, Clone)]
pub struct Fields {
    by_name: Vec<(String, Field)>,
    /// Names as they are offered, with what they stand for.
    attributes: Vec<(String, Field)>,
}

impl Fields {
    /// The fields of a project: its attributes and what each quotation has. An attribute goes before a field of its name.
    pub fn of(project: &Project) -> Fields {
        let attributes = project.attributes_in_order().into_iter();
        let attributes: Vec<_> = attributes
            .map(|attribute| (attribute.name.clone(), Field::Column(Column::Attribute(attribute.id))))
            .collect();
        let of_all = Field::NAMES.iter().flat_map(|(en, ar, field)| [(*en, *field), (*ar, *field)]);
        let own = attributes.iter().map(|(name, field)| (key(name), *field));
        Fields { by_name: own.chain(of_all.map(|(name, field)| (key(name), field))).collect(), attributes }
    }

    /// What a field stands for; `None` if there is none of that name.
    pub fn find(&self, name: &str) -> Option<Field> {
        let name = key(name);
        self.by_name.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
    }

    /// The names that a template can say, attributes first; in Arabic where there is a choice.
    pub fn offered(&self, arabic: bool) -> Vec<(String, Field)> {
        // Braces in a name cannot be said.
        let sayable = self.attributes.iter().filter(|(name, _)| !name.contains(['{', '}'])).cloned();
        // The case's name is offered once.
        let others =
            Field::NAMES.iter().skip(1).map(|(en, ar, field)| ((if arabic { *ar } else { *en }).to_owned(), *field));
        sayable.chain(others).collect()
    }

    /// The fields of a template that there are none of, as they are written.
    pub fn unknown<'t>(&self, template: &'t Template) -> Vec<&'t str> {
        template.fields().into_iter().filter(|name| self.find(name).is_none()).collect()
    }

    /// What a template says of cases: its columns, each once, in their order.
    pub fn columns(&self, template: &Template) -> Vec<Column> {
        let mut columns = Vec::new();
        for name in template.fields() {
            if let Some(Field::Column(column)) = self.find(name)
                && !columns.contains(&column)
            {
                columns.push(column);
            }
        }
        columns
    }

    /// What a template says that may name a person, however many share it: each once, in its order. A chain has the name
    /// of its seed.
    pub fn unchecked(&self, template: &Template) -> Vec<Field> {
        let mut unchecked = Vec::new();
        for name in template.fields() {
            if let Some(field @ (Field::Case | Field::Document | Field::Speaker | Field::Column(Column::Chain))) =
                self.find(name)
                && !unchecked.contains(&field)
            {
                unchecked.push(field);
            }
        }
        unchecked
    }
}

/// Names are compared as people read them: letters' case and accents apart.
fn key(name: &str) -> String {
    folded(name, Keep::default())
}

/// What is known of quotations, for many of them.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The fields.
    pub fields: Fields,
    /// The columns of cases.
    pub columns: Columns,
}

impl Facts {
    /// What is known in a project.
    pub fn of(project: &Project) -> Facts {
        Facts { fields: Fields::of(project), columns: Columns::of(project) }
    }

    /// The case that a quotation belongs to.
    pub fn case<'p>(&self, project: &'p Project, document: &Document, quotation: &Quotation) -> Option<&'p Rc<Case>> {
        let case: CaseId = case_of(document, quotation.span().start)?;
        project.cases.get(&case)
    }

    /// What a field says of a quotation; empty for nothing.
    pub fn say(&self, project: &Project, document: &Document, quotation: &Quotation, field: Field) -> String {
        let at = quotation.span().start;
        let case = self.case(project, document, quotation);
        let said = document.structure.said_at(at);
        match field {
            Field::Column(column) => case.map(|case| self.columns.written(column, case)).unwrap_or_default(),
            Field::Case => case.map(|case| case.name.clone()).unwrap_or_default(),
            Field::Document => document.title.clone(),
            Field::Speaker => said.speaker.map(|speaker| speaker.name.clone()).unwrap_or_default(),
            Field::Turn => {
                let turn = document.structure.turns.iter().position(|turn| turn.span.start <= at && at < turn.span.end);
                turn.map(|turn| (turn + 1).to_string()).unwrap_or_default()
            }
            Field::Page => said.page.map(str::to_owned).unwrap_or_default(),
            Field::Time => said.ms.map(clock).unwrap_or_default(),
        }
    }

    /// A quotation's attribution.
    pub fn attribution(
        &self,
        project: &Project,
        document: &Document,
        quotation: &Quotation,
        template: &Template,
    ) -> String {
        template.fill(&|name| match self.fields.find(name) {
            Some(field) => Said::Words(self.say(project, document, quotation, field)),
            None => Said::Unknown,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::AttributeId;
    use crate::project::{Attribute, AttributeKind, QuotationList};
    use crate::rank::Rank;
    use crate::samples::{a_project, case, document, quotation};
    use crate::text::{Span, Text};
    use crate::time::{Stamp, Timestamp};

    #[test]
    fn an_attribution_says_what_is_known_of_who_is_quoted() {
        let mut project = a_project(&[]);
        let (stamp, job) =
            (Stamp { by: crate::ids::CoderId::from_number(1), at: Timestamp(0) }, AttributeId::from_number(1));
        let (choices, changed, extra) = Default::default();
        let (name, kind, rank) = ("Profession".into(), AttributeKind::Text, Rank::nth(0));
        let attribute = Attribute { id: job, name, kind, choices, rank, created: stamp, changed, extra };
        project.attributes.set(job, Some(Rc::new(attribute)));
        for (n, referrer, words) in [(1, 0, "Nurse"), (2, 1, "")] {
            let mut case = (*case(n, &format!("P0{n}"), referrer)).clone();
            if !words.is_empty() {
                case.values.insert(job, words.into());
            }
            project.cases.set(case.id, Some(Rc::new(case)));
        }
        for n in [1, 2] {
            let mut document = document(n, &format!("Talk {n}"), &Text::new("We waited."));
            document.case = Some(CaseId::from_number(n));
            let list = QuotationList::from_unsorted(vec![quotation(n, n, Span::new(0, 2), &[])]);
            project.quotations.set(document.id, Some(Rc::new(list)));
            project.documents.set(document.id, Some(Rc::new(document)));
        }
        let facts = Facts::of(&project);
        let say = |n: u128, template: &str| {
            let document = project.documents.get(&crate::ids::DocumentId::from_number(n)).unwrap();
            let quotation = project.quotations_in(document.id).as_slice()[0].clone();
            facts.attribution(&project, document, &quotation, &Template::new(template))
        };
        assert_eq!(say(1, "({profession}, {Pseudonym}, wave {wave})"), "(Nurse, P01, wave 0)");
        assert_eq!(say(2, "({PROFESSION}, {chain}, wave {wave}) {document}"), "(P01, wave 1) Talk 2");
        assert_eq!(say(2, "({profession})"), "");
        assert_eq!(say(1, "[{الموجة}، {الوثيقة}، {colour}]"), "[0، Talk 1، {colour}]");
        let template = Template::new("{profession} {colour} {wave} {case}");
        assert_eq!(facts.fields.unknown(&template), ["colour"]);
        assert_eq!(facts.fields.columns(&template), [Column::Attribute(job), Column::Wave]);
        let template =
            Template::new("({Speaker}, {profession}, {document}, {case}, {pseudonym}, {page}, {chain}, {wave})");
        let chain = Field::Column(Column::Chain);
        assert_eq!(facts.fields.unchecked(&template), [Field::Speaker, Field::Document, Field::Case, chain]);
    }
}
