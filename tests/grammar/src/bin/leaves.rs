//! `leaves FILE …`: the tokens of each file as the tree-sitter grammar reads them, as JSON: what grammars for editors that know only lines are held
//! against. A file with a fault is left out.

use tree_sitter::{Node, Parser};

fn main() {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_ward::LANGUAGE.into()).expect("the runtime knows the interface");
    let mut files = Vec::new();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let tree = parser.parse(&text, None).expect("no time limit is set");
        if tree.root_node().has_error() {
            continue;
        }
        let mut leaves = Vec::new();
        collect(tree.root_node(), &mut leaves);
        files.push(format!("{{\"path\":{},\"leaves\":[{}]}}", serde_json::json!(path), leaves.join(",")));
    }
    println!("[{}]", files.join(",\n"));
}

/// `[first byte, one past the last, what]`.
fn collect(node: Node, leaves: &mut Vec<String>) {
    let kind = node.kind();
    let literal = matches!(kind, "boolean" | "unknown");
    if node.child_count() == 0 || literal || matches!(kind, "text" | "text_block") {
        let word = !node.is_named() && kind.starts_with(|c: char| c.is_ascii_lowercase());
        let what = if word || literal { "keyword" } else { kind };
        leaves.push(serde_json::json!([node.start_byte(), node.end_byte(), what]).to_string());
        return;
    }
    for child in (0..node.child_count()).filter_map(|at| node.child(at)) {
        collect(child, leaves);
    }
}
