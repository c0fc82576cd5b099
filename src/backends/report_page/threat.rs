//! All that is known of one threat.

use super::decisions::standing_of;
use super::links::{Links, encoded, fragment};
use super::markup::{attribute, description, list, text};
use super::standing;
use crate::backends::threats::wording;
use crate::backends::{plain, stated};
use crate::report::{ClauseUse, ControlUse, FactRow, Report, ResponseRow, RiskStepRow, ThreatRow};

/// The article.
pub(super) fn article(report: &Report, threat: &ThreatRow, links: &Links<'_>) -> String {
    let place = attribute(&fragment("threat", &threat.id));
    let mut html = format!(
        "<article id=\"{place}\" data-id=\"{}\" data-element=\"{}\">\n<h3><code>{}</code> {}</h3>\n<p class=\"statement\">{}</p>\n",
        attribute(&encoded(&threat.id)),
        attribute(&encoded(&threat.element)),
        text(&threat.id),
        text(&threat.title),
        text(&stated::filled(&threat.statement))
    );
    let mut items = what(threat, links);
    items.extend(grounds(report, threat, links));
    items.extend(answers(threat, links));
    items.extend(risk(threat));
    items.extend(references(threat, links));
    html.push_str(&description(&items));
    html.push_str("</article>\n");
    html
}

