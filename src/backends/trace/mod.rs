//! The trace from threats to what was done about them and back (checklist rows H1 and K1 to K4): threat, risk, control, requirement, test,
//! result, statement in the instructions for use, component of the bill of materials. What is broken comes first.

mod chain;
mod csv;
mod index;
mod markdown;

pub(super) use chain::shown_by;
pub use csv::table;
pub use markdown::page;
pub(super) use markdown::{links, software};
