//! Findings for programs that show them beside the text: SARIF, GitLab's report, annotations of GitHub.

use serde_json::Value;

use super::kit::{EXAMPLES, Model, list, text};

/// A device with an open threat, one that is countered, and questions.
const PUMP: &str = r#"
system pump "Pump" { version: "1.0" }
data rate "Rate" : TherapySettings
harm overdose "Overdose" { severity: critical }
control tls "TLS" : MutualTls { status: implemented, evidence: ["VER-1"] }
boundary bay : HospitalNetwork {
    external station "Station" : HospitalServer
}
boundary housing : DeviceEnclosure {
    process app "Software" : EmbeddedLinux {
        port lan "LAN" : EthernetPort { default: enabled, access: user, purpose: "Rates." }
    }
}
flow order "Order": bay.station -> housing.app.lan over Mqtt { carries: [rate], authentication: none }
flow safe "Safe order": bay.station -> housing.app.lan over Mqtt { carries: [rate], controls: [tls] }
"#;

fn log(model: &Model, arguments: &[&str]) -> Value {
    model.json(&[&["emit", "sarif"], arguments].concat())
}

fn results(log: &Value) -> &[Value] {
    list(&log["runs"][0], "results")
}

fn finding<'v>(log: &'v Value, id: &str) -> Option<&'v Value> {
    results(log).iter().find(|result| result["partialFingerprints"]["wardFindingId/v1"] == id)
}

#[test]
fn every_finding_has_its_place_its_rule_and_its_answer() {
    let model = Model::of(PUMP);
    let log_of = log(&model, &[]);
    let report = model.report();
    assert_eq!(log_of["version"], "2.1.0");
    let rules = list(&log_of["runs"][0]["tool"]["driver"], "rules");
    for result in results(&log_of) {
        let rule = &rules[result["ruleIndex"].as_u64().expect("a number") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        for part in ["shortDescription", "fullDescription", "help"] {
            assert!(text(&rule[part], "text").len() > 5, "{rule:#}");
        }
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "m.tm");
        let region = &place["region"];
        let number = |name: &str| region[name].as_u64().expect("a number");
        assert!((number("startLine"), number("startColumn")) < (number("endLine"), number("endColumn")), "{region}");
        // the place is where the text says it is
        let line = model.read("m.tm").lines().nth(number("startLine") as usize - 1).expect("a line").to_owned();
        assert!(number("startColumn") as usize <= line.chars().count() + 1, "{line}");
    }
    // each threat once, with its state, and a reason where it is answered
    let threats = list(&report, "threats");
    for threat in threats {
        let result = finding(&log_of, text(threat, "id")).unwrap_or_else(|| panic!("{}", threat["id"]));
        assert_eq!(result["properties"]["state"], threat["state"]);
        let settled = !["open", "question"].contains(&text(threat, "state"));
        assert_eq!(result.get("suppressions").is_some(), settled, "{result:#}");
    }
    let open = finding(&log_of, "SPF01@order").expect("open");
    assert_eq!(open["level"], "warning");
    let region = &open["locations"][0]["physicalLocation"]["region"];
    let line = model.read("m.tm").lines().nth(region["startLine"].as_u64().expect("a line") as usize - 1).map(str::to_owned);
    assert!(line.expect("a line").starts_with("flow order"));
    assert_eq!((&region["startColumn"], &region["endColumn"]), (&Value::from(6), &Value::from(11)));
    assert!(text(&finding(&log_of, "SPF01@safe").expect("countered")["suppressions"][0], "justification").contains("TLS"));
}

