//! Templates of one's own: what `ward build` makes of them, what it refuses, and that nothing outside their folder is read.

use std::fs;

use crate::kit::{Model, Run, bytes, check_html};

/// A model whose names are written to deceive, with templates and what is made of each.
fn model(templates: &[(&str, &str, &str)]) -> Model {
    let model = Model::of(
        "system pump \"<b>Pump|*1*</b>\" { version: \"1\" }\nprocess fw \"=<script>alert(1)</script>\u{202e}\" : Firmware {\n  port usb \"USB\" : UsbHost { purpose: \"Updates.\" }\n}\n",
    );
    fs::create_dir(model.path().join("templates")).expect("a folder");
    let mut manifest = "[model]\nroot = \"m.tm\"\n\n[build]\noutputs = [\"threats.md\", \"model.json\"]\n".to_owned();
    for (file, output, text) in templates {
        model.write(&format!("templates/{file}"), text);
        manifest.push_str(&format!("\n[[build.templates]]\nfile = \"templates/{file}\"\noutput = \"{output}\"\n"));
    }
    model.write("ward.toml", &manifest);
    model
}

/// Builds, and checks that the artifacts are there whatever came of the templates, and nothing else.
#[track_caller]
fn build(model: &Model, documents: &[&str]) -> Run {
    let run = model.ward(&["build"]);
    let mut names: Vec<String> = bytes(&model.path().join("out")).into_keys().collect();
    let mut expected = [documents, &["model.json", "threats.md"]].concat();
    names.sort();
    expected.sort_unstable();
    assert_eq!(names, expected, "{}", run.said);
    run
}

/// One template that is refused.
#[track_caller]
fn refused(text: &str, says: &[&str]) {
    let model = model(&[("t.j2", "house.md", text)]);
    let run = build(&model, &[]);
    run.ends(2, says).ends(2, &["error[TM0503]", "`house.md` is not written"]);
    assert_eq!(run.said.matches("error[").count(), 1, "{}", run.said);
}

#[test]
fn a_template_is_filled_in_with_the_report() {
    let list = "{% for element in report.elements %}\n* {{ element.name|md }}\n{% endfor %}\n";
    let table = "id,name\n{% for element in report.elements %}\n{{ element.id|csv }},{{ element.name|csv }}\n{% endfor %}\n";
    let page = "{% extends 'parts/frame.html' %}\n{% block body %}{% for e in report.elements %}<p>{{ e.name }}</p>\n{% endfor %}{% endblock %}";
    let model = model(&[("list.j2", "house.md", list), ("table.j2", "house.csv", table), ("page.j2", "house.HTML", page)]);
    fs::create_dir(model.path().join("templates/parts")).expect("a folder");
    model.write(
        "templates/parts/frame.html",
        "<html><body>{% block body %}{% endblock %}{% include 'parts/end.html' %}</body></html>\n",
    );
    model.write("templates/parts/end.html", "<p>Schema {{ report.schema_version }}</p>");
    let run = build(&model, &["house.HTML", "house.csv", "house.md"]);
    assert!(run.status <= 1, "{}", run.said);
    assert!(run.said.contains("5 artifacts in"), "{}", run.said);
    let markdown = model.read("out/house.md");
    assert!(
        markdown.contains("* =\\<script\\>alert(1)\\</script\\>\\[U+202E\\]\n") || markdown.contains("* \\=\\<script\\>"),
        "{markdown}"
    );
    assert!(!markdown.contains("\n\n"), "statements leave no line behind: {markdown}");
    let csv = model.read("out/house.csv");
    assert!(csv.contains(",'=<script>alert(1)</script>[U+202E]\n"), "{csv}");
    let html = model.read("out/house.HTML");
    check_html("house.HTML", &html);
    assert!(html.contains("<p>=&lt;script&gt;") && html.contains("<p>Schema 1</p>"), "{html}");

    let before = bytes(&model.path().join("out"));
    let again = model.ward(&["build"]);
    assert!(again.said.contains("5 artifacts in") && again.said.contains(" 0 changed"), "{}", again.said);
    assert_eq!(bytes(&model.path().join("out")), before);
}

