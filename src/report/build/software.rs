//! Software in words: what each element is built of, and which of it is vulnerable.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::bom::{Assessment, Bill, Component, Document, Sort};
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
            let own = bill.sbom.is_some_and(|at| !self.compilation.bills.documents[at].2.statements.is_empty());
            row.assessed = own || !bill.vex.is_empty();
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
            missing: missing_in(contents),
        }
    }

    fn vulnerability(&self, bill: &Bill, found: &Assessment) -> VulnerabilityRow {
        let components = self.compilation.bills.components(bill);
        VulnerabilityRow {
            id: found.vulnerability.clone(),
            component: found.component.and_then(|at| components.get(at)).map(Component::label),
            status: found.status.word().to_owned(),
            made: found.made.clone(),
            exploited: found.exploited,
            severity: found.severity.clone(),
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
        support_level: component.support_level.clone(),
        support_until: component.support_until.clone(),
        missing: missing_of(component),
    };
    components.iter().filter(|component| component.sort == Sort::Software).map(row).collect()
}

/// The minimum elements (NTIA) that a bill of materials lacks as a whole.
fn missing_in(document: &Document) -> Vec<String> {
    let depends = document.components.iter().chain(&document.product).any(|component| !component.depends_on.is_empty());
    let lacks = [
        (document.author.is_none(), "author"),
        (document.made.is_none(), "date"),
        (!depends && !document.components.is_empty(), "relationships"),
    ];
    lacks.into_iter().filter(|(lacks, _)| *lacks && document.is_bill).map(|(_, name)| name.to_owned()).collect()
}

/// The minimum elements that it lacks for a component, and what premarket guidance (FDA) asks of its support.
fn missing_of(component: &Component) -> Vec<String> {
    let named = component.purl.is_some() || component.cpe.is_some() || !component.hashes.is_empty();
    let lacks = [
        (component.supplier.is_none(), "supplier"),
        (component.version.is_none(), "version"),
        (!named, "unique identifier"),
        (component.support_level.is_none(), "level of support"),
        (component.support_until.is_none(), "end of support"),
    ];
    lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, name)| name.to_owned()).collect()
}
