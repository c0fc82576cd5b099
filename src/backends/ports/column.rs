//! The fields of a port, in the order and the words a reader meets them in.

use super::Audience;
use crate::backends::{plain, stated};
use crate::report::{FirewallRow, PortRow, Report};

/// One field of a port.
pub(super) struct Column {
    /// What it is called.
    pub name: &'static str,
    /// What it says of a port; never blank.
    pub value: fn(&PortRow, &Report) -> String,
}

/// The fields an audience sees.
pub(super) fn columns(audience: Audience) -> Vec<Column> {
    let mut columns = identity();
    columns.extend(exchange());
    columns.extend(protection());
    columns.extend(state());
    columns.push(match audience {
        Audience::Customer => column("Evidence", |port, _| evidence_on_file(port)),
        Audience::Internal => column("Evidence", |port, _| stated::list(&port.evidence, stated::NO_EVIDENCE)),
    });
    columns.extend(surroundings());
    if audience == Audience::Internal {
        columns.extend(internal());
    }
    columns
}

fn column(name: &'static str, value: fn(&PortRow, &Report) -> String) -> Column {
    Column { name, value }
}

fn identity() -> Vec<Column> {
    vec![
        column("Identifier", |port, _| stated::filled(&port.id)),
        column("Name", |port, _| stated::filled(&port.name)),
        column("Marking on the device", |port, _| stated::text(port.label.as_deref())),
        column("Location", |port, _| stated::text(port.location.as_deref())),
        column("Belongs to", |port, _| stated::filled(&port.owner)),
        column("Type", |port, _| stated::filled(&port.kind)),
        column("Physical or logical", |port, _| stated::filled(&port.nature)),
        column("Medium", |port, _| stated::text(port.medium.as_deref())),
    ]
}

fn exchange() -> Vec<Column> {
    vec![
        column("Protocols and versions", |port, _| stated::list(&port.protocols, stated::NONE_STATED)),
        column("Port number, channel or frequency", |port, _| stated::text(port.address.as_deref())),
        column("Direction of data", |port, _| direction(port)),
        column("Who starts the exchange", |port, _| stated::list(&port.initiators, stated::NONE_STATED)),
        column("Purpose", |port, _| stated::text(port.purpose.as_deref())),
        column("What connects to it", |port, _| peers(port)),
        column("Data, code or commands passed", |port, _| stated::list(&port.data, stated::NONE_STATED)),
    ]
}

fn protection() -> Vec<Column> {
    vec![
        column("Authentication: how each side shows who it is", |port, _| stated::text(port.authentication.as_deref())),
        column("Who may use it", |port, _| access(port)),
        column("Roles", |port, _| stated::list(&port.roles, stated::NONE_STATED)),
        column("Encryption in transit", |port, _| stated::text(port.encryption.as_deref())),
        column("Protection against modification in transit", |port, _| stated::text(port.integrity.as_deref())),
    ]
}

fn state() -> Vec<Column> {
    vec![
        column("State as shipped", |port, _| default_state(port)),
        column("How to switch it on and off, and what follows", |port, _| stated::text(port.switching.as_deref())),
        column("Needed for the intended use", |port, _| stated::text(port.required.as_deref())),
        column("In use", |port, _| in_use(port)),
        column("When nothing is connected", |port, _| stated::text(port.unused.as_deref())),
    ]
}

fn surroundings() -> Vec<Column> {
    vec![
        column("Who can reach it", |port, _| stated::filled(&port.reachable_from)),
        column("Trust boundaries its connections cross", |port, _| stated::list(&port.crosses, stated::NONE_STATED)),
        column("Physical protection", |port, _| stated::text(port.protection.as_deref())),
        column("Behaviour on loss, failure or misuse", |port, _| stated::text(port.on_failure.as_deref())),
        column("Firewall rules", firewall),
        column("What the operator has to do or to watch for", |port, _| stated::text(port.precaution.as_deref())),
    ]
}

fn internal() -> Vec<Column> {
    vec![
        column("In the listing for customers (internal)", |port, _| {
            if port.internal { "no: only the manufacturer uses it" } else { "yes" }.to_owned()
        }),
        column("Threats (internal)", |port, _| stated::list(&port.threats, "none listed")),
        column("Declared at (internal)", |port, _| stated::filled(&port.place)),
    ]
}

/// Which way data moves.
pub(super) fn direction(port: &PortRow) -> String {
    plain::direction(&port.direction)
}

/// What connects.
pub(super) fn peers(port: &PortRow) -> String {
    stated::list(&port.peers, stated::NONE_STATED)
}

/// Who may use the port.
pub(super) fn access(port: &PortRow) -> String {
    plain::access(&stated::text(port.access.as_deref()))
}

/// On or off as shipped.
pub(super) fn default_state(port: &PortRow) -> String {
    plain::default_state(&stated::text(port.default_state.as_deref()))
}

/// What a customer learns of the evidence.
pub(super) fn evidence_on_file(port: &PortRow) -> String {
    let on_file = port.evidence.iter().any(|document| !document.trim().is_empty());
    if on_file { "evidence on file with the manufacturer".to_owned() } else { stated::NO_EVIDENCE.to_owned() }
}

fn in_use(port: &PortRow) -> String {
    if port.used { "yes".to_owned() } else { "no data connection is described".to_owned() }
}

fn firewall(port: &PortRow, report: &Report) -> String {
    let lines: Vec<String> = report.firewall.iter().filter(|row| row.port == port.id).map(firewall_line).collect();
    stated::list(&lines, "none listed")
}

fn firewall_line(row: &FirewallRow) -> String {
    format!(
        "{} → {}, {}, {}",
        stated::filled(&row.source),
        stated::filled(&row.destination),
        stated::filled(&row.protocol),
        stated::filled(&row.destination_port)
    )
}
