//! Bills of materials and VEX documents, through the built program: what re-opens threats and what does not, and files that are none.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::kit::{Model, find, ids, item, list, state, text, texts};

const VEX: &str = "app.openvex.json";
const APP: &str = "hospital.icu.breva.main.app";

/// The ventilator with one more statement about the TLS library of its application.
fn with(status: &str, more: &Value) -> Model {
    let model = Model::example("ventilator");
    let mut vex: Value = serde_json::from_str(&model.read(VEX)).expect("JSON");
    let mut statement = json!({
        "vulnerability": {"name": "CVE-2026-0001"},
        "products": [{"@id": "pkg:generic/openssl@3.0.15"}],
        "status": status,
    });
    let fields = statement.as_object_mut().expect("an object");
    fields.extend(more.as_object().expect("an object").clone());
    vex["statements"].as_array_mut().expect("a list").push(statement);
    model.write(VEX, &vex.to_string());
    model
}

fn reopened(report: &Value) -> BTreeSet<String> {
    let open = list(report, "threats").iter().filter(|threat| !list(threat, "reopened").is_empty());
    open.map(|threat| text(threat, "id").to_owned()).collect()
}

#[test]
fn an_exploitable_vulnerability_reopens_what_it_reaches_and_nothing_else() {
    let before = Model::example("ventilator").report();
    assert!(reopened(&before).is_empty());
    let model = with("affected", &json!({"action_statement": "Update to 3.0.16 in version 4.2.1."}));
    let after = model.report();
    let open = reopened(&after);
    assert!(!open.is_empty());
    let mut elements = BTreeSet::new();
    for id in &open {
        assert_eq!(state(&after, id), "open", "{id}");
        assert!(matches!(state(&before, id).as_str(), "mitigated" | "accepted"), "{id}");
        let threat = item(&after, "threats", id);
        elements.insert(text(threat, "element").to_owned());
        let why = &list(threat, "reopened")[0];
        assert_eq!(text(why, "vulnerability"), "CVE-2026-0001 in openssl 3.0.15");
        assert_eq!((text(why, "element"), text(why, "place")), (APP, "app.openvex.json:1"));
        assert_eq!((text(why, "status"), text(why, "made").is_empty()), ("affected", false));
        assert!(!text(why, "way").is_empty());
    }
    // the service socket lets data in; the serial socket only sends, the debug connector is off, the network socket belongs to another part
    let port = |name: &str| format!("{APP}.{name}");
    assert!(elements.contains(APP) && elements.contains(&port("usb")), "{elements:?}");
    for other in [port("serial"), port("jtag"), "hospital.icu.breva.main.comm.lan".to_owned()] {
        assert!(!elements.contains(&other), "{other}");
    }
    for threat in list(&before, "threats") {
        let id = text(threat, "id");
        if !open.contains(id) && id != format!("ELV14@{APP}") {
            assert_eq!(state(&after, id), text(threat, "state"), "{id}");
        }
        let element = text(threat, "element");
        let reached = elements.contains(element) && element.starts_with(APP);
        let settled = matches!(text(threat, "state"), "mitigated" | "accepted");
        // a cover with a lock holds whatever the software does
        let apart = |control: &Value| ["service_door"].iter().any(|name| text(control, "id").ends_with(name));
        let stands = !list(threat, "controls").is_empty() && list(threat, "controls").iter().all(apart);
        assert!(!(reached && settled) || stands || state(&after, id) == "open", "{id}");
    }
    assert_eq!(state(&after, &format!("ELV14@{APP}")), "open");
    model.ward(&["check"]).ends(0, &["TM0708", "CVE-2026-0001 in openssl 3.0.15"]);
    model.ward(&["check", "--release"]).ends(2, &["error[TM0708]"]);
}

/// A gateway that passes on what it gets, and what is behind it.
const BEHIND: &str = r#"
system s { }
data set_values : TherapySettings
control check : InputValidation { status: implemented }
control limit : RateLimiting { status: implemented }
external server
boundary unit : DeviceEnclosure {
    process gate : CommunicationService {
        controls: [check]
        FORWARDS
        port lan : EthernetPort { controls: [limit, check] }
        port spare : SerialPort { default: disabled }
    }
    process app : Firmware {
        controls: [check]
        sbom:     "app.cdx.json"
        vex:      ["app.openvex.json"]
        port bus  : InternalBus
    }
    process idle : Firmware { port spare : EthernetPort }
}
flow outer: server -> unit.gate.lan over ProprietaryTcp { carries: [set_values] }
flow inner: unit.gate -> unit.app.bus { carries: [set_values] }
"#;

