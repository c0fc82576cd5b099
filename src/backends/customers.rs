//! For tests: what customers may read, field by field. A new field of the report has to be put into one of the two lists below.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use serde_json::{Map, Value};

use super::sample_complete::complete;
use super::{Album, Audience, Edition, Format, Kind, Plate, artifact, formats, mds2, ports};
use crate::report::Report;

/// Documents that go to customers.
const DOCUMENTS: [Kind; 3] = [Kind::Ports, Kind::Ifu, Kind::Mds2];

/// Fields that customers read: a field, or all of a group that ends with a dot.
const TOLD: &[&str] = &[
    "title.",
    "scope.",
    "firewall[].",
    "ports[].id",
    "ports[].name",
    "ports[].label",
    "ports[].location",
    "ports[].owner",
    "ports[].kind",
    "ports[].nature",
    "ports[].medium",
    "ports[].protocols[]",
    "ports[].address",
    "ports[].direction",
    "ports[].initiators[]",
    "ports[].purpose",
    "ports[].peers[]",
    "ports[].data[]",
    "ports[].authentication",
    "ports[].access",
    "ports[].roles[]",
    "ports[].encryption",
    "ports[].integrity",
    "ports[].default_state",
    "ports[].switching",
    "ports[].required",
    "ports[].used",
    "ports[].unused",
    "ports[].reachable_from",
    "ports[].crosses[]",
    "ports[].protection",
    "ports[].on_failure",
    "ports[].precaution",
    "assumptions[].id",
    "assumptions[].text",
    "assumptions[].owner",
    "assumptions[].if_false",
    "views[].id",
    "views[].title",
    "views[].for_customers",
    "views[].left_out.",
    "views[].flows[].name",
    "views[].flows[].source",
    "views[].flows[].target",
    "views[].flows[].two_way",
    "views[].flows[].carries[]",
    "instructions.chapters[].title",
    "instructions.chapters[].headings[].title",
    "instructions.chapters[].headings[].readers[]",
    "instructions.chapters[].headings[].clauses[].id",
    "instructions.chapters[].headings[].clauses[].title",
    "instructions.chapters[].headings[].texts[].title",
    "instructions.chapters[].headings[].texts[].text",
    "instructions.chapters[].headings[].texts[].library",
    "instructions.loose[].title",
    "instructions.loose[].text",
    "instructions.loose[].library",
    "instructions.device_ports[]",
    "instructions.requirements[].id",
    "instructions.requirements[].kind",
    "instructions.requirements[].text",
    "instructions.requirements[].importance",
    "instructions.requirements[].nothing_needed",
    "instructions.requirements[].owner",
    "instructions.requirements[].measured_by",
    "instructions.requirements[].if_false",
    "instructions.requirements[].concerns[]",
    "instructions.unrequired[].title",
    "instructions.environment[].name",
    "instructions.environment[].told",
    "instructions.environment[].importance",
    "instructions.environment[].owner",
    "instructions.environment[].reason",
    "instructions.sentences[].references[]",
    "instructions.sentences[].text",
    "instructions.sentences[].recipient",
    "instructions.sentences[].concerns[]",
    "instructions.settings[].name",
    "instructions.settings[].port",
    "instructions.settings[].as_shipped",
    "instructions.settings[].choices",
    "instructions.settings[].effect",
    "instructions.settings[].risk",
    "instructions.settings[].changed_by[]",
    "instructions.events[].",
    "instructions.logs[].",
    "instructions.roles[].",
    "instructions.logins[].",
    "instructions.streams[].",
    "instructions.hosted[].",
    "instructions.features[].layer",
    "instructions.features[].told",
    "instructions.updates[].",
    "instructions.contact",
    "instructions.update_notice",
    "instructions.version_shown",
    "instructions.bill_access",
    "form[].form",
    "form[].id",
    "form[].section",
    "form[].asked",
    "form[].evidence_tag",
    "form[].answer",
    "form[].note",
    "form[].elements[].told",
];

/// Fields that stay with the manufacturer, or that no customer needs.
const KEPT: &[&str] = &[
    "schema_version",
    "summary.",
    "elements[].",
    "flows[].",
    "data[].",
    "controls[].",
    "control_categories[]",
    "software[].",
    "scheme.",
    "threats[].",
    "rubric_questions[].",
    "rubrics[].",
    "questions[].",
    "method[]",
    "ports[].evidence[]",
    "ports[].internal",
    "ports[].threats[]",
    "ports[].place",
    // the instructions have it with the requirement
    "assumptions[].measured_by",
    "views[].type_name",
    "views[].why",
    "views[].clauses[].",
    "views[].sequence",
    "views[].states[]",
    "views[].elements[].",
    "views[].flows[].id",
    "views[].flows[].protocol",
    "views[].flows[].crosses[]",
    "views[].flows[].signal_only",
    "views[].flows[].protected[]",
    "views[].flows[].missing[]",
    "views[].flows[].unknown[]",
    "views[].flows[].controls[].",
    "views[].flows[].on_failure[]",
    "views[].hops[]",
    "views[].aspects[].",
    "views[].update[].",
    "instructions.chapters[].headings[].id",
    "instructions.chapters[].headings[].asks",
    "instructions.chapters[].headings[].shows[]",
    "instructions.chapters[].headings[].clauses[].standard",
    "instructions.chapters[].headings[].clauses[].binding",
    "instructions.chapters[].headings[].clauses[].evidence_tag",
    "instructions.chapters[].headings[].texts[].id",
    "instructions.chapters[].headings[].texts[].place",
    "instructions.loose[].id",
    "instructions.loose[].place",
    "instructions.requirements[].relied_on_by[]",
    "instructions.requirements[].threats[]",
    "instructions.requirements[].place",
    "instructions.unrequired[].id",
    "instructions.unrequired[].asks",
    "instructions.environment[].id",
    "instructions.environment[].protects[]",
    "instructions.environment[].threats[]",
    "instructions.sentences[].threats[]",
    "instructions.sentences[].remarks[]",
    "instructions.settings[].id",
    "instructions.features[].id",
    "instructions.features[].evidence[]",
    "form[].elements[].id",
    "form[].elements[].place",
    "form[].stated_at",
    "form[].stated_by",
];

