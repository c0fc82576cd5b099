//! The record of one threat: its fields, and which of them nobody has stated.

use serde::Serialize;

use crate::backends::stated;
use crate::backends::threats::wording;
use crate::report::{ControlRow, Report, ResponseRow, State, ThreatRow};

/// What is on record about one threat.
#[derive(Debug, Serialize)]
pub(super) struct Record<'a> {
    /// `RULE@element`.
    pub(super) id: &'a str,
    /// The threat itself, with its risk before and after.
    pub(super) threat: &'a ThreatRow,
    /// What is done about it: `avoid`, `mitigate`, `transfer`, `accept`, `dismiss`; nothing where nobody has decided.
    pub(super) strategy: Option<&'a str>,
    /// The best class of what counters it: `a`, `b` or `c`.
    pub(super) class: Option<&'a str>,
    /// The controls that count, and those that are planned.
    pub(super) controls: Vec<&'a ControlRow>,
    /// Names of the fields that apply and that nobody has stated.
    pub(super) not_stated: Vec<&'static str>,
}

/// A field of a record, as it reads.
pub(super) struct Field {
    /// What it is called.
    pub(super) name: &'static str,
    /// What it says; nothing where nobody has stated it.
    pub(super) value: Option<String>,
    /// Whether a threat with this strategy has it.
    pub(super) applies: bool,
}

impl Field {
    /// What stands in a cell. Never blank.
    pub(super) fn text(&self) -> String {
        match (&self.value, self.applies) {
            (Some(value), _) => value.clone(),
            (None, true) => stated::NOT_STATED.to_owned(),
            (None, false) => "does not apply".to_owned(),
        }
    }
}

impl<'a> Record<'a> {
    /// The records of a report, in the order of its threats.
    pub(super) fn all(report: &'a Report) -> Vec<Self> {
        report.threats.iter().map(|threat| Self::of(report, threat)).collect()
    }

    fn of(report: &'a Report, threat: &'a ThreatRow) -> Self {
        let used = threat.controls.iter().chain(&threat.planned);
        let controls: Vec<&ControlRow> =
            used.filter_map(|used| report.controls.iter().find(|control| control.id == used.id)).collect();
        let counting = controls.iter().filter(|control| threat.controls.iter().any(|used| used.id == control.id));
        let informs = threat
            .response
            .as_ref()
            .is_some_and(|response| response.decision == "transfer" || filled(&response.instruction).is_some());
        let avoided = threat.state == State::Avoided;
        let by_decision = if avoided { Some("a") } else { informs.then_some("c") };
        let class = counting.filter_map(|control| control.class.as_deref()).chain(by_decision).min();
        let by_controls = (threat.state == State::Mitigated).then_some("mitigate");
        let strategy = threat.response.as_ref().map(|response| response.decision.as_str()).or(by_controls);
        let mut record = Self { id: &threat.id, threat, strategy, class, controls, not_stated: Vec::new() };
        record.not_stated =
            record.fields().iter().filter(|field| field.applies && field.value.is_none()).map(|field| field.name).collect();
        record
    }

    /// The record of a threat of which nothing is known: its fields are the columns of a table.
    pub(super) fn blank(threat: &'a ThreatRow) -> Self {
        Self { id: &threat.id, threat, strategy: None, class: None, controls: Vec::new(), not_stated: Vec::new() }
    }

    /// Every field, in the order of the disposition record.
    pub(super) fn fields(&self) -> Vec<Field> {
        let mut fields = self.about_the_threat();
        fields.extend(self.about_the_controls());
        fields.extend(self.about_the_decision());
        fields
    }

    fn about_the_threat(&self) -> Vec<Field> {
        let (threat, response) = (self.threat, self.threat.response.as_ref());
        let own = |texts: &[String]| {
            texts.iter().map(String::as_str).filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("; ")
        };
        let stated_hazards = response.map_or(&[][..], |response| &response.hazard);
        let mut of_harms: Vec<String> = threat.harms.iter().filter_map(|harm| harm.hazard.clone()).collect();
        of_harms.dedup();
        let hazards = own(if stated_hazards.is_empty() { &of_harms } else { stated_hazards });
        let no_hazard = response.and_then(|response| filled(&response.no_hazard)).map(|why| format!("none: {why}"));
        let clauses: Vec<String> = threat.clauses.iter().map(wording::clause).collect();
        vec![
            always("description", some(&threat.statement)),
            always("element", Some(format!("{} ({}, {})", threat.element_name, threat.element, threat.element_kind))),
            always("category", some(&threat.category)),
            always("assets", some(&own(&threat.assets))),
            always("affected clauses", some(&clauses.join("; "))),
            always("hazard in the safety risk file", no_hazard.or(some(&hazards))),
            always("several patients at once", Some(wording::patients(&threat.multi_patient))),
            always("risk before", Some(wording::risk(&threat.risk_before))),
            Field { name: "CVSS vector", value: threat.cvss.as_ref().map(wording::vector), applies: false },
            always("decision", Some(self.decision())),
        ]
    }

