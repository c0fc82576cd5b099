//! A type of one's own from what an element says of itself.

use std::ops::Range as Bytes;

use crate::model::Kind;
use crate::syntax::ast::{Attribute, Declaration, Keyword, Member};

use super::actions::declaration_at;
use super::edits::Edits;
use super::state::View;
use super::tree::{around, span_of};

/// Moves the attributes of the declaration at some bytes into a new type before the outermost declaration around; nothing where there is nothing to
/// be moved.
pub(super) fn extract_type(view: View<'_>, bytes: &Bytes<usize>) -> Option<Edits> {
    let parse = view.parse()?;
    let members = around(&parse.body, bytes.start);
    let declaration = declaration_at(&members, bytes)?;
    let typed = matches!(
        declaration.keyword,
        Keyword::Actor
            | Keyword::External
            | Keyword::Process
            | Keyword::Store
            | Keyword::Port
            | Keyword::Boundary
            | Keyword::Data
            | Keyword::Control
            | Keyword::Harm
    );
    let moved: Vec<&Attribute> = declaration.body.iter().filter_map(moves).collect();
    if !typed || moved.is_empty() || declaration.base.as_ref().is_some_and(|base| base.names.is_empty()) {
        return None;
    }
    let name = free_name(view, declaration);
    let base = declaration
        .base
        .as_ref()
        .map_or_else(|| Kind::of_keyword(declaration.keyword).map_or("", Kind::word).to_owned(), |base| base.text());
    let text = &view.sources().file(view.file).text;
    let mut edits = Edits::default();
    let lines: Vec<String> = moved
        .iter()
        .map(|attribute| format!("    {}\n", view.sources().slice(attribute.name.span.to(attribute.value.span))))
        .collect();
    let outermost = span_of(members.first()?).start as usize;
    edits.insert(view.file, above_comments(text, outermost), format!("type {name} : {base} {{\n{}}}\n\n", lines.concat()));
    match &declaration.base {
        Some(base) => edits.replace(base.span, name),
        None => {
            let behind = declaration.title.as_ref().map_or(declaration.name.span, |title| title.span);
            edits.insert(view.file, behind.end as usize, format!(" : {name}"));
        }
    }
    for attribute in moved {
        let span = attribute.name.span.to(attribute.value.span);
        edits.replace(with_its_end(text, span), "");
    }
    Some(edits)
}

/// What every element of the type would say; not what tells this one from others.
fn moves(member: &Member) -> Option<&Attribute> {
    match member {
        Member::Attribute(attribute) if !["was", "purpose", "label", "description"].contains(&&*attribute.name.text) => {
            Some(attribute)
        }
        _ => None,
    }
}

fn free_name(view: View<'_>, declaration: &Declaration) -> String {
    let camel: String = declaration
        .name
        .text
        .split('_')
        .map(|part| {
            let mut signs = part.chars();
            signs.next().map_or(String::new(), |first| first.to_uppercase().chain(signs).collect())
        })
        .collect();
    let free = |name: &String| view.model().type_named(name).is_none();
    let numbered = (2..).map(|number| format!("{camel}{number}"));
    std::iter::once(camel.clone()).chain(numbered).find(free).unwrap_or(camel.clone())
}

/// Before the documentation of what begins at a byte.
fn above_comments(text: &str, byte: usize) -> usize {
    let mut at = text[..byte].rfind('\n').map_or(0, |line| line + 1);
    while let Some(before) = text[..at].strip_suffix('\n') {
        let line = before.rfind('\n').map_or(0, |line| line + 1);
        if !before[line..].trim_start().starts_with("//") {
            break;
        }
        at = line;
    }
    at
}

/// The span of a member with the comma or the line that it takes.
fn with_its_end(text: &str, span: crate::text::Span) -> crate::text::Span {
    let (start, end) = (span.start as usize, span.end as usize);
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let rest = &text[end..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let new = |start: usize, end: usize| crate::text::Span::new(span.file, start as u32, end as u32);
    if rest[blanks..].starts_with(',') {
        let after = &rest[blanks + 1..];
        let more = after.len() - after.trim_start_matches([' ', '\t']).len();
        return new(start, end + blanks + 1 + more);
    }
    // alone on its line
    if text[line..start].trim().is_empty() && rest[blanks..].starts_with('\n') {
        return new(line, end + blanks + 1);
    }
    new(start, end)
}
