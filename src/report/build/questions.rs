//! What the model leaves unsaid, most consequential first.

use super::Writer;
use crate::bom::{EXPLOITABLE, Status};
use crate::documents::Piece;
use crate::findings::Finding;
use crate::model::{ElementId, Model, TypeId, ValueType, describe_values};
use crate::report::QuestionRow;
use crate::risk;
use crate::rules::Need;
use crate::words::list;

impl Writer<'_> {
    /// `element.attribute`.
    pub(super) fn question_id(&self, (id, attribute): Need) -> String {
        format!("{}.{}", self.model.identity(id), self.model.schema.info(attribute).name)
    }

    /// One row a fact that an undecided finding, or the rating of one, hangs on.
    pub(super) fn questions(&mut self) -> Vec<QuestionRow> {
        let compilation = self.compilation;
        let asked = compilation.questions();
        let mut severity = |findings: &[&Finding]| {
            findings.iter().filter_map(|finding| risk::worst(&self.assessor.harms(self.model, finding))).max()
        };
        let mut order: Vec<(Need, Option<u16>, Vec<&Finding>)> =
            asked.into_iter().map(|(need, findings)| (need, severity(&findings), findings)).collect();
        order.sort_by(|a, b| (b.1, b.2.len()).cmp(&(a.1, a.2.len())).then(a.0.cmp(&b.0)));
        let mut rows: Vec<QuestionRow> =
            order.into_iter().map(|(need, severity, findings)| self.question(need, severity, &findings)).collect();
        rows.extend(compilation.unsaid.pieces.iter().filter_map(|of| self.unwritten(*of)));
        rows
    }

    /// That the model has nothing of a type that documents ask for.
    fn unwritten(&self, of: TypeId) -> Option<QuestionRow> {
        let system = self.model.system()?;
        let kind = self.model.type_of(of).kind;
        let name = &self.model.type_of(of).name;
        Some(QuestionRow {
            id: format!("{}.{name}", self.model.identity(system)),
            text: Piece::new(self.model, of).text("asks")?.to_owned(),
            element: self.model.identity(system),
            element_name: self.model.title(system).to_owned(),
            attribute: name.to_string(),
            answers: format!("{} of the type {name}", kind.with_article()),
            declaration: Some(format!("{} … : {name} {{ … }}", kind.word())),
            place: self.place(system),
            ..QuestionRow::default()
        })
    }

    fn question(&mut self, need: Need, severity: Option<u16>, findings: &[&Finding]) -> QuestionRow {
        let (id, attribute) = need;
        let info = self.model.schema.info(attribute);
        let template = self.compilation.rules.questions.get(attribute.index()).and_then(Option::as_ref);
        let text = match template {
            Some(template) => template.render(&mut self.evaluator, id),
            None => format!("What is {} of {}?", info.name.replace("_", " "), self.model.title(id)),
        };
        QuestionRow {
            id: self.question_id(need),
            text: match info.name == EXPLOITABLE {
                true => format!("{}: {}?", text.trim_end_matches('?'), self.investigated(id)),
                false => text,
            },
            element: self.model.identity(id),
            element_name: self.model.title(id).to_owned(),
            attribute: info.name.to_string(),
            answers: match info.name == EXPLOITABLE {
                true => "affected with what is done, not affected with the reason, or fixed: said in the VEX document".to_owned(),
                false => answers(self.model, &info.value_type),
            },
            declaration: None,
            threats: findings.iter().map(|finding| self.finding_id(finding)).collect(),
            severity: severity.and_then(|at| self.severity_title(at)),
            place: self.place(id),
        }
    }
}

impl Writer<'_> {
    /// Which vulnerabilities of an element are under investigation.
    fn investigated(&self, id: ElementId) -> String {
        let bills = &self.compilation.bills;
        let Some(bill) = bills.of(id) else { return String::new() };
        let all = bill.assessments.iter().filter(|found| found.status == Status::UnderInvestigation);
        let mut names: Vec<String> = all.map(|found| bills.label(bill, found)).collect();
        let more = names.len().saturating_sub(NAMED);
        if more > 0 {
            names.truncate(NAMED);
            names.push(format!("{more} more"));
        }
        list(&names, "and")
    }
}

/// How many vulnerabilities a question names.
const NAMED: usize = 5;

fn answers(model: &Model, of: &ValueType) -> String {
    describe_values(&model.schema, of).replace('`', "")
}
