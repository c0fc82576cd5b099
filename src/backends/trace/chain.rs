//! The chains of a trace, and where they break.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::index::{and_around, component_names};
use crate::backends::threats::wording;
use crate::report::{ControlRow, ControlUse, Report, SoftwareRow, State, ThreatRow, sentence_reference};

/// One threat, and one of the controls that are there for it.
pub(super) struct Chain<'r> {
    /// The threat.
    pub(super) threat: &'r ThreatRow,
    /// The control.
    pub(super) control: Option<&'r ControlRow>,
    /// The software that the threatened element consists of or belongs to.
    pub(super) software: Vec<&'r SoftwareRow>,
    /// What is missing from it, in words.
    pub(super) broken: Vec<String>,
}

/// All chains, the broken ones first.
pub(super) fn chains(report: &Report) -> Vec<Chain<'_>> {
    let controls: IndexMap<&str, &ControlRow, FxBuildHasher> =
        report.controls.iter().map(|control| (control.id.as_str(), control)).collect();
    let software: IndexMap<&str, &SoftwareRow, FxBuildHasher> =
        report.software.iter().map(|row| (row.element.as_str(), row)).collect();
    let ends: IndexMap<&str, [&str; 2], FxBuildHasher> =
        report.flows.iter().map(|flow| (flow.id.as_str(), [flow.source.as_str(), flow.target.as_str()])).collect();
    let known = component_names(report);
    let mut chains = Vec::new();
    for threat in &report.threats {
        let places = ends.get(threat.element.as_str()).map_or(vec![threat.element.as_str()], |ends| ends.to_vec());
        let mut found: Vec<&SoftwareRow> = places.into_iter().filter_map(|place| around(&software, place)).collect();
        found.dedup_by_key(|row| &row.element);
        let of_threat = broken(threat, &known);
        let mut uses: Vec<&ControlUse> = threat.controls.iter().chain(&threat.planned).collect();
        uses.dedup_by_key(|control| &control.id);
        let mut add = |control: Option<&str>| {
            let control = control.and_then(|id| controls.get(id).copied());
            let mut broken = of_threat.clone();
            broken.extend(control.map(broken_control).unwrap_or_default());
            chains.push(Chain { threat, control, software: found.clone(), broken });
        };
        if uses.is_empty() {
            add(None);
        }
        for one in uses {
            add(Some(&one.id));
        }
    }
    chains.sort_by_key(|chain| chain.broken.is_empty());
    chains
}

/// The software an element is, or is a part of.
fn around<'r>(software: &IndexMap<&str, &'r SoftwareRow, FxBuildHasher>, element: &str) -> Option<&'r SoftwareRow> {
    and_around(element).find_map(|path| software.get(path).copied())
}

/// Where the chain of a threat breaks, whatever its controls; with the names of components that bills of materials know.
fn broken(threat: &ThreatRow, known: &IndexSet<String, FxBuildHasher>) -> Vec<String> {
    let mut broken = Vec::new();
    if let Some(reason) = wording::reopened(threat) {
        broken.push(format!("open again because of {reason}"));
    }
    let decided = threat.response.is_some();
    match threat.state {
        State::Open if threat.reopened.is_empty() && !decided && threat.planned.is_empty() => {
            broken.push("neither a control nor a decision".to_owned());
        }
        State::Question => broken.push("a fact is missing that would decide it".to_owned()),
        State::Mitigated if threat.unevidenced && threat.controls.is_empty() => {
            broken.push("what counters it is claimed, with nothing that shows it".to_owned());
        }
        _ => {}
    }
    if threat.harms.is_empty() {
        broken.push("no harm named".to_owned());
    }
    for harm in threat.harms.iter().filter(|harm| harm.hazard.is_none()) {
        broken.push(format!("no hazard of the safety file named for {}", harm.id));
    }
    if let Some(response) = &threat.response {
        let remains = matches!(response.decision.as_str(), "accept" | "transfer");
        match (&response.instruction, &response.instruction_place) {
            (None, _) if remains => broken.push("no statement in the instructions for use".to_owned()),
            (Some(_), None) => broken.push("the statement has no place in the instructions for use".to_owned()),
            _ => {}
        }
        for name in response.components.iter().filter(|name| !known.contains(*name)) {
            broken.push(format!("the component {name} is in no bill of materials"));
        }
    }
    broken
}

/// What is missing about a control.
fn broken_control(control: &ControlRow) -> Vec<String> {
    let mut broken = Vec::new();
    let planned = control.status.as_deref().is_none_or(|status| status == "planned");
    if planned {
        broken.push(format!("{} is only planned", control.id));
    }
    if control.requirement.is_none() {
        broken.push(format!("{} has no requirement", control.id));
    }
    if !planned && control.verification.is_empty() && control.evidence.is_empty() {
        broken.push(format!("{} has no verification", control.id));
    } else if !planned && control.result.is_none() {
        broken.push(format!("{} has no result of its verification", control.id));
    }
    broken
}

/// `openssl 3.0.13`.
pub(super) fn label(component: &crate::report::ComponentRow) -> String {
    component.version.as_ref().map_or_else(|| component.name.clone(), |version| format!("{} {version}", component.name))
}

/// The cells of a chain that follow the control: requirement, verification, result.
pub(in crate::backends) fn shown_by(control: &ControlRow) -> [String; 3] {
    use crate::backends::stated;
    let tests = if control.verification.is_empty() { &control.evidence } else { &control.verification };
    [
        stated::text(control.requirement.as_deref()),
        stated::list(tests, stated::NONE_STATED),
        stated::text(control.result.as_deref()),
    ]
}

/// The sentence in the instructions for use, with the reference it bears there and its place.
pub(super) fn statement(threat: &ThreatRow) -> Option<String> {
    let response = threat.response.as_ref()?;
    let place = response.instruction_place.as_deref().unwrap_or("place not stated");
    response.instruction.as_ref().map(|text| format!("“{text}” ({}; {place})", sentence_reference(&threat.id)))
}

/// The components that matter to a threat: what its decision names, what is vulnerable, and which bill has the others.
pub(super) fn components(chain: &Chain<'_>) -> Vec<String> {
    let named = chain.threat.response.iter().flat_map(|response| response.components.iter().cloned());
    let mut all: Vec<String> = named.collect();
    for row in &chain.software {
        let open = row.vulnerabilities.iter().filter(|found| found.status == "affected" || found.status == "under investigation");
        all.extend(open.map(|found| {
            let component = found.component.as_deref().unwrap_or("the product");
            format!("{component}: {} {}", found.id, found.status)
        }));
        match &row.bill {
            Some(bill) => all.push(format!("{} components of {} ({})", row.components.len(), row.element, bill.path)),
            None if row.own_code == Some(true) => all.push(format!("{}: own code, no foreign parts", row.element)),
            None => match &row.covered_by {
                Some(around) => all.push(format!("{}: in the bill of {around}", row.element)),
                None => all.push(format!("{}: no bill of materials", row.element)),
            },
        }
    }
    all
}

/// The hazards a threat can end in, each once.
pub(super) fn hazards(threat: &ThreatRow) -> Vec<String> {
    let mut all: Vec<String> = threat.harms.iter().map(|harm| harm.hazard.clone().unwrap_or_else(|| harm.id.clone())).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Controls, statements and components from which no chain leads to a threat.
pub(super) fn idle_controls(report: &Report) -> impl Iterator<Item = &ControlRow> {
    report.controls.iter().filter(|control| control.counters.is_empty())
}
