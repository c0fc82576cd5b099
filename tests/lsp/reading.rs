//! Reading a model: hover, definitions, references, outlines, links, folds and selections.

use serde_json::{Value, json};

use super::client::{Client, slice, uri};
use crate::kit::Model;

/// A model in two files.
pub(crate) fn pump() -> Model {
    let model = Model::of(
        "import \"bay.tm\"
/// Doses the drug.
system pump \"Pump\" { version: \"1\" }
/// What the nurse sets.
data rate \"Rate\" : TherapySettings
control tls \"TLS\" : MutualTls { status: verified, evidence: [\"V-1\"] }
boundary unit \"Unit\" : DeviceEnclosure {
    process app \"App\" : EmbeddedLinux {
        /// Takes the rate from the station.
        port lan \"LAN\" : EthernetPort { purpose: \"Rate.\" }
    }
    process motor \"Motor\" : Firmware
}
flow order \"Order\": bay.station -> unit.app.lan over Mqtt { carries: [rate], controls: [tls] }
flow drive: unit.app -> unit.motor over Spi { carries: [rate] }
",
    );
    model.write("bay.tm", "boundary bay \"Bay\" : HospitalNetwork {\n    external station \"Station\" : HospitalServer\n}\n");
    model
}

fn hover(client: &mut Client, address: &str, text: &str, at: &str) -> String {
    let shown = client.ask("textDocument/hover", Client::at(address, text, at));
    shown["contents"]["value"].as_str().unwrap_or_else(|| panic!("nothing at `{at}`: {shown}")).to_owned()
}

#[test]
fn hover_tells_what_is_known_and_why() {
    let model = pump();
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let text = model.read("m.tm");
    let port = hover(&mut client, &address, &text, "port la");
    for part in
        ["**port** `unit.app.lan` : `EthernetPort` · LAN", "Takes the rate from the station.", "default of the type", "m.tm:"]
    {
        assert!(port.contains(part), "`{part}` is not in {port}");
    }
    let flow = hover(&mut client, &address, &text, "flow ord");
    for part in ["provided by the control `tls`", "**Threats**"] {
        assert!(flow.contains(part), "`{part}` is not in {flow}");
    }
    assert!(hover(&mut client, &address, &text, ": Ethernet").starts_with("**type** `EthernetPort`"));
    let attribute = hover(&mut client, &address, &text, "{ purp");
    assert!(
        attribute.contains("**attribute** `element.purpose`: a text") && attribute.contains("Of `unit.app.lan` it is Rate."),
        "{attribute}"
    );
    let value = hover(&mut client, &address, &text, "status: veri");
    assert!(value.starts_with("**value** `verified` of `"), "{value}");
    assert!(hover(&mut client, &address, &text, "over Mq").contains("**type** `Mqtt`"));
    let threats = flow.find("**Threats**").zip(flow.find("where it comes from"));
    assert!(threats.is_some_and(|(threats, facts)| threats < facts), "what waits for an answer comes first: {flow}");
    assert!(
        hover(&mut client, &address, &text, "flow order \"Order\": bay.station -> unit.app.lan ov")
            .contains("**keyword** `over`")
    );
    assert!(hover(&mut client, &address, &text, "boun").contains("A zone of equal trust"));
    assert_eq!(client.ask("textDocument/hover", Client::at(&address, &text, "version: ")), Value::Null);
}

#[test]
fn definitions_lead_to_other_files_and_into_the_library() {
    let model = pump();
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let text = model.read("m.tm");
    let mut go = |at: &str| client.ask("textDocument/definition", Client::at(&address, &text, at));
    let station = go("order \"Order\": bay.stat");
    assert_eq!(station["uri"], uri(&model.path().join("bay.tm")));
    assert_eq!(slice(&model.read("bay.tm"), &station["range"]), "station");
    assert_eq!(slice(&text, &go("-> unit.app.la")["range"]), "lan");
    let of = go(": Ethernet");
    assert_eq!(of["uri"], "ward-std:/ports.tm");
    let library = client.ask("ward/library", json!({ "uri": of["uri"] }));
    assert_eq!(slice(library["text"].as_str().expect("a text"), &of["range"]), "EthernetPort");
    let page = client.ask("ward/library", json!({ "uri": "ward-std:/explain/TM0206.md" }));
    assert!(page["text"].as_str().is_some_and(|text| text.contains("TM0206")), "{page}");
    assert!(client.try_ask("ward/library", json!({ "uri": "ward-std:/none.tm" })).is_err());
    // a text of the library can be read like any other
    client.open("ward-std:/ports.tm", library["text"].as_str().expect("a text"));
    let params = json!({ "textDocument": { "uri": "ward-std:/ports.tm" }, "position": of["range"]["start"] });
    let shown = client.ask("textDocument/hover", params);
    assert!(shown["contents"]["value"].as_str().is_some_and(|text| text.contains("EthernetPort")), "{shown}");
}

#[test]
fn references_are_found_in_all_files() {
    let model = pump();
    model.append("bay.tm", "extend unit.app { description: \"x\" }");
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let text = model.read("m.tm");
    let mut count = |at: &str, declaration: bool| {
        let mut params = Client::at(&address, &text, at);
        params["context"] = json!({ "includeDeclaration": declaration });
        client.ask("textDocument/references", params).as_array().expect("places").len()
    };
    assert_eq!(count("process ap", true), 4);
    assert_eq!(count("process ap", false), 3);
    assert_eq!(count("data ra", true), 3);
    assert_eq!(count("control tl", false), 1);
    assert!(count(": Ethernet", true) >= 2, "uses in the library, too");
    let params = Client::at(&address, &text, "data ra");
    assert_eq!(client.ask("textDocument/documentHighlight", params).as_array().expect("places").len(), 3);
}

