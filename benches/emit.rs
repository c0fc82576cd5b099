//! A neutral model as `.tm`: types of the library, a port on every component, some facts unstated, some backed by controls.

use std::fmt::Write;

use indexmap::IndexMap;

use crate::neutral::{Boundary, Component, Data, Flow, Kind, Neutral};

/// Protocol of the neutral model, type of the library, medium, type of a port for it.
const PROTOCOLS: [(&str, &str, &str, &str); 16] = [
    ("https", "Https", "ip", "EthernetPort"),
    ("http", "Http", "ip", "EthernetPort"),
    ("mqtt", "Mqtt", "ip", "WifiRadio"),
    ("mqtts", "Mqtts", "ip", "WifiRadio"),
    ("coap", "Coap", "ip", "WifiRadio"),
    ("coaps", "Coaps", "ip", "WifiRadio"),
    ("ble", "BleGatt", "ble", "BleRadio"),
    ("uart", "Uart", "serial", "SerialPort"),
    ("ws", "WebSocket", "ip", "EthernetPort"),
    ("wss", "WebSockets", "ip", "EthernetPort"),
    ("grpc", "Tls", "ip", "NetworkService"),
    ("ssh", "Ssh", "ip", "SshServer"),
    ("sql", "SqlTcp", "ip", "NetworkService"),
    ("sqls", "SqlTls", "ip", "NetworkService"),
    ("nosql", "ProprietaryTcp", "ip", "NetworkService"),
    ("file", "LocalFile", "local", "LocalService"),
];

/// Beginning of a name and the type it stands for.
const COMPONENTS: [(&str, &str); 22] = [
    ("User", "MobileApp"),
    ("Field Technician", "ServiceTool"),
    ("Partner Service", "CloudService"),
    ("Vendor Portal", "CloudService"),
    ("Accessory Device", "Accessory"),
    ("Operator", "ServiceTool"),
    ("Sensor Firmware", "SensorFirmware"),
    ("Gateway Agent", "Gateway"),
    ("Mobile App", "CompanionApp"),
    ("Ingest API", "ApiService"),
    ("Update Service", "BackendService"),
    ("Web Console", "WebApplication"),
    ("Radio Stack", "RadioModule"),
    ("Rules Engine", "BackendService"),
    ("Boot Loader", "Bootloader"),
    ("Identity Service", "BackendService"),
    ("Flash Store", "FlashStore"),
    ("Telemetry DB", "SqlDatabase"),
    ("Key Store", "KeyStore"),
    ("Config Store", "ConfigStore"),
    ("Image Registry", "ReleaseRepository"),
    ("Audit Log", "AuditLog"),
];

const DATA: [(&str, &str); 10] = [
    ("Telemetry", "Measurement"),
    ("Firmware Image", "FirmwarePackage"),
    ("Pairing Key", "PairingKeys"),
    ("User Profile", "PatientIdentity"),
    ("Device Config", "TherapySettings"),
    ("Access Token", "SessionToken"),
    ("Audit Record", "AuditRecord"),
    ("Command", "TherapyCommand"),
    ("Location Trace", "LocationData"),
    ("Crash Dump", "LogData"),
];

/// Beginning of a name, type of an outermost boundary, type of a nested one.
const ZONES: [(&str, &str, &str); 6] = [
    ("Device", "DeviceEnclosure", "CircuitBoard"),
    ("Home Network", "HomeNetwork", "HomeNetwork"),
    ("Cloud", "CloudTenant", "PrivateSubnet"),
    ("Factory", "ManufacturerSite", "BuildEnvironment"),
    ("Handset", "PersonalPhone", "PersonalPhone"),
    ("Secure Enclave", "SecureZone", "SecureZone"),
];

