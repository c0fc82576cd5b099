//! All that is known of one threat.

use indexmap::IndexMap;

use super::decisions::standing_of;
use super::links::{Links, encoded, fragment};
use super::markup::{attribute, classed, description, list, text};
use super::rules::Shared;
use super::standing;
use crate::backends::threats::wording;
use crate::backends::{plain, stated, trace};
use crate::report::{ControlUse, FactRow, Report, ResponseRow, RiskStepRow, ThreatRow};

/// The article.
pub(super) fn article(report: &Report, threat: &ThreatRow, shared: &Shared<'_>, links: &Links<'_>) -> String {
    let place = attribute(&fragment("threat", &threat.id));
    let mut html = format!(
        "<article id=\"{place}\" data-element=\"{}\">\n<h3><code>{}</code> {}</h3>\n<p class=\"statement\">{}</p>\n",
        attribute(&encoded(&threat.element)),
        text(&threat.id),
        text(&threat.title),
        text(&stated::filled(&threat.statement))
    );
    let mut items = what(threat, links);
    items.extend(grounds(report, threat, links));
    items.extend(answers(report, threat, links));
    items.extend(risk(threat));
    items.extend(shared.own(threat, links));
    html.push_str(&description(&items));
    html.push_str("</article>\n");
    html
}

type Items = Vec<(&'static str, String)>;

fn what(threat: &ThreatRow, links: &Links<'_>) -> Items {
    let element = format!(
        "{} <small>{}, <code>{}</code> at {}</small>",
        links.name(&threat.element, &threat.element_name),
        text(&threat.element_kind),
        text(&threat.element),
        text(&stated::filled(&threat.place))
    );
    vec![
        ("State", standing::state(threat.state)),
        ("Element", element),
        ("Category", format!("{}, by {}", text(&threat.category), links.code(&threat.rule))),
        ("Comes from", text(&stated::filled(&threat.entry))),
        ("Is about", text(&stated::list(&threat.assets, ""))),
    ]
}

/// Facts with where they come from: those of one element, origin and place in one item. Of what they are, unless the reader knows.
pub(super) fn facts(facts: &[FactRow], about: Option<&str>, links: &Links<'_>) -> String {
    let mut groups: IndexMap<(&str, &str, &str), Vec<String>> = IndexMap::new();
    for fact in facts {
        let said = format!("{} = <b>{}</b>", text(&fact.attribute), text(&fact.value));
        groups.entry((&fact.element, &fact.origin, &fact.place)).or_default().push(said);
    }
    let group = |((element, origin, at), said): (&(&str, &str, &str), &Vec<String>)| {
        let of = if about == Some(*element) { String::new() } else { format!("{} ", links.code(element)) };
        let origin = stated::filled(origin).replace('`', "");
        // what that means is said once, in the method
        let origin = if origin.starts_with("derived") { "derived".to_owned() } else { origin };
        let at = if at.is_empty() { String::new() } else { format!(", {}", text(at)) };
        format!("{of}{} <small>{}{at}</small>", said.join(", "), text(&origin))
    };
    classed("facts", &groups.iter().map(group).collect::<Vec<_>>())
}

fn grounds(report: &Report, threat: &ThreatRow, links: &Links<'_>) -> Items {
    let facts = facts(&threat.why, None, links);
    let mut change: Vec<String> = Vec::new();
    for id in &threat.missing {
        let asked = report.questions.iter().find(|question| question.id == *id);
        let asked = asked.map_or_else(String::new, |question| format!("{} ", text(&question.text)));
        change.push(format!("an answer: {asked}{}", links.code(id)));
    }
    change.extend(
        threat.planned.iter().map(|planned| format!("the planned control {}, once it is in place", control(planned, links))),
    );
    vec![
        ("Why it is listed", if facts.is_empty() { stated::NONE_STATED.to_owned() } else { facts }),
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

/// The control with what it goes back to and what shows it: requirement, test, result.
fn traced(report: &Report, used: &ControlUse, links: &Links<'_>) -> String {
    let shown = report.controls.iter().find(|row| row.id == used.id).map(trace::shown_by);
    let shown = shown.map_or_else(String::new, |[requirement, test, result]| {
        format!("<br><small>requirement: {}; test: {}; result: {}</small>", text(&requirement), text(&test), text(&result))
    });
    format!("{}{shown}", control(used, links))
}

fn answers(report: &Report, threat: &ThreatRow, links: &Links<'_>) -> Items {
    let controls: Vec<String> = threat.controls.iter().map(|one| traced(report, one, links)).collect();
    let controls = if controls.is_empty() { text(wording::no_control(threat)) } else { list(&controls) };
    let unevidenced = if threat.unevidenced { "a counter-measure it rests on has no evidence recorded" } else { "" };
    let decision = threat.response.as_ref().map_or_else(String::new, |said| response(threat, said, links));
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
        classed("steps", &of_phase.map(step).collect::<Vec<_>>())
    };
    let harms: Vec<String> = threat.harms.iter().map(|harm| text(&wording::harm(harm))).collect();
    // that no harm is named, and that one patient is concerned, needs no line of its own
    let patients = Some(wording::patients(&threat.multi_patient)).filter(|said| said != "no");
    let patients = patients.map_or_else(String::new, |said| text(&said));
    let vector = threat.cvss.as_ref().map_or_else(String::new, |vector| text(&wording::vector(vector)));
    vec![
        ("Risk before controls", format!("{}{}", text(&wording::risk(&threat.risk_before)), steps("before"))),
        ("Risk after controls", format!("{}{}", text(&wording::risk(&threat.risk_after)), steps("after"))),
        ("Harms", list(&harms)),
        ("Several patients at once", patients),
        ("CVSS, which decides nothing here", vector),
    ]
}

fn step(step: &RiskStepRow) -> String {
    format!("{} → {}", text(&step.text), text(&stated::filled(&step.exploitability)))
}
