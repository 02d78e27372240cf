//! What is asked for.

use std::ffi::OsString;
use std::path::PathBuf;

use emic_formats::text_file::Encoding;
use lexopt::prelude::*;

/// How it is used.
pub const HELP: &str = "\
Usage: emic-cli import FILE... --out PROJECT.json [options]

Reads documents (docx, odt, rtf, html, epub, pdf, vtt, srt, csv, xlsx, ods, txt, md, and zip archives of them) as the
app does, finds who speaks in them, and writes a project that the app opens. Tells what became of each file as a line of
JSON on the standard output.

Options:
  --out PATH         the project to write; - for none, only the report
  --title WORDS      the project's title (default: Imported)
  --coder NAME       who brings the documents in (default: emic-cli)
  --encoding LABEL   the encoding of files of letters, such as windows-1256 (default: found out)
  --no-tidy          leave line breaks, hyphens and page headers as they are
  --rejected         take tracked changes as rejected (default: accepted)
  --help, --version

Ends with 0 if every file came in, 1 if some did not, 2 if nothing could be done.";

/// A project to be made of files.
#[derive(Debug, PartialEq)]
pub struct Import {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Where the project goes; none for the report alone.
    pub out: Option<PathBuf>,
    /// Its title.
    pub title: String,
    /// Who brings them in.
    pub coder: String,
    /// The encoding of files of letters.
    pub encoding: Option<Encoding>,
    /// Whether texts are tidied as it is suggested.
    pub tidy: bool,
    /// Whether tracked changes are taken as rejected.
    pub rejected: bool,
}

/// What is to be done.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// To tell how it is used.
    Help,
    /// To tell which version it is.
    Version,
    /// To import files.
    Import(Import),
}

impl Command {
    /// Reads the arguments, the program's name first.
    ///
    /// # Errors
    /// What is wrong with them, in words.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
        let mut parser = lexopt::Parser::from_iter(arguments);
        let mut verb = None;
        let mut out = None;
        let mut import = Import {
            files: Vec::new(),
            out: None,
            title: "Imported".to_owned(),
            coder: "emic-cli".to_owned(),
            encoding: None,
            tidy: true,
            rejected: false,
        };
        let words = |error: lexopt::Error| error.to_string();
        while let Some(argument) = parser.next().map_err(words)? {
            match argument {
                Long("help") | Short('h') => return Ok(Command::Help),
                Long("version") | Short('V') => return Ok(Command::Version),
                Long("out") | Short('o') => out = Some(PathBuf::from(parser.value().map_err(words)?)),
                Long("title") => import.title = parser.value().and_then(|it| it.string()).map_err(words)?,
                Long("coder") => import.coder = parser.value().and_then(|it| it.string()).map_err(words)?,
                Long("encoding") => {
                    let label = parser.value().and_then(|it| it.string()).map_err(words)?.to_ascii_lowercase();
                    let known = Encoding::from_label(&label);
                    import.encoding = Some(known.ok_or_else(|| format!("“{label}” is no encoding that is known"))?);
                }
                Long("no-tidy") => import.tidy = false,
                Long("rejected") => import.rejected = true,
                Value(value) if verb.is_none() => verb = Some(value),
                Value(value) => import.files.push(value.into()),
                other => return Err(other.unexpected().to_string()),
            }
        }
        match verb.as_deref().and_then(|verb| verb.to_str()) {
            Some("import") => {}
            Some(other) => return Err(format!("“{other}” is nothing that can be done")),
            None => return Err("what is to be done?".to_owned()),
        }
        if import.files.is_empty() {
            return Err("no file is named".to_owned());
        }
        for (what, value) in [("title", &import.title), ("coder", &import.coder)] {
            if value.trim().is_empty() {
                return Err(format!("the {what} has no visible character"));
            }
        }
        let out = out.ok_or("--out says where the project goes (- for nowhere)")?;
        import.out = (out.as_os_str() != "-").then_some(out);
        Ok(Command::Import(import))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, String> {
        Command::parse(std::iter::once("emic-cli").chain(line.split_whitespace()).map(OsString::from))
    }

    #[test]
    fn what_is_asked_for_is_understood() {
        let Ok(Command::Import(import)) = parse("import a.txt -o p.json b.pdf --encoding Windows-1256 --no-tidy")
        else {
            panic!()
        };
        assert_eq!(import.files, [PathBuf::from("a.txt"), PathBuf::from("b.pdf")]);
        assert_eq!(
            (import.out, import.encoding, import.tidy),
            (Some("p.json".into()), Some(Encoding::Windows1256), false)
        );
        let Ok(Command::Import(import)) = parse("import a.txt --out -") else { panic!() };
        assert_eq!(import.out, None);
        assert_eq!(parse("--help"), Ok(Command::Help));
        for wrong in
            ["", "export a", "import", "import a.txt", "import a --out p --encoding ebcdic", "import a --colour"]
        {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
