//! The canonical form as edits of the blanks between words, so that nothing else in the editor moves.

use gen_lsp_types::{DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit};

use crate::format::format;
use crate::syntax::{Token, lex};

use super::position::Lines;
use super::state::{Answer, State};

pub(super) fn whole(state: &mut State, params: DocumentFormattingParams) -> Answer<Option<Vec<TextEdit>>> {
    let Some(draft) = state.draft(&params.text_document.uri) else { return Ok(None) };
    let text = &draft.document.text;
    Ok(Some(edits(text, draft.lines(), 0..text.len())))
}

pub(super) fn range(state: &mut State, params: DocumentRangeFormattingParams) -> Answer<Option<Vec<TextEdit>>> {
    let Some(draft) = state.draft(&params.text_document.uri) else { return Ok(None) };
    let lines = draft.lines();
    let mut bytes = lines.bytes(params.range);
    bytes.start = lines.line_start(bytes.start);
    Ok(Some(edits(&draft.document.text, lines, bytes)))
}

/// The edits in some bytes that make a text canonical.
fn edits(text: &str, lines: Lines<'_>, within: std::ops::Range<usize>) -> Vec<TextEdit> {
    let canonical = format(text);
    let (old, new) = (pieces(text), pieces(&canonical));
    // the words stay; were they otherwise, nothing would be touched
    if old.len() != new.len() {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut push = |bytes: std::ops::Range<usize>, new_text: &str| {
        let inside = within.start <= bytes.start && bytes.end <= within.end;
        if inside && text[bytes.clone()] != *new_text {
            edits.push(TextEdit { range: lines.range(bytes), new_text: new_text.to_owned() });
        }
    };
    let (mut at, mut there) = (0, 0);
    for (before, after) in old.iter().zip(&new) {
        push(at..before.start, &canonical[there..after.start]);
        push(before.clone(), &canonical[after.clone()]);
        (at, there) = (before.end, after.end);
    }
    push(at..text.len(), &canonical[there..]);
    edits
}

/// Where the words, marks and comments of a text stand, comments without the blanks at their end.
fn pieces(text: &str) -> Vec<std::ops::Range<usize>> {
    let words = lex(text).into_iter().filter(|lexeme| !matches!(lexeme.token, Token::Whitespace | Token::Newline));
    words
        .map(|lexeme| {
            let (start, end) = (lexeme.start as usize, lexeme.end as usize);
            match lexeme.token {
                Token::Comment | Token::DocComment => start..start + text[start..end].trim_end().len(),
                _ => start..end,
            }
        })
        .collect()
}
