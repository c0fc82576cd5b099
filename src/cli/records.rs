//! Lists as a stream of records, over as many models as one likes: one JSON object a line, with the version of its shape.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use crate::report::{Report, ThreatRow};

use super::listing::object;

/// Version of the shape of records; grows when a reader would have to change.
const VERSION: u32 = 1;

/// What every record says first.
#[derive(Serialize)]
struct Head<'a> {
    schema: String,
    model: String,
    device: &'a str,
    device_version: Option<&'a str>,
    model_hash: &'a str,
}

/// A threat. Every record has every field, and lists are lists, so that readers of columns see one type a column.
#[derive(Serialize)]
struct Threat<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    id: &'a str,
    rule: &'a str,
    state: &'a str,
    category: &'a str,
    letter: &'a str,
    title: &'a str,
    element: &'a str,
    element_kind: &'a str,
    severity: Option<&'a str>,
    exploitability: &'a str,
    risk_before: Option<&'a str>,
    risk: Option<&'a str>,
    controls: Vec<&'a str>,
    decision: Option<&'a str>,
    until: Option<&'a str>,
    clauses: Vec<&'a str>,
    cwe: &'a [i64],
    file: &'a str,
    line: Option<u32>,
}

/// The rows of a list as records. A threat has more to say than fits into a row.
pub(super) fn records(kind: &str, path: Option<&Path>, report: &Report, columns: &[&str], rows: &[Vec<String>]) -> String {
    let head = || Head {
        schema: format!("ward.{kind}/{VERSION}"),
        model: path.unwrap_or(Path::new(".")).display().to_string(),
        device: &report.title.device,
        device_version: report.title.version.as_deref(),
        model_hash: &report.title.model_hash,
    };
    let mut out = String::new();
    if kind == "threats" {
        for threat in &report.threats {
            out.push_str(&line(&record(head(), threat)));
        }
        return out;
    }
    for row in rows {
        let mut value = serde_json::to_value(head()).unwrap_or_default();
        if let (Value::Object(record), Value::Object(row)) = (&mut value, object(columns, row)) {
            // a column may be called like a part of the head
            for (name, value) in row {
                record.entry(name).or_insert(value);
            }
        }
        out.push_str(&line(&value));
    }
    out
}

fn record<'a>(head: Head<'a>, threat: &'a ThreatRow) -> Threat<'a> {
    let (file, number) = threat.place.rsplit_once(':').unwrap_or((&threat.place, ""));
    Threat {
        head,
        id: &threat.id,
        rule: &threat.rule,
        state: threat.state.word(),
        category: &threat.category,
        letter: &threat.letter,
        title: &threat.title,
        element: &threat.element,
        element_kind: &threat.element_kind,
        severity: threat.risk_after.severity.as_deref(),
        exploitability: &threat.risk_after.exploitability,
        risk_before: threat.risk_before.level.as_deref(),
        risk: threat.risk_after.level.as_deref(),
        controls: threat.controls.iter().map(|control| control.id.as_str()).collect(),
        decision: threat.response.as_ref().map(|response| response.decision.as_str()),
        until: threat.response.as_ref().and_then(|response| response.until.as_deref()),
        clauses: threat.clauses.iter().map(|clause| clause.id.as_str()).collect(),
        cwe: &threat.cwe,
        file,
        line: number.parse().ok(),
    }
}

fn line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.push('\n');
    text
}
