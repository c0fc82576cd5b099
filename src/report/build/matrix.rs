//! Standards, clause by clause.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::findings::State;
use crate::model::{ElementId, Kind};
use crate::report::{ClausePart, ClauseRow, ClauseState, ControlUse, ElementUse, EvidenceUse, Ground, StandardRow, ThreatRow};
use crate::risk::controls_behind;
use crate::rules::{Clause, FactUse, Ir, Need};
use crate::standards::{Answer, Evidence, Standing, answered_by, asks_for_one, assess, elements_of};
use crate::words::list;

/// Threats by the printed id of the clauses their rules name.
type Citing<'t> = IndexMap<&'t str, Vec<&'t ThreatRow>, FxBuildHasher>;

impl Writer<'_> {
    /// Every standard that is imported; `threats` are those of the report.
    pub(super) fn standards(&mut self, threats: &[ThreatRow]) -> Vec<StandardRow> {
        let mut citing = Citing::default();
        for threat in threats {
            for clause in &threat.clauses {
                citing.entry(&clause.id).or_default().push(threat);
            }
        }
        let standards: Vec<ElementId> = self.model.of_kind(Kind::Standard).collect();
        standards.into_iter().map(|standard| self.standard(standard, &citing)).collect()
    }

    fn standard(&mut self, standard: ElementId, citing: &Citing<'_>) -> StandardRow {
        let compilation = self.compilation;
        let of_it = |clause: &&Clause| self.model.element(clause.id).parent == Some(standard);
        let clauses: Vec<&Clause> = compilation.rules.clauses.iter().filter(of_it).collect();
        let mut row = StandardRow {
            id: self.model.path(standard),
            title: self.model.title(standard).to_owned(),
            edition: self.text(standard, "edition"),
            binding: self.symbol(standard, "binding"),
            source: self.text(standard, "source"),
            evidence_place: self.symbol(standard, "evidence_place").as_deref() == Some("required"),
            prefix: self.text(standard, "prefix"),
            clauses: clauses.into_iter().map(|clause| self.clause_row(clause, citing)).collect(),
            ..StandardRow::default()
        };
        row.count();
        row
    }

    fn clause_row(&mut self, clause: &Clause, citing: &Citing<'_>) -> ClauseRow {
        let id = self.text(clause.id, "id").unwrap_or_else(|| self.model.path(clause.id));
        let answer = answered_by(&self.compilation.answers, clause.id);
        let mut parts = self.checked_parts(clause);
        parts.extend(threat_parts(citing.get(id.as_str()).map_or(&[], Vec::as_slice)));
        let silent = parts.iter().all(|part| part.state == ClauseState::NotApplicable);
        parts.extend(answer.map(|answer| self.answer_part(answer)));
        if parts.is_empty() || (silent && clause.satisfied.is_none() && answer.is_none()) {
            parts.push(self.unanswered(clause));
        }
        parts.sort_by_key(|part| (part.state, part.ground));
        let not_concerned = answer.is_some_and(|answer| answer.not_applicable) && silent;
        let state = match not_concerned {
            true => ClauseState::NotApplicable,
            false => parts.iter().map(|part| part.state).min().unwrap_or_default(),
        };
        ClauseRow {
            path: self.model.path(clause.id),
            title: self.model.title(clause.id).to_owned(),
            passage: self.text(clause.id, "passage"),
            text: self.text(clause.id, "text").unwrap_or_default(),
            evidence_tag: self.symbol(clause.id, "evidence_tag").unwrap_or_default(),
            checked: clause.satisfied.is_some(),
            evidence_pending: parts.iter().any(ClausePart::is_pending),
            state,
            parts,
            id,
        }
    }

    /// What the check says, elements with the same reason together.
    fn checked_parts(&mut self, clause: &Clause) -> Vec<ClausePart> {
        let Some(satisfied) = &clause.satisfied else { return Vec::new() };
        let mut parts = Parts::default();
        let mut standings: Vec<(ElementId, Standing)> = Vec::new();
        for element in elements_of(self.model, clause) {
            standings.extend(assess(&mut self.evaluator, clause, element).map(|standing| (element, standing)));
        }
        if asks_for_one(self.model, clause) && standings.iter().any(|(_, standing)| *standing == Standing::Satisfied) {
            standings.retain(|(_, standing)| *standing == Standing::Satisfied);
        }
        for (element, standing) in standings {
            let elements = vec![ElementUse { id: self.model.identity(element), name: self.model.title(element).to_owned() }];
            let part = ClausePart { elements, applies: Some(true), ..ClausePart::default() };
            let part = match &standing {
                Standing::Satisfied => {
                    let reason = self.answer(satisfied, true, element);
                    self.backed(satisfied, element, ClausePart { state: ClauseState::Addressed, reason, ..part })
                }
                Standing::Gap => {
                    let (reason, planned) = (self.answer(satisfied, false, element), self.planned(satisfied, element));
                    ClausePart { state: ClauseState::Gap, reason, planned, ..part }
                }
                Standing::Question { needs, concerned } => {
                    let questions = needs.iter().map(|need| self.question_id(*need)).collect();
                    let applies = concerned.then_some(true);
                    ClausePart { state: ClauseState::Asked, applies, reason: self.missing(needs, element), questions, ..part }
                }
                Standing::Aside => {
                    let one_is_enough = asks_for_one(self.model, clause);
                    let condition = if one_is_enough { Some(satisfied) } else { clause.applies.as_ref() };
                    let (state, reason) = (
                        ClauseState::NotApplicable,
                        condition.map_or(String::new(), |condition| self.answer(condition, false, element)),
                    );
                    ClausePart { state, applies: Some(false), reason, ..part }
                }
            };
            parts.add(part);
        }
        if parts.by_reason.is_empty() {
            return vec![self.nothing_to_check(clause)];
        }
        parts.finish()
    }

    /// A part with the controls behind what satisfies the clause at an element, and their documents.
    fn backed(&mut self, satisfied: &Ir, element: ElementId, mut part: ClausePart) -> ClausePart {
        let (_, facts) = self.evaluator.explain(satisfied, element);
        let of_itself = (self.model.element(element).kind == Kind::Control).then_some(element);
        for control in controls_behind(self.model, &facts).into_iter().chain(of_itself) {
            add(&mut part.controls, self.control(control));
        }
        let documents = part.controls.iter().flat_map(|control| control.evidence.clone());
        for document in documents.chain(self.texts(element, "evidence")).collect::<Vec<_>>() {
            add(&mut part.evidence, evidence(&document));
        }
        part
    }

    /// Planned controls that would say what the clause lacks at an element.
    fn planned(&mut self, satisfied: &Ir, element: ElementId) -> Vec<ControlUse> {
        let (_, facts) = self.evaluator.explain(satisfied, element);
        let mut planned = Vec::new();
        for fact in &facts {
            if let FactUse::Stated(id, attribute) | FactUse::Unstated(id, attribute) = fact
                && let Some(control) = self.model.planned(*id, *attribute)
            {
                add(&mut planned, self.control(control));
            }
        }
        planned
    }

    /// The facts that are missing: by name alone for the element itself, so that elements lacking the same stand together.
    fn missing(&self, needs: &[Need], element: ElementId) -> String {
        let mut names: Vec<String> = Vec::new();
        for (id, attribute) in needs {
            let name = self.model.schema.info(*attribute).name.replace("_", " ").to_string();
            add(&mut names, if *id == element { name } else { format!("{name} of {}", self.model.title(*id)) });
        }
        format!("not stated: {}", list(&names, "and"))
    }

    /// A check that no element of the model passes on to.
    fn nothing_to_check(&self, clause: &Clause) -> ClausePart {
        let kinds =
            clause.domain.map_or(String::new(), |domain| domain.kinds.iter().map(Kind::word).collect::<Vec<_>>().join(" or "));
        let reason = match &clause.filter {
            Some(filter) => format!("the model has no {kinds} with {}", self.told(filter)),
            None => format!("the model has no {kinds}"),
        };
        ClausePart { state: ClauseState::NotApplicable, applies: Some(false), reason, ..ClausePart::default() }
    }

    fn answer_part(&self, answer: &Answer) -> ClausePart {
        let place = Some(self.sources.line_of(answer.span));
        let owner = self.text(answer.id, "owner").map(|owner| format!("stated by {owner}"));
        let said =
            |attribute: &str| self.text(answer.id, attribute).into_iter().chain(owner.clone()).collect::<Vec<_>>().join("; ");
        if answer.not_applicable {
            let (state, reason) = (ClauseState::NotApplicable, said("not_applicable"));
            let applies = Some(false);
            return ClausePart { state, applies, ground: Ground::Answer, reason, place, ..ClausePart::default() };
        }
        let controls = self.model.references(answer.id, "controls");
        let (counting, planned): (Vec<_>, Vec<_>) = controls.into_iter().partition(|id| self.model.relations.counts(*id));
        let mut shown = Vec::new();
        for document in std::iter::once(&answer.id).chain(&counting).flat_map(|id| self.texts(*id, "evidence")) {
            add(&mut shown, evidence(&document));
        }
        // what rests on planned controls alone is an intention
        let intended = counting.is_empty() && !planned.is_empty() && shown.is_empty();
        ClausePart {
            state: if intended { ClauseState::Gap } else { ClauseState::Addressed },
            applies: Some(true),
            ground: Ground::Answer,
            reason: said("text"),
            controls: counting.iter().map(|id| self.control(*id)).collect(),
            planned: planned.iter().map(|id| self.control(*id)).collect(),
            evidence: shown,
            place,
            ..ClausePart::default()
        }
    }

    fn unanswered(&self, clause: &Clause) -> ClausePart {
        ClausePart {
            state: ClauseState::Asked,
            ground: Ground::Nothing,
            reason: "no check decides it, and the model does not answer it".to_owned(),
            questions: vec![format!("answer {}", self.model.path(clause.id))],
            ..ClausePart::default()
        }
    }
}