#[test]
fn the_report_is_what_model_json_holds() {
    let keys = "{% for key in report %}\n{{ key }}\n{% endfor %}\n{{ report.threats|length }} {{ report.questions|length }}\n";
    let model = model(&[("t.j2", "keys.txt", keys)]);
    build(&model, &["keys.txt"]);
    let json: serde_json::Value = serde_json::from_str(&model.read("out/model.json")).expect("JSON");
    let mut expected: Vec<String> = json.as_object().expect("an object").keys().cloned().collect();
    expected.sort();
    let count = |key: &str| json[key].as_array().expect("a list").len();
    expected.push(format!("{} {}", count("threats"), count("questions")));
    assert_eq!(model.read("out/keys.txt").lines().collect::<Vec<_>>(), expected);
    // also where no other artifact needs its parts
    model.edit("ward.toml", "\"threats.md\", \"model.json\"", "\"ports.csv\"");
    let alone = model.read("out/keys.txt");
    assert!(model.ward(&["build"]).said.contains("2 artifacts"));
    assert_eq!(model.read("out/keys.txt"), alone);
}

#[test]
fn a_template_sees_neither_environment_nor_clock() {
    for name in ["env", "environ", "now", "today", "config", "debug"] {
        refused(&format!("{{{{ {name} }}}}"), &[&format!("`{name}` is not in the report")]);
    }
}

#[test]
fn faults_point_into_the_template() {
    refused(
        "line\n{{ report.titel }}\n",
        &["templates/t.j2:2:4", "`report.titel` is not in the report", "did you mean `title`?"],
    );
    refused("{{ report.elements[0].name|mdd }}", &["templates/t.j2:1:", "there is no filter `mdd`", "did you mean `md`?"]);
    refused("a\n{% for x in report.threats %}\n{{ x.id }\n", &["templates/t.j2:3", "the template cannot be read"]);
    refused("{{ report.threats }}", &["templates/t.j2:1:4", "a list or an object has no text of its own"]);
    refused("{{ none }}", &["templates/t.j2:1:4", "the model does not say this value", "not stated"]);
    refused("{{ report.nothing_like_that }}", &["docs/model.schema.json"]);
    refused("x\n{% include 'none.md' %}", &["templates/t.j2:2", "template `none.md` does not exist"]);
}

#[test]
fn a_fault_in_an_included_template_shows_both() {
    let model = model(&[("t.j2", "house.md", "{% include 'part.j2' %}")]);
    model.write("templates/part.j2", "\n\n{{ report.titel }}");
    build(&model, &[]).ends(2, &["templates/part.j2:3:4", "templates/t.j2:1:", "reached from here"]);
}

#[test]
fn nothing_outside_the_folder_is_read() {
    let outside =
        ["../secret.txt", "../../etc/passwd", "/etc/passwd", "x/../../secret.txt", "./../secret.txt", "..\\\\secret.txt"];
    for name in outside {
        for statement in ["include", "import", "extends"] {
            let end = if statement == "import" { " as x" } else { "" };
            refused(
                &format!("{{% {statement} '{name}'{end} %}}"),
                &["templates/t.j2:1", "is outside the folder of the template"],
            );
        }
        // what is refused is not passed over
        refused(&format!("{{% include '{name}' ignore missing %}}"), &["is outside the folder of the template"]);
    }
    refused("{% include 'missing' ignore missing %}{{ none }}", &["the model does not say"]);
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    let include = |name: &str| format!("{{% include '{name}' %}}");
    for (name, to) in [("link.txt", "../secret.txt"), ("link/secret.txt", "..")] {
        let model = model(&[("t.j2", "house.md", &include(name))]);
        model.write("secret.txt", "secret");
        symlink(to, model.path().join("templates").join(name.split('/').next().expect("a name"))).expect("a link");
        build(&model, &[]).ends(2, &["is a link that leads out of the folder"]);
    }
    // nor does the template itself
    let model = model(&[("t.j2", "house.md", "x")]);
    model.write("secret.txt", "secret");
    fs::remove_file(model.path().join("templates/t.j2")).expect("it is there");
    symlink("../secret.txt", model.path().join("templates/t.j2")).expect("a link");
    build(&model, &[]).ends(2, &["ward.toml:", "is a link that leads out of the folder"]);
}

