//! What the documents of a model come to: by element, which components it is built of, and which of their vulnerabilities count.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::document::{Component, Document, Statement, Status};
use super::matching::{Index, Target};
use super::moment::moment;
use super::version::{self, Standing};
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
    /// Whether a document says that it is on a list of vulnerabilities known to be exploited.
    pub exploited: Option<bool>,
    /// How severe it is, by whom a document cites.
    pub severity: Option<String>,
    /// When it was said.
    pub made: Option<String>,
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
        match bill.sbom.and_then(|sbom| self.component(sbom, assessment.component)) {
            Some(component) => format!("{} in {}", assessment.vulnerability, component.label()),
            None => assessment.vulnerability.clone(),
        }
    }

    /// Fills in what the documents say of a bill's components. Of two statements about the same the later one holds.
    pub(super) fn assess(&self, bill: &mut Bill) -> Doubts {
        let mut doubts = Doubts::default();
        let Some(sbom) = bill.sbom else { return doubts };
        let index = Index::new(&self.documents[sbom].2);
        let all = || std::iter::once(sbom).chain(bill.vex.iter().copied().filter(|vex| *vex != sbom));
        let ids = Ids::new(all().flat_map(|at| &self.documents[at].2.statements));
        let mut assessments: IndexMap<(String, Target), Assessment> = IndexMap::new();
        for document in all() {
            let (_, file, contents) = &self.documents[document];
            for statement in &contents.statements {
                let span = Span::new(*file, statement.at as u32, statement.at as u32);
                if statement.unreasoned {
                    doubts.unreasoned.push((statement.vulnerability.clone(), span));
                }
                let id = ids.of(statement);
                let mut say = |target: Target, standing: Standing| {
                    let said =
                        Assessment { vulnerability: id.clone(), document, ..assessment(statement, target, span, standing) };
                    let known = assessments.entry((id.clone(), target)).or_insert_with(|| said.clone());
                    // what one document knows of the vulnerability itself does not get lost because another speaks later
                    let (exploited, severity) =
                        (said.exploited.or(known.exploited), said.severity.clone().or(known.severity.take()));
                    let later = if is_earlier(&said, known) { known.clone() } else { said };
                    *known = Assessment { exploited, severity, ..later };
                };
                if statement.products.is_empty() {
                    say(None, Standing::Affected);
                }
                for product in &statement.products {
                    match index.find(product, document == sbom) {
                        Ok(targets) => {
                            for target in targets {
                                let version = self.component(sbom, target).and_then(|component| component.version.as_deref());
                                let standing = version::standing(&product.versions, version);
                                if standing != Standing::Elsewhere {
                                    say(target, standing);
                                }
                            }
                        }
                        Err(name) => doubts.strangers.push((name, span)),
                    }
                }
            }
        }
        bill.assessments = assessments.into_values().collect();
        doubts
    }

    /// What a statement is about, in a bill of materials.
    fn component(&self, sbom: usize, target: Target) -> Option<&Component> {
        let bill = &self.documents[sbom].2;
        target.map_or(bill.product.as_ref(), |at| bill.components.get(at))
    }
}

/// One name for each vulnerability: its CVE number where any document knows it, so that what is said under several names is said of one.
struct Ids(IndexMap<String, String, FxBuildHasher>);

impl Ids {
    fn new<'s>(statements: impl Iterator<Item = &'s Statement>) -> Self {
        let mut known: IndexMap<String, String, FxBuildHasher> = IndexMap::default();
        for statement in statements {
            let names = || std::iter::once(&statement.vulnerability).chain(&statement.aliases);
            let mut numbers = names().filter(|name| is_cve(name));
            // an advisory about several vulnerabilities is the name of none
            if let (Some(number), None) = (numbers.next(), numbers.next()) {
                for name in names().filter(|name| !is_cve(name)) {
                    known.entry(name.to_lowercase()).or_insert_with(|| number.to_uppercase());
                }
            }
        }
        Self(known)
    }

    fn of(&self, statement: &Statement) -> String {
        let name = &statement.vulnerability;
        if is_cve(name) {
            return name.to_uppercase();
        }
        self.0.get(&name.to_lowercase()).unwrap_or(name).clone()
    }
}

