//! Standard output and standard error. Data goes to the one, messages to the other.

use std::io::{self, Write};
use std::path::Path;

use anstream::AutoStream;
use clap::ColorChoice;

use crate::diagnostic::{Diagnostic, render, render_short};
use crate::text::SourceMap;

use super::args::{Global, MessageFormat};
use super::exit::{Failure, plain};
use super::message;

/// Where a run of Ward says what it has to say.
#[derive(Debug, Clone)]
pub(super) struct Console {
    format: MessageFormat,
    colour: anstream::ColorChoice,
    /// Whether messages for programs go to standard error, because standard output has a product on it.
    messages_aside: bool,
}

impl Console {
    /// The console for a command that prints a product, or not.
    pub(super) fn new(global: &Global, prints: bool) -> Self {
        let colour = match global.color {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        Self { format: global.message_format, colour, messages_aside: prints }
    }

    /// Shows messages, sorted by place; `shown` turns the name of a file into the path to show.
    pub(super) fn diagnostics(&self, mut diagnostics: Vec<&Diagnostic>, sources: &SourceMap, shown: impl Fn(&str) -> String) {
        if diagnostics.is_empty() {
            return;
        }
        diagnostics.sort_by_key(|diagnostic| diagnostic.span());
        let sources = sources.renamed(shown);
        for diagnostic in diagnostics {
            self.message(&match self.format {
                MessageFormat::Human => render(diagnostic, &sources, true),
                MessageFormat::Short => render_short(diagnostic, &sources),
                MessageFormat::Json => message::diagnostic_json(diagnostic, &sources),
            });
        }
    }

    /// Shows a line that sums up.
    pub(super) fn summary(&self, line: &str) {
        self.line("summary", line);
    }

    /// Shows what happened to a file.
    pub(super) fn note(&self, line: &str) {
        self.line("note", line);
    }

    /// Shows why Ward could not run.
    pub(super) fn failure(&self, reason: &str) {
        match self.format {
            MessageFormat::Human => self.message(&format!("\u{1b}[1;31merror\u{1b}[0m: {reason}\n")),
            MessageFormat::Short => self.message(&format!("error: {reason}\n")),
            MessageFormat::Json => self.message(&message::line_json("failure", reason)),
        }
    }

    fn line(&self, reason: &'static str, line: &str) {
        match self.format {
            MessageFormat::Human | MessageFormat::Short => self.message(&format!("{line}\n")),
            MessageFormat::Json => self.message(&message::line_json(reason, line)),
        }
    }

    /// Nobody can be told that a message could not be written.
    fn message(&self, text: &str) {
        let _ = if self.format == MessageFormat::Json && !self.messages_aside {
            io::stdout().lock().write_all(text.as_bytes())
        } else {
            AutoStream::new(io::stderr(), self.colour).lock().write_all(text.as_bytes())
        };
    }

    /// Writes a product to standard output.
    pub(super) fn data(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::Unread),
            Err(error) => Err(Failure::cannot("write", Path::new("standard output"), &plain(&error))),
        }
    }
}
