//! What a rule says about an element.

use super::decisions::{Choice, Decision};
use super::reopen::{Cause, Reopening};
use super::state::State;
use crate::model::{ElementId, Model};
use crate::rules::{Need, RuleSet};

/// What the rule alone says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Relevant and not countered.
    Open,
    /// Undecided.
    Question,
    /// Relevant and countered.
    Mitigated,
}

/// One rule about one element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// Position of the rule.
    pub rule: u32,
    /// The element.
    pub element: ElementId,
    /// What the rule says.
    pub verdict: Verdict,
    /// Position of the decision on it.
    pub decision: Option<u32>,
    /// Position of the reason for which it may not count as settled.
    pub(super) reopening: Option<u32>,
    needs: (u32, u32),
}

impl Finding {
    /// The name of its rule.
    pub fn rule_name<'m>(&self, model: &'m Model, rules: &RuleSet) -> &'m str {
        &model.element(rules.rules[self.rule as usize].id).name
    }

    /// `RULE@identity`: what it is known by outside of one compilation.
    pub fn id(&self, model: &Model, rules: &RuleSet) -> String {
        format!("{}@{}", self.rule_name(model, rules), model.identity(self.element))
    }
}

/// All findings of a model, by rule and then by element, each in the order of declaration.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// The findings.
    pub all: Vec<Finding>,
    /// The decisions.
    pub decisions: Vec<Decision>,
    /// Elements with a component of which a vulnerability is under investigation.
    pub investigated: Vec<ElementId>,
    /// Why findings do not count as settled.
    pub(super) reopenings: Vec<Reopening>,
    needs: Vec<Need>,
}

impl Findings {
    pub(super) fn push(&mut self, rule: usize, element: ElementId, verdict: Verdict, needs: &[Need]) {
        let from = self.needs.len() as u32;
        if verdict == Verdict::Question {
            for (at, need) in needs.iter().enumerate() {
                if !needs[..at].contains(need) {
                    self.needs.push(*need);
                }
            }
        }
        self.all.push(Finding {
            rule: rule as u32,
            element,
            verdict,
            decision: None,
            reopening: None,
            needs: (from, self.needs.len() as u32),
        });
    }

    /// Adds findings about further elements.
    pub(super) fn append(&mut self, part: Self) {
        let from = self.needs.len() as u32;
        self.needs.extend(part.needs);
        let moved = |finding: Finding| Finding { needs: (finding.needs.0 + from, finding.needs.1 + from), ..finding };
        self.all.extend(part.all.into_iter().map(moved));
    }

    /// Puts findings that came element by element in the order of the rules; those of one rule keep theirs.
    pub(super) fn group_by_rule(&mut self, rules: usize) {
        let mut next = vec![0; rules + 1];
        for finding in &self.all {
            next[finding.rule as usize + 1] += 1;
        }
        for rule in 0..rules {
            next[rule + 1] += next[rule];
        }
        let mut grouped = self.all.clone();
        for finding in &self.all {
            let at = &mut next[finding.rule as usize];
            grouped[*at] = *finding;
            *at += 1;
        }
        self.all = grouped;
    }

    /// The unstated facts an undecided finding hangs on.
    pub fn needs(&self, finding: &Finding) -> &[Need] {
        &self.needs[finding.needs.0 as usize..finding.needs.1 as usize]
    }

    /// The decision on a finding.
    pub fn decision(&self, finding: &Finding) -> Option<&Decision> {
        finding.decision.map(|at| &self.decisions[at as usize])
    }

    /// Why a finding is open again that would be settled otherwise.
    pub fn reopening(&self, finding: &Finding) -> Option<&Reopening> {
        let settled = matches!(self.settled_state(finding), State::Mitigated | State::Accepted);
        finding.reopening.filter(|_| settled).map(|at| &self.reopenings[at as usize])
    }

    /// Notes why a finding may not count as settled, besides what was noted before.
    pub(super) fn reopen(&mut self, at: usize, causes: Vec<Cause>) {
        let number = *self.all[at].reopening.get_or_insert(self.reopenings.len() as u32) as usize;
        if number == self.reopenings.len() {
            self.reopenings.push(Reopening::default());
        }
        self.reopenings[number].causes.extend(causes);
    }

    /// The state of a finding: [`settled_state`](Self::settled_state), unless an exploitable vulnerability undoes what settled it.
    pub fn state(&self, finding: &Finding) -> State {
        if self.reopening(finding).is_some() { State::Open } else { self.settled_state(finding) }
    }

    /// The state of a finding as if no component had a vulnerability: a valid decision first, then what the rule says. What an expired
    /// decision is about counts as open, and so does what a decision mitigates by nothing that is in place, unless it is countered by now.
    /// A decision whose ground has moved
    /// leaves the answer to the rule.
    pub fn settled_state(&self, finding: &Finding) -> State {
        if let Some(decision) = self.decision(finding).filter(|decision| !decision.moved) {
            if decision.expired || decision.planned {
                return if finding.verdict == Verdict::Mitigated { State::Mitigated } else { State::Open };
            }
            return match decision.choice {
                Choice::Mitigate => State::Mitigated,
                Choice::Accept => State::Accepted,
                Choice::Transfer => State::Transferred,
                Choice::Avoid => State::Avoided,
                Choice::Dismiss => State::Dismissed,
            };
        }
        match finding.verdict {
            Verdict::Open => State::Open,
            Verdict::Question => State::Question,
            Verdict::Mitigated => State::Mitigated,
        }
    }

    /// The finding of a rule about an element. Findings are sorted by rule, then by element.
    pub fn find(&self, rule: usize, element: ElementId) -> Option<usize> {
        self.all.binary_search_by_key(&(rule as u32, element), |finding| (finding.rule, finding.element)).ok()
    }
}