fn behind(forwards: &str, model_more: &str) -> Model {
    let model = Model::of(&format!("import std.stride\n{}{model_more}", BEHIND.replace("FORWARDS", forwards)));
    let bill = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"name": "zlib", "version": "1.3"}]});
    model.write("app.cdx.json", &bill.to_string());
    affected(&model, &["CVE-2026-0001"]);
    model
}

/// Says of some vulnerabilities of the library that they count.
fn affected(model: &Model, ids: &[&str]) {
    let one = |id: &&str| json!({"vulnerability": {"name": id}, "products": [{"@id": "zlib@1.3"}], "status": "affected", "action_statement": "x"});
    let statements: Vec<Value> = ids.iter().map(one).collect();
    let vex = json!({"@context": "https://openvex.dev/ns/v0.2.0", "timestamp": "2026-11-01T00:00:00Z", "statements": statements});
    model.write("app.openvex.json", &vex.to_string());
}

#[test]
fn ports_that_lead_to_the_element_reopen_too_and_say_which_way() {
    let report = behind("", "").report();
    let open = reopened(&report);
    let at = |element: &str| open.iter().filter(|id| id.ends_with(element)).cloned().collect::<Vec<_>>();
    assert!(!at("@unit.gate.lan").is_empty(), "{open:?}");
    for id in at("@unit.gate.lan") {
        let threat = item(&report, "threats", &id);
        assert!(["T", "D", "E"].contains(&text(threat, "letter")), "{id}");
        let why = &list(threat, "reopened")[0];
        assert!(text(why, "way").contains("gets to unit.app over inner"), "{}", text(why, "way"));
        assert_eq!(text(why, "made"), "2026-11-01T00:00:00Z");
    }
    for other in ["@unit.gate", "@unit.gate.spare", "@unit.idle.spare"] {
        assert!(at(other).is_empty(), "{other}");
    }
    let report = behind("forwards: no", "").report();
    assert!(reopened(&report).iter().all(|id| !id.contains("unit.gate")));
}

#[test]
fn a_decision_that_knows_of_a_vulnerability_holds_until_the_next_one() {
    let id = "TAM07@unit.app";
    let decision =
        |more: &str| format!("respond TAM07 @ unit.app {{ accept: \"x\", approved_by: \"B\", policy: \"P\" {more} }}\n");
    assert_eq!(state(&behind("", &decision("")).report(), id), "open");
    let model = behind("", &decision(", vulnerabilities: [\"cve-2026-0001\"]"));
    assert_eq!(state(&model.report(), id), "accepted");
    affected(&model, &["CVE-2026-0001", "CVE-2026-0002"]);
    let report = model.report();
    assert_eq!(state(&report, id), "open");
    let why: Vec<&str> = list(item(&report, "threats", id), "reopened").iter().map(|why| text(why, "vulnerability")).collect();
    assert_eq!(why, ["CVE-2026-0002 in zlib 1.3"]);
    affected(&model, &["CVE-2026-0003"]);
    model.ward(&["check"]).ends(0, &["TM0709", "cve-2026-0001"]);
}

#[test]
fn what_is_fixed_or_does_not_matter_reopens_nothing() {
    let states = |report: &Value| -> Vec<(String, String)> {
        list(report, "threats").iter().map(|threat| (text(threat, "id").to_owned(), text(threat, "state").to_owned())).collect()
    };
    let before = states(&Model::example("ventilator").report());
    for (status, more) in [
        ("fixed", json!({})),
        ("not_affected", json!({"justification": "component_not_present"})),
        ("under_investigation", json!({})),
    ] {
        assert_eq!(states(&with(status, &more).report()), before, "{status}");
    }
    with("not_affected", &json!({})).ward(&["check"]).ends(0, &["TM0707"]);
}

#[test]
fn the_trace_the_decisions_and_the_explanation_say_why() {
    let model = with("affected", &json!({"action_statement": "Update to 3.0.16."}));
    let id = reopened(&model.report()).into_iter().find(|id| id.ends_with("app.usb")).expect("one about the service socket");
    model.ward(&["explain", &id]).ends(0, &[]).prints(&["CVE-2026-0001 in openssl 3.0.15", "app.openvex.json:1"]);
    for (kind, parts) in [
        ("trace", ["open again because of CVE", "Update to 3.0.16", "hospital.icu.breva.main.comm"]),
        ("threats", ["Open again because of", "app.openvex.json:1", "CVE"]),
        ("decisions", ["counter it no more because of", "openssl 3.0.15", "CVE"]),
    ] {
        let run = model.ward(&["emit", kind]);
        let plain = run.printed.replace('\\', "");
        for part in parts {
            assert!(plain.contains(part), "{kind}: {part}");
        }
    }
}

