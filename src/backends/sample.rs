//! For tests: one report, written in plain words, in hostile text, or in words that give away where they come from.

use super::sample_filled::filled;
use crate::report::*;

/// Fields of a port that hold text; each is in [`sentinels`].
pub(super) const PORT_FIELDS: [&str; 28] = [
    "id",
    "name",
    "label",
    "location",
    "owner",
    "kind",
    "nature",
    "medium",
    "protocol",
    "address",
    "initiator",
    "purpose",
    "peer",
    "data",
    "authentication",
    "access",
    "role",
    "encryption",
    "integrity",
    "default_state",
    "switching",
    "required",
    "unused",
    "reachable_from",
    "cross",
    "protection",
    "on_failure",
    "precaution",
];

/// Fields of a threat that hold text; each is in [`sentinels`].
pub(super) const THREAT_FIELDS: [&str; 35] = [
    "id",
    "rule",
    "title",
    "statement",
    "category",
    "letter",
    "element",
    "element_name",
    "element_kind",
    "entry",
    "exploitability",
    "severity",
    "level",
    "step.text",
    "harm.name",
    "harm.hazard",
    "harm.through",
    "cvss.vector",
    "cvss.score",
    "control.id",
    "control.name",
    "control.evidence",
    "response.decision",
    "response.reason",
    "response.approved_by",
    "response.until",
    "response.evidence",
    "response.place",
    "fix",
    "advice",
    "clause.id",
    "clause.title",
    "fact.value",
    "missing",
    "place",
];

/// What a customer must not meet.
pub(super) const INTERNAL: [&str; 9] = [
    "SENTport.threat",
    "SENTport.place",
    "SENTport.evidence",
    "SENTthreat",
    "SENTquestion",
    "SENTelement",
    "SENTcontrol",
    "SENTmethod",
    "SENTscheme",
];

/// A small device, as a manufacturer would describe it.
pub(super) fn plain() -> Report {
    Report {
        schema_version: SCHEMA_VERSION,
        title: TitleBlock {
            device: "Breva ventilator system".to_owned(),
            manufacturer: text("Example Medical GmbH"),
            version: text("2.3"),
            model_hash: "0123456789ab".to_owned(),
            packs: vec!["core 1.0".to_owned()],
            generator: "ward 0.1.0".to_owned(),
            status: text("in_review"),
            draft: true,
            ..TitleBlock::default()
        },
        summary: Summary { open: 1, undecided: 1, accepted: 1, mitigated: 1, questions: 1, ..Summary::default() },
        ports: vec![lan(), debug()],
        firewall: vec![FirewallRow {
            port: "unit.lan".to_owned(),
            flow: "profiles".to_owned(),
            source: "Ventilator".to_owned(),
            destination: "Profile server".to_owned(),
            protocol: "HTTPS".to_owned(),
            destination_port: "TCP 443".to_owned(),
            purpose: "Fetches alarm profiles".to_owned(),
        }],
        assumptions: vec![
            assumption("separated", "The ward network is separated from the guest network.", "operator"),
            assumption("keys", "The factory keeps its keys in a safe.", "manufacturer"),
        ],
        threats: vec![open(), question(), accepted(), mitigated()],
        questions: vec![QuestionRow {
            id: "settings.encrypted".to_owned(),
            text: "Is Settings encrypted in transit?".to_owned(),
            element: "settings".to_owned(),
            element_name: "Settings".to_owned(),
            attribute: "encrypted".to_owned(),
            answers: "yes or no".to_owned(),
            declaration: None,
            threats: vec!["TAM01@settings".to_owned()],
            severity: text("critical"),
            place: "device.tm:30".to_owned(),
        }],
        coverage: coverage(),
        method: vec!["STRIDE was applied to each element.".to_owned()],
        ..Report::default()
    }
}

/// The report with text in every field that tries to break out of whatever it is put into.
pub(super) fn hostile() -> Report {
    filled(&|field| {
        format!(
            "=HYPERLINK(\"x\") {field} | `c` ``` <script>alert('1')</script> **b** _e_ [l](http://e.org) ![i](x)\n- {{{{x}}}} & &lt; ~~s~~ \u{202e}gnp\u{2066}\r\n1. # Überschrift \\"
        )
    })
}

