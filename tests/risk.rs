//! How risk is rated: every step, before and after controls, by the library's scheme and by a manufacturer's own.

use serde_json::Value;

use super::kit::{EXAMPLES, Model, find, item, list, state, text};

/// A rule about ports and one about processes, and a device to ask them of. `$` is what the port says, `%` what the rule says.
const DEVICE: &str = r#"
import std.stride

rule PORT1 "Somebody gets in at {p}" : Tampering {
    for port p
    applies when yes
    mitigated when p.authenticated_access
    statement: "Somebody gets in at {p}."
    %
}

harm harmed "Harm" { severity: critical, hazard: "HZ-1" }
data dose "Dose" : TherapySettings { harms: [harmed] }
control login "Login at the port" { $control
    provides { authenticated_access: yes }
}
boundary unit "Unit" : DeviceEnclosure {
    process app "Controller" : Firmware {
        port usb "Socket" : UsbHost { purpose: "Takes settings." $port }
    }
}
actor nurse : ClinicalUser
flow enter: nurse -> unit.app.usb over UsbMass { carries: [dose] }
"#;

fn device(rule: &str, control: &str, port: &str) -> String {
    let port = if port.is_empty() { String::new() } else { format!(", {port}") };
    DEVICE.replace('%', rule).replace("$control", control).replace("$port", &port)
}

const ID: &str = "PORT1@unit.app.usb";

fn threat(report: &Value, id: &str) -> Value {
    item(report, "threats", id).clone()
}

/// Exploitabilities and levels before and after.
fn risk(report: &Value, id: &str) -> [String; 4] {
    let threat = threat(report, id);
    let of = |when: &str, what: &str| threat[when][what].as_str().unwrap_or("none").to_owned();
    [
        of("risk_before", "exploitability"),
        of("risk_before", "level"),
        of("risk_after", "exploitability"),
        of("risk_after", "level"),
    ]
}

fn steps(report: &Value, id: &str) -> String {
    let threat = threat(report, id);
    let steps = list(&threat, "risk_steps");
    steps
        .iter()
        .map(|step| format!("{} {} → {}\n", text(step, "phase"), text(step, "text"), text(step, "exploitability")))
        .collect()
}

fn rated(text: &str) -> (Value, [String; 4], String) {
    let report = Model::of(text).report();
    let (risk, steps) = (risk(&report, ID), steps(&report, ID));
    (report, risk, steps)
}

// ------------------------------------------------------------ before controls

#[test]
fn exploitability_starts_where_the_attacker_stands() {
    let (report, risk, steps) = rated(&device("", "", "authenticated_access: no"));
    assert_eq!(state(&report, ID), "open");
    assert_eq!(risk, ["medium", "high", "medium", "high"]);
    assert!(steps.starts_with("before an attacker with physical access, because of Socket (unit.app.usb) → medium\n"), "{steps}");
    let network = Model::of(&device("", "", "authenticated_access: no, reach: network")).report();
    assert_eq!(self::risk(&network, ID)[0], "high");
}

#[test]
fn what_the_attacker_needs_first_lowers_it() {
    let (_, risk, steps) = rated(&device("preconditions: [credential]", "", "authenticated_access: no, reach: network"));
    assert_eq!(risk[0], "medium");
    assert!(steps.contains("before the attacker needs a valid login, key or paired device: 1 step lower → medium"), "{steps}");
    let (_, risk, _) = rated(&device("preconditions: [credential, insider, equipment]", "", "authenticated_access: no"));
    assert_eq!(risk[..2], ["low", "medium"], "the scale ends where it ends");
}

#[test]
fn a_factor_lowers_when_it_holds_and_not_when_nobody_says() {
    let (report, risk, steps) = rated(&device("", "", "authenticated_access: no, covered: yes"));
    assert_eq!(risk[0], "low");
    assert!(steps.contains("a cover, a lock or a seal has to be opened first: 1 step lower → low"), "{steps}");
    let fact = &list(&threat(&report, ID), "risk_steps")[1]["facts"][1].clone();
    assert_eq!((text(fact, "attribute"), text(fact, "value")), ("covered", "yes"));
    let (_, risk, steps) = rated(&device("", "", "authenticated_access: no"));
    assert_eq!(risk[0], "medium");
    assert!(
        steps.contains("not known whether a cover, a lock or a seal has to be opened first: nothing is taken off"),
        "{steps}"
    );
    let (_, risk, steps) = rated(&device("", "", "authenticated_access: no, covered: no"));
    assert_eq!(risk[0], "medium");
    assert!(!steps.contains("cover"), "{steps}");
}

