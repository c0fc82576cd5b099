//! The part of `ward explain RULE@ELEMENT` that tells how the risk was rated, step by step, before and after controls.

use crate::report::{FactRow, HarmRow, Report, RiskRow, RubricAnswerRow, RubricQuestionRow, ThreatRow};
use crate::words::list;

/// Risk, steps, harms, patients and the vector of a threat.
pub(super) fn risk(threat: &ThreatRow, report: &Report) -> String {
    let mut page = String::from("\nRisk before controls:\n");
    steps(&mut page, threat, "before");
    page.push_str(&format!("  = {}\n", rating(&threat.risk_before)));
    page.push_str("\nRisk after controls and decisions:\n");
    steps(&mut page, threat, "after");
    page.push_str(&format!("  = {}\n", rating(&threat.risk_after)));
    severity(&mut page, threat);
    policy(&mut page, report);
    patients(&mut page, threat);
    vector(&mut page, threat, report);
    page
}

fn steps(page: &mut String, threat: &ThreatRow, phase: &str) {
    for step in threat.risk_steps.iter().filter(|step| step.phase == phase) {
        page.push_str(&format!("  {} → exploitability {}\n", step.text, step.exploitability));
        for fact in &step.facts {
            page.push_str(&format!("    {}\n", fact_line(fact)));
        }
    }
}

fn rating(risk: &RiskRow) -> String {
    if risk.exploitability == "not applicable" {
        return risk.exploitability.clone();
    }
    let exploitability = if risk.exploitability.is_empty() { "not rated: no scheme is declared" } else { &risk.exploitability };
    let severity = risk.severity.as_deref().unwrap_or("not known");
    let level = risk.level.as_deref().unwrap_or("not known");
    let accepted = match risk.acceptable {
        Some(true) => ", acceptable",
        Some(false) => ", not acceptable",
        None => "",
    };
    let stated = if risk.stated { "; stated in the decision, not computed" } else { "" };
    format!("exploitability {exploitability}, severity {severity}: risk {level}{accepted}{stated}")
}

fn severity(page: &mut String, threat: &ThreatRow) {
    page.push_str("\nSeverity comes from these harms, the worst of which counts:\n");
    for harm in &threat.harms {
        page.push_str(&format!("  {}\n", harm_line(harm)));
    }
    if !threat.harms.is_empty() && threat.harms.iter().all(|harm| !harm.follows) {
        page.push_str("  none of them follows from what this threat brings about: the lowest severity there is\n");
    }
    if threat.harms.is_empty() {
        page.push_str(&format!(
            "  none is named for {} or what it carries, holds or handles: the severity is not known, and neither is the risk\n",
            threat.element
        ));
    }
    if !threat.harms.is_empty() && threat.harms.iter().any(|harm| harm.severity.is_none()) {
        page.push_str("  a harm without a severity can be worse than all others\n");
    }
}

fn harm_line(harm: &HarmRow) -> String {
    let severity = harm.severity.as_deref().unwrap_or("severity not stated");
    let hazard =
        harm.hazard.as_ref().map_or_else(|| "no hazard of the safety risk file named".to_owned(), |id| format!("hazard {id}"));
    let way: Vec<&str> = harm.through.iter().map(String::as_str).chain([harm.id.as_str()]).collect();
    let counts = if harm.follows { "" } else { "; does not follow from this kind of loss, and does not count" };
    format!("{}: {severity}, {hazard} ({}){counts}", harm.name, way.join(" → "))
}

fn policy(page: &mut String, report: &Report) {
    let Some(scheme) = &report.scheme else { return };
    let version = scheme.version.as_ref().map_or(String::new(), |version| format!(", version {version}"));
    let acceptable = if scheme.acceptable.is_empty() { "nothing".to_owned() } else { list(&scheme.acceptable, "and") };
    page.push_str(&format!("\nRated by: {} ({}{version}), {}\n", scheme.name, scheme.id, scheme.place));
    page.push_str(&format!("  acceptable: {acceptable}\n"));
    if let Some(policy) = &scheme.policy {
        page.push_str(&format!("  {policy}\n"));
    }
}

fn patients(page: &mut String, threat: &ThreatRow) {
    let answer = match threat.multi_patient.several {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    };
    page.push_str(&format!("\nSeveral patients at once: {answer}\n"));
    for fact in &threat.multi_patient.facts {
        page.push_str(&format!("  {}\n", fact_line(fact)));
    }
}

fn vector(page: &mut String, threat: &ThreatRow, report: &Report) {
    page.push_str("\nCVSS, which says how severe a weakness is and not whether a risk is acceptable:\n");
    if let Some(vector) = &threat.cvss {
        page.push_str(&format!("  stated in the decision: {} = {} ({})\n", vector.vector, vector.score, vector.rating));
    }
    let Some(rubric) = report.rubrics.iter().find(|rubric| rubric.threat == threat.id) else { return };
    for question in &report.rubric_questions {
        page.push_str(&answer_line(question, rubric.answers.iter().find(|answer| answer.code == question.code)));
    }
    match &rubric.proposal {
        Some(vector) => {
            page.push_str(&format!(
                "  proposed, for a person to judge: {} = {} ({})\n",
                vector.vector, vector.score, vector.rating
            ));
        }
        None => page.push_str("  no vector is proposed: the model does not answer all of it\n"),
    }
}

fn answer_line(question: &RubricQuestionRow, answer: Option<&RubricAnswerRow>) -> String {
    let said = answer.map_or("not stated", |answer| &answer.answer);
    let because = answer.map(|answer| answer.because.join("; ")).filter(|because| !because.is_empty());
    let because = because.map_or(String::new(), |because| format!(" ({because})"));
    format!("  {:<8}{:<14}{} {said}{because}\n", question.metric, question.code, question.question)
}

/// A fact, why it holds and where it is written.
pub(super) fn fact_line(fact: &FactRow) -> String {
    let place = if fact.place.is_empty() { String::new() } else { format!(", {}", fact.place) };
    format!("{}.{} = {} ({}{place})", fact.element, fact.attribute, fact.value, fact.origin)
}
