//! Taking a codebook in from the rows of a table: what each row would do is told before anything is done, and what is
//! there is not overwritten unless that is said.

use std::collections::BTreeMap;

use emic_core::edit::{BookChange, CodeField, Edit};
use emic_core::ids::{CodeId, LevelId};
use emic_core::project::{CodeText, Colour, Level, Project};
use emic_core::values::without_guard;

use crate::quotations::PATH;

/// So many rows are taken in at most, without the one that names the columns: no codebook has as many.
pub const MOST_ROWS: usize = 5_000;

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// Nothing that is wanted.
    Ignore,
    /// The code's name, or its whole path from the top with `›`, `>` or `/` between.
    Name,
    /// What it stands under: a name, or a path.
    Under,
    /// The name of its level.
    Level,
    /// One of its texts.
    Text(CodeText),
}

impl Column {
    /// All of them.
    pub const ALL: [Column; 8] = [
        Column::Ignore,
        Column::Name,
        Column::Under,
        Column::Level,
        Column::Text(CodeText::Definition),
        Column::Text(CodeText::Full),
        Column::Text(CodeText::UseWhen),
        Column::Text(CodeText::NotWhen),
    ];

    /// A name of it for the program.
    pub fn key(self) -> &'static str {
        match self {
            Column::Ignore => "ignore",
            Column::Name => "name",
            Column::Under => "under",
            Column::Level => "level",
            Column::Text(text) => text.key(),
        }
    }
}

/// What a row would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Makes a code.
    New,
    /// The code is there and says all of it already.
    Same,
    /// The code is there: it gets texts that it does not have, and there may be some that say something else.
    There {
        /// Texts that it does not have.
        fills: Vec<CodeText>,
        /// Texts that say something else.
        differs: Vec<CodeText>,
    },
}

/// A code as a row has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The names from the top down to its own.
    pub path: Vec<String>,
    /// What it would do.
    pub fate: Fate,
    id: CodeId,
    /// What it stands under if it is made.
    parent: Option<CodeId>,
    level: Option<LevelId>,
    texts: BTreeMap<CodeText, String>,
}

/// What a table would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// Its rows, and codes that rows stand under and that have no row of their own, each before what is below it.
    pub codes: Vec<Planned>,
    /// Levels that there are none of yet.
    pub levels: Vec<Level>,
    /// Rows without a name, which are passed over.
    pub nameless: usize,
}

impl Plan {
    /// The edits that take it in: new codes, and texts of codes that have none there. With `replace` texts that say
    /// something else are replaced; the wording before is kept with `why`.
    pub fn edits(&self, project: &Project, replace: bool, why: &str) -> Vec<Edit> {
        let mut edits = Vec::new();
        if !self.levels.is_empty() {
            let levels = project.meta.book.levels.iter().chain(&self.levels).cloned().collect();
            edits.push(Edit::ChangeBook(BookChange::SetLevels { levels }));
        }
        let mut made = project.codes.len();
        for code in &self.codes {
            let set = |field| Edit::SetCodeField { id: code.id, field, why: why.to_owned() };
            let text = |text: &CodeText| {
                let words = code.texts.get(text).cloned().unwrap_or_default();
                set(CodeField::Text(*text, words))
            };
            match &code.fate {
                Fate::New => {
                    let (Some(name), parent) = (code.path.last(), code.parent) else { continue };
                    let colour = parent.and_then(|id| project.codes.get(&id)).map(|above| above.colour);
                    let colour = colour.unwrap_or_else(|| Colour::nth(made));
                    made += 1;
                    edits.push(Edit::AddCode { id: code.id, name: name.clone(), parent, before: None, colour });
                    edits.extend(code.texts.keys().map(text));
                    edits.extend(code.level.map(|level| set(CodeField::Level(Some(level)))));
                }
                Fate::Same => {}
                Fate::There { fills, differs } => {
                    edits.extend(fills.iter().map(text));
                    edits.extend(differs.iter().filter(|_| replace).map(text));
                    let without = project.codes.get(&code.id).is_some_and(|code| code.sheet.level.is_none());
                    edits.extend(code.level.filter(|_| without).map(|level| set(CodeField::Level(Some(level)))));
                }
            }
        }
        edits
    }
}

