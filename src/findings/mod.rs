//! Rules asked of a model: findings with their states, the decisions on them, and the tests of the rules themselves.

mod checked;
mod decisions;
mod errors;
mod finding;
mod judge;
mod pack_check;
mod state;
mod testing;

pub(crate) use checked::Checked;
pub(crate) use decisions::decide;
pub use decisions::{Choice, Decision};
pub use finding::{Finding, Findings, Verdict};
pub(crate) use judge::check_assertions;
pub use judge::{find, is_about};
pub(crate) use pack_check::{Twins, check_packs, reference_title, stated_reason};
pub use state::State;
pub(crate) use testing::{Circumstances, run_tests};
