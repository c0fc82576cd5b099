//! Ward from the outside, in one binary: one link instead of one a file.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests stand outside, and stop at the first surprise")]

mod architecture;
mod attack;
mod bad_input;
mod behaviour;
mod bom;
mod catalogue;
mod checklist;
mod clauses;
mod compare;
mod coverage;
mod decisions;
mod diagnostics;
mod drawings;
mod emitted;
mod explain;
mod format;
mod formats;
mod golden;
mod hostile;
mod kit;
mod library;
mod library_check;
mod matrix;
mod model_json;
mod pack_checks;
mod paths;
mod ports;
mod properties;
mod readme;
mod report;
mod risk;
mod sequence;
mod views;
mod workbooks;
mod world;
