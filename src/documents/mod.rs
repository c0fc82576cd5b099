//! What documents for customers need beyond threats: headings and facts that the library asks for, and what of them the model leaves unsaid.
//!
//! Which headings there are, and of which elements an attribute is asked, is said in the library: a type with `asks` wants at least one element
//! of its kind in the model, an attribute with `asked_where` a value on each element for which a derived attribute holds.

mod heading;
mod idle;
mod piece;
mod unsaid;

pub(crate) use heading::check_headings;
pub(crate) use idle::check_requirements;
pub use piece::{Piece, applies, holds, pieces};
pub use unsaid::{Unsaid, unsaid};