#[test]
fn a_factor_of_ones_own_can_raise_it() {
    let own = "factor open_to_all \"it stands where everybody passes\" {\n    for port p\n    applies when p.access == public\n    raises: 1\n}\n";
    let text = device("", "", "authenticated_access: no, access: public") + own;
    let (_, risk, steps) = rated(&text);
    assert_eq!(risk[0], "high");
    assert!(steps.contains("it stands where everybody passes: 1 step higher → high"), "{steps}");
}

// ------------------------------------------------------------ after controls

#[test]
fn a_control_that_counts_lowers_by_its_class() {
    let of = |control: &str| rated(&device("", control, "controls: [login], reach: network"));
    let (report, risk, steps) = of("measure: protective, status: verified");
    assert_eq!((state(&report, ID).as_str(), &risk), ("mitigated", &["high", "high", "low", "medium"].map(str::to_owned)));
    assert!(
        steps.contains("after control Login at the port (login), protective measure, verified: 2 steps lower → low"),
        "{steps}"
    );
    let (report, risk, steps) = of("measure: information, status: verified");
    assert_eq!((state(&report, ID).as_str(), risk[2].as_str()), ("mitigated", "high"), "information lowers nothing: {steps}");
    let (_, risk, _) = of("status: verified");
    assert_eq!(risk[2], "high", "a control of no class lowers nothing");
    let (report, risk, steps) = of("measure: protective, status: planned");
    assert_eq!((state(&report, ID) == "mitigated", risk[2].as_str()), (false, "high"));
    assert!(steps.contains("control Login at the port (login) is only planned: takes nothing off yet → high"), "{steps}");
}

#[test]
fn a_claim_with_nothing_behind_it_lowers_nothing() {
    let (report, risk, steps) = rated(&device("", "", "authenticated_access: yes, reach: network"));
    assert_eq!((state(&report, ID).as_str(), risk[2].as_str()), ("mitigated", "high"));
    assert!(steps.contains("claimed with no control, type or protocol behind it: takes nothing off → high"), "{steps}");
}

#[test]
fn what_a_type_guarantees_lowers_like_a_protective_measure() {
    let text = device("", "", "reach: network").replace(": UsbHost", ": Guarded")
        + "type Guarded \"Guarded socket\" : UsbHost { authenticated_access: yes }\n";
    let (_, risk, steps) = rated(&text);
    assert_eq!(risk[2], "low");
    assert!(steps.contains("guaranteed by Guarded socket (Guarded): 2 steps lower → low"), "{steps}");
}

#[test]
fn several_controls_lower_once_by_the_strongest() {
    let text = device("", "measure: protective, status: verified", "controls: [login], reach: network")
        + &format!("respond {} @ unit.app.usb {{ mitigate: \"Both.\", controls: [leaflet, login] }}\n", "PORT1")
        + "control leaflet \"Leaflet\" { measure: information, status: implemented }\n";
    let (_, risk, steps) = rated(&text);
    assert_eq!(risk[2], "low");
    assert!(steps.contains("control Leaflet (leaflet), information for security, implemented: takes nothing off"), "{steps}");
    assert_eq!(steps.matches("2 steps lower").count(), 1, "{steps}");
}

// ------------------------------------------------------------ decisions

fn decided(decision: &str) -> ([String; 4], String, Value) {
    let text = device("", "measure: protective, status: implemented", "authenticated_access: no, reach: network")
        + &format!("extend unit {{ controls: [login] }}\nrespond PORT1 @ unit.app.usb {{\n{decision}\n}}\n");
    let (report, risk, steps) = rated(&text);
    (risk, steps, report)
}

