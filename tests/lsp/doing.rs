//! Changing a model: renaming, formatting, and what can be done about a message.

use serde_json::{Value, json};

use super::client::{Client, edited, position};
use super::reading::pump;
use crate::kit::Model;

/// The files of a model after an edit of the workspace.
fn changed(model: &Model, edit: &Value) -> Vec<(String, String)> {
    let changes = edit["documentChanges"].as_array().expect("changes");
    changes
        .iter()
        .map(|change| {
            let address = change["textDocument"]["uri"].as_str().expect("an address");
            let file = address.rsplit('/').next().expect("a name").to_owned();
            let text = edited(&model.read(&file), &change["edits"]);
            (file, text)
        })
        .collect()
}

fn apply(model: &Model, edit: &Value) {
    for (file, text) in changed(model, edit) {
        model.write(&file, &text);
    }
}

fn rename(model: &Model, file: &str, at: &str, new: &str) -> Result<Value, String> {
    let mut client = Client::new();
    let address = client.open_file(model, file);
    let mut params = Client::at(&address, &model.read(file), at);
    params["newName"] = new.into();
    client.try_ask("textDocument/rename", params).map_err(|error| error.message)
}

#[test]
fn a_new_name_reaches_every_file_and_identities_stay() {
    let model = pump();
    model.edit("m.tm", "controls: [tls]", "encrypted: no, authentication: none");
    model.append("bay.tm", "respond SPF01 @ order { accept: \"x\", approved_by: \"y\" }\nextend unit.app.lan { label: \"d\" }");
    let before = model.report();
    let edit = rename(&model, "m.tm", "port la", "network").expect("it can be renamed");
    apply(&model, &edit);
    let edit = rename(&model, "m.tm", "flow ord", "rate_order").expect("it can be renamed");
    apply(&model, &edit);
    let (main, bay) = (model.read("m.tm"), model.read("bay.tm"));
    assert!(main.contains("port network") && main.contains("-> unit.app.network over"), "{main}");
    assert!(main.contains("was: unit.app.lan") && main.contains("was: order"), "{main}");
    assert!(bay.contains("respond SPF01 @ rate_order") && bay.contains("extend unit.app.network"), "{bay}");
    let ids = |report: &Value| -> Vec<String> { crate::kit::ids(report, "threats").into_iter().map(str::to_owned).collect() };
    assert_eq!(ids(&model.report()), ids(&before), "findings are known as before");
}

#[test]
fn types_values_and_variables_are_renamed_too() {
    let model = pump();
    model.append(
        "m.tm",
        "enum mood { calm, loud }\nattribute process.mood : mood\nextend unit.motor { mood: calm }\ntype Ours : EmbeddedLinux { mood: loud }\n\
         rule MY01 \"{p} is loud\" : Tampering {\n    for process p\n    applies when p.mood == loud\n    statement: \"{p.mood} {p}\"\n}",
    );
    for (at, new) in [
        ("enum moo", "temper"),
        ("{ calm, lou", "noisy"),
        ("type Our", "Mine"),
        ("for process p", "q"),
        ("attribute process.moo", "humour"),
    ] {
        let edit = rename(&model, "m.tm", at, new).unwrap_or_else(|reason| panic!("{at}: {reason}"));
        apply(&model, &edit);
    }
    let text = model.read("m.tm");
    for part in [
        "enum temper { calm, noisy }",
        "process.humour : temper",
        "type Mine",
        "\"{q} is loud\"",
        "q.humour == noisy",
        "{q.humour} {q}",
        "{ humour: noisy }",
    ] {
        assert!(text.contains(part), "`{part}` is not in {text}");
    }
    assert_eq!(model.ward(&["check"]).status, 0, "{}", model.ward(&["check"]).said);
}

