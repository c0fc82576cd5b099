//! The command line. The only part of Ward that prints, reads and writes files, and looks at the clock and the environment.
//!
//! ```text
//! args ─► run ─► command ─► project (folder, manifest, world) ─► compiler ─► console, write
//! ```
#![expect(clippy::disallowed_methods, reason = "this is the outside")]

mod args;
mod command;
mod compiler;
mod configuration;
mod console;
mod depfile;
mod emission;
mod exit;
mod explanation;
mod files;
pub mod graphviz;
mod layout_panics;
mod layouts;
mod listing;
mod manifest;
mod message;
mod os_world;
mod pictures;
mod products;
mod project;
mod records;
mod revision;
mod risk_page;
mod run;
mod sheets;
mod sides;
mod skeleton;
mod stamping;
mod today;
mod trace_page;
mod write;

pub use run::run;
