//! The command line. The only part of Ward that writes files, and looks at the clock and the environment; it prints, as the language server does, and
//! reads files, as `project` does.
//!
//! ```text
//! args ─► run ─► command ─► project (folder, manifest, world) ─► compiler ─► console, write
//! ```
#![expect(clippy::disallowed_methods, reason = "this is the outside")]

mod args;
mod command;
mod configuration;
mod console;
mod depfile;
mod emission;
mod exit;
mod explanation;
pub mod graphviz;
mod layout_panics;
mod listing;
mod message;
mod pictures;
mod products;
mod records;
mod risk_page;
mod run;
mod serve;
mod sheets;
mod sides;
mod stamping;
mod templates;
mod today;
mod trace_page;
mod watch;
mod write;

pub use run::run;

use crate::backends::skeleton;
use crate::project::{self, compiler, manifest, os_world};
