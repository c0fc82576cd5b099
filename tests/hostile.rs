//! Titles and texts that would like to be something else: markup, formulas, quotes, code. Each artifact stays what it is.

use std::io::Write;
use std::process::{Command, Stdio};

use super::kit::{Model, find, ids, item, records, text};

/// As a Ward text would have it between quotes.
const NASTY: &[&str] = &[
    r#"\"quoted\" and 'single'"#,
    "a | pipe || two",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    r"line\nbreak\n# heading\n| cell |",
    "{{brace}} {{{{two}}}} }}",
    "`code` ```fence```",
    "=1+1",
    "@SUM(A1)",
    "+1",
    "-1",
    r"\t=cmd|' /C calc'!A0",
    "emoji 😀 and ünï",
    "right-to-left \\u{202E}gnp.exe\\u{202C}",
    "]]> --> <!-- <![CDATA[",
    "%% comment %%",
    "#quot; #35; &amp; &lt;",
    r"backslash \\ end\\",
    "[link](javascript:alert(1)) ![x](y)",
    "null \\u{0}\\u{7}\\u{FEFF} controls",
    "]; } click n0 href \\\"javascript:alert(1)\\\"",
    "end",
    "\\u{2028}separator\\u{2029}",
];

fn nasty(at: usize) -> &'static str {
    NASTY[at % NASTY.len()]
}

/// A model in which every title and text is one of them.
fn model(turn: usize) -> Model {
    let text = |at: usize| nasty(turn + at);
    Model::of(&format!(
        r#"
system sys "{0}" {{ manufacturer: "{1}", version: "{2}", model: "{3}", intended_use: "{4}", users: "{5}", environment: "{6}", author: "{7}", revision: "{8}" }}
harm pain "{9}" {{ severity: critical, hazard: "{10}" }}
data goods "{11}" : TherapySettings {{ harms: [pain] }}
data scan "{12}" : Measurement {{ harms: [pain] }}
assumption granted "{13}" {{ owner: operator, if_false: "{14}" }}
control guard "{15}" : MutualTls {{ status: verified, evidence: ["{16}", "{17}"], description: "{18}" }}
control later "{19}" : SignedFirmware {{ status: planned, evidence: ["{0}"] }}
actor anna "{1}" : ServiceUser {{ purpose: "{2}" }}
boundary home "{3}" : HospitalNetwork {{
    external far "{4}" : OtherMedicalDevice {{ purpose: "{5}" }}
    boundary box "{6}" : DeviceEnclosure {{
        process brain "{7}" : EmbeddedLinux {{
            purpose: "{8}", safety_relevant: yes, controls: [later]
            port lan "{9}" : EthernetPort {{ purpose: "{10}", label: "{11}", location: "{12}", switching: "{13}", unused: "{14}", protection: "{15}", on_failure: "{16}", precaution: "{17}", evidence: ["{18}"], assumptions: [granted] }}
            port probe "{19}" : Jtag {{ unused: "{20}", default: disabled }}
        }}
        store shelf "{21}" : FlashStore {{ holds: [goods, scan], purpose: "{0}" }}
        flow keep "{1}": brain <-> shelf over Spi {{ carries: [goods, scan] }}
    }}
}}
flow give "{2}": home.far -> home.box.brain.lan over Https {{ carries: [goods, scan], purpose: "{3}" }}
flow take "{4}": home.box.brain.lan -> home.far over Https {{ carries: [scan], controls: [guard] }}
flow touch "{5}": anna -> home.box.brain.lan over Ssh {{ carries: [goods] }}
respond SPF01 @ give {{ accept: "{6}", approved_by: "{7}", evidence: ["{8}"], until: 2027-06-30 }}
view v "{9}" {{ of: [home, anna], layers: [ports, threat_counts] }}
"#,
        text(0),
        text(1),
        text(2),
        text(3),
        text(4),
        text(5),
        text(6),
        text(7),
        text(8),
        text(9),
        text(10),
        text(11),
        text(12),
        text(13),
        text(14),
        text(15),
        text(16),
        text(17),
        text(18),
        text(19),
        text(20),
        text(21),
    ))
}

/// Every text takes every place once or more.
fn all() -> impl Iterator<Item = Model> {
    (0..NASTY.len()).map(model)
}

