//! What the text does not say and the model knows: the direction of a port, the protection a flow or store is given.

use gen_lsp_types::{InlayHint, InlayHintKind, InlayHintParams, Label, Tooltip};

use crate::model::{AttributeId, Direction, ElementId, Kind, Origin};
use crate::report::build::single;
use crate::syntax::ast::{Body, Member};
use crate::text::Span;

use super::state::{Answer, State, Text, View};
use super::tree::{body_of, span_of};

pub(super) fn hints(state: &mut State, params: InlayHintParams) -> Answer<Option<Vec<InlayHint>>> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(None) };
    let Some(parse) = view.parse() else { return Ok(None) };
    let text = view.text();
    let bytes = text.lines().bytes(params.range);
    let mut hints = Vec::new();
    walk(view, &text, &parse.body, &bytes, &mut hints);
    Ok(Some(hints))
}

fn walk(view: View<'_>, text: &Text, body: &Body, bytes: &std::ops::Range<usize>, hints: &mut Vec<InlayHint>) {
    for member in body {
        let span = span_of(member);
        if (span.end as usize) < bytes.start || bytes.end < span.start as usize {
            continue;
        }
        let named = match member {
            Member::Declaration(declaration) => {
                let behind =
                    declaration.base.as_ref().map(|base| base.span).or(declaration.title.as_ref().map(|title| title.span));
                Some((declaration.name.span, behind.unwrap_or(declaration.name.span)))
            }
            Member::Flow(flow) => Some((flow.name.span, flow.over.as_ref().map_or(flow.target.span, |over| over.span))),
            _ => None,
        };
        if let Some((name, behind)) = named
            && let Some(id) = view.root.vocabulary().element(name)
        {
            hints.extend(hint(view, text, id, behind));
        }
        if let Some(inner) = body_of(member) {
            walk(view, text, inner, bytes, hints);
        }
    }
}

/// Protections beyond this many letters are counted: a hint must not push the text away, and editors cut off what is long.
const LONGEST: usize = 32;

/// What is known of an element beside its text, behind the head of its declaration.
fn hint(view: View<'_>, text: &Text, id: ElementId, behind: Span) -> Option<InlayHint> {
    let mut parts = Vec::new();
    let mut reasons = Vec::new();
    if view.model().element(id).kind == Kind::Port {
        let direction = view.model().direction(id);
        if direction != Direction::None {
            parts.push(if direction == Direction::Both { "both ways" } else { direction.word() }.to_owned());
            reasons.push("The direction follows from the flows that end at the port.".to_owned());
        }
    }
    let given = given(view, id);
    if !given.is_empty() {
        for fact in single::facts(view.compilation(), view.sources(), id) {
            if given.contains(&fact.attribute) {
                reasons.push(format!("{}: {}, {}", fact.attribute, fact.value, fact.origin));
            }
        }
        let mut letters = parts.iter().map(String::len).sum::<usize>();
        let shown = given.iter().take_while(|name| {
            letters += name.len();
            letters <= LONGEST
        });
        // one at least
        let shown = shown.count().max(1);
        let more = given.len() - shown;
        parts.extend(given.into_iter().take(shown));
        if more > 0 {
            parts.push(format!("{more} more"));
        }
    }
    if parts.is_empty() {
        return None;
    }
    Some(InlayHint {
        position: text.lines().position(behind.end as usize),
        label: Label::String(format!("‹{}›", parts.join(", "))),
        kind: Some(InlayHintKind::Type),
        text_edits: None,
        tooltip: Some(Tooltip::String(reasons.join("\n"))),
        padding_left: Some(true),
        padding_right: Some(false),
        data: None,
    })
}

/// The protections that a control, a boundary or a protocol gives an element; what it has by its type is no news.
fn given(view: View<'_>, id: ElementId) -> Vec<String> {
    let model = view.model();
    let kind = model.element(id).kind;
    let protections = (0..model.schema.attributes.len()).map(AttributeId::at).filter(|attribute| {
        let info = model.schema.info(*attribute);
        info.protection && info.owner.contains(kind)
    });
    let mut given = Vec::new();
    for attribute in protections {
        let Some(known) = model.known(id, attribute) else { continue };
        let inherited = match known.origin {
            Origin::Control(_) | Origin::Boundary(_) => true,
            Origin::Type(_) => kind == Kind::Flow,
            Origin::Set | Origin::Part => false,
        };
        let holds = !matches!(known.fact.value, crate::model::Value::Bool(false));
        if inherited && holds {
            given.push(model.schema.info(attribute).name.to_string());
        }
    }
    given
}