/// What the columns seem to hold, by what the first row says of them.
pub fn guess_columns(first: &[String]) -> Vec<Column> {
    const NAMES: &[(&str, Column)] = &[
        ("also", Column::Ignore),
        ("أيضًا", Column::Ignore),
        ("when not", Column::Text(CodeText::NotWhen)),
        ("exclu", Column::Text(CodeText::NotWhen)),
        ("لا يُستعمل", Column::Text(CodeText::NotWhen)),
        ("when", Column::Text(CodeText::UseWhen)),
        ("inclu", Column::Text(CodeText::UseWhen)),
        ("يُستعمل", Column::Text(CodeText::UseWhen)),
        ("full", Column::Text(CodeText::Full)),
        ("long", Column::Text(CodeText::Full)),
        ("التفصيل", Column::Text(CodeText::Full)),
        ("defin", Column::Text(CodeText::Definition)),
        ("descri", Column::Text(CodeText::Definition)),
        ("memo", Column::Text(CodeText::Definition)),
        ("تعريف", Column::Text(CodeText::Definition)),
        ("under", Column::Under),
        ("parent", Column::Under),
        ("category", Column::Under),
        ("theme", Column::Under),
        ("تحت", Column::Under),
        ("level", Column::Level),
        ("المستوى", Column::Level),
        ("code", Column::Name),
        ("name", Column::Name),
        ("الرمز", Column::Name),
        ("الاسم", Column::Name),
    ];
    let mut taken = Vec::new();
    let mut columns: Vec<Column> = Vec::with_capacity(first.len());
    for cell in first {
        let cell = cell.to_lowercase();
        let found = NAMES.iter().find(|(part, _)| cell.contains(part)).map(|(_, column)| *column);
        let column = found.filter(|column| *column != Column::Ignore && !taken.contains(column));
        taken.extend(column);
        columns.push(column.unwrap_or(Column::Ignore));
    }
    if !columns.contains(&Column::Name)
        && let Some(first) = columns.first_mut()
    {
        *first = Column::Name;
    }
    columns
}

/// What the rows would do. `random` gives 16 random bytes for each id. Rows that name the same code are one code of the
/// plan; of what they say of it the first counts.
pub fn plan(project: &Project, rows: &[Vec<String>], columns: &[Column], random: &mut dyn FnMut() -> [u8; 16]) -> Plan {
    let mut plan = Plan::default();
    let mut known = Known::of(project);
    for row in rows {
        let cell = |wanted: Column| {
            let at = columns.iter().position(|column| *column == wanted);
            at.and_then(|at| row.get(at)).map(|cell| bare(cell)).unwrap_or_default()
        };
        let own = known.path_of(cell(Column::Name));
        if own.is_empty() {
            plan.nameless += usize::from(row.iter().any(|cell| !cell.trim().is_empty()));
            continue;
        }
        let mut path = known.path_of(cell(Column::Under));
        path.extend(own);
        // A parent may be named without what it stands under itself.
        if let Some(whole) = known.above(&path) {
            path = whole;
        }
        let Some(at) = known.put(&mut plan, &path, random) else { continue };
        let level = cell(Column::Level);
        let level = (!level.is_empty()).then(|| known.level(&mut plan, level, random));
        let texts = CodeText::ALL.map(|text| (text, cell(Column::Text(text)).to_owned()));
        let texts = texts.into_iter().filter(|(_, words)| !words.is_empty());
        let planned = &mut plan.codes[at];
        planned.level = planned.level.or(level);
        for (text, words) in texts {
            planned.texts.entry(text).or_insert(words);
        }
    }
    for planned in &mut plan.codes {
        let Some(code) = project.codes.get(&planned.id) else { continue };
        let (mut fills, mut differs) = (Vec::new(), Vec::new());
        for (text, words) in &planned.texts {
            match code.text(*text) {
                "" => fills.push(*text),
                own if own != words => differs.push(*text),
                _ => {}
            }
        }
        let level = code.sheet.level.is_none() && planned.level.is_some();
        let same = fills.is_empty() && differs.is_empty() && !level;
        planned.fate = if same { Fate::Same } else { Fate::There { fills, differs } };
    }
    plan
}

/// A cell without white space around it, and without the apostrophe that keeps it from being a formula.
fn bare(cell: &str) -> &str {
    without_guard(cell.trim()).trim()
}

fn split_path(cell: &str) -> Vec<String> {
    let between: &[&str] = &["›", " > ", " / ", "\\"];
    let between = between.iter().find(|between| cell.contains(**between));
    let names: Vec<&str> = match between {
        Some(between) => cell.split(between).collect(),
        None => vec![cell],
    };
    names.into_iter().map(one_space).filter(|name| !name.is_empty()).collect()
}

