//! Software in words: what each element is built of, and which of it is vulnerable.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::bom::{Assessment, Bill, Component};
use crate::model::{ElementId, Kind};
use crate::report::{ComponentRow, DocumentRow, SoftwareRow, VulnerabilityRow};

impl Writer<'_> {
    /// Elements with software in them: every process, and what else has a bill of materials.
    pub(super) fn software(&self) -> Vec<SoftwareRow> {
        let model = self.model;
        let bills: IndexMap<ElementId, &Bill, FxBuildHasher> =
            self.compilation.bills.bills.iter().map(|bill| (bill.element, bill)).collect();
        let has_software =
            |id: &ElementId| bills.contains_key(id) || (model.element(*id).kind == Kind::Process && model.is_shown(*id));
        let all = model.iter().map(|(id, _)| id).filter(has_software);
        all.map(|id| self.software_row(id, bills.get(&id).copied(), &bills)).collect()
    }

    fn software_row(&self, id: ElementId, bill: Option<&Bill>, bills: &IndexMap<ElementId, &Bill, FxBuildHasher>) -> SoftwareRow {
        let model = self.model;
        let covers = |around: &ElementId| bills.get(around).is_some_and(|bill| bill.sbom.is_some());
        let around = std::iter::successors(model.element(id).parent, |id| model.element(*id).parent).find(covers);
        let mut row = SoftwareRow {
            element: model.identity(id),
            element_name: model.title(id).to_owned(),
            own_code: model.bool(id, "own_code"),
            covered_by: around.map(|around| model.identity(around)),
            place: self.place(id),
            ..SoftwareRow::default()
        };
        if let Some(bill) = bill {
            let components = self.compilation.bills.components(bill);
            row.bill = bill.sbom.map(|at| self.document(at));
            row.vex = bill.vex.iter().map(|at| self.document(*at)).collect();
            row.components = component_rows(components);
            row.vulnerabilities = bill.assessments.iter().map(|found| self.vulnerability(bill, found)).collect();
        }
        row
    }

    fn document(&self, at: usize) -> DocumentRow {
        let (path, _, contents) = &self.compilation.bills.documents[at];
        DocumentRow {
            path: path.clone(),
            format: contents.format.clone(),
            author: contents.author.clone(),
            made: contents.made.clone(),
        }
    }

    fn vulnerability(&self, bill: &Bill, found: &Assessment) -> VulnerabilityRow {
        let components = self.compilation.bills.components(bill);
        VulnerabilityRow {
            id: found.vulnerability.clone(),
            component: found.component.and_then(|at| components.get(at)).map(Component::label),
            status: found.status.word().to_owned(),
            justification: found.justification.clone(),
            action: found.action.clone(),
            place: self.sources.line_of(found.span),
        }
    }
}

fn component_rows(components: &[Component]) -> Vec<ComponentRow> {
    let referred = components.iter().filter_map(|component| Some((component.reference.as_deref()?, component)));
    let by_reference: IndexMap<&str, &Component, FxBuildHasher> = referred.collect();
    let row = |component: &Component| ComponentRow {
        name: component.name.clone(),
        version: component.version.clone(),
        supplier: component.supplier.clone(),
        identifier: component.purl.clone().or_else(|| component.cpe.clone()),
        licences: component.licences.clone(),
        hashes: component.hashes.clone(),
        depends_on: component
            .depends_on
            .iter()
            .map(|on| by_reference.get(on.as_str()).map_or_else(|| on.clone(), |component| component.label()))
            .collect(),
        support_until: component.support_until.clone(),
    };
    components.iter().map(row).collect()
}
