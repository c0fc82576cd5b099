//! The nineteen details of a communication path (FDA premarket guidance, Appendix 2), each from the model or not answered.

use super::Writer;
use super::ports::distinct;
use crate::model::{AttributeId, ElementId, FlowEnds, Kind, Origin, TypeId};
use crate::report::DetailRow;
use crate::rules::{Val, words};
use crate::words::list;

/// What is asked, in our words.
const ASKED: [&str; 19] = [
    "interfaces, unused ones too",
    "data, code and commands",
    "protocol, version, port, channel or frequency",
    "functions, dormant ones too",
    "access control",
    "roles of users",
    "hand-off",
    "behaviour in unexpected circumstances",
    "authentication",
    "cryptography",
    "expert analysis of what is proprietary",
    "where authenticators are verified",
    "life of credentials",
    "identity management",
    "sessions",
    "security settings and defaults",
    "element, hazards, controls and tests",
    "evidence for claims and assumptions",
    "components of the software bill of materials",
];

impl Writer<'_> {
    /// The details of one flow, in the order of the guidance.
    pub(super) fn details(&self, ends: &FlowEnds) -> Vec<DetailRow> {
        let flow = ends.flow;
        let answers: [Option<String>; 19] = [
            self.interfaces(ends),
            joined(self.port_data(&[ends])),
            self.spoken(ends),
            self.functions(ends),
            self.access(ends),
            self.roles(ends),
            Some("none: the path is direct".to_owned()),
            self.in_failure(ends),
            self.protected(flow, "authentication"),
            self.cryptography(flow),
            self.analysis(ends),
            self.text(flow, "verified_at"),
            self.text(flow, "credential_care"),
            self.text(flow, "identities"),
            self.text(flow, "sessions"),
            self.text(flow, "settings"),
            self.links(ends),
            self.proofs(ends),
            self.materials(ends),
        ];
        let row =
            |(at, (name, answer)): (usize, (&str, Option<String>))| DetailRow { number: at + 1, name: name.to_owned(), answer };
        ASKED.into_iter().zip(answers).enumerate().map(row).collect()
    }

    /// The ends with their components, and the ports at which the flow ends.
    fn stations(&self, ends: &FlowEnds) -> Vec<ElementId> {
        let mut all = vec![ends.flow];
        for end in [ends.source, ends.target] {
            for id in [end, self.model.component_of(end)] {
                if !all.contains(&id) {
                    all.push(id);
                }
            }
        }
        all
    }

    fn ports_at(&self, ends: &FlowEnds) -> Vec<ElementId> {
        let stations = self.stations(ends).into_iter();
        stations.filter(|id| self.model.element(*id).kind == Kind::Port).collect()
    }

    fn interfaces(&self, ends: &FlowEnds) -> Option<String> {
        let mut parts: Vec<String> = self.ports_at(ends).iter().map(|port| self.owned(*port)).collect();
        let unused = self.stations(ends).into_iter().flat_map(|id| self.model.ports_of(id)).copied();
        let unused: Vec<String> =
            unused.filter(|port| self.model.relations.flows_of(*port).is_empty()).map(|port| self.owned(port)).collect();
        if parts.is_empty() {
            // a path without a port is known by its ends only
            return None;
        }
        let unused = if unused.is_empty() {
            "no unused interface at its ends".to_owned()
        } else {
            format!("unused: {}", list(&unused, "and"))
        };
        parts.push(unused);
        Some(parts.join("; "))
    }

    fn owned(&self, port: ElementId) -> String {
        format!("{} of {}", self.model.title(port), self.model.title(self.model.component_of(port)))
    }

    /// The protocol with its version, and the address where one is known.
    fn spoken(&self, ends: &FlowEnds) -> Option<String> {
        let protocol = self.protocol(ends.protocol?);
        Some(match self.addressing(ends) {
            Some(address) => format!("{protocol}, {address}"),
            None => format!("{protocol}, address not stated"),
        })
    }

    /// Port number, channel or frequency: of the end that is called, else of the other, else the protocol's usual one.
    pub(super) fn addressing(&self, ends: &FlowEnds) -> Option<String> {
        let (client, server) = self.opening(ends);
        let of = |end: ElementId| (self.model.element(end).kind == Kind::Port).then(|| self.address(end)).flatten();
        let usual = |protocol: TypeId| Some(self.destination_port(server, protocol)).filter(|port| !port.is_empty());
        of(server).or_else(|| ends.protocol.and_then(usual)).or_else(|| of(client))
    }

    fn functions(&self, ends: &FlowEnds) -> Option<String> {
        let purpose = self.text(ends.flow, "purpose")?;
        let dormant = self
            .ports_at(ends)
            .into_iter()
            .filter(|port| self.model.symbol(*port, "default").is_some_and(|state| state == "disabled" || state == "removed"));
        let dormant: Vec<String> = dormant.map(|port| self.owned(port)).collect();
        Some(if dormant.is_empty() { purpose } else { format!("{purpose} Dormant as shipped: {}", list(&dormant, "and")) })
    }

    fn access(&self, ends: &FlowEnds) -> Option<String> {
        let mut parts = Vec::new();
        for id in self.stations(ends) {
            for attribute in ["access", "authenticated_access", "login", "authorises_requests"] {
                parts.extend(
                    self.stated(id, attribute)
                        .map(|value| format!("{}: {} {value}", self.model.title(id), attribute.replace('_', " "))),
                );
            }
        }
        joined(parts)
    }

    fn roles(&self, ends: &FlowEnds) -> Option<String> {
        let roles = self.ports_at(ends).into_iter().flat_map(|port| self.model.references(port, "roles"));
        let people = self.stations(ends).into_iter().filter(|id| self.model.element(*id).kind == Kind::Actor);
        joined(distinct(roles.chain(people).map(|id| self.model.title(id).to_owned())))
    }

    fn in_failure(&self, ends: &FlowEnds) -> Option<String> {
        let mut parts: Vec<String> = self.ports_at(ends).into_iter().filter_map(|port| self.text(port, "on_failure")).collect();
        parts.extend(self.protected(ends.flow, "fails_safe").map(|value| format!("loss noticed and survived: {value}")));
        joined(parts)
    }

    fn cryptography(&self, flow: ElementId) -> Option<String> {
        let asked = [
            ("encrypted", "encrypted"),
            ("integrity_protected", "protected against modification"),
            ("signed", "signed"),
            ("current_crypto", "current"),
        ];
        joined(
            asked
                .iter()
                .filter_map(|(attribute, name)| self.protected(flow, attribute).map(|value| format!("{name}: {value}")))
                .collect(),
        )
    }

    fn analysis(&self, ends: &FlowEnds) -> Option<String> {
        if let Some(stated) = self.text(ends.flow, "expert_analysis") {
            return Some(stated);
        }
        let of = ends.protocol?;
        let own = self.model.line_of(of).any(|of| !self.model.type_of(of).library);
        match self.protocol_text(of, "proprietary").as_deref() {
            Some("yes") => None,
            None if own => None,
            _ => Some(format!("not applicable because {} is not proprietary", self.model.type_title(of))),
        }
    }

    /// The element, the hazards of what it carries, and the controls on it with requirement and tests.
    fn links(&self, ends: &FlowEnds) -> Option<String> {
        let harms = distinct(crate::risk::harms(self.model, ends.flow).into_iter().map(|used| {
            let hazard = self.text(used.harm, "hazard").map_or(String::new(), |hazard| format!(" ({hazard})"));
            format!("{}{hazard}", self.model.title(used.harm))
        }));
        let controls: Vec<String> = self
            .stations(ends)
            .into_iter()
            .flat_map(|id| self.model.relations.controls_of(id))
            .map(|id| self.with_tests(*id))
            .collect();
        if harms.is_empty() && controls.is_empty() {
            return None;
        }
        let said = |items: Vec<String>, nothing: &str| if items.is_empty() { nothing.to_owned() } else { items.join(", ") };
        Some(format!(
            "{}; hazards: {}; controls: {}",
            self.model.identity(ends.flow),
            said(harms, "none named"),
            said(distinct(controls), "none")
        ))
    }

    fn with_tests(&self, control: ElementId) -> String {
        let more: Vec<String> = self
            .text(control, "requirement")
            .into_iter()
            .chain(self.texts(control, "verification"))
            .chain(self.texts(control, "evidence"))
            .collect();
        let title = self.model.title(control);
        if more.is_empty() { title.to_owned() } else { format!("{title} ({})", distinct(more).join(", ")) }
    }

    fn proofs(&self, ends: &FlowEnds) -> Option<String> {
        let stations = self.stations(ends);
        let mut proofs: Vec<String> = stations.iter().flat_map(|id| self.texts(*id, "evidence")).collect();
        let controls = stations.iter().flat_map(|id| self.model.relations.controls_of(*id));
        proofs.extend(controls.flat_map(|control| self.texts(*control, "evidence")));
        let assumed = stations.iter().flat_map(|id| self.model.references(*id, "assumptions"));
        proofs.extend(assumed.map(|assumption| format!("assumed: {}", self.model.title(assumption))));
        joined(distinct(proofs))
    }

    /// The files with the bill of materials of its ends, where the vocabulary has a place for them.
    fn materials(&self, ends: &FlowEnds) -> Option<String> {
        let of = |id: &ElementId| self.text(*id, "sbom").map(|file| format!("{}: {file}", self.model.title(*id)));
        joined(self.stations(ends).iter().filter_map(of).collect())
    }

    /// Data with their nature, `Alarm (data)`.
    pub(super) fn natured(&self, data: ElementId) -> String {
        let nature = self.model.symbol(data, "nature").unwrap_or("data");
        format!("{} ({})", self.model.title(data), if nature == "command" { "commands" } else { nature })
    }

    fn stated(&self, id: ElementId, attribute: &str) -> Option<String> {
        self.model.value(id, attribute).map(|value| words(self.model, &Val::of(value)))
    }

    /// What is known of a protection, with the control or protocol behind it.
    fn protected(&self, id: ElementId, attribute: &str) -> Option<String> {
        let attribute: AttributeId = self.model.schema.attribute(self.model.element(id).kind, attribute)?;
        let known = self.model.known(id, attribute)?;
        let value = words(self.model, &Val::of(&known.fact.value));
        Some(match known.origin {
            Origin::Control(control) => format!("{value} (by {})", self.model.title(control)),
            Origin::Boundary(boundary) => format!("{value} (by {})", self.model.title(boundary)),
            Origin::Type(of) => format!("{value} (by {})", self.model.type_title(of)),
            Origin::Set | Origin::Part => value,
        })
    }
}

fn joined(parts: Vec<String>) -> Option<String> {
    (!parts.is_empty()).then(|| parts.join("; "))
}
