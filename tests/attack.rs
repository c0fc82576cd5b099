//! Attack paths on models of a few lines on which the right answer is plain: who gets at what from where, and what does not stop them.

use serde_json::Value;

use super::kit::{Model, find, ids, item, list, text, texts};

/// What every model below begins with.
const HEAD: &str = r#"
harm overdose "Overdose" { severity: catastrophic, hazard: "H-1" }
data dose "Dose" : TherapySettings { harms: [overdose] }
data image "Image" : FirmwarePackage { harms: [overdose] }
data readings "Readings" : Measurement
"#;

fn attack(text: &str) -> Value {
    Model::of(&format!("{HEAD}{text}")).json(&["emit", "attack-paths", "--format", "json"])
}

/// Resistance and hops of the weakest way from a position to an asset; nothing where none leads there.
fn weakest(paths: &Value, asset: &str, position: &str) -> Option<(u64, Vec<String>)> {
    let ways = list(item(paths, "assets", asset), "ways");
    let way = ways.iter().find(|way| way["position"] == position)?;
    Some((way["resistance"].as_u64()?, texts(way, "hops").into_iter().map(str::to_owned).collect()))
}

/// From the bed to the data centre the traffic crosses the hospital's own network, and who is there can get at it.
#[test]
fn traffic_between_two_zones_crosses_the_network_that_they_share() {
    let paths = attack(
        r#"
boundary hospital : HospitalNetwork {
    boundary bed : DeviceEnclosure { process app : Firmware { port lan : EthernetPort { pluggable: no } } }
    boundary centre : HospitalDataCentre { process server : Firmware { port api : EthernetPort { pluggable: no } } }
}
flow values: hospital.bed.app.lan -> hospital.centre.server.api over Hl7v2 { carries: [dose] }
"#,
    );
    for position in ["network.HospitalNetwork", "network.HospitalDataCentre"] {
        assert_eq!(weakest(&paths, "dose", position).map(|way| way.0), Some(1), "{position}");
        assert!(find(&paths, "hops", &format!("{position}>>values")).is_some(), "{position}: {:?}", ids(&paths, "hops"));
    }
}

/// Two servers side by side in a network talk over it, even if nobody has drawn their ports.
#[test]
fn neighbours_in_a_network_are_got_at_from_it() {
    let text = r#"
boundary plant : BuildEnvironment { process builder : BuildSystem, process signer : Firmware }
flow submit: plant.builder -> plant.signer over PROTOCOL { carries: [dose] }
"#;
    let reached =
        |protocol: &str| weakest(&attack(&text.replace("PROTOCOL", protocol)), "dose", "network.BuildEnvironment").is_some();
    assert!(reached("ProprietaryTcp"));
    assert!(!reached("Ipc"));
}

/// Inside a tenant on the Internet there is no Internet.
#[test]
fn traffic_within_a_tenant_is_not_on_the_internet() {
    let paths = attack(
        r#"
boundary cloud : CloudTenant {
    process api : Firmware
    boundary inner : PrivateSubnet { store records : SqlDatabase { holds: [dose] } }
}
flow keep: cloud.api -> cloud.inner.records over SqlTcp { carries: [dose] }
"#,
    );
    assert!(weakest(&paths, "dose", "network.PrivateSubnet").is_some());
    assert!(find(&paths, "hops", "internet>>keep").is_none());
}

#[test]
fn a_radio_of_the_network_is_got_at_by_radio_and_a_cable_by_hand() {
    let paths = attack(
        r#"
boundary ward : HospitalNetwork {
    process pump : Firmware { port air : WifiRadio }
    process server : Firmware { port api : EthernetPort }
}
flow order: ward.server.api -> ward.pump.air over Mqtt { carries: [dose] }
"#,
    );
    for position in ["radio", "in_person", "network.HospitalNetwork"] {
        assert!(find(&paths, "hops", &format!("{position}>>order")).is_some(), "{position}");
    }
    assert!(find(&paths, "hops", "radio>ward.pump.air>ward.pump").is_some());
    assert!(find(&paths, "hops", "in_person>ward.pump.air>ward.pump").is_none());
}

const UPDATE: &str = r#"
control package "Signed packages" : SignedFirmware { status: verified, evidence: ["V-1"] }
boundary plant : BuildEnvironment {
    process builder : BuildSystem
    process signer : Firmware
}
boundary cloud : CloudTenant { process host : Firmware { port api : RestApi } }
boundary unit : DeviceEnclosure { process app : Firmware }
flow submit: plant.builder -> plant.signer over Https { carries: [image] }
flow publish: plant.signer -> cloud.host over Https { carries: [image], controls: [package] }
flow fetch: cloud.host -> unit.app over Https { carries: [image], controls: [package] }
"#;

