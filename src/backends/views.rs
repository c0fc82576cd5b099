//! The views in words, each with its picture: what it is for, everything it shows, what protects each flow that crosses a boundary, and why
//! a view is left out (FDA premarket guidance, V.B.2; rows B4 to B11). An internal document.

use super::artifact::picture_name;
use super::page::{Inline, Page};
use super::{kind, stated, title};
use crate::report::{AspectRow, ClauseUse, Report, SeveralWay, UpdateStep, ViewElement, ViewFlow, ViewRow};
use crate::words::{count, list};

/// The page: what there is, then a section a view, then what is left out.
pub fn page(report: &Report) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "Architecture views", &report.title);
    summary(&mut page, report);
    for view in report.views.iter().filter(|view| view.left_out.is_none()) {
        section(&mut page, view);
    }
    page.heading(2, "Views that are left out");
    let left_out: Vec<Inline> = report.views.iter().filter_map(left_out).collect();
    if left_out.is_empty() {
        page.paragraph("None: every view that is derived or declared has its picture above.");
    }
    page.list(&left_out);
    page.heading(2, "Elements in no picture");
    if report.in_no_picture.is_empty() {
        page.paragraph("None: each element, port and flow of the model is drawn in one of the pictures at least.");
    } else {
        page.paragraph("The views of the model leave these out everywhere. A reader of the pictures does not know of them.");
        page.list(&report.in_no_picture.iter().map(|id| Inline::code(id)).collect::<Vec<_>>());
    }
    page
}

fn summary(page: &mut Page, report: &Report) {
    page.heading(2, "Summary");
    let drawn = report.views.iter().filter(|view| view.left_out.is_none()).count();
    page.paragraph(format!(
        "{} with a picture and text, {} without. Names and ids are those of the other documents of this threat model.",
        count(drawn, "view"),
        report.views.len() - drawn,
    ));
    let rows: Vec<Vec<Inline>> = report
        .views
        .iter()
        .map(|view| {
            let clauses: Vec<Inline> = view.clauses.iter().map(|clause| Inline::code(&clause.id)).collect();
            let shows = match &view.left_out {
                Some(_) => "left out, see the end".to_owned(),
                None => format!("{}, {}", count(view.elements.len(), "element"), count(view.flows.len(), "flow")),
            };
            let clauses = if clauses.is_empty() { Inline::text("none") } else { Inline::lines(&clauses) };
            vec![Inline::code(&view.id), view.title.as_str().into(), kind_of(view).into(), shows.into(), clauses]
        })
        .collect();
    page.table(&["View", "Title", "Kind", "Shows", "Made for"], &rows);
}

fn kind_of(view: &ViewRow) -> String {
    view.type_name.clone().unwrap_or_else(|| if view.sequence { "use case" } else { "data-flow diagram" }.to_owned())
}

fn section(page: &mut Page, view: &ViewRow) {
    page.heading_of(2, &view.id, &view.title);
    page.paragraph(Inline::words(&[
        "Picture:".into(),
        Inline::code(&picture_name(kind::Kind::Dfd, &view.id, kind::Format::Svg)),
    ]));
    told(page, view);
}

/// A view in words: what it is for and everything it shows.
pub(super) fn told(page: &mut Page, view: &ViewRow) {
    page.paragraph(view.why.clone().unwrap_or_default());
    made_for(page, &view.clauses);
    if view.sequence {
        states(page, view);
    }
    shown(page, view);
    if !view.several.is_empty() {
        several(page, &view.several);
    }
    if !view.hops.is_empty() {
        page.heading(3, "Movements of the attacker");
        page.paragraph("By their numbers in the picture; what stands in the way of each, and what does not. The artifact `attack-paths` has them in full.");
        page.list(&view.hops.iter().map(|hop| hop.as_str().into()).collect::<Vec<Inline>>());
    }
    if !view.update.is_empty() {
        update(page, &view.update);
    }
    if !view.aspects.is_empty() {
        page.heading(3, "What a reader looks for in this view");
        page.list(&view.aspects.iter().map(aspect).collect::<Vec<_>>());
    }
    flows(page, view);
}

