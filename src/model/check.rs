//! What a resolved model should not be: flows over media that do not fit, ports nobody explains, claims without controls.

use super::element::FlowEnds;
use super::ids::{ElementId, TypeId};
use super::kind::{Kind, KindSet};
use super::provenance::Origin;
use super::resolved::Model;
use super::value::Value;
use crate::diagnostic::{Diagnostic, Diagnostics, code::Code};
use crate::text::SourceMap;
use crate::words::{list, tick};

/// Checks the model's own declarations; the library's are checked by its tests.
pub fn check(model: &Model, sources: &SourceMap, diagnostics: &mut Diagnostics) {
    for ends in &model.flows {
        check_flow(model, ends, sources, diagnostics);
    }
    for (id, element) in model.iter() {
        match element.kind {
            // a port that a type brought along is a way in like any other
            Kind::Port => check_port(model, id, diagnostics),
            _ if element.library => {}
            Kind::Process | Kind::Store => check_placed(model, id, diagnostics),
            Kind::System => check_system(model, id, diagnostics),
            _ => {}
        }
    }
    check_data(model, diagnostics);
    check_claims(model, diagnostics);
}

fn check_system(model: &Model, id: ElementId, diagnostics: &mut Diagnostics) {
    if let Some(first) = model.system().filter(|first| *first != id) {
        diagnostics.push(
            Diagnostic::new(Code::SystemCount, model.element(id).span)
                .message("a model describes one system")
                .label("a second one")
                .also(model.element(first).span, "the first one"),
        );
    }
}

/// The media an attribute of a type or port lists.
fn media(values: Option<&Value>) -> Option<Vec<u16>> {
    let Some(Value::List(values)) = values else { return None };
    Some(values.iter().filter_map(|value| if let Value::Symbol(_, at) = value { Some(*at) } else { None }).collect())
}

fn protocol_media(model: &Model, protocol: TypeId) -> Option<Vec<u16>> {
    let attribute = model.schema.attribute(Kind::Protocol, "runs_on")?;
    model
        .line_of(protocol)
        .find_map(|of| media(super::resolved::fact(&model.type_of(of).facts, attribute).map(|fact| &fact.value)))
}

fn check_flow(model: &Model, ends: &FlowEnds, sources: &SourceMap, diagnostics: &mut Diagnostics) {
    let flow = model.element(ends.flow);
    if let Some((protocol, runs_on)) = ends.protocol.and_then(|of| protocol_media(model, of).map(|media| (of, media))) {
        for end in [ends.source, ends.target].into_iter().filter(|end| model.element(*end).kind == Kind::Port) {
            let offers = media(model.value(end, "offers"));
            if offers.is_some_and(|offers| !offers.iter().any(|medium| runs_on.contains(medium))) {
                diagnostics.push(medium_mismatch(model, ends, end, protocol, &runs_on));
                break;
            }
        }
    }
    if flow.library {
        return;
    }
    let device = |id: &ElementId| model.bool(*id, "device") == Some(true);
    let crossed = model.relations.between(ends.source, ends.target);
    for boundary in crossed.iter().filter(|id| device(id)) {
        let inside = if model.relations.boundaries_of(ends.source).contains(boundary) { ends.source } else { ends.target };
        if model.element(inside).kind != Kind::Port && !sources.slice(flow.span).is_empty() {
            diagnostics.push(unbound_crossing(model, ends, *boundary, inside));
            break;
        }
    }
}

/// TM0211
fn medium_mismatch(model: &Model, ends: &FlowEnds, port: ElementId, protocol: TypeId, runs_on: &[u16]) -> Diagnostic {
    let set = model.schema.set_named("media").map(|set| model.schema.set(set));
    let titles = |media: &[u16]| -> String {
        let titles: Vec<&str> = media.iter().filter_map(|at| set.map(|set| set.title_at(*at))).collect();
        list(&titles, "or")
    };
    let offers = media(model.value(port, "offers")).unwrap_or_default();
    let name = &model.type_of(protocol).name;
    Diagnostic::new(Code::MediumMismatch, model.element(ends.flow).span)
        .message(format!("{} does not run on what the port {} offers", tick(name), tick(&model.path(port))))
        .label(format!("this flow is over {name}"))
        .also(model.element(port).span, format!("offers {}", titles(&offers)))
        .note(format!("{name} runs on {}", titles(runs_on)))
        .help("choose a protocol that fits the port, or end the flow at another port")
}

/// TM0254
fn unbound_crossing(model: &Model, ends: &FlowEnds, boundary: ElementId, inside: ElementId) -> Diagnostic {
    Diagnostic::new(Code::UnboundCrossing, model.element(ends.flow).span)
        .message(format!(
            "{} crosses {} without a port at the device's end",
            tick(&model.path(ends.flow)),
            tick(&model.path(boundary))
        ))
        .label(format!("ends at {} itself", tick(&model.path(inside))))
        .note("the port listing of the instructions for use shows every way in; a way in without a port would be missing from it")
        .help(format!("declare a port on {} and end the flow there", tick(&model.path(inside))))
}

