//! The outside: arguments, files, other programs.
#![expect(clippy::disallowed_methods, reason = "this is the outside")]

pub mod graphviz;
pub mod layout_panics;
