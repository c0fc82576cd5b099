//! The port and connection listing and the firewall table (checklist rows C1 to C17).

use super::Writer;
use crate::model::{Direction, ElementId, FlowEnds, Kind, KindSet, TypeId, Value};
use crate::report::{FirewallRow, PortRow};
use crate::rules::{Val, peers, words};

impl Writer<'_> {
    /// The device's own ports first: a reader of the instructions for use looks for those.
    pub(super) fn ports(&mut self) -> Vec<PortRow> {
        let (device, others): (Vec<ElementId>, Vec<ElementId>) =
            self.shown(KindSet::of(Kind::Port)).into_iter().partition(|id| self.is_on_device(*id));
        device.into_iter().chain(others).map(|id| self.port(id)).collect()
    }

    pub(super) fn is_on_device(&self, id: ElementId) -> bool {
        self.model.relations.boundaries_of(id).iter().any(|boundary| self.model.bool(*boundary, "device") == Some(true))
    }

    fn port(&mut self, id: ElementId) -> PortRow {
        let internal = self.holds(id, "is_internal");
        let flows: Vec<&FlowEnds> = self.flows_at(id);
        let owner = self.model.element(id).parent;
        let direction = self.model.direction(id);
        PortRow {
            id: self.model.identity(id),
            name: self.model.title(id).to_owned(),
            label: self.text(id, "label"),
            location: self.text(id, "location"),
            owner: owner.map_or(String::new(), |owner| self.model.title(owner).to_owned()),
            kind: self.type_title(id).unwrap_or_else(|| "port".to_owned()),
            nature: if self.model.bool(id, "logical") == Some(true) { "logical" } else { "physical" }.to_owned(),
            medium: self.symbol(id, "medium"),
            protocols: self.port_protocols(id, &flows),
            address: self.address(id),
            direction: match direction {
                Direction::None => "none",
                other => other.word(),
            }
            .to_owned(),
            initiators: distinct(flows.iter().map(|ends| self.name_of(self.opening(ends).0))),
            purpose: self.text(id, "purpose"),
            peers: self.titles(&peers(self.model, id)),
            data: self.port_data(&flows),
            authentication: self.over_flows(&flows, "authentication").or_else(|| self.own_authentication(id)),
            access: self.symbol(id, "access"),
            roles: self.titles(&self.model.references(id, "roles")),
            encryption: self.over_flows(&flows, "encrypted"),
            integrity: self.over_flows(&flows, "integrity_protected"),
            default_state: self.symbol(id, "default"),
            switching: self.text(id, "switching"),
            required: self.yes_no(id, "required"),
            used: direction != Direction::None,
            unused: self.text(id, "unused"),
            evidence: self.port_evidence(id),
            reachable_from: self.reachable_from(id),
            crosses: distinct(flows.iter().flat_map(|ends| self.titles(&self.model.relations.between(ends.source, ends.target)))),
            protection: self.protection(id),
            on_failure: self.text(id, "on_failure"),
            precaution: self.text(id, "precaution"),
            threats: self.threats_at(id),
            internal,
            place: self.place(id),
        }
    }

    fn flows_at(&self, id: ElementId) -> Vec<&FlowEnds> {
        self.model.relations.flows_of(id).iter().filter_map(|flow| self.model.relations.ends(self.model, *flow)).collect()
    }

    pub(super) fn name_of(&self, end: ElementId) -> String {
        self.model.title(self.model.component_of(end)).to_owned()
    }

    /// Protocols of the flows; of a port without flows, what it offers.
    fn port_protocols(&self, id: ElementId, flows: &[&FlowEnds]) -> Vec<String> {
        let spoken = distinct(flows.iter().filter_map(|ends| ends.protocol).map(|of| self.protocol(of)));
        if !spoken.is_empty() {
            return spoken;
        }
        match self.model.value(id, "offers") {
            Some(offers) => vec![words(self.model, &Val::of(offers))],
            None => Vec::new(),
        }
    }

    pub(super) fn address(&self, id: ElementId) -> Option<String> {
        let number = |attribute: &str, word: &str| match self.model.value(id, attribute) {
            Some(Value::Int(number)) => Some(format!("{word} {number}")),
            _ => None,
        };
        let parts: Vec<String> =
            [number("tcp", "TCP"), number("udp", "UDP"), self.text(id, "frequency")].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// What passes, each with its nature.
    pub(super) fn port_data(&self, flows: &[&FlowEnds]) -> Vec<String> {
        let carried = flows.iter().flat_map(|ends| self.model.references(ends.flow, "carries"));
        distinct(carried.map(|data| {
            let nature = match self.model.symbol(data, "nature") {
                Some("command") => "commands",
                Some(nature) => nature,
                None => "data",
            };
            format!("{} ({nature})", self.model.title(data))
        }))
    }

    /// What all flows of a port say of an attribute; each flow that differs is named.
    fn over_flows(&self, flows: &[&FlowEnds], attribute: &str) -> Option<String> {
        let signal = |ends: &&&FlowEnds| self.model.bool(ends.flow, "signal_only") == Some(true);
        let messages: Vec<&&FlowEnds> = flows.iter().filter(|ends| !signal(ends)).collect();
        if messages.is_empty() {
            return (!flows.is_empty()).then(|| "not applicable: a signal, no message".to_owned());
        }
        let said: Vec<(String, String)> = messages
            .iter()
            .map(|ends| {
                let value = self.model.value(ends.flow, attribute);
                let value = value.map_or("not stated".to_owned(), |value| words(self.model, &Val::of(value)));
                (value, self.model.title(ends.flow).to_owned())
            })
            .collect();
        let first = &said[0].0;
        if said.iter().all(|(value, _)| value == first) {
            return (first != "not stated").then(|| first.clone());
        }
        let each: Vec<String> = said.iter().map(|(value, flow)| format!("{flow}: {value}")).collect();
        Some(each.join("; "))
    }

    fn own_authentication(&self, id: ElementId) -> Option<String> {
        self.model
            .bool(id, "authenticated_access")
            .map(|proved| if proved { "whoever connects has to prove its identity" } else { "none" }.to_owned())
    }

    /// Evidence given for the port, and that of the controls on it.
    fn port_evidence(&self, id: ElementId) -> Vec<String> {
        let own = self.texts(id, "evidence").into_iter();
        let controls = self.model.relations.controls_of(id).iter().flat_map(|control| self.texts(*control, "evidence"));
        distinct(own.chain(controls))
    }

    fn reachable_from(&self, id: ElementId) -> String {
        let exposure = self.compilation.exposures.of(id).map_or("", |(set, at)| self.model.schema.set(set).name_at(at));
        match exposure {
            "internal" => "inside the device only",
            "physical" => "by physical access",
            "adjacent" => "from within radio range",
            "network" => "from a connected network",
            "internet" => "from the Internet",
            other => other,
        }
        .to_owned()
    }

    fn protection(&self, id: ElementId) -> Option<String> {
        let covered = match self.model.bool(id, "covered") {
            Some(true) => Some("behind a cover, a lock or a seal".to_owned()),
            Some(false) => Some("freely accessible".to_owned()),
            None => None,
        };
        self.text(id, "protection").or(covered)
    }

    /// Findings about the port and its flows.
    fn threats_at(&self, id: ElementId) -> Vec<String> {
        let mut about = vec![id];
        about.extend_from_slice(self.model.relations.flows_of(id));
        self.findings_about(&about).into_iter().map(|finding| self.finding_id(finding)).collect()
    }

    /// Lines for a firewall: flows over IP that cross a boundary (checklist row C15).
    pub(super) fn firewall(&self) -> Vec<FirewallRow> {
        let mut rows = Vec::new();
        for id in self.shown(KindSet::of(Kind::Flow)) {
            let Some(ends) = self.model.relations.ends(self.model, id).copied() else { continue };
            let Some(protocol) = ends.protocol.filter(|of| self.runs_on_ip(*of)) else { continue };
            if self.model.relations.between(ends.source, ends.target).is_empty() {
                continue;
            }
            let (client, server) = self.opening(&ends);
            let port = [server, client].into_iter().find(|end| self.model.element(*end).kind == Kind::Port);
            rows.push(FirewallRow {
                port: port.map_or(String::new(), |port| self.model.identity(port)),
                flow: self.model.identity(id),
                source: self.name_of(client),
                destination: self.name_of(server),
                protocol: self.protocol(protocol),
                destination_port: self.destination_port(server, protocol),
                purpose: self.model.title(id).to_owned(),
            });
        }
        rows
    }

    /// The end that opens the connection, and the one that waits for it.
    pub(super) fn opening(&self, ends: &FlowEnds) -> (ElementId, ElementId) {
        match self.model.symbol(ends.flow, "initiator") {
            Some("target") if !ends.two_way => (ends.target, ends.source),
            _ => (ends.source, ends.target),
        }
    }

    pub(super) fn runs_on_ip(&self, of: TypeId) -> bool {
        self.model.runs_on(of, "ip")
    }

    /// The number the destination listens on: its port's own, else the protocol's usual one.
    pub(super) fn destination_port(&self, target: ElementId, protocol: TypeId) -> String {
        let own = (self.model.element(target).kind == Kind::Port).then(|| self.address(target)).flatten();
        let usual =
            |attribute: &str, word: &str| self.protocol_text(protocol, attribute).map(|number| format!("{word} {number}"));
        own.filter(|address| address.starts_with("TCP") || address.starts_with("UDP"))
            .or_else(|| usual("tcp", "TCP"))
            .or_else(|| usual("udp", "UDP"))
            .unwrap_or_default()
    }
}

pub(super) fn distinct(items: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for item in items {
        if !distinct.contains(&item) {
            distinct.push(item);
        }
    }
    distinct
}