#[test]
fn a_scheme_follows_its_scales() {
    let model = Model::example("inhaler");
    let rated = || -> Vec<String> {
        let threats = model.json(&["list", "threats", "--format", "json"]);
        let rows = threats.as_array().expect("threats").iter();
        rows.map(|row| format!("{} {} {} {}", row["id"], row["risk"], row["exploitability"], row["severity"])).collect()
    };
    let before = rated();
    for (at, new) in
        [("scale eas", "effort"), ("\n    e1", "rare"), ("acceptable:     [gree", "fine"), ("level:          verdic", "outcome")]
    {
        let edit = rename(&model, "risk.tm", at, new).unwrap_or_else(|reason| panic!("{at}: {reason}"));
        apply(&model, &edit);
    }
    let text = model.read("risk.tm");
    for part in [
        "scale effort \"",
        "exploitability: effort",
        "internal: rare",
        "scale outcome ",
        "acceptable:     [fine]",
        "s1: [fine, fine,",
    ] {
        assert!(text.contains(part), "`{part}` is not in {text}");
    }
    assert!(!text.contains("green,") && !text.contains("verdict"), "{text}");
    assert_eq!(rated(), before);
}

#[test]
fn what_cannot_be_renamed_is_refused_with_a_reason() {
    let model = pump();
    for (at, new, reason) in [
        (": Ethernet", "X", "declared in the library"),
        ("port la", "9", "is no name"),
        ("port la", "yes", "means something else"),
        ("process ap", "motor", "`motor` exists already, at m.tm:13"),
        ("import \"bay", "x", "a file is renamed"),
        ("{ vers", "x", "declared in the library"),
        ("boundary un", "bay", "exists already"),
    ] {
        let refused = rename(&model, "m.tm", at, new).expect_err(at);
        assert!(refused.contains(reason), "{at}: {refused}");
    }
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let text = model.read("m.tm");
    let prepared = client.ask("textDocument/prepareRename", Client::at(&address, &text, "port la"));
    assert_eq!(prepared["placeholder"], "lan");
    assert!(client.try_ask("textDocument/prepareRename", Client::at(&address, &text, ": Ethernet")).is_err());
}

#[test]
fn formatting_is_that_of_the_program() {
    let model = pump();
    let mut client = Client::new();
    let text = "system  s{ a :1 }   // c  \n\n\n\nactor  b\nactor long  \"\u{1f600}\":X\n   ";
    client.open("untitled:x", text);
    let options = json!({ "tabSize": 2, "insertSpaces": true });
    let edits = client.ask("textDocument/formatting", json!({ "textDocument": { "uri": "untitled:x" }, "options": options }));
    assert_eq!(edited(text, &edits), ward::format::format(text));
    let range = json!({ "start": { "line": 4, "character": 3 }, "end": { "line": 4, "character": 8 } });
    let params = json!({ "textDocument": { "uri": "untitled:x" }, "options": options, "range": range });
    let edits = client.ask("textDocument/rangeFormatting", params);
    let after = edited(text, &edits);
    assert!(after.contains("\nactor b\n") && after.starts_with("system  s{ a :1 }   // c  \n"), "{after}");
    let broken = "actor  b {";
    client.change("untitled:x", broken);
    let edits = client.ask("textDocument/formatting", json!({ "textDocument": { "uri": "untitled:x" }, "options": options }));
    assert_eq!(edits, json!([]));
    let address = client.open_file(&model, "m.tm");
    model.write("m.tm", &ward::format::format(&model.read("m.tm")));
    client.change(&address, &model.read("m.tm"));
    let edits = client.ask("textDocument/formatting", json!({ "textDocument": { "uri": address }, "options": options }));
    assert_eq!(edits, json!([]), "what is canonical stays");
}

fn actions(model: &Model, at: &str) -> Vec<(String, Value)> {
    let mut client = Client::new();
    let address = client.open_file(model, "m.tm");
    let point = position(&model.read("m.tm"), at);
    let params = json!({
        "textDocument": { "uri": address }, "range": { "start": point, "end": point }, "context": { "diagnostics": [] },
    });
    let found = client.ask("textDocument/codeAction", params);
    let all = found.as_array().cloned().unwrap_or_default();
    all.into_iter().map(|action| (action["title"].as_str().expect("a title").to_owned(), action["edit"].clone())).collect()
}

#[track_caller]
fn choose(model: &Model, at: &str, title: &str) {
    let all = actions(model, at);
    let found = all.iter().find(|(known, _)| known.starts_with(title));
    let (_, edit) =
        found.unwrap_or_else(|| panic!("`{title}` is not among {:?}", all.iter().map(|(title, _)| title).collect::<Vec<_>>()));
    apply(model, edit);
}

