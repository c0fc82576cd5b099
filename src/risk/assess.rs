//! The rating of one finding, step by step: where its exploitability starts, what takes steps off before and after controls, what the worst
//! harm is, and what the matrix makes of both.

use std::rc::Rc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::harms::{HarmUse, harms_by, worst};
use super::patients::missing;
use super::residual::stated;
use super::scheme::Scheme;
use crate::findings::{Backing, Choice, Decision, Finding, Findings, Guarantee, State, Verdict, is_about, planned_behind};
use crate::model::{ElementId, Kind, Model, Origin, Value};
use crate::rules::{Evaluator, FactUse, Factor, RuleSet, Truth};

/// A risk by the scales of the scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    /// How easily it is exploited.
    pub exploitability: u16,
    /// How severe the worst harm is; nothing where none is named, or none with a severity.
    pub severity: Option<u16>,
    /// What the matrix says; nothing where the severity is unknown.
    pub level: Option<u16>,
    /// Whether the policy accepts it.
    pub acceptable: Option<bool>,
}

/// The risk of a finding, with the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// Without controls.
    pub before: Rating,
    /// With controls and decisions in place; nothing where what it threatens is gone, or the threat was judged not to exist.
    pub after: Option<Rating>,
    /// How the exploitabilities came about, those before controls first.
    pub steps: Vec<Step>,
    /// Whether somebody stated the exploitability that remains.
    pub exploitability_stated: bool,
    /// Whether somebody stated the severity that remains.
    pub severity_stated: bool,
}

/// One step of a rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Why.
    pub kind: StepKind,
    /// Whether it is one of those that count only after controls.
    pub after: bool,
    /// Steps of the scale it raises the exploitability by; negative where it lowers it.
    pub raises: i32,
    /// Steps by which it really changes: fewer where the scale ends.
    pub taken: i32,
    /// The exploitability after it.
    pub at: u16,
    /// What it rests on.
    pub facts: Vec<FactUse>,
}

/// Why an exploitability is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// The exposure, a position in its scale, and the element that says so.
    Exposure(u16, Option<ElementId>),
    /// What the attacker must have, a position in the set of preconditions.
    Precondition(u16),
    /// A factor that holds.
    Factor(ElementId),
    /// A factor that nobody has said enough about.
    Undecided(ElementId),
    /// A factor that rests on a claim with nothing behind it.
    ClaimedFactor(ElementId),
    /// A control that counts, and whether it is the one that lowers.
    Control(ElementId, bool),
    /// A control that is only planned.
    Planned(ElementId),
    /// A type, protocol or boundary guarantees the counter-measure.
    Guaranteed(Guarantee),
    /// The structure of the model counters it.
    Structure,
    /// A counter-measure that is claimed with nothing behind it.
    Claimed,
    /// A decision to mitigate that names no control that counts.
    NoControl,
    /// A decision that changes nothing about how easily it is exploited.
    Unchanged(Choice),
    /// A decision by which there is nothing left to exploit.
    Gone(Choice),
    /// Vulnerabilities that can be exploited in this element undo what settled the threat.
    Reopened(ElementId),
    /// Somebody judged what remains.
    Stated(ElementId),
}

/// Rates the findings of one model.
pub struct Assessor<'m> {
    scheme: Option<&'m Scheme>,
    rules: &'m RuleSet,
    findings: &'m Findings,
    /// Factors by the kind of element they are about.
    factors: Vec<Vec<&'m Factor>>,
    /// By element and the loss that the rule, or its category, stands for.
    harms: IndexMap<(ElementId, Option<u16>), Rc<[HarmUse]>, FxBuildHasher>,
}

impl<'m> Assessor<'m> {
    /// An assessor that has rated nothing yet.
    pub fn new(scheme: Option<&'m Scheme>, rules: &'m RuleSet, findings: &'m Findings) -> Self {
        let rates = |factor: &&Factor, kind: Kind| factor.raises != 0 && factor.domain.kinds.contains(kind);
        let of_kind = |kind: &Kind| rules.factors.iter().filter(|factor| rates(factor, *kind)).collect();
        let factors = Kind::ALL.iter().map(of_kind).collect();
        Self { scheme, rules, findings, factors, harms: IndexMap::default() }
    }