/// Controls, some of them planned only: name, type, status.
const CONTROLS: [(&str, &str, &str); 8] = [
    ("signed_updates", "SignedFirmware", "verified"),
    ("verified_start", "SecureBoot", "implemented"),
    ("checked_input", "InputValidation", "verified"),
    ("roles", "RoleBasedAccess", "implemented"),
    ("records", "AuditLogging", "planned"),
    ("disk_encryption", "EncryptedStorage", "implemented"),
    ("certificates", "MutualTls", "implemented"),
    ("signatures", "SignedMessages", "planned"),
];

/// Harms: name, title, severity.
const HARMS: [(&str, &str, &str); 3] = [
    ("overdose", "Overdose", "catastrophic"),
    ("underdose", "Therapy too weak", "critical"),
    ("interruption", "Therapy interrupted", "serious"),
];

/// What names one of the harms: a fifth of all classes of data.
const THERAPY: [&str; 2] = ["TherapySettings", "TherapyCommand"];

/// The model as text.
pub(crate) fn emit(model: &Neutral) -> String {
    let mut out = Writer { text: String::with_capacity(model.components.len() * 700), depth: 0 };
    out.line("import std.medical");
    out.line("");
    out.open(&format!("system Ecosystem \"{}\" {{", model.name));
    out.line("manufacturer: \"Example Devices\", version: \"1.0\", status: draft");
    out.close();
    for (name, of, status) in CONTROLS {
        out.line(&format!("control {name} : {of} {{ status: {status}, evidence: [\"VER-{}\"] }}", name.len()));
    }
    out.line("");
    for (name, title, severity) in HARMS {
        out.line(&format!("harm {name} \"{title}\" {{ severity: {severity} }}"));
    }
    out.line("");
    for (number, Data { id, name }) in model.data.iter().enumerate() {
        let of = DATA.iter().find(|(start, _)| name.starts_with(start)).map_or("LogData", |(_, of)| of);
        let harms =
            if THERAPY.contains(&of) { format!(" {{ harms: [{}] }}", HARMS[number % HARMS.len()].0) } else { String::new() };
        out.line(&format!("data {id} \"{name}\" : {of}{harms}"));
    }
    out.line("");
    let places = Places::new(model);
    for boundary in model.boundaries.iter().filter(|boundary| boundary.parent.is_none()) {
        places.boundary(boundary, &mut out);
    }
    for component in model.components.iter().filter(|component| component.boundary.is_none()) {
        places.component(component, &mut out);
    }
    out.line("");
    for (number, flow) in model.flows.iter().enumerate() {
        places.flow(number, flow, &mut out);
    }
    out.text
}

/// Lines with their indentation.
struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let indentation = if line.is_empty() { 0 } else { self.depth * 4 };
        let _ = writeln!(self.text, "{:indentation$}{line}", "");
    }

    fn open(&mut self, line: &str) {
        self.line(line);
        self.depth += 1;
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.line("}");
    }
}

/// What stands where.
#[derive(Default)]
struct Places<'a> {
    nested: IndexMap<&'a str, Vec<&'a Boundary>>,
    inside: IndexMap<&'a str, Vec<&'a Component>>,
    /// The dotted path of every boundary and component.
    paths: IndexMap<&'a str, String>,
    /// Rows of `PROTOCOLS` that a component's port must fit.
    spoken: IndexMap<&'a str, Vec<usize>>,
}

impl<'a> Places<'a> {
    fn new(model: &'a Neutral) -> Self {
        let mut places = Self::default();
        for boundary in &model.boundaries {
            let path = match &boundary.parent {
                Some(parent) => {
                    places.nested.entry(parent).or_default().push(boundary);
                    format!("{}.{}", places.paths[&**parent], boundary.id)
                }
                None => boundary.id.clone(),
            };
            places.paths.insert(&boundary.id, path);
        }
        for component in &model.components {
            let path = match &component.boundary {
                Some(boundary) => {
                    places.inside.entry(boundary).or_default().push(component);
                    format!("{}.{}", places.paths[&**boundary], component.id)
                }
                None => component.id.clone(),
            };
            places.paths.insert(&component.id, path);
        }
        for flow in &model.flows {
            for end in [&flow.from, &flow.to] {
                places.spoken.entry(end).or_default().push(row(&flow.protocol));
            }
        }
        places
    }

