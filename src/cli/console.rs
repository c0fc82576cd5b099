//! Standard output and standard error. Data goes to the one, messages to the other.

use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use anstream::AutoStream;
use clap::ColorChoice;

use crate::diagnostic::{Diagnostic, render, render_short};
use crate::report::AlertRow;
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
    /// What was said so far; nothing where it is said at once.
    kept: Option<Arc<Mutex<Vec<Said>>>>,
    /// Which of several models lines without a place are about.
    model: Option<String>,
}

/// Something that was said, and where it belongs.
#[derive(Debug, Clone)]
enum Said {
    /// On standard output.
    Data(Vec<u8>),
    /// A message.
    Message(String),
}

impl Console {
    /// The console for a command that prints a product, or not.
    pub(super) fn new(global: &Global, prints: bool) -> Self {
        let colour = match global.color {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        Self { format: global.message_format, colour, messages_aside: prints, kept: None, model: None }
    }

    /// A console that keeps what is said until it is told.
    pub(super) fn recording(&self) -> Self {
        Self { kept: Some(Arc::default()), ..self.clone() }
    }

    /// A console for one of several models, which keeps what is said until it is its turn.
    pub(super) fn keeping(&self, model: &Path) -> Self {
        Self { model: Some(model.display().to_string()), ..self.recording() }
    }

    /// The messages that were kept so far, without colours.
    pub(super) fn messages(&self) -> String {
        let kept = self.kept.as_ref().and_then(|kept| kept.lock().ok());
        let plain = |said: &Said| match said {
            Said::Message(text) => anstream::adapter::strip_str(text).to_string(),
            Said::Data(_) => String::new(),
        };
        kept.map_or_else(String::new, |kept| kept.iter().map(plain).collect())
    }

    /// Says on another console what was kept.
    pub(super) fn tell(&self, other: &Self) {
        let kept = self.kept.as_ref().and_then(|kept| kept.lock().ok().map(|mut kept| std::mem::take(&mut *kept)));
        for said in kept.unwrap_or_default() {
            match said {
                // nobody can be told that nobody reads
                Said::Data(bytes) => drop(other.data(&bytes)),
                Said::Message(text) => other.message(&text),
            }
        }
    }

    /// Keeps something for later; false where it has to be said now.
    fn keeps(&self, said: impl FnOnce() -> Said) -> bool {
        let Some(kept) = &self.kept else { return false };
        if let Ok(mut kept) = kept.lock() {
            kept.push(said());
        }
        true
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
                MessageFormat::Github => message::annotation(diagnostic, &sources),
                // they are part of the log
                MessageFormat::Sarif => return,
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

    /// Shows why the gate refuses a model.
    pub(super) fn refusal(&self, reason: &str) {
        match self.format {
            MessageFormat::Github => self.line("refusal", reason),
            _ => self.note(&format!("refused: {reason}")),
        }
    }

    /// Whether all messages and findings are to be one SARIF log.
    pub(super) fn is_log(&self) -> bool {
        self.format == MessageFormat::Sarif
    }

    /// Whether messages are shown beside the text of a pull request.
    pub(super) fn is_beside_the_text(&self) -> bool {
        self.format == MessageFormat::Github
    }

    /// Shows a finding beside the text it is about.
    pub(super) fn alert(&self, alert: &AlertRow) {
        self.message(&message::alert_annotation(alert));
    }

    /// Shows why Ward could not run.
    pub(super) fn failure(&self, reason: &str) {
        match self.format {
            MessageFormat::Human => self.message(&format!("\u{1b}[1;31merror\u{1b}[0m: {reason}\n")),
            MessageFormat::Short => self.message(&format!("error: {reason}\n")),
            MessageFormat::Json => self.message(&message::line_json("failure", reason)),
            MessageFormat::Github => self.message(&message::command("error", "Ward could not run", reason)),
            MessageFormat::Sarif => self.message(&format!("error: {reason}\n")),
        }
    }

    fn line(&self, reason: &'static str, line: &str) {
        let whole = self.model.as_ref().map(|model| format!("{model}: {line}"));
        let line = whole.as_deref().unwrap_or(line);
        match self.format {
            MessageFormat::Human | MessageFormat::Short | MessageFormat::Sarif => self.message(&format!("{line}\n")),
            MessageFormat::Github if reason == "refusal" => self.message(&message::command("error", "Refused by the gate", line)),
            MessageFormat::Github => self.message(&message::command("notice", "Ward", line)),
            MessageFormat::Json => self.message(&message::line_json(reason, line)),
        }
    }

    /// Nobody can be told that a message could not be written.
    fn message(&self, text: &str) {
        if self.keeps(|| Said::Message(text.to_owned())) {
            return;
        }
        let for_programs = matches!(self.format, MessageFormat::Json | MessageFormat::Github);
        let _ = if for_programs && !self.messages_aside {
            io::stdout().lock().write_all(text.as_bytes())
        } else {
            AutoStream::new(io::stderr(), self.colour).lock().write_all(text.as_bytes())
        };
    }

    /// Writes a product to standard output.
    pub(super) fn data(&self, bytes: &[u8]) -> Result<(), Failure> {
        if self.keeps(|| Said::Data(bytes.to_owned())) {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::Unread),
            Err(error) => Err(Failure::cannot("write", Path::new("standard output"), &plain(&error))),
        }
    }
}