type Items = Vec<(&'static str, String)>;

fn what(threat: &ThreatRow, links: &Links<'_>) -> Items {
    let element = format!(
        "{} <small>{}, <code>{}</code></small>",
        links.name(&threat.element, &threat.element_name),
        text(&threat.element_kind),
        text(&threat.element)
    );
    vec![
        ("State", format!("{} <small>{}</small>", standing::state(threat.state), text(wording::meaning(threat.state)))),
        ("Element", element),
        ("Category", text(&threat.category)),
        ("Comes from", text(&stated::filled(&threat.entry))),
        ("Is about", text(&stated::list(&threat.assets, ""))),
    ]
}

/// A fact with where it comes from.
pub(super) fn fact(fact: &FactRow, links: &Links<'_>) -> String {
    let place = if fact.place.is_empty() { String::new() } else { format!(", <code>{}</code>", text(&fact.place)) };
    let origin = stated::filled(&fact.origin).replace('`', "");
    format!(
        "{} {} = <strong>{}</strong> <small>{}{place}</small>",
        links.code(&fact.element),
        text(&fact.attribute),
        text(&fact.value),
        text(&origin)
    )
}

fn grounds(report: &Report, threat: &ThreatRow, links: &Links<'_>) -> Items {
    let facts: Vec<String> = threat.why.iter().map(|one| fact(one, links)).collect();
    let nothing = || stated::NONE_STATED.to_owned();
    let mut change: Vec<String> = Vec::new();
    for id in &threat.missing {
        let asked = report.questions.iter().find(|question| question.id == *id);
        let asked = asked.map_or_else(String::new, |question| format!("{} ", text(&question.text)));
        change.push(format!("an answer: {asked}{}", links.code(id)));
    }
    change.extend(
        threat.planned.iter().map(|planned| format!("the planned control {}, once it is in place", control(planned, links))),
    );
    if !threat.fix.is_empty() {
        change.push(format!("a control of a type that can counter it, where it fits: {}", text(&threat.fix.join(", "))));
    }
    change.extend(threat.advice.as_ref().map(|advice| format!("advice: {}", text(advice))));
    vec![
        ("Why it is listed", if facts.is_empty() { nothing() } else { list(&facts) }),
        ("What would change it", list(&change)),
        ("Open again because of", wording::reopened(threat).map_or_else(String::new, |why| text(&why))),
    ]
}

fn control(control: &ControlUse, links: &Links<'_>) -> String {
    let class = control.measure.as_deref().map(plain::measure);
    format!(
        "{} <small>{}; {}; {}</small>",
        links.name(&control.id, &control.name),
        text(&stated::text(class.as_deref())),
        text(&stated::text(control.status.as_deref())),
        text(&wording::evidence(&control.evidence))
    )
}

fn answers(threat: &ThreatRow, links: &Links<'_>) -> Items {
    let controls: Vec<String> = threat.controls.iter().map(|one| control(one, links)).collect();
    let controls = if controls.is_empty() { text(wording::no_control(threat)) } else { list(&controls) };
    let unevidenced = if threat.unevidenced { "a counter-measure it rests on has no evidence recorded" } else { "" };
    let decision =
        threat.response.as_ref().map_or_else(|| "no decision recorded".to_owned(), |said| response(threat, said, links));
    vec![("Controls", controls), ("Evidence", unevidenced.to_owned()), ("Decision", decision)]
}

/// A decision with every field that is filled.
fn response(threat: &ThreatRow, response: &ResponseRow, links: &Links<'_>) -> String {
    let said = |value: &Option<String>| value.as_deref().map_or_else(String::new, text);
    let items: Items = vec![
        ("Approved by", text(&stated::text(response.approved_by.as_deref()))),
        ("Holds", text(&standing_of(threat, response))),
        ("Decided on", said(&response.decided)),
        ("Answered for by", said(&response.owner)),
        ("Controls it counts on", links.codes(&response.controls)),
        ("Why not by design", said(&response.why_not_design)),
        ("Why not by a protective measure", said(&response.why_not_protect)),
        ("Transferred to", said(&response.recipient)),
        ("Sentence for the instructions for use", said(&response.instruction)),
        ("Where it stands there", said(&response.instruction_place)),
        ("Acceptance policy", said(&response.policy)),
        ("New or changed risks", said(&response.new_risks)),
        ("Deferred to", said(&response.deferred_to)),
        ("Hazards of the safety risk file", text(&stated::list(&response.hazard, ""))),
        ("Why no hazard follows", said(&response.no_hazard)),
        ("Components", text(&stated::list(&response.components, ""))),
        ("Evidence", text(&stated::list(&response.evidence, stated::NO_EVIDENCE))),
        ("Recorded ground", list(&response.basis.iter().map(|fact| text(fact)).collect::<Vec<_>>())),
        ("Written at", format!("<code>{}</code>", text(&response.place))),
    ];
    let head = format!("<strong>{}</strong>: {}", text(&plain::name(&response.decision)), text(&response.reason));
    format!("{head}\n{}", description(&items))
}

fn risk(threat: &ThreatRow) -> Items {
    let steps = |phase: &str| {
        let of_phase = threat.risk_steps.iter().filter(|step| step.phase == phase);
        list(&of_phase.map(step).collect::<Vec<_>>())
    };
    let harms: Vec<String> = threat.harms.iter().map(|harm| text(&wording::harm(harm))).collect();
    let vector = threat.cvss.as_ref().map_or_else(String::new, |vector| text(&wording::vector(vector)));
    vec![
        ("Risk before controls", format!("{}{}", text(&wording::risk(&threat.risk_before)), steps("before"))),
        ("Risk after controls", format!("{}{}", text(&wording::risk(&threat.risk_after)), steps("after"))),
        ("Harms", if harms.is_empty() { "no harm named".to_owned() } else { list(&harms) }),
        ("Several patients at once", text(&wording::patients(&threat.multi_patient))),
        ("CVSS, which decides nothing here", vector),
    ]
}

fn step(step: &RiskStepRow) -> String {
    format!("{} → {}", text(&step.text), text(&stated::filled(&step.exploitability)))
}

fn references(threat: &ThreatRow, links: &Links<'_>) -> Items {
    let clause = |clause: &ClauseUse| {
        let mark = match clause.evidence_tag.as_str() {
            "verified" => String::new(),
            "" => " [source of the citation not stated]".to_owned(),
            tag => format!(" [{}]", plain::name(tag)),
        };
        format!(
            "{} {} <small>{}; {}{}</small>",
            links.code(&clause.id),
            text(&clause.title),
            text(&stated::filled(&clause.standard)),
            text(&stated::filled(&clause.binding)),
            text(&mark)
        )
    };
    let clauses: Vec<String> = threat.clauses.iter().map(clause).collect();
    vec![
        ("Clauses it touches", if clauses.is_empty() { "none".to_owned() } else { list(&clauses) }),
        ("Related entries (not proof)", text(&stated::list(&wording::related(threat), "none"))),
        ("Rule", format!("<code>{}</code>", text(&threat.rule))),
        ("Element declared at", format!("<code>{}</code>", text(&stated::filled(&threat.place)))),
    ]
}
