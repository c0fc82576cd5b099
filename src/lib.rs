//! Ward: a language for threat models of medical devices, and its compiler.
pub mod cli;
pub mod diagnostic;
pub mod format;
pub mod model;
pub mod program;
pub mod session;
pub mod syntax;
pub mod text;
pub mod words;
