//! Hello, goodbye, and what no editor should send.

use serde_json::{Value, json};
use ward::lsp::Ended;

use super::client::{Client, abilities, uri};
use super::reading::pump;
use crate::kit::Model;

#[test]
fn a_conversation_begins_and_ends() {
    let client = Client::new();
    assert_eq!(client.hello["serverInfo"]["name"], "ward");
    assert_eq!(client.hello["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(client.leave(), Ended::Orderly);
    assert_eq!(Client::new().vanish(), Ended::Abruptly);
    let mut client = Client::new();
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), Ended::Abruptly);
}

#[test]
fn bytes_are_counted_where_the_editor_offers_it() {
    let mut offered = abilities();
    offered["general"]["positionEncodings"] = json!(["utf-16", "utf-8"]);
    let client = Client::with(offered);
    assert_eq!(client.hello["capabilities"]["positionEncoding"], "utf-8");
    assert_eq!(client.leave(), Ended::Orderly);
}

#[test]
fn nothing_is_answered_before_hello_and_after_goodbye() {
    let mut client = Client::silent();
    let refused = client.try_ask("textDocument/hover", json!({})).expect_err("too early");
    assert_eq!(refused.code, -32002);
    let refused = client.try_ask("initialize", json!({ "capabilities": 1 })).expect_err("no parameters");
    assert_eq!(refused.code, -32602);
    client.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    assert_eq!(client.try_ask("initialize", json!({ "capabilities": {} })).expect_err("twice").code, -32600);
    client.ask("shutdown", Value::Null);
    assert_eq!(client.try_ask("workspace/symbol", json!({ "query": "" })).expect_err("too late").code, -32600);
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), Ended::Orderly);
}

/// Requests that the server answers about a text.
const ABOUT_TEXTS: [&str; 18] = [
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/documentSymbol",
    "textDocument/documentLink",
    "textDocument/foldingRange",
    "textDocument/selectionRange",
    "textDocument/completion",
    "textDocument/prepareRename",
    "textDocument/rename",
    "textDocument/formatting",
    "textDocument/rangeFormatting",
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/inlayHint",
    "textDocument/semanticTokens/full",
    "ward/threats",
];

/// Parameters that fit every request about a text.
fn anything(address: &str, line: u32, character: u32) -> Value {
    let position = json!({ "line": line, "character": character });
    let range = json!({ "start": position, "end": { "line": 0, "character": 0 } });
    json!({
        "textDocument": { "uri": address }, "position": position, "positions": [position], "range": range,
        "context": { "includeDeclaration": true, "diagnostics": [], "triggerKind": 1 }, "newName": "x", "query": "",
        "options": { "tabSize": 4, "insertSpaces": true },
    })
}

#[test]
fn nonsense_is_answered_with_an_error() {
    let mut client = Client::new();
    for method in ABOUT_TEXTS.iter().chain(&["ward/library", "ward/diagram"]) {
        for params in [Value::Null, json!([]), json!(7), json!({}), json!({ "textDocument": { "uri": 1 } })] {
            let refused = client.try_ask(method, params.clone()).expect_err(&format!("{method} {params}"));
            assert_eq!(refused.code, -32602, "{method} {params}");
        }
    }
    assert_eq!(client.try_ask("textDocument/none", json!({})).expect_err("unknown").code, -32601);
    for params in [Value::Null, json!([]), json!({ "textDocument": 1 })] {
        for method in ["textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "none", "$/cancelRequest"] {
            client.tell(method, params.clone());
        }
    }
    assert_eq!(client.leave(), Ended::Orderly);
}

#[test]
fn no_place_and_no_address_is_too_far() {
    let model = Model::example("inhaler");
    let mut client = Client::new();
    let address = client.open_file(&model, "inhaler.tm");
    let elsewhere = ["file:///none/none.tm", "untitled:x", "", "ward-std:/core.tm", "ward-std:/none.tm", "http://x/y", "file://"];
    for method in ABOUT_TEXTS {
        for (line, character) in [(0, 0), (99_999, 0), (3, 99_999), (u32::MAX / 2, u32::MAX / 2)] {
            // some things cannot be renamed; nothing else fails
            let answer = client.try_ask(method, anything(&address, line, character));
            assert!(answer.is_ok() || method.ends_with("ename"), "{method}: {answer:?}");
        }
        for other in elsewhere {
            let answer = client.try_ask(method, anything(other, 1, 1));
            assert!(answer.is_ok() || method.ends_with("ename"), "{method} {other}: {answer:?}");
        }
    }
    assert_eq!(client.leave(), Ended::Orderly);
}

#[test]
fn a_change_to_a_text_that_is_not_open_is_passed_over() {
    let model = Model::of("actor a \"A\"\n");
    let mut client = Client::new();
    let address = uri(&model.path().join("m.tm"));
    client.change(&address, "nonsense {");
    client.close(&address);
    client.open_file(&model, "m.tm");
    client.settle();
    assert_eq!(client.codes(&address), [""; 0], "{:?}", client.messages);
    assert_eq!(client.leave(), Ended::Orderly);
}

#[test]
fn an_answer_can_be_cancelled() {
    let model = Model::example("ventilator");
    let mut client = Client::new();
    let address = client.open_file(&model, "ventilator.tm");
    // the first waits for the compilation; by then the second is not wanted any more
    let first = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": address } }));
    let second = client.request("ward/threats", json!({ "textDocument": { "uri": address } }));
    client.tell("$/cancelRequest", json!({ "id": 3 }));
    assert!(client.response(&first).is_ok());
    assert_eq!(client.response(&second).expect_err("cancelled").code, -32800);
    // nor is a picture drawn for nobody
    let picture = client.request("ward/diagram", anything(&address, 0, 0));
    client.tell("$/cancelRequest", json!({ "id": 4 }));
    assert_eq!(client.response(&picture).expect_err("cancelled").code, -32800);
    // one that was answered cannot be
    client.tell("$/cancelRequest", json!({ "id": 2 }));
    client.ask("workspace/symbol", json!({ "query": "lan" }));
    assert_eq!(client.leave(), Ended::Orderly);
}

#[test]
fn what_changes_on_the_disk_is_seen() {
    let model = pump();
    let mut can = abilities();
    can["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut client = Client::with(can);
    let address = client.open_file(&model, "m.tm");
    client.settle();
    assert_eq!(client.asked[0].method, "client/registerCapability");
    let watched = client.asked[0].params["registrations"][0]["registerOptions"]["watchers"].to_string();
    assert!(watched.contains("**/*.tm") && watched.contains("**/ward.toml"), "{watched}");
    let before = client.codes(&address);
    let mut happens = |file: &str, kind: u8| {
        let event = json!({ "uri": uri(&model.path().join(file)), "type": kind });
        client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [event] }));
        client.settle();
        client.codes(&address)
    };
    // another program takes away what a flow of the open text comes from
    let bay = model.read("bay.tm");
    model.write("bay.tm", &bay.replace("station", "console"));
    assert_ne!(happens("bay.tm", 2), before);
    model.write("bay.tm", &bay);
    assert_eq!(happens("bay.tm", 2), before);
    // a text that is open is what the editor shows
    let text = model.read("m.tm");
    model.write("m.tm", "nothing of this");
    assert_eq!(happens("m.tm", 2), before);
    model.write("m.tm", &text);
    std::fs::remove_file(model.path().join("bay.tm")).expect("removed");
    assert!(happens("bay.tm", 3).contains(&"TM0102".to_owned()));
    model.write("bay.tm", &bay);
    assert_eq!(happens("bay.tm", 1), before);
}
