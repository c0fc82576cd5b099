//! The language server through the protocol.

mod client;
mod completion;
mod conversation;
mod diagnostics;
mod doing;
mod reading;
mod showing;
