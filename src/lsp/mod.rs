//! The language server: what an editor asks while a model is being written. `ward lsp` speaks the Language Server Protocol over standard input
//! and output.
//!
//! ```text
//! editor ─► transport ─► server (first thread: order, cancelling) ─► worker (second: one job at a time)
//!                                                                      ├─ notifications ─► documents ─► workspace ─► root: compile
//!                                                                      ├─ requests ─► dispatch ─► a feature
//!                                                                      ├─ when it is quiet ─► publish: diagnostics
//!                                                                      └─ when nothing else waits ─► diagram ─► drawer (third)
//! ```
//!
//! There is no second compiler: every answer is read off the compilation `ward check` makes. `names` looks up again what the compiler forgets,
//! and `context` reads the lexemes before the cursor. A panic in one request is answered with an error.

mod actions;
mod capabilities;
mod completion;
mod context;
mod decisions;
mod diagram;
mod dispatch;
mod documents;
mod drawer;
mod edits;
mod extract;
mod folding;
mod formatting;
mod goto;
mod hints;
mod hover;
mod insert;
mod inventory;
mod keywords;
mod lenses;
mod links;
mod names;
mod overlay;
mod place;
mod position;
mod protocol;
mod publish;
mod rename;
mod replies;
mod root;
mod server;
mod state;
mod symbols;
mod tokens;
mod transport;
mod tree;
mod watching;
mod worker;
mod workspace;

pub use server::{Ended, Setup, serve, serve_stdio};
