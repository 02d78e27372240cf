//! All automation: `cargo xtask <command>`. Each command installs what it needs after saying so, and prints its steps
//! with the time each took.
mod bench;
mod build;
mod glue;
mod serve;
mod step;
mod test;
mod tools;

use std::{path::PathBuf, process::ExitCode};

const USAGE: &str = "\
cargo xtask serve [--port N] [--release]   build, watch and serve the app on 127.0.0.1
cargo xtask build                          the optimised static site in dist/, with its sizes
cargo xtask test [PART...] [FILTER]        all tests, or some of: fmt clippy host tidy web glue e2e
                                           browsers (Firefox, WebKit, a tablet); glue, e2e and browsers
                                           take --dev: against a quick unoptimised build
cargo xtask bench [FILTER]                 measures the built site beside its floors
cargo xtask sample                         the sample study's file, web/sample-study.json, from examples/sample-study
cargo xtask setup                          installs every tool that the commands above need";

/// What went wrong, in words for the developer.
pub type Failure = String;

/// The repository's root: every command runs there, wherever it was called from.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

fn run(arguments: &[String]) -> Result<(), Failure> {
    std::env::set_current_dir(root()).map_err(|error| error.to_string())?;
    let (command, rest) = arguments.split_first().ok_or(USAGE)?;
    match command.as_str() {
        "serve" => serve::run(rest),
        "build" => build::release(rest),
        "test" => test::run(rest),
        "bench" => bench::run(rest),
        "sample" => build::sample(rest),
        "setup" => tools::setup(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("There is no command '{other}'.\n{USAGE}")),
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