fn made_for(page: &mut Page, clauses: &[ClauseUse]) {
    for clause in clauses {
        let standard = if clause.standard.is_empty() {
            Inline::default()
        } else {
            let tag = if clause.evidence_tag == "verified" { String::new() } else { format!("; text {}", clause.evidence_tag) };
            format!("“{}” of {} ({}{tag})", clause.title, clause.standard, clause.binding).into()
        };
        page.paragraph(Inline::words(&["Made for".into(), Inline::code(&clause.id), standard]));
    }
}

fn states(page: &mut Page, view: &ViewRow) {
    page.paragraph(match &view.states[..] {
        [] => "In which states of the device (power-on, standby, operation …) this takes place is not stated: `states:` of a view of this function says so.".to_owned(),
        states => format!("Takes place in: {}.", list(states, "and")),
    });
}

/// Frames with what stands in them; each element is named with its kind and purpose.
fn shown(page: &mut Page, view: &ViewRow) {
    page.heading(3, "What is shown");
    for frame in view.elements.iter().filter(|element| element.opened) {
        let inside: Vec<&str> = directly_in(view, &frame.id).map(|element| element.name.as_str()).collect();
        let place = frame.within.as_ref().map_or_else(String::new, |within| format!(", inside {within}"));
        page.paragraph(Inline::words(&[
            Inline::strong(&frame.name),
            format!("({}{place}) holds {}.", lower(&frame.kind), list(&inside, "and")).into(),
            sentence(frame.purpose.as_deref()).into(),
            ports(frame).into(),
        ]));
    }
    let shapes = view.elements.iter().filter(|element| !element.opened);
    let items: Vec<Inline> = shapes
        .map(|element| {
            let place = element.within.as_ref().map_or_else(String::new, |within| format!(", in {within}"));
            Inline::words(&[
                Inline::strong(&element.name),
                format!("({}{place}).", lower(&element.kind)).into(),
                sentence(element.purpose.as_deref()).into(),
                ports(element).into(),
            ])
        })
        .collect();
    page.list(&items);
}

fn directly_in<'v>(view: &'v ViewRow, frame: &'v str) -> impl Iterator<Item = &'v ViewElement> {
    view.elements.iter().filter(move |element| element.parent.as_deref() == Some(frame))
}

fn ports(element: &ViewElement) -> String {
    if element.ports.is_empty() {
        return String::new();
    }
    let port = |port: &crate::report::ViewPort| {
        let mut remarks: Vec<&str> = Vec::new();
        if !port.used {
            remarks.push("nothing connects in this picture");
        }
        if let Some(state) = port.default_state.as_deref().filter(|state| *state != "enabled") {
            remarks.push(state);
        }
        if remarks.is_empty() { port.name.clone() } else { format!("{} ({})", port.name, remarks.join(", ")) }
    };
    let names: Vec<String> = element.ports.iter().map(port).collect();
    let noun = if names.len() == 1 { "Port" } else { "Ports" };
    format!("{noun}: {}.", list(&names, "and"))
}

