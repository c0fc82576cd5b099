//! Ward: a language for threat models of medical devices, and its compiler.
//!
//! # Steps
//!
//! `text`, `words` and `threads` know nothing of the language; `diagnostic` is what the user is told; `syntax` reads a file, `format` lays it out;
//! `program` follows imports; `model` resolves names and values; `bom` reads bills of materials; `graph` computes reachability; `rules`
//! lowers and evaluates expressions; `findings` asks every rule of every element, `standards` every clause; `documents` knows what customers have to be told; `report` words the result; `diff` holds two of them against each other;
//! `drawing` and `backends` write it.
//! [`compile`](compile::compile) runs them. `project` finds and reads a folder with a model, `lsp` serves editors, `cli` people and scripts; nothing below
//! them touches files, environment and clock.

pub mod backends;
pub mod bom;
pub mod cli;
pub mod compile;
pub mod diagnostic;
pub mod diff;
pub mod documents;
pub mod drawing;
pub mod findings;
pub mod format;
pub mod graph;
pub mod lsp;
pub mod model;
pub mod program;
mod project;
pub mod report;
pub mod risk;
pub mod rules;
pub mod session;
pub mod standards;
pub mod syntax;
pub mod text;
pub mod threads;
pub mod words;
