//! What is put under a heading from the model, by the name the library has for it.

use super::document::Cx;
use super::{environment, network, operation, or_not_yet, people};
use crate::backends::page::{Inline, Page};
use crate::report::Content;

/// Puts it there.
pub(super) fn put(page: &mut Page, cx: &Cx<'_>, content: Content) {
    match content {
        Content::Guide => guide(page, cx),
        Content::Scope => scope(page, cx),
        Content::Diagram => network::diagram(page, cx),
        Content::PortOverview => network::port_overview(page, cx),
        Content::RemainingRisk => environment::sentences(page, cx),
        Content::Requirements => environment::requirements(page, cx),
        Content::Settings => operation::settings(page, cx),
        Content::Environment => environment::measures(page, cx),
        Content::Events => operation::events(page, cx),
        Content::Logs => operation::logs(page, cx),
        Content::Consequences => environment::consequences(page, cx),
        Content::Updates => operation::updates(page, cx),
        Content::Support => operation::support(page, cx),
        Content::Bill => operation::bill(page, cx),
        Content::Firewall => network::firewall(page, cx),
        Content::Streams => network::streams(page, cx),
        Content::Features => people::features(page, cx),
        Content::Roles => people::roles(page, cx),
        Content::Hosting => people::hosting(page, cx),
        Content::Duties => environment::duties(page, cx),
        Content::Contact => people::contact(page, cx),
        Content::PortDetails => network::port_details(page, cx),
        Content::Clauses => clauses(page, cx),
    }
}

/// Which reader finds what where.
fn guide(page: &mut Page, cx: &Cx<'_>) {
    let mut readers: Vec<&str> = Vec::new();
    for reader in cx.headings.iter().flat_map(|one| &one.heading.readers) {
        if !readers.contains(&reader.as_str()) {
            readers.push(reader);
        }
    }
    page.paragraph("Read the sections that are marked for you; the others are for somebody else.");
    let rows: Vec<Vec<Inline>> = cx
        .headings
        .iter()
        .map(|one| {
            let mut cells: Vec<Inline> = vec![format!("{} {}", one.number, one.heading.title).into()];
            let reads = |reader: &&str| one.heading.readers.iter().any(|wanted| wanted == reader);
            cells.extend(readers.iter().map(|reader| Inline::text(if reads(reader) { "read" } else { "–" })));
            cells
        })
        .collect();
    page.table(&[&["Section"], &readers[..]].concat(), &rows);
}

fn scope(page: &mut Page, cx: &Cx<'_>) {
    let scope = &cx.report.scope;
    let rows =
        [("Intended use", &scope.intended_use), ("Users", &scope.users), ("Places and networks of use", &scope.environment)];
    let rows: Vec<Vec<Inline>> =
        rows.into_iter().map(|(name, value)| vec![name.into(), or_not_yet(value.as_deref()).into()]).collect();
    page.table(&["Item", "Statement"], &rows);
}

/// A clause with its title; that of a standard which the model does not import is known by its name alone.
fn named(id: &str, title: &str) -> Inline {
    Inline::words(&[Inline::code(id), title.into()])
}

/// Which clause is answered where.
fn clauses(page: &mut Page, cx: &Cx<'_>) {
    let mut rows: Vec<(String, &str, Vec<Inline>)> = Vec::new();
    for one in &cx.headings {
        let place = || Inline::text(&format!("{} {}", one.number, one.heading.title));
        for clause in &one.heading.clauses {
            match rows.iter_mut().find(|(id, ..)| *id == clause.id) {
                Some((.., places)) => places.push(place()),
                None => rows.push((clause.id.clone(), &clause.title, vec![place()])),
            }
        }
    }
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    page.paragraph("The sections of this document beside the clauses of guidance and law that ask for such contents. It helps to find them; it is no statement that a clause is met.");
    let rows: Vec<Vec<Inline>> =
        rows.into_iter().map(|(id, title, places)| vec![named(&id, title), Inline::lines(&places)]).collect();
    page.table(&["Clause", "Section"], &rows);
}
