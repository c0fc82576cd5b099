//! The port and connection listing that goes into the instructions for use: tests C-a to C-g of the regulatory checklist.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::kit::{EXAMPLES, Model, ids, item, list, records, text, texts};

/// Every kind of port there is to get wrong: used one way, both ways, unused, brought by a type, nested, on a boundary, for debugging.
const STATION: &str = r#"
system station "Station" { version: "1" }
data reading "Reading" : TechnicalData
actor nurse "Nurse" : ClinicalUser
boundary ward "Ward" : HospitalNetwork {
    external monitor "Monitor" : OtherMedicalDevice
    boundary box "Box" : DeviceEnclosure {
        port mains "Mains" : PowerInlet { purpose: "Power." }
        process brain "Brain" : Firmware {
            port out "Out" : EthernetPort { purpose: "Sends." }
            port in "In" : EthernetPort { purpose: "Takes." }
            port two "Two" : EthernetPort { purpose: "Asks." }
            port asked "Asked" : EthernetPort { purpose: "Answers." }
            port screen "Screen" : TouchDisplay { purpose: "Shows." }
            port spare "Spare" : UsbHost { unused: "Without a driver.", default: disabled, evidence: ["VER-1"] }
            port probe "Probe" : Jtag { unused: "Closed by a fuse.", default: disabled }
        }
    }
    process server "Server" : UpdateServer
}
flow send "Sending": ward.box.brain.out -> ward.monitor over Https { carries: [reading] }
flow take "Taking": ward.monitor -> ward.box.brain.in over Https { carries: [reading] }
flow ask "Asking": ward.box.brain.two <-> ward.monitor over Https { carries: [reading] }
flow answer "Answering": ward.monitor <-> ward.box.brain.asked over Https { carries: [reading] }
flow see "Seeing": ward.box.brain.screen -> nurse over OperatorInterface { carries: [reading] }
"#;

fn models() -> Vec<Model> {
    EXAMPLES.iter().map(|name| Model::example(name)).chain([Model::of(STATION)]).collect()
}

fn artifact(artifacts: &BTreeMap<String, String>, name: &str) -> Value {
    serde_json::from_str(&artifacts[name]).expect("JSON")
}

/// C-a
#[test]
fn every_port_is_listed_and_nothing_else() {
    for model in models() {
        let (artifacts, report) = (model.build(), model.report());
        let declared: BTreeSet<&str> = list(&report, "elements")
            .iter()
            .filter(|element| element["kind"] == "port")
            .map(|element| text(element, "id"))
            .collect();
        let sections = |page: &str| -> Vec<String> {
            let ids = page.lines().filter_map(|line| line.strip_prefix("| Identifier | "));
            ids.map(|id| id.trim_end_matches(" |").replace("\\_", "_")).collect()
        };
        let own: BTreeSet<&str> =
            list(&report, "ports").iter().filter(|port| port["internal"] == false).map(|port| text(port, "id")).collect();
        for (profile, expected) in [("customer", &own), ("internal", &declared)] {
            let listed = model.json(&["emit", "ports", "--format", "json", "--profile", profile]);
            let listed = ids(&listed, "ports");
            assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), *expected);
            assert_eq!(listed.len(), expected.len(), "none twice");
            let sections = sections(&model.ward(&["emit", "ports", "--profile", profile]).printed);
            assert_eq!(sections.iter().map(String::as_str).collect::<BTreeSet<_>>(), *expected);
        }
        assert_eq!(sections(&artifacts["ports.md"]).len(), own.len(), "a build writes the listing for customers");
        let printed = model.ward(&["list", "ports", "--format", "json"]).printed;
        let shown: Value = serde_json::from_str(&printed).expect("JSON");
        assert_eq!(shown.as_array().map(Vec::len), Some(declared.len()));
    }
    let report = Model::of(STATION).report();
    let mut declared = ids(&report, "ports");
    declared.sort_unstable();
    let own = ["asked", "in", "out", "probe", "screen", "spare", "two"].map(|name| format!("ward.box.brain.{name}"));
    let expected: Vec<&str> = own.iter().map(String::as_str).chain(["ward.box.mains", "ward.server.api"]).collect();
    assert_eq!(declared, expected, "a port that a type brings along is a way in, too, also where no flow ends at it");
}

