//! Documents for word processors, read back: they say what the Markdown of the same build says.

use std::io::{Cursor, Read};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::kit::{EXAMPLES, Model, bytes};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A part of a package.
fn part(package: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("a package");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

/// Text without white space, so that a line end in a cell is no difference.
fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// Rows of all tables of a document, the headings among them.
fn rows_of_docx(document: &str) -> Vec<Vec<String>> {
    let document = roxmltree::Document::parse(document).expect("XML");
    let text = |cell: roxmltree::Node<'_, '_>| {
        let texts = cell.descendants().filter(|node| node.has_tag_name((W, "t"))).filter_map(|node| node.text());
        squeezed(&texts.collect::<String>())
    };
    let cells = |row: roxmltree::Node<'_, '_>| row.children().filter(|node| node.has_tag_name((W, "tc"))).map(text).collect();
    document.descendants().filter(|node| node.has_tag_name((W, "tr"))).map(cells).collect()
}

/// Rows of all tables of a page of Markdown.
fn rows_of_markdown(page: &str) -> Vec<Vec<String>> {
    let (mut rows, mut cell): (Vec<Vec<String>>, String) = (Vec::new(), String::new());
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => cell.clear(),
            Event::End(TagEnd::TableCell) => rows.last_mut().expect("a row").push(squeezed(&cell)),
            Event::Text(text) | Event::Code(text) => cell.push_str(&text),
            _ => {}
        }
    }
    rows
}

#[test]
fn steps_are_a_list_that_counts_and_only_wide_tables_are_read_lying() {
    let model = Model::of(
        r#"system s "S" {}
        section one "First" : BackupRestore { text: """
            1. Save.
            2. Restore.
            """ }
        section two "Second" : BackupRestore { text: """
            3. Go on.
            """ }"#,
    );
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ifu.docx");
    model.ward(&["emit", "ifu", "--format", "docx", "-o", file.to_str().expect("UTF-8")]);
    let package = std::fs::read(&file).expect("the document");
    let (document, numbering) = (part(&package, "word/document.xml"), part(&package, "word/numbering.xml"));
    for (number, steps, first) in [(2, 2, 1), (3, 1, 3)] {
        assert_eq!(document.matches(&format!("<w:numId w:val=\"{number}\"/>")).count(), steps, "list {number}");
        assert!(numbering.contains(&format!("<w:startOverride w:val=\"{first}\"/>")), "list {number}");
    }
    assert!(!document.contains("1. Save."), "the number is the list's");
    let html = model.ward(&["emit", "ifu", "--format", "html"]).printed;
    assert!(html.contains("<ol>\n<li>Save.</li>\n<li>Restore.</li>\n</ol>") && html.contains("<ol start=\"3\">"), "{html}");

    let file = folder.path().join("example.docx");
    let run = Model::example("ventilator").ward(&["emit", "ifu", "--format", "docx", "-o", file.to_str().expect("UTF-8")]);
    assert_eq!(run.status, 0, "{}", run.said);
    let document = part(&std::fs::read(&file).expect("the document"), "word/document.xml");
    let sections = document.matches("<w:sectPr>").count();
    let lying = document.matches("w:orient=\"landscape\"").count();
    assert!(lying > 0 && lying < sections, "{lying} of {sections}");
}

#[test]
fn a_document_has_the_rows_of_its_markdown() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let output = tempfile::tempdir().expect("a folder");
        model.ward(&["build", "-o", output.path().to_str().expect("UTF-8")]);
        let built = bytes(output.path());
        let documents: Vec<&String> = built.keys().filter(|file| file.ends_with(".docx")).collect();
        for kind in ["ports", "threats", "decisions", "views", "paths", "trace", "questions"] {
            assert!(documents.contains(&&format!("{kind}.docx")), "{name}: {kind}");
        }
        for file in documents {
            let page = String::from_utf8(built[&file.replace(".docx", ".md")].clone()).expect("UTF-8");
            let document = part(&built[file], "word/document.xml");
            assert_eq!(rows_of_docx(&document), rows_of_markdown(&page), "{name}: {file}");
            let heads = document.matches("<w:tblHeader/>").count();
            assert_eq!(heads, document.matches("<w:tbl>").count(), "{name}: {file}");
            let figures = page.matches("\n![").count();
            assert_eq!(document.matches("<w:drawing>").count(), figures, "{name}: {file}");
            assert_eq!(document.matches("r:embed=\"rPicture").count(), figures, "{name}: {file}");
            assert!(part(&built[file], "word/header1.xml").contains("status: DRAFT"), "{name}: {file}");
        }
    }
}