#[test]
fn decisions_lower_only_what_they_do_something_about() {
    let (risk, steps, _) = decided("accept: \"Small.\"\napproved_by: \"Board\"");
    assert_eq!(risk, ["high", "high", "high", "high"]);
    assert!(steps.contains("the decision to accept changes nothing about it"), "{steps}");
    let (risk, _, report) = decided("avoid: \"The socket is gone.\"");
    assert_eq!(risk[2..], ["not applicable", "none"]);
    assert_eq!(threat(&report, ID)["risk_after"]["acceptable"], Value::Null);
    let (risk, steps, _) = decided("mitigate: \"Somehow.\"");
    assert_eq!(risk[2], "high");
    assert!(steps.contains("names no control that counts: takes nothing off"), "{steps}");
    let (risk, _, _) = decided("mitigate: \"By a login.\"\ncontrols: [login]");
    assert_eq!(risk[2..], ["low", "medium"]);
    let (risk, steps, _) = decided("accept: \"Small.\"\napproved_by: \"Board\"\nuntil: 2020-01-01\nexploitability: low");
    assert_eq!(risk[2], "high", "an expired decision says nothing: {steps}");
}

#[test]
fn what_somebody_states_replaces_what_is_computed_and_is_marked() {
    let (risk, steps, report) = decided("mitigate: \"By a login.\"\ncontrols: [login]\nexploitability: medium");
    assert_eq!(risk[2..], ["medium", "high"]);
    assert_eq!(threat(&report, ID)["risk_after"]["stated"], true);
    assert!(steps.contains("and not computed → medium"), "{steps}");
    let (_, _, report) =
        decided("mitigate: \"By a login.\"\ncontrols: [login]\nseverity: minor\nseverity_reason: \"Small doses.\"");
    assert_eq!(text(&threat(&report, ID)["risk_after"], "severity"), "minor");
    assert_eq!(text(&threat(&report, ID)["risk_before"], "severity"), "critical");
}

/// DR6 and DR7: a warning in a draft, an error in a release.
#[test]
fn a_better_rating_without_a_ground_fails_a_release() {
    for (decision, code) in [
        ("accept: \"Small.\"\napproved_by: \"Board\"\nexploitability: low", "TM0606"),
        ("accept: \"Small.\"\napproved_by: \"Board\"\nseverity: minor", "TM0607"),
    ] {
        let text = device("", "", "authenticated_access: no, reach: network")
            + &format!("respond PORT1 @ unit.app.usb {{\n{decision}\n}}\n");
        let model = Model::of(&text);
        let draft = model.ward(&["check"]);
        assert!(draft.said.contains(&format!("warning[{code}]")), "{}", draft.said);
        let manifest = model.read("ward.toml");
        model.write("ward.toml", &(manifest.replace("[model]", "[model]\nprofile = \"release\"")));
        let release = model.ward(&["check"]);
        assert!(release.said.contains(&format!("error[{code}]")) && release.status == 2, "{}", release.said);
    }
}

// ------------------------------------------------------------ severity and harms

#[test]
fn severity_is_that_of_the_worst_harm_with_the_way_to_it() {
    let (report, _, _) = rated(&device("", "", "authenticated_access: no"));
    let harm = list(&threat(&report, ID), "harms")[0].clone();
    assert_eq!((text(&harm, "id"), text(&harm, "severity"), text(&harm, "hazard")), ("harmed", "critical", "HZ-1"));
    let through: Vec<&str> = list(&harm, "through").iter().filter_map(Value::as_str).collect();
    assert_eq!(through, ["enter", "dose"]);
    let worse = device("", "", "authenticated_access: no, harms: [dead]")
        + "harm dead \"Death\" { severity: catastrophic, hazard: \"HZ-2\" }\n";
    let (report, _, _) = rated(&worse);
    assert_eq!(text(&threat(&report, ID)["risk_before"], "severity"), "catastrophic");
}

