//! Pictures in all their formats: the same on every run, in agreement with each other, fit for paper and for those who see no colours.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use super::kit::{EXAMPLES, Model, Run, TODAY, bytes, is_rendered, ward};

/// All files of the examples, each built once for all tests here.
fn built() -> &'static BTreeMap<&'static str, BTreeMap<String, Vec<u8>>> {
    static BUILT: OnceLock<BTreeMap<&'static str, BTreeMap<String, Vec<u8>>>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let each = EXAMPLES.map(|name| {
            let output = tempfile::tempdir().expect("a folder");
            let mut command = ward(Path::new("."));
            command
                .env("TZ", "Asia/Tokyo")
                .args(["build", &format!("examples/{name}"), "--today", TODAY, "-o"])
                .arg(output.path());
            Run::of(&mut command).ends(0, &[]);
            (name, bytes(output.path()))
        });
        BTreeMap::from(each)
    })
}

/// The SVG files of the examples.
fn svgs() -> impl Iterator<Item = (&'static String, &'static str)> {
    let all = built().values().flatten().filter(|(file, _)| file.ends_with(".svg"));
    all.map(|(file, bytes)| (file, std::str::from_utf8(bytes).expect("UTF-8")))
}

#[test]
fn dots_and_pages_are_the_same_on_every_run_and_place() {
    let output = tempfile::tempdir().expect("a folder");
    let mut command = ward(Path::new("."));
    // with nothing that a program could be found by, or fonts
    command.env("TZ", "UTC").env("PATH", "").env("HOME", output.path());
    command.args(["build", "examples/inhaler", "--today", TODAY, "-o"]).arg(output.path());
    Run::of(&mut command).ends(0, &[]);
    let (one, two) = (bytes(output.path()), &built()["inhaler"]);
    let rendered: Vec<&String> = one.keys().filter(|name| is_rendered(name)).collect();
    assert!(rendered.len() >= 8, "{rendered:?}");
    for name in rendered {
        assert!(one[name] == two[name], "{name} differs");
    }
}

#[test]
fn every_view_is_there_in_every_format() {
    for name in EXAMPLES {
        let all = &built()[name];
        let views: Vec<&str> = all.keys().filter_map(|file| file.strip_prefix("dfd-")?.strip_suffix(".svg")).collect();
        assert!(views.len() >= 4, "{views:?}");
        for view in views {
            for (ending, start) in
                [("png", &b"\x89PNG\r\n\x1a\n"[..]), ("pdf", b"%PDF-1.7"), ("puml", b"@startuml"), ("dot", b""), ("mmd", b"")]
            {
                let file = &all[&format!("dfd-{view}.{ending}")];
                assert!(file.starts_with(start) && file.len() > 500, "{name} {view} {ending}");
            }
            a4(&all[&format!("dfd-{view}.pdf")]);
        }
    }
}

/// Every page upright or lying; gives how many there are.
fn a4(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let pages: Vec<&str> = text.split("/MediaBox").skip(1).collect();
    assert!(!pages.is_empty(), "no page");
    for page in &pages {
        let size = page.split(']').next().expect("a list");
        let sides: Vec<f64> = size.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|n| n.parse().ok()).collect();
        let (w, h) = (sides[2], sides[3]);
        assert!((w.min(h) - 595.276).abs() < 0.01 && (w.max(h) - 841.89).abs() < 0.01, "{size}");
    }
    pages.len()
}

#[test]
fn a_picture_too_small_to_read_goes_on_over_further_pages() {
    let all = &built()["ventilator"];
    let pages = |view: &str| a4(&all[&format!("dfd-{view}.pdf")]);
    assert_eq!(pages("context"), 1);
    // the whole, then rows and columns
    assert!(pages("clinic") > 2 && pages("settings_story") > 2);
    let model = Model::example("ventilator");
    let noted = ["printed on one page of A4", "the PDF goes on over further pages"];
    model.ward(&["emit", "dfd", "--view", "clinic", "-o", "d.png"]).ends(0, &noted);
    let quiet = model.ward(&["emit", "dfd", "--view", "clinic", "-o", "d.pdf"]);
    quiet.ends(0, &[]);
    assert!(!quiet.said.contains("one page of A4"), "{}", quiet.said);
    assert_eq!(bytes(model.path())["d.pdf"], all["dfd-clinic.pdf"]);
}