/// Where the sample may be empty: a view that is drawn is not left out, a heading may have no text yet, and the ways of attackers are the views'
/// own affair.
const EMPTY: &[&str] = &["views[].left_out", "views[].several", "instructions.chapters[].headings[].texts"];

fn mark(field: &str) -> String {
    format!("Z{}Z", field.replace(['.', '_'], "x"))
}

/// Every field of the report that a document could show.
fn fields(report: &Report) -> BTreeMap<String, Vec<Value>> {
    let mut all = Map::new();
    let Value::Object(rows) = serde_json::to_value(report).expect("a report is JSON") else { panic!("no object") };
    all.extend(rows);
    all.insert("form".to_owned(), serde_json::to_value(&report.form).expect("JSON"));
    all.insert("instructions".to_owned(), serde_json::to_value(&report.instructions).expect("JSON"));
    all.insert("views".to_owned(), serde_json::to_value(&report.views).expect("JSON"));
    let mut leaves = BTreeMap::new();
    collect(&Value::Object(all), "", &mut leaves);
    leaves
}

fn collect(value: &Value, path: &str, leaves: &mut BTreeMap<String, Vec<Value>>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                collect(value, &if path.is_empty() { name.clone() } else { format!("{path}.{name}") }, leaves);
            }
        }
        Value::Array(items) if !items.is_empty() => items.iter().for_each(|item| collect(item, &format!("{path}[]"), leaves)),
        other => leaves.entry(path.to_owned()).or_default().push(other.clone()),
    }
}

fn is_in(list: &[&str], path: &str) -> bool {
    list.iter()
        .any(|entry| *entry == path || entry.ends_with('.') && path.starts_with(entry) || path.starts_with(&format!("{entry}.")))
}

/// What all documents of an audience say, in every format that is text; a workbook by its cells.
fn everything(report: &Report, audience: Audience) -> String {
    let mut texts = Vec::new();
    let mut album = Album::default();
    for view in &report.views {
        album.add(Plate::new(Kind::Dfd, &view.id, &view.id, &view.title));
    }
    for kind in DOCUMENTS {
        for format in formats(kind) {
            let bytes = artifact(
                report,
                kind,
                *format,
                Edition { audience, album: &album, answered: crate::backends::Answered::default() },
            )
            .expect("an artifact")
            .bytes;
            texts.push(match format {
                Format::Xlsx if kind == Kind::Mds2 => mds2::table(report, audience).rows.concat().join("\n"),
                Format::Xlsx => ports::table(report, audience).rows.concat().join("\n"),
                Format::Docx => written(bytes),
                _ => String::from_utf8(bytes).expect("UTF-8").replace('\\', ""),
            });
        }
    }
    texts.join("\n")
}

/// All parts of a document for a word processor, as they are written.
fn written(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    for at in 0..archive.len() {
        archive.by_index(at).expect("a part").read_to_string(&mut text).expect("text");
    }
    text
}

#[test]
fn each_field_is_for_customers_or_it_is_not() {
    let fields = fields(&complete(&mark));
    for (path, values) in fields.iter().filter(|(path, _)| !EMPTY.contains(&path.as_str())) {
        let (told, kept) = (is_in(TOLD, path), is_in(KEPT, path));
        assert!(told != kept, "decide whether customers read `{path}`: put it into one of the two lists");
        let empty = |value: &Value| value.is_null() || value.as_str() == Some("") || value.as_array().is_some_and(Vec::is_empty);
        assert!(!values.iter().any(empty), "the sample leaves `{path}` empty");
    }
    for entry in TOLD.iter().chain(KEPT) {
        let known = fields.keys().any(|path| is_in(&[entry], path));
        assert!(known, "the report has no field `{entry}`");
    }
}

#[test]
fn customers_read_what_is_told_and_nothing_that_is_kept() {
    let report = complete(&mark);
    let (customer, internal) = (everything(&report, Audience::Customer), everything(&report, Audience::Internal));
    for (path, values) in fields(&report) {
        for value in values.iter().filter_map(Value::as_str).filter(|value| value.starts_with('Z') && value.ends_with('Z')) {
            match is_in(TOLD, &path) {
                true => assert!(customer.contains(value), "customers do not learn `{path}`"),
                false => assert!(!customer.contains(value), "customers read `{path}`"),
            }
        }
    }
    for kept in [
        "ZportxthreatZ",
        "ZportxplaceZ",
        "ZifuxrequirementxthreatZ",
        "ZifuxsentencexthreatZ",
        "ZifuxfeaturexevidenceZ",
        "ZifuxasksZ",
        "ZformxplaceZ",
        "ZformxstatedxbyZ",
    ] {
        assert!(internal.contains(kept), "the manufacturer does not learn {kept}");
    }
    for other in ["ZattackxpositionZ", "ZcoveragexfindingZ", "ZpathxanswerZ"] {
        assert!(!customer.contains(other), "customers read {other}");
    }
}
