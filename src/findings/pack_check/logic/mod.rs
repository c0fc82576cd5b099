//! Whether conditions can hold, whatever a model says: the closed form of rules as formulas over facts with few values each, and a search
//! for values that make them come out as wanted.
//!
//! The search knows the values of sets and scales, the line of types, what `known` says of a fact, and that an `any` over a list which
//! holds needs an item that passes, while those that do not hold refuse it. Everything else is taken to be possible, so that a rule is
//! never called impossible that is not.

mod form;
mod search;
mod terms;
mod truths;

pub(super) use form::Forms;
pub(super) use search::possible;
pub(super) use terms::Form;
pub(super) use truths::Truths;
