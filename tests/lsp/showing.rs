//! What is shown beside the text: hints and colours.

use serde_json::{Value, json};

use super::client::Client;
use super::reading::pump;

#[test]
fn hints_show_what_the_text_does_not_say() {
    let model = pump();
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let end = json!({ "line": 999, "character": 0 });
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": end });
    let hints = client.ask("textDocument/inlayHint", json!({ "textDocument": { "uri": address }, "range": range }));
    let shown: Vec<(u64, &str)> = hints
        .as_array()
        .expect("hints")
        .iter()
        .map(|hint| (hint["position"]["line"].as_u64().expect("a line"), hint["label"].as_str().expect("a label")))
        .collect();
    assert!(shown.iter().any(|(line, label)| *line == 10 && label.contains("incoming")), "{shown:?}");
    let order = shown.iter().find(|(line, _)| *line == 14).expect("the flow has a hint");
    assert!(order.1.contains("encrypted") && order.1.ends_with(" more›") && order.1.chars().count() <= 43, "{order:?}");
    let order = hints.as_array().and_then(|all| all.iter().find(|hint| hint["position"]["line"] == 14)).expect("it is there");
    let why = order["tooltip"].as_str().expect("a reason");
    assert!(why.contains("control `tls`") && why.contains("authentication: "), "what was cut off is told, too: {why}");
}

/// Words with their classes.
fn coloured(text: &str, legend: &Value, tokens: &Value) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.split('\n').collect();
    let numbers: Vec<usize> =
        tokens["data"].as_array().expect("numbers").iter().map(|n| n.as_u64().expect("a number") as usize).collect();
    let (mut line, mut column) = (0, 0);
    let mut found = Vec::new();
    for token in numbers.chunks(5) {
        (line, column) = (line + token[0], if token[0] == 0 { column + token[1] } else { token[1] });
        let units: Vec<u16> = lines[line].encode_utf16().collect();
        let word = String::from_utf16(&units[column..column + token[2]]).expect("whole characters");
        found.push((word, legend[token[3]].as_str().expect("a class").to_owned()));
    }
    found
}

#[test]
fn colours_tell_keywords_from_names() {
    let model = pump();
    model.append("m.tm", "// \u{1f600} x\ndata data \"\"\"a\nb\"\"\" : TherapySettings");
    let mut client = Client::new();
    let address = client.open_file(&model, "m.tm");
    let legend = client.hello["capabilities"]["semanticTokensProvider"]["legend"]["tokenTypes"].clone();
    let text = model.read("m.tm");
    let tokens = client.ask("textDocument/semanticTokens/full", json!({ "textDocument": { "uri": address } }));
    let found = coloured(&text, &legend, &tokens);
    for (word, class) in [
        ("boundary", "keyword"),
        ("unit", "namespace"),
        ("EthernetPort", "class"),
        ("purpose", "property"),
        ("verified", "enumMember"),
        ("over", "keyword"),
        ("->", "operator"),
        ("lan", "variable"),
        ("\"\"\"a", "string"),
        ("b\"\"\"", "string"),
        ("// \u{1f600} x", "comment"),
    ] {
        assert!(found.contains(&(word.to_owned(), class.to_owned())), "{word} {class}: {found:?}");
    }
    let data: Vec<&str> = found.iter().filter(|(word, _)| word == "data").map(|(_, class)| class.as_str()).collect();
    assert_eq!(data, ["keyword", "keyword", "variable"]);
    let range = json!({ "start": { "line": 6, "character": 0 }, "end": { "line": 7, "character": 0 } });
    let part = client.ask("textDocument/semanticTokens/range", json!({ "textDocument": { "uri": address }, "range": range }));
    let part = coloured(&text, &legend, &part);
    assert!(part.len() < found.len() && part.iter().all(|token| found.contains(token)), "{part:?}");
}