fn is_cve(name: &str) -> bool {
    name.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("CVE-"))
}

impl Bill {
    /// The vulnerabilities that count.
    pub fn exploitable(&self) -> impl Iterator<Item = &Assessment> {
        self.assessments.iter().filter(|assessment| assessment.status == Status::Affected)
    }
}

/// What a statement says of a part of the bill whose version stands so in its list. Its name and document are the caller's.
fn assessment(statement: &Statement, component: Target, span: Span, standing: Standing) -> Assessment {
    let open = matches!(statement.status, Status::Affected | Status::UnderInvestigation);
    let (status, listed) = match standing {
        Standing::Unaffected if open => (Status::NotAffected, Some("the document lists this version as not affected")),
        // whoever cannot tell whether a version is meant neither takes it for repaired nor for whole
        Standing::Unknown if statement.status != Status::Affected => {
            (Status::UnderInvestigation, Some("whether this version is meant is not known"))
        }
        Standing::Elsewhere | Standing::Unaffected | Standing::Unknown | Standing::Affected => (statement.status, None),
    };
    let reasons: Vec<&str> = listed.into_iter().chain(statement.justification.as_deref()).collect();
    Assessment {
        vulnerability: String::new(),
        component,
        document: 0,
        // nobody knows why it should not count, so nobody knows that it does not
        status: if statement.unreasoned { Status::UnderInvestigation } else { status },
        justification: (!reasons.is_empty()).then(|| reasons.join("; ")),
        action: statement.action.clone(),
        exploited: statement.exploited,
        severity: statement.severity.clone(),
        made: statement.made.clone(),
        span,
    }
}

