//! What changed from one compilation to another, as a reviewer asks for it: in come two [`Side`]s, out comes a [`Delta`], which is data only.
//!
//! Elements are the same by identity, which one that is renamed with `was:` keeps. Where and in which order things are written, and how they are
//! laid out, is no change. Nothing here knows about git, folders or formats.

mod assertions;
mod compare;
mod decisions;
mod delta;
mod elements;
mod errors;
mod facts;
mod packs;
mod records;
mod settings;
mod side;
mod software;
mod standing;
mod surface;
mod threats;
mod views;

pub use compare::compare;
pub use delta::*;
pub use side::Side;
