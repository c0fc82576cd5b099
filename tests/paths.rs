//! Attack paths and communication paths: on small models where the weakest way is known, and on the examples (rows B5, D1 to D3).

use std::collections::BTreeSet;

use serde_json::Value;

use super::kit::{EXAMPLES, Model, find, ids, item, list, records, text, texts};

/// A device in a hospital whose dose can be changed by the network or by the service socket.
const PUMP: &str = r#"
harm overdose "Overdose" { severity: catastrophic, hazard: "H-1" }
data dose "Dose" : TherapySettings { harms: [overdose] }
data readings "Readings" : Measurement

boundary hospital "Hospital" : HospitalNetwork {
    external server "Server" : HospitalServer { serves_many: no }
    boundary unit "Unit" : DeviceEnclosure {
        process radio "Radio board" : Firmware {
            port lan "LAN" : EthernetPort { pluggable: no }
        }
        process motor "Motor" : Firmware {
            port link "Link" : InternalBus
        }
    }
}
flow push "Push": hospital.server -> hospital.unit.radio.lan over ProprietaryTcp { carries: [readings] }
flow drive "Drive": hospital.unit.radio -> hospital.unit.motor.link over Spi { carries: [dose] }
"#;

fn attack(model: &Model) -> Value {
    model.json(&["emit", "attack-paths", "--format", "json"])
}

fn ways<'v>(paths: &'v Value, asset: &str) -> &'v [Value] {
    list(item(paths, "assets", asset), "ways")
}

/// The weakest way from a position to an asset.
#[track_caller]
fn weakest<'v>(paths: &'v Value, asset: &str, position: &str) -> &'v Value {
    let found = ways(paths, asset).iter().find(|way| way["position"] == position);
    found.unwrap_or_else(|| panic!("no way from {position} to {asset}: {paths}"))
}

#[test]
fn the_weakest_way_is_the_one_with_the_fewest_obstacles() {
    let paths = attack(&Model::of(PUMP));
    let way = weakest(&paths, "dose", "network.HospitalNetwork");
    // straight to the socket: the flow before it would be one step more
    assert_eq!(texts(way, "hops"), ["network.HospitalNetwork>hospital.unit.radio.lan>hospital.unit.radio"]);
    assert_eq!((&way["resistance"], &way["unprotected"], &way["rank"]), (&Value::from(1), &Value::from(1), &Value::from(1)));
    let second = ways(&paths, "dose").iter().find(|way| way["rank"] == 2).expect("a second way");
    assert_eq!(texts(second, "hops"), ["network.HospitalNetwork>>push", "push>push>hospital.unit.radio"]);
    let hop = item(&paths, "hops", "network.HospitalNetwork>>push");
    assert!(list(hop, "present").is_empty() && !list(hop, "unknown").is_empty(), "{hop}");
    assert!(!list(hop, "findings").is_empty() && !list(hop, "cut_by").is_empty(), "{hop}");
    assert_eq!(texts(hop, "crosses"), ["Unit"]);
}

#[test]
fn a_control_on_a_hop_makes_another_way_the_weakest() {
    let model = Model::of(PUMP);
    let before = attack(&model);
    model.edit(
        "m.tm",
        "port lan \"LAN\" : EthernetPort { pluggable: no }",
        "port lan \"LAN\" : EthernetPort { pluggable: no, controls: [gate] }",
    );
    model.append("m.tm", "control gate \"Gate\" : NetworkAccessControl { status: verified, evidence: [\"V-1\"] }");
    let after = attack(&model);
    let hop = "network.HospitalNetwork>hospital.unit.radio.lan>hospital.unit.radio";
    assert_eq!(texts(weakest(&before, "dose", "network.HospitalNetwork"), "hops"), [hop]);
    let way = weakest(&after, "dose", "network.HospitalNetwork");
    assert!(way["resistance"].as_u64() > Some(1), "{way}");
    let gate = &item(&after, "hops", hop)["present"][0];
    assert_eq!((&gate["controls"][0]["id"], &gate["controls"][0]["evidence"][0]), (&Value::from("gate"), &Value::from("V-1")));
    // planned, it stands in nobody's way, and is named as what would
    model.edit("m.tm", "status: verified", "status: planned");
    let planned = attack(&model);
    assert_eq!(weakest(&planned, "dose", "network.HospitalNetwork")["resistance"], 1);
    assert!(texts(item(&planned, "hops", hop), "cut_by").contains(&"Gate (not yet in place)"));
}