/// Whether a statement was made before another, by their times; where one has none, the order of the documents counts.
fn is_earlier(one: &Assessment, other: &Assessment) -> bool {
    let when = |said: &Assessment| said.made.as_deref().and_then(moment);
    matches!((when(one), when(other)), (Some(one), Some(other)) if one < other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bom::format::parse;

    const BILL: &str = r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:aa-1",
      "metadata": {"component": {"type": "firmware", "bom-ref": "p", "name": "app", "version": "2.5"}},
      "components": [{"bom-ref": "c 1", "name": "zlib", "version": "1.3", "purl": "pkg:generic/zlib@1.3",
                      "hashes": [{"alg": "SHA-256", "content": "AB"}]}]}"#;

    /// What holds after some documents: vulnerability, whether it is in the component or the product, status.
    fn said(vex: &[&str]) -> (Vec<(String, bool, Status)>, Doubts) {
        let read = |text: &str| (String::new(), FileId(0), parse(text).unwrap());
        let documents = std::iter::once(BILL).chain(vex.iter().copied()).map(read).collect();
        let bills = Bills { documents, bills: Vec::new() };
        let vex = (1..=vex.len()).collect();
        let mut bill = Bill { element: ElementId::at(0), sbom: Some(0), vex, assessments: Vec::new() };
        let doubts = bills.assess(&mut bill);
        let one = |found: &Assessment| (found.vulnerability.clone(), found.component.is_some(), found.status);
        (bill.assessments.iter().map(one).collect(), doubts)
    }

    fn openvex(id: &str, more: &str, product: &str, status: &str, made: &str) -> String {
        format!(
            r#"{{"@context": "https://openvex.dev/ns/v0.2.0", "timestamp": "{made}", "statements": [{{"vulnerability":
            {{"name": "{id}" {more}}}, {product} "status": "{status}"}}]}}"#
        )
    }

    const ZLIB: &str = r#""products": [{"@id": "pkg:generic/zlib@1.3"}],"#;

    #[test]
    fn one_vulnerability_under_two_names_is_one() {
        let first = openvex("GHSA-ab", r#", "aliases": ["cve-2026-1111"]"#, ZLIB, "affected", "2026-01-01T00:00:00Z");
        let second = openvex("CVE-2026-1111", "", ZLIB, "fixed", "2026-02-01T00:00:00+02:00");
        let third = openvex("ghsa-AB", "", ZLIB, "under_investigation", "2026-03-01T00:00:00Z");
        let id = || "CVE-2026-1111".to_owned();
        assert_eq!(said(&[&first, &second]).0, [(id(), true, Status::Fixed)]);
        assert_eq!(said(&[&second, &first]).0, [(id(), true, Status::Fixed)]);
        assert_eq!(said(&[&third, &second, &first]).0, [(id(), true, Status::UnderInvestigation)]);
    }

    #[test]
    fn what_names_no_product_is_about_all_of_it_and_a_hash_is_a_name() {
        let whole = openvex("CVE-2026-1111", "", "", "affected", "2026-01-01T00:00:00Z");
        assert_eq!(said(&[&whole]).0, [("CVE-2026-1111".to_owned(), false, Status::Affected)]);
        let hashed = r#""products": [{"hashes": {"sha-256": "ab"}}],"#;
        let hashed = openvex("CVE-2026-1111", "", hashed, "affected", "2026-01-01T00:00:00Z");
        assert_eq!(said(&[&hashed]).0, [("CVE-2026-1111".to_owned(), true, Status::Affected)]);
    }

    fn cyclonedx(of: &str, state: &str, versions: &str) -> String {
        format!(
            r#"{{"bomFormat": "CycloneDX", "specVersion": "1.4", "metadata": {{"component": {{"type": "firmware", "bom-ref": "c 1",
            "name": "app"}}}}, "vulnerabilities": [{{"id": "CVE-2026-1111", "analysis": {{"state": "{state}", "detail": "d"}},
            "affects": [{{"ref": "{of}" {versions}}}]}}]}}"#
        )
    }

    #[test]
    fn links_between_documents_lead_to_the_part_they_name() {
        for (of, component) in
            [("urn:cdx:aa-1/1#c%201", true), ("urn:cdx:AA-1/7#p", false), ("urn:cdx:aa-1/1", false), ("c 1", false)]
        {
            let found = said(&[&cyclonedx(of, "exploitable", "")]);
            assert_eq!(found.0, [("CVE-2026-1111".to_owned(), component, Status::Affected)], "{of}");
        }
        for of in ["urn:cdx:bb-2/1#p", "urn:cdx:aa-1/1#q", "zlib@1.4"] {
            let (found, doubts) = said(&[&cyclonedx(of, "exploitable", "")]);
            assert!(found.is_empty(), "{of}");
            assert_eq!(doubts.strangers.len(), 1);
        }
    }

    #[test]
    fn versions_decide_whether_a_statement_is_about_this_one() {
        let list = |entries: &str| format!(r#", "versions": [{entries}]"#);
        for (state, entries, is) in [
            ("exploitable", r#"{"version": "2.5", "status": "affected"}"#, Some(Status::Affected)),
            ("exploitable", r#"{"range": "vers:generic/>=2.0|<3"}"#, Some(Status::Affected)),
            ("exploitable", r#"{"range": "vers:generic/<2.0"}, {"version": "2.4"}"#, None),
            ("exploitable", r#"{"version": "2.5", "status": "unaffected"}"#, Some(Status::NotAffected)),
            ("exploitable", r#"{"version": "2.5", "status": "unknown"}"#, Some(Status::Affected)),
            ("resolved", r#"{"version": "2.5"}"#, Some(Status::Fixed)),
            ("resolved", r#"{"version": "2.6"}"#, None),
            ("not_affected", r#"{"range": "vers:generic/>=2.5-custom"}"#, Some(Status::UnderInvestigation)),
            ("not_affected", r#"{"version": "2.5", "status": "unaffected"}"#, Some(Status::NotAffected)),
        ] {
            let found = said(&[&cyclonedx("p", state, &list(entries))]).0;
            let is: Vec<_> = is.map(|status| ("CVE-2026-1111".to_owned(), false, status)).into_iter().collect();
            assert_eq!(found, is, "{state} {entries}");
        }
    }
}