#[test]
fn the_nearest_name_and_the_missing_import_are_a_click_away() {
    let model = pump();
    model.edit("m.tm", "EthernetPort", "EthernetProt");
    choose(&model, ": Ethernet", "Change to `EthernetPort`");
    assert!(model.read("m.tm").contains(": EthernetPort {"));
    let model = Model::of("");
    model.write("ward.toml", "[model]\nroot = \"m.tm\"\npacks = []\n");
    model.write("m.tm", "actor a : ClinicalUser\n");
    choose(&model, ": Clinical", "Import `std.people`");
    assert_eq!(model.read("m.tm"), "import std.people\nactor a : ClinicalUser\n");
    assert_eq!(model.ward(&["check"]).status, 0);
}

#[test]
fn an_open_threat_gets_its_decision_and_a_question_its_answer() {
    let model = pump();
    model.edit("m.tm", "controls: [tls]", "encrypted: no, authentication: none");
    choose(&model, "flow ord", "Write a decision on SPF01");
    let text = model.read("m.tm");
    assert!(text.contains("respond SPF01 @ order {") && text.contains("evidence:"), "{text}");
    let model = pump();
    let questions = model.json(&["list", "questions", "--format", "json"]);
    let asked = questions.as_array().expect("rows").iter().filter_map(|row| row["id"].as_str());
    let asked: Vec<String> = asked.filter(|id| id.starts_with("unit.motor.")).map(str::to_owned).collect();
    let titles: Vec<String> = actions(&model, "process mot").into_iter().map(|(title, _)| title).collect();
    let offered =
        asked.iter().filter(|id| titles.iter().any(|title| title.contains(&format!("`{}: ", &id["unit.motor.".len()..]))));
    assert!(offered.count() > 0, "{asked:?} {titles:?}");
    let first = titles
        .iter()
        .find(|title| title.starts_with("State `") && title.contains(": yes` (asked by "))
        .expect("one can be answered")
        .clone();
    choose(&model, "process mot", &first);
    let line = first.trim_start_matches("State `").split('`').next().expect("a line");
    assert!(
        model.read("m.tm").contains(&format!("process motor \"Motor\" : Firmware {{ {line} }}")),
        "{line}\n{}",
        model.read("m.tm")
    );
}

#[test]
fn a_type_is_extracted() {
    let model = pump();
    model.edit(
        "m.tm",
        "{ purpose: \"Rate.\" }",
        "{\n            purpose: \"Rate.\"\n            access:  service\n            default: disabled\n        }",
    );
    choose(&model, "port la", "Extract a type");
    let text = model.read("m.tm");
    assert!(
        text.contains("type Lan : EthernetPort {\n    access:  service\n    default: disabled\n}\n\nboundary unit"),
        "{text}"
    );
    assert!(text.contains(": Lan {\n            purpose: \"Rate.\"\n        }"), "{text}");
    assert_eq!(model.ward(&["check"]).status, 0, "{}", model.ward(&["check"]).said);
}

#[test]
fn lenses_count_and_respond() {
    let model = pump();
    model.edit("m.tm", "controls: [tls]", "encrypted: no, authentication: none");
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let lenses = client.ask("textDocument/codeLens", json!({ "textDocument": { "uri": address } }));
    let of_order: Vec<&Value> =
        lenses.as_array().expect("lenses").iter().filter(|lens| lens["command"]["arguments"][1] == "order").collect();
    assert_eq!(of_order.len(), 2, "{of_order:?}");
    assert!(of_order[0]["command"]["title"].as_str().is_some_and(|title| title.contains("open threat")), "{of_order:?}");
    let command = &of_order[1]["command"];
    client.ask("workspace/executeCommand", json!({ "command": command["command"], "arguments": command["arguments"] }));
    client.settle();
    let asked = client.asked.last().expect("the editor is asked to change a text");
    assert_eq!(asked.method, "workspace/applyEdit");
    let after = changed(&model, &asked.params["edit"]);
    assert!(after[0].1.contains("respond SPF01 @ order {"), "{after:?}");
    let nonsense = client.try_ask("workspace/executeCommand", json!({ "command": "ward.respond", "arguments": [1] }));
    assert_eq!(nonsense.expect_err("no element").code, -32602);
}
