//! What is known of cases, column by column: attributes, and what recruitment says.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::ids::{AttributeId, CaseId};
use crate::project::{Attribute, AttributeKind, Case, Consent, Project};
use crate::recruitment::Chains;
use crate::values::{Value, key, read_as};

/// A column of what is known of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Column {
    /// An attribute.
    Attribute(AttributeId),
    /// Its recruitment chain: the name of its seed, or its number ("#3") if the seed has withdrawn.
    Chain,
    /// Its wave in that chain.
    Wave,
}

impl From<Column> for String {
    fn from(column: Column) -> String {
        match column {
            Column::Attribute(id) => id.to_string(),
            Column::Chain => "chain".to_owned(),
            Column::Wave => "wave".to_owned(),
        }
    }
}

impl TryFrom<String> for Column {
    type Error = uuid::Error;
    fn try_from(key: String) -> Result<Column, uuid::Error> {
        match key.as_str() {
            "chain" => Ok(Column::Chain),
            "wave" => Ok(Column::Wave),
            id => id.parse().map(Column::Attribute),
        }
    }
}

/// The columns of a project, and what they hold.
#[derive(Debug, Clone)]
pub struct Columns {
    attributes: BTreeMap<AttributeId, Rc<Attribute>>,
    /// What each chain is called, by its seed.
    named: BTreeMap<CaseId, String>,
    /// The recruitment chains.
    pub chains: Chains,
}

impl Columns {
    /// The columns of a project. A chain whose seed has withdrawn is called by its number among all chains, from 1, as
    /// the recruitment screen counts them: nobody who has withdrawn is named by what is said of others.
    pub fn of(project: &Project) -> Columns {
        let chains = Chains::of(project);
        let named = chains.chains.iter().enumerate().map(|(n, node)| {
            let seed = project.cases.get(&node.case).filter(|seed| seed.consent != Consent::Withdrawn);
            (node.case, seed.map_or_else(|| format!("#{}", n + 1), |seed| seed.name.clone()))
        });
        Columns {
            attributes: project.attributes.iter().map(|(id, attribute)| (*id, Rc::clone(attribute))).collect(),
            named: named.collect(),
            chains,
        }
    }

    /// All columns in their order: attributes, then chain and wave if anyone was referred.
    pub fn all(&self, project: &Project) -> Vec<Column> {
        let attributes = project.attributes_in_order().into_iter().map(|attribute| Column::Attribute(attribute.id));
        let computed: &[Column] = if self.chains.chains.is_empty() { &[] } else { &[Column::Chain, Column::Wave] };
        attributes.chain(computed.iter().copied()).collect()
    }

    /// The attribute of a column that is one.
    pub fn attribute(&self, column: Column) -> Option<&Rc<Attribute>> {
        match column {
            Column::Attribute(id) => self.attributes.get(&id),
            Column::Chain | Column::Wave => None,
        }
    }

    /// What the values of a column are.
    pub fn kind(&self, column: Column) -> AttributeKind {
        match column {
            Column::Attribute(id) => self.attributes.get(&id).map(|a| a.kind.clone()).unwrap_or_default(),
            Column::Chain => AttributeKind::Text,
            Column::Wave => AttributeKind::Number,
        }
    }

    /// What can be chosen in a column.
    pub fn choices(&self, column: Column) -> &[String] {
        self.attribute(column).map_or(&[], |attribute| &attribute.choices)
    }

    /// What is written of a case in a column; empty for nothing.
    pub fn written(&self, column: Column, case: &Case) -> String {
        match column {
            Column::Attribute(id) => case.values.get(&id).cloned().unwrap_or_default(),
            Column::Chain => {
                let place = self.chains.place(case.id);
                place.and_then(|place| self.named.get(&place.seed).cloned()).unwrap_or_default()
            }
            Column::Wave => self.chains.place(case.id).map(|place| place.wave.to_string()).unwrap_or_default(),
        }
    }

    /// What is known of a case in a column, as its kind reads it.
    pub fn read(&self, column: Column, case: &Case) -> Option<Value> {
        read_as(&self.kind(column), self.choices(column), &self.written(column, case))
    }

    /// What values are told apart by: what is written, however it is written; empty for nothing.
    pub fn key(&self, column: Column, written: &str) -> String {
        match read_as(&self.kind(column), self.choices(column), written) {
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Day(year, month, day)) => format!("{year:04}-{month:02}-{day:02}"),
            Some(Value::YesNo(yes)) => if yes { "yes" } else { "no" }.to_owned(),
            _ => key(written),
        }
    }

    /// The values that cases have in a column, each once with how many have it, in the order of the column's kind; last
    /// the empty one, if any has nothing.
    pub fn values(&self, column: Column, cases: &[&Rc<Case>]) -> Vec<(String, String, usize)> {
        let mut found: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for case in cases {
            let written = self.written(column, case);
            found.entry(self.key(column, &written)).or_insert((written, 0)).1 += 1;
        }
        let (kind, choices) = (self.kind(column), self.choices(column));
        let mut found: Vec<_> = found.into_iter().map(|(key, (written, count))| (key, written, count)).collect();
        crate::sorting::sort_by(&mut found, |a, b| crate::values::compare(&kind, choices, &a.1, &b.1));
        found
    }
}

/// The cases that have not withdrawn, in their order.
pub fn present_cases(project: &Project) -> Vec<&Rc<Case>> {
    project.cases_in_order().into_iter().filter(|case| case.consent != Consent::Withdrawn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{a_project, case};

    #[test]
    fn a_chain_does_not_name_a_seed_who_has_withdrawn() {
        let mut project = a_project(&[]);
        for (n, referrer) in [(1, 0), (2, 1), (3, 0), (4, 3)] {
            let mut case = (*case(n, &format!("P0{n}"), referrer)).clone();
            if n == 3 {
                case.consent = Consent::Withdrawn;
            }
            project.cases.set(case.id, Some(Rc::new(case)));
        }
        let columns = Columns::of(&project);
        let written = project.cases_in_order().into_iter().map(|case| columns.written(Column::Chain, case));
        assert_eq!(written.collect::<Vec<_>>(), ["P01", "P01", "#2", "#2"]);
    }
}
