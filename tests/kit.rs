//! What the tests from outside share: models in folders of their own, the program, and its products read back.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// The day all of them are held against.
pub(crate) const TODAY: &str = "2026-11-22";

/// The models that come with Ward.
pub(crate) const EXAMPLES: [&str; 2] = ["ventilator", "inhaler"];

/// A model in a folder of its own, which can be changed.
pub(crate) struct Model {
    folder: TempDir,
}

impl Model {
    /// A copy of an example.
    pub(crate) fn example(name: &str) -> Self {
        let model = Self { folder: tempfile::tempdir().expect("a folder") };
        let example = Path::new("examples").join(name);
        for folder in [example.clone(), example.join("templates")] {
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            let copy = model.path().join(folder.strip_prefix(&example).expect("inside"));
            fs::create_dir_all(&copy).expect("a folder");
            for entry in entries.filter_map(Result::ok).filter(|entry| entry.path().is_file()) {
                fs::copy(entry.path(), copy.join(entry.file_name())).expect("a copy");
            }
        }
        model
    }

    /// A model in one file, `m.tm`, over the standard library and its rules.
    pub(crate) fn of(text: &str) -> Self {
        let model = Self { folder: tempfile::tempdir().expect("a folder") };
        model.write("m.tm", &format!("import std.medical\n{text}"));
        model.write("ward.toml", "[model]\nroot = \"m.tm\"\n");
        model
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::write(self.path().join(file), text).expect("a file");
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Replaces the only place where a text stands.
    #[track_caller]
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) -> &Self {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {file}");
        self.write(file, &text.replace(from, to));
        self
    }

    pub(crate) fn append(&self, file: &str, text: &str) -> &Self {
        self.write(file, &format!("{}\n{text}\n", self.read(file)));
        self
    }

    /// The names of the model's source files.
    pub(crate) fn sources(&self) -> Vec<String> {
        let names = fs::read_dir(self.path()).expect("the folder").filter_map(Result::ok);
        let mut names: Vec<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| name.ends_with(".tm"));
        names.sort();
        names
    }

    /// Runs Ward in the folder, on the day of all tests unless the arguments name another.
    pub(crate) fn ward(&self, arguments: &[&str]) -> Run {
        let mut command = ward(self.path());
        command.args(arguments);
        if !arguments.contains(&"--today") {
            command.args(["--today", TODAY]);
        }
        Run::of(&mut command)
    }

    /// The whole report.
    #[track_caller]
    pub(crate) fn report(&self) -> Value {
        self.json(&["emit", "model"])
    }

    /// The product of a command as JSON.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let run = self.ward(arguments);
        assert_eq!(run.status, 0, "{}", run.said);
        serde_json::from_str(&run.printed).expect("JSON")
    }

    /// Every artifact that is text, by its name.
    #[track_caller]
    pub(crate) fn build(&self) -> BTreeMap<String, String> {
        let output = tempfile::tempdir().expect("a folder");
        let run = self.ward(&["build", "-o", output.path().to_str().expect("UTF-8")]);
        assert!(run.status <= 1, "{}", run.said);
        files(output.path())
    }
}

/// All files of a folder by their names.
pub(crate) fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).filter(|entry| entry.path().is_file());
    let read = |entry: fs::DirEntry| {
        let bytes = fs::read(entry.path()).expect("a file");
        (entry.file_name().to_string_lossy().into_owned(), bytes)
    };
    entries.map(read).collect()
}

/// The files of a folder that are text.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, String> {
    bytes(folder).into_iter().filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?))).collect()
}

/// Whether a file is dots or a page to print, which are no text.
pub(crate) fn is_rendered(name: &str) -> bool {
    name.ends_with(".png") || name.ends_with(".pdf")
}

/// Ward in a folder, undisturbed by the environment.
pub(crate) fn ward(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ward"));
    command.current_dir(folder).env("NO_COLOR", "1").env_remove("SOURCE_DATE_EPOCH");
    command
}

/// What came of a command.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) printed: String,
    pub(crate) said: String,
}

