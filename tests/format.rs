//! The laws of the formatter, over the library, the examples and texts made from them.

use std::path::Path;

use proptest::prelude::*;
use ward::format::format;
use ward::session::Session;
use ward::syntax::{Lexeme, Token, lex, parse};

/// Forms that the library and the examples do not have.
const SNIPPETS: &[&str] = &[
    "",
    "\n\n\n",
    "// nothing but a comment",
    "a:1,b :2\nc:[1,\n2,\n\n3 ,]\n",
    "system s\"S\"{a:\"\"\"\r\n  x\t\n\n   y\"\"\"\r\n b: \"//\"}\r\n",
    "flow f \"F\":a.b\n->c\nover P{carries:[d]}\nflow long:a<->b\n",
    "flow f: a -> b {\n\n// c\n\n}\n\n\n\n// end",
    "rule R1 \"x {f}\":C{for flow f where(f.a)\napplies when\n// why\nnot f.b and\n(f.c==1\nor f.d>=2)\nmitigated when count(f.e)!=0// x\nsatisfied when f.x}\n",
    "enum e{a \"A\"\nlong \"Long\" // x\nb}\nscale s{low,high}\n",
    "attribute flow.a:one of x,y \"Is {self}?\"{protection:yes}\n/// doc\nattribute flow.long : list of control type\n",
    "define port.x:bool=any f in self.flows where(self in f.ends)\ndefine port.longer:int=count(self.flows)\n",
    "test \"t\"{data d:X\ndata longer \"L\":Y{a:1}\nexpect R@a.b open\nexpect R@a absent}\n",
    "respond R @a.b{accept:\"x\"\n\n\n\nuntil:2027-06-30}\nassert \"t\":not reaches(a,b)\n",
    "boundary b{process x{port p{a:1\nb:2}\n}}\nview v \"V\"{of:[b],depth:1}",
    "define a.b : bool = (\n    x and (\n  y or\n  z\n))\n",
    "provides { a: yes }\nextend a.b {\nx:1\n}\nimport std.x\nimport \"y.tm\"\n",
];

fn corpus() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["stdlib", "examples/ventilator", "examples/inhaler"];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).into_iter().flatten());
    let paths = files.filter_map(Result::ok).map(|entry| entry.path());
    let mut texts: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "tm"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a text")))
        .collect();
    texts.sort();
    texts.extend(SNIPPETS.iter().enumerate().map(|(at, text)| (format!("snippet {at}"), (*text).to_owned())));
    texts
}

/// Tokens and comments with their texts; of a comment without the blanks at its end.
fn content(text: &str) -> Vec<(Token, &str)> {
    let slice = |lexeme: &Lexeme| &text[lexeme.start as usize..lexeme.end as usize];
    lex(text)
        .iter()
        .filter(|lexeme| !matches!(lexeme.token, Token::Whitespace | Token::Newline))
        .map(|lexeme| (lexeme.token, slice(lexeme).trim_end()))
        .collect()
}

/// The tree without places, and whether the text has faults.
fn tree(text: &str) -> (String, bool) {
    let file = Session::default().add_source("x.tm", text);
    let parsed = parse(file, text);
    let shown = format!("{:?}", parsed.body);
    let mut out = String::new();
    for part in shown.split("Span {") {
        match part.split_once('}') {
            Some((_, rest)) if !out.is_empty() => out.push_str(rest),
            _ => out.push_str(part),
        }
    }
    (out, parsed.diagnostics.has_errors())
}

