//! What an exploitable vulnerability does to threats that were settled: whoever exploits it in an element undoes what protects that element
//! and the ports through which it is reached, so those threats are open again.

use crate::bom::{Bill, Bills};
use crate::diagnostic::{Diagnostic, Diagnostics, code::Code};
use crate::model::{Direction, ElementId, Kind, Model, Value};
use crate::text::Span;
use crate::words::{list, tick};

use super::finding::Findings;

/// How many vulnerabilities a message names.
const NAMED: usize = 3;

/// Why threats are open again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// The element that has the component.
    pub element: ElementId,
    /// What is exploitable in it, `CVE-2026-1234 in openssl 3.0.13`, with the document and line that say so.
    pub vulnerabilities: Vec<(String, Span)>,
}

/// Re-opens what the exploitable vulnerabilities of a model undo, and says so.
pub(crate) fn reopen(model: &Model, bills: &Bills, findings: &mut Findings, diagnostics: &mut Diagnostics) {
    for bill in &bills.bills {
        let vulnerabilities: Vec<(String, Span)> =
            bill.exploitable().map(|assessment| (bills.label(bill, assessment), assessment.span)).collect();
        if vulnerabilities.is_empty() {
            continue;
        }
        let reached = reached(model, bill.element);
        let number = findings.reopenings.len() as u32;
        findings.reopenings.push(Reopening { element: bill.element, vulnerabilities });
        let undone: Vec<usize> = (0..findings.all.len()).filter(|at| reached.contains(&findings.all[*at].element)).collect();
        for at in &undone {
            findings.all[*at].reopening.get_or_insert(number);
        }
        let open = undone.iter().filter(|at| findings.reopening(&findings.all[**at]).is_some()).count();
        diagnostics.extend(message(model, bills, bill, &findings.reopenings[number as usize], open));
    }
}

/// The element, and those of its ports through which something gets in: what flows bring in, or what anyone can plug in where nothing is
/// meant to be connected and the port is not switched off.
fn reached(model: &Model, element: ElementId) -> Vec<ElementId> {
    let lets_in = |port: &ElementId| match model.direction(*port) {
        Direction::Incoming | Direction::Both => true,
        Direction::Outgoing => false,
        Direction::None => !is_off(model, *port),
    };
    let ports = model.ports_of(element).iter().copied();
    std::iter::once(element).chain(ports.filter(lets_in)).collect()
}

/// Whether a port is switched off as shipped.
fn is_off(model: &Model, port: ElementId) -> bool {
    debug_assert_eq!(model.element(port).kind, Kind::Port);
    matches!(model.value(port, "default"), Some(Value::Symbol(set, at)) if matches!(model.schema.set(*set).name_at(*at), "disabled" | "removed"))
}

/// TM0708
fn message(model: &Model, bills: &Bills, bill: &Bill, reopening: &Reopening, open: usize) -> Option<Diagnostic> {
    let attribute = |name: &str| model.schema.attribute(model.element(bill.element).kind, name);
    let fact = ["vex", "sbom"].into_iter().filter_map(attribute).find_map(|attribute| model.known(bill.element, attribute))?;
    let mut shown: Vec<String> = reopening.vulnerabilities.iter().take(NAMED).map(|(label, _)| tick(&plain(label))).collect();
    let more = reopening.vulnerabilities.len() - shown.len();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    let mut documents: Vec<&str> = bill.exploitable().map(|found| bills.documents[found.document].0.as_str()).collect();
    documents.dedup();
    Some(
        Diagnostic::new(Code::ExploitableVulnerability, fact.fact.span)
            .message(format!("{} can be exploited in {}", list(&shown, "and"), tick(&model.identity(bill.element))))
            .label(match open {
                0 => "no threat was settled that it undoes".to_owned(),
                1 => "1 threat is open again".to_owned(),
                open => format!("{open} threats are open again"),
            })
            .note(format!(
                "so says {}; whoever controls the software is not stopped by what it enforces",
                list(&documents, "and")
            ))
            .help("repair it, or show why it cannot be exploited here, and say so in the VEX document"),
    )
}

/// A name from a foreign file without what could disturb a terminal.
fn plain(name: &str) -> String {
    name.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect()
}
