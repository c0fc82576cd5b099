//! The tree-sitter grammar reads what Ward's own parser reads, and nothing else.
//!
//! After a change of `grammar.js`, with Node on the machine, generate the parser and the expected trees anew:
//!
//! ```text
//! tests/grammar/run --write
//! WARD_BLESS=1 cargo test --test tests tree_sitter
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tree_sitter::{InputEdit, Language, Parser, Point, Query, QueryCursor, StreamingIterator, Tree};
use ward::diagnostic::code::Code;
use ward::syntax::parse;
use ward::text::SourceMap;

use crate::properties::mutated;
use crate::world::files_in;

const GRAMMAR: &str = "grammar/tree-sitter-ward";

/// What Ward refuses because of a value and not because of the shape: a grammar has no calendar, and cannot count.
const VALUES: [Code; 3] = [Code::NumberTooLarge, Code::NoSuchDay, Code::TooDeep];

fn language() -> Language {
    tree_sitter_ward::LANGUAGE.into()
}

fn parser() -> Parser {
    let mut parser = Parser::new();
    parser.set_language(&language()).expect("the runtime knows the interface");
    parser
}

fn tree(text: &str) -> Tree {
    parser().parse(text, None).expect("no time limit is set")
}

/// What Ward's parser has against a text, other than its values.
fn refused(text: &str) -> Option<String> {
    let file = SourceMap::default().set("model.tm", Arc::from(text));
    let diagnostics = parse(file, text).diagnostics;
    let fault = diagnostics.iter().find(|diagnostic| !VALUES.contains(&diagnostic.code));
    fault.map(|diagnostic| format!("{}: {}", diagnostic.code.id(), diagnostic.message))
}

/// Where the two do not agree: what each of them says.
fn disagreement(text: &str) -> Option<String> {
    let root = tree(text);
    match (refused(text), root.root_node().has_error()) {
        (None, true) => Some(format!("Ward reads it, tree-sitter does not: {}", first_error(&root))),
        (Some(fault), false) => Some(format!("tree-sitter reads it, Ward does not: {fault}")),
        _ => None,
    }
}

fn first_error(tree: &Tree) -> String {
    let mut node = tree.root_node();
    while let Some(inner) = (0..node.child_count()).filter_map(|at| node.child(at)).find(|child| child.has_error()) {
        node = inner;
    }
    format!("{} at {}", node.to_sexp(), node.start_position())
}

/// Every `.tm` of the repository.
fn models() -> Vec<PathBuf> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        let entries = fs::read_dir(folder).expect("a folder of this package").map(|entry| entry.expect("listed").path());
        for path in entries {
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "tm") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    for folder in ["stdlib", "examples", "tests", "grammar", "docs"] {
        collect(Path::new(folder), &mut found);
    }
    found.sort();
    found
}

/// The snippets in the documentation and in the pages of the messages.
fn snippets() -> Vec<(String, String)> {
    let mut files = files_in(Path::new("docs"), "md");
    files.extend(files_in(Path::new("src/diagnostic/explain"), "md"));
    files.push(PathBuf::from("README.md"));
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("text");
        for (number, block) in text.split("```tm\n").skip(1).enumerate() {
            let block = block.split("```").next().unwrap_or_default();
            found.push((format!("{}, block {}", file.display(), number + 1), block.to_owned()));
        }
    }
    found
}

