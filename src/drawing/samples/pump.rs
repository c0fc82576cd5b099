//! A realistic diagram: an infusion pump, its gateway and the hospital.

use super::{carried, edge, frame, node, port};
use crate::report::diagram::{Counts, Diagram, Edge, End, FrameShape, Node, NodeShape};

const PUMP_FRAMES: [(&str, FrameShape, Option<usize>); 6] = [
    ("Hospital network", FrameShape::Boundary, None),
    ("Infusion pump housing", FrameShape::Boundary, None),
    ("Connectivity board", FrameShape::Boundary, Some(1)),
    ("Safety-critical board", FrameShape::Boundary, Some(1)),
    ("Secure element", FrameShape::Boundary, Some(2)),
    ("Application processor", FrameShape::Component, Some(2)),
];

const PUMP_NODES: [(&str, NodeShape, Option<usize>, &str); 25] = [
    ("Nurse", NodeShape::Actor, None, "ClinicalUser"),
    ("Service technician", NodeShape::Actor, None, "ServiceUser"),
    ("Patient", NodeShape::Actor, None, ""),
    ("Manufacturer cloud", NodeShape::ClosedBoundary, None, ""),
    ("Drug library editor", NodeShape::External, Some(0), "Workstation"),
    ("EHR system", NodeShape::External, Some(0), "HL7Server"),
    ("Pump gateway", NodeShape::Process, Some(0), "Server"),
    ("Nurse call", NodeShape::External, Some(0), ""),
    ("Gateway database", NodeShape::Store, Some(0), ""),
    ("Network stack", NodeShape::Process, Some(5), "EmbeddedLinux"),
    ("Drug library service", NodeShape::Process, Some(5), ""),
    ("Firmware updater", NodeShape::Process, Some(5), ""),
    ("User interface", NodeShape::Process, Some(5), "Qt"),
    ("Event log", NodeShape::Store, Some(2), "FlashStore"),
    ("Drug library", NodeShape::Store, Some(2), "FlashStore"),
    ("Firmware slots", NodeShape::Store, Some(2), ""),
    ("Key store", NodeShape::Store, Some(4), ""),
    ("Crypto engine", NodeShape::Process, Some(4), ""),
    ("Infusion controller", NodeShape::Process, Some(3), "Firmware"),
    ("Safety monitor", NodeShape::Process, Some(3), "Firmware"),
    ("Motor driver", NodeShape::Process, Some(3), ""),
    ("Calibration data", NodeShape::Store, Some(3), "Eeprom"),
    ("Pressure sensor", NodeShape::External, Some(3), ""),
    ("Barcode scanner", NodeShape::External, None, ""),
    ("Battery pack", NodeShape::External, Some(1), ""),
];

const PUMP_PORTS: [(&str, End); 12] = [
    ("Ethernet", End::Frame(1)),
    ("USB service port", End::Frame(1)),
    ("Wi-Fi", End::Node(9)),
    ("REST API", End::Node(6)),
    ("HL7 listener", End::Node(6)),
    ("JTAG", End::Frame(2)),
    ("SPI", End::Node(18)),
    ("I2C", End::Node(17)),
    ("Debug UART", End::Node(18)),
    ("Touch screen", End::Node(12)),
    ("Watchdog line", End::Node(19)),
    ("TLS endpoint", End::Node(3)),
];

