//! Ports and connections: the parts of the port listing, the diagram and the data streams.

use super::document::Cx;
use super::joined;
use crate::backends::page::{Inline, Page};
use crate::backends::{Kind, ports, stated};
use crate::report::{PortRow, StreamRow, ViewRow};
use crate::words::list;

/// The view made for customers, as a picture and in words.
pub(super) fn diagram(page: &mut Page, cx: &Cx<'_>) {
    let views: Vec<&ViewRow> = cx.report.views.iter().filter(|view| view.for_customers).collect();
    if views.is_empty() {
        page.paragraph(Inline::strong("Not yet provided."));
    }
    for view in views {
        if let Some(left_out) = &view.left_out {
            page.paragraph(format!("There is no diagram: {}", left_out.reason));
            continue;
        }
        for plate in cx.album.of(Kind::Dfd, &view.id) {
            page.picture(plate, plate.title.as_str());
        }
        page.paragraph(Inline::words(&[Inline::strong(&view.title), "shows:".into()]));
        let connections: Vec<Inline> = view.flows.iter().map(|flow| connection(flow).into()).collect();
        page.list(&connections);
    }
}

fn connection(flow: &crate::report::ViewFlow) -> String {
    let way = if flow.two_way { "from and to" } else { "to" };
    let carries = if flow.carries.is_empty() { String::new() } else { format!(" ({})", list(&flow.carries, "and")) };
    format!("{}: {} {way} {}{carries}", flow.name, flow.source, flow.target)
}

fn split<'r>(cx: &Cx<'r>) -> (Vec<&'r PortRow>, Vec<&'r PortRow>) {
    let own = &cx.report.instructions.device_ports;
    ports::listed(cx.report, cx.audience).partition(|port| own.contains(&port.id))
}

/// The ports of the device: who plugs what in, and is it on.
pub(super) fn port_overview(page: &mut Page, cx: &Cx<'_>) {
    let (own, others) = split(cx);
    ports::overview_table(page, own.iter().copied());
    let care: Vec<Vec<Inline>> = own
        .iter()
        .filter(|port| [&port.precaution, &port.unused, &port.on_failure].iter().any(|said| said.is_some()))
        .map(|port| {
            vec![
                ports::marked_name(port).into(),
                stated::text(port.precaution.as_deref()).into(),
                stated::text(port.unused.as_deref()).into(),
                stated::text(port.on_failure.as_deref()).into(),
            ]
        })
        .collect();
    if !care.is_empty() {
        page.paragraph("What to watch for at each port:");
        page.table(
            &["Port", "What you have to do or to watch for", "When nothing is connected", "When the connection fails"],
            &care,
        );
    }
    if !others.is_empty() {
        page.paragraph("Ports of other parts of the system, which are not on the device:");
        ports::overview_table(page, others.into_iter());
    }
}

/// Every field of every port.
pub(super) fn port_details(page: &mut Page, cx: &Cx<'_>) {
    let (own, others) = split(cx);
    if cx.report.ports.is_empty() {
        page.paragraph("The manufacturer’s model describes no ports.");
    }
    for port in own.into_iter().chain(others) {
        ports::section(page, 4, (port, cx.report), cx.audience);
    }
}

/// Lines for a firewall.
pub(super) fn firewall(page: &mut Page, cx: &Cx<'_>) {
    ports::firewall_table(page, cx.report, cx.audience);
}

/// Every stream of data into and out of the device.
pub(super) fn streams(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions.streams;
    if all.is_empty() {
        page.paragraph("No data go into the device or out of it but what people see and press.");
        return;
    }
    page.paragraph("Everything that goes into the device or out of it, but what people see and press. Put your own addresses in place of the names.");
    let rows: Vec<Vec<Inline>> = all.iter().map(stream).collect();
    page.table(
        &[
            "Stream",
            "From",
            "To",
            "Who starts it",
            "Port of the device",
            "Protocol",
            "Port number, channel or frequency",
            "Data, code or commands",
            "Encryption in transit",
            "Protection against modification",
            "Authentication",
            "Connection",
        ],
        &rows,
    );
}

fn stream(row: &StreamRow) -> Vec<Inline> {
    let target = if row.two_way { format!("{} (and back)", row.target) } else { row.target.clone() };
    vec![
        row.name.as_str().into(),
        row.source.as_str().into(),
        target.into(),
        row.initiator.as_str().into(),
        stated::text(row.port.as_deref()).into(),
        stated::text(row.protocol.as_deref()).into(),
        stated::text(row.address.as_deref()).into(),
        joined(&row.data, stated::NONE_STATED).into(),
        stated::text(row.encryption.as_deref()).into(),
        stated::text(row.integrity.as_deref()).into(),
        stated::text(row.authentication.as_deref()).into(),
        Inline::code(&row.id),
    ]
}
