//! Report in, text of one format out. A backend computes nothing: what it prints is in its input.

pub mod dot;
pub mod escape;
pub mod mermaid;
