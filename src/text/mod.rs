//! Source texts and places in them. Knows nothing of the language.

mod source;
mod span;

pub use source::{SourceFile, SourceMap};
pub use span::{FileId, Span};