#[test]
fn a_view_that_is_to_stay_whole_is_not_split() {
    let model = Model::example("ventilator");
    let split = model.ward(&["emit", "dfd", "--view", "update_path", "-o", "d.svg"]);
    split.ends(0, &["too large for one page"]);
    model.edit(
        "views.tm",
        "view update_path \"Way of an update\" : UpdateView {}",
        "view update_path \"Way of an update\" : UpdateView { whole: yes }",
    );
    let whole = model.ward(&["emit", "dfd", "--view", "update_path", "-o", "d.svg"]);
    whole.ends(0, &[]);
    assert!(!whole.said.contains("too large for one page"), "{}", whole.said);
    assert!(!String::from_utf8_lossy(&bytes(model.path())["d.svg"]).contains("continues in"));
}

#[test]
fn a_movement_of_an_attacker_is_no_flow() {
    let svg = String::from_utf8_lossy(&built()["ventilator"]["attack-paths-vent_command.svg"]).into_owned();
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let texts: Vec<&str> = document.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text()).collect();
    assert!(
        texts.contains(&"movement of an attacker, with its number") && texts.contains(&"position of an attacker"),
        "{texts:?}"
    );
    // who moves where is in the numbers; the identities of hops are the program's own
    assert!(!texts.iter().any(|text| text.contains('>')), "{texts:?}");
    let model = Model::example("ventilator");
    for (format, marks) in [("dot", ["hexagon", "penwidth"]), ("mermaid", ["{{", "==>"]), ("plantuml", ["hexagon", "-[bold]->>"])]
    {
        model.ward(&["emit", "dfd", "--view", "attack-path", "--format", format, "-o", "a.txt"]).ends(0, &[]);
        let text = String::from_utf8_lossy(&bytes(model.path())["a.txt"]).into_owned();
        assert!(marks.iter().all(|mark| text.contains(mark)) && text.contains("movement of an attacker"), "{text}");
        assert!(!text.contains("in_person>") && !text.contains("network>"), "{text}");
    }
}

#[test]
fn a_png_states_its_resolution_and_who_drew_it() {
    let model = Model::example("inhaler");
    model.ward(&["emit", "dfd", "--view", "device", "-o", "d.png"]).ends(0, &[]);
    let png = &bytes(model.path())["d.png"];
    let has = |what: &[u8]| png.windows(what.len()).any(|window| window == what);
    assert!(has(b"pHYs") && has(b"Ward ") && has(b"Title"));
    // and may be overwritten, as Ward wrote it
    model.ward(&["emit", "dfd", "--view", "context", "-o", "d.png"]).ends(0, &[]);
    model.ward(&["emit", "dfd", "--view", "context", "-o", "d.pdf"]).ends(0, &[]);
    model.ward(&["emit", "dfd", "--view", "device", "-o", "d.pdf"]).ends(0, &[]);
}

#[test]
fn an_svg_stands_alone_and_says_what_it_is() {
    for (file, svg) in svgs() {
        let document = roxmltree::Document::parse(svg).expect("XML");
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{file}");
        let ids: Vec<&str> = root.attribute("aria-labelledby").expect("a label").split(' ').collect();
        for (id, tag) in ids.iter().zip(["title", "desc"]) {
            let told = root.children().find(|child| child.attribute("id") == Some(id)).expect("what it points at");
            assert!(told.tag_name().name() == tag && told.text().is_some_and(|text| text.len() > 20), "{file}");
        }
        for (at, _) in svg.match_indices("url(") {
            assert!(svg[at..].starts_with("url(data:font/woff;base64,"), "{file}");
        }
        assert!(svg.len() < 160_000, "{file} has {} bytes", svg.len());
        letters_are_embedded(file, &document);
    }
}

