//! The listing for a human reader: who plugs what in, and is it on.

use super::Audience;
use super::column::{self, columns};
use crate::backends::page::{Inline, Page};
use crate::backends::{stated, title};
use crate::report::{AssumptionRow, PortRow, Report};

/// The page.
pub fn page(report: &Report, audience: Audience) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "Ports and connections", &report.title);
    if audience == Audience::Internal {
        page.alert("INTERNAL.", "Names threats and documents that are not meant for customers.");
    }
    page.heading(2, "How to read this listing");
    page.paragraph("A port is anything through which something can be connected to the device, such as a connector, a radio, a screen or a service access; every port of the device is listed, also where nothing is connected to it, and every port elsewhere that the device or somebody at its place of use connects to. “Not stated” or “none stated” means that the information has not been given.");
    overview(&mut page, report, audience);
    let (used, unused): (Vec<&PortRow>, Vec<&PortRow>) = super::listed(report, audience).partition(|port| port.used);
    in_use(&mut page, report, &used, audience);
    not_in_use(&mut page, report, &unused, audience);
    firewall(&mut page, report, audience);
    precautions(&mut page, report, audience);
    page
}

fn overview(page: &mut Page, report: &Report, audience: Audience) {
    page.heading(2, "Overview");
    overview_table(page, super::listed(report, audience));
}

/// What each port is for, what connects to it, and whether it is on.
pub(in crate::backends) fn overview_table<'r>(page: &mut Page, ports: impl Iterator<Item = &'r PortRow>) {
    let rows: Vec<Vec<Inline>> = ports.map(overview_row).collect();
    if rows.is_empty() {
        page.paragraph("The model describes no ports.");
        return;
    }
    page.table(
        &[
            "Port",
            "What it is for",
            "What connects to it",
            "Direction of data",
            "On or off as shipped",
            "Who may use it",
            "Needed for the intended use",
        ],
        &rows,
    );
}

fn overview_row(port: &PortRow) -> Vec<Inline> {
    vec![
        Inline::text(&marked_name(port)),
        stated::text(port.purpose.as_deref()).into(),
        column::peers(port).into(),
        column::direction(port).into(),
        column::default_state(port).into(),
        column::access(port).into(),
        stated::text(port.required.as_deref()).into(),
    ]
}

/// The name with what is printed beside the port.
pub(in crate::backends) fn marked_name(port: &PortRow) -> String {
    match port.label.as_deref() {
        Some(label) if !label.trim().is_empty() => {
            format!("{} (marked “{label}”)", stated::filled(&port.name))
        }
        Some(_) | None => stated::filled(&port.name),
    }
}

fn in_use(page: &mut Page, report: &Report, ports: &[&PortRow], audience: Audience) {
    if ports.is_empty() {
        return;
    }
    page.heading(2, "Ports in use");
    for port in ports {
        section(page, 3, (port, report), audience);
    }
}

fn not_in_use(page: &mut Page, report: &Report, ports: &[&PortRow], audience: Audience) {
    if ports.is_empty() {
        return;
    }
    page.heading(2, "Ports without a data connection");
    page.paragraph("No data connection at these ports is described. What to do with each of them is said below its name.");
    for port in ports {
        section(page, 3, (port, report), audience);
    }
}

/// Every field of a port that the audience sees, under a heading of some level.
pub(in crate::backends) fn section(page: &mut Page, level: usize, (port, report): (&PortRow, &Report), audience: Audience) {
    page.heading(level, &marked_name(port));
    if !port.used {
        let what: Vec<&str> = [&port.unused, &port.precaution].into_iter().flatten().map(String::as_str).collect();
        page.paragraph(Inline::words(&[Inline::strong("What to do with it:"), stated::filled(&what.join(" ")).into()]));
    }
    let rows: Vec<Vec<Inline>> =
        columns(audience).into_iter().map(|column| vec![column.name.into(), (column.value)(port, report).into()]).collect();
    page.table(&["Item", "Statement"], &rows);
}

fn firewall(page: &mut Page, report: &Report, audience: Audience) {
    page.heading(2, "Firewall rules");
    firewall_table(page, report, audience);
}

/// The connections over a network, as lines of a firewall's rule base.
pub(in crate::backends) fn firewall_table(page: &mut Page, report: &Report, audience: Audience) {
    if super::firewall(report, audience).next().is_none() {
        page.paragraph("No connections over a network are listed.");
        return;
    }
    page.paragraph(
        "One line per connection over a network. The source opens the connection; put your own addresses in place of the names.",
    );
    let rows: Vec<Vec<Inline>> = super::firewall(report, audience)
        .map(|row| {
            vec![
                stated::filled(&row.source).into(),
                stated::filled(&row.destination).into(),
                stated::filled(&row.protocol).into(),
                stated::filled(&row.destination_port).into(),
                stated::filled(&row.purpose).into(),
                if row.port.is_empty() { stated::NONE_STATED.into() } else { Inline::code(&row.port) },
                Inline::code(&row.flow),
            ]
        })
        .collect();
    page.table(&["Source", "Destination", "Protocol", "Destination port", "What for", "Port", "Connection"], &rows);
}

fn precautions(page: &mut Page, report: &Report, audience: Audience) {
    let assumptions: Vec<&AssumptionRow> = report.assumptions.iter().filter(|row| is_shown(row, audience)).collect();
    page.heading(2, "Precautions for the place of use");
    if assumptions.is_empty() {
        page.paragraph("None stated beyond those of each port.");
        return;
    }
    page.paragraph("The protection of the device relies on the following. Whoever is named makes sure that it holds.");
    let rows: Vec<Vec<Inline>> = assumptions
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            vec![
                (at + 1).to_string().into(),
                row.text.as_str().into(),
                stated::text(row.owner.as_deref()).into(),
                stated::text(row.if_false.as_deref()).into(),
                Inline::code(&row.id),
            ]
        })
        .collect();
    page.table(&["No.", "What has to hold", "Who makes sure of it", "What follows if it does not hold", "Identifier"], &rows);
}

/// Whether an assumption is for whoever runs the device; the manufacturer also sees those nobody answers for yet.
fn is_shown(assumption: &AssumptionRow, audience: Audience) -> bool {
    match assumption.owner.as_deref() {
        Some(owner) => ["operator", "integrator", "user"].contains(&owner.trim().to_lowercase().as_str()),
        None => audience == Audience::Internal,
    }
}
