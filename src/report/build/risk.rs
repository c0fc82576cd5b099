//! Risks in words: ratings, every step that led there, harms, patients, vectors, and the scheme they were rated by.

use super::Writer;
use crate::findings::{Choice, Finding};
use crate::model::{ElementId, Kind, SetId};
use crate::report::{
    FactRow, HarmRow, MatrixRow, PairRow, PatientsRow, RiskRow, RiskStepRow, RubricAnswerRow, RubricQuestionRow, RubricRow,
    SchemeRow, VectorRow,
};
use crate::risk::{self, Guarantee, HarmUse, Rating, Risk, Scheme, Step, StepKind};
use crate::rules::{FactUse, Truth};
use crate::words::count;

/// What is said of the risk of one finding.
pub(super) struct Rated {
    pub(super) before: RiskRow,
    pub(super) after: RiskRow,
    pub(super) steps: Vec<RiskStepRow>,
    pub(super) harms: Vec<HarmRow>,
    pub(super) multi_patient: PatientsRow,
    pub(super) cvss: Option<VectorRow>,
}

impl Writer<'_> {
    /// The risk of a finding. `countering` are the facts on which its being countered rests.
    pub(super) fn rated(&mut self, finding: &Finding, countering: &[FactUse]) -> Rated {
        let risk = self.assessor.risk(&mut self.evaluator, finding, countering);
        let harms = self.assessor.harms(self.model, finding);
        let (before, after) = match &risk {
            None => {
                let severity = risk::severity(self.model, finding.element).and_then(|at| self.severity_title(at));
                let row = RiskRow { severity, ..RiskRow::default() };
                (row.clone(), row)
            }
            Some(risk) => (self.rating(risk.before, false), self.remaining(risk)),
        };
        let steps = risk.iter().flat_map(|risk| &risk.steps).map(|step| self.step(step)).collect();
        Rated {
            before,
            after,
            steps,
            harms: harms.iter().map(|harm| self.used_harm(harm)).collect(),
            multi_patient: self.patients(finding),
            cvss: self.stated_vector(finding),
        }
    }

    fn title_in(&self, set: SetId, at: u16) -> String {
        self.model.schema.set(set).title_at(at).to_owned()
    }

    /// A severity of the library's scale in the words of the scheme.
    pub(super) fn severity_title(&self, at: u16) -> Option<String> {
        match &self.compilation.scheme {
            Some(scheme) => scheme.severities.get(at as usize).map(|at| self.title_in(scheme.severity, *at)),
            None => self.model.schema.set_named("severity").map(|set| self.title_in(set, at)),
        }
    }

    fn rating(&self, rating: Rating, stated: bool) -> RiskRow {
        let Some(scheme) = &self.compilation.scheme else { return RiskRow::default() };
        RiskRow {
            exploitability: self.title_in(scheme.exploitability, rating.exploitability),
            severity: rating.severity.map(|at| self.title_in(scheme.severity, at)),
            level: rating.level.map(|at| self.title_in(scheme.level, at)),
            acceptable: rating.acceptable,
            stated,
        }
    }

    fn remaining(&self, risk: &Risk) -> RiskRow {
        match risk.after {
            Some(after) => self.rating(after, risk.exploitability_stated || risk.severity_stated),
            None => RiskRow { exploitability: "not applicable".to_owned(), ..RiskRow::default() },
        }
    }

    /// All harms, by name and hazard.
    pub(super) fn harms(&self) -> Vec<HarmRow> {
        let row = |id: ElementId| HarmRow {
            id: self.model.identity(id),
            name: self.model.title(id).to_owned(),
            hazard: self.text(id, "hazard"),
            ..HarmRow::default()
        };
        self.model.of_kind(Kind::Harm).map(row).collect()
    }

    fn used_harm(&self, used: &HarmUse) -> HarmRow {
        HarmRow {
            id: self.model.identity(used.harm),
            name: self.model.title(used.harm).to_owned(),
            severity: used.severity.and_then(|at| self.severity_title(at)),
            hazard: self.text(used.harm, "hazard"),
            through: used.through.iter().map(|id| self.model.identity(*id)).collect(),
            follows: used.follows,
        }
    }

    fn patients(&mut self, finding: &Finding) -> PatientsRow {
        let Some(patients) = risk::patients(&mut self.evaluator, &self.compilation.rules, finding) else {
            return PatientsRow::default();
        };
        let several = match patients.several {
            Truth::Yes => Some(true),
            Truth::No => Some(false),
            Truth::Unknown => None,
        };
        PatientsRow { several, facts: self.used_facts(&patients.facts) }
    }

    fn used_facts(&self, facts: &[FactUse]) -> Vec<FactRow> {
        facts.iter().filter_map(|fact| self.used(fact)).collect()
    }

    fn stated_vector(&self, finding: &Finding) -> Option<VectorRow> {
        let decision = self.compilation.findings.decision(finding)?;
        self.text(decision.id, "cvss").and_then(|text| vector_row(&text))
    }

    fn step(&self, step: &Step) -> RiskStepRow {
        let exploitability =
            self.compilation.scheme.as_ref().map_or(String::new(), |scheme| self.title_in(scheme.exploitability, step.at));
        RiskStepRow {
            phase: if step.after { "after" } else { "before" }.to_owned(),
            text: self.step_text(step),
            exploitability,
            facts: self.used_facts(&step.facts),
        }
    }

    fn step_text(&self, step: &Step) -> String {
        let model = self.model;
        let named = |id: ElementId| format!("{} ({})", model.title(id), model.identity(id));
        let does = || change(step.raises, step.taken);
        match step.kind {
            StepKind::Exposure(at, from) => self.exposure_text(at, from),
            StepKind::Precondition(at) => {
                let set = model.schema.set_named("precondition");
                let title = set.map_or(String::new(), |set| self.title_in(set, at));
                format!("the attacker needs {title}: {}", does())
            }
            StepKind::Factor(factor) => format!("{}: {}", model.title(factor), does()),
            StepKind::Undecided(factor) => format!("not known whether {}: nothing is taken off for it", model.title(factor)),
            StepKind::ClaimedFactor(factor) => {
                format!("claimed with no control behind it, {}: nothing is taken off for it", model.title(factor))
            }
            StepKind::Control(control, counts) => {
                let class = model.symbol(control, "measure").unwrap_or("class not stated");
                let status = model.symbol(control, "status").unwrap_or("status not stated");
                let does = if counts { does() } else { "takes nothing off beside the strongest".to_owned() };
                let does = if step.raises == 0 && counts { "takes nothing off".to_owned() } else { does };
                format!("control {}, {class}, {status}: {does}", named(control))
            }
            StepKind::Planned(control) => format!("control {} is only planned: takes nothing off yet", named(control)),
            StepKind::Guaranteed(Guarantee::Type(of)) => {
                format!("guaranteed by {} ({}): {}", model.type_title(of), model.type_of(of).name, does())
            }
            StepKind::Guaranteed(Guarantee::Boundary(boundary)) => {
                format!("given by the boundary {}: {}", named(boundary), does())
            }
            StepKind::Structure => format!("the structure of the system counters it: {}", does()),
            StepKind::Claimed => {
                "the counter-measure is claimed with no control, type or protocol behind it: takes nothing off".to_owned()
            }
            StepKind::NoControl => "the decision to mitigate names no control that counts: takes nothing off".to_owned(),
            StepKind::Unchanged(choice) => format!("the decision to {} changes nothing about it", choice.word()),
            StepKind::Gone(Choice::Dismiss) => "judged not to exist here: not applicable".to_owned(),
            StepKind::Gone(_) => "what it threatens was removed or changed: not applicable".to_owned(),
            StepKind::Reopened(element) => {
                format!("what settled it takes nothing off: a vulnerability of {} can be exploited", named(element))
            }
            StepKind::Stated(decision) => format!("stated by the decision at {}, and not computed", self.place(decision)),
        }
    }

    fn exposure_text(&self, at: u16, from: Option<ElementId>) -> String {
        let set = self.model.schema.set_named("exposure");
        let exposure = set.map_or(String::new(), |set| self.title_in(set, at));
        match from {
            Some(from) => {
                format!("an attacker {exposure}, because of {} ({})", self.model.title(from), self.model.identity(from))
            }
            None => format!("an attacker {exposure}, because nothing says how it could be reached from outside"),
        }
    }

    /// The questions of the rubric.
    pub(super) fn rubric_questions(&self) -> Vec<RubricQuestionRow> {
        let row = |(code, metric, question): (&str, &str, &str)| RubricQuestionRow {
            code: code.to_owned(),
            metric: metric.to_owned(),
            question: question.to_owned(),
        };
        risk::rubric_questions().map(row).collect()
    }

    /// The questions of the rubric, answered as far as the model goes.
    pub(super) fn rubrics(&self) -> Vec<RubricRow> {
        self.compilation.findings.all.iter().map(|finding| self.rubric(finding)).collect()
    }

    fn rubric(&self, finding: &Finding) -> RubricRow {
        let rule = &self.compilation.rules.rules[finding.rule as usize];
        let rubric = risk::rubric(&self.evaluator, rule, finding);
        let line = |fact: &FactRow| format!("{}.{} = {}", fact.element, fact.attribute, fact.value);
        let answers = rubric.answers.into_iter().map(|answer| RubricAnswerRow {
            code: answer.code.to_owned(),
            answer: answer.answer,
            because: self.used_facts(&answer.facts).iter().map(line).collect(),
        });
        RubricRow {
            threat: self.finding_id(finding),
            answers: answers.collect(),
            proposal: rubric.vector.as_deref().and_then(vector_row),
        }
    }

    /// The scheme the risks were rated by.
    pub(super) fn scheme(&self) -> Option<SchemeRow> {
        let scheme = self.compilation.scheme.as_ref()?;
        let titles = |set: SetId| {
            let values = self.model.schema.set(set);
            (0..values.values.len() as u16).map(|at| values.title_at(at).to_owned()).collect::<Vec<_>>()
        };
        let levels = |row: &Vec<u16>| row.iter().map(|at| self.title_in(scheme.level, *at)).collect();
        let matrix = titles(scheme.severity).into_iter().zip(&scheme.matrix);
        Some(SchemeRow {
            id: self.model.element(scheme.id).name.to_string(),
            name: self.model.title(scheme.id).to_owned(),
            version: self.text(scheme.id, "version"),
            policy: self.text(scheme.id, "policy"),
            exploitability: titles(scheme.exploitability),
            matrix: matrix.map(|(severity, row)| MatrixRow { severity, levels: levels(row) }).collect(),
            acceptable: scheme.acceptable.iter().map(|at| self.title_in(scheme.level, *at)).collect(),
            start: self.start(scheme),
            reduces: self.reduces(scheme),
            place: self.place(scheme.id),
        })
    }

    fn start(&self, scheme: &Scheme) -> Vec<PairRow> {
        let exposure = self.model.schema.set_named("exposure");
        let row = |(at, value): (usize, &u16)| PairRow {
            name: exposure.map_or(String::new(), |set| format!("an attacker {}", self.title_in(set, at as u16))),
            value: self.title_in(scheme.exploitability, *value),
        };
        scheme.start.iter().enumerate().map(row).collect()
    }

    fn reduces(&self, scheme: &Scheme) -> Vec<PairRow> {
        let rows = |set: &str, steps: &[u16]| -> Vec<PairRow> {
            let set = self.model.schema.set_named(set);
            let title = |at: usize| set.map_or(String::new(), |set| self.title_in(set, at as u16));
            steps.iter().enumerate().map(|(at, steps)| PairRow { name: title(at), value: steps.to_string() }).collect()
        };
        [rows("precondition", &scheme.preconditions), rows("measure_class", &scheme.measures)].concat()
    }
}

