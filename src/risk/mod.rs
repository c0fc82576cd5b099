//! Exploitability and severity of a finding, before and after controls. Never probability.
//!
//! A first, simple scheme: exploitability follows from the exposure of the element, severity from the harms of what it carries, holds and
//! does. A threat that is countered by design or by a protective measure is exploitable with difficulty only; information alone lowers
//! nothing.

use crate::compile::Compilation;
use crate::findings::{Finding, State};
use crate::model::{ElementId, Kind, Model, Value};

/// A position in the scale `exploitability`, and one in the scale `severity` where a harm is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Risk {
    /// How easily it is exploited.
    pub exploitability: u16,
    /// How severe the harm is.
    pub severity: Option<u16>,
}

/// The risk without any control.
pub fn before(compilation: &Compilation, finding: &Finding) -> Risk {
    let exposure =
        compilation.exposures.of(finding.element).map_or("", |(set, at)| compilation.model.schema.set(set).name_at(at));
    let exploitability = match exposure {
        "network" | "internet" => 2,
        "adjacent" => 1,
        _ => 0,
    };
    Risk { exploitability, severity: severity(&compilation.model, finding.element) }
}

/// The risk with the controls and decisions in place.
pub fn after(compilation: &Compilation, finding: &Finding) -> Risk {
    let before = before(compilation, finding);
    match compilation.findings.state(finding) {
        State::Mitigated | State::Avoided | State::Dismissed => Risk { exploitability: 0, ..before },
        State::Open | State::Question | State::Accepted | State::Transferred => before,
    }
}

/// The most severe harm of an element: its own, and those of the data it carries, lets through, holds or handles.
pub fn severity(model: &Model, id: ElementId) -> Option<u16> {
    let mut touched = vec![id];
    match model.element(id).kind {
        Kind::Flow => touched.extend(model.references(id, "carries")),
        Kind::Store => touched.extend(model.references(id, "holds")),
        _ => {
            for flow in model.relations.flows_of(id) {
                touched.extend(model.references(*flow, "carries"));
            }
        }
    }
    let harms = touched.iter().flat_map(|touched| model.references(*touched, "harms"));
    harms.filter_map(|harm| if let Some(Value::Symbol(_, at)) = model.value(harm, "severity") { Some(*at) } else { None }).max()
}
