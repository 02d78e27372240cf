//! Who writes a project, noted with what is stored: whoever takes it over leaves word, and the one who had it before
//! can write nothing any more, whether they heard of it or not. The browser's locks keep tabs apart as well, but not
//! every page has them (only a secure one does), and who loses one may learn it late.
//!
//! A condition that needs an answer first would cost a page that is being left its last write. So the word is a record
//! that must *not* be there, which every write can say in the same breath ([`Write::Unless`]).

use emic_core::ids::ProjectId;

use super::container::{Container, Durability, StorageError, Write};
use super::keys;

/// One who has opened a project to write it, told from all others by a random number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder(u128);

impl Holder {
    /// A holder of 16 random bytes.
    pub fn from_random(bytes: [u8; 16]) -> Holder {
        Holder(u128::from_be_bytes(bytes))
    }

    fn name(self) -> String {
        format!("{:032x}", self.0)
    }
}

/// Who was there before the first that said who they are.
const NOBODY: &str = "0";

/// Of how many earlier holders the word is kept that they are not any more. A tab sleeps while so many others have come
/// and gone only if nobody has ever looked at it again.
const REMEMBERED: usize = 50;

/// How often it is tried to take a project over while others do so too.
const TIMES: usize = 8;

/// Takes a project over from whoever holds it; gives the key of the record that must not be there when the new holder
/// writes. `None` if there is no such project.
///
/// # Errors
/// If the container cannot, or others take it over all the time.
pub(crate) async fn take_over(
    container: &dyn Container,
    id: ProjectId,
    holder: Holder,
) -> Result<Option<String>, StorageError> {
    let mine = keys::holder(id);
    let mut seen = None;
    for _ in 0..TIMES {
        let mut found = container.get_many(&[mine.clone(), keys::info(id)]).await?;
        if found.iter().all(Option::is_none) {
            return Ok(None);
        }
        let before = found.swap_remove(0).and_then(|name| String::from_utf8(name).ok());
        let before = keys::passed(id, before.as_deref().unwrap_or(NOBODY));
        let mut batch = Vec::new();
        // Who takes it over changes both records. If the one says that there was someone and the other is as it was, it is
        // torn: it may say a name that was passed over long ago, and must not stand in the way for ever.
        if seen.as_ref() != Some(&before) {
            batch.push(Write::Unless { key: before.clone() });
        }
        batch.push(Write::put(before.clone(), *b"passed"));
        batch.push(Write::put(mine.clone(), holder.name().into_bytes()));
        seen = Some(before);
        let passed = container.keys(&keys::passed(id, "")).await?;
        // Their names are random: which go is no matter of age, but so many are never at work.
        let too_many = passed.len().saturating_sub(REMEMBERED);
        batch.extend(passed.into_iter().take(too_many).map(|key| Write::Delete { key }));
        match container.commit(batch, Durability::Relaxed).await {
            Ok(()) => return Ok(Some(keys::passed(id, &holder.name()))),
            Err(StorageError::TakenOver) => {}
            Err(error) => return Err(error),
        }
    }
    Err(StorageError::TakenOver)
}
