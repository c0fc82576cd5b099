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
        ["supply_chain>>plant.builder", "plant.builder>give>technician:image:unsigned", "technician>install>unit.app:image:unsigned"]
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
