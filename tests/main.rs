//! Ward from the outside, in one binary: one link instead of one a file.

mod bad_input;
mod format;
