//! The language server through the protocol.

mod client;
mod conversation;
mod diagnostics;
mod reading;