#[test]
fn what_is_claimed_with_nothing_behind_it_hinders_nobody() {
    let model = Model::of(PUMP);
    model.edit("m.tm", "carries: [readings]", "carries: [readings], encrypted: yes");
    let hop = item(&attack(&model), "hops", "network.HospitalNetwork>>push").clone();
    assert_eq!(hop["resistance"], 1);
    assert_eq!(texts(&hop, "claimed"), ["encryption on the way (Push)"]);
}

#[test]
fn whoever_holds_the_sender_is_not_stopped_by_its_keys() {
    let model = Model::of(PUMP);
    model.edit("m.tm", "over Spi { carries: [dose] }", "over Spi { carries: [dose], controls: [mac] }");
    model.edit("m.tm", "data dose \"Dose\" : TherapySettings { harms: [overdose] }", "data dose \"Dose\" : TherapySettings");
    model.edit("m.tm", "process motor \"Motor\" : Firmware {", "process motor \"Motor\" : Firmware {\n harms: [overdose]");
    model.append("m.tm", "control mac \"Mac\" : MessageAuthentication { status: verified, evidence: [\"V-2\"] }");
    let paths = attack(&model);
    let last = "hospital.unit.radio>drive>hospital.unit.motor";
    assert_eq!(texts(weakest(&paths, "hospital.unit.motor", "network.HospitalNetwork"), "hops").last(), Some(&last));
    assert_eq!(item(&paths, "hops", last)["resistance"], 1);
    // a signature made further back does stop it
    model.edit("m.tm", "control mac \"Mac\" : MessageAuthentication", "control mac \"Mac\" : SignedMessages");
    model.edit("m.tm", "over ProprietaryTcp { carries: [readings] }", "over ProprietaryTcp { carries: [dose], controls: [mac] }");
    assert_eq!(item(&attack(&model), "hops", last)["resistance"], 3);
}

#[test]
fn where_no_way_leads_it_is_said() {
    let model = Model::of(PUMP);
    model.edit(
        "m.tm",
        "flow drive \"Drive\": hospital.unit.radio -> hospital.unit.motor.link",
        "flow drive \"Drive\": hospital.unit.motor.link -> hospital.unit.radio",
    );
    model.edit("m.tm", "carries: [dose]", "carries: [readings]");
    model.edit("m.tm", "process motor \"Motor\" : Firmware {", "process motor \"Motor\" : Firmware {\n harms: [overdose]");
    let paths = attack(&model);
    let motor = item(&paths, "assets", "hospital.unit.motor");
    assert!(list(motor, "ways").is_empty());
    assert_eq!(list(motor, "unreached").len(), list(&paths, "positions").len());
    model.ward(&["emit", "attack-paths"]).ends(0, &[]).prints(&["No way leads here from any position", "no way"]);
}

/// B5: never empty; a way that stops with one patient says where.
#[test]
fn the_view_of_several_patients_names_the_way_or_where_it_stops() {
    let model = Model::of(PUMP);
    let stopped = attack(&model);
    let row = &list(&stopped, "several_patients")[0];
    assert!(row["target"].is_null() && text(row, "stop").contains("Radio board"), "{row}");
    assert!(!list(&row["way"], "hops").is_empty());
    model.edit("m.tm", "serves_many: no", "serves_many: yes");
    model.edit(
        "m.tm",
        "hospital.server -> hospital.unit.radio.lan over ProprietaryTcp",
        "hospital.server <-> hospital.unit.radio.lan over ProprietaryTcp",
    );
    let reached = attack(&model);
    let row = &list(&reached, "several_patients")[0];
    assert!(["push", "hospital.server"].contains(&text(row, "target")) && row["stop"].is_null(), "{row}");
    for name in EXAMPLES {
        let paths = attack(&Model::example(name));
        let rows = list(&paths, "several_patients");
        assert_eq!(rows.len(), list(&paths, "positions").len(), "{name}");
        assert!(rows.iter().all(|row| row["target"].is_string() != row["stop"].is_string()), "{name}: {rows:?}");
    }
}