    /// The harms a finding can end in.
    pub fn harms(&mut self, model: &Model, finding: &Finding) -> Rc<[HarmUse]> {
        let rule = &self.rules.rules[finding.rule as usize];
        let loss = model.value(rule.id, "loss").or_else(|| model.value(rule.category?, "loss"));
        let loss = if let Some(Value::Symbol(_, at)) = loss { Some(*at) } else { None };
        let key = (finding.element, loss);
        Rc::clone(self.harms.entry(key).or_insert_with(|| harms_by(model, finding.element, loss).into()))
    }

    /// The risk of a finding; nothing without a scheme. `countering` are the facts on which its being countered or not rests.
    pub fn risk(&mut self, evaluator: &mut Evaluator<'m>, finding: &Finding, countering: &[FactUse]) -> Option<Risk> {
        let scheme = self.scheme?;
        let model = evaluator.model;
        let harms = self.harms(model, finding);
        let severity = worst(&harms).and_then(|at| scheme.severities.get(at as usize)).copied();
        let mut way = Way { most: scheme.most_exploitable(), at: 0, after: false, steps: Vec::new() };
        way.start(scheme, evaluator, finding.element);
        way.preconditions(scheme, model, self.rules.rules[finding.rule as usize].id);
        let later = self.factors(&mut way, evaluator, finding.element);
        let before = rating(scheme, way.at, severity);
        way.after = true;
        let reopening = self.findings.reopening(finding);
        let valid = |decision: &&Decision| !decision.expired && !decision.planned && reopening.is_none();
        let decision = self.findings.decision(finding).filter(valid);
        let state = self.findings.state(finding);
        if let (State::Avoided | State::Dismissed, Some(decision)) = (state, decision) {
            way.take(StepKind::Gone(decision.choice), 0, Vec::new());
            return Some(Risk { before, after: None, steps: way.steps, exploitability_stated: false, severity_stated: false });
        }
        let counted = match state {
            State::Mitigated => way.mitigation(scheme, model, &Countered { finding, decision, facts: countering }),
            State::Open | State::Question => {
                if let Some(reopening) = reopening {
                    way.take(StepKind::Reopened(reopening.causes[0].element), 0, Vec::new());
                }
                for control in planned_behind(model, self.findings, finding, countering) {
                    way.take(StepKind::Planned(control), 0, Vec::new());
                }
                if way.steps.last().is_some_and(|step| !step.after) && self.findings.decision(finding).is_some_and(is_unfounded) {
                    way.take(StepKind::NoControl, 0, Vec::new());
                }
                Vec::new()
            }
            State::Accepted | State::Transferred | State::Avoided | State::Dismissed => {
                if let Some(decision) = decision {
                    way.take(StepKind::Unchanged(decision.choice), 0, Vec::new());
                }
                Vec::new()
            }
        };
        for (factor, controls, facts) in later {
            if !controls.iter().any(|control| counted.contains(control)) {
                way.take(StepKind::Factor(factor.id), factor.raises, facts);
            }
        }
        let of = |word| decision.and_then(|decision| stated(model, scheme, decision.id, word));
        let (exploitability, remaining) = (of("exploitability"), of("severity"));
        if let (Some(decision), true) = (decision, exploitability.is_some() || remaining.is_some()) {
            way.at = exploitability.unwrap_or(way.at);
            way.take(StepKind::Stated(decision.id), 0, Vec::new());
        }
        let after = Some(rating(scheme, way.at, remaining.or(severity)));
        let (exploitability_stated, severity_stated) = (exploitability.is_some(), remaining.is_some());
        Some(Risk { before, after, steps: way.steps, exploitability_stated, severity_stated })
    }