#[test]
fn every_model_is_read_by_both_or_by_neither() {
    let mut texts = snippets();
    assert!(texts.len() > 50, "the snippets were found");
    texts.extend(models().iter().map(|path| (path.display().to_string(), fs::read_to_string(path).expect("text"))));
    let faults: Vec<String> =
        texts.iter().filter_map(|(name, text)| disagreement(text).map(|fault| format!("{name}: {fault}"))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let broken = texts.iter().filter(|(_, text)| refused(text).is_some()).count();
    assert!((20..texts.len() / 2).contains(&broken), "{broken} of {} are broken", texts.len());
}

/// The same texts on every run, so that a rare disagreement is met by whoever looks for it: `WARD_CASES=20000`.
fn of_many_texts(check: impl Fn(&str) -> Option<String>) {
    let cases = std::env::var("WARD_CASES").ok().and_then(|cases| cases.parse().ok());
    let config = Config { cases: cases.unwrap_or(300), failure_persistence: None, max_shrink_iters: 2000, ..Config::default() };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = if cases.is_some() { TestRunner::new(config) } else { TestRunner::new_with_rng(config, random) };
    let outcome = runner.run(&mutated(), |text| {
        let fault = check(&text);
        proptest::prop_assert!(fault.is_none(), "{}\n{text}", fault.unwrap_or_default());
        Ok(())
    });
    if let Err(fault) = outcome {
        panic!("{fault}");
    }
}

#[test]
fn every_changed_model_is_read_by_both_or_by_neither() {
    of_many_texts(disagreement);
}

/// What decides about words and lines, put between any two tokens of the sample and in place of each.
#[test]
fn whatever_stands_beside_a_token_both_read_the_same() {
    const PIECES: [&str; 16] = [
        "",
        "\n",
        ",",
        ", \n",
        "\n// remark\n",
        " and ",
        "\nnot ",
        " over ",
        "\nover ",
        "\nin x",
        " data ",
        "\nflow f",
        " count x in ",
        " one of ",
        "[",
        ": ",
    ];
    let sample = fs::read_to_string("grammar/sample.tm").expect("text");
    let mut accepted = 0;
    let mut faults = Vec::new();
    for lexeme in ward::syntax::lex(&sample) {
        let (start, end) = (lexeme.start as usize, lexeme.end as usize);
        for text in PIECES.iter().flat_map(|piece| [start, end].map(|rest| [&sample[..start], piece, &sample[rest..]].concat())) {
            accepted += usize::from(refused(&text).is_none());
            faults.extend(disagreement(&text).map(|fault| format!("{fault}\n{}", context(&text, start))));
        }
    }
    assert!(accepted > 1000, "{accepted} texts are read by Ward");
    assert!(faults.is_empty(), "{} of them, the first:\n{}", faults.len(), faults[0]);
}

/// The lines around a place.
fn context(text: &str, at: usize) -> &str {
    let from = text[..at].rmatch_indices('\n').nth(1).map_or(0, |(at, _)| at);
    let to = text[at..].match_indices('\n').nth(3).map_or(text.len(), |(to, _)| at + to);
    &text[from..to]
}

/// Takes a text in the middle of its edit: what is left of the old tree must give the tree that the new text has.
fn edited_in_place(text: &str) -> Option<String> {
    let middle = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at))?;
    let rest = text[middle..].find('\n').map_or(text.len(), |at| middle + at);
    let before = format!("{}{}", &text[..middle], &text[rest..]);
    let point = |text: &str, at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
        Point::new(text[..at].matches('\n').count(), at - line)
    };
    let mut old = tree(&before);
    old.edit(&InputEdit {
        start_byte: middle,
        old_end_byte: middle,
        new_end_byte: rest,
        start_position: point(&before, middle),
        old_end_position: point(&before, middle),
        new_end_position: point(text, rest),
    });
    let again = parser().parse(text, Some(&old)).expect("no time limit is set");
    // how a fault is recovered from hangs on what was there before
    let (again, fresh) = (again.root_node(), tree(text));
    let fresh = fresh.root_node();
    let differs = again.has_error() != fresh.has_error() || (!fresh.has_error() && again.to_sexp() != fresh.to_sexp());
    differs.then(|| format!("as edited: {}\nanew:      {}", again.to_sexp(), fresh.to_sexp()))
}