#[test]
fn an_artifact_is_made_again_when_a_document_changes() {
    let model = Model::example("ventilator");
    model.ward(&["emit", "trace", "-o", "trace.md", "--depfile", "trace.d"]).ends(0, &[]);
    let rule = model.read("trace.d");
    assert!(rule.contains("app.cdx.json") && rule.contains("app.openvex.json"), "{rule}");
    let hash = |model: &Model| text(&model.report()["title"], "model_hash").to_owned();
    let before = hash(&model);
    model.edit("app.cdx.json", "\"version\": \"1.2.5\"", "\"version\": \"1.2.6\"");
    assert_ne!(hash(&model), before);
}

#[test]
fn software_that_nobody_lists_and_what_is_under_investigation_are_asked_about() {
    let model = behind("", "");
    let asked = |model: &Model| -> Vec<String> { ids(&model.report(), "questions").into_iter().map(str::to_owned).collect() };
    let before = asked(&model);
    assert!(before.contains(&"unit.gate.sbom".to_owned()) && before.contains(&"unit.idle.sbom".to_owned()), "{before:?}");
    assert!(!before.contains(&"unit.app.sbom".to_owned()) && !before.contains(&"server.sbom".to_owned()));
    assert!(!before.contains(&"unit.app.exploitable_vulnerabilities".to_owned()));
    model.edit("m.tm", "process idle : Firmware {", "process idle : Firmware { own_code: yes,");
    let vex = model.read("app.openvex.json").replace("\"affected\"", "\"under_investigation\"");
    model.write("app.openvex.json", &vex);
    let report = model.report();
    assert!(find(&report, "questions", "unit.idle.sbom").is_none());
    let question = item(&report, "questions", "unit.app.exploitable_vulnerabilities");
    assert!(text(question, "text").contains("CVE-2026-0001 in zlib 1.3"), "{question}");
    assert!(reopened(&report).is_empty());
}

#[test]
fn what_a_bill_leaves_unsaid_is_listed_and_so_is_every_assessment() {
    let model = behind("", "");
    let row = |model: &Model| item_by(&model.report(), "unit.app");
    let one = row(&model);
    assert_eq!(texts(&one["bill"], "missing"), ["author", "date", "relationships"]);
    let component = &list(&one, "components")[0];
    assert_eq!(texts(component, "missing"), ["supplier", "unique identifier", "level of support", "end of support"]);
    let bill = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"timestamp": "2026-11-01T00:00:00Z", "authors": [{"name": "A"}]},
      "components": [{"bom-ref": "z", "name": "zlib", "version": "1.3", "supplier": {"name": "S"}, "purl": "pkg:generic/zlib@1.3",
        "properties": [{"name": "cdx:lifecycle:milestone:endOfSupport", "value": "2027-01-01"}, {"name": "acme:levelOfSupport", "value": "maintained"}]}],
      "dependencies": [{"ref": "z", "dependsOn": ["z"]}],
      "vulnerabilities": [{"id": "CVE-2026-0001", "properties": [{"name": "acme:cisa-kev", "value": "true"}],
        "ratings": [{"severity": "high", "source": {"name": "NVD"}}], "affects": [{"ref": "z"}]}]});
    model.write("app.cdx.json", &bill.to_string());
    let one = row(&model);
    assert!(list(&one["bill"], "missing").is_empty() && list(&list(&one, "components")[0], "missing").is_empty(), "{one}");
    let found = &list(&one, "vulnerabilities")[0];
    assert_eq!(
        (found["exploited"].as_bool(), text(found, "severity"), text(found, "status")),
        (Some(true), "high (NVD)", "affected")
    );
    let trace = model.ward(&["emit", "trace"]).printed.replace('\\', "");
    for part in ["Ward reads them, and makes none", "high (NVD)", "Safety assessment", "2027-01-01", "maintained"] {
        assert!(trace.contains(part), "{part}");
    }
    affected(&model, &[]);
    model.write("app.cdx.json", &bill.to_string().replace("\"vulnerabilities\"", "\"formerly\""));
    let trace = model.ward(&["emit", "trace"]).printed.replace('\\', "");
    assert!(trace.contains("none known as of 2026-11-01T00:00:00Z, source app.openvex.json"), "{trace}");
}

/// The software of an element.
fn item_by(report: &Value, element: &str) -> Value {
    let found = list(report, "software").iter().find(|row| row["element"] == element);
    found.unwrap_or_else(|| panic!("no software of {element}")).clone()
}

