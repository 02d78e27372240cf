//! Building the site with Trunk, and saying how big it is.
use crate::{
    Failure,
    step::{command, seconds, step, succeed},
    tools,
};
use std::{path::Path, time::Instant};

/// Where the unoptimised site goes, apart from the one that is shipped.
pub const DEV_DIST: &str = "target/dev-dist";
/// Where the optimised site goes.
pub const DIST: &str = "dist";

/// `cargo xtask build`: the optimised site in `dist/`, with the size of every file.
pub fn release(arguments: &[String]) -> Result<(), Failure> {
    if let Some(unknown) = arguments.first() {
        return Err(format!("`build` takes no argument, not '{unknown}'"));
    }
    let begun = Instant::now();
    make(true)?;
    sizes(Path::new(DIST))?;
    println!("Built {DIST}/ in {}.", seconds(begun.elapsed()));
    Ok(())
}

/// `cargo xtask sample`: the project file of the sample study, which is checked in so that a plain `trunk serve` has it.
pub fn sample(arguments: &[String]) -> Result<(), Failure> {
    if let Some(unknown) = arguments.first() {
        return Err(format!("`sample` takes no argument, not '{unknown}'"));
    }
    let words = ["cargo", "run", "-q", "-p", "emic-sample", "--", "examples/sample-study", "web/sample-study.json"];
    step("make the sample study", || succeed(&mut command(&words)))
}

/// Prints the size of every file of a built, optimised site; an error if what the first screen needs is over its limit.
pub fn sizes(site: &Path) -> Result<(), Failure> {
    step("sizes", || succeed(command(&["node", "xtask/sizes.mjs"]).arg(site)))
}

/// Builds the site, optimised or for development; returns the folder it is in.
pub fn make(release: bool) -> Result<&'static str, Failure> {
    tools::for_dev_build()?;
    let mut words = vec!["trunk", "build", "--offline", "--skip-version-check", "--dist"];
    if release {
        tools::for_release_build()?;
        words.extend([DIST, "--release"]);
    } else {
        words.push(DEV_DIST);
    }
    let name = if release { "build the optimised app" } else { "build the app, unoptimised" };
    step(name, || succeed(&mut tools::with_node_tools(&words)))?;
    Ok(if release { DIST } else { DEV_DIST })
}
