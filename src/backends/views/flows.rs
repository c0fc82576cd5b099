//! The arrows of a picture in words: what moves, across which boundaries, and what protects it.

use super::sentence;
use crate::backends::page::{Inline, Page};
use crate::report::{ViewFlow, ViewRow};
use crate::words::list;

/// Flows that cross a boundary with their protection, then those that stay within one.
pub(super) fn flows(page: &mut Page, view: &ViewRow) {
    if view.flows.is_empty() {
        page.heading(3, "Flows");
        page.paragraph("No flow is drawn in this picture.");
        return;
    }
    let (heading_of_all, numbered) = if view.sequence { ("Messages, from first to last", true) } else { ("Flows", false) };
    if numbered {
        page.heading(3, heading_of_all);
        let told = view.flows.iter().zip(1..);
        page.list(&told.map(|(flow, number)| flow_told(view, flow, Some(number))).collect::<Vec<_>>());
        return;
    }
    for (heading, crossing) in [("Flows that cross a trust boundary", true), ("Flows within one trust boundary", false)] {
        let some: Vec<Inline> = view
            .flows
            .iter()
            .filter(|flow| flow.crosses.is_empty() != crossing)
            .map(|flow| flow_told(view, flow, None))
            .collect();
        if !some.is_empty() {
            page.heading(3, heading);
            page.list(&some);
        }
    }
}

fn flow_told(view: &ViewRow, flow: &ViewFlow, number: Option<usize>) -> Inline {
    let number = number.map_or_else(String::new, |number| format!("{number}."));
    let moves = if flow.two_way { "and" } else { "to" };
    let verb = if flow.two_way { "exchanged between" } else { "from" };
    let carried = if flow.carries.is_empty() { "data that nobody states".to_owned() } else { list(&flow.carries, "and") };
    let over =
        flow.protocol.as_ref().map_or_else(|| ", over a protocol that is not stated".to_owned(), |name| format!(", over {name}"));
    let crossed = if flow.crosses.is_empty() { String::new() } else { format!("It crosses {}.", list(&flow.crosses, "and")) };
    let failures = flow.on_failure.iter().map(|text| sentence(Some(text))).collect::<Vec<_>>().join(" ");
    let failures = if number.is_empty() || failures.is_empty() {
        String::new()
    } else {
        format!("When the connection fails or is misused: {failures}")
    };
    Inline::words(&[
        number.into(),
        Inline::strong(&flow.name),
        Inline::code(&flow.id),
        format!("{carried} {verb} {} {moves} {}{over}.", flow.source, flow.target).into(),
        crossed.into(),
        protection(flow, !view.for_customers).into(),
        failures.into(),
    ])
}

/// What protects a flow, what does not, and what nobody has said.
fn protection(flow: &ViewFlow, with_controls: bool) -> String {
    if flow.signal_only {
        return "A signal at a wire, a screen or a loudspeaker: there is no message to authenticate or encrypt.".to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    if !flow.protected.is_empty() {
        let by: Vec<String> = flow
            .controls
            .iter()
            .map(|control| match &control.status {
                Some(status) => format!("{} ({status})", control.name),
                None => control.name.clone(),
            })
            .collect();
        let by = if by.is_empty() || !with_controls { String::new() } else { format!("; controls: {}", list(&by, "and")) };
        parts.push(format!("Protected: {}{by}.", flow.protected.join(", ")));
    }
    if !flow.missing.is_empty() {
        parts.push(format!("Missing: {}.", flow.missing.join(", ")));
    }
    // on a boundary, silence is a gap; within one, few flows need a protection of their own
    if !flow.unknown.is_empty() && !flow.crosses.is_empty() {
        parts.push(format!("Not stated: {}.", flow.unknown.join(", ")));
    }
    parts.join(" ")
}