#[track_caller]
fn obeys(name: &str, text: &str) {
    let once = format(text);
    assert_eq!(content(text), content(&once), "{name}: the tokens changed\n{text}\n---\n{once}");
    assert_eq!(once, format(&once), "{name}: not idempotent\n{text}");
    let (before, faulty) = tree(text);
    if !faulty {
        assert_eq!(before, tree(&once).0, "{name}: the tree changed\n{text}\n---\n{once}");
        let lexemes = lex(&once);
        let blocks = lexemes.iter().any(|lexeme| lexeme.token == Token::TextBlock);
        let untidy = lexemes.windows(2).any(|pair| {
            let blanks = &once[pair[0].start as usize..pair[0].end as usize];
            pair[0].token == Token::Whitespace && (pair[1].token == Token::Newline || blanks.contains(['\t', '\r', '\u{feff}']))
        });
        assert!(!untidy, "{name}: blanks stay\n{once}");
        assert!(
            once.is_empty() || once.ends_with('\n') && !once.ends_with("\n\n") && !once.starts_with('\n'),
            "{name}: {once:?}"
        );
        assert!(blocks || !once.contains("\n\n\n"), "{name}: two blank lines\n{once}");
    }
}

#[test]
fn the_corpus_obeys_the_laws() {
    for (name, text) in corpus() {
        assert!(!tree(&text).1, "{name} has faults: {text}");
        obeys(&name, &text);
    }
}

/// What is done to a text between two of its lexemes, or to one of them.
#[derive(Debug, Clone, Copy)]
enum Change {
    /// Other blanks, no change of meaning.
    Blanks(&'static str),
    /// The lexeme goes.
    Drop,
    /// The lexeme comes twice.
    Twice,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => prop::sample::select(vec![" ", "  ", "\t", " \r\n", "\n\n\n", "\n", " // c \n", "\n/// d\n", "\u{feff}"]).prop_map(Change::Blanks),
        1 => Just(Change::Drop),
        1 => Just(Change::Twice),
    ]
}

/// A piece of at most `lines` lines of a text, changed.
fn mutated(text: &str, from: usize, lines: usize, changes: &[(usize, Change)]) -> String {
    let all: Vec<&str> = text.split_inclusive('\n').collect();
    let from = from % all.len().max(1);
    let text: String = all.iter().skip(from).take(lines).copied().collect();
    let mut pieces: Vec<String> =
        lex(&text).iter().map(|lexeme| text[lexeme.start as usize..lexeme.end as usize].to_owned()).collect();
    for (at, change) in changes {
        let count = pieces.len().max(1);
        let Some(piece) = pieces.get_mut(at % count) else { continue };
        match change {
            Change::Blanks(blanks) => piece.push_str(blanks),
            Change::Drop => piece.clear(),
            Change::Twice => *piece = piece.repeat(2),
        }
    }
    pieces.concat()
}

/// The text with other blanks at every place where blanks mean nothing.
fn respaced(text: &str, mut seed: u64) -> String {
    let mut out = String::new();
    for lexeme in lex(text) {
        let slice = &text[lexeme.start as usize..lexeme.end as usize];
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = |among: [&'static str; 4]| among[(seed >> 33) as usize % 4];
        match lexeme.token {
            Token::Whitespace => out.push_str(pick([" ", "   ", "\t", " \t "])),
            Token::Newline => out.push_str(pick(["\n", "\r\n", "  \n", "\n\t"])),
            Token::Comma | Token::LBracket | Token::RBracket | Token::LBrace => {
                out.push_str(pick(["", " ", "", "\t"]));
                out.push_str(slice);
                out.push_str(pick(["", " ", "  ", "\t"]));
            }
            _ => out.push_str(slice),
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_texts_obey_the_laws(
        file in any::<prop::sample::Index>(),
        from in 0_usize..10_000,
        lines in 1_usize..40,
        changes in prop::collection::vec((0_usize..10_000, change()), 0..12),
    ) {
        let corpus = corpus();
        let (name, text) = file.get(&corpus);
        obeys(name, &mutated(text, from, lines, &changes));
    }

    #[test]
    fn how_a_text_was_spaced_does_not_matter(file in any::<prop::sample::Index>(), seed in any::<u64>()) {
        let corpus = corpus();
        let (name, text) = file.get(&corpus);
        prop_assert_eq!(format(&respaced(text, seed)), format(text), "{}", name);
    }

    #[test]
    fn any_text_obeys_the_laws(text in "[a-c{}\\[\\]():,.@=<>\"/ \t\n0-9-]{0,60}") {
        obeys("noise", &text);
    }
}
