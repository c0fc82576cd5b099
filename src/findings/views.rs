//! What is wrong with views: an empty reason, a flow that cannot be shown, a filter that does not exist.

use crate::diagnostic::{Diagnostic, Diagnostics, code::Code};
use crate::model::{Element, ElementId, Kind, KindSet, Model};
use crate::rules::{RuleSet, Type};
use crate::text::Span;
use crate::words::{nearest, tick};

/// Filters of views.
const FILTERS: [&str; 4] = ["elements_where", "flows_where", "ports_where", "closes_where"];

/// What a filter is about.
fn filtered(attribute: &str) -> KindSet {
    match attribute {
        "flows_where" => KindSet::of(Kind::Flow),
        "ports_where" => KindSet::of(Kind::Port),
        _ => KindSet::DRAWN,
    }
}

/// Checks the views of the model; the library's types of views are checked by its tests.
pub(crate) fn check_views(model: &Model, rules: &RuleSet, diagnostics: &mut Diagnostics) {
    for (id, view) in model.iter().filter(|(_, element)| element.kind == Kind::View && !element.library) {
        if let Some(reason) = model.text(id, "omit") {
            if reason.trim().is_empty() {
                diagnostics.push(empty_omission(model, id, span_of(model, view, "omit")));
            }
            continue;
        }
        check_flows(model, id, view, diagnostics);
        for attribute in FILTERS {
            let Some(name) = model.text(id, attribute) else { continue };
            let of_bool = |kind: Kind| matches!(rules.table.find(kind, name), Some((_, Type::Bool)));
            if !filtered(attribute).iter().any(of_bool) {
                let near = nearest(name, rules.table.names(filtered(attribute)));
                diagnostics.push(unknown_filter(name, attribute, near, span_of(model, view, attribute)));
            }
        }
    }
}

fn check_flows(model: &Model, id: ElementId, view: &Element, diagnostics: &mut Diagnostics) {
    let of = model.references(id, "of");
    if of.is_empty() {
        return;
    }
    let shown =
        |end: ElementId| std::iter::successors(Some(end), |id| model.element(*id).parent).any(|around| of.contains(&around));
    let neighbours = model.bool(id, "neighbours") == Some(true);
    for flow in model.references(id, "flows") {
        let Some(ends) = model.relations.ends(model, flow) else { continue };
        let outside: Vec<ElementId> = [ends.source, ends.target].into_iter().filter(|end| !shown(*end)).collect();
        let drawn = if neighbours { outside.len() < 2 } else { outside.is_empty() };
        if let (Some(end), false) = (outside.first(), drawn) {
            diagnostics.push(flow_outside(model, id, flow, *end, span_of(model, view, "flows")));
        }
    }
}

/// Where an attribute of a view is set, else where the view is declared.
fn span_of(model: &Model, view: &Element, attribute: &str) -> Span {
    let attribute = model.schema.attribute(Kind::View, attribute);
    let fact = view.facts.iter().find(|fact| Some(fact.attribute) == attribute);
    fact.map_or(view.span, |fact| fact.span)
}

/// TM0431
fn empty_omission(model: &Model, id: ElementId, span: Span) -> Diagnostic {
    Diagnostic::new(Code::EmptyOmission, span)
        .message(format!("the view {} is left out without a reason", tick(&model.path(id))))
        .label("says nothing")
        .note("a reader who misses the view reads the reason in its place")
        .help("say why the view does not fit this device, or remove `omit:`")
}

/// TM0432
fn flow_outside(model: &Model, id: ElementId, flow: ElementId, end: ElementId, span: Span) -> Diagnostic {
    let (flow, end) = (tick(&model.path(flow)), tick(&model.path(end)));
    Diagnostic::new(Code::FlowOutsideView, span)
        .message(format!("the view {} cannot show {flow}", tick(&model.path(id))))
        .label(format!("{flow} ends at {end}, outside what `of:` lists"))
        .note("the flow is left out of the picture")
        .help(format!("add {end}, or what it stands in, to `of:`; with `neighbours: yes`, one end may stand outside"))
}

/// TM0433
fn unknown_filter(name: &str, attribute: &str, near: Option<&str>, span: Span) -> Diagnostic {
    let what = match attribute {
        "flows_where" => "flows",
        "ports_where" => "ports",
        _ => "elements",
    };
    Diagnostic::new(Code::UnknownFilter, span)
        .message(format!("no derived attribute of {what} is called {}", tick(name)))
        .label("a derived attribute of yes or no is needed")
        .did_you_mean(near)
        .help(format!("declare it with `define`, for the {what} that the view shows"))
}