/// The report with the name of each field as its text.
pub(super) fn sentinels() -> Report {
    filled(&|field| format!("SENT{field}"))
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn assumption(id: &str, what: &str, owner: &str) -> AssumptionRow {
    AssumptionRow { id: id.to_owned(), text: what.to_owned(), owner: text(owner), if_false: None, measured_by: None }
}

fn lan() -> PortRow {
    PortRow {
        id: "unit.lan".to_owned(),
        name: "Network socket".to_owned(),
        label: text("LAN"),
        owner: "Ventilator".to_owned(),
        kind: "Ethernet port".to_owned(),
        nature: "physical".to_owned(),
        direction: "both".to_owned(),
        peers: vec!["Profile server".to_owned()],
        purpose: text("Fetches alarm profiles."),
        default_state: text("enabled"),
        access: text("user"),
        required: text("no"),
        used: true,
        ..PortRow::default()
    }
}

fn debug() -> PortRow {
    PortRow {
        id: "unit.jtag".to_owned(),
        name: "Debug connector".to_owned(),
        direction: "none".to_owned(),
        default_state: text("disabled"),
        unused: text("Closed by a fuse at the end of production."),
        evidence: vec!["VER-240".to_owned()],
        ..PortRow::default()
    }
}

fn coverage() -> Coverage {
    let category = |id: &str, letter: &str| CategoryRow { id: id.to_owned(), name: id.to_owned(), letter: letter.to_owned() };
    let finding = |id: &str, state: State| CellFinding {
        id: id.to_owned(),
        rule: id.split('@').next().unwrap_or_default().to_owned(),
        state,
    };
    let reason = |text: &str, rules: &[&str]| Reason {
        text: text.to_owned(),
        rules: rules.iter().map(|rule| (*rule).to_owned()).collect(),
    };
    let empty = |reasons: Vec<Reason>| Cell { reasons, ..Cell::default() };
    let row = |id: &str, name: &str, tampering: Cell| CoverageRow {
        element: id.to_owned(),
        name: name.to_owned(),
        kind: "port".to_owned(),
        cells: vec![empty(vec![reason("A port speaks for nobody.", &[])]), tampering],
    };
    let found = vec![finding("TAM04@unit.lan", State::Open), finding("TAM05@unit.lan", State::Mitigated)];
    let reasons = vec![reason("used: no", &["TAM04", "TAM05"]), reason("debug: not stated", &["TAM09"])];
    Coverage {
        categories: vec![category("Spoofing", "S"), category("Tampering", "T")],
        elements: vec![
            row("unit.lan", "Network socket", Cell { findings: found, ..Cell::default() }),
            row("unit.jtag", "Debug connector", empty(reasons)),
        ],
    }
}

fn threat(id: &str, title: &str, state: State) -> ThreatRow {
    ThreatRow {
        id: id.to_owned(),
        title: title.to_owned(),
        statement: format!("An attacker on a connected network: {title}."),
        category: "Tampering".to_owned(),
        rule: id.split('@').next().unwrap_or_default().to_owned(),
        element: id.split('@').next_back().unwrap_or_default().to_owned(),
        element_name: "Network socket".to_owned(),
        element_kind: "port".to_owned(),
        state,
        risk_before: risk("high", "high", false),
        risk_after: risk("low", "low", true),
        why: vec![FactRow {
            element: "unit.lan".to_owned(),
            attribute: "filtered".to_owned(),
            value: "no".to_owned(),
            origin: "set".to_owned(),
            place: "device.tm:12".to_owned(),
        }],
        place: "device.tm:10".to_owned(),
        ..ThreatRow::default()
    }
}

fn risk(exploitability: &str, level: &str, acceptable: bool) -> RiskRow {
    let (severity, level) = (text("critical"), text(level));
    RiskRow { exploitability: exploitability.to_owned(), severity, level, acceptable: Some(acceptable), stated: false }
}

fn open() -> ThreatRow {
    let clause = |id: &str, title: &str, standard: &str, binding: &str, tag: &str| ClauseUse {
        id: id.to_owned(),
        title: title.to_owned(),
        standard: standard.to_owned(),
        binding: binding.to_owned(),
        evidence_tag: tag.to_owned(),
    };
    ThreatRow {
        cwe: vec![319],
        capec: vec![94],
        emb3d: vec![406],
        clauses: vec![
            clause("imdrf.n60.comm.5", "Authentication between devices", "IMDRF N60, 2020", "guidance", "verified"),
            clause("iec.60601.14.13", "Networks", "IEC 60601-1", "standard", "recalled"),
        ],
        planned: vec![ControlUse { id: "filter".to_owned(), name: "Packet filter".to_owned(), ..ControlUse::default() }],
        ..threat("TAM04@unit.lan", "Malicious packets", State::Open)
    }
}

fn question() -> ThreatRow {
    ThreatRow { missing: vec!["settings.encrypted".to_owned()], ..threat("TAM01@settings", "Changed settings", State::Question) }
}

fn accepted() -> ThreatRow {
    let response = ResponseRow {
        decision: "accept".to_owned(),
        reason: "Behind a seal.".to_owned(),
        expired: true,
        ..ResponseRow::default()
    };
    ThreatRow { response: Some(response), ..threat("TAM02@unit.usb", "Software from a stick", State::Accepted) }
}

fn mitigated() -> ThreatRow {
    let control = ControlUse {
        id: "mtls".to_owned(),
        name: "Mutual TLS".to_owned(),
        measure: text("protective"),
        class: text("b"),
        status: text("verified"),
        evidence: vec!["VER-214".to_owned(), "VER-215".to_owned()],
    };
    ThreatRow { controls: vec![control], ..threat("SPO01@unit.lan", "False server", State::Mitigated) }
}
