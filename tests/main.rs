//! The one test binary: one module a subject.
#![expect(clippy::disallowed_methods, reason = "tests read their own files")]

mod diagnostics;
mod explain;
mod library;
mod properties;
mod world;
