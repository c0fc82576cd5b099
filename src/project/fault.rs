//! Why a model cannot be opened.

use crate::diagnostic::Diagnostic;
use crate::program::ReadError;

/// Why a model cannot be opened.
#[derive(Debug)]
pub(crate) enum Fault {
    /// In words.
    Cannot(String),
    /// Something of the manifest is wrong.
    Diagnosed(Vec<Diagnostic>),
}

impl Fault {
    /// What went wrong, and with what.
    pub(crate) fn cannot(verb: &str, path: impl AsRef<std::path::Path>, reason: &dyn std::fmt::Display) -> Self {
        Self::Cannot(format!("cannot {verb} `{}`: {reason}", path.as_ref().display()))
    }

    /// What went wrong, in one line.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Self::Cannot(reason) => reason.clone(),
            Self::Diagnosed(diagnostics) => diagnostics.first().map(|one| one.message.clone()).unwrap_or_default(),
        }
    }

    /// A file that could not be read.
    pub(crate) fn unreadable(path: impl AsRef<std::path::Path>, error: &ReadError) -> Self {
        Self::cannot("read", path, error)
    }
}

/// A system's error in plain words, without its number.
pub(crate) fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        std::io::ErrorKind::StorageFull => "no space is left on the device".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
    }
}