/// The threats that name a clause, by what became of them.
fn threat_parts(threats: &[&ThreatRow]) -> Vec<ClausePart> {
    let mut parts = Parts::default();
    for threat in threats {
        let (state, reason) = standing_of(threat);
        let mut part = ClausePart {
            state,
            applies: Some(true),
            ground: Ground::Threats,
            reason: reason.to_owned(),
            elements: vec![ElementUse { id: threat.element.clone(), name: threat.element_name.clone() }],
            threats: vec![threat.id.clone()],
            planned: threat.planned.clone(),
            ..ClausePart::default()
        };
        if state == ClauseState::Asked {
            part.questions.clone_from(&threat.missing);
        }
        if state == ClauseState::Addressed {
            part.controls.clone_from(&threat.controls);
            part.planned.clear();
        }
        let of_controls = part.controls.iter().flat_map(|control| control.evidence.clone());
        let of_decision = threat.response.iter().flat_map(|response| response.evidence.clone());
        for document in of_controls.chain(of_decision).collect::<Vec<_>>() {
            add(&mut part.evidence, evidence(&document));
        }
        parts.add(part);
    }
    parts.finish()
}

/// Parts under construction: those that stand alike for the same reason become one, but what has evidence is kept from what has none.
#[derive(Default)]
struct Parts {
    by_reason: IndexMap<(ClauseState, Option<bool>, String, bool), Part, FxBuildHasher>,
}

