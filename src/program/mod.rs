//! The root file and everything it imports. The only stage that asks the [`World`] for sources.

mod errors;
mod load;
mod remarks;
mod stdlib;
mod world;

pub(crate) use load::beside;
pub use load::{LoadedFile, Program, load};
pub use stdlib::STDLIB;
pub use world::{ReadError, World};
