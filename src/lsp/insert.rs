//! Where a new line goes in a declaration.

use crate::model::ElementId;
use crate::syntax::ast::Member;
use crate::syntax::{Token, lex};
use crate::text::Span;

use super::edits::Edits;
use super::state::View;
use super::tree::{around, span_of};

/// Writes a line into the braces of the declaration of an element; false where it is not declared in a file that can be changed.
pub(super) fn attribute_line(view: View<'_>, id: ElementId, line: &str, edits: &mut Edits) -> bool {
    let name = view.model().element(id).span;
    if !view.is_own(name.file) {
        return false;
    }
    let file = view.compilation().program.files.iter().find(|file| file.id == name.file);
    let members = file.map_or_else(Vec::new, |file| around(&file.parse.body, name.start as usize));
    let declared = members.last().filter(|member| matches!(member, Member::Declaration(_) | Member::Flow(_)));
    if let Some(member) = declared {
        first_line(view, span_of(member), line, edits);
    }
    declared.is_some()
}

/// Writes a line behind the opening brace of a declaration; with braces of its own where there are none.
pub(super) fn first_line(view: View<'_>, declaration: Span, line: &str, edits: &mut Edits) {
    let text = view.sources().slice(declaration);
    let brace = lex(text).into_iter().find(|lexeme| lexeme.token == Token::LBrace);
    let Some(brace) = brace else {
        return edits.insert(declaration.file, declaration.end as usize, format!(" {{ {line} }}"));
    };
    let (at, rest) = (declaration.start as usize + brace.end as usize, &text[brace.end as usize..]);
    let alone = rest.lines().next().unwrap_or_default().trim().is_empty();
    let new = match (alone, rest.trim_start().starts_with('}')) {
        (true, _) => {
            let below = rest.lines().nth(1).unwrap_or_default();
            format!("\n{}    {}", indentation(view, declaration), in_column(line, below))
        }
        (false, true) => format!(" {line} "),
        (false, false) => format!(" {line},"),
    };
    edits.insert(declaration.file, at, new);
}

/// A line `name: value` with its value in the column of the line below, as the canonical form has it.
fn in_column(line: &str, below: &str) -> String {
    let Some((name, value)) = line.split_once(": ") else { return line.to_owned() };
    match value_column(below.trim()) {
        Some(column) => format!("{:<column$}{value}", format!("{name}: ")),
        None => line.to_owned(),
    }
}

/// Where the value begins of an attribute that is one line; nothing for any other line.
fn value_column(line: &str) -> Option<usize> {
    let (name, rest) = line.split_once(':')?;
    let value = rest.trim_start();
    let is_name = matches!(&lex(name)[..], [word] if word.token == Token::Ident);
    let is_whole = !value.is_empty() && !value.ends_with(['[', ',', '(', '{']);
    (is_name && is_whole).then(|| name.chars().count() + 1 + rest.chars().count() - value.chars().count())
}

/// The blanks at the beginning of the line on which something begins.
fn indentation(view: View<'_>, span: Span) -> String {
    let text = &view.sources().file(span.file).text;
    let start = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    text[start..].chars().take_while(|sign| matches!(sign, ' ' | '\t')).collect()
}
