//! Facts as a model would write them: by identities and names, never by titles, in an order that does not depend on the text.

use super::builtin::Builtin;
use super::value::Val;
use crate::graph::Exposures;
use crate::model::{ElementId, Fact, Model};
use crate::syntax::lex;
use crate::text::Span;

/// What is known of an attribute or a derived attribute of an element now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The value; `unknown` where nobody has said.
    pub value: String,
    /// Where it is said, or where the element is declared whose place in the model it follows from; nothing where it is unknown.
    pub place: Option<Span>,
}

/// What a fact says, whoever wrote it in whichever order: two models that say the same are the same text. The items of a list stand in their
/// order only where the attribute says that it tells something.
pub fn said(model: &Model, fact: &Fact) -> String {
    match Val::of(&fact.value) {
        Val::Items(items) if model.schema.info(fact.attribute).ordered => {
            let all: Vec<String> = items.iter().map(|item| words(model, &item)).collect();
            format!("[{}]", all.join(", "))
        }
        value => words(model, &value),
    }
}

/// The value of an attribute or derived attribute by name; nothing where the element has none of that name.
pub fn written(model: &Model, exposures: &Exposures, id: ElementId, name: &str) -> Option<Written> {
    let kind = model.element(id).kind;
    if let Some(attribute) = model.schema.attribute(kind, name) {
        let known = model.known(id, attribute);
        let value = known.map_or_else(|| words(model, &Val::Unknown), |known| said(model, known.fact));
        return Some(Written { value, place: known.map(|known| known.fact.span) });
    }
    let (builtin, _) = Builtin::of(&model.schema, kind, name)?;
    // what an element is called is no ground of anything
    if matches!(builtin, Builtin::Name | Builtin::Title) {
        return None;
    }
    let value = builtin.value(model, exposures, id);
    Some(Written { value: words(model, &value), place: Some(model.element(id).span) })
}

/// A condition without layout and comments, with identities for the paths of elements: one in which something was only renamed is the same.
pub fn condition(model: &Model, text: &str) -> String {
    let telling = lex(text).into_iter().filter(|lexeme| !lexeme.token.is_trivia());
    let words: Vec<&str> = telling.map(|lexeme| &text[lexeme.start as usize..lexeme.end as usize]).collect();
    let is_name = |word: &str| word.starts_with(|sign: char| sign.is_alphabetic() || sign == '_');
    let mut out = Vec::new();
    let mut left = words.into_iter().peekable();
    let mut path: Vec<&str> = Vec::new();
    while let Some(word) = left.next() {
        match word {
            "." if !path.is_empty() => continue,
            name if is_name(name) => path.push(name),
            other => out.push(other.to_owned()),
        }
        if !path.is_empty() && left.peek() != Some(&".") {
            out.push(identified(model, &std::mem::take(&mut path)));
        }
    }
    out.join(" ")
}

/// A path with the identity of the element it begins with; what follows that is asked of the element.
fn identified(model: &Model, path: &[&str]) -> String {
    let found = (1..=path.len()).rev().find_map(|end| Some((end, model.find(&path[..end].join("."))?)));
    match found {
        Some((end, id)) => [&[model.identity(id).as_str()], &path[end..]].concat().join("."),
        None => path.join("."),
    }
}

fn words(model: &Model, value: &Val<'_>) -> String {
    match value {
        Val::Unknown => "unknown".to_owned(),
        Val::Bool(true) => "yes".to_owned(),
        Val::Bool(false) => "no".to_owned(),
        Val::Int(number) => number.to_string(),
        Val::Text(text) => one_line(text),
        Val::Made(text) => one_line(text),
        Val::Date(date) => date.to_string(),
        Val::Symbol(set, at) => model.schema.set(*set).name_at(*at).to_owned(),
        Val::Element(id) => model.identity(*id),
        Val::Type(of) => model.type_of(*of).name.to_string(),
        Val::Items(items) => {
            let mut all: Vec<String> = items.iter().map(|item| words(model, &item)).collect();
            all.extend(items.partial.then(|| "unknown".to_owned()));
            all.sort_unstable();
            all.dedup();
            format!("[{}]", all.join(", "))
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
