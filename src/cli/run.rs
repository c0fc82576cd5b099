//! From arguments to an exit status.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::session::Session;

use super::args::Args;
use super::command::{self, Cx};
use super::console::Console;
use super::exit::Exit;

/// Runs Ward with the arguments of a process, its own name first. Never panics, whatever it reads.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    ExitCode::from(exit(arguments) as u8)
}

fn exit(arguments: impl Iterator<Item = OsString>) -> Exit {
    super::layout_panics::hush_layout_panics();
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            // Nobody can be told that the help could not be printed.
            let _ = error.print();
            return if error.exit_code() == 0 { Exit::Clean } else { Exit::Failed };
        }
    };
    let console = Console::new(&args.global, args.command.prints());
    let mut cx = Cx { global: args.global, console, session: Session::default(), inputs: Vec::new() };
    match command::run(&mut cx, &args.command) {
        Ok(exit) => exit,
        Err(failure) => cx.failed(failure),
    }
}
