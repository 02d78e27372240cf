//! `emic-sample <folder> <file>`: makes the sample study's project file. `cargo xtask sample` calls it.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, file] = arguments.as_slice() else {
        eprintln!("emic-sample <folder of the study> <file to write>");
        return ExitCode::FAILURE;
    };
    let made = emic_sample::build(Path::new(folder)).map_err(|fault| fault.to_string());
    let written = made.and_then(|bytes| match std::fs::write(file, &bytes) {
        Ok(()) => Ok(bytes.len()),
        Err(error) => Err(format!("{file}: {error}")),
    });
    match written {
        Ok(length) => {
            println!("{file}: {length} bytes");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
