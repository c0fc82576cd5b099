//! How a run of Ward ends.

use crate::diagnostic::Diagnostic;
use crate::program::ReadError;
use crate::project::Fault;
pub(crate) use crate::project::plain;

/// What the calling process is told. A worse end wins over a better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Nothing to complain about.
    Clean = 0,
    /// The gate refused, or formatting differs.
    Refused = 1,
    /// The model does not compile.
    Broken = 2,
    /// Ward could not do what it was asked to.
    Failed = 3,
}

/// Why a command stopped before its end.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Ward could not run; in words.
    Cannot(String),
    /// Something that is not the model, but has a source to point at, is wrong.
    Diagnosed(Vec<Diagnostic>),
    /// Nobody reads the output any more.
    Unread,
}

/// How a command ends.
pub(crate) type Outcome = Result<Exit, Failure>;

impl Failure {
    /// What went wrong, and with what.
    pub(crate) fn cannot(verb: &str, path: impl AsRef<std::path::Path>, reason: &dyn std::fmt::Display) -> Self {
        Self::Cannot(format!("cannot {verb} `{}`: {reason}", path.as_ref().display()))
    }

    /// A file that could not be read.
    pub(crate) fn unreadable(path: impl AsRef<std::path::Path>, error: &ReadError) -> Self {
        Self::cannot("read", path, error)
    }
}

impl From<String> for Failure {
    fn from(reason: String) -> Self {
        Self::Cannot(reason)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Cannot(reason) => Self::Cannot(reason),
            Fault::Diagnosed(diagnostics) => Self::Diagnosed(diagnostics),
        }
    }
}
