//! What the compiler says to its user: coded messages that point at the source.

pub mod code;
mod render;

pub use render::{render, render_short};

use crate::text::Span;
use crate::words;
use code::{Code, Severity};

/// A place in the source and what is to be seen there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What.
    pub text: String,
}

/// What an editor can do about a mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Write this where the mistake is: the nearest name.
    Replace(String),
    /// Import this module of the library.
    Import(String),
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of message.
    pub code: Code,
    /// How bad it is here: the profile can make an error of a warning.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where; the first is the place of the mistake.
    pub labels: Vec<Label>,
    /// Why it is wrong.
    pub notes: Vec<String>,
    /// What to do.
    pub helps: Vec<String>,
    /// What an editor can do, where that is known.
    pub fix: Option<Box<Fix>>,
}

impl Diagnostic {
    /// A message about a place; without [`message`](Self::message) it says the code's title.
    pub fn new(code: Code, span: Span) -> Self {
        let label = Label { span, text: String::new() };
        Self { labels: vec![label], ..Self::nowhere(code) }
    }

    /// A message about no place in a source.
    pub fn nowhere(code: Code) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: code.title().to_owned(),
            labels: Vec::new(),
            notes: Vec::new(),
            helps: Vec::new(),
            fix: None,
        }
    }

    /// Says what is wrong.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// Says what is to be seen at the first place.
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// Points at another place.
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Says why it is wrong.
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Says what to do.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.helps.push(text.into());
        self
    }

    /// Says what to do, where that is known.
    pub fn maybe_help(mut self, text: Option<String>) -> Self {
        self.helps.extend(text);
        self
    }

    /// Names the nearest name, where one is near enough to be meant.
    pub fn did_you_mean(mut self, near: Option<&str>) -> Self {
        self.helps.extend(words::did_you_mean(near));
        self.fix = near.map(|near| Box::new(Fix::Replace(near.to_owned()))).or(self.fix);
        self
    }

    /// Names the library module that declares what is missing, if one does.
    pub fn missing_import(mut self, module: Option<&str>) -> Self {
        self.helps.extend(module.map(|module| format!("it is declared in the library: write `import {module}`")));
        self.fix = module.map(|module| Box::new(Fix::Import(module.to_owned()))).or(self.fix);
        self
    }

    /// Where the mistake is.
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// Messages in the order they were found.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a message.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.all.push(diagnostic);
    }

    /// Adds the messages of another stage.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.all.extend(others);
    }

    /// The messages.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.all.iter()
    }

    /// Whether any of them is an error.
    pub fn has_errors(&self) -> bool {
        self.all.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Sorts by place and drops what says the same twice.
    pub fn finish(&mut self) {
        self.all.sort_by_key(|diagnostic| diagnostic.span());
        self.all.dedup();
    }

    /// Makes errors of those warnings that a release does not allow.
    pub fn promote_for_release(&mut self) {
        for diagnostic in &mut self.all {
            if diagnostic.code.fails_release() {
                diagnostic.severity = Severity::Error;
            }
        }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}
