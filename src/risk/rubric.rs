//! The questions by which a weakness of a medical device is given a CVSS vector, answered as far as the model answers them. The questions are
//! those of the rubric that MITRE wrote for medical devices, in our own words; its names of the answers are kept.

use super::impact::{self, Impact};
use crate::findings::Finding;
use crate::model::{ElementId, Kind, Model, Value};
use crate::rules::{Evaluator, FactUse, Rule};

/// The questions up to those about data: the rubric's name of the answer, the metric of the vector it leads to, and what is asked.
const QUESTIONS: [(&str, &str, &str); 12] = [
    ("XAVN", "AV", "Does the attack come over a network?"),
    ("XAVT", "AV", "Can it be routed, so that it comes from beyond the next network?"),
    ("XAVW", "AV", "Does it come by radio?"),
    ("XAVR", "AV", "Does it come by a radio that reaches no further than about three metres?"),
    ("XAVP", "AV", "Does the attacker have to touch the device?"),
    ("XAVPA", "AV", "Is the way in what people operate it by: screen, keys, loudspeaker?"),
    ("XACL", "AC", "Does it work whenever the attacker tries?"),
    ("XPRL", "PR", "Does the component tell people apart who log in?"),
    ("XPRZ", "PR", "Does the attacker need to be let in beforehand?"),
    ("XPRS", "PR", "Does the attacker need the rights of those who run or make the system?"),
    ("XUI", "UI", "Does a user have to do something?"),
    ("XS", "S", "Does it reach parts that other rights govern?"),
];

/// Every question: the rubric's name of the answer, the metric it leads to, and what is asked.
pub fn questions() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    QUESTIONS.into_iter().chain(impact::questions())
}

/// An answer of the model. A question without one is not stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The rubric's name of the answer, such as `XAVW`.
    pub code: &'static str,
    /// What the model answers.
    pub answer: String,
    /// What the answer rests on.
    pub facts: Vec<FactUse>,
}

/// The answers, and a vector where all base metrics follow from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    /// What the model answers.
    pub answers: Vec<Answer>,
    /// `CVSS:3.1/…`; a proposal for a person to judge.
    pub vector: Option<String>,
}

/// Answers the questions about a finding.
pub fn rubric(evaluator: &Evaluator<'_>, rule: &Rule, finding: &Finding) -> Rubric {
    let case = Case::new(evaluator, rule, finding.element);
    let (mut answers, vector) = case.attack_vector();
    let (more, requirements) = case.requirements();
    answers.extend(more);
    let impact = impact::of(evaluator.model, rule, finding.element);
    let metrics = [vector].into_iter().chain(requirements).chain(impact_metrics(&impact)).collect::<Option<Vec<String>>>();
    answers.extend(impact.answers);
    Rubric { answers, vector: metrics.map(|metrics| format!("CVSS:3.1/{}", metrics.join("/"))) }
}

fn impact_metrics(impact: &Impact) -> Vec<Option<String>> {
    let metric = |(metric, value): (&str, &Option<char>)| value.map(|value| format!("{metric}:{value}"));
    ["C", "I", "A"].into_iter().zip(&impact.values).map(metric).collect()
}

/// What a model says, with the fact that says it.
type Said = Option<(String, FactUse)>;

/// One finding and the way in that makes its element as exposed as it is.
struct Case<'m> {
    model: &'m Model,
    /// The name of the exposure, and the fact.
    exposure: (&'m str, FactUse),
    /// A port among the element itself and what makes it exposed.
    port: Option<ElementId>,
    /// The component that acts on what happens.
    component: ElementId,
    rule: ElementId,
    preconditions: Option<Vec<&'m str>>,
}

