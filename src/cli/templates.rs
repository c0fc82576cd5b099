//! Templates of one's own: read from their folder alone, filled in with the report.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::backends::Artifact;
use crate::backends::templates::{Context, Fault, LARGEST_TEMPLATE, Place, render};
use crate::diagnostic::{Diagnostic, code::Code};
use crate::program::ReadError;
use crate::report::Report;
use crate::session::Session;
use crate::text::Span;
use crate::words::tick;

use crate::project::layouts;
use crate::project::{
    Project, Template,
    os_world::{here, read_text},
};

/// What came of the templates.
#[derive(Debug, Default)]
pub(super) struct Documents {
    /// The documents.
    pub(super) artifacts: Vec<Artifact>,
    /// Why some are missing.
    pub(super) faults: Vec<Diagnostic>,
    /// Which.
    pub(super) missing: Vec<String>,
}

/// Fills in every template; one that cannot be filled in is no reason to leave out the next. Nothing is made in the place of a file that the
/// model, `sources`, or a document is made from.
pub(super) fn fill_in(
    session: &mut Session,
    report: &Report,
    project: &Project,
    (directory, sources): (&Path, Vec<String>),
) -> Documents {
    let mut documents = Documents::default();
    if project.templates.is_empty() {
        return documents;
    }
    let context = Context::new(report);
    let files = project.templates.iter().map(|template| project.folder.join(&template.folder).join(&template.name));
    let layout = project.folder.join(layouts::FILE);
    let read: Vec<PathBuf> = sources.into_iter().map(PathBuf::from).chain(files).chain([layout]).collect();
    let read: Vec<PathBuf> = read.iter().filter_map(|path| fs::canonicalize(path).ok()).collect();
    for template in &project.templates {
        if fs::canonicalize(directory.join(&template.output)).is_ok_and(|target| read.contains(&target)) {
            let message = format!("{} is a file that the documents are made from", tick(&template.output));
            documents.faults.push(Diagnostic::new(Code::Manifest, template.places.1).message(message));
            continue;
        }
        let follows_links = project.world.follows_links();
        let reader = Arc::new(Reader::new(project.folder.join(&template.folder), follows_links));
        let loader = Arc::clone(&reader);
        match render(&context, &template.name, &template.output, move |name| loader.read(name)) {
            Ok(bytes) => documents.artifacts.push(Artifact { path: template.output.clone(), bytes }),
            Err(fault) => {
                documents.faults.push(diagnostic(session, template, &reader, &fault));
                documents.missing.push(template.output.clone());
            }
        }
    }
    documents
}

/// Reads templates from one folder and what is below it.
#[derive(Debug)]
struct Reader {
    folder: PathBuf,
    /// Whether links may lead out of it.
    follows_links: bool,
    /// What was read, so that messages show the text the fault was found in.
    texts: Mutex<BTreeMap<String, Arc<str>>>,
}

impl Reader {
    fn new(folder: PathBuf, follows_links: bool) -> Self {
        Self { folder: here(&folder).to_owned(), follows_links, texts: Mutex::default() }
    }

    /// The text of a template; none where there is no such file, and the reason where it may not be read.
    fn read(&self, name: &str) -> Result<Option<String>, String> {
        let refused = |reason: &str| format!("the template {} {reason}", tick(name));
        let is_plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !is_plain || name.is_empty() || name.contains('\\') {
            return Err(refused("is outside the folder of the template"));
        }
        let path = self.folder.join(name);
        let (Ok(real), Ok(folder)) = (fs::canonicalize(&path), fs::canonicalize(&self.folder)) else { return Ok(None) };
        if !self.follows_links && !real.starts_with(folder) {
            return Err(refused("is a link that leads out of the folder of the template"));
        }
        if fs::metadata(&real).is_ok_and(|known| known.len() > LARGEST_TEMPLATE) {
            return Err(refused("is larger than 128 KiB"));
        }
        match read_text(&real) {
            Ok(text) => {
                self.texts.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), Arc::clone(&text));
                Ok(Some(text.to_string()))
            }
            Err(ReadError::Missing) => Ok(None),
            Err(error) => Err(refused(&format!("cannot be read: {error}"))),
        }
    }

    fn text(&self, name: &str) -> Option<Arc<str>> {
        self.texts.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }
}

/// The message about a fault: in the template, or in the manifest where the template itself could not be had.
fn diagnostic(session: &mut Session, template: &Template, reader: &Reader, fault: &Fault) -> Diagnostic {
    let mut spans: Vec<Span> = fault.places.iter().filter_map(|place| span(session, template, reader, place)).collect();
    // what includes itself comes by the same place again and again
    spans.dedup();
    let mut spans = spans.into_iter();
    let mut diagnostic = Diagnostic::new(Code::Template, spans.next().unwrap_or(template.places.0)).message(&fault.message);
    for span in spans {
        diagnostic = diagnostic.also(span, "reached from here");
    }
    if let Some(why) = fault.why {
        diagnostic = diagnostic.note(why);
    }
    diagnostic.note(format!("{} is not written", tick(&template.output))).maybe_help(fault.help.clone())
}

fn span(session: &mut Session, template: &Template, reader: &Reader, place: &Place) -> Option<Span> {
    let text = reader.text(&place.file)?;
    let range = place.range.clone().filter(|range| text.get(range.clone()).is_some()).unwrap_or_else(|| line(&text, place.line));
    let shown = template.folder.join(&place.file).to_string_lossy().replace('\\', "/");
    let file = session.add_source(&shown, text);
    Some(Span::new(file, range.start as u32, range.end as u32))
}

/// The bytes of a line, from 1, without blanks around it.
fn line(text: &str, number: usize) -> std::ops::Range<usize> {
    let start: usize = text.split_inclusive('\n').take(number.saturating_sub(1)).map(str::len).sum();
    let line = text[start..].lines().next().unwrap_or_default();
    let start = start + (line.len() - line.trim_start().len());
    start..start + line.trim().len()
}
