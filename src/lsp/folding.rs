//! What can be folded away, and what a selection grows to. Both are read off the text, so that they work in files that do not parse.

use gen_lsp_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams, Position, SelectionRange, SelectionRangeParams};

use crate::syntax::ast::Member;
use crate::syntax::{Token, lex};

use super::position::Lines;
use super::state::{Answer, State};
use super::tree::{around, expressions, span_of};

pub(super) fn folding(state: &mut State, params: FoldingRangeParams) -> Answer<Option<Vec<FoldingRange>>> {
    let Some(draft) = state.draft(&params.text_document.uri) else { return Ok(None) };
    Ok(Some(ranges(&draft.document.text, draft.lines())))
}

fn ranges(text: &str, lines: Lines<'_>) -> Vec<FoldingRange> {
    let line = |byte: u32| lines.position(byte as usize).line;
    let mut found = Vec::new();
    let mut open: Vec<u32> = Vec::new();
    // comments and imports that follow each other, a line each
    let mut run: Option<(FoldingRangeKind, u32, u32)> = None;
    let mut begins = true;
    for lexeme in lex(text) {
        let at = line(lexeme.start);
        let word = &text[lexeme.start as usize..lexeme.end as usize];
        let kind = match lexeme.token {
            Token::Comment | Token::DocComment if begins => Some(FoldingRangeKind::Comment),
            Token::Ident if begins && open.is_empty() && word == "import" => Some(FoldingRangeKind::Imports),
            _ => None,
        };
        if begins && !matches!(lexeme.token, Token::Whitespace | Token::Newline) {
            run = match (run.take(), kind) {
                (Some((kind, first, last)), Some(same)) if kind == same && at == last + 1 => Some((kind, first, at)),
                (earlier, kind) => {
                    found.extend(earlier.and_then(|(kind, first, last)| region(first, last, Some(kind))));
                    kind.map(|kind| (kind, at, at))
                }
            };
        }
        match lexeme.token {
            Token::LBrace | Token::LBracket | Token::LParen => open.push(at),
            Token::RBrace | Token::RBracket | Token::RParen => {
                // the line of the closing bracket stays in sight
                found.extend(open.pop().and_then(|first| region(first, at.saturating_sub(1), None)));
            }
            Token::TextBlock => found.extend(region(at, line(lexeme.end), None)),
            _ => {}
        }
        begins = match lexeme.token {
            Token::Newline => true,
            Token::Whitespace => begins,
            _ => false,
        };
    }
    found.extend(run.and_then(|(kind, first, last)| region(first, last, Some(kind))));
    found.sort_by_key(|range| (range.start_line, range.end_line));
    found
}

fn region(start_line: u32, end_line: u32, kind: Option<FoldingRangeKind>) -> Option<FoldingRange> {
    let range = FoldingRange { start_line, start_character: None, end_line, end_character: None, kind, collapsed_text: None };
    (end_line > start_line).then_some(range)
}

pub(super) fn selection(state: &mut State, params: SelectionRangeParams) -> Answer<Option<Vec<SelectionRange>>> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(None) };
    let text = view.text();
    let empty = Vec::new();
    let body = view.parse().map_or(&empty, |parse| &parse.body);
    let grown = |position: &Position| {
        let byte = text.offset(*position);
        let members = around(body, byte);
        let whole = 0..text.text.len();
        let mut ranges: Vec<std::ops::Range<usize>> = std::iter::once(whole).collect();
        ranges.extend(members.iter().map(|member| span_of(member).range()));
        ranges.extend(members.last().into_iter().flat_map(|member: &&Member| expressions(member, byte)).map(|span| span.range()));
        let word = lex(&text.text).into_iter().find(|lexeme| lexeme.start as usize <= byte && byte < lexeme.end as usize);
        ranges.extend(word.filter(|word| !word.token.is_trivia()).map(|word| word.start as usize..word.end as usize));
        let mut chain: Option<SelectionRange> = None;
        let mut last = None;
        for range in ranges {
            // each step is inside of the one before
            if last.as_ref().is_some_and(|outer: &std::ops::Range<usize>| {
                *outer == range || range.start < outer.start || range.end > outer.end
            }) {
                continue;
            }
            chain = Some(SelectionRange { range: text.lines().range(range.clone()), parent: chain.map(Box::new) });
            last = Some(range);
        }
        chain.unwrap_or(SelectionRange { range: text.lines().range(byte..byte), parent: None })
    };
    Ok(Some(params.positions.iter().map(grown).collect()))
}