impl<'m> Case<'m> {
    fn new(evaluator: &Evaluator<'m>, rule: &Rule, element: ElementId) -> Self {
        let model = evaluator.model;
        let exposure = evaluator.exposures.of(element).map_or("", |(set, at)| model.schema.set(set).name_at(at));
        let title = evaluator.exposures.of(element).map_or("", |(set, at)| model.schema.set(set).title_at(at));
        let from = evaluator.exposures.because_of(element);
        let port = [Some(element), from].into_iter().flatten().find(|id| model.element(*id).kind == Kind::Port);
        let component = match model.relations.ends(model, element) {
            Some(ends) => model.component_of(ends.target),
            None => model.component_of(element),
        };
        let name = |value: &'m Value| match value {
            Value::Symbol(set, at) => Some(model.schema.set(*set).name_at(*at)),
            _ => None,
        };
        let preconditions = match model.value(rule.id, "preconditions") {
            Some(Value::List(values)) => Some(values.iter().filter_map(name).collect()),
            _ => None,
        };
        let exposure = (exposure, FactUse::Derived(element, "exposure".to_owned(), title.to_owned()));
        Self { model, exposure, port, component, rule: rule.id, preconditions }
    }

    /// The value of an attribute by its name, with the fact.
    fn said(&self, id: ElementId, attribute: &str) -> Said {
        let number = self.model.schema.attribute(self.model.element(id).kind, attribute)?;
        let word = match &self.model.known(id, number)?.fact.value {
            Value::Symbol(set, at) => self.model.schema.set(*set).name_at(*at).to_owned(),
            Value::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
            _ => return None,
        };
        Some((word, FactUse::Stated(id, number)))
    }

    fn of_port(&self, attribute: &str) -> Said {
        self.port.and_then(|port| self.said(port, attribute))
    }

    /// How the attacker gets to the device, and the metric AV.
    fn attack_vector(&self) -> (Vec<Answer>, Option<String>) {
        let (exposure, fact) = &self.exposure;
        let by_exposure = |yes: &[&str], no: &[&str]| {
            let answer = if yes.contains(exposure) { Some(true) } else { no.contains(exposure).then_some(false) };
            answer.map(|answer| (answer, fact.clone()))
        };
        let by_port =
            |attribute: &str, yes: &[&str]| self.of_port(attribute).map(|(word, fact)| (yes.contains(&word.as_str()), fact));
        let wired = by_port("medium", &["wireless"]).filter(|(wireless, _)| !wireless);
        let near = wired.or_else(|| by_port("range", &["contact"]));
        let networks = ["network", "internet"];
        let answers = [
            asked("XAVN", by_exposure(&networks, &["physical", "adjacent"])),
            asked("XAVT", by_exposure(&networks, &["physical", "adjacent"])),
            asked("XAVW", by_port("medium", &["wireless"])),
            asked("XAVR", near),
            asked("XAVP", by_exposure(&["physical"], &["adjacent", "network", "internet"])),
            asked("XAVPA", by_port("medium", &["human"])),
        ];
        let value = match *exposure {
            "network" | "internet" => Some("AV:N"),
            "adjacent" => Some("AV:A"),
            "physical" => Some("AV:P"),
            "internal" => Some("AV:L"),
            _ => None,
        };
        (answers.into_iter().flatten().collect(), value.map(str::to_owned))
    }

    /// What has to be in place first, and the metrics AC, PR, UI and S.
    fn requirements(&self) -> (Vec<Answer>, Vec<Option<String>>) {
        let stated = self.model.schema.attribute(Kind::Rule, "preconditions").map(|id| FactUse::Stated(self.rule, id));
        let needs = |any: &[&str]| {
            let listed = self.preconditions.as_ref()?;
            Some((listed.iter().any(|one| any.contains(one)), stated.clone()?))
        };
        let at_will = needs(&["equipment", "foothold"]).map(|(needed, fact)| (!needed, fact));
        let login = self.said(self.component, "login").map(|(word, fact)| (word != "none", fact));
        let authorised = needs(&["credential", "insider"]);
        let system = needs(&["insider"]);
        let user = needs(&["user_action"]);
        let spreads = self.said(self.component, "isolated").map(|(word, fact)| (word == "no", fact));
        let metric = |name: &str, value: Option<&str>| value.map(|value| format!("{name}:{value}"));
        let truth = |said: &Option<(bool, FactUse)>| said.as_ref().map(|(truth, _)| *truth);
        let pick = |said: &Option<(bool, FactUse)>, yes: &'static str, no: &'static str| {
            truth(said).map(|truth| if truth { yes } else { no })
        };
        let privileges = match (truth(&authorised), truth(&system)) {
            (_, Some(true)) => Some("H"),
            (Some(true), _) => Some("L"),
            (Some(false), _) => Some("N"),
            (None, _) => None,
        };
        let metrics = vec![
            metric("AC", pick(&at_will, "L", "H")),
            metric("PR", privileges),
            metric("UI", pick(&user, "R", "N")),
            metric("S", pick(&spreads, "C", "U")),
        ];
        let answers = [
            asked("XACL", at_will),
            asked("XPRL", login),
            asked("XPRZ", authorised),
            asked("XPRS", system),
            asked("XUI", user),
            asked("XS", spreads),
        ];
        (answers.into_iter().flatten().collect(), metrics)
    }
}

fn asked(code: &'static str, said: Option<(bool, FactUse)>) -> Option<Answer> {
    let (answer, fact) = said?;
    Some(Answer { code, answer: if answer { "yes" } else { "no" }.to_owned(), facts: vec![fact] })
}