/// A part with what it may have a great many of, each once.
struct Part {
    part: ClausePart,
    elements: IndexSet<ElementUse, FxBuildHasher>,
    questions: IndexSet<String, FxBuildHasher>,
}

impl Parts {
    fn add(&mut self, mut part: ClausePart) {
        let key = (part.state, part.applies, part.reason.clone(), part.is_pending());
        let (elements, questions) = (std::mem::take(&mut part.elements), std::mem::take(&mut part.questions));
        let (at, known) = match self.by_reason.get_full_mut(&key) {
            Some((at, ..)) => (at, Some(part)),
            None => (
                self.by_reason.insert_full(key, Part { part, elements: IndexSet::default(), questions: IndexSet::default() }).0,
                None,
            ),
        };
        let whole = &mut self.by_reason[at];
        whole.elements.extend(elements);
        whole.questions.extend(questions);
        let Some(part) = known else { return };
        whole.part.threats.extend(part.threats);
        part.controls.into_iter().for_each(|item| add(&mut whole.part.controls, item));
        part.planned.into_iter().for_each(|item| add(&mut whole.part.planned, item));
        part.evidence.into_iter().for_each(|item| add(&mut whole.part.evidence, item));
    }

    fn finish(self) -> Vec<ClausePart> {
        let whole = |whole: Part| ClausePart {
            elements: whole.elements.into_iter().collect(),
            questions: whole.questions.into_iter().collect(),
            ..whole.part
        };
        self.by_reason.into_values().map(whole).collect()
    }
}

/// How a threat lets the clause stand that its rule names.
fn standing_of(threat: &ThreatRow) -> (ClauseState, &'static str) {
    match threat.state {
        State::Open => (ClauseState::Gap, "threats that nothing in the model counters"),
        State::Question => (ClauseState::Asked, "threats that a missing fact leaves undecided"),
        State::Mitigated if threat.controls.is_empty() => {
            (ClauseState::Addressed, "threats countered by the design, a type or a protocol")
        }
        State::Mitigated => (ClauseState::Addressed, "threats countered by controls"),
        State::Accepted => (ClauseState::Decided, "threats whose residual risk was accepted"),
        State::Transferred => (ClauseState::Decided, "threats left to somebody else"),
        State::Avoided => (ClauseState::Decided, "threats removed with their cause"),
        State::Dismissed => (ClauseState::Decided, "threats judged not to exist here"),
    }
}

/// A document and the place in it.
fn evidence(text: &str) -> EvidenceUse {
    let Evidence { document, place } = Evidence::of(text);
    EvidenceUse { document: document.to_owned(), place: place.map(str::to_owned) }
}

fn add<T: PartialEq>(items: &mut Vec<T>, item: T) {
    if !items.contains(&item) {
        items.push(item);
    }
}
