//! One mistake a file, and the one message it gives.
//!
//! A mistake that needs several files has them in one: a line `//// file: NAME` begins the next.

use ward::diagnostic::render;
use ward::session::Session;

use crate::world::{compile_texts, files_in, folder, stem};

#[test]
fn every_mistake_gives_one_message() {
    let mut several = Vec::new();
    for file in files_in(&folder("tests/corpus/diagnostics"), "tm") {
        let name = stem(&file);
        let text = std::fs::read_to_string(&file).expect("the corpus is text");
        let mut session = Session::default();
        let texts = texts(name, &text);
        let compilation = compile_texts(&mut session, &texts);
        let rendered: Vec<String> = compilation.diagnostics.iter().map(|one| render(one, session.sources(), false)).collect();
        if rendered.len() != 1 {
            several.push(format!("{name}: {}", rendered.len()));
        }
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots/diagnostics" }, {
            insta::assert_snapshot!(name, rendered.join("\n"));
        });
    }
    assert!(several.is_empty(), "one message a mistake, not:\n{}", several.join("\n"));
}

/// The files in a corpus file; the first has its name.
fn texts(name: &str, text: &str) -> Vec<(String, String)> {
    let mut texts = vec![(format!("{name}.tm"), String::new())];
    for line in text.lines() {
        match line.strip_prefix("//// file: ") {
            Some(next) => texts.push((next.trim().to_owned(), String::new())),
            None => {
                let (_, last) = texts.last_mut().expect("there is a first file");
                last.push_str(line);
                last.push('\n');
            }
        }
    }
    texts
}
