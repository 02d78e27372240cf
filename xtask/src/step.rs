//! Steps that say what they do and how long they took, and the commands they run.
use crate::Failure;
use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// Runs one named step, printing its start, and its end with the time taken.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    println!("· {name}");
    let begun = Instant::now();
    let result = work();
    let took = seconds(begun.elapsed());
    match &result {
        Ok(_) => println!("  {name}: {took}"),
        Err(_) => println!("  {name}: failed after {took}"),
    }
    result
}

/// A duration as people read it: `0.4 s`, `3 min 12 s`.
pub fn seconds(time: Duration) -> String {
    let all = time.as_secs_f64();
    if all < 60.0 { format!("{all:.1} s") } else { format!("{} min {:.0} s", (all / 60.0).floor(), all % 60.0) }
}

/// A command by its words: the program and its arguments.
pub fn command(words: &[&str]) -> Command {
    let mut command = Command::new(words.first().copied().unwrap_or_default());
    command.args(words.get(1..).unwrap_or_default());
    command
}

/// Runs a command with its output shown; an error names it and its exit status.
pub fn succeed(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|error| format!("{}: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", shown(command))) }
}

/// What a command prints on its standard output, or nothing where it cannot be run or fails.
pub fn output(words: &[&str]) -> Option<String> {
    let output = command(words).stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command for at most `limit`; true if it ended well in time. Ended by force otherwise.
pub fn within(limit: Duration, command: &mut Command) -> Result<bool, Failure> {
    let mut child = command.spawn().map_err(|error| format!("{}: {error}", shown(command)))?;
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.success()),
            Ok(None) if begun.elapsed() > limit => {
                let _ = child.kill();
                let _ = child.wait();
                return Ok(false);
            }
            Ok(None) => std::thread::sleep(Duration::from_millis(100)),
            Err(error) => return Err(format!("{}: {error}", shown(command))),
        }
    }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
