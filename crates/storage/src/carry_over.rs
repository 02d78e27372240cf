//! Projects that were kept where there is little room, because the better place could not be opened that day, are
//! carried over when it can: otherwise they would be out of sight.

use emic_core::ids::ProjectId;

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

/// Moves all records of a project. Nothing is done if `to` has a project of that identity: which of the two is meant
/// is not for a machine to say. Tells whether it was moved.
///
/// # Errors
/// If `from` cannot be read or `to` has no room; then everything is where it was. If `from` cannot be emptied it is in
/// both.
pub async fn carry_over(id: ProjectId, from: &dyn Container, to: &dyn Container) -> Result<bool, StorageError> {
    if to.get(&keys::info(id)).await?.is_some() {
        return Ok(false);
    }
    let mut moved = from.keys(&keys::project(id)).await?;
    moved.push(keys::info(id));
    let records = from.get_many(&moved).await?;
    let batch = moved.iter().zip(records).filter_map(|(key, record)| Some(Write::put(key.clone(), record?)));
    to.commit(batch.collect(), Durability::Strict).await?;
    from.commit(moved.into_iter().map(|key| Write::Delete { key }).collect(), Durability::Strict).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Memory;
    use pollster::block_on;

    fn put(container: &Memory, key: String, record: &[u8]) {
        block_on(container.commit(vec![Write::put(key, record.to_vec())], Durability::Strict)).unwrap();
    }

    #[test]
    fn a_project_goes_over_whole_unless_there_is_one() {
        let (small, large) = (Memory::default(), Memory::default());
        let (mine, other) = (ProjectId::from_number(1), ProjectId::from_number(2));
        for id in [mine, other] {
            put(&small, keys::info(id), b"small");
            put(&small, keys::manifest(id, 1), b"words");
        }
        put(&large, keys::info(other), b"large");
        block_on(async {
            assert_eq!(projects_in(&small).await, Ok(vec![mine, other]));
            assert_eq!(carry_over(mine, &small, &large).await, Ok(true));
            assert_eq!(carry_over(other, &small, &large).await, Ok(false));
            assert_eq!(large.get(&keys::manifest(mine, 1)).await, Ok(Some(b"words".to_vec())));
            assert_eq!(large.get(&keys::info(other)).await, Ok(Some(b"large".to_vec())));
            assert_eq!(projects_in(&small).await, Ok(vec![other]));
            assert_eq!(small.keys(&keys::project(mine)).await, Ok(vec![]));
        });
    }
}
