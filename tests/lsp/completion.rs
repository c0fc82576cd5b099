//! What is offered where the cursor stands, in texts that do not parse.

use serde_json::{Value, json};

use super::client::{Client, edited};
use super::reading::pump;
use crate::kit::Model;

/// What is offered at the end of a text, in the model of the pump.
struct Offered {
    labels: Vec<String>,
    items: Vec<Value>,
    text: String,
}

#[track_caller]
fn offered(model: &Model, typed: &str) -> Offered {
    offered_to(Client::new(), model, typed, "")
}

/// The same in front of something that stands there already.
#[track_caller]
fn offered_before(model: &Model, typed: &str, rest: &str) -> Offered {
    offered_to(Client::new(), model, typed, rest)
}

#[track_caller]
fn offered_to(mut client: Client, model: &Model, typed: &str, rest: &str) -> Offered {
    let before = model.read("m.tm");
    let address = client.open_file(model, "m.tm");
    client.settle();
    let start = format!("{before}{typed}");
    let text = format!("{start}{rest}");
    client.change(&address, &text);
    // one who looks at what was typed before asking: the model is compiled with it
    client.settle();
    let line = start.matches('\n').count();
    let character = start.len() - start.rfind('\n').map_or(0, |at| at + 1);
    let params = json!({ "textDocument": { "uri": address }, "position": { "line": line, "character": character } });
    let list = client.ask("textDocument/completion", params);
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let labels = items.iter().map(|item| item["label"].as_str().expect("a label").to_owned()).collect();
    Offered { labels, items, text }
}

impl Offered {
    #[track_caller]
    fn has(&self, wanted: &[&str]) -> &Self {
        for label in wanted {
            assert!(self.labels.iter().any(|known| known == label), "`{label}` is not offered: {:?}", self.labels);
        }
        self
    }

    #[track_caller]
    fn lacks(&self, unwanted: &[&str]) -> &Self {
        for label in unwanted {
            assert!(!self.labels.iter().any(|known| known == label), "`{label}` is offered: {:?}", self.labels);
        }
        self
    }

    fn item(&self, label: &str) -> &Value {
        self.items.iter().find(|item| item["label"] == label).expect("it is offered")
    }

    /// The text after an item was chosen.
    fn after(&self, label: &str) -> String {
        edited(&self.text, &json!([self.item(label)["textEdit"]]))
    }
}

#[test]
fn members_are_keywords_and_attributes_that_fit() {
    let model = pump();
    offered(&model, "").has(&["boundary", "flow", "respond", "import", "test"]).lacks(&["port", "clause", "expect"]);
    let port = offered(&model, "process x : EmbeddedLinux {\n    port y : EthernetPort {\n        label: \"L\"\n        ");
    port.has(&["purpose", "access"]).lacks(&["label", "carries", "boundary", "port"]);
    let purpose = port.item("purpose");
    assert_eq!(purpose["textEdit"]["newText"], "purpose: \"$0\"");
    let help = purpose["documentation"]["value"].as_str().expect("documentation");
    assert!(help.contains("What the element is for") && help.contains("*What is the purpose of this element?*"), "{help}");
    assert!(!help.contains("{self}"), "{help}");
    assert_eq!(port.item("access")["detail"], "public, user, service or factory");
    offered(&model, "process x {\n  po").has(&["port"]);
    offered(&model, "extend unit.app.lan {\n  ").has(&["purpose"]).lacks(&["carries"]);
    offered(&model, "rule R \"R\" : Spoofing {\n  for flow f\n  ").has(&["applies when", "mitigated when", "statement"]);
    offered(&model, "test \"t\" {\n  ").has(&["expect", "boundary"]);
    offered(&model, "type T : port {\n  ").has(&["purpose"]);
    offered(&model, "respond SPF01 @ order {\n  ").has(&["accept", "mitigate", "until"]);
}

#[test]
fn values_are_those_the_attribute_takes() {
    let model = pump();
    offered(&model, "control c { status: ").has(&["planned", "implemented", "verified"]).lacks(&["yes"]);
    offered(&model, "flow f: unit.app -> unit.motor { encrypted: ").has(&["yes", "no", "unknown"]).lacks(&["verified"]);
    offered(&model, "flow f: unit.app -> unit.motor { carries: [").has(&["rate"]).lacks(&["unit.app", "tls"]);
    offered(&model, "flow f: unit.app -> unit.motor { carries: [rate, ").has(&["rate"]);
    offered(&model, "rule R : Spoofing { fix: [").has(&["MutualTls"]).lacks(&["EthernetPort"]);
    offered(&model, "flow f: unit.app -> unit.motor { description: \"a ").lacks(&["rate", "yes"]);
    offered(&model, "actor a \"A\" // : ").lacks(&["yes"]);
}

