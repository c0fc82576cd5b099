//! Messages while one types: those of `ward check`, on unsaved texts, in every file of the model.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::client::{Client, slice, uri};
use crate::kit::Model;

const PUMP: &str = "system pump \"Pump\" { version: \"1\" }
boundary unit \"Unit\" : DeviceEnclosure {
    process app \"App\" : EmbeddedLinux {
        port lan \"LAN\" : EthernetPort { purpose: \"Updates.\" }
    }
}
boundary bay \"Bay\" : HospitalNetwork { external station \"Station\" : HospitalServer }
data rate \"Rate\" : TherapySettings
flow order \"Order\": bay.station -> unit.app.lan over Mqtt { carries: [rate], encrypted: no, authentication: none }
";

fn severities(messages: &[Value], severity: u64) -> usize {
    messages.iter().filter(|message| message["severity"] == severity).count()
}

#[test]
fn messages_follow_the_text_and_not_the_disk() {
    let model = Model::of(PUMP);
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    client.settle();
    assert_eq!(severities(&client.messages[&address], 1), 0, "{:?}", client.messages);
    assert!(severities(&client.messages[&address], 3) > 0, "open threats are information");
    let text = model.read("m.tm").replace("EthernetPort", "EthernetProt");
    client.change(&address, &text);
    client.settle();
    let wrong = &client.messages[&address];
    assert_eq!(client.codes(&address), ["TM0206"], "{wrong:?}");
    assert_eq!(slice(&text, &wrong[0]["range"]), "EthernetProt");
    assert_eq!(wrong[0]["data"]["replace"], "EthernetPort");
    assert_eq!(wrong[0]["codeDescription"]["href"], "ward-std:/explain/TM0206.md");
    client.close(&address);
    client.settle();
    assert_eq!(client.messages[&address], Vec::<Value>::new(), "what nobody works on is not spoken of");
}

#[test]
fn texts_that_do_not_parse_have_messages_and_places_are_counted_in_units() {
    let model = Model::of("");
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let text = "actor a \"\u{1f600}e\u{301}\" : , x: @\nactor b {";
    client.change(&address, text);
    client.settle();
    let messages = &client.messages[&address];
    let places: Vec<&str> = messages.iter().map(|message| slice(text, &message["range"])).collect();
    assert_eq!(client.codes(&address), ["TM0002", "TM0209", "TM0001", "TM0003"], "{messages:?}");
    assert_eq!(places, [":", "x", "@", "{"], "{messages:?}");
    assert_eq!(messages[0]["range"]["start"]["character"], 15, "an emoji is two units, an accent one");
}

#[test]
fn open_threats_are_information_and_name_their_rule() {
    let model = Model::of(PUMP);
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    client.settle();
    let printed = model.json(&["list", "threats", "--format", "json"]);
    let open: Vec<&Value> = printed.as_array().expect("rows").iter().filter(|row| row["state"] == "open").collect();
    let shown: Vec<&Value> = client.messages[&address].iter().filter(|message| message["severity"] == 3).collect();
    assert_eq!(shown.len(), open.len());
    let text = model.read("m.tm");
    let spoofed = shown.iter().find(|message| message["data"]["finding"].as_str().is_some_and(|id| id == "SPF01@order"));
    let spoofed = spoofed.expect("nobody knows who sends");
    assert_eq!(slice(&text, &spoofed["range"]), "order");
    let href = spoofed["codeDescription"]["href"].as_str().expect("a link to the rule");
    assert!(href.starts_with("ward-std:/") && href.contains(".tm#L"), "{href}");
}

#[test]
fn the_gate_refuses_as_an_error() {
    let model = Model::of(PUMP);
    model.write("ward.toml", "[model]\nroot = \"m.tm\"\n[gate]\nopen_at_or_above = \"any\"\n");
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    client.settle();
    let refusal = client.messages[&address].iter().find(|message| message["code"] == "gate").expect("a refusal");
    assert_eq!(refusal["severity"], 1);
    assert_eq!(slice(&model.read("m.tm"), &refusal["range"]), "pump");
    assert!(refusal["message"].as_str().is_some_and(|text| text.starts_with("refused: ")), "{refusal}");
}

#[test]
fn a_broken_manifest_is_told_at_its_place() {
    let model = Model::of(PUMP);
    model.write("ward.toml", "[model]\nroute = \"m.tm\"\n");
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    client.settle();
    let manifest = uri(&model.path().join("ward.toml"));
    assert_eq!(client.codes(&manifest), ["TM0501"], "{:?}", client.messages);
    assert_eq!(slice(&model.read("ward.toml"), &client.messages[&manifest][0]["range"]), "route");
    assert!(!client.messages[&address].is_empty(), "the model is compiled without it");
    // saved anew, it is read again
    model.write("ward.toml", "[model]\nroot = \"m.tm\"\n");
    client.tell("textDocument/didSave", json!({ "textDocument": { "uri": manifest } }));
    client.settle();
    assert_eq!(client.codes(&manifest), [""; 0], "{:?}", client.messages);
}