/// Wrong values harm; values that are only read do not, where the harm says from which losses it follows.
#[test]
fn a_harm_counts_for_the_losses_it_follows_from() {
    let report = Model::example("inhaler").report();
    let read = threat(&report, "INF03@cloud.inner.records");
    let altered = threat(&report, "TAM13@cloud.inner.records");
    assert_eq!(
        (text(&read["risk_before"], "severity"), text(&altered["risk_before"], "severity")),
        ("S1 negligible", "S4 critical")
    );
    assert!(list(&read, "harms").iter().all(|harm| harm["follows"] == false));
    assert!(list(&altered, "harms").iter().any(|harm| harm["follows"] == true));
}

#[test]
fn without_a_harm_the_risk_is_not_known() {
    let (report, risk, _) = rated(&device("", "", "authenticated_access: no").replace("harms: [harmed]", ""));
    assert_eq!((risk[0].as_str(), risk[1].as_str()), ("medium", "none"));
    assert_eq!(threat(&report, ID)["risk_before"]["acceptable"], Value::Null);
}

/// F3: what cannot be traced to the safety risk file is asked.
#[test]
fn missing_harms_hazards_and_severities_are_questions_each_once() {
    let plain = device("", "", "authenticated_access: no");
    let bare = plain.replace("severity: critical, hazard: \"HZ-1\"", "");
    let report = Model::of(&bare).report();
    for id in ["harmed.severity", "harmed.hazard"] {
        let question = item(&report, "questions", id);
        assert!(list(question, "threats").iter().any(|threat| threat == ID), "{question}");
        assert_eq!(list(&report, "questions").iter().filter(|question| question["id"] == id).count(), 1);
    }
    assert!(find(&Model::of(&plain).report(), "questions", "harmed.hazard").is_none());
    let relevant = |says: &str| plain.replace("harms: [harmed]", "").replace("{ purpose:", &format!("{{ {says} purpose:"));
    let report = Model::of(&relevant("safety_relevant: yes,")).report();
    let question = item(&report, "questions", "unit.app.usb.harms");
    assert!(text(question, "text").contains("which hazard of the safety risk file"), "{question}");
    assert!(list(question, "threats").iter().any(|threat| threat == ID));
    for says in ["safety_relevant: no,", ""] {
        assert!(find(&Model::of(&relevant(says)).report(), "questions", "unit.app.usb.harms").is_none());
    }
}

#[test]
fn the_count_of_questions_is_the_same_everywhere() {
    let text = device("", "", "authenticated_access: no").replace("hazard: \"HZ-1\"", "");
    let model = Model::of(&text);
    let report = model.report();
    let count = list(&report, "questions").len();
    assert_eq!(report["summary"]["questions"], count);
    assert!(model.ward(&["check"]).said.contains(&format!("{count} questions")), "{}", model.ward(&["check"]).said);
}

// ------------------------------------------------------------ several patients

#[test]
fn what_serves_many_reaches_several_patients_and_says_why() {
    let source = r#"
import std.stride
harm harmed "Harm" { severity: critical, hazard: "HZ-1" }
data dose "Dose" : TherapySettings { harms: [harmed] }
data key "Key" : KeyMaterial
boundary unit "Unit" : DeviceEnclosure {
    process app "Controller" : Firmware { port lan : EthernetPort { purpose: "Takes settings." } }
    store same "Shared keys" : FlashStore { holds: [key], unique_per_device: no, encrypted: no }
    store own "Own keys" : FlashStore { holds: [key], unique_per_device: yes, encrypted: no }
    store unsaid "Some keys" : FlashStore { holds: [key], encrypted: no }
}
boundary cloud "Cloud" : CloudTenant { process api "Interface" : ApiService }
boundary room "Room" : BedSpace { process tablet "Tablet" : DesktopApp }
flow push: cloud.api -> unit.app.lan over Https { carries: [dose], authentication: none, signed: no }
flow local: room.tablet -> unit.app.lan over Https { carries: [dose], authentication: none, signed: no }
"#;
    let report = Model::of(source).report();
    let several = |element: &str| {
        let threats = list(&report, "threats").iter();
        let of: Vec<&Value> =
            threats.filter(|threat| threat["element"] == element).map(|threat| &threat["multi_patient"]).collect();
        assert!(!of.is_empty(), "{element} has threats");
        of[0].clone()
    };
    assert_eq!(several("push")["several"], true);
    assert!(!list(&several("push"), "facts").is_empty());
    assert_eq!(several("local")["several"], false);
    assert_eq!(several("unit.same")["several"], true);
    assert_eq!(several("unit.own")["several"], false);
    assert_eq!(several("unit.unsaid")["several"], Value::Null);
    assert_eq!(text(&list(&several("unit.unsaid"), "facts")[0], "attribute"), "unique_per_device");
}