/// Each letter set in regular or bold is in the range of an embedded font of that weight.
fn letters_are_embedded(file: &str, document: &roxmltree::Document<'_>) {
    let style = document.descendants().find(|node| node.has_tag_name("style")).and_then(|node| node.text()).expect("fonts");
    for weight in ["normal", "bold"] {
        let mut known = BTreeSet::new();
        for rule in style.split("@font-face").filter(|rule| rule.contains(&format!("font-weight:{weight};"))) {
            let ranges = rule.split("unicode-range:").nth(1).expect("a range").split(';').next().expect("its end");
            for range in ranges.split(',') {
                let hex = |text: &str| u32::from_str_radix(text, 16).expect("a number");
                let (a, b) = range.trim_start_matches("U+").split_once('-').unwrap_or_else(|| {
                    let one = range.trim_start_matches("U+");
                    (one, one)
                });
                known.extend(hex(a)..=hex(b));
            }
        }
        let is_bold = |node: &roxmltree::Node<'_, '_>| node.attribute("font-weight") == Some("bold");
        for text in document.descendants().filter(|node| node.has_tag_name("text") && is_bold(node) == (weight == "bold")) {
            for c in text.text().unwrap_or("").chars() {
                assert!(known.contains(&u32::from(c)), "{file}: {c} in {weight}");
            }
        }
    }
}

/// How light a colour is, from 0 to 1; nothing for none.
fn grey(colour: &str) -> Option<f64> {
    let hex = colour.strip_prefix('#')?;
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).map(f64::from).expect("two digits");
    Some((0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)) / 255.0)
}

#[test]
fn without_colours_everything_can_still_be_told_apart() {
    for (file, svg) in svgs() {
        let document = roxmltree::Document::parse(svg).expect("XML");
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let halo = node.attribute("stroke") == Some("#ffffff");
            // lines and letters are dark, what is filled is light or black
            for dark in [node.attribute("stroke").filter(|_| !halo), node.attribute("fill").filter(|_| node.has_tag_name("text"))]
            {
                assert!(dark.and_then(grey).is_none_or(|grey| grey < 0.3), "{file}: {node:?}");
            }
            let filled = node.attribute("fill").and_then(grey);
            assert!(filled.is_none_or(|grey| !(0.3..=0.9).contains(&grey)), "{file}: {node:?}");
            // what is red is dashed, or says DRAFT, or is the name of what is dashed
            if node.attribute("stroke") == Some("#8b0000") {
                assert!(node.has_attribute("stroke-dasharray") || svg.contains(">DRAFT<"), "{file}: {node:?}");
            }
        }
    }
}

const SMALL: &str = r#"
system sys "Sys" { manufacturer: "M", version: "1" }
data goods "Goods" : TherapySettings
data orders "Orders" : TherapyCommand
control guard "Guard" : MutualTls { status: verified, evidence: ["E-1"] }
control later "Later" : SignedMessages { status: planned }
external far "Far system" : OtherMedicalDevice
boundary box "Box" : DeviceEnclosure {
    process brain "Brain" : EmbeddedLinux { port lan "LAN" : EthernetPort }
}
flow give "Settings": far -> box.brain.lan over Https { carries: [goods, orders], controls: [guard, later], initiator: target }
flow tell "Report": box.brain.lan -> far over Https { carries: [goods] }
view v "All" { of: [far, box] }
"#;

fn svg(model: &Model, arguments: &[&str]) -> String {
    let mut all = vec!["emit", "dfd", "--view", "v", "--format", "svg"];
    all.extend(arguments);
    model.ward(&all).ends(0, &[]).printed.clone()
}

/// The lines of text of a drawing.
fn lines(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).map(str::to_owned).collect()
}

#[test]
fn a_flow_says_what_it_carries_over_what_and_who_starts_it() {
    let model = Model::of(SMALL);
    let lines = lines(&svg(&model, &[]));
    let text = lines.join(" ");
    assert_eq!(lines.iter().filter(|line| *line == "LAN").count(), 1, "{text}");
    for part in [
        "Settings give",
        "data: Goods; command: Orders",
        "over HTTPS (TLS 1.2 or later)",
        "flow, started by its target",
        "flow, started by its source",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("request (filled head)"), "the legend shows what does not occur");
}

