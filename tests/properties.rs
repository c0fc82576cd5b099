//! Whatever the text, the compiler answers: it does not panic, and the lexemes are the whole text.

use std::cell::RefCell;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use ward::compile::compile;
use ward::diagnostic::{render, render_short};
use ward::program::STDLIB;
use ward::session::Session;
use ward::syntax::parse;
use ward::text::SourceMap;

use crate::world::{Files, files_in, folder, options};

/// One change to a text, at places that are fractions of its length.
#[derive(Debug, Clone)]
enum Change {
    Delete(Index, Index),
    Duplicate(Index, Index),
    Swap(Index, Index, Index),
    Insert(Index, String),
    /// Bytes made text however they are.
    Bytes(Index, Vec<u8>),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        (at(), at()).prop_map(|(from, to)| Change::Delete(from, to)),
        (at(), at()).prop_map(|(from, to)| Change::Duplicate(from, to)),
        (at(), at(), at()).prop_map(|(from, middle, to)| Change::Swap(from, middle, to)),
        (at(), token()).prop_map(|(at, text)| Change::Insert(at, text)),
        (at(), prop::collection::vec(any::<u8>(), 0..12)).prop_map(|(at, bytes)| Change::Bytes(at, bytes)),
    ]
}

/// Pieces of the language, and of nothing.
fn token() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ":",
        ",",
        ".",
        "@",
        "=",
        "->",
        "<->",
        "==",
        "<",
        "\"",
        "\"\"\"",
        "\n",
        "//",
        "///",
        "\\",
        "{{",
        "é",
        "\u{202e}",
        " process ",
        " type ",
        " flow ",
        " extend ",
        " provides ",
        " for ",
        " applies when ",
        " over ",
        " not ",
        " any x in ",
        " is ",
        " where ",
        " one of ",
        " list of ",
        " import ",
        " respond ",
        " unknown ",
        " 2027-02-30 ",
        " 99999999999999999999 ",
        " self ",
        " was: ",
    ]);
    prop_oneof![marks.prop_map(str::to_owned), "\\PC{0,6}"]
}

/// Arbitrary text, half of it made of the language's own pieces.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,200}", "(?s).{0,80}", prop::collection::vec(token(), 0..60).prop_map(|tokens| tokens.concat())]
}

/// The library and the examples, with a few changes.
pub(crate) fn mutated() -> impl Strategy<Value = String> {
    let mut originals: Vec<String> = STDLIB.iter().map(|(_, text)| (*text).to_owned()).collect();
    for example in ["examples/inhaler", "examples/ventilator", "tests/corpus/diagnostics"] {
        let files = files_in(&folder(example), "tm");
        originals.extend(files.iter().map(|file| std::fs::read_to_string(file).expect("examples are text")));
    }
    (prop::sample::select(originals), prop::collection::vec(change(), 1..5))
        .prop_map(|(text, changes)| changes.iter().fold(text, apply))
}

/// The place itself, or the next one before it at which a text can be cut.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn apply(text: String, change: &Change) -> String {
    let at = |index: &Index| boundary(&text, index.index(text.len() + 1));
    // long changes leave little of a file, so most are short
    let near = |from: usize, index: &Index| boundary(&text, from + index.index(120)).max(from);
    match change {
        Change::Delete(from, to) => {
            let from = at(from);
            let to = near(from, to);
            format!("{}{}", &text[..from], &text[to..])
        }
        Change::Duplicate(from, to) => {
            let from = at(from);
            let to = near(from, to);
            format!("{}{}", &text[..to], &text[from..])
        }
        Change::Swap(from, middle, to) => {
            let from = at(from);
            let middle = near(from, middle);
            let to = near(middle, to);
            [&text[..from], &text[middle..to], &text[from..middle], &text[to..]].concat()
        }
        Change::Insert(index, more) => {
            let from = at(index);
            format!("{}{more}{}", &text[..from], &text[from..])
        }
        Change::Bytes(index, bytes) => {
            let from = at(index);
            format!("{}{}{}", &text[..from], String::from_utf8_lossy(bytes), &text[from..])
        }
    }
}

fn parses(text: &str) {
    let file = SourceMap::default().set("model.tm", Arc::from(text));
    parse(file, text);
    let whole: String = ward::syntax::lex(text).iter().map(|lexeme| &text[lexeme.start as usize..lexeme.end as usize]).collect();
    assert_eq!(whole, text, "the lexemes put together are the text");
}

/// Compiles and renders, for a place in a message can be wrong, too.
fn compiles(session: &mut Session, text: String) {
    let world = Files { texts: vec![("model.tm".to_owned(), text)] };
    let compilation = compile(session, &world, &options("model.tm"));
    for one in compilation.diagnostics.iter().take(200) {
        render(one, session.sources(), false);
        render_short(one, session.sources());
    }
}

fn run<T: std::fmt::Debug>(cases: u32, strategy: &impl Strategy<Value = T>, check: impl Fn(T)) {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 300, ..Config::default() };
    let checked = TestRunner::new(config).run(strategy, |value| {
        check(value);
        Ok(())
    });
    if let Err(fault) = checked {
        panic!("{fault}");
    }
}

#[test]
fn any_text_is_read_whole() {
    run(400, &text(), |text| parses(&text));
    run(150, &mutated(), |text| parses(&text));
}

#[test]
fn any_text_is_compiled_or_refused() {
    let session = RefCell::new(Session::default());
    run(60, &text(), |text| compiles(&mut session.borrow_mut(), text));
    run(120, &mutated(), |text| compiles(&mut session.borrow_mut(), text));
}
