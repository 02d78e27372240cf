use emic_core::edit::EditError;

/// Why the study cannot be made, for those who change it.
#[derive(Debug)]
#[allow(missing_docs, reason = "what the fields hold is said with the variant")]
pub enum Fault {
    /// A file or folder cannot be read.
    Unreadable { path: String, cause: std::io::Error },
    /// A file is not what it must be.
    NotUnderstood { path: String, cause: serde_json::Error },
    /// The name of a file of codings is not `<document>.<coder>.json`, or one of the two is not in the study.
    NobodysCoding { file: String },
    /// A folder, coder or code is named that the study does not have.
    Unknown { what: &'static str, name: String, at: String },
    /// A quotation's words are not in the text, or not that often, or what it goes through to does not follow in the
    /// same paragraph.
    NotInText { document: String, words: String },
    /// An edit was refused, such as a code used before it was made.
    Refused { step: String, cause: EditError },
    /// The project cannot be written.
    Unwritable { cause: String },
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Unreadable { path, cause } => write!(f, "{path}: {cause}"),
            Fault::NotUnderstood { path, cause } => write!(f, "{path}: {cause}"),
            Fault::NobodysCoding { file } => {
                write!(f, "{file}: call it <document>.<coder>.json, after a document and a coder of study.json")
            }
            Fault::Unknown { what, name, at } => write!(f, "{at}: there is no {what} “{name}” in study.json"),
            Fault::NotInText { document, words } => write!(f, "{document}: “{words}” does not stand there as said"),
            Fault::Refused { step, cause } => write!(f, "{step}: {cause:?}"),
            Fault::Unwritable { cause } => f.write_str(cause),
        }
    }
}

impl std::error::Error for Fault {}
