//! `cargo xtask bench`: the built site measured beside its floors.
use crate::{
    Failure, build,
    step::{command, succeed},
    tools,
};
use std::path::PathBuf;

/// Measures every row of `tests/bench/*.mjs`, or those whose name contains the filter. `--runs N` (7 without) is how
/// often each row is measured for its median; `EMIC_DIST` names a site that is built already.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    tools::for_browser_tests()?;
    let site = match std::env::var_os("EMIC_DIST") {
        Some(named) => PathBuf::from(named),
        None => PathBuf::from(build::make(true)?),
    };
    let site = site.canonicalize().map_err(|error| format!("{}: {error}", site.display()))?;
    if arguments.is_empty() {
        build::sizes(&site)?;
    }
    let mut bench = command(&["node", "tests/bench/run.mjs"]);
    bench.args(arguments).env("EMIC_DIST", site);
    if let Some(browser) = tools::chromium() {
        bench.env("CHROMIUM", browser);
    }
    succeed(&mut bench)
}
