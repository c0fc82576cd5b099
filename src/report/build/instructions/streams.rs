//! The matrix of data streams: everything that goes into the device or out of it, but what people see and press.

use crate::model::{ElementId, FlowEnds, Kind, KindSet, Value};
use crate::report::StreamRow;
use crate::report::build::Writer;
use crate::rules::{Val, words};

impl Writer<'_> {
    pub(super) fn streams(&self) -> Vec<StreamRow> {
        let flows = self.shown(KindSet::of(Kind::Flow)).into_iter();
        let ends = flows.filter_map(|id| self.model.relations.ends(self.model, id));
        ends.filter(|ends| self.is_stream(ends)).map(|ends| self.stream(ends)).collect()
    }

    fn is_stream(&self, ends: &FlowEnds) -> bool {
        let is_person = |end: ElementId| self.model.element(end).kind == Kind::Actor;
        let crossed = self.model.relations.between(ends.source, ends.target);
        let leaves = crossed.iter().any(|boundary| self.model.bool(*boundary, "device") == Some(true));
        leaves && !is_person(ends.source) && !is_person(ends.target)
    }

    fn stream(&self, ends: &FlowEnds) -> StreamRow {
        let flow = ends.flow;
        let (_, server) = self.opening(ends);
        let at_device = [ends.source, ends.target].into_iter().find(|end| self.is_on_device(*end));
        let port = at_device.filter(|end| self.model.element(*end).kind == Kind::Port);
        let number = ends.protocol.map(|of| self.destination_port(server, of)).filter(|number| !number.is_empty());
        StreamRow {
            id: self.model.identity(flow),
            name: self.model.title(flow).to_owned(),
            source: self.name_of(ends.source),
            target: self.name_of(ends.target),
            two_way: ends.two_way,
            initiator: self.name_of(self.opening(ends).0),
            port: port.map(|port| self.model.title(port).to_owned()),
            protocol: ends.protocol.map(|of| self.protocol(of)),
            address: number.or_else(|| port.and_then(|port| self.address(port))),
            data: self.port_data(&[ends]),
            encryption: self.stated_of_flow(flow, "encrypted"),
            integrity: self.stated_of_flow(flow, "integrity_protected"),
            authentication: self.stated_of_flow(flow, "authentication"),
        }
    }

    /// What a flow says of its protection, in the words of the listing of ports.
    fn stated_of_flow(&self, flow: ElementId, attribute: &str) -> Option<String> {
        if self.model.bool(flow, "signal_only") == Some(true) {
            return Some("not applicable: a signal, no message".to_owned());
        }
        self.model.value(flow, attribute).map(|value: &Value| words(self.model, &Val::of(value)))
    }
}
