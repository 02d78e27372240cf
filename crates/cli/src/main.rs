//! Emic without a browser. `emic-cli import FILE... --out project.json` reads files as the app does and writes a project
//! that the app opens; what became of each file is told on the standard output, a line of JSON each.

mod arguments;
mod import;
mod report;

use std::process::ExitCode;

use arguments::{Command, HELP};

/// How much stack a reader gets: as much as one of deep parts may need, and more than a worker of the page has.
const STACK: usize = 64 * 1024 * 1024;

fn main() -> ExitCode {
    let command = match Command::parse(std::env::args_os()) {
        Ok(command) => command,
        Err(why) => {
            eprintln!("emic-cli: {why}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match command {
        Command::Help => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
        Command::Version => {
            println!("emic-cli {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        Command::Import(wanted) => {
            let work = std::thread::Builder::new().stack_size(STACK).spawn(move || import::run(&wanted));
            match work.map(|work| work.join()) {
                Ok(Ok(Ok(all))) if all => ExitCode::SUCCESS,
                // Some files were not taken; which ones and why is in the report.
                Ok(Ok(Ok(_))) => ExitCode::from(1),
                Ok(Ok(Err(why))) => {
                    eprintln!("emic-cli: {why}");
                    ExitCode::from(2)
                }
                Ok(Err(_)) | Err(_) => {
                    eprintln!("emic-cli: the import ended before its time; nothing was written");
                    ExitCode::from(3)
                }
            }
        }
    }
}