#[test]
fn layers_are_shown_when_they_are_asked_for() {
    let model = Model::of(SMALL);
    let picture = |layers: &str| svg(&model, &["--layers", layers]);
    let has_ports = |svg: &str| svg.contains("class=\"port\"");
    let all = picture("ports,threat_counts,controls");
    let text = lines(&all).join("|");
    for part in ["✓ 1, 1 planned", "controls in place, controls planned", "1 open", "open threats, unanswered questions"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(has_ports(&all));
    let none = picture("none");
    assert!(!none.contains("planned") && !none.contains("open threats") && !has_ports(&none), "{none}");
    assert!(lines(&picture("controls")).join("|").contains("✓ 1, 1 planned"));
    let view = r#"view v "All" { of: [far, box], layers: [ports, controls] }"#;
    model.edit("m.tm", r#"view v "All" { of: [far, box] }"#, view);
    assert!(lines(&svg(&model, &[])).join("|").contains("✓ 1, 1 planned"));
    model.ward(&["emit", "dfd", "--layers", "control"]).ends(3, &["controls"]);
    model.ward(&["emit", "threats", "--layers", "ports"]).ends(3, &["`ward emit dfd`"]);
}

#[test]
fn outputs_of_the_manifest_can_name_formats() {
    let model = Model::of(SMALL);
    let build = |outputs: &str| {
        model.write("ward.toml", &format!("[model]\nroot = \"m.tm\"\n[build]\noutputs = {outputs}\n"));
        let output = tempfile::tempdir().expect("a folder");
        let run = model.ward(&["build", "-o", output.path().to_str().expect("UTF-8")]);
        (run, bytes(output.path()).into_keys().collect::<Vec<String>>())
    };
    let (_, names) = build(r#"["dfd.png", "dfd-v.pdf", "dfd.puml"]"#);
    let ending = |ending: &str| names.iter().filter_map(|name| name.strip_suffix(ending)).collect::<Vec<_>>();
    assert_eq!(ending(".pdf"), ["dfd-v"], "one file by its name");
    assert!(ending(".png").contains(&"dfd-v") && ending(".png").len() > 1, "every view: {names:?}");
    assert_eq!(ending(".png"), ending(".puml"));
    assert_eq!(names.len(), 1 + 2 * ending(".png").len(), "nothing else: {names:?}");
    assert_eq!(build(r#"["dfd-v.pdf"]"#).1, ["dfd-v.pdf"], "one view alone");
    build(r#"["dfd-v.pgn"]"#).0.ends(3, &["did you mean `dfd-v.png`?"]);
    build(r#"["dfd.pgn"]"#).0.ends(3, &["did you mean `dfd.png`?"]);
    model.ward(&["emit", "dfd", "--format", "pgn"]).ends(3, &["did you mean `png`?"]);
    model.ward(&["emit", "dfd", "--format", "tiff"]).ends(3, &["`svg`, `png`, `pdf`, `dot`, `mermaid` and `plantuml`"]);
}

#[test]
fn characters_that_no_font_has_are_named() {
    let model = Model::of(&SMALL.replace("Far system", "患者 مرحبا"));
    let emit = |file: &str, more: &[&str]| {
        let mut all = vec!["emit", "dfd", "--view", "v", "-o", file];
        all.extend(more);
        model.ward(&all)
    };
    for file in ["a.png", "a.pdf"] {
        emit(file, &[]).ends(0, &["2 characters (患者) cannot be shown in PNG and PDF", "--font FILE"]);
    }
    assert!(!emit("a.svg", &[]).said.contains("cannot be shown"), "a viewer has fonts of its own");
    emit("a.png", &["--font", "m.tm"]).ends(3, &["cannot use `m.tm`: it is no TrueType or OpenType font"]);
    emit("a.png", &["--font", "none.ttf"]).ends(3, &["cannot read `none.ttf`"]);
    model.write("ward.toml", "[model]\nroot = \"m.tm\"\n[build]\nfonts = [\"gone.ttf\"]\n");
    emit("a.png", &[]).ends(3, &["gone.ttf"]);
}