fn one_space(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A path as it is looked up: names that differ in capitals or white space are the same.
fn key(path: &[String]) -> Vec<String> {
    path.iter().map(|name| one_space(name).to_lowercase()).collect()
}

/// The codes of one name.
struct Named {
    /// The path of the first of them; one that is there comes before one that is planned.
    path: Vec<String>,
    /// How many there are, those that are planned too.
    all: usize,
    /// How many of them are there already.
    there: usize,
}

/// What is there and what is planned, by how it is looked up: made once, so that each row is looked up and not searched.
struct Known {
    /// The codes that are there, by the keys of their paths.
    there: BTreeMap<Vec<String>, CodeId>,
    /// The places in the plan, by the same.
    planned: BTreeMap<Vec<String>, usize>,
    /// By the keys of the names alone.
    names: BTreeMap<String, Named>,
    /// The paths of codes that are there, by the keys of what a file has for them.
    written: BTreeMap<String, Vec<String>>,
    levels: BTreeMap<String, LevelId>,
}

impl Known {
    fn of(project: &Project) -> Known {
        let mut known = Known {
            there: BTreeMap::new(),
            planned: BTreeMap::new(),
            names: BTreeMap::new(),
            written: BTreeMap::new(),
            levels: BTreeMap::new(),
        };
        for level in &project.meta.book.levels {
            known.levels.entry(level.name.to_lowercase()).or_insert(level.id);
        }
        for code in project.codes.values() {
            let path: Vec<String> = project.code_path(code.id).into_iter().map(str::to_owned).collect();
            let key = key(&path);
            known.written.entry(key.join(PATH)).or_insert_with(|| path.clone());
            known.name(&key, &path, true);
            known.there.entry(key).or_insert(code.id);
        }
        known
    }

    fn name(&mut self, key: &[String], path: &[String], there: bool) {
        let Some(name) = key.last() else { return };
        let new = || Named { path: path.to_vec(), all: 0, there: 0 };
        let named = self.names.entry(name.clone()).or_insert_with(new);
        named.all += 1;
        named.there += usize::from(there);
    }

    /// The names in a cell. A cell that as a whole is the name or the path of a code is not split, whatever stands in it.
    fn path_of(&self, cell: &str) -> Vec<String> {
        let whole = one_space(cell);
        let lower = whole.to_lowercase();
        if self.names.contains_key(&lower) {
            return vec![whole];
        }
        self.written.get(&lower).cloned().unwrap_or_else(|| split_path(cell))
    }

    /// The path with what its first name stands under, if that is a code by itself that is not at the top, and the only
    /// one of that name.
    fn above(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first().filter(|(_, rest)| !rest.is_empty())?;
        let named = self.names.get(&first.to_lowercase()).filter(|named| named.all == 1)?;
        Some(named.path.iter().chain(rest).cloned().collect())
    }

    /// The place in the plan of the code of a path; it and what it stands under are put there if they are not. `None` of
    /// no names.
    fn put(&mut self, plan: &mut Plan, path: &[String], random: &mut dyn FnMut() -> [u8; 16]) -> Option<usize> {
        let (mut whole, mut last) = (Vec::new(), None);
        for (n, name) in path.iter().enumerate() {
            whole.push(name.clone());
            let mut key = key(&whole);
            // A name without a path is that of a code that is there, wherever it stands, if there is only one.
            if n == 0
                && !self.there.contains_key(&key)
                && !self.planned.contains_key(&key)
                && let Some(named) = key.first().and_then(|name| self.names.get(name)).filter(|named| named.there == 1)
            {
                whole.clone_from(&named.path);
                key = self::key(&whole);
            }
            let at = match self.planned.get(&key) {
                Some(at) => *at,
                None => {
                    let (id, fate) = match self.there.get(&key) {
                        Some(id) => (*id, Fate::Same),
                        None => (CodeId::from_random(random()), Fate::New),
                    };
                    if fate == Fate::New {
                        self.name(&key, &whole, false);
                    }
                    let parent = last.and_then(|at: usize| plan.codes.get(at)).map(|above| above.id);
                    let (path, level, texts) = (whole.clone(), None, BTreeMap::new());
                    plan.codes.push(Planned { path, fate, id, parent, level, texts });
                    self.planned.insert(key, plan.codes.len() - 1);
                    plan.codes.len() - 1
                }
            };
            last = Some(at);
        }
        last
    }

    fn level(&mut self, plan: &mut Plan, name: &str, random: &mut dyn FnMut() -> [u8; 16]) -> LevelId {
        *self.levels.entry(name.to_lowercase()).or_insert_with(|| {
            let id = LevelId::from_random(random());
            plan.levels.push(Level { id, name: name.to_owned(), extra: Default::default() });
            id
        })
    }
}