/// Whoever is there before the signature is made comes along with it; whoever is on the way later is stopped by it.
#[test]
fn a_signature_stops_nobody_who_was_there_before_it_was_made() {
    let paths = attack(&format!("{UPDATE}extend unit.app {{ harms: [overdose] }}"));
    let (cost, hops) = weakest(&paths, "unit.app", "supply_chain").expect("a way");
    assert_eq!(
        hops,
        [
            "supply_chain>>plant.builder",
            "plant.builder>submit>plant.signer",
            "plant.signer>publish>cloud.host:image",
            "cloud.host>fetch>unit.app:image"
        ]
    );
    // a step each, and the two boundaries; nothing for the two signatures
    assert_eq!(cost, 6, "{paths}");
    assert!(text(item(&paths, "hops", "cloud.host>fetch>unit.app:image"), "text").contains("manipulated before it was signed"));
    let (_, hops) = weakest(&paths, "unit.app", "internet").expect("a way");
    assert_eq!(hops.last().map(String::as_str), Some("cloud.host>fetch>unit.app"));
    let hop = item(&paths, "hops", "cloud.host>fetch>unit.app");
    assert!(list(hop, "present").iter().any(|there| text(there, "text").contains("signature of the content")), "{hop}");
}

/// The one in the middle signs nothing, even if the connection on which it gets the package is not the one that is said to be signed.
#[test]
fn who_carries_a_signed_package_is_not_its_origin() {
    let (upstream, _) = UPDATE.split_once("flow fetch").expect("a flow");
    let by_hand = r#"
boundary workshop : ServiceSite { external stick "Stick" }
flow fill: cloud.host -> workshop.stick over UsbMass { carries: [image] }
flow fetch: workshop.stick -> unit.app over UsbMass { carries: [image], controls: [package] }
extend unit.app { harms: [overdose] }
"#;
    let paths = attack(&format!("{upstream}{by_hand}"));
    let (_, hops) = weakest(&paths, "unit.app", "internet").expect("a way");
    assert_eq!(hops.last().map(String::as_str), Some("workshop.stick>fetch>unit.app"));
    let (_, hops) = weakest(&paths, "unit.app", "supply_chain").expect("a way");
    assert_eq!(hops.last().map(String::as_str), Some("workshop.stick>fetch>unit.app:image"));
}

/// A technician who carries a stick is no wall.
#[test]
fn people_carry_what_they_were_given() {
    let paths = attack(
        r#"
boundary plant : BuildEnvironment { process builder : BuildSystem }
actor technician : ServiceUser
boundary unit : DeviceEnclosure { process app : Firmware { harms: [overdose], port usb : UsbHost } }
flow give: plant.builder -> technician over OperatorInterface { carries: [image] }
flow install: technician -> unit.app.usb over UsbMass { carries: [image] }
"#,
    );
    let (_, hops) = weakest(&paths, "unit.app", "supply_chain").expect("a way");
    assert_eq!(
        hops,
        [
            "supply_chain>>plant.builder",
            "plant.builder>give>technician:image:unsigned",
            "technician>install>unit.app:image:unsigned"
        ]
    );
}

/// Being of one piece does not open what is isolated.
#[test]
fn isolation_counts_between_a_part_and_its_whole() {
    let model = |control: &str| {
        let text = r#"
control apart "Apart" : Isolation { status: verified, evidence: ["V-1"] }
boundary unit : DeviceEnclosure {
    process app : Firmware {
        port usb : UsbHost
        process core : Firmware { safety_relevant: yes, harms: [overdose] CONTROL }
    }
}
"#;
        weakest(&attack(&text.replace("CONTROL", control)), "unit.app.core", "in_person").expect("a way").0
    };
    assert_eq!(model(""), 2);
    assert_eq!(model(", controls: [apart]"), 4);
}

/// Where nobody has said whether a protection could stand, it is named as not known.
#[test]
fn what_hangs_on_an_unknown_is_named_as_not_known() {
    let text = r#"
boundary unit : DeviceEnclosure { process app : Firmware { harms: [overdose] RELEVANT, port usb : UsbHost } }
"#;
    let unknown = |relevant: &str| {
        let paths = attack(&text.replace("RELEVANT", relevant));
        let hop = item(&paths, "hops", "in_person>unit.app.usb>unit.app").clone();
        texts(&hop, "unknown").iter().any(|name| name.starts_with("hard limits"))
    };
    assert!(unknown(""));
    assert!(unknown(", safety_relevant: yes"));
    assert!(!unknown(", safety_relevant: no"));
}

