//! Colours by meaning: keywords where they are keywords, and what each name stands for.

use gen_lsp_types::{SemanticToken, SemanticTokens, SemanticTokensLegend, SemanticTokensParams, SemanticTokensRangeParams};

use crate::diagnostic::Diagnostics;
use crate::model::Kind;
use crate::syntax::{Token, laid_out, lex, lex_words};

use super::names::{Meaning, Named};
use super::state::{Answer, State, View};

/// The classes of tokens, in the order of their numbers.
const CLASSES: [&str; 13] = [
    "keyword",
    "comment",
    "string",
    "number",
    "operator",
    "property",
    "enumMember",
    "class",
    "enum",
    "namespace",
    "variable",
    "function",
    "parameter",
];

/// What is said of a token beside its class, in the order of their bits.
const MODIFIERS: [&str; 3] = ["declaration", "defaultLibrary", "documentation"];

pub(super) fn legend() -> SemanticTokensLegend {
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
    SemanticTokensLegend { token_types: texts(&CLASSES), token_modifiers: texts(&MODIFIERS) }
}

fn class(name: &str) -> u32 {
    CLASSES.iter().position(|class| *class == name).map_or(0, |at| at as u32)
}

pub(super) fn full(state: &mut State, params: SemanticTokensParams) -> Answer<Option<SemanticTokens>> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(None) };
    let end = view.text().text.len();
    Ok(Some(SemanticTokens { result_id: None, data: tokens(view, 0..end) }))
}

pub(super) fn range(state: &mut State, params: SemanticTokensRangeParams) -> Answer<Option<SemanticTokens>> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(None) };
    let bytes = view.text().lines().bytes(params.range);
    Ok(Some(SemanticTokens { result_id: None, data: tokens(view, bytes) }))
}

fn tokens(view: View<'_>, within: std::ops::Range<usize>) -> Vec<SemanticToken> {
    let source = view.text();
    let text = &source.text;
    // which words are keywords only the layout knows
    let laid = laid_out(view.file, text, &lex_words(text), &mut Diagnostics::default());
    let names = view.names();
    let mut found: Vec<SemanticToken> = Vec::new();
    let mut last = gen_lsp_types::Position { line: 0, character: 0 };
    for lexeme in lex(text) {
        let (start, end) = (lexeme.start as usize, lexeme.end as usize);
        if end < within.start || start > within.end {
            continue;
        }
        let Some((class, modifiers)) = class_of(view, lexeme.token, start, &laid, names.iter().as_slice()) else { continue };
        // a token of several lines is one a line
        let mut at = start;
        for line in text[start..end].split_inclusive('\n') {
            let shown = line.trim_end_matches(['\n', '\r']);
            if !shown.is_empty() {
                let position = source.lines().position(at);
                let delta_line = position.line - last.line;
                let delta_start = if delta_line == 0 { position.character - last.character } else { position.character };
                let length = view.client.encoding.length(shown) as u32;
                found.push(SemanticToken {
                    delta_line,
                    delta_start,
                    length,
                    token_type: class,
                    token_modifiers_bitset: modifiers,
                });
                last = position;
            }
            at += line.len();
        }
    }
    found
}

fn class_of(view: View<'_>, token: Token, start: usize, laid: &[(u32, Token, u32)], names: &[Named]) -> Option<(u32, u32)> {
    match token {
        Token::Comment => Some((class("comment"), 0)),
        Token::DocComment => Some((class("comment"), 1 << 2)),
        Token::Str | Token::TextBlock | Token::UnterminatedStr => Some((class("string"), 0)),
        Token::Int | Token::Date => Some((class("number"), 0)),
        Token::Arrow
        | Token::BothWays
        | Token::At
        | Token::Eq
        | Token::NotEq
        | Token::Less
        | Token::LessEq
        | Token::Greater
        | Token::GreaterEq => Some((class("operator"), 0)),
        Token::Ident => {
            let at = laid.partition_point(|(from, ..)| (*from as usize) < start);
            // ends of members and forgotten brackets stand at the same place, and have no width
            let here = laid[at..].iter().take_while(|(from, ..)| *from as usize == start);
            let word = here.filter(|(from, _, to)| to > from).map(|(_, token, _)| *token).next();
            if word.is_some_and(|word| !matches!(word, Token::Ident | Token::Misread)) {
                return Some((class("keyword"), 0));
            }
            let at = names.partition_point(|named| (named.span.start as usize) < start);
            let named = names.get(at).filter(|named| named.span.start as usize == start)?;
            let declares = u32::from(named.declares);
            let library =
                named.meaning.declaration(view.compilation(), &view.root.vocabulary()).is_none_or(|at| !view.is_own(at.file));
            Some((class(of_meaning(view, &named.meaning)), declares | u32::from(library) << 1))
        }
        _ => None,
    }
}

fn of_meaning(view: View<'_>, meaning: &Meaning) -> &'static str {
    match meaning {
        Meaning::Element(id) => match view.model().element(*id).kind {
            Kind::Boundary | Kind::System | Kind::Standard | Kind::Pack => "namespace",
            Kind::Rule | Kind::Clause | Kind::Factor => "function",
            _ => "variable",
        },
        Meaning::Local(_) => "variable",
        Meaning::Variable(..) => "parameter",
        Meaning::Type(_) | Meaning::Word => "class",
        Meaning::Attribute(_) => "property",
        Meaning::Derived(_) | Meaning::Builtin(_) | Meaning::Function => "function",
        Meaning::Set(_) => "enum",
        Meaning::Value(..) => "enumMember",
        Meaning::Module(_) => "namespace",
    }
}
