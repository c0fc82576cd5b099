//! The model as a graph: what data can get from where to where, and from where an attacker gets at an element.

mod exposure;
mod flow_graph;
mod weakest;

pub use exposure::Exposures;
pub use flow_graph::FlowGraph;
pub use weakest::{Distances, Way, WayGraph};
