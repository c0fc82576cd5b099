//! The system as an attacker sees it: where one can begin, what leads on from there, and what stands in the way.
//!
//! How much an obstacle hinders is data of the library: factors with `hinders_outsider` and `hinders_peer`. What is not known, or claimed with
//! nothing behind it, hinders nobody.

mod content;
mod graph;
mod obstacles;
mod positions;

pub use graph::{AttackGraph, Passage};
pub use obstacles::{Obstacle, Stance, Standing};
pub use positions::Position;
