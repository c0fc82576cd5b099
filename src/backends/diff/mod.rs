//! What changed between two models, as a reviewer reads it: lines for a terminal, Markdown for a pull request, a page, JSON.

mod json;
mod markdown;
mod page;
mod pieces;
mod remarks;
mod surface;
mod text;
mod told;

pub use json::{json, schema};
pub use markdown::{LONGEST_COMMENT, markdown};
pub use page::{Drawn, html};
pub use text::text;