impl Run {
    pub(crate) fn of(command: &mut Command) -> Self {
        let Output { status, stdout, stderr } = command.output().expect("Ward runs");
        let said = String::from_utf8(stderr).expect("messages are UTF-8");
        assert!(!said.contains("panicked"), "{said}");
        Self { status: status.code().expect("a status"), printed: String::from_utf8(stdout).expect("products are UTF-8"), said }
    }

    #[track_caller]
    pub(crate) fn ends(&self, status: i32, says: &[&str]) -> &Self {
        assert_eq!(self.status, status, "{}", self.said);
        for part in says {
            assert!(self.said.contains(part), "`{part}` is not said in: {}", self.said);
        }
        self
    }

    #[track_caller]
    pub(crate) fn prints(&self, parts: &[&str]) -> &Self {
        for part in parts {
            assert!(self.printed.contains(part), "`{part}` is not in: {}", self.printed);
        }
        self
    }
}

/// The items of a list of the report.
pub(crate) fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// A text, or nothing.
pub(crate) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or("")
}

/// The ids of a list's items.
pub(crate) fn ids<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    list(value, key).iter().map(|item| text(item, "id")).collect()
}

/// The texts in a list.
pub(crate) fn texts<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    list(value, key).iter().filter_map(Value::as_str).collect()
}

/// The item with an id.
#[track_caller]
pub(crate) fn item<'v>(value: &'v Value, key: &str, id: &str) -> &'v Value {
    find(value, key, id).unwrap_or_else(|| panic!("there is no `{id}` among the {key}"))
}

/// The item with an id, if there is one.
pub(crate) fn find<'v>(value: &'v Value, key: &str, id: &str) -> Option<&'v Value> {
    list(value, key).iter().find(|item| item["id"] == id)
}

/// The state of a finding; `absent` where there is none.
pub(crate) fn state(report: &Value, id: &str) -> String {
    find(report, "threats", id).map_or("absent", |threat| text(threat, "state")).to_owned()
}

/// The records of a CSV file with their headings; the byte-order mark is not part of it.
pub(crate) fn records(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = csv.strip_prefix('\u{feff}').expect("a CSV file begins with a byte-order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let own = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<String>>();
    let headings = own(reader.headers().expect("headings"));
    let rows = reader.records().map(|record| own(&record.expect("a record"))).collect();
    (headings, rows)
}

/// The identities of what a drawing shows.
pub(crate) fn drawn(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let mut all: Vec<String> =
        document.descendants().filter_map(|node| node.attribute("data-element")).map(str::to_owned).collect();
    all.sort();
    all.dedup();
    all
}

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Checks that a page of HTML is well formed, and holds no element and no link but those that Ward writes.
pub(crate) fn check_html(name: &str, html: &str) {
    const KNOWN: [&str; 26] = [
        "html",
        "head",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "strong",
        "code",
        "pre",
        "br",
        "nav",
        "ul",
        "ol",
        "li",
        "a",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "figure",
        "figcaption",
    ];
    // the tags that HTML leaves open
    let whole: Vec<&str> = html.lines().filter(|line| !line.starts_with("<meta") && !line.starts_with("<!doctype")).collect();
    let whole = whole.join("\n").replace("<br>", "<br/>");
    let document = roxmltree::Document::parse(&whole).unwrap_or_else(|error| panic!("{name}: {error}"));
    // what is inside of a drawing, the tests of drawings look at
    let is_drawn = |node: &roxmltree::Node<'_, '_>| node.ancestors().any(|above| above.has_tag_name((SVG, "svg")));
    for node in document.descendants().filter(|node| node.is_element() && !is_drawn(node)) {
        let tag = node.tag_name().name();
        assert!(KNOWN.contains(&tag) || ["th", "td"].contains(&tag), "{name}: {node:?}");
        for attribute in node.attributes() {
            let ours = match attribute.name() {
                "href" => attribute.value().starts_with("#part-"),
                attribute => ["id", "class", "lang", "scope", "start"].contains(&attribute),
            };
            assert!(ours, "{name}: {attribute:?}");
        }
    }
    assert!(!html.contains('\u{202e}'), "{name}: text that runs backwards");
}
