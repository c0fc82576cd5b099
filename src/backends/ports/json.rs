//! The listing for programs.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Audience;
use crate::backends::json::pretty;
use crate::report::{FirewallRow, PortRow, Report, TitleBlock};

/// The listing as JSON has it.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    title: &'a TitleBlock,
    audience: &'static str,
    ports: Vec<Value>,
    firewall: Vec<&'a FirewallRow>,
}

/// The ports, the firewall's lines and the title block. What a customer must not see has no key at all:
/// an empty list of threats would say that there are none.
pub fn json(report: &Report, audience: Audience) -> String {
    let audience_word = match audience {
        Audience::Customer => "customer",
        Audience::Internal => "internal",
    };
    pretty(&Document {
        schema_version: report.schema_version,
        title: &report.title,
        audience: audience_word,
        ports: super::listed(report, audience).map(|port| entry(port, audience)).collect(),
        firewall: super::firewall(report, audience).collect(),
    })
}

fn entry(port: &PortRow, audience: Audience) -> Value {
    let value = serde_json::to_value(port).expect("a port holds strings, lists of strings and yes or no");
    match (audience, value) {
        (Audience::Customer, Value::Object(fields)) => Value::Object(for_customers(port, fields)),
        (_, value) => value,
    }
}

fn for_customers(port: &PortRow, mut fields: Map<String, Value>) -> Map<String, Value> {
    fields.retain(|name, _| !["threats", "internal", "place", "evidence"].contains(&name.as_str()));
    let on_file = port.evidence.iter().any(|document| !document.trim().is_empty());
    fields.insert("evidence_on_file".to_owned(), Value::Bool(on_file));
    fields
}