    /// Takes the factors that hold without any control, and gives back those that a control brings about, with these controls.
    fn factors(&self, way: &mut Way, evaluator: &mut Evaluator<'m>, element: ElementId) -> Vec<Later<'m>> {
        let model = evaluator.model;
        let mut later = Vec::new();
        for factor in &self.factors[model.element(element).kind as usize] {
            if !is_about(model, factor.domain, element) {
                continue;
            }
            let (truth, facts) = holds(evaluator, factor, element);
            match truth {
                Truth::No => {}
                Truth::Unknown => way.take(StepKind::Undecided(factor.id), 0, facts),
                Truth::Yes => {
                    let backing = Backing::of(model, &protections(model, &facts));
                    let controls = provided(model, &facts, &backing);
                    if !backing.claimed.is_empty() {
                        way.take(StepKind::ClaimedFactor(factor.id), 0, backing.claimed);
                    } else if controls.is_empty() {
                        way.take(StepKind::Factor(factor.id), factor.raises, facts);
                    } else {
                        later.push((*factor, controls, facts));
                    }
                }
            }
        }
        later
    }
}

/// A factor that holds because of controls, these controls, and the facts it rests on.
type Later<'m> = (&'m Factor, Vec<ElementId>, Vec<FactUse>);

/// Whether a factor holds of an element, with the facts it rests on, or those that are missing to know. Most do not, which is asked first
/// because it is quick.
pub(super) fn holds(evaluator: &mut Evaluator<'_>, factor: &Factor, element: ElementId) -> (Truth, Vec<FactUse>) {
    let conditions = || factor.filter.iter().chain([&factor.applies]);
    let mut unknown: Option<Vec<FactUse>> = None;
    for condition in conditions() {
        let (truth, needs) = evaluator.ask(condition, element);
        match truth {
            Truth::No => return (Truth::No, Vec::new()),
            Truth::Unknown => unknown.get_or_insert_default().extend(missing(needs)),
            Truth::Yes => {}
        }
    }
    if let Some(unknown) = unknown {
        return (Truth::Unknown, unknown);
    }
    let mut facts = Vec::new();
    for condition in conditions() {
        facts.extend(evaluator.explain(condition, element).1);
    }
    (Truth::Yes, facts)
}

/// Whether a decision mitigates by nothing that is in place.
fn is_unfounded(decision: &Decision) -> bool {
    decision.choice == Choice::Mitigate && decision.planned && !decision.expired && !decision.moved
}

/// The facts that claim a protection.
pub(super) fn protections(model: &Model, facts: &[FactUse]) -> Vec<FactUse> {
    let protects = |fact: &&FactUse| matches!(fact, FactUse::Stated(_, attribute) if model.schema.info(*attribute).protection);
    facts.iter().filter(protects).cloned().collect()
}

/// Controls that bring facts about.
pub(super) fn provided(model: &Model, facts: &[FactUse], backing: &Backing) -> Vec<ElementId> {
    let by_control = |fact: &FactUse| match fact {
        FactUse::Stated(id, attribute) => match model.known(*id, *attribute).map(|known| known.origin) {
            Some(Origin::Control(control)) => Some(control),
            _ => None,
        },
        FactUse::Unstated(..) | FactUse::Derived(..) => None,
    };
    let mut controls = backing.controls.clone();
    controls.extend(facts.iter().filter_map(by_control));
    controls
}

fn rating(scheme: &Scheme, exploitability: u16, severity: Option<u16>) -> Rating {
    let level = severity.and_then(|severity| scheme.level(exploitability, severity));
    Rating { exploitability, severity, level, acceptable: level.map(|level| scheme.acceptable.contains(&level)) }
}

/// A finding that counts as countered, and by what.
struct Countered<'a> {
    finding: &'a Finding,
    decision: Option<&'a Decision>,
    facts: &'a [FactUse],
}

/// An exploitability on its way down, or up.
struct Way {
    most: u16,
    at: u16,
    after: bool,
    steps: Vec<Step>,
}

