//! Writes the ground of a decision into its text: the `basis` attribute changes or is added, every other byte stays.

use crate::format::format;
use crate::syntax::ast::{Attribute, ExprKind, Member, Respond};
use crate::syntax::parse;
use crate::text::FileId;

/// A piece of text to be put in the place of a range of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    start: usize,
    end: usize,
    text: String,
}

/// The text with edits, which do not overlap.
pub(super) fn edited(text: &str, edits: &[Edit]) -> String {
    let mut order: Vec<&Edit> = edits.iter().collect();
    order.sort_by_key(|edit| std::cmp::Reverse(edit.start));
    let mut edited = text.to_owned();
    for edit in order {
        edited.replace_range(edit.start..edit.end, &edit.text);
    }
    edited
}

/// What makes a decision in a text say its ground; nothing where it says so already, or has none and says none.
pub(super) fn stamp(text: &str, respond: &Respond, ground: &[String]) -> Option<Edit> {
    let lines = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if let Some(basis) = attribute(respond, "basis") {
        let (start, end) = (basis.name.span.start as usize, basis.value.span.end as usize);
        let alone = text.get(respond.span.start as usize..respond.span.end as usize).is_some_and(|block| block.contains('\n'));
        let text = if alone { written(ground, lines) } else { format!("basis: [{}]", quoted(ground).join(", ")) };
        return (stated(basis) != ground).then_some(Edit { start, end, text });
    }
    let last = respond
        .body
        .iter()
        .filter_map(|member| if let Member::Attribute(said) = member { Some(said) } else { None })
        .next_back()?;
    if ground.is_empty() {
        return None;
    }
    let after = last.value.span.end as usize;
    let rest = text.get(after..)?;
    let line_end = rest.find('\n').map_or(rest.len(), |at| if rest[..at].ends_with('\r') { at - 1 } else { at });
    // the brace that closes the decision stands on the same line
    if after + line_end >= respond.span.end as usize {
        let list = quoted(ground).join(", ");
        return Some(Edit { start: after, end: after, text: format!(", basis: [{list}]") });
    }
    let at = after + line_end;
    Some(Edit { start: at, end: at, text: format!("{lines}    {}", written(ground, lines)) })
}

/// The facts a `basis` names.
fn stated(basis: &Attribute) -> Vec<&str> {
    let items = if let ExprKind::List(items) = &basis.value.kind { &items[..] } else { &[] };
    items.iter().filter_map(|item| if let ExprKind::Text(text) = &item.kind { Some(text.as_str()) } else { None }).collect()
}

/// `basis: [ … ]` as `ward fmt` lays it out inside a decision.
fn written(ground: &[String], lines: &str) -> String {
    let list: String = quoted(ground).iter().map(|fact| format!("{fact},\n")).collect();
    let list = if list.is_empty() { String::new() } else { format!("\n{list}") };
    let block = format(&format!("respond R @ e {{\nbasis: [{list}]\n}}\n"));
    let parsed = parse(FileId(0), &block);
    let basis = match parsed.body.first() {
        Some(Member::Respond(respond)) => attribute(respond, "basis").map(|said| said.name.span.to(said.value.span)),
        _ => None,
    };
    basis.and_then(|span| block.get(span.range())).unwrap_or_default().replace('\n', lines)
}

fn quoted(ground: &[String]) -> Vec<String> {
    ground.iter().map(|fact| format!("\"{}\"", fact.replace('\\', "\\\\").replace('"', "\\\""))).collect()
}

fn attribute<'a>(respond: &'a Respond, name: &str) -> Option<&'a Attribute> {
    respond.body.iter().find_map(|member| match member {
        Member::Attribute(said) if said.name.text == name => Some(said),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, ground: &[&str], expected: &str) {
        let ground: Vec<String> = ground.iter().map(|fact| (*fact).to_owned()).collect();
        let stamped = |text: &str| {
            let parsed = parse(FileId(0), text);
            assert!(parsed.diagnostics.is_empty(), "{text}");
            let Some(Member::Respond(respond)) = parsed.body.into_iter().next() else { panic!("a decision: {text}") };
            stamp(text, &respond, &ground).map(|edit| edited(text, &[edit]))
        };
        let once = stamped(text);
        assert_eq!(once.as_deref().unwrap_or(text), expected);
        assert_eq!(stamped(expected), None, "stamping again changes nothing");
    }

    #[test]
    fn a_ground_is_added_after_the_last_attribute() {
        case(
            "respond R @ e {\n  accept: \"x\" // why\n  // end\n}\nactor a\n",
            &["e.a = yes", "e.b = \"q\" \\"],
            "respond R @ e {\n  accept: \"x\" // why\n    basis: [\n        \"e.a = yes\",\n        \"e.b = \\\"q\\\" \\\\\",\n    ]\n  // end\n}\nactor a\n",
        );
        case("respond R @ e { accept: \"x\" }\n", &["e.a = yes"], "respond R @ e { accept: \"x\", basis: [\"e.a = yes\"] }\n");
        case(
            "respond R @ e {\r\n    accept: \"x\"\r\n}\r\n",
            &["e.a = yes"],
            "respond R @ e {\r\n    accept: \"x\"\r\n    basis: [\r\n        \"e.a = yes\",\r\n    ]\r\n}\r\n",
        );
        case(
            "respond R @ e { basis: [], accept: \"x\" }\n",
            &["e.a = yes"],
            "respond R @ e { basis: [\"e.a = yes\"], accept: \"x\" }\n",
        );
        case("respond R @ e { accept: \"x\" }\n", &[], "respond R @ e { accept: \"x\" }\n");
    }

    #[test]
    fn a_ground_that_is_there_is_replaced_in_its_place() {
        case(
            "respond R @ e {\n    basis:  [\"e.a = no\"] // stamped\n    accept: \"x\"\n}\n",
            &["e.a = yes"],
            "respond R @ e {\n    basis: [\n        \"e.a = yes\",\n    ] // stamped\n    accept: \"x\"\n}\n",
        );
    }
}