#[test]
fn a_mistake_in_one_file_shows_in_another() {
    let model = Model::example("inhaler");
    let mut client = Client::new();
    let home = client.open_file(&model, "home.tm");
    client.settle();
    assert_eq!(severities(&client.messages[&home], 1), 0);
    let text = model.read("home.tm");
    let boundary = text.lines().find(|line| line.starts_with("boundary ")).expect("a boundary").to_owned();
    let name = boundary.split(' ').nth(1).expect("a name");
    client.change(&home, &text.replacen(&format!("boundary {name}"), "boundary elsewhere", 1));
    client.settle();
    let others: Vec<&String> = client
        .messages
        .iter()
        .filter(|(address, all)| **address != home && severities(all, 1) > 0)
        .map(|(address, _)| address)
        .collect();
    assert!(!others.is_empty(), "files that nobody opened have messages, too: {:?}", client.messages.keys());
}

#[test]
fn without_a_manifest_the_file_that_imports_is_the_model() {
    let model = Model::of(PUMP);
    std::fs::remove_file(model.path().join("ward.toml")).expect("removed");
    model.append("m.tm", "import \"parts.tm\"\nflow f: unit.app -> helper over Spi");
    model.write("parts.tm", "boundary other \"Other\" : DeviceEnclosure { }\nprocess helper \"Helper\" : Firmware\n");
    let mut client = Client::new();
    let parts = client.open_file(&model, "parts.tm");
    let whole = client.open_file(&model, "m.tm");
    client.settle();
    assert!(client.codes(&parts).contains(&"TM0253".to_owned()), "{:?}", client.messages[&parts]);
    assert_eq!(severities(&client.messages[&whole], 1), 0, "{:?}", client.messages[&whole]);
    // not imported any more, it stands alone, and the model lacks it
    client.change(&whole, &model.read("m.tm").replace("import \"parts.tm\"", ""));
    client.settle();
    assert_eq!(client.codes(&whole), ["TM0201"], "{:?}", client.messages[&whole]);
    client.change(&whole, &model.read("m.tm"));
    client.settle();
    assert_eq!(severities(&client.messages[&whole], 1), 0, "{:?}", client.messages[&whole]);
}

#[test]
fn a_text_without_a_file_is_a_model_of_its_own() {
    let mut client = Client::new();
    client.open("untitled:Untitled-1", "import std.medical\nactor a : Nobody\n");
    client.settle();
    assert_eq!(client.codes("untitled:Untitled-1"), ["TM0206"]);
}

/// What `ward check` says of a model, as places and codes.
fn checked(model: &Model) -> Vec<(String, u64, u64, String)> {
    let run = model.ward(&["check", "--message-format", "json"]);
    let lines = run.printed.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut found: Vec<_> = lines
        .filter(|line| line["reason"] == "diagnostic")
        .map(|line| {
            let number = |key: &str| line[key].as_u64().unwrap_or(1) - 1;
            let file = line["file"].as_str().unwrap_or("m.tm").to_owned();
            (file, number("line"), number("column"), line["code"].as_str().unwrap_or_default().to_owned())
        })
        .collect();
    found.sort();
    found
}

/// What the editor shows of the compiler's messages.
fn shown(client: &Client, model: &Model) -> Vec<(String, u64, u64, String)> {
    let folder = format!("{}/", uri(model.path()));
    let mut found = Vec::new();
    for (address, messages) in &client.messages {
        for message in messages {
            let code = message["code"].as_str().unwrap_or_default();
            if !code.starts_with("TM") || code.len() != 6 {
                continue;
            }
            let start = &message["range"]["start"];
            let number = |key: &str| start[key].as_u64().expect("a number");
            let file = address.strip_prefix(&folder).expect("a file of the model").to_owned();
            found.push((file, number("line"), number("character"), code.to_owned()));
        }
    }
    found.sort();
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// After any edits the messages are those of a fresh check of the same text.
    #[test]
    fn edits_give_what_a_fresh_check_gives(edits in prop::collection::vec((0.0..1.0_f64, 0_usize..30, "[a-z{}:\\[\\]\" \n,.]{0,6}"), 1..8)) {
        let model = Model::of(PUMP);
        let mut client = Client::new();
        let address = client.open_file(&model, "m.tm");
        let mut text = model.read("m.tm");
        for (place, length, new) in edits {
            let start = (place * text.len() as f64) as usize;
            let end = (start + length).min(text.len());
            let at = |byte: usize| {
                let line = text[..byte].matches('\n').count();
                json!({ "line": line, "character": byte - text[..byte].rfind('\n').map_or(0, |at| at + 1) })
            };
            let range = json!({ "start": at(start), "end": at(end) });
            client.change_by(&address, json!([{ "range": range, "text": new }]));
            text.replace_range(start..end, &new);
        }
        client.settle();
        model.write("m.tm", &text);
        prop_assert_eq!(shown(&client, &model), checked(&model), "{}", text);
    }
}
