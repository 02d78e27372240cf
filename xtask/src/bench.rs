//! bench
use crate::Failure;
/// x
pub fn run(_: &[String]) -> Result<(), Failure> {
    Ok(())
}
