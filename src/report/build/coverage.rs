//! The matrix of element and category.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::findings::{Finding, is_about, stated_reason};
use crate::model::{ElementId, Kind, KindSet};
use crate::report::{CategoryRow, Cell, CellFinding, Coverage, CoverageRow, Reason};
use crate::rules::{Rule, Test, Truth};

/// Kinds of element in the order of the rows.
const ROWS: [Kind; 7] = [Kind::Actor, Kind::External, Kind::Process, Kind::Store, Kind::Port, Kind::Flow, Kind::Boundary];

impl<'c> Writer<'c> {
    /// Every drawn element against every category.
    pub(super) fn coverage(&mut self) -> Coverage {
        let compilation = self.compilation;
        let categories: Vec<ElementId> = self.model.of_kind(Kind::Category).collect();
        let mut found: IndexMap<ElementId, Vec<&Finding>, FxBuildHasher> = IndexMap::default();
        for finding in &compilation.findings.all {
            found.entry(finding.element).or_default().push(finding);
        }
        let mut elements = Vec::new();
        for kind in ROWS {
            let rules: Vec<Vec<&Rule>> = categories.iter().map(|category| self.rules_about(*category, kind)).collect();
            for id in self.shown(KindSet::of(kind)) {
                let found = found.get(&id).map_or(&[][..], Vec::as_slice);
                let cells =
                    categories.iter().zip(&rules).map(|(category, rules)| self.cell(id, *category, rules, found)).collect();
                elements.push(CoverageRow {
                    element: self.model.identity(id),
                    name: self.model.title(id).to_owned(),
                    kind: kind.word().to_owned(),
                    cells,
                });
            }
        }
        Coverage { categories: categories.into_iter().map(|category| self.category_row(category)).collect(), elements }
    }

    fn category_row(&self, category: ElementId) -> CategoryRow {
        let id = self.model.element(category).name.to_string();
        let letter = self.text(category, "letter").unwrap_or_else(|| id.clone());
        CategoryRow { name: self.model.title(category).to_owned(), letter, id }
    }

    /// The rules of a category about elements of a kind.
    fn rules_about(&self, category: ElementId, kind: Kind) -> Vec<&'c Rule> {
        let rules = self.compilation.rules.rules.iter();
        rules.filter(|rule| rule.category == Some(category) && rule.domain.kinds.contains(kind)).collect()
    }

    fn cell(&mut self, id: ElementId, category: ElementId, rules: &[&Rule], found: &[&Finding]) -> Cell {
        let compilation = self.compilation;
        let of_category = |finding: &&&Finding| compilation.rules.rules[finding.rule as usize].category == Some(category);
        let mut findings: Vec<CellFinding> = found
            .iter()
            .filter(of_category)
            .map(|finding| CellFinding {
                id: self.finding_id(finding),
                rule: finding.rule_name(self.model, &compilation.rules).to_owned(),
                state: compilation.findings.state(finding),
            })
            .collect();
        findings.sort_by_key(|finding| finding.state);
        let reasons = if findings.is_empty() { self.reasons_for_silence(id, category, rules) } else { Vec::new() };
        Cell { findings, reasons }
    }

    /// Why no rule of a category says anything about an element; rules that are decided by the same fact share a reason.
    fn reasons_for_silence(&mut self, id: ElementId, category: ElementId, rules: &[&Rule]) -> Vec<Reason> {
        let kind = self.model.element(id).kind;
        if rules.is_empty() {
            let stated = stated_reason(self.model, category, kind).map(str::to_owned);
            let text = stated.unwrap_or_else(|| format!("No rule of the loaded packs is about {}.", kind.with_article()));
            return vec![Reason { text, rules: Vec::new() }];
        }
        let mut by_fact: IndexMap<String, Vec<String>, FxBuildHasher> = IndexMap::default();
        for rule in rules {
            let fact = self.deciding(rule, id);
            by_fact.entry(fact).or_default().push(self.model.element(rule.id).name.to_string());
        }
        by_fact.into_iter().map(|(text, rules)| Reason { text, rules }).collect()
    }

    /// The fact for which a rule says nothing about an element.
    fn deciding(&mut self, rule: &Rule, id: ElementId) -> String {
        if let (Test::Type(of), false) = (rule.domain.test, is_about(self.model, rule.domain, id)) {
            return format!("is no {}", self.model.type_title(of));
        }
        for condition in rule.filter.iter().chain([&rule.applies]) {
            if self.evaluator.ask(condition, id).0 == Truth::No {
                return self.answer(condition, false, id);
            }
        }
        "its conditions".to_owned()
    }
}
