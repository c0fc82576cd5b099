//! Ward: a language for threat models of medical devices, and its compiler.
pub mod backends;
pub mod diagnostic;
pub mod model;
pub mod program;
pub mod report;
pub mod session;
pub mod syntax;
pub mod text;
pub mod words;
