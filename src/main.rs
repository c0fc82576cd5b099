//! Ward.
fn main() {}
