use super::*;
use crate::backends::escape_text::{csv_cell, visible};
use crate::backends::{rendered, sample};
use crate::report::PortRow;

fn markdown(report: &Report, audience: Audience) -> String {
    page(report, audience).markdown()
}

fn csv(report: &Report, audience: Audience) -> String {
    rendered::csv(&table(report, audience))
}

const BOTH: [Audience; 2] = [Audience::Customer, Audience::Internal];

fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The tables of ports on the page: name of the field, and what it says.
fn sections(page: &str) -> Vec<rendered::Table> {
    rendered::tables(page).into_iter().filter(|table| table[1][0] == "Identifier").collect()
}

#[test]
fn every_port_is_listed_and_nothing_else() {
    for report in [sample::plain(), sample::hostile()] {
        for audience in BOTH {
            let mut listed: Vec<String> =
                sections(&markdown(&report, audience)).iter().map(|table| table[1][1].clone()).collect();
            let mut ports: Vec<String> = report.ports.iter().map(|port| visible(&port.id)).collect();
            let rows: Vec<String> = records(&csv(&report, audience))[1..].iter().map(|record| record[0].clone()).collect();
            assert_eq!(rows, ports.iter().map(|id| csv_cell(id)).collect::<Vec<_>>());
            listed.sort();
            ports.sort();
            assert_eq!(listed, ports);
        }
    }
}

#[test]
fn the_overview_has_one_row_per_port_in_the_order_of_the_model() {
    let page = markdown(&sample::plain(), Audience::Customer);
    let overview = &rendered::tables(&page)[1];
    let names: Vec<&str> = overview[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["Network socket (marked “LAN”)", "Debug connector"]);
    assert_eq!(overview[1][4], "on (enabled)");
    assert_eq!(overview[2][3], "none: no data connection is described");
}

#[test]
fn the_table_and_the_page_have_identical_rows() {
    for report in [sample::plain(), sample::hostile()] {
        for audience in BOTH {
            let table = records(&csv(&report, audience));
            let (headings, rows) = table.split_first().unwrap();
            let sections = sections(&markdown(&report, audience));
            assert_eq!(sections.len(), rows.len());
            for section in sections {
                let id = csv_cell(&section[1][1]);
                let row = rows.iter().find(|row| row[0] == id).unwrap();
                let twin: Vec<Vec<String>> = headings
                    .iter()
                    .zip(row)
                    .take(section.len() - 1)
                    .map(|(name, cell)| vec![name.clone(), cell.clone()])
                    .collect();
                let shown: Vec<Vec<String>> = section[1..].iter().map(|row| vec![row[0].clone(), csv_cell(&row[1])]).collect();
                assert_eq!(shown, twin);
            }
        }
    }
}

#[test]
fn a_customer_sees_nothing_internal() {
    let report = sample::sentinels();
    for text in [markdown(&report, Audience::Customer), csv(&report, Audience::Customer), json(&report, Audience::Customer)] {
        for internal in sample::INTERNAL {
            assert!(!text.contains(internal), "{internal} in {text}");
        }
        assert!(text.contains("SENTport.purpose"), "{text}");
    }
    for text in [markdown(&report, Audience::Internal), csv(&report, Audience::Internal), json(&report, Audience::Internal)] {
        for internal in ["SENTport.threat", "SENTport.place", "SENTport.evidence"] {
            assert!(text.contains(internal), "{internal} in {text}");
        }
    }
}

#[test]
fn every_field_of_a_port_reaches_the_page_and_the_table() {
    let report = sample::sentinels();
    for text in [markdown(&report, Audience::Internal), csv(&report, Audience::Internal)] {
        let text = text.replace('\\', "");
        for field in sample::PORT_FIELDS {
            assert!(text.contains(&format!("SENTport.{field}")), "{field}");
        }
    }
}

#[test]
fn no_cell_is_blank() {
    let mut report = sample::plain();
    report.ports = vec![PortRow::default()];
    for audience in BOTH {
        for row in &records(&csv(&report, audience))[1..] {
            assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
        }
        let overview = &rendered::tables(&markdown(&report, audience))[1];
        assert_eq!(
            overview[1],
            ["not stated", "not stated", "none stated", "not stated", "not stated", "not stated", "not stated"]
        );
    }
}

#[test]
fn a_port_without_a_connection_says_what_to_do_with_it() {
    let page = markdown(&sample::plain(), Audience::Customer);
    let (used, unused) = page.split_once("## Ports without a data connection").unwrap();
    assert!(used.contains("### Network socket"), "{page}");
    assert!(unused.contains("### Debug connector"), "{page}");
    assert!(unused.contains("**What to do with it:** Closed by a fuse at the end of production."), "{page}");
    assert!(unused.contains("evidence on file with the manufacturer"), "{page}");
}

#[test]
fn precautions_are_those_of_whoever_runs_the_device() {
    let page = markdown(&sample::plain(), Audience::Customer);
    assert!(page.contains("The ward network is separated"), "{page}");
    assert!(!page.contains("The factory keeps its keys"), "{page}");
}
