//! What can be wrong with bills of materials and VEX documents. One function a message; codes TM07xx.
//!
//! The first place is always the attribute: a document may be one line of a million characters. Where in it something stands, the
//! message says.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::assess::Doubts;
use super::document::{Component, Document, Sort};
use super::json::Fault;
use crate::diagnostic::{Diagnostic, Diagnostics, code::Code};
use crate::model::{ElementId, Model};
use crate::program::ReadError;
use crate::text::{FileId, SourceMap, Span};
use crate::words::{count, list, nearest, tick};

/// How many a message names.
const NAMED: usize = 3;

/// TM0701
pub(super) fn unreadable(span: Span, name: &str, error: &ReadError) -> Diagnostic {
    let relative = "the path is relative to the file that names it, and may not leave the model's folder";
    let help = match error {
        ReadError::Missing => "write the document to this place, or correct the path",
        ReadError::Outside => "copy the document into the model's folder, so that the model can be handed over as a whole",
        ReadError::TooLarge(_) => "split the document by element, or leave out what describes single files",
        ReadError::NotText(_) | ReadError::Other(_) => "export the document as JSON in UTF-8",
    };
    Diagnostic::new(Code::UnreadableBill, span)
        .message(format!("cannot read {}: {error}", tick(&plain(name))))
        .label("named here")
        .note(relative)
        .help(help)
}

/// TM0702, TM0703
pub(super) fn faulty(sources: &SourceMap, name: &str, fault: &Fault, at: Span, span: Span) -> Diagnostic {
    let name = tick(&plain(name));
    if fault.foreign {
        return Diagnostic::new(Code::UnknownBill, span)
            .message(format!("{name} is in a format that is not read"))
            .label("named here")
            .note(fault.what.clone())
            .help("export it as CycloneDX 1.4 to 1.7, SPDX 2.2 or 2.3, or OpenVEX, in JSON");
    }
    Diagnostic::new(Code::BrokenBill, span)
        .message(format!("{name} cannot be understood: {}", fault.what))
        .label("named here")
        .note(format!("the mistake is at {}", sources.locate(at)))
        .help("export the document again; what it should say is in the specification of its format")
}

/// TM0703: what `sbom` names lists no components.
pub(super) fn no_bill((name, _, contents): &(String, FileId, Document), span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownBill, span)
        .message(format!("{} is no bill of materials", tick(name)))
        .label("named here")
        .note(format!("it is {} and lists vulnerabilities only", contents.format))
        .help("name it in `vex`, and the list of components in `sbom`")
}

/// TM0704: there is nothing the statements could be about.
pub(super) fn vex_without_bill(model: &Model, element: ElementId, span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownProduct, span)
        .message(format!("{} has a VEX document and no bill of materials", tick(&model.identity(element))))
        .label("named here")
        .note("what is said of vulnerabilities is about components, which only `sbom` lists")
        .help("name the bill of materials: `sbom: \"….cdx.json\"`")
}

/// TM0704 and TM0707.
pub(super) fn doubts(
    sources: &SourceMap,
    (name, _, bill): &(String, FileId, Document),
    doubts: &Doubts,
    span: Span,
    diagnostics: &mut Diagnostics,
) {
    let places = |all: &[(String, Span)]| {
        let shown = all.iter().take(NAMED).map(|(name, at)| format!("{} at {}", tick(&plain(name)), sources.locate(*at)));
        with_rest(shown.collect(), all.len())
    };
    if let Some((first, _)) = doubts.strangers.first() {
        let names = bill.components.iter().chain(&bill.product).flat_map(names);
        diagnostics.push(
            Diagnostic::new(Code::UnknownProduct, span)
                .message(format!("{} about what {} does not list", statements(doubts.strangers.len()), tick(name)))
                .label("named here")
                .note(places(&doubts.strangers))
                .note("what is said of a component that is not there says nothing of those that are")
                .did_you_mean(nearest(first, names))
                .help("correct the product or its version, or take the statement out"),
        );
    }
    if !doubts.unreasoned.is_empty() {
        diagnostics.push(
            Diagnostic::new(Code::UnreasonedVex, span)
                .message(format!("{} `not affected` without a reason", say(doubts.unreasoned.len())))
                .label("named here")
                .note(places(&doubts.unreasoned))
                .note("without a reason they count as under investigation")
                .help("state a `justification`, or an impact statement in words"),
        );
    }
}

/// TM0705 and TM0706: what is wrong with the components of a bill.
pub(super) fn components(name: &str, bill: &Document, span: Span, diagnostics: &mut Diagnostics) {
    let mut seen: IndexMap<(&str, &str, &str), usize, FxBuildHasher> = IndexMap::default();
    for component in bill.components.iter().filter(|component| component.sort == Sort::Software) {
        let key = match &component.purl {
            Some(purl) => ("", "", purl.as_str()),
            None => {
                (component.name.as_str(), component.version.as_deref().unwrap_or(""), component.supplier.as_deref().unwrap_or(""))
            }
        };
        *seen.entry(key).or_default() += 1;
    }
    let twice: Vec<String> = seen
        .iter()
        .filter(|(_, times)| **times > 1)
        .map(
            |((name, version, purl), _)| {
                if name.is_empty() { tick(&plain(purl)) } else { tick(&plain(format!("{name} {version}").trim())) }
            },
        )
        .collect();
    if !twice.is_empty() {
        diagnostics.push(
            Diagnostic::new(Code::DuplicateComponents, span)
                .message(format!("{} lists {} more than once", tick(&plain(name)), count(twice.len(), "component")))
                .label("named here")
                .note(with_rest(twice.iter().take(NAMED).cloned().collect(), twice.len()))
                .help("list each once: what is said of one of them would be said of both"),
        );
    }
    let unversioned: Vec<String> = bill
        .components
        .iter()
        .filter(|component| component.version.is_none() && component.sort == Sort::Software)
        .map(|component| tick(&plain(&component.name)))
        .collect();
    if !unversioned.is_empty() {
        diagnostics.push(
            Diagnostic::new(Code::UnversionedComponents, span)
                .message(format!("{} lists {} without a version", tick(&plain(name)), count(unversioned.len(), "component")))
                .label("named here")
                .note(with_rest(unversioned.iter().take(NAMED).cloned().collect(), unversioned.len()))
                .note("known vulnerabilities are found by name and version")
                .help("state the version, or the commit it was built from"),
        );
    }
}

fn names(component: &Component) -> impl Iterator<Item = &str> {
    [Some(component.name.as_str()), component.purl.as_deref(), component.reference.as_deref()].into_iter().flatten()
}

fn statements(number: usize) -> String {
    if number == 1 { "a VEX statement is".to_owned() } else { format!("{number} VEX statements are") }
}

fn say(number: usize) -> String {
    if number == 1 { "a VEX statement says".to_owned() } else { format!("{number} VEX statements say") }
}

/// The named ones, and how many more there are.
fn with_rest(mut shown: Vec<String>, total: usize) -> String {
    let more = total - shown.len();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    list(&shown, "and")
}

/// A name from a foreign file without what could disturb a terminal.
fn plain(name: &str) -> String {
    name.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect()
}
