//! Rules and definitions: AST to a closed, type-checked form, and its evaluation in Kleene logic.

mod builtin;
mod errors;
mod eval;
mod ir;
mod lower;
mod lower_path;
mod ruleset;
mod template;
mod types;
mod value;
mod written;

pub use builtin::Builtin;
pub(crate) use builtin::{peers, ports_used};
pub use eval::{Evaluator, FactUse, Need, Truth};
pub(crate) use ir::{Accessor, Piece};
pub use ir::{Function, Ir, Template, Test};
pub use lower::{Lowering, Variable};
pub use ruleset::{Assertion, Clause, Define, Domain, Factor, Rule, RuleSet, lower};
pub(crate) use template::words;
pub use types::Type;
pub use value::{Items, Val};
pub use written::{Written, condition, said, written};
