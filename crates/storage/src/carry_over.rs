//! Projects that were kept where there is little room, because the better place could not be opened that day, are
//! carried over when it can: otherwise they would be out of sight.

use emic_core::sorting::to_set;
use std::rc::Rc;

use emic_core::ids::ProjectId;

use crate::shelf::{Shelf, ShelfError};

use crate::container::{Container, Durability, StorageError, Write};
use crate::keys;

/// The projects that a container lists.
///
/// # Errors
/// If it cannot be read.
pub async fn projects_in(container: &dyn Container) -> Result<Vec<ProjectId>, StorageError> {
    let listed = container.keys(keys::LIST).await?;
    Ok(listed.iter().filter_map(|key| key.strip_prefix(keys::LIST)?.parse().ok()).collect())
}

/// Where a project went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    /// It was moved as it is.
    Moved,
    /// One of that identity was there already, with all that was done in this one.
    Contained,
    /// One of that identity was there already, and each has something that the other has not: it was moved under an
    /// identity of its own, with this title. Which of the two is meant is not for a machine to say.
    Beside {
        /// Its title now.
        title: String,
    },
}

/// Moves a project. `copy` is its identity, and `title` makes its title from the present one, if `to` has another one
/// of the same identity.
///
/// # Errors
/// If `from` cannot be read or `to` has no room, or if there are two of which one is damaged; then everything is where
/// it was. If `from` cannot be emptied it is in both.
pub async fn carry_over(
    id: ProjectId,
    from: &Rc<dyn Container>,
    to: &Rc<dyn Container>,
    copy: ProjectId,
    title: impl FnOnce(&str) -> String,
) -> Result<Carried, ShelfError> {
    if to.get(&keys::info(id)).await?.is_none() {
        return Ok(move_all(id, &**from, &**to).await.map(|()| Carried::Moved)?);
    }
    let (small, large) = (Shelf::open(Rc::clone(from)).await?, Shelf::open(Rc::clone(to)).await?);
    let (book, ledger, found) = small.open_project(id).await?;
    let (_, other, _) = large.open_project(id).await?;
    let known = to_set(other.history().steps().iter().map(|step| step.id));
    if ledger.history().steps().iter().all(|step| known.contains(&step.id)) {
        small.delete(id).await?;
        return Ok(Carried::Contained);
    }
    // What is lost here may be found by a later version: it is not thrown away.
    if !found.is_clean() {
        return Err(ShelfError::Damaged);
    }
    let title = title(&ledger.project().meta.title);
    large.put_copy(&book, &ledger, copy, title.clone(), book.info().changed).await?;
    small.delete(id).await?;
    Ok(Carried::Beside { title })
}

async fn move_all(id: ProjectId, from: &dyn Container, to: &dyn Container) -> Result<(), StorageError> {
    let mut moved = from.keys(&keys::project(id)).await?;
    moved.push(keys::info(id));
    let records = from.get_many(&moved).await?;
    let batch = moved.iter().zip(records).filter_map(|(key, record)| Some(Write::put(key.clone(), record?)));
    to.commit(batch.collect(), Durability::Strict).await?;
    from.commit(moved.into_iter().map(|key| Write::Delete { key }).collect(), Durability::Strict).await
}

#[cfg(test)]
mod tests {
    use emic_core::edit::Edit;
    use emic_core::history::History;
    use emic_core::ids::{CoderId, StepId};
    use emic_core::ledger::{Entry, Ledger, Step, UndoStack};
    use emic_core::project::Project;
    use emic_core::time::{Stamp, Timestamp};
    use pollster::block_on;

    use super::*;
    use crate::Memory;

    const ID: ProjectId = ProjectId(uuid::Uuid::from_u128(1));
    const COPY: ProjectId = ProjectId(uuid::Uuid::from_u128(2));

    fn renamed(ledger: &Ledger, n: u128, title: &str) -> Ledger {
        let mut ledger = ledger.clone();
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(n as i64) };
        let edits = vec![Edit::RenameProject { title: title.to_owned() }];
        ledger.enter(&Entry::Do(Step { id: StepId::from_number(n), stamp, edits })).unwrap();
        ledger
    }

    fn kept(ledger: &Ledger) -> Rc<dyn Container> {
        let container: Rc<dyn Container> = Rc::new(Memory::default());
        let shelf = block_on(Shelf::open(Rc::clone(&container))).unwrap();
        block_on(shelf.put(ledger, &[], Timestamp(9))).unwrap();
        container
    }

    fn title_of(container: &Rc<dyn Container>, id: ProjectId) -> String {
        let shelf = block_on(Shelf::open(Rc::clone(container))).unwrap();
        block_on(shelf.open_project(id)).unwrap().1.project().meta.title.clone()
    }

    #[test]
    fn a_project_goes_over_whole_and_beside_another_of_its_identity() {
        let project = Project::new(ID, "Study".to_owned(), Timestamp(1));
        let first = renamed(&Ledger::new(project, History::default(), UndoStack::default()), 1, "First");
        let (here, there) = (renamed(&first, 2, "Here"), renamed(&first, 3, "There"));
        let go = |small: &Rc<dyn Container>, large: &Rc<dyn Container>| {
            block_on(carry_over(ID, small, large, COPY, |title| format!("{title} (2)"))).unwrap()
        };
        let listed = |container: &Rc<dyn Container>| block_on(projects_in(&**container)).unwrap();

        let empty: Rc<dyn Container> = Rc::new(Memory::default());
        let small = kept(&here);
        assert_eq!(go(&small, &empty), Carried::Moved);
        assert_eq!((listed(&small), title_of(&empty, ID)), (vec![], "Here".to_owned()));

        let (small, large) = (kept(&first), kept(&here));
        assert_eq!(go(&small, &large), Carried::Contained);
        assert_eq!((listed(&small), listed(&large), title_of(&large, ID)), (vec![], vec![ID], "Here".to_owned()));

        let (small, large) = (kept(&there), kept(&here));
        assert_eq!(go(&small, &large), Carried::Beside { title: "There (2)".to_owned() });
        assert_eq!((listed(&small), listed(&large)), (vec![], vec![ID, COPY]));
        assert_eq!((title_of(&large, ID), title_of(&large, COPY)), ("Here".to_owned(), "There (2)".to_owned()));
    }
}