/// What a log has that the format does not know or wants otherwise.
fn faults(log: &Value) -> Vec<String> {
    let schema = std::fs::read_to_string("tests/sarif/sarif-schema-2.1.0.json").expect("the schema");
    // one pattern of the schema is no regular expression: a bracket closes what none opened
    let schema = schema.replace("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    let schema = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    validator.iter_errors(log).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

#[test]
fn every_log_follows_the_schema_of_the_format() {
    let mut models: Vec<Model> = EXAMPLES.map(Model::example).into();
    models.push(Model::of(PUMP));
    models.push(Model::of(""));
    let check = ["check", "--message-format", "sarif"];
    for model in &models {
        for answered in ["suppress", "leave-out"] {
            let log = log(model, &["--answered", answered]);
            assert_eq!(faults(&log), [""; 0], "emit, {answered}");
            let suppressed = results(&log).iter().any(|result| result.get("suppressions").is_some());
            assert!(!suppressed || answered == "suppress");
        }
        let checked = model.ward(&check);
        assert!(checked.status <= 1, "{}", checked.said);
        assert_eq!(faults(&serde_json::from_str(&checked.printed).expect("JSON")), [""; 0], "check");
    }
    // a model that does not compile, in several ways
    let broken = Model::of("system s \"S\"\nprocess p \"\u{1b}[1m𝕊\" : Firmwear { nothing: of_it }\nflow f : p -> nowhere\n");
    let run = broken.ward(&check);
    run.ends(2, &[]);
    let log: Value = serde_json::from_str(&run.printed).expect("JSON");
    assert!(results(&log).len() >= 3 && results(&log).iter().all(|result| result["level"] == "error"), "{log:#}");
    assert_eq!(faults(&log), [""; 0]);
    // the schema is no stamp
    for (at, wrong) in [
        ("/runs/0/results/0/level", Value::from("bad")),
        ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", Value::from(0)),
        ("/runs/0/results/0/message", Value::from("text")),
        ("/runs/0/tool/driver/name", Value::Null),
    ] {
        let mut log = log.clone();
        *log.pointer_mut(at).unwrap_or_else(|| panic!("{at}")) = wrong;
        assert_ne!(faults(&log), [""; 0], "{at}");
    }
}

#[test]
fn github_is_not_told_of_what_is_answered() {
    let model = Model::of(PUMP);
    let log_of = log(&model, &["--answered", "leave-out"]);
    assert!(finding(&log_of, "SPF01@safe").is_none() && finding(&log_of, "SPF01@order").is_some());
    assert!(results(&log_of).iter().all(|result| result.get("suppressions").is_none()));
    model.ward(&["emit", "threats", "--answered", "suppress"]).ends(3, &["`--answered` is about code scanning"]);
}

#[test]
fn a_finding_keeps_its_fingerprint_wherever_it_stands() {
    let model = Model::of(PUMP);
    let print = |log: &Value| finding(log, "SPF01@order").expect("open")["partialFingerprints"].clone();
    let before = print(&log(&model, &[]));
    model.write("m.tm", &format!("// a line\n\n{}", model.read("m.tm")));
    assert_eq!(print(&log(&model, &[])), before);
    // paths begin at the root of the sources
    std::fs::create_dir(model.path().join("models")).expect("a folder");
    for file in ["m.tm", "ward.toml"] {
        std::fs::copy(model.path().join(file), model.path().join("models").join(file)).expect("a copy");
    }
    for at in ["models", "./models/m.tm"] {
        let inside = log(&model, &[at, "--root", "."]);
        let place = &finding(&inside, "SPF01@order").expect("open")["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "models/m.tm");
        let checked = model.ward(&["check", at, "--message-format", "github"]);
        checked.prints(&["::warning title=SPF01@order,file=models/m.tm,"]);
    }
    let alone = log(&model, &["models"]);
    assert!(alone.to_string().contains("\"uri\":\"m.tm\"") && !alone.to_string().contains("models/m.tm"));
    model.ward(&["emit", "sarif", "--root", "models"]).ends(3, &["the model is not inside `models`"]);
    model.ward(&["emit", "threats", "--root", "."]).ends(3, &["`--root` is about findings with places"]);
    // both are written over what Ward wrote, also where there was nothing to say
    for kind in ["sarif", "code-quality"] {
        let file = format!("{kind}.json");
        model.ward(&["emit", kind, "-o", &file]).ends(0, &[]);
        model.ward(&["emit", kind, "-o", &file]).ends(0, &[]);
    }
    model.write("code-quality.json", "[]\n");
    model.ward(&["emit", "code-quality", "-o", "code-quality.json"]).ends(0, &[]);
}

#[test]
fn a_check_prints_messages_as_a_log_or_as_annotations() {
    let model = Model::of(PUMP);
    model.edit(
        "m.tm",
        "over Mqtt { carries: [rate], authentication: none }",
        "over Mqtt { carries: [rat], authentication: none }",
    );
    let run = model.ward(&["check", "--message-format", "sarif"]);
    run.ends(2, &[]);
    let log: Value = serde_json::from_str(&run.printed).expect("JSON");
    let [only] = results(&log) else { panic!("{log:#}") };
    assert_eq!((text(only, "ruleId"), text(only, "level")), ("TM0201", "error"));
    assert!(text(&only["message"], "text").contains("did you mean `rate`?"), "{only:#}");
    let run = model.ward(&["check", "--message-format", "github"]);
    run.ends(2, &[]).prints(&[
        "::error title=TM0201,file=m.tm,line=",
        "%0Ahelp: did you mean `rate`?\n",
        "::notice title=Ward::1 error\n",
    ]);
    model.edit("m.tm", "[rat]", "[rate]");
    let run = model.ward(&["check", "--message-format", "github"]);
    run.ends(0, &[]).prints(&["::warning title=SPF01@order,file=m.tm,line=15,endLine=15,col=6,endColumn=11::"]);
    assert!(!run.printed.contains("SPF01@safe"));
    // what is most pressing stands first
    let levels: Vec<bool> =
        run.printed.lines().filter(|line| line.contains("@")).map(|line| line.starts_with("::notice")).collect();
    assert!(levels.is_sorted(), "{}", run.printed);
    let log = model.ward(&["check", "--message-format", "sarif"]);
    log.ends(0, &["open threat"]).prints(&["\"wardFindingId/v1\": \"SPF01@order\""]);
    model.write("ward.toml", "[model]\nroot = \"m.tm\"\n[gate]\nopen_at_or_above = \"any\"\n");
    let refused = model.ward(&["check", "--message-format", "github"]);
    refused.ends(1, &[]).prints(&["::error title=Refused by the gate::1 open threat"]);
    model.ward(&["list", "threats", "--message-format", "sarif"]).ends(3, &["is for `ward check`"]);
}

#[test]
fn gitlab_gets_what_is_unanswered() {
    let model = Model::of(PUMP);
    let issues = model.json(&["emit", "code-quality"]);
    let issues = issues.as_array().expect("a list");
    let about = |id: &str| issues.iter().find(|issue| issue["check_name"] == "SPF01" && text(issue, "description").contains(id));
    assert!(about("Order").is_some_and(|issue| issue["location"]["path"] == "m.tm" && issue["location"]["lines"]["begin"] == 15));
    assert!(about("Safe order").is_none());
    let mut prints: Vec<&str> = issues.iter().map(|issue| text(issue, "fingerprint")).collect();
    prints.sort_unstable();
    let all = prints.len();
    prints.dedup();
    assert_eq!(prints.len(), all, "no two issues are one to GitLab");
}
