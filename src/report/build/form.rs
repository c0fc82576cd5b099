//! Forms of questions, filled in: what the checks derive, and what the model states where they derive nothing.

use super::Writer;
use crate::model::{ElementId, Kind};
use crate::report::{FormElement, FormRow};
use crate::rules::Clause;
use crate::standards::{Derived, answered_by, derive};
use crate::words::{count, list};

impl Writer<'_> {
    /// The questions of every form that is imported, section by section.
    pub(super) fn form(&mut self) -> Vec<FormRow> {
        let is_form = |id: &ElementId| self.model.bool(*id, "form") == Some(true);
        let forms: Vec<ElementId> = self.model.of_kind(Kind::Standard).filter(is_form).collect();
        forms.into_iter().flat_map(|form| self.filled_in(form)).collect()
    }

    fn filled_in(&mut self, form: ElementId) -> Vec<FormRow> {
        let edition = self.text(form, "edition").map_or(String::new(), |edition| format!(", {edition}"));
        let title = format!("{}{edition}", self.model.title(form));
        let prefix = self.text(form, "prefix").map_or(String::new(), |prefix| format!("{prefix}."));
        let clauses: &[Clause] = &self.compilation.rules.clauses;
        let of_it = clauses.iter().filter(|clause| self.model.element(clause.id).parent == Some(form));
        let of_it: Vec<&Clause> = of_it.collect();
        let mut rows: Vec<FormRow> =
            of_it.into_iter().map(|clause| FormRow { form: title.clone(), ..self.form_row(clause, &prefix) }).collect();
        let mut sections: Vec<String> = Vec::new();
        for row in &rows {
            if !sections.contains(&row.section) {
                sections.push(row.section.clone());
            }
        }
        rows.sort_by_key(|row| sections.iter().position(|section| *section == row.section));
        rows
    }

    fn form_row(&mut self, clause: &Clause, prefix: &str) -> FormRow {
        let printed = self.text(clause.id, "id").unwrap_or_else(|| self.model.path(clause.id));
        let id = printed.strip_prefix(prefix).unwrap_or(&printed).to_owned();
        let derived = derive(&mut self.evaluator, clause);
        let mut row = FormRow {
            section: id.split('-').next().unwrap_or_default().to_owned(),
            id,
            asked: self.text(clause.id, "text").unwrap_or_default(),
            evidence_tag: self.symbol(clause.id, "evidence_tag").unwrap_or_default(),
            answer: derived.answer.map(|yes| if yes { "Yes" } else { "No" }.to_owned()),
            note: self.note(clause, &derived),
            elements: derived.grounds().iter().map(|id| self.form_element(*id)).collect(),
            ..FormRow::default()
        };
        self.own_statement(clause, &mut row);
        row
    }

    /// What the answer rests on: facts and numbers, and no names, since what is inside the device stays with the manufacturer.
    fn note(&mut self, clause: &Clause, derived: &Derived) -> String {
        let Some(satisfied) = &clause.satisfied else { return "no fact of the model decides it".to_owned() };
        let grounds = derived.grounds();
        let Some(yes) = derived.answer else { return self.lacking(derived) };
        let mut reasons: Vec<String> = Vec::new();
        for element in grounds {
            let reason = self.answer(satisfied, yes, *element);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        let whole = derived.holding.len() + derived.failing.len() + derived.open.len();
        format!("{} of {}: {}", grounds.len(), self.counted(clause, whole), reasons.join("; "))
    }

    /// What would have to be said for an answer.
    fn lacking(&self, derived: &Derived) -> String {
        let mut names: Vec<String> = Vec::new();
        for (_, attribute) in derived.open.iter().flat_map(|(_, needs)| needs) {
            let name = self.model.schema.info(*attribute).name.replace("_", " ").to_string();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        match (names.is_empty(), derived.failing.is_empty()) {
            (false, _) => format!("the model does not say: {}", list(&names, "and")),
            (true, true) => "the model holds nothing that it is about".to_owned(),
            (true, false) => "the model shows none, which does not mean that there is none".to_owned(),
        }
    }

    fn counted(&self, clause: &Clause, number: usize) -> String {
        let kinds =
            clause.domain.map_or(String::new(), |domain| domain.kinds.iter().map(Kind::word).collect::<Vec<_>>().join(" or "));
        count(number, &kinds)
    }

    fn form_element(&self, id: ElementId) -> FormElement {
        let kind = self.model.element(id).kind;
        let between = self.model.relations.ends(self.model, id);
        let crossed = between.map(|ends| self.model.relations.between(ends.source, ends.target)).unwrap_or_default();
        let leaves_device = crossed.iter().any(|boundary| self.model.bool(*boundary, "device") == Some(true));
        let declared = self.model.declared_by_model(id).unwrap_or(id);
        FormElement {
            // ports and what leaves the device are in the listing of ports; the rest is the manufacturer's own affair
            told: match kind {
                Kind::Port => self.model.title(id).to_owned(),
                Kind::Flow if leaves_device => self.model.title(id).to_owned(),
                Kind::Control => "a measure in the device".to_owned(),
                _ => format!("a {} in the device", kind.word()),
            },
            id: self.model.identity(id),
            place: self.place(declared),
        }
    }

    /// What the model itself states: it answers what nothing decides, and stands beside what is derived.
    fn own_statement(&self, clause: &Clause, row: &mut FormRow) {
        let Some(answer) = answered_by(&self.compilation.answers, clause.id) else { return };
        let (attribute, word) = if answer.not_applicable { ("not_applicable", "N/A") } else { ("text", "See note") };
        let text = self.text(answer.id, attribute);
        if row.answer.is_none() {
            row.answer = Some(word.to_owned());
            row.note.clear();
        }
        let notes = [std::mem::take(&mut row.note), text.unwrap_or_default()];
        row.note = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(". ");
        row.stated_at = Some(self.sources.line_of(answer.span));
        row.stated_by = self.text(answer.id, "owner");
    }
}