impl Way {
    /// Takes a step; the scale ends where it ends.
    fn take(&mut self, kind: StepKind, raises: i32, facts: Vec<FactUse>) {
        let earlier = i32::from(self.at);
        self.at = u16::try_from(earlier.saturating_add(raises)).unwrap_or(0).min(self.most);
        let taken = i32::from(self.at) - earlier;
        self.steps.push(Step { kind, after: self.after, raises, taken, at: self.at, facts });
    }

    fn start(&mut self, scheme: &Scheme, evaluator: &Evaluator<'_>, element: ElementId) {
        let exposure = evaluator.exposures.of(element).map_or(0, |(_, at)| at);
        self.at = scheme.start.get(exposure as usize).copied().unwrap_or(self.most);
        self.take(StepKind::Exposure(exposure, evaluator.exposures.because_of(element)), 0, Vec::new());
    }

    fn preconditions(&mut self, scheme: &Scheme, model: &Model, rule: ElementId) {
        let Some(Value::List(values)) = model.value(rule, "preconditions") else { return };
        for value in values {
            if let Value::Symbol(_, at) = value {
                let lowers = scheme.preconditions.get(*at as usize).copied().unwrap_or(0);
                self.take(StepKind::Precondition(*at), -i32::from(lowers), Vec::new());
            }
        }
    }

    /// Lowers by what counters a finding, and gives back the controls that do. Of several controls the strongest class counts: together
    /// they meet one condition.
    fn mitigation(&mut self, scheme: &Scheme, model: &Model, countered: &Countered<'_>) -> Vec<ElementId> {
        let by_rule = countered.finding.verdict == Verdict::Mitigated;
        let backing = if by_rule { Backing::of(model, countered.facts) } else { Backing::default() };
        let named = countered.decision.map(|decision| model.references(decision.id, "controls")).unwrap_or_default();
        let (named, planned): (Vec<_>, Vec<_>) = named.into_iter().partition(|control| model.relations.counts(*control));
        let decided = !named.is_empty();
        let mut controls = named;
        controls.extend(backing.controls.iter().filter(|control| !controls.contains(control)).copied().collect::<Vec<_>>());
        // a chain is as strong as its weakest link: one protection that is only claimed leaves the others without effect
        let founded = decided || backing.claimed.is_empty();
        self.controls(scheme, model, &controls, founded);
        for control in planned {
            self.take(StepKind::Planned(control), 0, Vec::new());
        }
        if !founded {
            self.take(StepKind::Claimed, 0, backing.claimed);
        } else if controls.is_empty() && by_rule {
            let lowers = |class: &str| -i32::from(measure(scheme, model, class));
            match backing.guaranteed.first() {
                Some(guarantee) => self.take(StepKind::Guaranteed(*guarantee), lowers("protective"), countered.facts.to_vec()),
                None => self.take(StepKind::Structure, lowers("inherent_design"), countered.facts.to_vec()),
            }
        }
        if founded { controls } else { Vec::new() }
    }

    fn controls(&mut self, scheme: &Scheme, model: &Model, controls: &[ElementId], founded: bool) {
        let lowers = |control: &ElementId| match model.value(*control, "measure") {
            Some(Value::Symbol(_, class)) => scheme.measures.get(*class as usize).copied().unwrap_or(0),
            _ => 0,
        };
        let most = controls.iter().map(lowers).max().unwrap_or(0);
        let strongest = controls.iter().find(|control| lowers(control) == most).filter(|_| founded && most > 0);
        for control in controls {
            let counts = Some(control) == strongest;
            self.take(StepKind::Control(*control, counts), if counts { -i32::from(most) } else { 0 }, Vec::new());
        }
    }
}

/// How many steps a class of risk control takes off.
fn measure(scheme: &Scheme, model: &Model, class: &str) -> u16 {
    let set = model.schema.set_named("measure_class").map(|set| model.schema.set(set));
    let at = set.and_then(|set| set.position(class));
    at.and_then(|at| scheme.measures.get(at as usize)).copied().unwrap_or(0)
}
