//! A folder with a model or a library: its manifest, its files, what came of compiling it and whether its gate lets it pass. What the command
//! line and the language server share. Reads files, also those of a git revision; writes none, and looks at neither clock nor environment.
#![expect(clippy::disallowed_methods, reason = "this is where files are read, and git is asked for those of a revision")]

pub(crate) mod compiler;
mod fault;
pub(crate) mod files;
pub(crate) mod layouts;
pub(crate) mod manifest;
mod open;
pub(crate) mod os_world;
pub(crate) mod revision;
mod standing;
mod template;

pub(crate) use fault::{Fault, plain};
pub(crate) use open::{Choices, MANIFEST, Project, Subject, library, open, open_bare, open_file, open_in};
pub(crate) use template::Template;
