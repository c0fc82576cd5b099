//! What an artifact shows, sorted and worded, before it takes a form.

pub mod diagram;
pub mod title_block;