/// C-a: every port of the device, and elsewhere those that the device or somebody at a place of use connects to.
#[test]
fn customers_read_of_no_port_that_only_the_manufacturer_uses() {
    const DEVICE: &str = r#"
        system pump "Pump" { version: "1" }
        boundary ward "Ward" : HospitalNetwork {
            actor nurse "Nurse" : ClinicalUser
            boundary box "Pump" : DeviceEnclosure { process app "App" : EmbeddedLinux {
                port lan "Network" : EthernetPort { purpose: "Sends." }
                port probe "Probe" : Jtag { unused: "Closed by a fuse.", default: disabled }
            } }
        }
        actor operator "Operator" : ManufacturerOperator
        boundary cloud "Cloud" : CloudTenant {
            process api "Service" : ApiService {
                port https "Service address" : HttpsServer { purpose: "Takes records." }
                port portal "Portal address" : HttpsServer { purpose: "Shows records." }
                port admin "Maintenance access" : SshServer { purpose: "Maintenance." }
                port spare "Spare access" : SshServer { unused: "Closed." }
                port inner "Inner address" : HttpsServer { purpose: "Takes jobs." }
            }
            process jobs "Jobs" : ApiService
        }
        flow upload: ward.box.app.lan -> cloud.api.https over Https
        flow look: ward.nurse -> cloud.api.portal over Https
        flow maintain: operator -> cloud.api.admin over Ssh
        flow work: cloud.jobs -> cloud.api.inner over Https
    "#;
    let model = Model::of(DEVICE);
    let listing = model.json(&["emit", "ports", "--format", "json"]);
    let told = ["ward.box.app.lan", "ward.box.app.probe", "cloud.api.https", "cloud.api.portal"];
    let kept = ["cloud.api.admin", "cloud.api.spare", "cloud.api.inner"];
    assert_eq!(
        ids(&listing, "ports").iter().copied().filter(|id| told.contains(id) || kept.contains(id)).collect::<Vec<_>>(),
        told
    );
    assert!(list(&listing, "firewall").iter().all(|rule| text(rule, "flow") != "maintain" && text(rule, "flow") != "work"));
    assert!(list(&listing, "firewall").iter().any(|rule| text(rule, "flow") == "upload"));
    let instructions = model.ward(&["emit", "ifu"]).printed;
    assert!(instructions.contains("Portal address") && !instructions.contains("Maintenance access"));
    let internal = model.json(&["emit", "ports", "--format", "json", "--profile", "internal"]);
    assert!(kept.iter().all(|id| item(&internal, "ports", id)["internal"] == true));
}

/// C-b
#[test]
fn the_direction_agrees_with_the_flows() {
    for model in models() {
        let report = model.report();
        let mut expected: BTreeMap<&str, (bool, bool)> =
            ids(&report, "ports").into_iter().map(|id| (id, (false, false))).collect();
        for flow in list(&report, "flows") {
            let two_way = flow["two_way"] == true;
            for (end, (into, out)) in [("source", (two_way, true)), ("target", (true, two_way))] {
                if let Some(known) = expected.get_mut(text(flow, end)) {
                    *known = (known.0 || into, known.1 || out);
                }
            }
        }
        let written = artifact(&model.build(), "ports.json");
        for port in list(&written, "ports") {
            let direction = match expected[text(port, "id")] {
                (false, false) => "none",
                (true, false) => "incoming",
                (false, true) => "outgoing",
                (true, true) => "both",
            };
            assert_eq!(text(port, "direction"), direction, "{}", port["id"]);
            assert_eq!(port["used"], direction != "none");
        }
    }
}