// ------------------------------------------------------------ pictures

const PUMP: &str = r#"
boundary ward "Ward" : HospitalNetwork {
    process server "Server" : Firmware
    boundary unit "Unit" : DeviceEnclosure {
        process radio "Radio board" : Firmware { port lan "LAN" : EthernetPort }
        process motor "Motor" : Firmware { harms: [overdose] }
    }
}
flow push "Push": ward.server -> ward.unit.radio.lan over ProprietaryTcp { carries: [readings] }
flow drive "Drive": ward.unit.radio -> ward.unit.motor over Spi { carries: [dose] }
"#;

fn drawn(model: &Model, arguments: &[&str]) -> Vec<String> {
    let run = model.ward(arguments);
    run.ends(0, &[]);
    let picture = roxmltree::Document::parse(&run.printed).expect("an SVG");
    let ids = picture.descendants().filter_map(|node| node.attribute("data-element"));
    ids.map(str::to_owned).collect()
}

/// The picture has every element and hop of the weakest ways, and the page says what it shows.
#[test]
fn the_picture_of_an_asset_shows_the_weakest_ways_to_it() {
    let model = Model::of(&format!("{HEAD}{PUMP}"));
    let ids = drawn(&model, &["emit", "attack-paths", "--format", "svg", "--view", "ward-unit-motor"]);
    let expected = [
        "in_person",
        "network.HospitalNetwork",
        "ward",
        "ward.unit",
        "ward.unit.radio",
        "ward.unit.radio.lan",
        "ward.unit.motor",
        "in_person>ward.unit.radio.lan>ward.unit.radio",
        "ward.unit.radio>drive>ward.unit.motor",
    ];
    for id in expected {
        assert!(ids.iter().any(|drawn| drawn == id), "{id}: {ids:?}");
    }
    assert!(!ids.iter().any(|id| id == "ward.server"), "{ids:?}");
    let page = model.ward(&["emit", "attack-paths"]);
    page.prints(&["The picture attack-paths-ward-unit-motor.svg", "Radio board", "Unit"]);
    model
        .ward(&["emit", "attack-paths", "--format", "svg", "--view", "ward-unit-moter"])
        .ends(3, &["did you mean `ward-unit-motor`"]);
}

/// Each kept picture is a file of its own, and shows every hop of its ways under the number of the table.
#[test]
fn every_picture_of_the_examples_numbers_its_hops_as_the_table_does() {
    for name in super::kit::EXAMPLES {
        let model = Model::example(name);
        let paths = model.json(&["emit", "attack-paths", "--format", "json"]);
        let pictured: Vec<&Value> = list(&paths, "assets").iter().filter(|asset| asset["picture"].is_string()).collect();
        assert!(!pictured.is_empty(), "{name}");
        let asset = pictured[0];
        let run = model.ward(&["emit", "attack-paths", "--format", "svg", "--view", text(asset, "picture")]);
        let mut numbers: Vec<&str> = Vec::new();
        for hop in list(asset, "ways").iter().flat_map(|way| texts(way, "hops")) {
            if !numbers.contains(&hop) {
                numbers.push(hop);
            }
        }
        let picture = roxmltree::Document::parse(&run.printed).expect("an SVG");
        let mut seen = 0;
        for arrow in picture.descendants().filter(|node| node.attribute("data-element").is_some_and(|id| id.contains('>'))) {
            for hop in arrow.attribute("data-element").expect("an identity").split(' ') {
                assert!(numbers.contains(&hop), "{name}: {hop}");
                seen += 1;
            }
        }
        assert!(seen > 1, "{name}: {seen}");
    }
}

#[test]
fn a_view_of_attack_paths_is_drawn_with_the_other_views() {
    let view = "view harm \"Ways to the dose\" { shows: attack_paths, assets: [dose], from: [network] }\nview all \"All\" { of: [ward] }";
    let model = Model::of(&format!("{HEAD}{PUMP}{view}"));
    let ids = drawn(&model, &["emit", "dfd", "--view", "harm"]);
    assert!(ids.iter().any(|id| id == "network.HospitalNetwork") && !ids.iter().any(|id| id == "in_person"), "{ids:?}");
    assert!(drawn(&model, &["emit", "dfd", "--view", "all"]).iter().any(|id| id == "push"));
    // where no way leads there, the picture says so and is not empty
    model.edit("m.tm", "from: [network]", "from: [internet]");
    let run = model.ward(&["emit", "dfd", "--view", "harm"]);
    run.ends(0, &[]).prints(&["No way to Dose"]);
    model.edit("m.tm", "from: [internet]", "from: [intranet]");
    model.ward(&["check"]).ends(2, &["did you mean `internet`"]);
}

