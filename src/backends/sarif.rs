//! SARIF 2.1.0, which code scanning reads: rules with their help, findings with ranges, and fingerprints that stay as long as a finding does.
//!
//! Written by structs of our own: what is needed is a small part of the format, and GitHub has rules beside it.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::escape_text::visible;
use super::json::pretty;
use crate::report::{AlertLevel, AlertPlace, AlertRow, AlertRule, Alerts, Report, State, TitleBlock};
use crate::words::digest;

/// What happens to findings that are answered: countered, or decided on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Answered {
    /// They are there, with the answer as the reason for their suppression.
    #[default]
    Suppressed,
    /// They are left out: GitHub takes no notice of suppressions and would open an alert for each.
    LeftOut,
}

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    automation_details: Value,
    column_kind: &'a str,
    original_uri_base_ids: Value,
    results: Vec<Result_<'a>>,
    properties: Value,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'a str,
    semantic_version: &'a str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: String,
    name: String,
    short_description: Text,
    full_description: Text,
    help: Value,
    default_configuration: Value,
    properties: Value,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Result_<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    kind: &'a str,
    message: Text,
    locations: [Value; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Value>,
    partial_fingerprints: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Value>,
    properties: Value,
}

/// The findings of a report.
pub fn sarif(report: &Report, answered: Answered) -> String {
    pretty(&log(&report.alerts, answered, &report.title))
}

fn log<'a>(alerts: &'a Alerts, answered: Answered, title: &'a TitleBlock) -> Log<'a> {
    let kept = alerts.all.iter().filter(|alert| answered == Answered::Suppressed || alert.is_unanswered());
    let version = title.generator.split_once(' ').map_or(env!("CARGO_PKG_VERSION"), |(_, version)| version);
    let device = if title.device.is_empty() { "a model" } else { &title.device };
    let driver = Driver { name: "Ward", semantic_version: version, rules: alerts.rules.iter().map(rule).collect() };
    let run = Run {
        tool: Tool { driver },
        // several models of one repository are told apart by this
        automation_details: json!({ "id": format!("ward/{}/", visible(device).replace(['/', '\n'], " ")) }),
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: json!({ "SRCROOT": { "description": { "text": "The root of the sources." } } }),
        results: kept.map(|alert| result(alerts, alert)).collect(),
        properties: json!({
            "generator": title.generator,
            "device": visible(&title.device),
            "deviceVersion": title.version.as_deref().map(visible),
            "modelHash": title.model_hash,
            "draft": title.draft,
        }),
    };
    Log { schema: SCHEMA, version: "2.1.0", runs: [run] }
}

fn rule(rule: &AlertRule) -> Rule {
    let sentence = format!("{}.", visible(&rule.title).trim_end_matches('.'));
    let help: Vec<String> = rule.help.iter().map(|line| visible(line)).filter(|line| !line.is_empty()).collect();
    let mut tags = vec![if rule.rank.is_some() { "security".to_owned() } else { "maintainability".to_owned() }];
    tags.push(visible(&rule.category));
    // the catalogue of weaknesses has a form of its own on GitHub
    let external = |id: &String| match id.strip_prefix("CWE-") {
        Some(number) => format!("external/cwe/cwe-{number:0>3}"),
        None => id.clone(),
    };
    tags.extend(rule.references.iter().map(external));
    tags.truncate(MOST_TAGS);
    let mut properties = Map::new();
    properties.insert("tags".to_owned(), json!(tags));
    properties.insert("precision".to_owned(), json!("high"));
    if let Some(rank) = rule.rank {
        properties.insert("security-severity".to_owned(), json!(tenths(rank)));
    }
    Rule {
        id: rule.id.clone(),
        name: pascal_case(&rule.title, &rule.id),
        short_description: Text { text: sentence.clone() },
        full_description: Text { text: format!("{}: {sentence}", visible(&rule.category)) },
        help: json!({ "text": help.join("\n").replace('`', ""), "markdown": format!("# {}\n\n{}", visible(&rule.title), help.join("\n\n")) }),
        default_configuration: json!({ "level": "warning" }),
        properties: Value::Object(properties),
    }
}

/// GitHub takes twenty.
const MOST_TAGS: usize = 20;

/// `8.5`
fn tenths(rank: u32) -> String {
    format!("{}.{}", rank / 10, rank % 10)
}

/// A name as programs like it: the words of a title, without anything between.
fn pascal_case(title: &str, id: &str) -> String {
    let words = title.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.map(crate::words::capitalised).collect();
    if name.is_empty() { id.to_owned() } else { name }
}

