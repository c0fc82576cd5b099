//! Ward: compiles threat models of medical devices.

use std::process::ExitCode;

fn main() -> ExitCode {
    ward::cli::run(std::env::args_os())
}