#[test]
fn outlines_nest_and_names_are_found_everywhere() {
    let model = pump();
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let outline = client.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": address } }));
    let names = |symbols: &Value| -> Vec<String> {
        symbols.as_array().expect("symbols").iter().map(|one| one["name"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(names(&outline), ["pump", "rate", "tls", "unit", "order", "drive"]);
    assert_eq!(names(&outline[3]["children"]), ["app", "motor"]);
    assert_eq!(names(&outline[3]["children"][0]["children"]), ["lan"]);
    assert_eq!(outline[4]["detail"], "bay.station -> unit.app.lan");
    let found = client.ask("workspace/symbol", json!({ "query": "uniapplan" }));
    assert_eq!(names(&found), ["lan"], "{found}");
    let found = client.ask("workspace/symbol", json!({ "query": "ethernetport" }));
    assert!(found.as_array().expect("symbols").iter().any(|one| one["location"]["uri"] == "ward-std:/ports.tm"), "{found}");
}

#[test]
fn imports_are_links() {
    let model = pump();
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let links = client.ask("textDocument/documentLink", json!({ "textDocument": { "uri": address } }));
    let targets: Vec<&str> = links.as_array().expect("links").iter().filter_map(|link| link["target"].as_str()).collect();
    assert_eq!(targets, ["ward-std:/medical.tm", &uri(&model.path().join("bay.tm"))]);
}

#[test]
fn folds_and_selections() {
    let mut client = Client::new();
    let text = "import std.a\nimport std.b\n// one\n// two\nactor a {\n    x: [\n        1,\n    ]\n}\n\"\"\" text\n\"\"\" {";
    client.open("untitled:x", text);
    let folds = client.ask("textDocument/foldingRange", json!({ "textDocument": { "uri": "untitled:x" } }));
    let lines: Vec<(u64, u64)> = folds
        .as_array()
        .expect("folds")
        .iter()
        .map(|fold| (fold["startLine"].as_u64().unwrap(), fold["endLine"].as_u64().unwrap()))
        .collect();
    assert_eq!(lines, [(0, 1), (2, 3), (4, 7), (5, 6), (9, 10)]);
    let model = pump();
    let address = client.open_file(&model, "m.tm");
    let text = model.read("m.tm");
    let at = super::client::position(&text, "over Mqtt { carries: [ra");
    let grown = client.ask("textDocument/selectionRange", json!({ "textDocument": { "uri": address }, "positions": [at] }));
    let mut steps = Vec::new();
    let mut step = &grown[0];
    while !step.is_null() {
        steps.push(slice(&text, &step["range"]));
        step = &step["parent"];
    }
    assert_eq!(steps[..3], ["rate", "[rate]", "carries: [rate]"]);
    assert!(steps[3].starts_with("flow order") && steps[4] == text, "{steps:?}");
}

#[test]
fn the_picture_is_that_of_what_the_cursor_is_in() {
    let model = pump();
    model.append("m.tm", "view overview \"Overview\" { of: [bay, unit] }");
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let text = model.read("m.tm");
    let picture = client.ask("ward/diagram", Client::at(&address, &text, "view over"));
    assert_eq!(picture["title"], "Overview");
    let svg = picture["svg"].as_str().expect("a drawing");
    for element in picture["elements"].as_array().expect("elements") {
        assert!(svg.contains(&format!("data-element=\"{}\"", element["path"].as_str().expect("a path"))), "{element}");
    }
    let lan = picture["elements"].as_array().and_then(|all| all.iter().find(|one| one["path"] == "unit.app.lan"));
    let lan = lan.expect("the socket is drawn");
    assert_eq!((lan["uri"].as_str(), slice(&text, &lan["range"])), (Some(&*address), "lan"));
    let inside = client.ask("ward/diagram", Client::at(&address, &text, "port la"));
    assert_eq!(inside["title"], "Unit", "the picture of the boundary around");
}

#[test]
fn the_picture_keeps_to_places_that_were_agreed_on() {
    let model = pump();
    model.append("m.tm", "view overview \"Overview\" { of: [bay, unit] }");
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let text = model.read("m.tm");
    let mut drawn = || client.ask("ward/diagram", Client::at(&address, &text, "view over"))["svg"].as_str().map(str::to_owned);
    let free = drawn();
    model.write("layout.toml", "[overview]\nbay = [900, 700, 260, 200]\n\"bay.station\" = [940, 760, 160, 90]\n");
    let pinned = drawn();
    assert_ne!(free, pinned);
    let emitted = model.ward(&["emit", "dfd", ".", "--view", "overview", "-o", "-"]);
    assert_eq!(pinned.as_deref(), Some(&*emitted.printed));
    model.write("layout.toml", "[overview]\nbay = [1, 2]\n");
    let refused = client.try_ask("ward/diagram", Client::at(&address, &text, "view over")).expect_err("no places");
    assert!(refused.message.starts_with("`layout.toml`: "), "{refused:?}");
}

#[test]
fn the_findings_of_a_model_are_listed() {
    let model = pump();
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let listed = client.ask("ward/threats", json!({ "textDocument": { "uri": address } }));
    let printed = model.json(&["list", "threats", "--format", "json"]);
    let ids = |rows: &Value| -> Vec<String> {
        rows.as_array().expect("rows").iter().map(|row| row["id"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(ids(&listed["threats"]), ids(&printed));
    let one = listed["threats"].as_array().and_then(|all| all.iter().find(|one| one["element"] == "order")).expect("a threat");
    assert_eq!(slice(&model.read("m.tm"), &one["range"]), "order");
}
