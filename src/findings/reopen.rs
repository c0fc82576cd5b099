//! What an exploitable vulnerability does to threats that were settled: whoever exploits it in an element undoes what protects that element
//! and the ports through which it is reached, so those threats are open again.
//!
//! Which threats, the library says: a category by how far a flaw undoes what counters its threats (`flaw_reaches`), a control by being
//! `apart_from_software`. A decision that names a vulnerability was taken knowing of it, and holds.

use super::backing::Backing;
use super::finding::{Finding, Findings};
use super::state::State;
use super::ways_in::{WayIn, ways_in};
use crate::bom::{Assessment, Bill, Bills, Status};
use crate::diagnostic::{Diagnostic, Diagnostics, code::Code};
use crate::model::{ElementId, Model};
use crate::rules::{Evaluator, RuleSet};
use crate::text::Span;
use crate::words::{count, list, nearest, tick};

/// How many vulnerabilities a message names.
const NAMED: usize = 3;

/// Why a threat is open again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reopening {
    /// The vulnerabilities; there is at least one.
    pub causes: Vec<Cause>,
}

/// A vulnerability that undoes what settled a threat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The element that has the component.
    pub element: ElementId,
    /// `CVE-2026-1234 in openssl 3.0.13`.
    pub label: String,
    /// What the document says of it, and when it did.
    pub status: &'static str,
    /// When it was said.
    pub made: Option<String>,
    /// The document and line that say so.
    pub span: Span,
    /// How the threatened element leads to that element.
    pub way: WayIn,
}

/// Re-opens what the exploitable vulnerabilities of a model undo, and says so.
pub(crate) fn reopen(
    evaluator: &mut Evaluator<'_>,
    rules: &RuleSet,
    bills: &Bills,
    findings: &mut Findings,
    diagnostics: &mut Diagnostics,
) {
    let model = evaluator.model;
    for bill in &bills.bills {
        if bill.assessments.iter().any(|found| found.status == Status::UnderInvestigation) {
            findings.investigated.push(bill.element);
        }
        let exploitable: Vec<&Assessment> = bill.exploitable().collect();
        if exploitable.is_empty() {
            continue;
        }
        let mut open = 0;
        let ways = ways_in(model, bill.element);
        for at in 0..findings.all.len() {
            let finding = findings.all[at];
            let Some((_, way)) = ways.iter().find(|(place, _)| *place == finding.element) else { continue };
            if !reaches(model, rules, &finding, way) || stands_apart(evaluator, rules, findings, &finding) {
                continue;
            }
            let known = known_to_decision(model, findings, &finding);
            let undoing =
                exploitable.iter().filter(|found| !known.iter().any(|name| name.eq_ignore_ascii_case(&found.vulnerability)));
            let causes: Vec<Cause> = undoing.map(|found| cause(bills, bill, found, way)).collect();
            if !causes.is_empty() {
                findings.reopen(at, causes);
                open += usize::from(findings.reopening(&findings.all[at]).is_some());
            }
        }
        diagnostics.extend(message(model, bills, bill, &exploitable, open));
    }
    check_named(model, bills, findings, diagnostics);
}

fn cause(bills: &Bills, bill: &Bill, found: &Assessment, way: &WayIn) -> Cause {
    Cause {
        element: bill.element,
        label: bills.label(bill, found),
        status: found.status.word(),
        made: found.made.clone(),
        span: found.span,
        way: way.clone(),
    }
}

/// Whether a flaw that is got at this way undoes what counters threats of the finding's category. At ports of other components only what
/// the library lists: those components themselves are whole.
fn reaches(model: &Model, rules: &RuleSet, finding: &Finding, way: &WayIn) -> bool {
    let category = rules.rules[finding.rule as usize].category;
    let said = category.and_then(|category| model.symbol(category, "flaw_reaches"));
    match way {
        WayIn::Itself | WayIn::OwnPort => said != Some("nothing"),
        WayIn::Over(_) => said == Some("ways_in"),
    }
}

