//! The formats of artifacts: workbooks and pages say what the CSV and the Markdown say, and the same model gives the same bytes.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsx};

use super::kit::{Model, Run, TODAY, bytes, check_html, records, ward};

/// Every artifact of the ventilator, with the date of the day or without one.
fn built(model: &Model, epoch: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let output = tempfile::tempdir().expect("a folder");
    let mut command = ward(model.path());
    command.args(["build", "--today", TODAY, "-o"]).arg(output.path());
    if let Some(epoch) = epoch {
        command.env("SOURCE_DATE_EPOCH", epoch);
    }
    Run::of(&mut command).ends(0, &[]);
    bytes(output.path())
}

/// The sheets of a workbook, each with its rows.
fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let rows = |range: calamine::Range<calamine::Data>| -> Vec<Vec<String>> {
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    names.into_iter().map(|name| (name.clone(), rows(book.worksheet_range(&name).expect("a sheet")))).collect()
}

#[test]
fn a_workbook_has_the_cells_of_the_csv_and_the_title_block() {
    let artifacts = built(&Model::example("ventilator"), None);
    let workbooks: Vec<&String> = artifacts.keys().filter(|name| name.ends_with(".xlsx")).collect();
    let kinds: Vec<&str> =
        workbooks.iter().filter_map(|name| name.strip_suffix(".xlsx")).filter(|name| !name.starts_with("matrix-")).collect();
    assert_eq!(kinds, ["mds2", "paths", "ports", "threats", "trace"]);
    assert_eq!(workbooks.len(), kinds.len() + 6, "a matrix for each standard");
    for name in workbooks {
        let sheets = sheets(&artifacts[name]);
        assert_eq!(sheets.len(), 2, "{name}");
        let (about, cover) = &sheets[0];
        assert_eq!(about, "About");
        for (what, statement) in
            [("Device", "Breva ventilator system"), ("Device version", "2.3"), ("Status", "DRAFT (status in the model: draft)")]
        {
            assert!(cover.iter().any(|row| row[0] == what && row[1] == statement), "{name}: {what} in {cover:?}");
        }
        let csv = String::from_utf8(artifacts[&name.replace(".xlsx", ".csv")].clone()).expect("UTF-8");
        let (headings, rows) = records(&csv);
        let (_, table) = &sheets[1];
        let width = table[0].len();
        assert_eq!(table[0], headings[..width], "{name}");
        assert_eq!(headings.len() - width, 7, "{name}: what identifies the document is on the first sheet");
        assert_eq!(table.len() - 1, rows.len(), "{name}");
        for (row, twin) in table[1..].iter().zip(&rows) {
            // the CSV puts a quotation mark before what a spreadsheet would take for a formula
            let same =
                |(cell, of_csv): (&String, &String)| *cell == *of_csv || of_csv.replace('\'', "") == cell.replace('\'', "");
            assert!(row.iter().zip(twin).all(same), "{name}: {row:?}");
        }
    }
}

#[test]
fn the_same_model_gives_the_same_bytes_in_every_format() {
    let model = Model::example("inhaler");
    let (once, again) = (built(&model, None), built(&model, None));
    assert!(once.keys().any(|name| name.ends_with(".xlsx")) && once.keys().any(|name| name.ends_with(".html")));
    for (name, bytes) in &once {
        assert!(again[name] == *bytes, "{name}");
    }
    let dated = built(&model, Some("1798761600"));
    let (_, cover) = &sheets(&dated["threats.xlsx"])[0];
    assert!(cover.iter().any(|row| row[0] == "Date" && row[1] == "2027-01-01"), "{cover:?}");
    assert_eq!(dated["threats.xlsx"], built(&model, Some("1798761600"))["threats.xlsx"]);
}

#[test]
fn a_page_as_html_holds_what_the_markdown_holds_and_nothing_active() {
    let artifacts = built(&Model::example("ventilator"), None);
    let text = |name: &str| String::from_utf8(artifacts[name].clone()).expect("UTF-8");
    // the report has scripts and tests of its own
    let pages: Vec<&String> = artifacts.keys().filter(|name| name.ends_with(".html") && *name != "report.html").collect();
    assert_eq!(pages.len(), 11, "{pages:?}");
    for name in pages {
        let (html, markdown) = (text(name), text(&name.replace(".html", ".md")));
        for refused in ["<script", "<link", "<img", " src=", "url(", "@import", "http-equiv=\"refresh\""] {
            // the glyphs of a drawing are in the page itself
            assert!(!html.replace("url(data:font/", "").contains(refused), "{name}: {refused}");
        }
        assert!(
            html.contains("default-src 'none'") && html.contains("A4 landscape") && html.contains("table-header-group"),
            "{name}"
        );
        assert!(html.contains("Breva ventilator system") && html.contains("DRAFT"), "{name}");
        let rows = markdown.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| ---")).count();
        assert_eq!(html.matches("<tr>").count(), rows, "{name}: as many rows of tables");
        let headings = markdown.lines().filter(|line| line.starts_with("## ")).count();
        assert_eq!(html.matches("<h2 ").count(), headings, "{name}");
        check_html(name, &html);
    }
}

#[test]
fn the_format_follows_the_file_and_ward_knows_its_own() {
    let model = Model::example("inhaler");
    for file in ["t.xlsx", "t.html"] {
        model.ward(&["emit", "threats", "-o", file]).ends(0, &[]);
        // a second time without --force: the file names its writer
        model.ward(&["emit", "threats", "-o", file]).ends(0, &[]);
    }
    assert!(std::fs::read(model.path().join("t.xlsx")).expect("it").starts_with(b"PK"));
    assert!(model.read("t.html").starts_with("<!doctype html>"));
    model.write("other.xlsx", "precious");
    model.ward(&["emit", "threats", "-o", "other.xlsx"]).ends(3, &["--force"]);
    model.ward(&["emit", "questions", "-o", "q.xlsx"]).ends(3, &["no format of `questions` called `xlsx`"]);
    model.ward(&["emit", "matrix", "--standard", "mdr", "-o", "m.html"]).ends(0, &[]);
    assert!(model.read("m.html").contains("Annex I, point 17.4"));
}

#[test]
fn the_manifest_chooses_formats() {
    let model = Model::example("inhaler");
    let manifest = model.read("ward.toml");
    model.write("ward.toml", &format!("{manifest}\n[build]\noutputs = [\"matrix.xlsx\", \"threats.html\"]\n"));
    let names: Vec<String> = built(&model, None).into_keys().collect();
    let expected = ["fda_premarket", "fdca_524b", "imdrf_n60", "mdr", "mds2"].map(|standard| format!("matrix-{standard}.xlsx"));
    assert_eq!(names[..5], expected);
    // the document of the template comes with them
    assert_eq!(names[5..], ["release-note.md", "threats.html"]);
    assert!(!Path::new("examples/inhaler/out/threats.xlsx").exists(), "workbooks are committed as digests");
}