#[test]
fn who_starts_is_the_left_side_unless_the_flow_says_otherwise() {
    let report = Model::of(STATION).report();
    let starts = |port: &str| texts(item(&report, "ports", port), "initiators");
    assert_eq!(starts("ward.box.brain.two"), ["Brain"]);
    assert_eq!(starts("ward.box.brain.asked"), ["Monitor"]);
    assert!(starts("ward.box.brain.spare").is_empty());
    let fetched = STATION.replace(
        "ward.monitor -> ward.box.brain.in over Https { carries: [reading] }",
        "ward.monitor -> ward.box.brain.in over Https { carries: [reading], initiator: target }",
    );
    let report = Model::of(&fetched).report();
    assert_eq!(texts(item(&report, "ports", "ward.box.brain.in"), "initiators"), ["Brain"]);
    let lines = list(&report, "firewall");
    let line = lines.iter().find(|line| line["flow"] == "take").expect("a line for the flow");
    assert_eq!((text(line, "source"), text(line, "destination")), ("Brain", "Monitor"));
}

/// No cell of the listing is empty: what is not known says so.
#[test]
fn no_cell_is_blank() {
    for model in models() {
        let artifacts = model.build();
        let (headings, rows) = records(&artifacts["ports.csv"]);
        for row in &rows {
            for (heading, cell) in headings.iter().zip(row) {
                assert!(!cell.trim().is_empty(), "{heading} of {}", row[0]);
            }
        }
        for line in artifacts["ports.md"].lines().filter(|line| line.starts_with('|')) {
            assert!(!line.contains("|  |"), "{line}");
        }
    }
}

/// C-c
#[test]
fn a_crossing_without_a_port_is_told() {
    let model = Model::of(&STATION.replace("ward.box.brain.out -> ward.monitor", "ward.box.brain -> ward.monitor"));
    model.ward(&["check"]).ends(0, &["warning[TM0254]", "`send` crosses `ward.box`"]);
    model.ward(&["check", "--release"]).ends(2, &["error[TM0254]"]);
    for model in models() {
        assert!(!model.ward(&["check"]).said.contains("TM0254"));
    }
}

/// C-d
#[test]
fn an_unused_port_explains_itself() {
    let bare = STATION.replace("{ unused: \"Without a driver.\", default: disabled, evidence: [\"VER-1\"] }", "");
    let model = Model::of(&bare);
    model.ward(&["check"]).ends(0, &["TM0252", "`ward.box.brain.spare`"]);
    let release = model.ward(&["check", "--release"]);
    release.ends(2, &["error[TM0252]"]);
    let listing = &Model::of(STATION).build()["ports.md"];
    let (_, section) = listing.split_once("ward.box.brain.spare |").expect("the section");
    for said in [
        "| State as shipped | off (disabled) |",
        "| In use | no data connection is described |",
        "| When nothing is connected | Without a driver. |",
        "| Evidence | evidence on file with the manufacturer |",
    ] {
        assert!(section.contains(said), "{said}");
    }
}

/// C-e
#[test]
fn an_enabled_debug_port_stops_a_release() {
    let enabled =
        STATION.replace("{ unused: \"Closed by a fuse.\", default: disabled }", "{ unused: \"Open.\", default: enabled }");
    let model = Model::of(&enabled);
    model.ward(&["check"]).ends(0, &["warning[TM0255]", "`ward.box.brain.probe`"]);
    model.ward(&["check", "--release"]).ends(2, &["error[TM0255]"]);
    let justified = enabled.replace("default: enabled", "default: enabled, notes: \"Inside a sealed housing.\"");
    assert!(!Model::of(&justified).ward(&["check", "--release"]).said.contains("TM0255"));
    assert!(!Model::of(STATION).ward(&["check", "--release"]).said.contains("TM0255"));
}