fn result<'a>(alerts: &Alerts, alert: &'a AlertRow) -> Result_<'a> {
    let related = alert.related.iter().enumerate().map(|(at, (place, text))| {
        let mut located = location(place);
        located["id"] = json!(at + 1);
        located["message"] = json!({ "text": visible(text) });
        located
    });
    let suppressions =
        alert.answer.iter().map(|answer| json!({ "kind": "external", "status": "accepted", "justification": visible(answer) }));
    let state = alert.state.map(State::word);
    Result_ {
        rule_id: &alert.rule,
        rule_index: alerts.rules.iter().position(|rule| rule.id == alert.rule).unwrap_or_default(),
        level: match alert.level {
            AlertLevel::Error => "error",
            AlertLevel::Warning => "warning",
            AlertLevel::Note => "note",
        },
        kind: "fail",
        message: Text { text: visible(&alert.message) },
        locations: [location(&alert.place)],
        related_locations: related.collect(),
        // the first is the only one GitHub looks at
        partial_fingerprints: json!({
            "primaryLocationLineHash": format!("{}:1", digest(&alert.fingerprint, 8)),
            "wardFindingId/v1": alert.fingerprint,
        }),
        rank: alert.rank.map(f64::from),
        suppressions: suppressions.collect(),
        properties: state.map_or_else(|| json!({}), |state| json!({ "state": state })),
    }
}

fn location(place: &AlertPlace) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&place.file), "uriBaseId": "SRCROOT" },
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            }
        }
    })
}

/// A path as a relative URI: what has a meaning in one, or is none of its signs, is written by its bytes.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Report {
        let place = AlertPlace { file: "models/a b#.tm".to_owned(), line: 3, column: 5, end_line: 3, end_column: 9 };
        let alert = |rule: &str, id: &str, answer: Option<&str>| AlertRow {
            rule: rule.to_owned(),
            fingerprint: id.to_owned(),
            level: AlertLevel::Warning,
            message: "Something\u{202e} happens.".to_owned(),
            place: place.clone(),
            related: vec![(place.clone(), "a.b = yes".to_owned())],
            state: Some(State::Open),
            answer: answer.map(str::to_owned),
            rank: Some(85),
        };
        let rule = |id: &str, rank| AlertRule {
            id: id.to_owned(),
            title: "… can be read".to_owned(),
            category: "Looking".to_owned(),
            help: vec!["Encrypt it.".to_owned()],
            references: vec!["CWE-79".to_owned(), "CAPEC-12".to_owned()],
            rank,
        };
        let alerts = Alerts {
            rules: vec![rule("SPF01", Some(85)), rule("TM0204", None)],
            all: vec![
                alert("SPF01", "SPF01@a", None),
                alert("SPF01", "SPF01@b", Some("accepted: sealed")),
                alert("TM0204", "TM0204 x", None),
            ],
        };
        Report { alerts, ..Report::default() }
    }

    #[test]
    fn github_gets_what_it_wants() {
        let log: Value = serde_json::from_str(&sarif(&sample(), Answered::LeftOut)).expect("JSON");
        let results = log["runs"][0]["results"].as_array().expect("results");
        assert_eq!(results.len(), 2);
        let first = &results[0];
        assert_eq!(first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "models/a%20b%23.tm");
        assert_eq!(first["partialFingerprints"]["wardFindingId/v1"], "SPF01@a");
        let hash = first["partialFingerprints"]["primaryLocationLineHash"].as_str().expect("a text");
        assert!(hash.len() == 18 && hash.ends_with(":1"), "{hash}");
        assert!(!first["message"]["text"].as_str().expect("a text").contains('\u{202e}'));
        let rule = &log["runs"][0]["tool"]["driver"]["rules"][0];
        assert_eq!(rule["properties"]["security-severity"], "8.5");
        assert_eq!(rule["properties"]["tags"], json!(["security", "Looking", "external/cwe/cwe-079", "CAPEC-12"]));
        assert!(log["runs"][0]["tool"]["driver"]["rules"][1]["properties"].get("security-severity").is_none());
    }

    #[test]
    fn what_is_answered_is_suppressed_with_its_reason() {
        let log: Value = serde_json::from_str(&sarif(&sample(), Answered::Suppressed)).expect("JSON");
        let results = log["runs"][0]["results"].as_array().expect("results");
        assert_eq!(results.len(), 3);
        assert_eq!(results[1]["suppressions"][0]["justification"], "accepted: sealed");
        assert!(results[0].get("suppressions").is_none());
    }
}
