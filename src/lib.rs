//! Ward: a language for threat models of medical devices, and its compiler.
pub mod compile;
pub mod diagnostic;
pub mod findings;
pub mod graph;
pub mod model;
pub mod program;
pub mod report;
pub mod rules;
pub mod session;
pub mod syntax;
pub mod text;
pub mod words;