/// A threat that the list of reference threats calls fleet-wide: the rule says so, and the row names the rule's word for it.
#[test]
fn an_attack_that_fits_every_device_is_flagged_by_its_rule() {
    let report = Model::example("ventilator").report();
    let flaw = item(&report, "threats", "ELV14@hospital.icu.breva.main.app");
    assert_eq!(flaw["multi_patient"]["several"], true);
    assert_eq!(text(&list(&flaw["multi_patient"], "facts")[0], "attribute"), "fleet_wide");
}

// ------------------------------------------------------------ vectors

#[test]
fn a_vector_is_shown_with_its_score_and_decides_nothing() {
    let plain = decided("accept: \"Small.\"\napproved_by: \"Board\"");
    let vector = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
    let (risk, _, report) = decided(&format!("accept: \"Small.\"\napproved_by: \"Board\"\ncvss: \"{vector}\""));
    assert_eq!(risk, plain.0);
    let shown = threat(&report, ID)["cvss"].clone();
    assert_eq!((text(&shown, "vector"), text(&shown, "score"), text(&shown, "rating")), (vector, "9.3", "critical"));
}

#[test]
fn the_rubric_is_answered_from_the_model_with_the_facts() {
    let of = |text: &str| {
        let report = Model::of(text).report();
        list(&report, "rubrics").iter().find(|rubric| rubric["threat"] == ID).unwrap().clone()
    };
    let rubric = of(&device("", "", "authenticated_access: no"));
    let answer = |rubric: &Value, code: &str| {
        let found = list(rubric, "answers").iter().find(|answer| answer["code"] == code);
        let said = |what: &Value| what.as_str().unwrap_or("").to_owned();
        found.map_or(("not stated".to_owned(), String::new()), |found| (said(&found["answer"]), said(&found["because"][0])))
    };
    assert_eq!(answer(&rubric, "XAVP"), ("yes".to_owned(), "unit.app.usb.exposure = with physical access".to_owned()));
    assert_eq!(answer(&rubric, "XAVW"), ("no".to_owned(), "unit.app.usb.medium = wired".to_owned()));
    assert_eq!(answer(&rubric, "XUI").0, "not stated");
    assert_eq!(rubric["proposal"], Value::Null, "not everything is answered");
    let text = device("preconditions: [credential]", "", "authenticated_access: no");
    let whole = text.replace("\"Controller\" : Firmware {", "\"Controller\" : Firmware { isolated: yes\n");
    let rubric = of(&whole);
    assert_eq!(answer(&rubric, "XPRZ").0, "yes");
    assert_eq!(answer(&rubric, "XCT, XIT, XAT").0, "yes: integrity high");
    assert_eq!(text_of(&rubric["proposal"]), "CVSS:3.1/AV:P/AC:L/PR:L/UI:N/S:U/C:N/I:H/A:N");
}

/// Nothing is known of what happens behind it: no vector without an effect is proposed.
#[test]
fn a_port_without_data_has_no_vector_without_an_effect() {
    let source = device("preconditions: [credential]", "", "authenticated_access: no")
        .replace("\"Controller\" : Firmware {", "\"Controller\" : Firmware { isolated: yes\n")
        .replace("flow enter: nurse -> unit.app.usb over UsbMass { carries: [dose] }", "");
    let report = Model::of(&source).report();
    let rubric = list(&report, "rubrics").iter().find(|rubric| rubric["threat"] == ID).unwrap();
    assert!(!list(rubric, "answers").is_empty());
    assert_eq!(rubric["proposal"], Value::Null);
    let behind = source + "store kept : FlashStore { holds: [dose] }\nflow keep: unit.app -> kept { carries: [dose] }\n";
    let report = Model::of(&behind).report();
    let rubric = list(&report, "rubrics").iter().find(|rubric| rubric["threat"] == ID).unwrap();
    assert_eq!(text_of(&rubric["proposal"]), "CVSS:3.1/AV:P/AC:L/PR:L/UI:N/S:U/C:N/I:H/A:N");
    assert_eq!(text(&threat(&report, ID)["risk_before"], "severity"), "critical", "and the harms are those of its owner");
}