#[test]
fn both_families_of_documents_are_shown_by_the_examples() {
    let formats = |example: &str| -> Vec<String> {
        let report = Model::example(example).report();
        let rows = list(&report, "software").iter().filter(|row| !row["bill"].is_null());
        rows.flat_map(|row| std::iter::once(&row["bill"]).chain(list(row, "vex")))
            .map(|document| text(document, "format").to_owned())
            .collect()
    };
    assert_eq!(formats("ventilator"), ["CycloneDX 1.6", "OpenVEX 0.2.0"]);
    assert_eq!(formats("inhaler"), ["SPDX 2.3", "CycloneDX 1.6"]);
    for example in ["ventilator", "inhaler"] {
        Model::example(example).ward(&["check"]).ends(0, &[]);
    }
}

#[test]
fn no_document_for_customers_names_components() {
    for (example, components) in
        [("ventilator", ["openssl", "busybox", "app.cdx.json"]), ("inhaler", ["mbedtls", "zephyr", "firmware.spdx"])]
    {
        let files = Model::example(example).build();
        let (name, _) = files.iter().find(|(name, _)| name.starts_with("ports")).expect("a listing of ports");
        assert!(files["trace.md"].contains(components[0]) && files.contains_key("trace.csv"), "{name}");
        for (name, text) in files.iter().filter(|(name, _)| name.starts_with("ports") || name.starts_with("dfd")) {
            for component in components.iter().chain(&["CVE-", "pkg:generic"]) {
                assert!(!text.contains(component), "{name}: {component}");
            }
        }
    }
}

#[test]
fn files_that_are_none_are_refused_at_the_attribute() {
    let model = Model::example("ventilator");
    let bill = model.read("app.cdx.json");
    for (contents, says) in [
        (bill.replacen("\"name\": \"linux\",", "", 1), ["TM0702", "app.cdx.json:"]),
        (bill[..bill.len() / 2].to_owned(), ["TM0702", "app.cdx.json:"]),
        ("[".repeat(500_000), ["TM0702", "device.tm"]),
        ("{\"a\": 1}".to_owned(), ["TM0703", "device.tm"]),
        (String::new(), ["TM0702", "device.tm"]),
    ] {
        model.write("app.cdx.json", &contents);
        model.ward(&["check"]).ends(2, &says);
    }
    for (contents, says) in [
        ("<?xml version=\"1.0\"?><bom/>".to_owned(), ["TM0703", "it is XML"]),
        ("{\"artifacts\": []}".to_owned(), ["TM0703", "syft"]),
        (bill.replace("\"1.6\"", "\"1.3\""), ["TM0703", "1.3"]),
        (bill.replace("\"components\": [", "\"components\": 7, \"x\": ["), ["TM0702", "app.cdx.json:"]),
    ] {
        model.write("app.cdx.json", &contents);
        model.ward(&["check"]).ends(2, &says);
    }
    // what some programs put before and between the lines does no harm
    model.write("app.cdx.json", &format!("\u{feff}{}", bill.replace('\n', "\r\n")));
    model.ward(&["check"]).ends(0, &[]);
    for (bytes, says) in
        [(&b"\x1f\x8b\x08\x00"[..], "gzip"), (b"PK\x03\x04\xff", "ZIP"), (b"\xff\xfe{\x00}\x00", "UTF-16"), (b"{\xff}", "UTF-8")]
    {
        std::fs::write(model.path().join("app.cdx.json"), bytes).expect("a file");
        model.ward(&["check"]).ends(2, &["TM0701", says]);
    }
    std::fs::write(model.path().join("app.cdx.json"), b"{\xff}").expect("a file");
    model.ward(&["check"]).ends(2, &["TM0701", "UTF-8"]);
    let huge = std::fs::File::create(model.path().join("app.cdx.json")).expect("a file");
    huge.set_len(65 * 1024 * 1024).expect("a large file");
    model.ward(&["check"]).ends(2, &["TM0701", "larger than 64 MiB"]);
    std::fs::remove_file(model.path().join("app.cdx.json")).expect("it is there");
    model.ward(&["check"]).ends(2, &["TM0701", "there is no such file"]);
    #[cfg(unix)]
    {
        let outer = tempfile::NamedTempFile::new().expect("a file");
        std::os::unix::fs::symlink(outer.path(), model.path().join("app.cdx.json")).expect("a link");
        model.ward(&["check"]).ends(2, &["TM0701", "outside the model's folder"]);
    }
}

#[test]
fn hostile_names_do_no_harm_and_the_same_files_give_the_same_bytes() {
    let model = Model::example("ventilator");
    let hostile = "<script>alert(1)</script>|=cmd()\\u001b[31m\\u202e";
    model.edit("app.cdx.json", "\"name\": \"busybox\"", &format!("\"name\": \"{hostile}\""));
    let built = model.build();
    assert_eq!(built, model.build());
    for (name, text) in &built {
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{name}");
        if name.ends_with(".md") {
            assert!(!text.replace("\\<", "").contains("<script"), "{name}");
        }
    }
}