fn vector_row(text: &str) -> Option<VectorRow> {
    let vector = risk::vector(text).ok()?;
    Some(VectorRow { vector: text.to_owned(), score: format!("{:.1}", vector.score), rating: vector.rating.to_owned() })
}

/// What a step does, and how much of it where the scale ends before.
fn change(raises: i32, taken: i32) -> String {
    let steps = count(raises.unsigned_abs() as usize, "step");
    let does = match raises.signum() {
        -1 => format!("{steps} lower"),
        1 => format!("{steps} higher"),
        _ => return "changes nothing".to_owned(),
    };
    match taken.unsigned_abs() {
        0 => format!("would be {does}, but the scale ends here"),
        some if taken != raises => format!("{does}, of which the scale leaves {some}"),
        _ => does,
    }
}

#[cfg(test)]
mod tests {
    use super::change;

    #[test]
    fn a_step_says_where_the_scale_ends() {
        assert_eq!(change(-2, -2), "2 steps lower");
        assert_eq!(change(-2, -1), "2 steps lower, of which the scale leaves 1");
        assert_eq!(change(-1, 0), "would be 1 step lower, but the scale ends here");
        assert_eq!(change(1, 1), "1 step higher");
        assert_eq!(change(0, 0), "changes nothing");
    }
}