#[test]
fn an_edit_gives_the_tree_of_the_new_text() {
    for path in models() {
        let text = fs::read_to_string(&path).expect("text");
        if let Some(fault) = edited_in_place(&text) {
            panic!("{}: {fault}", path.display());
        }
    }
    of_many_texts(edited_in_place);
}

// ---------------------------------------------------------------- trees

/// A tree with a node a line.
fn pretty(sexp: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for (at, word) in sexp.split(' ').enumerate() {
        let field = word.ends_with(':');
        let opens = word.matches('(').count();
        let after_field = out.ends_with(": ");
        if at > 0 && !after_field {
            out.push('\n');
            out.push_str(&"  ".repeat(depth));
        }
        out.push_str(word);
        if field {
            out.push(' ');
        }
        depth = (depth + opens).saturating_sub(word.matches(')').count());
    }
    out
}

/// The cases of tree-sitter's own form: a title between lines of `=`, a text, a line of `-`, the tree.
#[test]
fn the_trees_are_those_that_are_expected() {
    let rule = |mark: char| mark.to_string().repeat(80);
    for path in files_in(&Path::new(GRAMMAR).join("test/corpus"), "txt") {
        let committed = fs::read_to_string(&path).expect("text");
        let mut made = String::new();
        let line = format!("{}\n", rule('='));
        let mut parts = committed.split(&line).skip(1);
        while let (Some(title), Some(case)) = (parts.next(), parts.next()) {
            let (text, _) = case.split_once(&format!("\n{}\n", rule('-'))).expect("a case has a tree");
            let tree = pretty(&tree(text).root_node().to_sexp());
            made.push_str(&format!("{0}\n{title}{0}\n{text}\n{1}\n\n{tree}\n\n", rule('='), rule('-')));
        }
        holds(&path, &committed, &made);
    }
}

/// Compares a file with what it should be, or writes it anew.
fn holds(path: &Path, committed: &str, made: &str) {
    if std::env::var_os("WARD_BLESS").is_some() {
        if made != committed {
            fs::write(path, made).expect("written");
        }
        return;
    }
    let number = committed.lines().zip(made.lines()).position(|(was, is)| was != is);
    assert!(
        committed == made,
        "{}:{} is out of date; WARD_BLESS=1 writes it anew",
        path.display(),
        number.map_or(0, |at| at + 1)
    );
}

// ---------------------------------------------------------------- queries

fn query(path: &Path) -> (Query, String) {
    let text = fs::read_to_string(path).expect("text");
    (Query::new(&language(), &text).unwrap_or_else(|error| panic!("{}: {error}", path.display())), text)
}

/// How Helix calls what Neovim calls otherwise.
const HELIX: [(&str, &str); 12] = [
    ("boolean", "constant.builtin.boolean"),
    ("number", "constant.numeric"),
    ("property", "variable.other.member"),
    ("module", "namespace"),
    ("keyword.type", "keyword.storage.type"),
    ("keyword.conditional", "keyword.control.conditional"),
    ("keyword.repeat", "keyword.control.repeat"),
    ("keyword.import", "keyword.control.import"),
    ("string.escape", "constant.character.escape"),
    ("function.call", "function"),
    ("comment", "comment.line"),
    ("comment.documentation", "comment.line.documentation"),
];

#[test]
fn helix_colours_the_same_by_its_own_names() {
    let ours = fs::read_to_string(Path::new(GRAMMAR).join("queries/highlights.scm")).expect("text");
    let mut parts = ours.split('@');
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_'))).unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        let theirs = HELIX.iter().find(|(ours, _)| *ours == name).map_or(name, |(_, theirs)| theirs);
        made.push_str(&format!("@{theirs}{rest}"));
    }
    let path = Path::new("editors/helix/queries/ward/highlights.scm");
    holds(path, &fs::read_to_string(path).unwrap_or_default(), &made);
    // another name would have no colour in any theme
    let (query, _) = query(path);
    for name in query.capture_names() {
        assert!(HELIX_SCOPES.contains(name), "Helix has no scope `{name}`");
    }
}

