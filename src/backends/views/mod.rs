//! The views in words, each with its picture: what it is for, everything it shows, what protects each flow that crosses a boundary, and why
//! a view is left out (FDA premarket guidance, V.B.2; rows B4 to B11). An internal document.

mod flows;
mod ways;

use super::album::Album;
use super::kind::Kind;
use super::page::{Inline, Page};
use super::{Audience, plain, stated, title};
use crate::report::{AspectRow, ClauseUse, Report, ViewElement, ViewPort, ViewRow};
use crate::words::{count, list};

/// The page: what there is, then a section a view, then what is left out. A customer gets the views that are made for him.
pub fn page(report: &Report, audience: Audience, album: &Album) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "Architecture views", &report.title);
    let shown = |view: &&ViewRow| view.left_out.is_none() && (audience == Audience::Internal || view.for_customers);
    let views: Vec<&ViewRow> = report.views.iter().filter(shown).collect();
    match audience {
        Audience::Internal => summary(&mut page, report),
        Audience::Customer => for_customers(&mut page, views.len()),
    }
    for view in views {
        section(&mut page, view, audience, album);
    }
    if audience == Audience::Internal {
        not_shown(&mut page, report);
    }
    page
}

fn for_customers(page: &mut Page, views: usize) {
    page.paragraph(match views {
        0 => "The model declares no view for readers outside the manufacturer: `for_customers: yes` of a view declares one.",
        _ => "Names and ids are those of the listing of ports and connections.",
    });
}

/// What a reader of the pictures does not get to see, and why.
fn not_shown(page: &mut Page, report: &Report) {
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

fn section(page: &mut Page, view: &ViewRow, audience: Audience, album: &Album) {
    page.heading_of(2, &view.id, &view.title);
    page.paragraph(view.why.clone().unwrap_or_default());
    if audience == Audience::Internal {
        made_for(page, &view.clauses);
    }
    for plate in album.of(Kind::Dfd, &view.id) {
        page.picture(plate, plate.title.as_str());
    }
    body(page, view);
}

/// A view in words, for a page that lists the flows of its pictures: what it is for and what else it shows. A story is told in full.
pub(super) fn told(page: &mut Page, view: &ViewRow) {
    page.paragraph(view.why.clone().unwrap_or_default());
    made_for(page, &view.clauses);
    things(page, view);
    if view.sequence {
        flows::flows(page, view);
    }
}

/// Everything a view shows.
fn body(page: &mut Page, view: &ViewRow) {
    things(page, view);
    flows::flows(page, view);
}

/// Everything but the flows.
fn things(page: &mut Page, view: &ViewRow) {
    if view.sequence {
        states(page, view);
    }
    shown(page, view);
    ports_told(page, view);
    if !view.several.is_empty() {
        ways::several(page, &view.several);
    }
    if !view.hops.is_empty() {
        page.heading(3, "Movements of the attacker");
        page.paragraph("By their numbers in the picture; what stands in the way of each, and what does not. The artifact `attack-paths` has them in full.");
        page.list(&view.hops.iter().map(|hop| hop.as_str().into()).collect::<Vec<Inline>>());
    }
    if !view.update.is_empty() {
        ways::update(page, &view.update);
    }
    if !view.aspects.is_empty() {
        page.heading(3, "What a reader looks for in this view");
        page.list(&view.aspects.iter().map(aspect).collect::<Vec<_>>());
    }
}

/// The ports of a picture, by the identities of their listing.
fn ports_told(page: &mut Page, view: &ViewRow) {
    let at = |element: &'_ ViewElement, port: &ViewPort| -> Vec<Inline> {
        let state = stated::text(port.default_state.as_deref());
        vec![
            port.name.as_str().into(),
            Inline::code(&port.id),
            element.name.as_str().into(),
            plain::default_state(&state).into(),
            stated::yes_no(port.used).into(),
        ]
    };
    let rows: Vec<Vec<Inline>> =
        view.elements.iter().flat_map(|element| element.ports.iter().map(move |port| at(element, port))).collect();
    if !rows.is_empty() {
        page.heading(3, "Ports in this picture");
        page.table(&["Port", "Id", "At", "State as shipped", "Does a flow of the picture end at it?"], &rows);
    }
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
    let port = |port: &ViewPort| {
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