#[test]
fn every_artifact_of_a_hostile_model_is_well_formed() {
    for model in all() {
        let report = model.report();
        for (name, artifact) in model.build() {
            let kind = name.rsplit('.').next().expect("an ending");
            match kind {
                "svg" => svg(&name, &artifact),
                "md" => markdown(&name, &artifact),
                "csv" => csv(&name, &artifact),
                "json" => drop(serde_json::from_str::<serde_json::Value>(&artifact).expect("JSON")),
                "dot" => dot(&name, &artifact),
                "mmd" => mermaid(&name, &artifact),
                "puml" => plantuml(&name, &artifact),
                "html" if name == "report.html" => report_page(&artifact),
                "html" => super::kit::check_html(&name, &artifact),
                other => panic!("{other}"),
            }
        }
        // nothing was lost on the way
        assert_eq!(ids(&report, "ports").len(), 2);
        assert!(find(&report, "threats", "SPF01@give").is_some());
        assert!(text(&report["title"], "device").len() + text(item(&report, "elements", "home"), "name").len() > 0);
    }
}

/// The report has scripts of its own: no name brings in a tag that the report of a harmless model lacks, a script more, or what runs.
fn report_page(artifact: &str) {
    let harmless = Model::example("inhaler").ward(&["emit", "report"]).printed;
    let known = tags(&harmless);
    let more: Vec<&str> = tags(artifact).into_iter().filter(|tag| !known.contains(tag)).collect();
    assert_eq!(more, [] as [&str; 0]);
    assert_eq!(artifact.matches("<script").count(), harmless.matches("<script").count());
    assert!(!artifact.contains('\u{202e}'), "text that runs backwards");
    for tag in artifact.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag.to_lowercase()) {
        // what stands in quotes is a value, and no attribute
        let names: String = tag.split('"').step_by(2).collect();
        assert!(!tag.contains("=\"javascript:") && !names.contains(" onload=") && !names.contains(" onerror="), "{tag}");
    }
}

/// Names of tags that open.
fn tags(html: &str) -> Vec<&str> {
    let name = |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let mut tags: Vec<&str> = html.split('<').skip(1).map(|rest| &rest[..name(rest)]).filter(|tag| !tag.is_empty()).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

fn svg(name: &str, artifact: &str) {
    let document = roxmltree::Document::parse(artifact).unwrap_or_else(|error| panic!("{name}: {error}"));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        assert!(
            !["script", "foreignObject", "a", "image", "iframe", "use"].contains(&node.tag_name().name()),
            "{name}: {node:?}"
        );
        for attribute in node.attributes() {
            let (name, value) = (attribute.name().to_lowercase(), attribute.value().to_lowercase());
            assert!(!name.starts_with("on") && !name.contains("href") && !value.contains("javascript:"), "{node:?}");
        }
    }
    assert!(!artifact.contains('\u{202e}'), "{name}: text that runs backwards");
}