/// The scopes of Helix's themes that are used here, as <https://docs.helix-editor.com/themes.html> lists them.
const HELIX_SCOPES: [&str; 27] = [
    "comment.line",
    "comment.line.documentation",
    "constant",
    "constant.builtin",
    "constant.builtin.boolean",
    "constant.character.escape",
    "constant.numeric",
    "function",
    "keyword",
    "keyword.control.conditional",
    "keyword.control.import",
    "keyword.control.repeat",
    "keyword.operator",
    "keyword.storage.type",
    "label",
    "namespace",
    "operator",
    "punctuation.bracket",
    "punctuation.delimiter",
    "string",
    "string.special",
    "string.special.path",
    "type",
    "type.builtin",
    "variable",
    "variable.other.member",
    "variable.parameter",
];

#[test]
fn helix_is_told_of_the_language() {
    let text = fs::read_to_string("editors/helix/languages.toml").expect("text");
    let told: toml::Table = text.parse().expect("TOML");
    let language = &told["language"][0];
    assert_eq!(language["file-types"].as_array().map(|all| all.iter().map(|one| one.as_str()).collect()), Some(vec![Some("tm")]));
    let server = language["language-servers"][0].as_str().expect("a name");
    let command = &told["language-server"][server];
    assert_eq!((command["command"].as_str(), command["args"][0].as_str()), (Some("ward"), Some("lsp")));
    assert_eq!(told["grammar"][0]["name"], language["name"]);
    let path = told["grammar"][0]["source"]["path"].as_str().expect("a folder");
    let folder = path.strip_prefix("/path/to/ward/").expect("inside a checkout");
    assert!(Path::new(folder).join("src/parser.c").is_file(), "{folder}");
}

#[test]
fn every_query_fits_the_grammar() {
    let mut queries = files_in(&Path::new(GRAMMAR).join("queries"), "scm");
    queries.extend(files_in(Path::new("editors/helix/queries/ward"), "scm"));
    assert!(queries.len() >= 6, "{queries:?}");
    for path in queries {
        query(&path);
    }
}

/// What each token of the sample is coloured as: the last pattern that captures it wins.
#[test]
fn the_sample_is_coloured() {
    let (query, _) = query(&Path::new(GRAMMAR).join("queries/highlights.scm"));
    let text = fs::read_to_string("grammar/sample.tm").expect("text");
    let tree = tree(&text);
    let mut colours = vec![""; text.len()];
    let mut found: Vec<(usize, usize, usize, &str)> = Vec::new();
    let mut cursor = QueryCursor::new();
    let mut captures = cursor.captures(&query, tree.root_node(), text.as_bytes());
    while let Some((matched, at)) = captures.next() {
        let capture = matched.captures()[*at];
        let range = capture.node.byte_range();
        found.push((range.len(), matched.pattern_index, range.start, query.capture_names()[capture.index as usize]));
    }
    // the innermost node, and of its patterns the last
    found.sort_by_key(|(length, pattern, ..)| (std::cmp::Reverse(*length), *pattern));
    for (length, _, start, name) in found {
        colours[start..start + length].fill(name);
    }
    let mut out = String::new();
    for lexeme in ward::syntax::lex(&text).into_iter().filter(|lexeme| lexeme.start < lexeme.end) {
        let (start, end) = (lexeme.start as usize, lexeme.end as usize);
        for piece in colours[start..end].chunk_by(|one, other| one == other).scan(start, |at, colours| {
            let from = *at;
            *at += colours.len();
            Some((&text[from..*at], colours[0]))
        }) {
            if !piece.0.trim().is_empty() {
                out.push_str(&format!("{:<24} {}\n", piece.1, piece.0.replace('\n', "⏎")));
            }
        }
    }
    assert!(!out.lines().any(|line| line.starts_with(' ')), "a token has no colour:\n{out}");
    insta::assert_snapshot!(out);
}
