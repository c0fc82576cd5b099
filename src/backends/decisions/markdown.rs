//! The records for a human reader: first what they come to, then one table a threat.

use super::record::Record;
use super::summary::Summary;
use super::tables;
use crate::backends::page::{Inline, Page};
use crate::backends::title;
use crate::report::Report;

/// The page.
pub fn page(report: &Report) -> Page {
    let records = Record::all(report);
    let summary = Summary::of(report, &records);
    let mut page = Page::default();
    title::markdown(&mut page, "Decision records", &report.title);
    tables::completeness(&mut page, &summary);
    tables::classes(&mut page, &summary);
    tables::categories(&mut page, report, &summary);
    tables::side_effects(&mut page, report, &summary);
    tables::outside(&mut page, report, &summary);
    tables::deferred(&mut page, &records, &summary);
    page.heading(2, "Records");
    if records.is_empty() {
        page.paragraph("No rule found a threat in this model.");
    }
    for record in &records {
        page.heading_of(3, record.id, &record.threat.title);
        let state = vec!["state".into(), Inline::strong(record.threat.state.word())];
        let fields = record.fields();
        let stated = fields.iter().filter(|field| field.applies || field.value.is_some());
        let rows = stated.map(|field| vec![field.name.into(), field.text().into()]);
        page.table(&["Field", "On record"], &std::iter::once(state).chain(rows).collect::<Vec<_>>());
    }
    page
}
