//! What can be wrong with imports. One function a message; codes TM01xx.

use crate::diagnostic::{Diagnostic, code::Code};
use crate::text::Span;
use crate::words::{nearest, tick};

use super::world::ReadError;

/// TM0101
pub(super) fn unreadable(span: Option<Span>, path: &str, error: &ReadError) -> Diagnostic {
    let message = format!("cannot read {}: {error}", tick(path));
    match span {
        Some(span) => Diagnostic::new(Code::UnreadableFile, span).message(message).label("imported here"),
        None => Diagnostic::nowhere(Code::UnreadableFile).message(message),
    }
}

/// TM0102
pub(super) fn missing_import(span: Span, path: &str, modules: &[String]) -> Diagnostic {
    let file = path.rsplit('/').next().unwrap_or(path);
    let module = modules.iter().find(|module| *module == file);
    Diagnostic::new(Code::MissingImport, span)
        .message(format!("there is no file {}", tick(path)))
        .label("imported here")
        .note("the path is relative to the file that imports")
        .maybe_help(module.map(|module| format!("a module of the library is named without quotation marks: `import {module}`")))
}

/// TM0103
pub(super) fn import_cycle(span: Span, circle: &[String]) -> Diagnostic {
    Diagnostic::new(Code::ImportCycle, span)
        .message("files import each other in a circle")
        .label("this import closes the circle")
        .note(circle.join(" → "))
        .help("move what both files need into a third file, and import that")
}

/// TM0104
pub(super) fn import_escapes(span: Span, path: &str) -> Diagnostic {
    Diagnostic::new(Code::ImportEscapes, span)
        .message(format!("{} lies outside the model's folder", tick(path)))
        .label("imported here")
        .note("a model is what its folder holds, so that it can be handed over and reviewed as a whole")
        .help("copy the file into the folder, or name its folder as a library path in ward.toml")
}

/// TM0105
pub(super) fn unknown_library(span: Span, module: &str, modules: &[String]) -> Diagnostic {
    let near = nearest(module, modules.iter().map(String::as_str));
    Diagnostic::new(Code::UnknownLibrary, span)
        .message(format!("there is no library module {}", tick(module)))
        .label("imported here")
        .did_you_mean(near)
}