/// Whether a threat is countered by nothing but controls that need no software to work.
fn stands_apart(evaluator: &mut Evaluator<'_>, rules: &RuleSet, findings: &Findings, finding: &Finding) -> bool {
    let model = evaluator.model;
    if findings.settled_state(finding) != State::Mitigated {
        return false;
    }
    let mut controls = match findings.decision(finding) {
        Some(decision) => model.references(decision.id, "controls"),
        None => Vec::new(),
    };
    if controls.is_empty() {
        let Some(condition) = &rules.rules[finding.rule as usize].mitigated else { return false };
        let (_, facts) = evaluator.explain(condition, finding.element);
        let backing = Backing::of(model, &facts);
        if !backing.guaranteed.is_empty() || !backing.claimed.is_empty() {
            return false;
        }
        controls = backing.controls;
    }
    !controls.is_empty() && controls.iter().all(|control| model.bool(*control, "apart_from_software") == Some(true))
}

/// The vulnerabilities of which a decision was taken knowing; none where it does not hold.
fn known_to_decision<'m>(model: &'m Model, findings: &Findings, finding: &Finding) -> Vec<&'m str> {
    let holds = findings.decision(finding).filter(|decision| !decision.moved && !decision.expired && !decision.planned);
    holds.map_or_else(Vec::new, |decision| model.texts(decision.id, NAMED_IN))
}

/// The attribute by which a decision names them.
const NAMED_IN: &str = "vulnerabilities";

/// Says which decisions name a vulnerability that no document speaks of any more.
fn check_named(model: &Model, bills: &Bills, findings: &Findings, diagnostics: &mut Diagnostics) {
    let known: Vec<&str> =
        bills.bills.iter().flat_map(|bill| &bill.assessments).map(|found| found.vulnerability.as_str()).collect();
    for decision in &findings.decisions {
        let stale: Vec<&str> = model
            .texts(decision.id, NAMED_IN)
            .into_iter()
            .filter(|name| !known.iter().any(|known| known.eq_ignore_ascii_case(name)))
            .collect();
        let attribute = model.schema.attribute(model.element(decision.id).kind, NAMED_IN);
        let fact = attribute.and_then(|attribute| model.known(decision.id, attribute));
        if let (Some(first), Some(fact)) = (stale.first(), fact) {
            let shown: Vec<String> = stale.iter().map(|name| tick(&plain(name))).collect();
            diagnostics.push(
                Diagnostic::new(Code::StaleVulnerability, fact.fact.span)
                    .message(format!("no document of the model speaks of {}", list(&shown, "or")))
                    .label("the decision was taken knowing of it")
                    .note(
                        "a decision that names vulnerabilities holds for these; one that is gone from the documents says nothing",
                    )
                    .did_you_mean(nearest(first, known.iter().copied()))
                    .help("correct the name, take it out, or name the document that speaks of it in `vex`"),
            );
        }
    }
}

/// TM0708
fn message(model: &Model, bills: &Bills, bill: &Bill, exploitable: &[&Assessment], open: usize) -> Option<Diagnostic> {
    let attribute = |name: &str| model.schema.attribute(model.element(bill.element).kind, name);
    let fact = ["vex", "sbom"].into_iter().filter_map(attribute).find_map(|attribute| model.known(bill.element, attribute))?;
    let mut shown: Vec<String> = exploitable.iter().take(NAMED).map(|found| tick(&plain(&bills.label(bill, found)))).collect();
    let more = exploitable.len() - shown.len();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    let mut documents: Vec<&str> = exploitable.iter().map(|found| bills.documents[found.document].0.as_str()).collect();
    documents.dedup();
    Some(
        Diagnostic::new(Code::ExploitableVulnerability, fact.fact.span)
            .message(format!("{} can be exploited in {}", list(&shown, "and"), tick(&model.identity(bill.element))))
            .label(match open {
                0 => "no threat was settled that it undoes".to_owned(),
                1 => "1 threat is open again".to_owned(),
                open => format!("{} are open again", count(open, "threat")),
            })
            .note(format!(
                "so says {}; whoever controls the software is not stopped by what it enforces",
                list(&documents, "and")
            ))
            .help("repair it, or show why it cannot be exploited here, and say so in the VEX document")
            .help("where a decision on a threat already takes it into account, name it there: `vulnerabilities: [\"…\"]`"),
    )
}

/// A name from a foreign file without what could disturb a terminal.
fn plain(name: &str) -> String {
    name.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect()
}
