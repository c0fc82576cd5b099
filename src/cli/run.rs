//! From arguments to an exit status.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use super::args::{Args, Command, MessageFormat};
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
    if args.global.message_format == MessageFormat::Sarif && !matches!(args.command, Command::Check { .. }) {
        Console::new(&args.global, true).failure("`--message-format sarif` is for `ward check`; `ward emit sarif` writes a file");
        return Exit::Failed;
    }
    let console = Console::new(&args.global, args.command.prints());
    let mut cx = Cx::new(args.global, console);
    command::run(&mut cx, &args.command).unwrap_or_else(|failure| cx.failed(failure))
}