    fn boundary(&self, boundary: &Boundary, out: &mut Writer) {
        let zone = ZONES.iter().find(|(start, ..)| boundary.name.starts_with(start));
        let of = zone.map_or("TrustedZone", |(_, outer, inner)| if boundary.parent.is_some() { inner } else { outer });
        out.open(&format!("boundary {} \"{}\" : {of} {{", boundary.id, boundary.name));
        for component in self.inside.get(&*boundary.id).into_iter().flatten() {
            self.component(component, out);
        }
        for inner in self.nested.get(&*boundary.id).into_iter().flatten() {
            self.boundary(inner, out);
        }
        out.close();
    }

    fn component(&self, component: &Component, out: &mut Writer) {
        let word = match component.kind {
            Kind::External => "external",
            Kind::Process => "process",
            Kind::Store => "store",
        };
        let of = COMPONENTS.iter().find(|(start, _)| component.name.starts_with(start)).map_or("", |(_, of)| of);
        out.open(&format!("{word} {} \"{}\" : {of} {{", component.id, component.name));
        out.line(&format!("purpose: \"{} of the ecosystem.\"", component.name));
        let yes = |fact: Option<bool>| fact == Some(true);
        let mut controls: Vec<&str> = Vec::new();
        match component.kind {
            Kind::External => {}
            Kind::Process => {
                if yes(component.hardened) {
                    controls.extend(["verified_start", "signed_updates"]);
                } else {
                    out.line("update: unsigned");
                }
                if yes(component.validates_input) {
                    controls.push("checked_input");
                }
                if yes(component.auth_required) {
                    controls.push("roles");
                }
                if yes(component.logs) {
                    controls.push("records");
                }
            }
            Kind::Store => {
                out.line(&format!("holds: [{}]", component.data.join(", ")));
                if yes(component.encrypted_at_rest) {
                    controls.push("disk_encryption");
                } else if component.encrypted_at_rest.is_some() && !yes(component.hardened) {
                    out.line("encrypted: no");
                }
            }
        }
        if !controls.is_empty() {
            out.line(&format!("controls: [{}]", controls.join(", ")));
        }
        self.port(component, out);
        out.close();
    }

    /// The one port of a component offers all media of its flows.
    fn port(&self, component: &Component, out: &mut Writer) {
        let rows = self.spoken.get(&*component.id).map_or(&[][..], Vec::as_slice);
        let of = rows.first().map_or("EthernetPort", |row| PROTOCOLS[*row].3);
        let mut media: Vec<&str> = Vec::new();
        for row in rows {
            if !media.contains(&PROTOCOLS[*row].2) {
                media.push(PROTOCOLS[*row].2);
            }
        }
        out.open(&format!("port p \"Interface of {}\" : {of} {{", component.name));
        out.line("purpose: \"Connects to the rest of the ecosystem.\"");
        if media.len() > 1 {
            out.line(&format!("offers: [{}]", media.join(", ")));
        }
        if component.auth_required == Some(false) {
            out.line("access: user, authenticated_access: no");
        }
        out.close();
    }

    fn flow(&self, number: usize, flow: &Flow, out: &mut Writer) {
        let (from, to) = (&self.paths[&*flow.from], &self.paths[&*flow.to]);
        let of = PROTOCOLS[row(&flow.protocol)].1;
        out.open(&format!("flow {} \"{}\": {from}.p -> {to}.p over {of} {{", flow.id, flow.name));
        out.line(&format!("carries: [{}]", flow.data.join(", ")));
        match flow.auth.as_str() {
            "none" => out.line("authentication: none"),
            "certificate" => out.line("controls: [certificates]"),
            "token" if number.is_multiple_of(2) => out.line("controls: [signatures]"),
            _ => {}
        }
        out.close();
    }
}

fn row(protocol: &str) -> usize {
    PROTOCOLS.iter().position(|(name, ..)| *name == protocol).unwrap_or(0)
}