/// C-f
#[test]
fn the_customer_learns_nothing_internal() {
    for model in models() {
        let (artifacts, report) = (model.build(), model.report());
        let rules: BTreeSet<&str> = list(&report, "threats").iter().map(|threat| text(threat, "rule")).collect();
        let evidence: BTreeSet<&str> = list(&report, "ports").iter().flat_map(|port| texts(port, "evidence")).collect();
        let sources = model.sources();
        for name in ["ports.md", "ports.csv", "ports.json"] {
            let listing = &artifacts[name];
            assert!(!listing.contains('@'), "{name}: the id of a finding");
            for inner in sources.iter().map(String::as_str).chain(rules.iter().copied()).chain([".tm:", "<std>"]) {
                assert!(!listing.contains(inner), "{name}: {inner}");
            }
            // a document that the instructions for use themselves name is no secret
            for document in evidence.iter().filter(|document| !document.starts_with("IFU")) {
                assert!(!words(listing).contains(document), "{name}: {document}");
            }
        }
        // how the manufacturer works inside is no connection of a port that is listed
        let ports = artifact(&artifacts, "ports.json");
        let listed = ids(&ports, "ports");
        assert!(list(&ports, "firewall").iter().all(|rule| listed.contains(&text(rule, "port"))));
        assert!(!artifacts["ports.md"].contains("Build server"));
        let internal = model.ward(&["emit", "ports", "--profile", "internal"]).printed;
        assert!(internal.contains("Threats (internal)") && internal.contains(".tm:"));
    }
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|character: char| !(character.is_alphanumeric() || character == '-')).collect()
}

/// C-g
#[test]
fn the_tables_have_the_rows_of_the_json() {
    for model in models() {
        let artifacts = model.build();
        let json = artifact(&artifacts, "ports.json");
        let ports = list(&json, "ports");
        let (headings, rows) = records(&artifacts["ports.csv"]);
        let column =
            |name: &str| headings.iter().position(|heading| heading == name).unwrap_or_else(|| panic!("no column {name}"));
        assert_eq!(rows.len(), ports.len());
        for (row, port) in rows.iter().zip(ports) {
            let is = |heading: &str, value: &str| assert_eq!(row[column(heading)], value, "{heading} of {}", port["id"]);
            is("Identifier", text(port, "id"));
            is("Name", text(port, "name"));
            is("Belongs to", text(port, "owner"));
            is("Type", text(port, "kind"));
            for (heading, key) in [
                ("Purpose", "purpose"),
                ("Location", "location"),
                ("Marking on the device", "label"),
                ("Behaviour on loss, failure or misuse", "on_failure"),
                ("Encryption in transit", "encryption"),
            ] {
                is(heading, port[key].as_str().unwrap_or("not stated"));
            }
            for (heading, key) in [
                ("What connects to it", "peers"),
                ("Protocols and versions", "protocols"),
                ("Data, code or commands passed", "data"),
                ("Who starts the exchange", "initiators"),
            ] {
                let values = texts(port, key).join("; ");
                is(heading, if values.is_empty() { "none stated" } else { &values });
            }
            assert!(row[column("Direction of data")].starts_with(text(port, "direction")));
        }
        // and the page has one section for each
        let sections = artifacts["ports.md"].lines().filter(|line| line.starts_with("### ")).count();
        assert_eq!(sections, ports.len());
    }
}

/// C15: each line of the firewall's rule base is a flow of the model, in the direction in which it is opened.
#[test]
fn firewall_lines_are_flows() {
    for model in models() {
        let report = model.report();
        for rule in list(&report, "firewall") {
            let flow = item(&report, "flows", text(rule, "flow"));
            let ends = (&flow["source_name"], &flow["target_name"]);
            let opened = if flow["initiator"] == flow["source_name"] { ends } else { (ends.1, ends.0) };
            assert_eq!((&rule["source"], &rule["destination"]), opened);
        }
    }
}