/// What a browser would make of the page: no element and no link that the names brought in, and tables that keep their columns.
fn markdown(name: &str, artifact: &str) {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    assert!(!artifact.contains('\u{202e}'), "{name}: text that runs backwards");
    let (mut columns, mut cells) = (0, 0);
    for event in Parser::new_ext(artifact, Options::ENABLE_TABLES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => assert_eq!(html.trim(), "<br>", "{name}"),
            // a drawing of ours beside the page
            Event::Start(Tag::Image { dest_url, .. }) => {
                assert!(dest_url.starts_with("dfd-") && dest_url.ends_with(".svg") && !dest_url.contains(['/', ':']), "{name}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => panic!("{name}: {dest_url}"),
            Event::Start(Tag::Table(aligned)) => columns = aligned.len(),
            Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
            Event::End(TagEnd::TableCell) => cells += 1,
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => assert_eq!(cells, columns, "{name}"),
            _ => {}
        }
    }
    let headings: Vec<&str> = artifact.lines().filter(|line| line.starts_with("# ")).collect();
    assert_eq!(headings.len(), 1, "{name}: {headings:?}");
}

fn csv(name: &str, artifact: &str) {
    let (headings, rows) = records(artifact);
    for row in &rows {
        assert_eq!(row.len(), headings.len(), "{name}");
        for cell in row {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{name}: {cell:?} is a formula");
            assert!(!cell.starts_with(['\t', '\r']), "{name}: {cell:?}");
        }
    }
}

fn dot(name: &str, artifact: &str) {
    let (mut open, mut escaped) = (false, false);
    for character in artifact.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' if open => escaped = true,
            '"' => open = !open,
            _ => {}
        }
    }
    assert!(!open, "{name}: a quote is not closed");
    assert!(!artifact.to_lowercase().contains("href="), "{name}");
    if name != "dfd-v.dot" {
        // what is derived is written by the same code
        return;
    }
    let Ok(mut child) =
        Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()
    else {
        return;
    };
    child.stdin.take().expect("a pipe").write_all(artifact.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("dot ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !said.contains("syntax"), "{name}: {said}\n{artifact}");
    let nodes = String::from_utf8_lossy(&output.stdout).lines().filter(|line| line.starts_with("node ")).count();
    assert_eq!(nodes, 4 + 2 + 2, "{name}: boxes, ports and anchors of frames");
}

/// No text can begin a directive, a link or a line of its own: of all signs in texts only those of numeric codes are left.
fn plantuml(name: &str, artifact: &str) {
    assert!(artifact.starts_with("@startuml\n") && artifact.ends_with("\n@enduml\n"), "{name}");
    assert_eq!(artifact.matches("@end").count(), 1, "{name}");
    for line in artifact.lines().map(str::trim_start) {
        assert!(!line.starts_with('!') && !line.contains("[[") && !line.contains('%') && !line.contains('$'), "{name}: {line}");
        assert!(
            !line.to_lowercase().contains("javascript:") && !line.contains("<script") && !line.contains("<img"),
            "{name}: {line}"
        );
    }
}

/// Labels stand between quotes and hold none; outside them nothing but what Ward writes.
fn mermaid(name: &str, artifact: &str) {
    if artifact.starts_with("sequenceDiagram") || artifact.contains("\nsequenceDiagram") {
        return mermaid_story(name, artifact);
    }
    for line in artifact.lines().filter(|line| !line.trim_start().starts_with("%%")) {
        let parts: Vec<&str> = line.split('"').collect();
        assert!(parts.len() == 1 || parts.len() == 3, "{name}: {line}");
        if let [_, label, _] = parts[..] {
            assert!(
                !label.contains(['`', '<', '>'])
                    || label.replace("<br/>", "").chars().all(|character| !"`<>".contains(character)),
                "{name}: {line}"
            );
        }
        let outside: String = parts.iter().step_by(2).copied().collect();
        assert!(!outside.contains("script") && !outside.contains("click") && outside.is_ascii(), "{name}: {line}");
    }
    let comments = artifact.lines().filter(|line| line.trim_start().starts_with("%%")).count();
    assert_eq!(comments, 1, "{name}");
}

/// In a story texts stand without quotes, to the end of the line: each line is one statement, and nothing in it is markup.
fn mermaid_story(name: &str, artifact: &str) {
    const STATEMENTS: [&str; 8] = ["%%", "Note over ", "sequenceDiagram", "box ", "end", "participant ", "actor ", "n"];
    for line in artifact.lines().map(str::trim).filter(|line| !line.is_empty()) {
        assert!(STATEMENTS.iter().any(|statement| line.starts_with(statement)), "{name}: {line}");
        let arrows = ["<<->>", "-->>", "->>", "<br/>"];
        let bare = arrows.iter().fold(line.to_owned(), |line, arrow| line.replace(arrow, ""));
        assert!(line.starts_with("%%") || !bare.contains(['<', '>', '`']), "{name}: {line}");
    }
}

#[test]
fn what_the_commands_print_is_one_line_where_it_should_be() {
    for model in all() {
        let table = model.ward(&["list", "ports"]);
        table.ends(0, &[]);
        assert_eq!(table.printed.lines().count(), 3, "{}", table.printed);
        let (headings, rows) = {
            let printed = model.ward(&["list", "elements", "--format", "csv"]).printed;
            records(&format!("\u{feff}{printed}"))
        };
        assert!(
            rows.iter().all(|row| row.len() == headings.len() && row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])))
        );
        model.ward(&["explain", "SPF01@give"]).ends(0, &[]);
        let checked = model.ward(&["check"]);
        for printed in [table.printed, checked.said, model.ward(&["explain", "SPF01@give"]).printed] {
            assert!(!printed.contains(['\u{202e}', '\u{7}', '\u{1b}']), "{printed}");
        }
    }
}
