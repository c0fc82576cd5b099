//! The report: everything the engineers of a device work with, on one page that opens from disk and asks no network.
//!
//! It is a plain document first: all of it can be read, in order, without the script, and that is what is printed. The script hides what is not
//! looked at, and adds tabs, filters, sorting, search, and pictures that can be moved. Nothing of the page is told to the script beside the document
//! itself: it reads the attributes `data-…` of the rows and the `id`s of what has a place of its own. An internal document.

mod attacks;
mod blocks;
mod decisions;
mod design;
mod elements;
mod frame;
mod links;
mod markup;
mod overview;
mod pictures;
mod places;
mod rules;
mod standing;
#[cfg(test)]
mod tests;
mod threat;
mod threats;

pub use pictures::{Figure, Figures};

use self::blocks::Blocks;
use self::links::Links;
use self::rules::Shared;
use super::page::Page;
use super::{coverage, matrix, paths, threats as threat_table, trace};
use crate::report::{Report, StandardRow};

/// A part of the page: the `id` it is reached by, what it is called, and what stands in it.
struct Part {
    id: &'static str,
    title: &'static str,
    body: String,
}

/// The page as one file.
pub fn write(report: &Report, figures: &Figures) -> String {
    let links = Links::new(report);
    let (overview, filters) = overview::body(report, &links);
    let parts = [
        Part { id: "overview", title: "Overview", body: overview },
        Part { id: "diagrams", title: "Diagrams", body: pictures::body(report, figures, &links) },
        Part { id: "threats", title: "Threats", body: threats::body(report, &links, &filters) },
        Part { id: "questions", title: "Questions", body: decisions::questions(report, &links) },
        Part { id: "decisions", title: "Decisions", body: decisions::body(report, &links) },
        Part { id: "ports", title: "Ports", body: places::ports(report, &links) },
        Part { id: "flows", title: "Data flows", body: places::flows(report, &links) },
        Part { id: "paths", title: "Paths", body: path_details(report, &links) },
        Part { id: "controls", title: "Controls", body: design::controls(report, &links) },
        Part { id: "assumptions", title: "Assumptions", body: design::assumptions(report) },
        Part { id: "attack-paths", title: "Attack paths", body: attacks::body(report, figures, &links) },
        Part { id: "trace", title: "Trace", body: Blocks::new(&links).all(&part(|page| trace::links(page, report))) },
        Part { id: "software", title: "Software", body: Blocks::new(&links).all(&part(|page| trace::software(page, report))) },
        Part { id: "coverage", title: "Coverage", body: Blocks::new(&links).parts(&coverage::page(report)) },
        Part { id: "standards", title: "Standards", body: standards(report, &links) },
        Part { id: "method", title: "Method", body: method(report, &links) },
    ];
    let shared = Shared::of(report);
    let threats: String = report.threats.iter().map(|row| threat::article(report, row, &shared, &links)).collect();
    let elements = elements::articles(report, figures, &links);
    let full = [
        ("Threats in full", threats.as_str()),
        ("Rules that found them", &shared.articles(&links)),
        ("Elements, ports and flows in full", &elements),
    ];
    frame::page(report, &parts, &full, figures)
}

fn part(write: impl FnOnce(&mut Page)) -> Page {
    let mut page = Page::default();
    write(&mut page);
    page
}

/// The details of each path are for the screen, and for the document that has them in full.
fn path_details(report: &Report, links: &Links<'_>) -> String {
    let overview = Blocks::new(links).all(&part(|page| paths::overview(page, report)));
    let rows = Blocks::new(links).all(&part(|page| paths::rows(page, report)));
    format!("{overview}<div class=\"quiet\">\n{rows}</div>\n")
}

/// One standard after the other, each clause with a place of its own.
fn standards(report: &Report, links: &Links<'_>) -> String {
    if report.standards.is_empty() {
        return "<p class=\"nothing\">No standard is imported, so that nothing is said of any.</p>\n".to_owned();
    }
    let mut blocks = Blocks::placing(links, "clause");
    let one = |standard: &StandardRow| {
        let title = markup::text(&standard.title);
        // on paper stands what is left to be done; the matrix of each standard has all of it
        let body = blocks.parts_but(&matrix::page(report, standard), &["Addressed", "Not applicable"]);
        format!("<details open class=\"fold\"><summary>{title}</summary>\n{body}</details>\n")
    };
    report.standards.iter().map(one).collect()
}

fn method(report: &Report, links: &Links<'_>) -> String {
    let mut page = Page::default();
    page.heading(2, "How threats were found, and what was not done");
    page.list(&report.method.iter().map(|said| said.as_str().into()).collect::<Vec<_>>());
    page.heading(2, "Where facts come from");
    page.paragraph(
        "Behind each fact stands where it comes from, and where that is written. “set”: the model says it of the element. “provided by”: a control \
         on it. “inherited from”: a boundary around it. “default of the type”, “guaranteed by the protocol”: what it is. “derived”: it follows from \
         the structure of the model. “unknown”: nobody has said.",
    );
    threat_table::risk::policy(&mut page, report);
    Blocks::new(links).all(&page)
}
