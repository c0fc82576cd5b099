//! What the documents of a model come to: by element, which components it is built of, and which of their vulnerabilities count.

use super::document::{Component, Document, Statement, Status};
use super::matching::{Index, Target};
use crate::model::ElementId;
use crate::text::{FileId, Span};

/// All bills of a model.
#[derive(Debug, Clone, Default)]
pub struct Bills {
    /// The documents, each once: name, file, contents.
    pub documents: Vec<(String, FileId, Document)>,
    /// One for each element that names a document, in the order of the model.
    pub bills: Vec<Bill>,
}

/// The bill of one element.
#[derive(Debug, Clone)]
pub struct Bill {
    /// The element.
    pub element: ElementId,
    /// Its bill of materials, a position in [`Bills::documents`].
    pub sbom: Option<usize>,
    /// Its VEX documents, likewise.
    pub vex: Vec<usize>,
    /// What holds of each vulnerability in each component, in the order of the documents.
    pub assessments: Vec<Assessment>,
}

/// One vulnerability in one component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// `CVE-2026-1234`.
    pub vulnerability: String,
    /// The component, a position in the bill of materials; nothing for the product as a whole.
    pub component: Target,
    /// The document that says so, a position in [`Bills::documents`].
    pub document: usize,
    /// Whether it counts.
    pub status: Status,
    /// Why.
    pub justification: Option<String>,
    /// What is done about it.
    pub action: Option<String>,
    /// When it was said.
    made: Option<String>,
    /// Where it is said.
    pub span: Span,
}

/// What could not be assessed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Doubts {
    /// Names of products that are not in the bill.
    pub(super) strangers: Vec<(String, Span)>,
    /// Vulnerabilities that are said not to count without a reason.
    pub(super) unreasoned: Vec<(String, Span)>,
}

impl Bills {
    /// The bill of an element.
    pub fn of(&self, element: ElementId) -> Option<&Bill> {
        self.bills.iter().find(|bill| bill.element == element)
    }

    /// The components of a bill.
    pub fn components(&self, bill: &Bill) -> &[Component] {
        bill.sbom.map_or(&[], |at| &self.documents[at].2.components)
    }

    /// `CVE-2026-1234 in openssl 3.0.13`.
    pub fn label(&self, bill: &Bill, assessment: &Assessment) -> String {
        let component = match assessment.component {
            Some(at) => self.components(bill).get(at),
            None => bill.sbom.and_then(|at| self.documents[at].2.product.as_ref()),
        };
        match component {
            Some(component) => format!("{} in {}", assessment.vulnerability, component.label()),
            None => assessment.vulnerability.clone(),
        }
    }

    /// Fills in what the documents say of a bill's components. Of two statements about the same the later one holds.
    pub(super) fn assess(&self, bill: &mut Bill) -> Doubts {
        let mut doubts = Doubts::default();
        let Some(sbom) = bill.sbom else { return doubts };
        let index = Index::new(&self.documents[sbom].2);
        let mut assessments: indexmap::IndexMap<(String, Target), Assessment> = indexmap::IndexMap::new();
        for document in std::iter::once(sbom).chain(bill.vex.iter().copied().filter(|vex| *vex != sbom)) {
            let (_, file, contents) = &self.documents[document];
            for statement in &contents.statements {
                let span = Span::new(*file, statement.at as u32, statement.at as u32);
                let unreasoned = statement.status == Status::NotAffected && statement.justification.is_none();
                if unreasoned {
                    doubts.unreasoned.push((statement.vulnerability.clone(), span));
                }
                for product in &statement.products {
                    match index.find(product) {
                        Ok(targets) => targets.into_iter().for_each(|target| {
                            let said = assessment(statement, target, document, span, unreasoned);
                            let key = (statement.vulnerability.clone(), target);
                            if assessments.get(&key).is_none_or(|known| !is_earlier(&said, known)) {
                                assessments.insert(key, said);
                            }
                        }),
                        Err(name) => doubts.strangers.push((name, span)),
                    }
                }
            }
        }
        bill.assessments = assessments.into_values().collect();
        doubts
    }
}

impl Bill {
    /// The vulnerabilities that count.
    pub fn exploitable(&self) -> impl Iterator<Item = &Assessment> {
        self.assessments.iter().filter(|assessment| assessment.status == Status::Affected)
    }
}

fn assessment(statement: &Statement, component: Target, document: usize, span: Span, unreasoned: bool) -> Assessment {
    Assessment {
        vulnerability: statement.vulnerability.clone(),
        component,
        document,
        // nobody knows why it should not count, so nobody knows that it does not
        status: if unreasoned { Status::UnderInvestigation } else { statement.status },
        justification: statement.justification.clone(),
        action: statement.action.clone(),
        made: statement.made.clone(),
        span,
    }
}

/// Whether a statement was made before another, by their times; where the times cannot be compared, the order of the documents counts.
fn is_earlier(one: &Assessment, other: &Assessment) -> bool {
    let comparable = |made: &&String| made.len() >= 20 && made.ends_with('Z');
    match (one.made.as_ref().filter(comparable), other.made.as_ref().filter(comparable)) {
        (Some(one), Some(other)) => one.as_bytes()[..19] < other.as_bytes()[..19],
        _ => false,
    }
}
