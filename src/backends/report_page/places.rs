//! The tables of ports, firewall rules, flows and classes of data.

use super::links::Links;
use super::markup::{Cell, Row, Table, list, text};
use crate::backends::{plain, stated};
use crate::report::{DataRow, FirewallRow, FlowRow, PortRow, Report};

/// Ports and, for whoever runs a firewall, the connections between them.
pub(super) fn ports(report: &Report, links: &Links<'_>) -> String {
    let ports = Table {
        caption: "Ports: who plugs what in, and is it on; the name leads to everything that is known of a port",
        class: "ports fixed",
        columns: &[
            "Port",
            "What it is for",
            "As shipped",
            "Direction of data",
            "What connects",
            "Protocols",
            "Who may use it",
            "Protection in transit",
            "Threats",
        ],
        rows: report.ports.iter().map(|port| port_row(port, links)).collect(),
    };
    let firewall = Table {
        caption: "Firewall table",
        class: "firewall",
        columns: &["Source", "Destination", "Protocol", "Port", "What for", "Port of the device", "Flow"],
        rows: report.firewall.iter().map(|rule| firewall_row(rule, links)).collect(),
    };
    format!(
        "{}<h3>Firewall</h3>\n{}",
        ports.html("The model describes no ports."),
        firewall.html("No connection over a network is described, so there is nothing for a firewall to let through.")
    )
}

fn port_row(port: &PortRow, links: &Links<'_>) -> Row {
    let label = port.label.as_ref().map_or_else(String::new, |label| format!(" (marked “{}”)", text(label)));
    let state = port.default_state.as_deref().map(plain::default_state);
    let unused = if port.used { "" } else { "<br><strong>unused</strong>" };
    let access = port.access.as_deref().map(plain::access);
    let protection = format!(
        "authentication: {}; encryption: {}; integrity: {}",
        stated::text(port.authentication.as_deref()),
        stated::text(port.encryption.as_deref()),
        stated::text(port.integrity.as_deref())
    );
    Row {
        attributes: String::new(),
        cells: vec![
            format!("{}{label}<br><small>{}</small>", links.name(&port.id, &port.name), text(&port.kind)).into(),
            text(&stated::text(port.purpose.as_deref())).into(),
            format!("{}{unused}", text(&stated::text(state.as_deref()))).into(),
            text(&plain::direction(&port.direction)).into(),
            text(&stated::list(&port.peers, stated::NONE_STATED)).into(),
            text(&stated::list(&port.protocols, stated::NONE_STATED)).into(),
            text(&stated::text(access.as_deref())).into(),
            text(&protection).into(),
            Cell::ranked(links.codes(&port.threats), port.threats.len()),
        ],
    }
}

fn firewall_row(rule: &FirewallRow, links: &Links<'_>) -> Row {
    let cells = vec![
        text(&rule.source).into(),
        text(&rule.destination).into(),
        text(&rule.protocol).into(),
        text(&stated::filled(&rule.destination_port)).into(),
        text(&stated::filled(&rule.purpose)).into(),
        links.code(&rule.port).into(),
        links.code(&rule.flow).into(),
    ];
    Row { attributes: String::new(), cells }
}

/// Flows, and the classes of data they carry.
pub(super) fn flows(report: &Report, links: &Links<'_>) -> String {
    let threats = |id: &str| report.threats.iter().filter(|threat| threat.element == id).count();
    let flows = Table {
        caption: "Data flows; the name leads to everything that is known of a flow",
        class: "flows fixed",
        columns: &["Flow", "From", "To", "Carries", "Protocol", "Started by", "Crosses", "Threats"],
        rows: report.flows.iter().map(|flow| flow_row(flow, threats(&flow.id), links)).collect(),
    };
    let data = Table {
        caption: "Classes of data",
        class: "data",
        columns: &["Data", "Confidentiality", "Integrity", "Availability", "Harms", "Carried by", "Held by"],
        rows: report.data.iter().map(|data| data_row(data, links)).collect(),
    };
    format!(
        "{}<h3>Data</h3>\n{}",
        flows.html("The model describes no flows."),
        data.html("The model describes no classes of data.")
    )
}

fn flow_row(flow: &FlowRow, threats: usize, links: &Links<'_>) -> Row {
    let both = if flow.two_way { "<br><small>data both ways</small>" } else { "" };
    let carries = flow.carries.as_ref().map_or_else(|| stated::NOT_STATED.to_owned(), |data| stated::list(data, "nothing"));
    let cells = vec![
        format!("{}<br><code>{}</code>", links.name(&flow.id, &flow.name), text(&flow.id)).into(),
        links.name(&flow.source, &flow.source_name).into(),
        format!("{}{both}", links.name(&flow.target, &flow.target_name)).into(),
        text(&carries).into(),
        text(&stated::text(flow.protocol.as_deref())).into(),
        text(&stated::filled(&flow.initiator)).into(),
        text(&stated::list(&flow.crosses, "no boundary")).into(),
        Cell::ranked(threats.to_string(), threats),
    ];
    Row { attributes: String::new(), cells }
}

fn data_row(data: &DataRow, links: &Links<'_>) -> Row {
    let kind = data.type_name.as_ref().map_or_else(String::new, |kind| format!("<br><small>{}</small>", text(kind)));
    let harms: Vec<String> = data.harms.iter().map(|harm| text(harm)).collect();
    let cells = vec![
        format!("{}{kind}<br><code>{}</code>", text(&data.name), text(&data.id)).into(),
        text(&stated::text(data.confidentiality.as_deref())).into(),
        text(&stated::text(data.integrity.as_deref())).into(),
        text(&stated::text(data.availability.as_deref())).into(),
        if harms.is_empty() { text("no harm named").into() } else { list(&harms).into() },
        links.codes(&data.carried_by).into(),
        links.codes(&data.held_by).into(),
    ];
    Row { attributes: String::new(), cells }
}
