//! Communication paths: one row a path, with the nineteen details a reviewer asks for, and the matrix of network data streams (rows D1 to
//! D3). An internal document.

use super::page::{Inline, Page};
use super::table::Table;
use super::{stated, title};
use crate::report::{DetailRow, PathRow, Report};
use crate::words::count;

/// The page: what is not stated, the network streams, then a section a path.
pub fn page(report: &Report) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "Communication paths", &report.title);
    summary(&mut page, report);
    streams(&mut page, report);
    for (heading, direct) in [("Direct paths", true), ("Indirect paths", false)] {
        page.heading(2, heading);
        if !direct {
            page.paragraph("Over several flows that pass the same data on: from each element where the data begin to each that they reach, by the fewest flows.");
        }
        let paths: Vec<&PathRow> = report.paths.iter().filter(|path| path.direct == direct).collect();
        if paths.is_empty() {
            page.paragraph("None.");
        }
        for path in paths {
            section(&mut page, path);
        }
    }
    page
}

fn summary(page: &mut Page, report: &Report) {
    page.heading(2, "Summary");
    let direct = report.paths.iter().filter(|path| path.direct).count();
    let blanks: usize = report.paths.iter().map(PathRow::blanks).sum();
    let asked: usize = report.paths.iter().map(|path| path.details.len()).sum();
    page.paragraph(format!(
        "{direct} direct and {} indirect paths. Of {} asked for, {blanks} {} not stated. Nothing here says that an answer suffices.",
        report.paths.len() - direct,
        count(asked, "detail"),
        if blanks == 1 { "is" } else { "are" },
    ));
    page.paragraph("Asked for are the nineteen details that the FDA's premarket guidance (2026), Appendix 2, lists for every communication path, in our own words. A guidance is no law.");
    let Some(first) = report.paths.first() else { return };
    let rows: Vec<Vec<Inline>> = (0..first.details.len())
        .map(|at| {
            let missing = report.paths.iter().filter(|path| path.details.get(at).is_some_and(|detail| detail.answer.is_none()));
            let detail = &first.details[at];
            vec![detail.number.to_string().into(), detail.name.as_str().into(), missing.count().to_string().into()]
        })
        .collect();
    page.table(&["No.", "Detail", "Paths on which it is not stated"], &rows);
}

fn streams(page: &mut Page, report: &Report) {
    page.heading(2, "Data streams over networks");
    let rows: Vec<Vec<Inline>> = report
        .paths
        .iter()
        .filter(|path| path.direct && path.network)
        .map(|path| {
            vec![
                stated::filled(&path.source_name).into(),
                stated::filled(&path.target_name).into(),
                stated::list(&path.protocols, stated::NOT_STATED).into(),
                stated::text(path.addressing.as_deref()).into(),
                Inline::code(&path.id),
            ]
        })
        .collect();
    if rows.is_empty() {
        page.paragraph("No flow leads over a network.");
        return;
    }
    page.table(&["Source", "Destination", "Protocol", "Addressing", "Flow"], &rows);
}

fn section(page: &mut Page, path: &PathRow) {
    page.heading(3, &format!("{}: {} → {}", path.name, path.source_name, path.target_name));
    let flows: Vec<Inline> = path.flows.iter().map(|flow| Inline::code(flow)).collect();
    page.paragraph(Inline::words(&[
        Inline::words(&flows),
        format!("{} of {} not stated.", path.blanks(), count(path.details.len(), "detail")).into(),
    ]));
    let rows: Vec<Vec<Inline>> = path
        .details
        .iter()
        .map(|detail| {
            vec![detail.number.to_string().into(), detail.name.as_str().into(), stated::text(detail.answer.as_deref()).into()]
        })
        .collect();
    page.table(&["No.", "Detail", "Statement"], &rows);
}

/// How much of what is asked for is not stated, and which details there are.
pub(super) fn overview(page: &mut Page, report: &Report) {
    summary(page, report);
}

/// A row a path, with the details that are answered by their numbers.
pub(super) fn rows(page: &mut Page, report: &Report) {
    page.heading(2, "Every path");
    let row = |path: &PathRow| {
        let answered = |detail: &DetailRow| {
            let answer = detail.answer.as_deref()?;
            Some(Inline::words(&[Inline::strong(&format!("{}:", detail.number)), answer.into()]))
        };
        let told: Vec<Inline> = path.details.iter().filter_map(answered).collect();
        let blank = path.details.iter().filter(|detail| detail.answer.is_none());
        let blank: Vec<String> = blank.map(|detail| detail.number.to_string()).collect();
        let flows: Vec<Inline> = path.flows.iter().map(|flow| Inline::code(flow)).collect();
        vec![
            Inline::words(&[Inline::lines(&flows), path.name.as_str().into()]),
            format!("{} → {}", path.source_name, path.target_name).into(),
            Inline::lines(&told),
            stated::list(&blank, "none").into(),
        ]
    };
    let rows: Vec<Vec<Inline>> = report.paths.iter().map(row).collect();
    match rows.is_empty() {
        true => page.paragraph("The model describes no path."),
        false => page.table(&["Path", "From and to", "Details by their numbers", "Not stated"], &rows),
    }
}

/// The table, one row a path.
pub fn table(report: &Report) -> Table {
    let details: Vec<String> = report
        .paths
        .first()
        .map(|path| path.details.iter().map(|detail| format!("{} {}", detail.number, detail.name)).collect())
        .unwrap_or_default();
    let own = [
        "path",
        "name",
        "kind",
        "source",
        "source name",
        "destination",
        "destination name",
        "flows",
        "network",
        "protocols",
        "addressing",
        "details not stated",
    ];
    let mut headings: Vec<String> = own.iter().map(|&name| name.to_owned()).collect();
    headings.extend(details);
    let rows: Vec<Vec<String>> = report
        .paths
        .iter()
        .map(|path| {
            let mut row = vec![
                stated::filled(&path.id),
                stated::filled(&path.name),
                if path.direct { "direct" } else { "indirect" }.to_owned(),
                stated::filled(&path.source),
                stated::filled(&path.source_name),
                stated::filled(&path.target),
                stated::filled(&path.target_name),
                stated::list(&path.flows, stated::NONE_STATED),
                stated::yes_no(path.network),
                stated::list(&path.protocols, stated::NOT_STATED),
                stated::text(path.addressing.as_deref()),
                path.blanks().to_string(),
            ];
            row.extend(path.details.iter().map(|detail| stated::text(detail.answer.as_deref())));
            row
        })
        .collect();
    Table::new(&headings, rows)
}
