//! Diagrams: a [`Diagram`] in, an SVG picture out.
//!
//! Text is measured ([`sized`]), a [`LayoutEngine`] gives places
//! ([`geometry`]), and our own painter (`svg::paint`) draws them, so that every engine's
//! picture looks the same. A use case needs no engine: [`sequence`] places and draws it. Nothing here knows the model, the disk or the clock.
//!
//! [`Diagram`]: crate::report::diagram::Diagram

mod canvas;
mod changes;
pub mod check;
pub mod dagre;
pub mod dot_engine;
pub mod dot_geometry;
mod draw;
#[cfg(feature = "elk")]
pub mod elk;
pub mod feedback;
pub mod fonts;
mod furniture;
pub mod geometry;
pub mod grid;
pub mod inline;
pub mod key;
pub mod layout;
mod legend;
pub mod memo;
pub(crate) mod nesting;
mod overlay;
pub mod paper;
pub mod parts;
pub mod pdf;
pub mod pinned;
pub mod png;
pub(crate) mod room;
pub(crate) mod router;
#[cfg(test)]
pub(crate) mod samples;
pub mod score;
pub mod sequence;
pub mod sheet;
pub mod sized;
mod straight;
pub mod svg;
mod symbols;
pub mod text_measure;
pub mod texts;
mod tidy;
pub mod tiles;
mod worker;
pub mod xml;

pub use draw::{Drawing, draw, print_size, svg};
pub use furniture::description;
pub use layout::{LayoutEngine, LayoutError, default_engine, fallback_engine};
