//! The trace for a human reader.

use indexmap::IndexSet;

use super::chain::{self, Chain, chains, label};
use super::index::{Index, by_component};
use crate::backends::page::{Inline, Page};
use crate::backends::threats::wording;
use crate::backends::{stated, title};
use crate::report::{DocumentRow, Report, SoftwareRow, VulnerabilityRow};
use crate::words::{count, list};

/// The page.
pub fn page(report: &Report) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "Trace", &report.title);
    page.alert("Internal.", "It names components and their vulnerabilities. Customers get bills of materials through a trusted channel, not in the instructions for use.");
    page.paragraph("Each row leads from a threat to its risk, a control, the requirement, the test and its result, the sentence in the instructions for use and the components concerned. The tables below lead back. What is missing is listed first; a trace without gaps shows that everything is linked, not that it is sufficient.");
    let chains = chains(report);
    let index = Index::new(report);
    broken(&mut page, report, &chains);
    forward(&mut page, &chains);
    controls(&mut page, report);
    statements(&mut page, report);
    bills(&mut page, report, &index);
    vulnerabilities(&mut page, report, &index);
    components(&mut page, report);
    page
}

/// What is missing, and the ways back from tests and sentences: what a page that tells each threat in full does not say there.
pub(in crate::backends) fn links(page: &mut Page, report: &Report) {
    broken(page, report, &chains(report));
    controls(page, report);
    statements(page, report);
}

/// The software: its bills of materials, known vulnerabilities and components.
pub(in crate::backends) fn software(page: &mut Page, report: &Report) {
    let index = Index::new(report);
    bills(page, report, &index);
    vulnerabilities(page, report, &index);
    components(page, report);
}

