//! Ward from the outside, in one binary: one link instead of one a file.
#![allow(clippy::disallowed_methods, reason = "tests stand outside")]

mod bad_input;
mod format;
mod sequence;
