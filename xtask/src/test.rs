//! `cargo xtask test`: every check and test in order, or some of them, with one count at the end.
use crate::{
    Failure, build, glue,
    step::{command, seconds, step},
    tools,
};
use std::{
    cell::OnceCell,
    io::{BufRead, BufReader},
    ops::Add,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

const PARTS: [&str; 8] = ["fmt", "clippy", "host", "tidy", "web", "glue", "e2e", "browsers"];
const WASM: &str = "wasm32-unknown-unknown";

/// How many tests passed and failed; a check without tests of its own counts as one.
#[derive(Clone, Copy, Default)]
pub struct Count {
    passed: u32,
    failed: u32,
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// What was asked for on the command line.
struct Asked {
    parts: Vec<String>,
    filter: Option<String>,
    dev: bool,
    /// The built site that `glue` and `e2e` look at, built when first needed.
    site: OnceCell<PathBuf>,
}

/// Runs the parts named in `arguments` (all without any), prints the count, and fails if anything failed.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let begun = Instant::now();
    let asked = read(arguments)?;
    tools_for(&asked)?;
    let mut total = Count::default();
    let mut failed = Vec::new();
    for part in PARTS.into_iter().filter(|part| asked.parts.iter().any(|asked| asked == part)) {
        let part_begun = Instant::now();
        println!("\n== {part}");
        let count = match part {
            "fmt" => one(&mut command(&["cargo", "fmt", "--all", "--check"])),
            "clippy" => clippy(),
            "host" => host(asked.filter.as_deref()),
            "tidy" => counted(with_filter(command(&["cargo", "test", "-q", "-p", "xtask"]), asked.filter.as_deref())),
            "web" => web(asked.filter.as_deref()),
            "glue" => site(&asked).and_then(|site| Ok(check_glue(&site)? + check_size(&site, &asked))),
            "e2e" => site(&asked).and_then(|site| journeys("tests/e2e", &site, asked.filter.as_deref())),
            _ => site(&asked).and_then(|site| journeys("tests/browsers", &site, asked.filter.as_deref())),
        };
        let count = count.unwrap_or_else(|failure| {
            eprintln!("{failure}");
            Count { passed: 0, failed: 1 }
        });
        println!("== {part}: {} passed, {} failed, {}", count.passed, count.failed, seconds(part_begun.elapsed()));
        total = total + count;
        if count.failed > 0 {
            failed.push(part);
        }
    }
    println!("\nAll in {}.", seconds(begun.elapsed()));
    if total.passed == 0 && total.failed == 0 {
        return Err("No test ran: none has that name.".to_owned());
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if failed.is_empty() { Ok(()) } else { Err(format!("Failed: {}", failed.join(", "))) }
}

fn read(arguments: &[String]) -> Result<Asked, Failure> {
    let mut asked = Asked { parts: Vec::new(), filter: None, dev: false, site: OnceCell::new() };
    for argument in arguments {
        match argument.as_str() {
            "--dev" => asked.dev = true,
            part if PARTS.contains(&part) => asked.parts.push(part.to_owned()),
            flag if flag.starts_with('-') => return Err(format!("`test` knows --dev, not '{flag}'")),
            filter if asked.filter.is_none() => asked.filter = Some(filter.to_owned()),
            other => return Err(format!("One filter at a time, not '{other}' too")),
        }
    }
    match (asked.parts.is_empty(), &asked.filter) {
        (true, Some(word)) => Err(format!("'{word}' is no part of the tests; they are: {}", PARTS.join(" "))),
        (true, None) => {
            asked.parts = PARTS.map(str::to_owned).to_vec();
            Ok(asked)
        }
        _ => Ok(asked),
    }
}

fn tools_for(asked: &Asked) -> Result<(), Failure> {
    let any = |parts: &[&str]| asked.parts.iter().any(|part| parts.contains(&part.as_str()));
    if any(&["fmt", "clippy"]) {
        tools::for_checks()?;
    }
    if any(&["clippy", "web", "glue", "e2e", "browsers"]) {
        tools::for_dev_build()?;
    }
    if any(&["web", "e2e", "browsers"]) {
        tools::for_browser_tests()?;
    }
    if any(&["browsers"]) {
        tools::for_other_browsers()?;
    }
    Ok(())
}

fn clippy() -> Result<Count, Failure> {
    let host =
        one(command(&["cargo", "clippy", "-q", "--workspace", "--exclude", "emic", "--all-targets"]).args(DENY))?;
    let app = one(command(&["cargo", "clippy", "-q", "-p", "emic", "--all-targets", "--target", WASM]).args(DENY))?;
    Ok(host + app)
}

const DENY: [&str; 3] = ["--", "-D", "warnings"];

/// The crates that know no browser, built and tested without the app; then those tests of the app that need no browser.
fn host(filter: Option<&str>) -> Result<Count, Failure> {
    let words = ["cargo", "test", "-q", "--no-fail-fast", "--workspace", "--exclude", "emic", "--exclude", "xtask"];
    let crates = counted(with_filter(command(&words), filter))?;
    let app = counted(with_filter(command(&["cargo", "test", "-q", "-p", "emic", "--bins"]), filter))?;
    Ok(crates + app)
}

/// Tests of the app inside a headless Chromium, which `webdriver.json` starts.
fn web(filter: Option<&str>) -> Result<Count, Failure> {
    let mut tests = command(&["cargo", "test", "--no-fail-fast", "-p", "emic", "--target", WASM]);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    tests.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    if let Some(driver) = tools::chromedriver() {
        tests.env("CHROMEDRIVER", driver);
    }
    counted(with_filter(tests, filter))
}

/// The site that was named by `EMIC_DIST`, or else one built now.
fn site(asked: &Asked) -> Result<PathBuf, Failure> {
    if let Some(site) = asked.site.get() {
        return Ok(site.clone());
    }
    let site = match std::env::var_os("EMIC_DIST") {
        Some(named) => PathBuf::from(named),
        None => PathBuf::from(build::make(!asked.dev)?),
    };
    let site = site.canonicalize().map_err(|error| format!("{}: {error}", site.display()))?;
    Ok(asked.site.get_or_init(|| site).clone())
}

fn check_glue(site: &Path) -> Result<Count, Failure> {
    let found = step("look for calls to the network in what is shipped", || glue::network_calls(site))?;
    for call in &found {
        println!("  {call}");
    }
    Ok(if found.is_empty() { Count { passed: 1, failed: 0 } } else { Count { passed: 0, failed: 1 } })
}

/// Whether the first screen needs no more than its limit; looked at only on an optimised site that was built here.
fn check_size(site: &Path, asked: &Asked) -> Count {
    if asked.dev || std::env::var_os("EMIC_DIST").is_some() {
        return Count::default();
    }
    match build::sizes(site) {
        Ok(()) => Count { passed: 1, failed: 0 },
        Err(why) => {
            println!("  {why}");
            Count { passed: 0, failed: 1 }
        }
    }
}

/// Journeys in real browsers, as a person does them: in Chromium in `tests/e2e`, in the others and at a tablet's widths
/// in `tests/browsers`. The filter names files, or else tests.
fn journeys(folder: &str, site: &Path, filter: Option<&str>) -> Result<Count, Failure> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|error| format!("{folder}: {error}"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    let mut words = command(&["node", "--test", "--test-reporter=spec", "--test-concurrency=2"]);
    if let Some(filter) = filter {
        let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().contains(filter));
        if files.iter().any(named) {
            files.retain(named);
        } else {
            words.arg(format!("--test-name-pattern={filter}"));
        }
    }
    words.args(files).env("EMIC_DIST", site);
    for (variable, program) in [
        ("CHROMIUM", tools::chromium()),
        ("FIREFOX", tools::firefox()),
        ("WEBKIT_DRIVER", tools::webkit_driver()),
        ("XVFB", tools::xvfb()),
    ] {
        if let Some(program) = program {
            words.env(variable, program);
        }
    }
    counted(words)
}

fn with_filter(mut tests: Command, filter: Option<&str>) -> Command {
    if let Some(filter) = filter {
        tests.args(["--", filter]);
    }
    tests
}

/// Runs a check that has no tests to count.
fn one(check: &mut Command) -> Result<Count, Failure> {
    let status = check.status().map_err(|error| error.to_string())?;
    Ok(if status.success() { Count { passed: 1, failed: 0 } } else { Count { passed: 0, failed: 1 } })
}

/// Runs tests with their output shown, and adds up the counts that they print.
fn counted(mut tests: Command) -> Result<Count, Failure> {
    let mut child = tests.stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    let mut count = Count::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.map_err(|error| error.to_string())?;
            println!("{line}");
            read_counts(&mut count, &line);
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    // A test that does not compile, or a runner that dies, prints no count of its own.
    if !status.success() && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

/// Reads the counts out of `test result: ok. 3 passed; 1 failed; …` (Rust) and `ℹ pass 3`, `ℹ fail 1` (node).
fn read_counts(count: &mut Count, line: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |word: &str| word.parse::<u32>().unwrap_or(0);
    match words.as_slice() {
        ["test", "result:", _, passed, "passed;", failed, "failed;", ..] => {
            count.passed += number(passed);
            count.failed += number(failed);
        }
        ["ℹ", "pass", passed] => count.passed += number(passed),
        ["ℹ", "fail" | "cancelled", failed] => count.failed += number(failed),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_both_runners() {
        let mut count = Count::default();
        for line in [
            "test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "ℹ pass 3",
            "ℹ fail 1",
            "ℹ tests 4",
            "a test result: ok",
        ] {
            read_counts(&mut count, line);
        }
        assert_eq!((count.passed, count.failed), (15, 3));
    }

    #[test]
    fn a_word_that_is_no_part_is_refused_alone_and_a_filter_after_a_part() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(read(&words("journey")).is_err());
        let asked = read(&words("e2e --dev start")).unwrap();
        assert_eq!((asked.parts, asked.filter, asked.dev), (vec!["e2e".to_owned()], Some("start".to_owned()), true));
        assert_eq!(read(&[]).unwrap().parts.len(), PARTS.len());
    }
}
