//! Standards held against the model: what each clause says of each element, and what the model answers where no check decides.

mod answers;
mod assess;
mod errors;
mod evidence;
mod naming;
mod question;

pub use answers::{Answer, answered_by};
pub(crate) use answers::{check, resolve};
pub use assess::{Standing, asks_for_one, assess, elements_of};
pub use evidence::Evidence;
pub use naming::meant;
pub use question::{Derived, derive};