fn text_of(vector: &Value) -> &str {
    vector["vector"].as_str().unwrap_or("none")
}

#[test]
fn explain_tells_every_step_and_the_rubric() {
    let model = Model::of(&device("preconditions: [credential]", "measure: protective, status: verified", "controls: [login]"));
    let page = model.ward(&["explain", ID]);
    for part in [
        "Risk before controls:",
        "the attacker needs a valid login, key or paired device: 1 step lower → exploitability low",
        "Risk after controls and decisions:",
        "Harm: critical, hazard HZ-1 (enter → dose → harmed)",
        "Rated by: Exploitability by severity, Ward's default (ward_default, version 1.0)",
        "acceptable: low and medium",
        "Several patients at once: no",
        "XAVP",
    ] {
        assert!(page.printed.contains(part), "{part} in\n{}", page.printed);
    }
}

// ------------------------------------------------------------ schemes

#[test]
fn a_scheme_of_the_model_replaces_the_librarys() {
    let model = Model::example("inhaler");
    let report = model.report();
    let scheme = &report["scheme"];
    assert_eq!((text(scheme, "id"), text(scheme, "version")), ("company", "SOP-SEC-04 rev. C"));
    assert_eq!(list(scheme, "matrix").len(), 5);
    assert!(list(scheme, "matrix").iter().all(|row| list(row, "levels").len() == 5));
    for threat in list(&report, "threats") {
        assert!(text(&threat["risk_before"], "exploitability").starts_with('E'), "{threat}");
    }
    let before: Vec<String> =
        list(&report, "threats").iter().map(|threat| format!("{} {}", threat["id"], threat["state"])).collect();
    model.edit("inhaler.tm", "import \"risk.tm\"", "");
    let without = model.report();
    assert_eq!(text(&without["scheme"], "id"), "ward_default");
    let after: Vec<String> =
        list(&without, "threats").iter().map(|threat| format!("{} {}", threat["id"], threat["state"])).collect();
    assert_eq!(before, after, "which threats there are does not hang on how they are rated");
}

// ------------------------------------------------------------ checklist F, on both examples

/// F1, F2, F3, F4 and F5 of the checklist.
#[test]
fn the_examples_have_what_a_reviewer_looks_for() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let report = model.report();
        assert!(!text(&report["scheme"], "policy").is_empty() && !text(&report["scheme"], "version").is_empty());
        for threat in list(&report, "threats") {
            let id = text(threat, "id");
            for when in ["risk_before", "risk_after"] {
                assert!(!text(&threat[when], "exploitability").is_empty(), "{name}: {id} {when}");
            }
            assert!(!list(threat, "risk_steps").is_empty(), "{name}: {id} says how it was rated");
            assert!(threat["multi_patient"]["several"].is_boolean() || !list(&threat["multi_patient"], "facts").is_empty());
            for harm in list(threat, "harms") {
                let asked = find(&report, "questions", &format!("{}.hazard", text(harm, "id"))).is_some();
                assert!(harm["hazard"].is_string() || asked, "{name}: {id} {harm}");
            }
        }
        let page = model.ward(&["emit", "threats", "-o", "-"]).printed;
        for part in [
            "## How risk was rated",
            "Declared policy",
            "## Hazards of the safety risk file and the threats that can lead to them",
            "## Overall residual security risk",
            "Date and signature",
        ] {
            assert_eq!(page.matches(part).count(), 1, "{name}: {part}");
        }
        let (_, hazards) = page.split_once("## Hazards of the safety risk file").unwrap();
        for threat in list(&report, "threats") {
            for harm in list(threat, "harms") {
                assert!(hazards.contains(harm["hazard"].as_str().unwrap_or("not stated")), "{name}: back from {harm}");
            }
        }
        assert!(!page.contains("probability of"), "{name}: never a probability");
    }
}