fn broken(page: &mut Page, report: &Report, chains: &[Chain<'_>]) {
    page.heading(2, "Broken links");
    let mut rows: Vec<Vec<Inline>> = Vec::new();
    for row in report.software.iter().filter(|row| row.is_unmapped()) {
        let gap = "software with no bill of materials, and not said to be own code only";
        rows.push(vec![Inline::code(&row.element), row.element_name.as_str().into(), gap.into()]);
    }
    for control in chain::idle_controls(report) {
        rows.push(vec![Inline::code(&control.id), control.name.as_str().into(), "a control that no threat leads to".into()]);
    }
    // the broken ones come first, and those of a threat stand together
    let whole = chains.iter().position(|chain| chain.broken.is_empty()).unwrap_or(chains.len());
    for of_threat in chains[..whole].chunk_by(|one, next| std::ptr::eq(one.threat, next.threat)) {
        // what is missing about the threat itself is the same for each of its controls
        let gaps: IndexSet<&String> = of_threat.iter().flat_map(|chain| &chain.broken).collect();
        let gaps: Vec<String> = gaps.into_iter().cloned().collect();
        let threat = of_threat[0].threat;
        rows.push(vec![Inline::code(&threat.id), threat.title.as_str().into(), lines(&gaps)]);
    }
    match rows.is_empty() {
        true => page.paragraph("None was found."),
        false => page.table(&["Id", "What", "What is missing"], &rows),
    }
}

fn forward(page: &mut Page, chains: &[Chain<'_>]) {
    page.heading(2, "From threats to what was done");
    if chains.is_empty() {
        page.paragraph("The model has no threats.");
        return;
    }
    let rows: Vec<Vec<Inline>> = chains
        .iter()
        .map(|chain| {
            let threat = chain.threat;
            let mut row = vec![
                Inline::code(&threat.id),
                threat.title.as_str().into(),
                Inline::strong(threat.state.word()),
                wording::change(threat).into(),
                stated::list(&chain::hazards(threat), "none named").into(),
            ];
            match chain.control {
                Some(control) => {
                    row.push(Inline::words(&[Inline::code(&control.id), stated::text(control.status.as_deref()).into()]));
                    row.extend(chain::shown_by(control).map(Inline::from));
                }
                None => row.extend(["none", "–", "–", "–"].map(Inline::from)),
            }
            row.push(chain::statement(threat).unwrap_or_else(|| "none".to_owned()).into());
            row.push(lines(&chain::components(chain)));
            row
        })
        .collect();
    page.table(
        &[
            "Threat",
            "What happens",
            "State",
            "Risk before → after",
            "Hazards",
            "Control",
            "Requirement",
            "Verification",
            "Result",
            "Statement in the instructions for use",
            "Components",
        ],
        &rows,
    );
}

fn controls(page: &mut Page, report: &Report) {
    if report.controls.is_empty() {
        return;
    }
    page.heading(2, "From requirements and tests back to threats");
    let rows: Vec<Vec<Inline>> = report
        .controls
        .iter()
        .map(|control| {
            let [requirement, verification, result] = chain::shown_by(control);
            let threats =
                if control.counters.is_empty() { "none".into() } else { codes(control.counters.iter().map(String::as_str)) };
            vec![requirement.into(), verification.into(), result.into(), Inline::code(&control.id), threats]
        })
        .collect();
    page.table(&["Requirement", "Verification", "Result", "Control", "Threats"], &rows);
}

fn statements(page: &mut Page, report: &Report) {
    let told = report.threats.iter().filter_map(|threat| Some((chain::statement(threat)?, threat)));
    let rows: Vec<Vec<Inline>> =
        told.map(|(statement, threat)| vec![statement.into(), Inline::code(&threat.id), threat.state.word().into()]).collect();
    if rows.is_empty() {
        return;
    }
    page.heading(2, "From the instructions for use back to threats");
    page.table(&["Statement", "Threat", "State"], &rows);
}

fn bills(page: &mut Page, report: &Report, index: &Index<'_>) {
    page.heading(2, "Software and its bills of materials");
    page.paragraph("Bills of materials are made by other tools. Ward reads them, and makes none. What a document does not state is listed: of the minimum elements (NTIA: author, date, supplier, name, version, unique identifier, relationships), and of the support of each component (level, end) that premarket guidance of the FDA asks for.");
    if report.software.is_empty() {
        page.paragraph("The model has no element with software.");
        return;
    }
    let rows: Vec<Vec<Inline>> = report
        .software
        .iter()
        .map(|row| {
            let counts = match &row.bill {
                None => ["", ""].map(Inline::from),
                Some(bill) => [row.components.len().to_string().into(), lines(&lacking(row, bill))],
            };
            let mut cells = vec![Inline::code(&row.element), row.element_name.as_str().into(), bill(row)];
            cells.extend(counts);
            cells.push(codes(index.within(row).iter().map(|threat| threat.id.as_str())));
            cells
        })
        .collect();
    page.table(&["Element", "Name", "Bill of materials", "Components", "Not stated there", "Threats to it and its ports"], &rows);
}

/// What a bill of materials leaves unsaid: of itself, then of how many components.
fn lacking(row: &SoftwareRow, bill: &DocumentRow) -> Vec<String> {
    let mut all: Vec<String> = bill.missing.clone();
    let mut of: Vec<(&str, usize)> = Vec::new();
    for name in row.components.iter().flat_map(|component| &component.missing) {
        match of.iter_mut().find(|(known, _)| known == name) {
            Some((_, number)) => *number += 1,
            None => of.push((name, 1)),
        }
    }
    all.extend(of.into_iter().map(|(name, number)| format!("{name}, of {}", count(number, "component"))));
    if all.is_empty() { vec!["nothing".to_owned()] } else { all }
}

/// What says what an element is built of.
fn bill(row: &SoftwareRow) -> Inline {
    if let Some(bill) = &row.bill {
        let vex = row.vex.iter().map(document);
        return lines(&std::iter::once(document(bill)).chain(vex).collect::<Vec<_>>());
    }
    match (&row.covered_by, row.own_code) {
        (Some(around), _) => format!("that of {around}").into(),
        (None, Some(true)) => "own code, no foreign parts".into(),
        (None, _) => Inline::strong("NONE"),
    }
}

fn document(document: &DocumentRow) -> String {
    let author = stated::text(document.author.as_deref());
    format!("{} ({}; author: {author}; {})", document.path, document.format, stated::text(document.made.as_deref()))
}

fn vulnerabilities<'r>(page: &mut Page, report: &'r Report, index: &Index<'r>) {
    page.heading(2, "Known vulnerabilities");
    let mut rows: Vec<(bool, Vec<Inline>)> = Vec::new();
    for row in &report.software {
        for found in &row.vulnerabilities {
            let undone = index.opened_by(row, found);
            rows.push((
                found.status != "affected",
                vec![
                    found.id.as_str().into(),
                    found.component.as_deref().unwrap_or("the product as a whole").into(),
                    Inline::code(&row.element),
                    stated::text(found.severity.as_deref()).into(),
                    stated::text(found.exploited.map(stated::yes_no).as_deref()).into(),
                    lines(&security(found)),
                    safety(index, row, found).into(),
                    stated::text(found.action.as_deref()).into(),
                    if undone.is_empty() { "none".into() } else { codes(undone.iter().copied()) },
                    found.place.as_str().into(),
                ],
            ));
        }
    }
    rows.sort_by_key(|(settled, _)| *settled);
    let none: Vec<String> = report.software.iter().filter(|row| row.bill.is_some()).filter_map(without).collect();
    for line in &none {
        page.paragraph(line.as_str());
    }
    if rows.is_empty() {
        if none.is_empty() {
            page.paragraph("No document states any. This says nothing about vulnerabilities that nobody has looked for.");
        }
        return;
    }
    page.table(
        &[
            "Vulnerability",
            "Component",
            "Element",
            "Severity cited",
            "Known to be exploited (KEV)",
            "Security assessment",
            "Safety assessment",
            "Action",
            "Threats open again",
            "Said at",
        ],
        &rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>(),
    );
}

/// Of an element without a known vulnerability: as of when, by which document.
fn without(row: &SoftwareRow) -> Option<String> {
    if !row.vulnerabilities.is_empty() {
        return None;
    }
    let source = row.vex.last().or(row.bill.as_ref()).filter(|_| row.assessed);
    Some(match source {
        Some(from) => {
            format!("{}: none known as of {}, source {}.", row.element, stated::text(from.made.as_deref()), document(from))
        }
        None => format!("{}: no document says whether any vulnerability is known.", row.element),
    })
}

/// The status, when it was given, and why.
fn security(found: &VulnerabilityRow) -> Vec<String> {
    let made = found.made.as_deref().map_or(String::new(), |made| format!(" ({made})"));
    vec![format!("{}{made}", found.status), stated::text(found.justification.as_deref())]
}

/// What may follow for patients: the harms of the threats to the element, as long as it is not shown that nothing does.
fn safety(index: &Index<'_>, row: &SoftwareRow, found: &VulnerabilityRow) -> String {
    if matches!(found.status.as_str(), "fixed" | "not affected") {
        return format!("no harm follows from it as long as it is {}", found.status);
    }
    let mut harms: Vec<String> = Vec::new();
    for harm in index.about(row).flat_map(|threat| &threat.harms) {
        let text = format!("{} ({})", harm.id, harm.severity.as_deref().unwrap_or("severity not stated"));
        if !harms.contains(&text) {
            harms.push(text);
        }
    }
    if harms.is_empty() { "no harm is named for the element".to_owned() } else { format!("may end in {}", list(&harms, "or")) }
}

fn components(page: &mut Page, report: &Report) {
    let mut rows: Vec<Vec<Inline>> = Vec::new();
    for row in &report.software {
        let vulnerabilities = by_component(row);
        for component in &row.components {
            let found = vulnerabilities.get(label(component).as_str()).into_iter().flatten();
            let found: Vec<String> = found.map(|found| format!("{} {}", found.id, found.status)).collect();
            rows.push(vec![
                component.name.as_str().into(),
                stated::text(component.version.as_deref()).into(),
                stated::text(component.supplier.as_deref()).into(),
                stated::text(component.identifier.as_deref()).into(),
                stated::list(&component.licences, stated::NONE_STATED).into(),
                stated::text(component.support_level.as_deref()).into(),
                stated::text(component.support_until.as_deref()).into(),
                stated::list(&component.depends_on, stated::NONE_STATED).into(),
                Inline::code(&row.element),
                stated::list(&found, "none stated").into(),
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    page.heading(2, "From components back to elements");
    page.table(
        &[
            "Component",
            "Version",
            "Supplier",
            "Identifier",
            "Licences",
            "Level of support",
            "Support ends",
            "Needs",
            "Element",
            "Vulnerabilities",
        ],
        &rows,
    );
}

fn codes<'i>(ids: impl Iterator<Item = &'i str>) -> Inline {
    Inline::lines(&ids.map(Inline::code).collect::<Vec<_>>())
}

fn lines(texts: &[String]) -> Inline {
    Inline::lines(&texts.iter().map(|text| text.as_str().into()).collect::<Vec<_>>())
}