// ------------------------------------------------------------ several patients

/// Backends and shared secrets are named with the positions they are reached from; what stands in the way is named as a gate.
#[test]
fn what_patients_share_is_named_and_so_are_the_gates() {
    let ward = r#"
control gate "Gate" : NetworkAccessControl { status: verified, evidence: ["V-1"] }
data key "Key" : KeyMaterial
boundary ward : HospitalNetwork {
    process station "Station" : Firmware { serves_many: yes, port api "API" : EthernetPort { controls: [gate], pluggable: no } }
    boundary unit : DeviceEnclosure { process app : Firmware { store keys "Keys" : FlashStore { holds: [key], unique_per_device: no } } }
}
"#;
    let paths = attack(&format!("{ward}extend ward.station {{ harms: [overdose] }}"));
    let row = &list(&paths, "several_patients")[0];
    assert_eq!(text(row, "target"), "ward.station");
    assert!(texts(row, "gates").iter().any(|gate| gate.contains("Gate")), "{row}");
    let station = item(&paths, "shared", "ward.station");
    assert_eq!(ids_from(station), [("network.HospitalNetwork", 3)]);
    assert!(text(item(&paths, "shared", "ward.unit.app.keys"), "what").contains("secret"));
    // nothing is reached that serves several, and nothing has a harm: the way that was considered is still named
    let nothing = attack("boundary unit : DeviceEnclosure { process app \"App\" : Firmware { port usb : UsbHost } }");
    let row = &list(&nothing, "several_patients")[0];
    assert!(text(row, "stop").contains("at App"), "{row}");
    assert!(!list(&row["way"], "hops").is_empty());
}

fn ids_from(row: &Value) -> Vec<(&str, u64)> {
    let reach = |reach: &'_ Value| reach["resistance"].as_u64().expect("a number");
    list(row, "reached_from").iter().map(|from| (text(from, "position"), reach(from))).collect()
}

// ------------------------------------------------------------ traces on demand and network streams

/// D2: every hop, with what protects it and what is not said, and where nothing leads what is reached instead.
#[test]
fn a_trace_names_every_hop_or_says_that_there_is_none() {
    let model = Model::of(&format!("{HEAD}{PUMP}"));
    model.ward(&["explain", "ward.server -> ward.unit.motor"]).ends(0, &[]).prints(&[
        "2 hops",
        "1. Server hands over to Radio board (at LAN) by “Push”",
        "2. Radio board hands over to Motor by “Drive”",
        "Authentication",
        "not stated",
        "No class of data is carried on all of these hops",
    ]);
    model.ward(&["explain", "ward.unit.motor -> ward.server"]).ends(0, &[]).prints(&["No way", "Nothing at all is reached"]);
    model.ward(&["explain", "ward.unit.radio -> ward.server"]).ends(0, &[]).prints(&["No way", "Reached are: Motor"]);
    model.ward(&["explain", "ward.unit.radoi -> ward.server"]).ends(3, &["did you mean `ward.unit.radio`"]);
    model.edit("m.tm", "carries: [readings]", "carries: [dose, readings]");
    model.ward(&["explain", "ward.server->ward.unit.motor"]).prints(&["On all hops: Dose."]);
}

/// D2: data that come back in answer are traced, too.
#[test]
fn an_answer_goes_back_on_the_flow_that_asked() {
    let model = Model::of(&format!("{HEAD}{PUMP}"));
    model.edit("m.tm", "ward.server -> ward.unit.radio.lan", "ward.server <-> ward.unit.radio.lan");
    model.ward(&["explain", "ward.unit.radio -> ward.server"]).ends(0, &[]).prints(&["1 hop", "push (back, in answer)"]);
}

/// D3: a flow between network ports is a network stream even while nobody has said what is spoken on it.
#[test]
fn a_flow_without_a_protocol_between_network_ports_is_a_stream() {
    let model = Model::of(&format!("{HEAD}{PUMP}"));
    model.edit("m.tm", " over ProprietaryTcp", "");
    let page = model.ward(&["emit", "paths"]).printed;
    let (matrix, _) = page.split_once("## Direct paths").expect("a section");
    assert!(matrix.contains("| `push` |") && !matrix.contains("| `drive` |"), "{matrix}");
}
