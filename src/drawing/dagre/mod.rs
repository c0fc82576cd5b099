//! Layout by `dagre`: it ranks and orders the boxes, our own router leads the lines.
//!
//! `dagre` knows neither ports nor level lines, and leads flows through boxes that it has no tie with; so only the places of boxes are taken.

mod engine;
mod places;

pub use engine::DagreEngine;