#[test]
fn paths_lead_from_outside_in() {
    let model = pump();
    offered(&model, "flow f: ").has(&["bay.station", "unit.app", "unit.app.lan"]).lacks(&["rate", "tls"]);
    let end = offered(&model, "flow f: bay.station -> unit.app.l");
    end.has(&["unit.app.lan"]);
    assert!(end.after("unit.app.lan").ends_with("flow f: bay.station -> unit.app.lan"), "{}", end.text);
    offered(&model, "flow f: bay.station -> unit.app.lan over ").has(&["Mqtt", "Https"]).lacks(&["EthernetPort"]);
    offered(&model, "extend ").has(&["unit", "unit.app"]);
    offered(&model, "boundary other : DeviceEnclosure {\n  process p : ")
        .has(&["EmbeddedLinux"])
        .lacks(&["EthernetPort", "Mqtt"]);
}

#[test]
fn decisions_name_what_is_open() {
    let model = pump();
    model.edit("m.tm", "controls: [tls]", "encrypted: no, authentication: none");
    let rules = offered(&model, "respond ");
    rules.has(&["SPF01"]);
    assert!(
        rules.item("SPF01")["detail"].as_str().is_some_and(|detail| detail.contains("open threat")),
        "{}",
        rules.item("SPF01")
    );
    let elements = offered(&model, "respond SPF01 @ ");
    elements.has(&["order"]).lacks(&["unit.motor", "rate"]);
    assert_eq!(elements.item("order")["detail"], "open");
    let help = rules.item("SPF01")["documentation"]["value"].as_str().expect("documentation");
    assert!(help.contains("`f.source`") && !help.contains('{'), "{help}");
    let help = rules.item("TAM18")["documentation"]["value"].as_str().expect("documentation");
    assert!(help.contains("and `p` `p.prevents`."), "{help}");
}

#[test]
fn what_belongs_behind_a_word_is_written_once() {
    let model = pump();
    let port = "process x : EmbeddedLinux {\n    port y : EthernetPort {\n        lab";
    assert!(offered(&model, port).after("label").ends_with("        label: \"$0\""));
    for (rest, expected) in [
        (": \"L\"\n", "label: \"L\"\n"),
        ("    : \"L\"", "label    : \"L\""),
        (" }", "label: \"$0\" }"),
        (" // remark", "label: \"$0\" // remark"),
    ] {
        let found = offered_before(&model, port, rest);
        let after = found.after("label");
        assert!(after.ends_with(&format!("        {expected}")), "{after}");
    }
}

#[test]
fn what_is_chosen_can_be_gone_on_with() {
    let model = pump();
    let typed = "process x : EmbeddedLinux {\n    port y : EthernetPort {\n        ";
    assert_eq!(offered(&model, typed).item("access")["command"], Value::Null, "an editor that does not know the command");
    let mut abilities = super::client::abilities();
    abilities["experimental"] = json!({ "commands": ["ward.suggest"] });
    abilities["textDocument"]["completion"]["completionItem"]["labelDetailsSupport"] = json!(true);
    let able = offered_to(Client::with(abilities), &model, typed, "");
    assert_eq!(able.item("access")["command"]["command"], "ward.suggest");
    assert_eq!(able.item("purpose")["command"], Value::Null, "a text is not chosen from anything");
    assert_eq!(able.item("purpose")["labelDetails"]["description"], "a text");
}

#[test]
fn what_threats_hang_on_comes_first() {
    let model = pump();
    let questions = model.json(&["list", "questions", "--format", "json"]);
    let asked: Vec<&str> =
        questions.as_array().expect("rows").iter().filter_map(|row| row["id"].as_str()?.strip_prefix("unit.motor.")).collect();
    let typed = "extend unit.motor {\n    ";
    let found = offered(&model, typed);
    assert!(!asked.is_empty() && asked.contains(&found.labels[0].as_str()), "{asked:?} {:?}", &found.labels[..5]);
}

#[test]
fn words_of_the_language_are_explained() {
    let model = pump();
    let file = offered(&model, "");
    assert!(file.item("flow")["documentation"]["value"].as_str().is_some_and(|text| text.contains("from one end to another")));
    assert!(file.item("process")["textEdit"]["newText"].as_str().is_some_and(|text| text.contains(": ${3:Type}")));
    let condition = offered(&model, "rule R \"R\" : Spoofing {\n    for flow f\n    applies when ");
    assert_eq!(condition.item("reaches")["detail"], "reaches(a, b)");
    assert_eq!(condition.item("reaches")["textEdit"]["newText"], "reaches($0)");
}

#[test]
fn imports_are_modules_and_files() {
    let model = pump();
    let modules = offered(&model, "import std.me");
    modules.has(&["std.medical"]);
    assert!(modules.after("std.medical").ends_with("import std.medical"));
    offered(&model, "import \"").has(&["bay.tm"]).lacks(&["m.tm"]);
}

#[test]
fn conditions_know_their_variable() {
    let model = pump();
    let rule = "rule R \"R\" : Spoofing {\n    for flow f\n    applies when ";
    offered(&model, rule).has(&["f", "count"]);
    offered(&model, &format!("{rule}f.")).has(&["crosses", "encrypted", "target"]).lacks(&["purpose_of_nobody"]);
    offered(&model, &format!("{rule}f.target.")).has(&["exposure"]);
    offered(&model, &format!("{rule}f.authentication == ")).has(&["none", "mutual"]);
}
