//! What a weakness does to which class of data: the part of the rubric that leads to the metrics C, I and A.

use indexmap::IndexSet;

use super::rubric::Answer;
use crate::model::{ElementId, Kind, Model, TypeId};
use crate::rules::{FactUse, Rule};

/// The answers, and the values of C, I and A.
pub(super) struct Impact {
    pub(super) answers: Vec<Answer>,
    pub(super) values: [Option<char>; 3],
}

/// A class of data the rubric asks about: the rubric's names, the question, and the types of the library that belong to it.
const CLASSES: [(&str, &str, &[&str]); 6] = [
    ("XCP, XIP, XAP", "Does it concern data about patients?", &["PatientData"]),
    ("XCD, XID, XAD", "Does it concern diagnosis or monitoring?", &["Measurement", "DiagnosticData", "Alarm"]),
    ("XCT, XIT, XAT", "Does it concern the delivery of therapy?", &["SafetyParameters", "Command", "Heartbeat"]),
    ("XCW, XIW, XAW", "Does it concern the work of the clinic?", &["Order", "DisplayContent", "AccessoryIdentity"]),
    (
        "XCS, XIS, XAS",
        "Does it concern private data of the system?",
        &["Credential", "Configuration", "LogData", "PublicCertificate"],
    ),
    (
        "XCO, XIO, XAO",
        "Does it concern something else the device depends on?",
        &["FirmwarePackage", "TimeData", "NetworkServiceData"],
    ),
];

/// The questions about data: the rubric's names of the answers, the metrics they lead to, and what is asked.
pub(super) fn questions() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    CLASSES.into_iter().map(|(code, question, _)| (code, "C, I, A", question))
}

/// Attributes of data that rate what its loss means, in the order of C, I and A.
const RATINGS: [&str; 3] = ["confidentiality", "integrity", "availability"];

/// Which of C, I and A a category of threats touches, by its letter.
fn touched(letter: &str) -> Option<[bool; 3]> {
    Some(match letter {
        "S" | "T" | "R" => [false, true, false],
        "I" => [true, false, false],
        "D" => [false, false, true],
        "E" => [true, true, true],
        _ => return None,
    })
}

/// Answers the questions about one element.
pub(super) fn of(model: &Model, rule: &Rule, element: ElementId) -> Impact {
    let dimensions = rule.category.and_then(|category| model.text(category, "letter")).and_then(touched);
    let data = handled(model, element);
    let (Some(dimensions), Some(data)) = (dimensions, data) else {
        return Impact { answers: Vec::new(), values: [None; 3] };
    };
    let mut answers = Vec::new();
    for (code, _, types) in CLASSES {
        let types: Vec<TypeId> = types.iter().filter_map(|name| model.type_named(name)).collect();
        let is_of =
            |id: &ElementId| model.element(*id).type_id.is_some_and(|of| types.iter().any(|class| model.is_a(of, *class)));
        let here: Vec<ElementId> = data.iter().copied().filter(is_of).collect();
        answers.push(class(model, code, &here, dimensions));
    }
    let worst = |at: usize| if dimensions[at] { Some(value(model, &data, RATINGS[at])) } else { Some('N') };
    Impact { answers, values: [worst(0), worst(1), worst(2)] }
}

fn class(model: &Model, code: &'static str, data: &[ElementId], dimensions: [bool; 3]) -> Answer {
    if data.is_empty() {
        return Answer { code, answer: "no".to_owned(), facts: Vec::new() };
    }
    let words: Vec<String> = RATINGS
        .iter()
        .zip(dimensions)
        .filter(|(_, touched)| *touched)
        .map(|(rating, _)| format!("{rating} {}", if value(model, data, rating) == 'H' { "high" } else { "low" }))
        .collect();
    let facts = data.iter().flat_map(|id| {
        let attributes = RATINGS.iter().zip(dimensions).filter(|(_, touched)| *touched);
        attributes.filter_map(|(rating, _)| {
            let attribute = model.schema.attribute(Kind::Data, rating)?;
            model.known(*id, attribute).map(|_| FactUse::Stated(*id, attribute))
        })
    });
    Answer { code, answer: format!("yes: {}", words.join(", ")), facts: facts.collect() }
}

/// `H` where any of the data is rated high, or not at all; else `L`.
fn value(model: &Model, data: &[ElementId], rating: &str) -> char {
    let high = |id: &ElementId| model.symbol_name(*id, rating).is_none_or(|name| name == "high");
    match data {
        [] => 'N',
        data if data.iter().any(high) => 'H',
        _ => 'L',
    }
}

/// The data an element carries, holds or handles; nothing where the model does not say for all of it, or names none: a threat without an
/// effect would be no threat. Behind a port that nothing uses is all that its owner handles.
fn handled(model: &Model, element: ElementId) -> Option<Vec<ElementId>> {
    let of = model.element(element);
    let unused = of.kind == Kind::Port && model.relations.flows_of(element).is_empty();
    let behind = of.parent.filter(|_| unused).unwrap_or(element);
    named(model, behind).filter(|data| !data.is_empty())
}

fn named(model: &Model, element: ElementId) -> Option<Vec<ElementId>> {
    let said = |id: ElementId, attribute: &str| model.value(id, attribute).map(|_| model.references(id, attribute));
    match model.element(element).kind {
        Kind::Flow => said(element, "carries"),
        Kind::Store => said(element, "holds"),
        _ => {
            let mut all: IndexSet<ElementId> = IndexSet::new();
            for flow in model.relations.flows_of(element) {
                all.extend(said(*flow, "carries")?);
            }
            Some(all.into_iter().collect())
        }
    }
}