#[test]
fn as_many_ways_are_shown_as_were_asked_for() {
    let model = Model::of(PUMP);
    let most = |ways: &str| {
        let paths = model.json(&["emit", "attack-paths", "--format", "json", "--ways", ways]);
        list(item(&paths, "assets", "dose"), "ways").len()
    };
    assert_eq!(most("1"), 1);
    assert!(most("5") > 1);
    model.ward(&["emit", "threats", "--ways", "2"]).ends(3, &["`--ways` is about attack paths"]);
}

/// Every hop of every way exists, begins where the one before ends, and names findings that are open or undecided.
#[test]
fn ways_of_the_examples_hang_together() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let (paths, report) = (attack(&model), model.report());
        let positions: BTreeSet<&str> = ids(&paths, "positions").into_iter().collect();
        let mut seen = 0;
        for asset in list(&paths, "assets") {
            for way in list(asset, "ways") {
                let mut at = text(way, "position");
                assert!(positions.contains(at), "{name}: {at}");
                let mut sum = 0;
                for id in texts(way, "hops") {
                    let hop = item(&paths, "hops", id);
                    assert_eq!(text(hop, "from"), at, "{name}: {way}");
                    at = text(hop, "to");
                    sum += hop["resistance"].as_u64().expect("a number");
                }
                assert_eq!(way["resistance"], sum, "{name}: {way}");
                seen += 1;
            }
            let ways = list(asset, "ways");
            assert!(
                ways.windows(2).all(|two| two[0]["position"] != two[1]["position"]
                    || two[0]["resistance"].as_u64() <= two[1]["resistance"].as_u64())
            );
        }
        assert!(seen > 20, "{name}: {seen}");
        for hop in list(&paths, "hops") {
            for finding in list(hop, "findings") {
                let threat = item(&report, "threats", text(finding, "id"));
                assert!(["open", "question"].contains(&text(threat, "state")), "{name}: {finding}");
                assert_eq!(threat["state"], finding["state"]);
            }
        }
    }
}

#[test]
fn the_page_shows_each_asset_and_each_way() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let paths = attack(&model);
        let page = model.ward(&["emit", "attack-paths"]);
        for asset in list(&paths, "assets") {
            page.prints(&[&format!("## `{}` ", text(asset, "id"))]);
        }
        assert!(!page.printed.to_lowercase().contains("likelihood"));
        assert_eq!(page.printed, model.ward(&["emit", "attack-paths"]).printed, "{name}: not the same twice");
    }
}

// ------------------------------------------------------------ communication paths

/// D1: a row for each flow, nineteen details in each, and those nobody answers are counted.
#[test]
fn every_flow_has_a_row_and_every_blank_is_counted() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let report = model.report();
        let (headings, rows) = records(&csv(&model));
        let column = |name: &str| headings.iter().position(|heading| heading == name).expect("a column");
        let direct: BTreeSet<&str> =
            rows.iter().filter(|row| row[column("kind")] == "direct").map(|row| &*row[column("path")]).collect();
        assert_eq!(direct, ids(&report, "flows").into_iter().collect(), "{name}");
        let details: Vec<usize> = (1..=19)
            .map(|number| headings.iter().position(|heading| heading.starts_with(&format!("{number} "))).expect("a detail"))
            .collect();
        let mut blanks = 0;
        for row in &rows {
            let missing = details.iter().filter(|at| row[**at] == "not stated").count();
            assert_eq!(row[column("details not stated")], missing.to_string(), "{name}: {row:?}");
            assert!(row.iter().all(|cell| !cell.trim().is_empty()), "{name}: {row:?}");
            blanks += missing;
        }
        assert!(rows.iter().any(|row| row[column("kind")] == "indirect"), "{name}: no indirect path");
        let page = model.ward(&["emit", "paths"]);
        page.ends(0, &[]).prints(&[&format!("Of {} details asked for, {blanks} are not stated.", rows.len() * 19)]);
    }
}

