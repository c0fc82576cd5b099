//! What the compiler may ask of its surroundings.

use std::sync::Arc;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// There is no such file.
    Missing,
    /// It lies (perhaps through a link) outside the folders that may be read.
    Outside,
    /// It is larger than the given number of bytes.
    TooLarge(u64),
    /// It is not UTF-8; the offset of the first bad byte.
    NotText(usize),
    /// Anything else, in the system's words.
    Other(String),
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file"),
            Self::Outside => f.write_str("it lies outside the model's folder"),
            Self::TooLarge(limit) => write!(f, "it is larger than {} MiB", limit / (1024 * 1024)),
            Self::NotText(at) => write!(f, "it is not UTF-8 text (byte {at})"),
            Self::Other(reason) => f.write_str(reason),
        }
    }
}

/// The files a compilation may see.
pub trait World {
    /// The text of a model's file, or of a document that it names. `path` uses `/` and is relative to where the root path is.
    ///
    /// # Errors
    /// Where the file is missing, is no text, is too large or may not be read.
    fn read(&self, path: &str) -> Result<Arc<str>, ReadError>;

    /// Name (for messages) and text of a library module such as `std.medical`.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    fn library(&self, module: &str) -> Result<(String, Arc<str>), ReadError>;

    /// Every library module there is, for the nearest name.
    fn modules(&self) -> Vec<String>;
}
