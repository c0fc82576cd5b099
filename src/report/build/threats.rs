//! Findings in words.

use super::Writer;
use crate::findings::{Cause, Finding, State, WayIn};
use crate::model::{ElementId, Value};
use crate::report::{ClauseUse, FactRow, ReopenedRow, ThreatRow};
use crate::risk::{controls_behind, planned_behind};
use crate::rules::{FactUse, Ir};
use crate::words::list;

fn distinct(controls: impl Iterator<Item = ElementId>) -> Vec<ElementId> {
    let mut distinct: Vec<ElementId> = Vec::new();
    for control in controls {
        if !distinct.contains(&control) {
            distinct.push(control);
        }
    }
    distinct
}

impl Writer<'_> {
    /// `RULE@identity`.
    pub(super) fn finding_id(&self, finding: &Finding) -> String {
        finding.id(self.model, &self.compilation.rules)
    }

    /// Open ones first, then questions, then decided and countered ones; each group by element and rule.
    pub(super) fn threats(&mut self) -> Vec<ThreatRow> {
        let compilation = self.compilation;
        let mut order: Vec<&Finding> = compilation.findings.all.iter().collect();
        order.sort_by_key(|finding| (compilation.findings.state(finding), finding.element, finding.rule));
        order.into_iter().map(|finding| self.threat(finding)).collect()
    }

    pub(super) fn threat(&mut self, finding: &Finding) -> ThreatRow {
        let compilation = self.compilation;
        let rule = &compilation.rules.rules[finding.rule as usize];
        let (model, element) = (self.model, finding.element);
        let (why, countering) = self.reasons(finding);
        let rated = self.rated(finding, &countering);
        let decided = compilation.findings.decision(finding).map(|decision| model.references(decision.id, "controls"));
        let (named, named_planned): (Vec<_>, Vec<_>) =
            decided.unwrap_or_default().into_iter().partition(|control| model.relations.counts(*control));
        let controls = distinct(controls_behind(model, &countering).into_iter().chain(named));
        let planned =
            distinct(planned_behind(model, &compilation.findings, finding, &countering).into_iter().chain(named_planned));
        let state = compilation.findings.state(finding);
        let advice = rule.advice.render(&mut self.evaluator, element);
        let unevidenced = state == State::Mitigated
            && compilation.findings.decision(finding).is_none()
            && model.texts(element, "evidence").is_empty()
            && controls.iter().all(|control| model.texts(*control, "evidence").is_empty());
        ThreatRow {
            id: self.finding_id(finding),
            rule: model.element(rule.id).name.to_string(),
            title: rule.title.render(&mut self.evaluator, element),
            statement: rule.statement.render(&mut self.evaluator, element),
            category: rule.category.map_or(String::new(), |category| model.title(category).to_owned()),
            letter: rule.category.and_then(|category| self.text(category, "letter")).unwrap_or_default(),
            element: model.identity(element),
            element_name: model.title(element).to_owned(),
            element_kind: model.element(element).kind.word().to_owned(),
            assets: self.assets(element),
            entry: compilation
                .exposures
                .of(element)
                .map_or(String::new(), |(set, at)| format!("an attacker {}", model.schema.set(set).title_at(at))),
            state,
            risk_before: rated.before,
            risk_after: rated.after,
            risk_steps: rated.steps,
            harms: rated.harms,
            multi_patient: rated.multi_patient,
            cvss: rated.cvss,
            controls: controls.iter().map(|control| self.control(*control)).collect(),
            planned: planned.iter().map(|control| self.control(*control)).collect(),
            reopened: self.reopened(finding),
            response: self.response(finding),
            fix: self.fixes(rule.id),
            advice: (!advice.is_empty()).then_some(advice),
            clauses: model.references(rule.id, "violates").into_iter().map(|clause| self.clause(clause)).collect(),
            cwe: self.numbers(rule.id, "cwe"),
            capec: self.numbers(rule.id, "capec"),
            emb3d: self.numbers(rule.id, "emb3d"),
            why,
            missing: compilation.findings.needs(finding).iter().map(|need| self.question_id(*need)).collect(),
            unevidenced,
            place: self.place(element),
        }
    }

    /// The vulnerabilities for which a finding is open again.
    fn reopened(&self, finding: &Finding) -> Vec<ReopenedRow> {
        let Some(reopening) = self.compilation.findings.reopening(finding) else { return Vec::new() };
        let row = |cause: &Cause| ReopenedRow {
            vulnerability: cause.label.clone(),
            element: self.model.identity(cause.element),
            status: cause.status.to_owned(),
            made: cause.made.clone(),
            way: self.way_in(finding.element, cause),
            place: self.sources.line_of(cause.span),
        };
        reopening.causes.iter().map(row).collect()
    }

    /// How a threatened element leads to the one whose component can be exploited.
    fn way_in(&self, at: ElementId, cause: &Cause) -> String {
        let (model, element) = (self.model, self.model.identity(cause.element));
        match &cause.way {
            WayIn::Itself => format!("{element} is what has this component"),
            WayIn::OwnPort => format!("{} lets something in to {element}", model.title(at)),
            WayIn::Over(flows) => {
                let flows: Vec<String> = flows.iter().map(|flow| model.identity(*flow)).collect();
                format!("what enters at {} gets to {element} over {}", model.title(at), list(&flows, "and then"))
            }
        }
    }

    /// The facts a finding rests on, and those among them that counter it.
    fn reasons(&mut self, finding: &Finding) -> (Vec<FactRow>, Vec<FactUse>) {
        let rule = &self.compilation.rules.rules[finding.rule as usize];
        let mut all: Vec<FactUse> = Vec::new();
        let mut add = |facts: &[FactUse]| {
            for fact in facts {
                if !all.contains(fact) {
                    all.push(fact.clone());
                }
            }
        };
        let conditions: Vec<&Ir> = rule.filter.iter().chain([&rule.applies]).collect();
        for condition in conditions {
            let (_, facts) = self.evaluator.explain(condition, finding.element);
            add(&facts);
        }
        let mut countering = Vec::new();
        if let Some(condition) = &rule.mitigated {
            (_, countering) = self.evaluator.explain(condition, finding.element);
            add(&countering);
        }
        (all.iter().filter_map(|fact| self.used(fact)).collect(), countering)
    }

    pub(super) fn fixes(&self, rule: ElementId) -> Vec<String> {
        let title = |value: &Value| if let Value::Type(of) = value { Some(self.model.type_title(*of).to_owned()) } else { None };
        match self.model.value(rule, "fix") {
            Some(Value::List(values)) => values.iter().filter_map(title).collect(),
            _ => Vec::new(),
        }
    }

    fn numbers(&self, rule: ElementId, attribute: &str) -> Vec<i64> {
        let number = |value: &Value| if let Value::Int(number) = value { Some(*number) } else { None };
        match self.model.value(rule, attribute) {
            Some(Value::List(values)) => values.iter().filter_map(number).collect(),
            _ => Vec::new(),
        }
    }

    pub(super) fn clause(&self, id: ElementId) -> ClauseUse {
        let standard = self.model.element(id).parent;
        let of = |attribute: &str| standard.and_then(|standard| self.symbol(standard, attribute)).unwrap_or_default();
        let document = standard.map_or(String::new(), |standard| {
            let edition = self.text(standard, "edition").map_or(String::new(), |edition| format!(", {edition}"));
            format!("{}{edition}", self.model.title(standard))
        });
        ClauseUse {
            id: self.text(id, "id").unwrap_or_else(|| self.model.path(id)),
            title: self.model.title(id).to_owned(),
            standard: document,
            binding: of("binding"),
            evidence_tag: self.symbol(id, "evidence_tag").unwrap_or_default(),
        }
    }
}
