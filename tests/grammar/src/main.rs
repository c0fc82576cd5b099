//! `generate-grammar GRAMMAR OUT`: the parser of the grammar in a folder, into another folder. Evaluates `grammar.js` by Node.

use std::path::Path;
use std::process::ExitCode;

use tree_sitter_generate::{OptLevel, generate_parser_in_directory};

/// The newest interface between parser and runtime that Emacs 29 and Neovim 0.9 know.
const INTERFACE: usize = 14;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [grammar, out] = &arguments[..] else {
        eprintln!("usage: generate-grammar GRAMMAR OUT");
        return ExitCode::FAILURE;
    };
    let source = Path::new(grammar).join("grammar.js");
    let mut notes = Vec::new();
    let made = generate_parser_in_directory(
        grammar,
        Some(out),
        Some(source),
        INTERFACE,
        None,
        Some("node"),
        true,
        OptLevel::default(),
        &mut notes,
    );
    for note in &notes {
        eprintln!("{note:?}");
    }
    match made {
        Ok(()) if notes.is_empty() => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
