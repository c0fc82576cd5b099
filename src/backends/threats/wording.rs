//! How a threat's parts read, the same in every format.

use crate::backends::{plain, stated};
use crate::report::{ClauseUse, ControlUse, FactRow, RiskRow, State, ThreatRow};

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

/// Both sides of a risk.
pub(in crate::backends) fn risk(risk: &RiskRow) -> String {
    format!("exploitability {}, severity {}", stated::filled(&risk.exploitability), severity(risk))
}

/// Risk without and with controls, short.
pub(in crate::backends) fn change(threat: &ThreatRow) -> String {
    let short = |risk: &RiskRow| format!("{} / {}", stated::filled(&risk.exploitability), severity(risk));
    format!("{} → {}", short(&threat.risk_before), short(&threat.risk_after))
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
