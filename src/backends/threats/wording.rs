//! How a threat's parts read, the same in every format.

use crate::backends::{plain, stated};
use crate::report::{
    ClauseUse, ControlUse, FactRow, HarmRow, PatientsRow, ReopenedRow, RiskRow, RiskStepRow, State, ThreatRow, VectorRow,
};

/// What a state means, for a reader who has not met it.
pub(in crate::backends) fn meaning(state: State) -> &'static str {
    match state {
        State::Open => "applies, and nothing recorded counters it",
        State::Question => "cannot be decided, because the model leaves a fact unsaid",
        State::Accepted => "applies, and the risk was accepted for a stated reason",
        State::Transferred => "left to somebody else, who is told what to do",
        State::Avoided => "what gave rise to it was removed or changed",
        State::Dismissed => "judged not applicable, for a stated reason",
        State::Mitigated => "applies, and a control, a stated property or a decision counters it",
    }
}

/// States in the order they are shown in.
pub(in crate::backends) const STATES: [State; 7] =
    [State::Open, State::Question, State::Accepted, State::Transferred, State::Avoided, State::Dismissed, State::Mitigated];

/// The severity of a risk.
pub(in crate::backends) fn severity(risk: &RiskRow) -> String {
    risk.severity.clone().unwrap_or_else(|| "no harm named".to_owned())
}

/// The level of a risk and whether it is accepted.
pub(in crate::backends) fn level(risk: &RiskRow) -> String {
    if gone(risk) {
        return risk.exploitability.clone();
    }
    risk.level.clone().unwrap_or_else(|| "not known".to_owned())
}

/// Whether the declared policy accepts a risk.
pub(in crate::backends) fn acceptable(risk: &RiskRow) -> String {
    match risk.acceptable {
        _ if gone(risk) => risk.exploitability.clone(),
        Some(accepted) => stated::yes_no(accepted),
        None => "not known".to_owned(),
    }
}

/// Whether there is nothing left to rate.
fn gone(risk: &RiskRow) -> bool {
    risk.exploitability == "not applicable"
}

/// A risk in full.
pub(in crate::backends) fn risk(risk: &RiskRow) -> String {
    if gone(risk) {
        return risk.exploitability.clone();
    }
    let accepted = match risk.acceptable {
        Some(true) => ", acceptable by the declared policy",
        Some(false) => ", not acceptable by the declared policy",
        None => "",
    };
    let stated = if risk.stated { "; stated in the decision" } else { "" };
    let exploitability = stated::filled(&risk.exploitability);
    format!("{}{accepted}: exploitability {exploitability}, severity {}{stated}", level(risk), severity(risk))
}

/// Risk without and with controls, short.
pub(in crate::backends) fn change(threat: &ThreatRow) -> String {
    let short = |risk: &RiskRow| match gone(risk) {
        true => risk.exploitability.clone(),
        false => format!("{} ({} / {})", level(risk), stated::filled(&risk.exploitability), severity(risk)),
    };
    format!("{} → {}", short(&threat.risk_before), short(&threat.risk_after))
}

/// A step of a rating.
pub(super) fn step(step: &RiskStepRow) -> String {
    format!("{} controls: {} → {}", step.phase, step.text, stated::filled(&step.exploitability))
}

/// A harm with its severity, the hazard of the safety risk file and the way to it.
pub(in crate::backends) fn harm(harm: &HarmRow) -> String {
    let severity = harm.severity.as_deref().unwrap_or("severity not stated");
    let hazard = harm.hazard.as_ref().map_or("hazard not stated".to_owned(), |hazard| format!("hazard {hazard}"));
    let way = if harm.through.is_empty() { String::new() } else { format!(", through {}", harm.through.join(" and ")) };
    let counts = if harm.follows { "" } else { "; does not follow from this kind of loss" };
    format!("{} [{}]: {severity}; {hazard}{way}{counts}", harm.name, harm.id)
}

/// Whether several patients can be reached at once.
pub(in crate::backends) fn patients(patients: &PatientsRow) -> String {
    patients.several.map_or_else(|| "not known".to_owned(), stated::yes_no)
}

/// A vector with its score.
pub(in crate::backends) fn vector(vector: &VectorRow) -> String {
    format!("{} = {} ({})", vector.vector, vector.score, vector.rating)
}

/// What stands in place of controls where none is named.
pub(in crate::backends) fn no_control(threat: &ThreatRow) -> &'static str {
    match (threat.state, &threat.response) {
        (State::Mitigated, None) => "none: by a stated fact",
        _ => "none",
    }
}

/// The vulnerabilities for which a threat is open again.
pub(in crate::backends) fn reopened(threat: &ThreatRow) -> Option<String> {
    let one = |why: &ReopenedRow| {
        let made = why.made.as_deref().map_or(String::new(), |made| format!(" on {made}"));
        format!("{}, said to be {}{made} ({}; {})", why.vulnerability, why.status, why.place, why.way)
    };
    let all: Vec<String> = threat.reopened.iter().map(one).collect();
    (!all.is_empty()).then(|| crate::words::list(&all, "and"))
}

/// A control with its class, status and evidence.
pub(in crate::backends) fn control(control: &ControlUse) -> String {
    let class = control.measure.as_deref().map(plain::measure);
    format!(
        "{} [{}]: class {}; status {}; {}",
        control.name,
        control.id,
        stated::text(class.as_deref()),
        stated::text(control.status.as_deref()),
        evidence(&control.evidence)
    )
}

/// A control with the letter of its class.
pub(in crate::backends) fn control_class(control: &ControlUse) -> String {
    format!("{} ({})", control.name, control.class.as_deref().unwrap_or("class not stated"))
}

/// A control with its class and status.
pub(in crate::backends) fn control_short(control: &ControlUse) -> String {
    let class = control.measure.as_deref().map(plain::measure);
    format!("{} ({}, {})", control.name, stated::text(class.as_deref()), stated::text(control.status.as_deref()))
}

/// The documents, or that there are none.
pub(in crate::backends) fn evidence(documents: &[String]) -> String {
    match stated::list(documents, "").as_str() {
        "" => stated::NO_EVIDENCE.to_owned(),
        documents => format!("evidence {documents}"),
    }
}

/// A fact, why it holds and where it is written.
pub(in crate::backends) fn fact(fact: &FactRow) -> String {
    let place = if fact.place.is_empty() { String::new() } else { format!(", {}", fact.place) };
    format!("{}: {} = {} ({}{place})", fact.element, fact.attribute, fact.value, stated::filled(&fact.origin).replace('`', ""))
}

/// A clause with its document; a mark follows unless its text was read in the original.
pub(in crate::backends) fn clause(clause: &ClauseUse) -> String {
    let mark = match clause.evidence_tag.as_str() {
        "verified" => String::new(),
        "" => " [source of the citation not stated]".to_owned(),
        tag => format!(" [{}]", plain::name(tag)),
    };
    format!("{} {} ({}; {}){mark}", clause.id, clause.title, stated::filled(&clause.standard), stated::filled(&clause.binding))
}

/// Entries of public catalogues that treat of something similar.
pub(in crate::backends) fn related(threat: &ThreatRow) -> Vec<String> {
    let entries = |prefix: &str, ids: &[i64]| ids.iter().map(|id| format!("{prefix}-{id}")).collect::<Vec<_>>();
    [entries("CWE", &threat.cwe), entries("CAPEC", &threat.capec), entries("EMB3D TID", &threat.emb3d)].concat()
}
