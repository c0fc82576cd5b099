//! The words and characters of the language as editors know them: each list in a grammar or a mode for an editor is generated from the lexer's own
//! table, and differs from it in nothing.
//!
//! After a change of the language, write the lists anew:
//!
//! ```text
//! WARD_BLESS=1 cargo test --test tests keywords
//! ```
//!
//! A generated part begins after a line that says `generated: NAME` and ends before one that says `end of generated`; in JSON, where nothing can be
//! remarked, it is the one line after the first.

use std::fs;
use std::sync::Arc;

use serde_json::Value;
use ward::syntax::{Role, Token, keywords, lex, parse};
use ward::text::SourceMap;

use crate::kit::Model;

const ROLES: [Role; 7] =
    [Role::Declaration, Role::Member, Role::Table, Role::Link, Role::Operator, Role::Quantifier, Role::Literal];

/// The files with generated parts. Each part is written as the file's ending asks for.
const FILES: [&str; 6] = [
    "editors/emacs/ward-mode.el",
    "editors/vim/syntax/ward.vim",
    "grammar/tree-sitter-ward/grammar.js",
    "grammar/tree-sitter-ward/queries/highlights.scm",
    "grammar/tree-sitter-ward/src/lexis.h",
    "grammar/ward.tmLanguage.json",
];

#[test]
fn every_list_is_that_of_the_lexer() {
    for path in FILES {
        let committed = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let made = regenerated(path, &committed);
        if std::env::var_os("WARD_BLESS").is_some() && made != committed {
            fs::write(path, &made).expect("written");
        } else if let Some((was, is)) = committed.lines().zip(made.lines()).find(|(was, is)| was != is) {
            panic!("{path} differs from the lexer; WARD_BLESS=1 writes it anew\n  is:        {was}\n  should be: {is}");
        } else {
            assert_eq!(committed, made, "{path} differs from the lexer; WARD_BLESS=1 writes it anew");
        }
    }
}

/// The file with its generated parts as they should be.
fn regenerated(path: &str, committed: &str) -> String {
    let mut out = String::new();
    let mut lines = committed.lines();
    let mut parts = 0;
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let Some((_, name)) = line.split_once("generated: ") else { continue };
        parts += 1;
        let json = path.ends_with(".json");
        let name = name.trim_end_matches(['"', ',', ' ', '}']);
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        for made in part(path, name).lines() {
            out.push_str(if made.is_empty() { "" } else { &indent });
            out.push_str(made);
            out.push('\n');
        }
        let end = if json { lines.next() } else { lines.by_ref().find(|line| line.contains("end of generated")) };
        let end = end.unwrap_or_else(|| panic!("{path}: `generated: {name}` has no end"));
        if !json {
            out.push_str(end);
            out.push('\n');
        }
    }
    assert!(parts > 0, "{path} has no generated part");
    out
}

/// What stands in a generated part.
fn part(path: &str, name: &str) -> String {
    let ending = path.rsplit('.').next().unwrap_or_default();
    match (ending, name) {
        ("js", "keywords") => javascript(),
        ("h", "keywords") => c_keywords(),
        ("h", "names") => c_names(),
        ("json", _) => textmate(name),
        ("vim", _) => vim(name),
        ("el", _) => lisp(name),
        ("scm", _) => quoted(name).join("\n"),
        _ => panic!("{path}: nothing is called `{name}`"),
    }
}

/// The words of a role, longest first where one begins another, each once.
fn words(role: Role) -> Vec<&'static str> {
    keywords().filter(|(_, of)| *of == role).map(|(word, _)| word).collect()
}

/// The words of a role by its name.
fn named(name: &str) -> Vec<&'static str> {
    let role = ROLES.into_iter().find(|role| format!("{role:?}").to_lowercase() == name);
    words(role.unwrap_or_else(|| panic!("no role is called `{name}`")))
}

fn quoted(name: &str) -> Vec<String> {
    named(name).into_iter().map(|word| format!("\"{word}\"")).collect()
}

