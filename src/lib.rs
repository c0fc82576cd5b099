//! Ward: a compiler for threat models of medical devices.

/// What an artifact shows, sorted and worded, before it takes a form.
pub mod report;

/// Diagrams: text measured, boxes placed, lines routed, SVG painted.
pub mod drawing;

/// Report in, text of one format out.
pub mod backends;

/// The outside: arguments, files, other programs.
pub mod cli;
