pub fn run(_: &[String]) -> Result<(), Failure> {
    Ok(())
}
