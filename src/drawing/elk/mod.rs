//! Layout by ELK's layered algorithm, in the form of input that was measured to be safe: every end of a flow has a connection
//! point of its own, circles are broken beforehand, ids are generated.

mod engine;
mod input;
mod output;
mod plan;

pub use engine::ElkEngine;
