//! The method and the policy by which risk was rated, and what remains of it all together (checklist rows F2 and F4).

use indexmap::IndexMap;

use super::wording;
use crate::backends::page::{Inline, Page};
use crate::backends::stated;
use crate::report::{HarmRow, PairRow, Report, SchemeRow, ThreatRow};

/// The matrix and the policy, once.
pub(in crate::backends) fn policy(page: &mut Page, report: &Report) {
    page.heading(2, "How risk was rated");
    let Some(scheme) = &report.scheme else {
        page.paragraph("No risk scheme is declared: exploitability was not rated, and nothing says which risks are acceptable.");
        return;
    };
    let version = stated::text(scheme.version.as_deref());
    page.table(
        &["Item", "Statement"],
        &[
            vec!["Scheme".into(), format!("{} ({}), version {version}", scheme.name, scheme.id).into()],
            vec!["Declared policy".into(), stated::text(scheme.policy.as_deref()).into()],
            vec!["Acceptable".into(), stated::list(&scheme.acceptable, "no level is acceptable").into()],
            vec!["Declared at".into(), scheme.place.as_str().into()],
        ],
    );
    page.paragraph(
        "What is acceptable is the policy declared above, and not a statement of this document or of the tool that wrote it.",
    );
    matrix(page, scheme);
    page.paragraph("Where exploitability starts, and what takes steps off it:");
    pairs(page, &["Attacker", "Exploitability at the start"], &scheme.start);
    pairs(page, &["What has to be in place, or what counters it", "Steps it takes off"], &scheme.reduces);
}

fn matrix(page: &mut Page, scheme: &SchemeRow) {
    let headings: Vec<String> = ["Severity".to_owned()]
        .into_iter()
        .chain(scheme.exploitability.iter().map(|value| format!("Exploitability {value}")))
        .collect();
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let cell = |level: &String| {
        let accepted = scheme.acceptable.contains(level);
        if accepted { Inline::words(&[level.as_str().into(), "(acceptable)".into()]) } else { Inline::strong(level) }
    };
    let rows: Vec<Vec<Inline>> = scheme
        .matrix
        .iter()
        .map(|row| [row.severity.as_str().into()].into_iter().chain(row.levels.iter().map(cell)).collect())
        .collect();
    page.table(&headings, &rows);
}

fn pairs(page: &mut Page, headings: &[&str], rows: &[PairRow]) {
    let rows: Vec<Vec<Inline>> = rows.iter().map(|row| vec![row.name.as_str().into(), row.value.as_str().into()]).collect();
    page.table(headings, &rows);
}

/// From each hazard of the safety risk file back to the threats (checklist row F3).
pub(super) fn hazards(page: &mut Page, report: &Report) {
    let mut harms: IndexMap<&str, (&HarmRow, Vec<Inline>)> = IndexMap::new();
    for threat in &report.threats {
        for harm in &threat.harms {
            harms.entry(&harm.id).or_insert_with(|| (harm, Vec::new())).1.push(Inline::code(&threat.id));
        }
    }
    if harms.is_empty() {
        return;
    }
    page.heading(2, "Hazards of the safety risk file and the threats that can lead to them");
    let row = |(harm, threats): (&HarmRow, Vec<Inline>)| {
        let (hazard, severity) = (stated::text(harm.hazard.as_deref()), stated::text(harm.severity.as_deref()));
        vec![hazard.into(), harm.name.as_str().into(), severity.into(), Inline::words(&threats)]
    };
    let rows: Vec<Vec<Inline>> = harms.into_values().map(row).collect();
    page.table(&["Hazard", "Harm", "Severity", "Threats"], &rows);
    orphans(page, report);
}

/// What is linked on one side only.
fn orphans(page: &mut Page, report: &Report) {
    let is_led_to = |id: &str| report.threats.iter().any(|threat| threat.harms.iter().any(|harm| harm.id == id));
    let harms: Vec<Inline> = report
        .harms
        .iter()
        .filter(|harm| !is_led_to(&harm.id))
        .map(|harm| format!("{} ({})", harm.name, stated::text(harm.hazard.as_deref())).into())
        .collect();
    let reasoned = |threat: &ThreatRow| threat.response.as_ref().is_some_and(|response| response.no_hazard.is_some());
    let threats: Vec<Inline> = report
        .threats
        .iter()
        .filter(|threat| threat.harms.is_empty() && !reasoned(threat))
        .map(|threat| Inline::code(&threat.id))
        .collect();
    page.heading(3, "What is linked on one side only");
    for (what, orphans) in [
        ("Harms that no threat leads to:", harms),
        ("Threats that name no harm, and whose decision does not say why there is none:", threats),
    ] {
        let list = if orphans.is_empty() { "none.".into() } else { Inline::words(&orphans) };
        page.paragraph(Inline::words(&[what.into(), list]));
    }
}

/// The residual risk as a whole: counts, and room for whoever concludes.
pub(super) fn conclusion(page: &mut Page, report: &Report) {
    page.heading(2, "Overall residual security risk");
    let count = |is: &dyn Fn(&ThreatRow) -> bool| report.threats.iter().filter(|threat| is(threat)).count().to_string();
    let answer = |word: &'static str| move |threat: &ThreatRow| wording::acceptable(&threat.risk_after) == word;
    let several = |threat: &ThreatRow| threat.multi_patient.several == Some(true) && threat.risk_after.acceptable != Some(true);
    let row = |name: &str, count: String| vec![name.into(), count.into()];
    page.table(
        &["After controls and decisions", "Threats"],
        &[
            row("acceptable by the declared policy", count(&answer("yes"))),
            row("not acceptable by the declared policy", count(&answer("no"))),
            row("risk not known, because a severity or the scheme is missing", count(&answer("not known"))),
            row("not applicable any more", count(&answer("not applicable"))),
            row("not shown to be acceptable, and reaching several patients at once", count(&several)),
        ],
    );
    page.paragraph(
        "Whether the overall residual risk is acceptable is concluded by a person, and not by the tool that wrote this table.",
    );
    page.table(&["Conclusion", "Name and role", "Date and signature"], &[vec![" ".into(), " ".into(), " ".into()]]);
}