fn csv(model: &Model) -> String {
    let run = model.ward(&["emit", "paths", "--format", "csv"]);
    run.ends(0, &[]);
    run.printed
}

/// D2: an indirect path names each hand-off; its details are those of all its flows.
#[test]
fn data_that_are_passed_on_make_a_path_of_their_own() {
    let model = Model::of(PUMP);
    model.edit("m.tm", "carries: [readings]", "carries: [dose], credential_care: \"Made in the factory.\"");
    let (headings, rows) = records(&csv(&model));
    let cell = |row: &[String], name: &str| row[headings.iter().position(|heading| heading == name).expect("a column")].clone();
    let row = rows.iter().find(|row| cell(row, "path") == "dose:push>drive").expect("the indirect path");
    assert_eq!((cell(row, "source"), cell(row, "destination")), ("hospital.server".to_owned(), "hospital.unit.motor".to_owned()));
    assert_eq!(
        cell(row, "7 hand-off"),
        "Server hands over to Radio board by “Push”, then Radio board hands over to Motor by “Drive”"
    );
    // one flow of the two says nothing: the path does not either
    assert_eq!(cell(row, "13 life of credentials"), "not stated");
    model.edit(
        "m.tm",
        "over Spi { carries: [dose] }",
        "over Spi { carries: [dose], credential_care: \"not applicable because there are none\" }",
    );
    let (_, rows) = records(&csv(&model));
    let row = rows.iter().find(|row| cell(row, "path") == "dose:push>drive").expect("the indirect path");
    assert_eq!(cell(row, "13 life of credentials"), "Push: Made in the factory.; Drive: not applicable because there are none");
}

#[test]
fn a_published_protocol_needs_no_expert_and_a_proprietary_one_does() {
    let model = Model::of(PUMP);
    let (headings, rows) = records(&csv(&model));
    let at = headings.iter().position(|heading| heading.starts_with("11 ")).expect("the detail");
    let of = |flow: &str| rows.iter().find(|row| row[0] == flow).expect("the flow")[at].clone();
    assert_eq!(of("push"), "not stated");
    assert_eq!(of("drive"), "not applicable because SPI is not proprietary");
}

/// D3: the matrix of data streams has the flows over a network, and no other.
#[test]
fn the_streams_over_networks_are_those_of_the_firewall_and_within_zones() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let report = model.report();
        let page = model.ward(&["emit", "paths"]).printed;
        let (_, after) = page.split_once("## Data streams over networks").expect("the matrix");
        let (matrix, _) = after.split_once("\n## ").expect("an end");
        for row in list(&report, "firewall") {
            assert!(matrix.contains(&format!("`{}`", text(row, "flow"))), "{name}: {row}");
        }
        assert!(!matrix.contains("OperatorInterface"));
    }
    let page = Model::of(PUMP).ward(&["emit", "paths"]).printed;
    let (matrix, _) = page.split_once("## Direct paths").expect("a section");
    assert!(matrix.contains("| `push` |") && !matrix.contains("| `drive` |"), "{matrix}");
}

#[test]
fn names_that_look_like_markup_stay_names() {
    let model = Model::of(&PUMP.replace("\"Radio board\"", "\"<script>|a\\n## b\"").replace("\"Dose\"", "\"=1+1\""));
    for kind in ["attack-paths", "paths"] {
        let page = model.ward(&["emit", kind]).printed;
        assert!(!page.replace("\\<", "").contains("<script"), "{kind}");
        assert!(!page.lines().any(|line| line.starts_with("## b")), "{kind}");
    }
    assert!(!csv(&model).contains(",=1+1"));
    assert!(find(&attack(&model), "assets", "dose").is_some());
}