/// Flows that cross a boundary with their protection, then those that stay within one.
fn flows(page: &mut Page, view: &ViewRow) {
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

fn aspect(row: &AspectRow) -> Inline {
    let title = Inline::strong(&format!("{}:", upper(&row.title)));
    match (&row.elements[..], &row.absent_because) {
        ([], Some(reason)) => Inline::words(&[title, format!("not applicable: {}", sentence(Some(reason))).into()]),
        ([], None) => Inline::words(&[
            title,
            "nothing of this kind is in the model, and why is not stated; a view of this type says it with".into(),
            Inline::code(&format!("{}:", row.attribute)),
        ]),
        (names, _) => Inline::words(&[title, format!("{}.", list(names, "and")).into()]),
    }
}

fn update(page: &mut Page, steps: &[UpdateStep]) {
    page.heading(3, "Steps of an update");
    let rows: Vec<Vec<Inline>> = steps
        .iter()
        .zip(1..)
        .map(|(step, number)| {
            let control = if step.uncontrolled.is_empty() {
                "the manufacturer's".to_owned()
            } else {
                format!("not the manufacturer's: {}", list(&step.uncontrolled, "and"))
            };
            let control = if step.on_device && step.uncontrolled.is_empty() { "the device's own".to_owned() } else { control };
            vec![
                number.to_string().into(),
                step.step.as_deref().unwrap_or("pass on").into(),
                Inline::words(&[Inline::strong(&step.name), format!("{} → {}", step.source, step.target).into()]),
                step.actor.as_str().into(),
                control.into(),
                stated::list(&step.verified, "nothing is stated").into(),
                joined(&step.failure).into(),
            ]
        })
        .collect();
    page.table(&["No.", "Step", "Hop", "Actor", "Under whose control", "Verified", "If it fails"], &rows);
    page.paragraph(match steps.iter().rev().find(|step| step.on_device && step.step.as_deref() != Some("keep")) {
        Some(last) => format!("The way ends in the running device, at {}.", last.target),
        None => "The way does not end in the device: no flow of the model carries software into it.".to_owned(),
    });
}

fn joined(texts: &[String]) -> String {
    if texts.is_empty() {
        return "not stated".to_owned();
    }
    texts.iter().map(|text| sentence(Some(text))).collect::<Vec<_>>().join(" ")
}

fn several(page: &mut Page, ways: &[SeveralWay]) {
    page.heading(3, "From each position to several patients");
    for way in ways {
        let goal = match (&way.target, &way.stop) {
            (Some(target), _) => format!("reaches {target}, which serves several patients."),
            (None, Some(stop)) => format!("reaches nothing that serves several patients. The way stops {stop}."),
            (None, None) => "reaches nothing that serves several patients.".to_owned(),
        };
        page.paragraph(Inline::words(&[Inline::strong(&format!("An attacker {}", way.position)), goal.into()]));
        let hops = way.hops.iter().map(|hop| {
            let gates: Vec<&str> = hop.present.iter().map(|obstacle| obstacle.text.as_str()).collect();
            let gates = if gates.is_empty() { "no gate".to_owned() } else { format!("gates: {}", list(&gates, "and")) };
            let missing =
                if hop.missing.is_empty() { String::new() } else { format!("; missing: {}", list(&hop.missing, "and")) };
            let text = if hop.text.starts_with(&way.position) { format!("The attacker {}", hop.text) } else { upper(&hop.text) };
            format!("{text} ({gates}{missing}).").into()
        });
        page.list(&hops.collect::<Vec<Inline>>());
        if way.target.is_some() {
            page.paragraph(match &way.onward[..] {
                [] => "From there no flow leads on into a device: the way to the therapy stops at this point.".to_owned(),
                names => format!("From there flows lead on into the device: {}.", names.join(" → ")),
            });
        }
    }
}

/// That and why a view has no picture.
pub(super) fn left_out(view: &ViewRow) -> Option<Inline> {
    let left_out = view.left_out.as_ref()?;
    let why = if left_out.on_purpose { "Left out by the manufacturer:" } else { "Cannot be made:" };
    Some(Inline::words(&[
        Inline::code(&view.id),
        Inline::strong(&view.title),
        why.into(),
        sentence(Some(&left_out.reason)).into(),
    ]))
}

/// A text that ends as a sentence does.
fn sentence(text: Option<&str>) -> String {
    let text = text.unwrap_or_default().trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', ':']) { text.to_owned() } else { format!("{text}.") }
}

/// The first letter small, unless the word is an abbreviation.
fn lower(text: &str) -> String {
    let mut signs = text.chars();
    match (signs.next(), signs.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => first.to_lowercase().chain(signs).collect(),
        _ => text.to_owned(),
    }
}

fn upper(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