/// All words in the order of their roles, each once.
fn all() -> Vec<(&'static str, Role)> {
    let mut all: Vec<(&str, Role)> = Vec::new();
    for (word, role) in ROLES.into_iter().flat_map(|role| words(role).into_iter().map(move |word| (word, role))) {
        if all.iter().all(|(known, _)| *known != word) {
            all.push((word, role));
        }
    }
    all
}

/// A line of the TextMate grammar. It goes by the line alone, so it asks what stands before and after a word.
fn textmate(name: &str) -> String {
    const NAME: &str = r"[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*";
    let begins = r"(?:^|(?<=[{,]))\\s*";
    let inside = r"(?<![.\\p{L}\\p{M}\\p{N}_])";
    let words = named(name).join("|");
    match name {
        "declaration" => format!(r#""begin": "{begins}({words})\\s+({NAME})","#),
        "table" => format!(r#""match": "{begins}({words})(?=\\s*\\{{)","#),
        "member" => format!(r#""match": "{begins}({words})(?=\\s+[\\p{{L}}_])","#),
        "quantifier" => format!(r#""match": "{inside}({words})\\s+({NAME})\\s+(in)\\b","#),
        "literal" => format!(r#""match": "{inside}(?:{words})\\b(?!\\s*[.:(\"])","#),
        "operator" => format!(r#""match": "{inside}(?:{words})\\b(?=\\s+[\\p{{L}}_\\d(\\[\"]|\\s*$)","#),
        _ => panic!("the TextMate grammar has no line for `{name}`"),
    }
}

/// A line of Vim's syntax file, which goes by the line, too.
fn vim(name: &str) -> String {
    let words = named(name).join("|");
    let begins = r"%(%(^|[{,])\s*)@80<=";
    let inside = r"[.[:alnum:]_]@1<!";
    match name {
        "declaration" => {
            format!(r"syn match wardDeclaration /\v{begins}%({words})>\ze\s+\K/ nextgroup=wardDeclared skipwhite")
        }
        "member" => format!(r"syn match wardMember /\v{begins}%({words})>\ze\s+\K/"),
        "table" => format!(r"syn match wardTable /\v{begins}%({words})>\ze\s*\{{/"),
        "literal" => format!(r#"syn match wardLiteral /\v{inside}%({words})>%(\s*[.:("])@!/"#),
        "operator" => {
            format!(r#"syn match wardWordOperator /\v{inside}%({words})>\ze%(\s+[[:alpha:]_0-9(["]|\s*$)/"#)
        }
        "quantifier" => format!(r"syn match wardQuantifier /\v{inside}%({words})>\ze\s+\K\k*\s+in>/"),
        _ => panic!("Vim's syntax has no line for `{name}`"),
    }
}

/// A list of words for Emacs.
fn lisp(name: &str) -> String {
    let words = quoted(name).join(" ");
    format!("(defconst ward--{name}-words\n  '({words}))")
}

fn javascript() -> String {
    let list = |words: Vec<&str>| words.into_iter().map(|word| format!("  '{word}',\n")).collect::<String>();
    let every = all().into_iter().map(|(word, _)| word).collect();
    format!(
        "const DECLARATIONS = [\n{}];\nconst TABLES = [\n{}];\nconst KEYWORDS = [\n{}];",
        list(words(Role::Declaration)),
        list(words(Role::Table)),
        list(every)
    )
}

fn c_keywords() -> String {
    let all = all();
    let first = |role: Role| all.iter().position(|(_, of)| *of == role).expect("a role has words");
    let texts: String = all.iter().map(|(word, _)| format!("    \"{word}\",\n")).collect();
    let names: String = all.iter().map(|(word, _)| format!("    WORD_{},\n", word.to_uppercase())).collect();
    let starts: String = [
        ("FIRST_DECLARATION", Role::Declaration),
        ("FIRST_MEMBER", Role::Member),
        ("FIRST_TABLE", Role::Table),
        ("FIRST_INNER", Role::Link),
        ("FIRST_QUANTIFIER", Role::Quantifier),
        ("FIRST_LITERAL", Role::Literal),
    ]
    .into_iter()
    .map(|(name, role)| format!("    {name} = {},\n", first(role)))
    .collect();
    format!(
        "enum Keyword {{\n{names}    KEYWORD_COUNT,\n}};\n\nenum {{\n{starts}}};\n\nstatic const char *const KEYWORDS[] = {{\n{texts}}};"
    )
}

/// The characters that begin and go on in names, as ranges.
fn c_names() -> String {
    let one_name = |text: &str| matches!(lex(text)[..], [lexeme] if lexeme.token == Token::Ident);
    let begins = |c: char| one_name(&c.to_string());
    let goes_on = |c: char| one_name(&format!("a{c}"));
    format!("{}\n\n{}", c_ranges("NAME_START", begins), c_ranges("NAME_CONTINUE", goes_on))
}

fn c_ranges(name: &str, belongs: impl Fn(char) -> bool) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for c in ('\0'..=char::MAX).filter(|c| belongs(*c)) {
        let c = u32::from(c);
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == c => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    let pairs: Vec<String> = ranges.iter().map(|(first, last)| format!("0x{first:X}, 0x{last:X},")).collect();
    let lines: String = pairs.chunks(6).map(|chunk| format!("    {}\n", chunk.join(" "))).collect();
    format!("static const uint32_t {name}[] = {{\n{lines}}};\nenum {{ {name}_COUNT = {} }};", ranges.len())
}

/// What an editor puts into the text of a snippet when nobody fills it in.
fn expanded(snippet: &str) -> String {
    let mut out = String::new();
    let mut rest = snippet;
    while let Some(at) = rest.find(['$', '\\', '}']) {
        out.push_str(&rest[..at]);
        let (mark, after) = rest[at..].split_at(1);
        rest = after;
        if mark == "\\" {
            let escaped = rest.chars().next().expect("something is escaped");
            out.push(escaped);
            rest = &rest[escaped.len_utf8()..];
        } else if let Some(inside) = rest.strip_prefix('{').filter(|_| mark == "$") {
            let number = inside.find(|c: char| !c.is_ascii_digit()).expect("a place has an end");
            rest = &inside[number..];
            if let Some(choices) = rest.strip_prefix('|') {
                let (choices, after) = choices.split_once("|}").expect("choices have an end");
                out.push_str(choices.split(',').next().unwrap_or_default());
                rest = after;
            } else {
                rest = rest.strip_prefix(':').expect("a place has a text");
                let mut end = 0;
                while !rest[end..].starts_with('}') {
                    end += if rest[end..].starts_with('\\') { 2 } else { rest[end..].chars().next().map_or(1, char::len_utf8) };
                }
                out.push_str(&rest[..end].replace('\\', ""));
                rest = &rest[end + 1..];
            }
        } else if mark == "$" {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        } else {
            out.push_str(mark);
        }
    }
    out.push_str(rest);
    out
}

#[test]
fn every_snippet_is_in_the_language_and_in_its_form() {
    let text = fs::read_to_string("editors/vscode/snippets/ward.json").expect("text");
    let snippets: Value = serde_json::from_str(&text).expect("JSON");
    for (name, snippet) in snippets.as_object().expect("an object") {
        let lines = snippet["body"].as_array().expect("lines").iter().map(|line| line.as_str().expect("text"));
        let text = expanded(&lines.collect::<Vec<_>>().join("\n"));
        let file = SourceMap::default().set("snippet.tm", Arc::from(text.as_str()));
        let parsed = parse(file, &text);
        let faults: Vec<&str> = parsed.diagnostics.iter().map(|fault| fault.message.as_str()).collect();
        assert!(faults.is_empty(), "{name}: {}\n{text}", faults.join("; "));
        let written =
            |text: &str| text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let formatted = ward::format::format(&text);
        assert_eq!(written(&text), written(&formatted), "{name}");
        let check = Model::of(&text).ward(&["check"]);
        assert!(!check.said.contains("TM0203"), "{name} sets what cannot be set:\n{}", check.said);
    }
    let prefixes: Vec<&str> =
        snippets.as_object().expect("an object").values().filter_map(|snippet| snippet["prefix"].as_str()).collect();
    let known: Vec<&str> = keywords().map(|(word, _)| word).chain(["model", "accept"]).collect();
    assert!(prefixes.iter().all(|prefix| known.contains(prefix)), "{prefixes:?}");
}