    fn about_the_controls(&self) -> Vec<Field> {
        let response = self.threat.response.as_ref();
        let said = |field: fn(&ResponseRow) -> &Option<String>| response.and_then(|response| filled(field(response)));
        let controlled = !self.controls.is_empty();
        // each control by itself, so that a blank shows where it is
        let each = |name: &'static str, words: &dyn Fn(&ControlRow) -> Option<String>| {
            let missing = self.controls.iter().any(|control| words(control).is_none());
            let lines = self.controls.iter().map(|control| {
                let said = words(control).unwrap_or_else(|| stated::NOT_STATED.to_owned());
                format!("{}: {said}", control.id)
            });
            let lines: Vec<String> = lines.collect();
            Field { name, value: (controlled && !missing).then(|| lines.join("; ")), applies: controlled }.or_lines(lines)
        };
        let shown = |control: &ControlRow| {
            let tests = if control.verification.is_empty() { &control.evidence } else { &control.verification };
            some(&tests.join(", "))
        };
        let effects = self.controls.iter().all(|control| filled(&control.side_effects).is_some());
        let new_risks = said(|response| &response.new_risks)
            .or_else(|| (controlled && effects).then(|| "see the effects of the controls on safety".to_owned()));
        let lower = self.class.is_some_and(|class| class != "a") && response.is_some();
        let lowest = self.class == Some("c");
        vec![
            each("controls, with their classes", &|control| {
                control.class.as_deref().map(|class| format!("{}, class {class}", control.name))
            }),
            each("control status", &|control| filled(&control.status)),
            each("requirement", &|control| filled(&control.requirement)),
            each("acceptance criterion", &|control| filled(&control.acceptance_criterion)),
            each("category of control", &|control| filled(&control.fda_category)),
            each("verification", &shown),
            each("result of verification", &|control| filled(&control.result)),
            each("effects of the control on safety", &|control| filled(&control.side_effects)),
            Field { name: "why not by design", value: said(|response| &response.why_not_design), applies: lower },
            Field { name: "why not by a protective measure", value: said(|response| &response.why_not_protect), applies: lowest },
            Field { name: "new or changed risks", value: new_risks, applies: controlled },
        ]
    }

    fn about_the_decision(&self) -> Vec<Field> {
        let (threat, response) = (self.threat, self.threat.response.as_ref());
        let said = |field: fn(&ResponseRow) -> &Option<String>| response.and_then(|response| filled(field(response)));
        let listed = |field: fn(&ResponseRow) -> &Vec<String>| response.and_then(|response| some(&field(response).join("; ")));
        let is = |strategy: &str| self.strategy == Some(strategy);
        let remains = is("transfer") || is("accept");
        // what the model itself counters, and what a missing fact leaves open, is nobody's decision yet
        let decides = response.is_some() || threat.state == State::Open;
        vec![
            always("risk after", Some(wording::risk(&threat.risk_after))),
            Field { name: "acceptance policy", value: said(|response| &response.policy), applies: is("accept") },
            Field { name: "recipient", value: said(|response| &response.recipient), applies: is("transfer") },
            Field {
                name: "residual risk in the instructions for use",
                value: said(|response| &response.instruction),
                applies: remains,
            },
            Field {
                name: "place in the instructions for use",
                value: said(|response| &response.instruction_place),
                applies: remains,
            },
            Field { name: "deferred to", value: said(|response| &response.deferred_to), applies: false },
            Field { name: "owner", value: said(|response| &response.owner), applies: decides },
            Field { name: "approved by", value: said(|response| &response.approved_by), applies: decides },
            Field { name: "date", value: said(|response| &response.decided), applies: decides },
            Field { name: "valid until", value: said(|response| &response.until), applies: remains },
            always("evidence", listed(|response| &response.evidence).or_else(|| self.shown())),
            always("components of the bill of materials", listed(|response| &response.components)),
            Field { name: "recorded ground", value: listed(|response| &response.basis), applies: response.is_some() },
        ]
    }

    /// The documents that show the controls which count.
    fn shown(&self) -> Option<String> {
        let documents: Vec<&str> =
            self.threat.controls.iter().flat_map(|control| &control.evidence).map(String::as_str).collect();
        some(&documents.join("; "))
    }

    /// What was decided, and whether it counts.
    fn decision(&self) -> String {
        let Some(response) = &self.threat.response else {
            if let Some(reason) = wording::reopened(self.threat) {
                return format!("NOT DECIDED: the controls and facts of the model counter it no more because of {reason}");
            }
            return match self.threat.state {
                State::Mitigated => "mitigate: by the controls and facts of the model; no decision was needed".to_owned(),
                State::Question => "none: a fact is missing that would decide whether the threat applies".to_owned(),
                State::Open | State::Accepted | State::Transferred | State::Avoided | State::Dismissed => {
                    "NOT DECIDED".to_owned()
                }
            };
        };
        let standing = match (wording::reopened(self.threat), response.expired, response.under_review) {
            (Some(reason), ..) => format!(" (UNDER REVIEW: {reason})"),
            (None, _, true) => " (UNDER REVIEW: its ground has moved)".to_owned(),
            (None, true, false) => " (EXPIRED)".to_owned(),
            (None, false, false) => String::new(),
        };
        format!("{}{standing}: {}", response.decision, stated::filled(&response.reason))
    }
}

impl Field {
    /// A field with several lines says what is stated of it, even where some of it is missing.
    fn or_lines(mut self, lines: Vec<String>) -> Self {
        if self.applies && self.value.is_none() && lines.iter().any(|line| !line.ends_with(stated::NOT_STATED)) {
            self.value = Some(lines.join("; "));
        }
        self
    }
}

fn always(name: &'static str, value: Option<String>) -> Field {
    Field { name, value, applies: true }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.trim().is_empty())
}

fn filled(text: &Option<String>) -> Option<String> {
    text.as_deref().and_then(some)
}