/// Name, what is carried, protocol, source, target, two-way. `Port` numbers as above.
const PUMP_FLOWS: [(&str, &str, &str, End, End, bool); 35] = [
    ("Programme infusion", "Infusion order", "", End::Node(0), End::Port(9), true),
    ("Scan drug", "Drug code", "Bluetooth", End::Node(23), End::Port(2), false),
    ("Author library", "Drug library", "", End::Node(4), End::Port(3), false),
    ("Deliver library", "Drug library, signature", "HTTPS", End::Port(3), End::Port(0), false),
    ("Take in library", "Drug library", "", End::Port(0), End::Node(9), false),
    ("Hand over library", "Drug library", "D-Bus", End::Node(9), End::Node(10), false),
    ("Store library", "Drug library", "", End::Node(10), End::Node(14), false),
    ("Look up limits", "Dose limits", "", End::Node(12), End::Node(14), true),
    ("Send order", "Infusion order, patient identity", "HL7 MLLP", End::Node(5), End::Port(4), true),
    ("Auto-programme", "Infusion order", "HTTPS", End::Node(6), End::Port(2), true),
    ("Report status", "Infusion status, alarms", "HTTPS", End::Node(9), End::Port(3), false),
    ("Alarm call", "Alarms", "dry contact", End::Node(6), End::Node(7), false),
    ("Save status", "Infusion status", "SQL", End::Node(6), End::Node(8), true),
    ("Fetch firmware", "Firmware image", "HTTPS", End::Node(6), End::Port(11), true),
    ("Push firmware", "Firmware image", "HTTPS", End::Port(3), End::Port(0), false),
    ("Pass image", "Firmware image", "", End::Node(9), End::Node(11), false),
    ("Write image", "Firmware image", "", End::Node(11), End::Node(15), false),
    ("Verify signature", "Image digest, signature", "I2C", End::Node(11), End::Port(7), true),
    ("Use keys", "Device key", "", End::Node(17), End::Node(16), true),
    ("TLS handshake", "Session secrets", "I2C", End::Node(9), End::Port(7), true),
    ("Service session", "Service commands", "USB", End::Node(1), End::Port(1), true),
    ("Install offline", "Firmware image", "", End::Port(1), End::Node(11), false),
    ("Export log", "Event log", "", End::Node(13), End::Port(1), false),
    ("Set infusion", "Rate, volume", "SPI", End::Node(12), End::Port(6), true),
    ("Flash controller", "Controller firmware", "SPI", End::Node(11), End::Port(6), false),
    ("Telemetry", "Infusion status", "SPI", End::Port(6), End::Node(9), false),
    ("Drive", "Step commands", "PWM", End::Node(18), End::Node(20), false),
    ("Deliver drug", "Medication", "", End::Node(20), End::Node(2), false),
    ("Read pressure", "Line pressure", "ADC", End::Node(22), End::Node(19), false),
    ("Read pressure again", "Line pressure", "ADC", End::Node(22), End::Node(18), false),
    ("Stop", "Safe-state request", "", End::Port(10), End::Node(20), false),
    ("Read calibration", "Calibration", "I2C", End::Node(18), End::Node(21), true),
    ("Log events", "Events", "", End::Node(12), End::Node(13), false),
    ("Log security events", "Events", "", End::Node(9), End::Node(13), false),
    ("Self test", "Result", "", End::Node(19), End::Node(19), false),
];

/// An infusion pump: 25 nodes, nested boundaries, 35 flows, 12 ports of which two are met by no flow.
pub(crate) fn pump() -> Diagram {
    let mut diagram = Diagram {
        id: "pump".to_owned(),
        title: "Data-flow diagram: pump, gateway and hospital".to_owned(),
        threat_counts: true,
        ..Diagram::default()
    };
    diagram.frames.extend(PUMP_FRAMES.map(|(name, shape, parent)| frame(name, shape, parent)));
    for (index, (name, shape, parent, kind)) in PUMP_NODES.into_iter().enumerate() {
        let type_name = (!kind.is_empty()).then(|| kind.to_owned());
        let counts = if index % 4 == 1 { Counts { open: index % 5, questions: index % 3 } } else { Counts::default() };
        diagram.nodes.push(Node { type_name, shape, counts, ..node(name, parent) });
    }
    diagram.ports.extend(PUMP_PORTS.map(|(name, owner)| port(name, owner)));
    for (name, carries, protocol, source, target, two_way) in PUMP_FLOWS {
        diagram.edges.push(Edge {
            carries: carries.split(", ").map(carried).collect(),
            protocol: (!protocol.is_empty()).then(|| protocol.to_owned()),
            two_way,
            ..edge(name, source, target)
        });
    }
    diagram
}