fn check_port(model: &Model, id: ElementId, diagnostics: &mut Diagnostics) {
    let Some(declared) = model.declared_by_model(id) else { return };
    let span = model.element(declared).span;
    let path = model.path(id);
    let unused = model.relations.flows_of(id).is_empty();
    let inherited = |name: &str| model.value(id, name).is_some();
    if unused && !inherited("unused") && model.own(id, "purpose").is_none() {
        diagnostics.push(
            Diagnostic::new(Code::UnexplainedPort, span)
                .message(format!("nothing uses the port {} and nothing says why it is there", tick(&path)))
                .label("no flow ends here")
                .help("say what it is for with `purpose:`, or why it is unused and how it is disabled with `unused:` and `default: disabled`"),
        );
    }
    let enabled = !matches!(model.symbol(id, "default"), Some("disabled" | "removed"));
    let stated = model.value(id, "default").is_some();
    if model.bool(id, "debug") == Some(true) && enabled && stated && model.own(id, "notes").is_none() {
        diagnostics.push(
            Diagnostic::new(Code::EnabledDebugPort, span)
                .message(format!("the debug port {} is enabled as shipped", tick(&path)))
                .label("gives access to memory, debugging or test functions")
                .help("disable it and say so with `default: disabled`, or justify it with `notes:`"),
        );
    }
}

fn check_placed(model: &Model, id: ElementId, diagnostics: &mut Diagnostics) {
    if model.relations.boundaries_of(id).is_empty() {
        let element = model.element(id);
        diagnostics.push(
            Diagnostic::new(Code::OutsideBoundaries, element.span)
                .message(format!("the {} {} stands outside every boundary", element.kind.word(), tick(&model.path(id))))
                .label("whom does it trust?")
                .help("move it into the `boundary` it belongs to, or name it among that boundary's `members`"),
        );
    }
}

/// TM0251
fn check_data(model: &Model, diagnostics: &mut Diagnostics) {
    let mut used = vec![false; model.elements.len()];
    for (id, element) in model.iter().filter(|(_, element)| KindSet::DRAWN.contains(element.kind)) {
        let attribute = if element.kind == Kind::Flow { "carries" } else { "holds" };
        for data in model.references(id, attribute) {
            used[data.index()] = true;
        }
    }
    for id in model.of_kind(Kind::Data).filter(|id| !model.element(*id).library && !used[id.index()]) {
        diagnostics.push(
            Diagnostic::new(Code::UnusedData, model.element(id).span)
                .message(format!("no flow carries and no store holds {}", tick(&model.element(id).name)))
                .label("never used")
                .help("name it in `carries:` of a flow or `holds:` of a store, or remove it"),
        );
    }
}

/// TM0256
fn check_claims(model: &Model, diagnostics: &mut Diagnostics) {
    // of values that are words, those are protections that some type of control can provide: `signed`, but not `unsigned`
    let of_controls = model.types.iter().filter(|of| of.kind == Kind::Control).flat_map(|of| &of.provides);
    let protections: Vec<_> = of_controls.filter(|fact| matches!(fact.value, Value::Symbol(..))).collect();
    for (id, element) in model.iter().filter(|(_, element)| !element.library && KindSet::DRAWN.contains(element.kind)) {
        for fact in &element.facts {
            let info = model.schema.info(fact.attribute);
            let positive = match &fact.value {
                Value::Bool(value) => *value,
                Value::Symbol(..) => {
                    protections.iter().any(|provided| provided.attribute == fact.attribute && provided.value == fact.value)
                }
                _ => false,
            };
            if !info.protection || !positive || fact.from_type || !model.texts(id, "evidence").is_empty() {
                continue;
            }
            let backed = model.relations.controls_of(id).iter().any(|control| model.provides(*control, fact.attribute));
            if !backed && model.known(id, fact.attribute).is_some_and(|known| known.origin == Origin::Set) {
                diagnostics.push(unevidenced_claim(model, id, &info.name, fact.span));
            }
        }
    }
}

fn unevidenced_claim(model: &Model, id: ElementId, attribute: &str, span: crate::text::Span) -> Diagnostic {
    Diagnostic::new(Code::UnevidencedClaim, span)
        .message(format!("{} of {} is claimed with no control behind it", tick(attribute), tick(&model.path(id))))
        .label("nothing shows that this is so")
        .note("a threat that rests on this claim counts as mitigated, and an auditor will ask for the evidence")
        .help("declare a `control` that provides it, with `status:` and `evidence:`, and name it in `controls:`")
}
