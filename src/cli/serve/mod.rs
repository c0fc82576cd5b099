//! The report in a browser: a page that shows it, tells what is wrong with the model, and follows every change.
//!
//! ```text
//! command ─► Board (the newest State) ─► Server: / (shell), /report.html, /messages, /events
//! ```
//!
//! The report itself is the file that `ward emit report` writes, to the byte; the shell around it loads it anew. Only this machine is answered.

mod board;
mod http;
mod server;

pub(super) use board::{Board, State};
pub(super) use server::Server;
