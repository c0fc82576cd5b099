//! A decision to be made, as text: what the threat is, the choices, and what the record needs.

use crate::backends::escape_text::one_line;
use crate::format::format;
use crate::report::{FactRow, RiskRow, ThreatRow};

/// How the decision may go, in the order of risk control, and what each needs beside its reason.
const CHOICES: &str = r#"    // Keep the first that is practicable, without the slashes, and give its reason:
    // avoid:    "…"   what gives rise to it is removed
    // mitigate: "…"   with controls: [ … ], each with `requirement` and `verification`
    // transfer: "…"   with recipient: operator, instruction: "…", instruction_place: "…", why_not_design: "…", why_not_protect: "…"
    // accept:   "…"   with policy: "…", until: DATE
    // dismiss:  "…"   it is no threat here, and why
    // Where they apply: decided: DATE, hazard: ["…"] or no_hazard: "because …", components: ["…"], deferred_to: "…"
"#;

/// The decision on a finding, to be completed; `path` is where its element is found in the model.
pub(crate) fn skeleton(threat: &ThreatRow, path: &str) -> String {
    let mut text = format!("/// {}\n", one_line(&threat.statement));
    text.push_str(&format!("respond {} @ {path} {{\n", threat.rule));
    for fact in &threat.why {
        text.push_str(&format!("    // Because {}\n", fact_words(fact)));
    }
    let (before, after) = (risk_words(&threat.risk_before), risk_words(&threat.risk_after));
    text.push_str(&format!("    // Risk: {before}; with what is in place: {after}\n"));
    for (label, controls) in [("In place", &threat.controls), ("Planned", &threat.planned)] {
        let names: Vec<String> = controls.iter().map(|control| format!("{} ({})", control.id, one_line(&control.name))).collect();
        if !names.is_empty() {
            text.push_str(&format!("    // {label}: {}\n", names.join(", ")));
        }
    }
    if !threat.fix.is_empty() {
        text.push_str(&format!("    // Counter it, where they fit: {}\n", one_line(&threat.fix.join(", "))));
    }
    if let Some(advice) = &threat.advice {
        text.push_str(&format!("    // {}\n", one_line(advice)));
    }
    text.push_str("    //\n");
    text.push_str(CHOICES);
    text.push_str("    evidence: []\n    new_risks: \"\"\n    owner: \"\"\n    approved_by: \"\"\n}\n");
    format(&text)
}

fn fact_words(fact: &FactRow) -> String {
    let place = if fact.place.is_empty() { String::new() } else { format!(", {}", fact.place) };
    one_line(&format!("{}.{} = {} ({}{place})", fact.element, fact.attribute, fact.value, fact.origin))
}

fn risk_words(risk: &RiskRow) -> String {
    format!("exploitability {}, severity {}", risk.exploitability, risk.severity.as_deref().unwrap_or("of no named harm"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;
    use crate::text::FileId;

    #[test]
    fn a_skeleton_is_canonical_and_hostile_texts_stay_in_their_comments() {
        let fact = FactRow { element: "a.b".into(), attribute: "x".into(), value: "1\n}\nactor z".into(), ..FactRow::default() };
        let threat = ThreatRow {
            rule: "R1".into(),
            statement: "One\r\ntwo\u{2028}three".into(),
            why: vec![fact],
            fix: vec!["A\nB".into()],
            advice: Some("Do\n}".into()),
            ..ThreatRow::default()
        };
        let text = skeleton(&threat, "a.b");
        assert_eq!(format(&text), text);
        let parsed = parse(FileId(0), &text);
        assert!(parsed.diagnostics.is_empty(), "{text}");
        assert_eq!(parsed.body.len(), 1, "{text}");
    }
}