#[test]
fn what_has_no_end_is_stopped() {
    let endless = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}";
    refused(endless, &["templates/t.j2:1", "the template takes too many steps"]);
    refused("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", &["templates/t.j2:", "the template goes too deep"]);
    refused("{% include 't.j2' %}", &["templates/t.j2:1", "the template goes too deep"]);
    refused("{% for a in range(90) %}{{ 'x' * 1000000 }}{% endfor %}", &["the document is larger than 64 MiB"]);
    let deep = format!("{{{{ {}1{} }}}}", "((((((((((\n".repeat(2_000), "))))))))))\n".repeat(2_000));
    refused(&deep, &["the template cannot be read"]);
    refused(&"x".repeat(200_000), &["is larger than 128 KiB"]);
}

/// The engine follows these by recursion.
#[test]
fn long_chains_and_deep_values_bring_nothing_down() {
    let chain = |link: &str| format!("{{{{ 1{} }}}}", link.repeat(130_000 / link.len()));
    let nested = "{% set n = namespace(x=[]) %}{% for a in range(90000) %}{% set n.x = [n.x] %}{% endfor %}";
    // constants are put together before steps are counted, which takes the square of the length
    let folded = format!("{{{{ 1{} }}}}", "~1".repeat(10_000));
    let deep = format!("{nested}{{{{ n.x == [n.x] }}}}");
    for text in [chain("+1"), chain(".a"), chain("|d"), chain("()"), chain(" if 1 else 1"), chain(" and 1"), folded, deep] {
        let model = model(&[("t.j2", "house.md", &text)]);
        let run = model.ward(&["build"]);
        assert!(run.status <= 2 && run.said.contains("artifacts in"), "{}", run.said);
    }
}

#[test]
fn a_fault_stops_no_other_document_and_keeps_the_old_one() {
    let model = model(&[("a.j2", "a.md", "old"), ("b.j2", "b.md", "{{ report.titel }}"), ("c.j2", "c.md", "new")]);
    build(&model, &["a.md", "c.md"]);
    model.write("templates/a.j2", "{{ report.tittle }}");
    model.write("templates/b.j2", "well");
    build(&model, &["a.md", "b.md", "c.md"]).ends(2, &["templates/a.j2:1:4", "is from an earlier build"]);
    assert_eq!(model.read("out/a.md"), "old");
    assert_eq!(model.read("out/b.md"), "well");
}

#[test]
fn faults_of_the_manifest_point_at_it() {
    let manifest = |templates: &[(&str, &str, &str)], says: &[&str]| {
        let model = model(templates);
        let run = model.ward(&["build"]);
        run.ends(2, says).ends(2, &["error[TM0501]", "ward.toml:"]);
        assert!(!model.path().join("out").exists(), "{}", run.said);
    };
    manifest(&[("a.j2", "x.md", ""), ("b.j2", "./X.md", "")], &["two templates are written to `./X.md`"]);
    manifest(&[("a.j2", "../x.md", "")], &["an output is a file inside `build.directory`"]);
    manifest(&[("a.j2", "threats.csv", "")], &["`threats.csv` is the name of an artifact"]);
    let missing = model(&[("a.j2", "x.md", "")]);
    missing.edit("ward.toml", "templates/a.j2", "templates/b.j2");
    missing.ward(&["check"]).ends(2, &["error[TM0501]", "ward.toml:8:", "there is no template `templates/b.j2`"]);
    missing.edit("ward.toml", "output = \"x.md\"", "outputs = \"x.md\"");
    missing.ward(&["check"]).ends(2, &["error[TM0501]", "unknown field `outputs`"]);
}

#[test]
fn no_document_replaces_what_it_is_made_from() {
    for file in ["m.tm", "ward.toml", "templates/a.j2"] {
        let model = model(&[("a.j2", file, "gone")]);
        model.edit("ward.toml", "[build]", "[build]\ndirectory = \".\"");
        let before = model.read(file);
        model.ward(&["build"]).ends(2, &["ward.toml:", &format!("`{file}` is a file that the documents are made from")]);
        assert_eq!(model.read(file), before);
    }
}
