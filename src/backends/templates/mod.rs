//! Templates of an organisation, filled in with the report as `model.json` has it: no clock, no environment, no file that the caller does not give.
//!
//! ```text
//! Report ─► Context ─► render (fuel, depth and size are bounded) ─► text, or a Fault with its place in the template
//! ```

mod fault;
mod filters;

pub use fault::{Fault, Place};

use std::collections::BTreeSet;
use std::io::{self, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, TemplateSource, UndefinedBehavior};

use crate::report::Report;

/// How many steps a template may take; data it makes costs a step for each 64 bytes or so.
const FUEL: u64 = 10_000_000;
/// How deep includes, macros and blocks may stand in each other; an include counts ten, a macro four.
const DEPTH: usize = 250;
/// The most bytes a template may have. The engine follows a chain of operators by recursion, as deep as the chain is long.
pub const LARGEST_TEMPLATE: u64 = 128 * 1024;
/// What such a chain, and a list in a list that a template builds by its steps, takes of the stack. Only what is used is taken from the machine.
const STACK: usize = 1024 * 1024 * 1024;
/// The most bytes a document may have.
const LARGEST: usize = 64 * 1024 * 1024;

/// What templates see.
#[derive(Debug)]
pub struct Context(Value);

impl Context {
    /// The report under the name `report`, exactly as `model.json` has it.
    pub fn new(report: &Report) -> Self {
        let json = serde_json::to_value(report).expect("rows of a report hold strings, numbers, lists and nothing else");
        Self(Serde(serde_json::json!({ "report": json })).into())
    }
}

/// The names of all fields of the report, also of those that a model does not have.
fn fields() -> Vec<String> {
    fn collect(schema: &serde_json::Value, names: &mut BTreeSet<String>) {
        match schema {
            serde_json::Value::Object(object) => {
                let properties = object.get("properties").and_then(serde_json::Value::as_object);
                names.extend(properties.into_iter().flat_map(|properties| properties.keys().cloned()));
                object.values().for_each(|inner| collect(inner, names));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|inner| collect(inner, names)),
            _ => {}
        }
    }
    let mut names = BTreeSet::from(["report".to_owned()]);
    collect(schemars::schema_for!(Report).as_value(), &mut names);
    names.into_iter().collect()
}

/// Fills in a template. `load` gives the texts of templates by their names, `None` where there is none, and says why where one is refused;
/// the ending of `output` says whether text is escaped for HTML.
pub fn render(
    context: &Context,
    template: &str,
    output: &str,
    load: impl Fn(&str) -> Result<Option<String>, String> + Send + Sync + 'static,
) -> Result<Vec<u8>, Fault> {
    let work = || {
        let environment = environment(output, load);
        let mut document = Document::default();
        let rendered = environment
            .get_template(template)
            .and_then(|template| template.render_captured_to(context.0.clone(), &mut document).map(|_| ()));
        match rendered {
            Ok(()) => Ok(document.bytes),
            Err(error) => Err(fault::of(&error, document.is_full, &fields())),
        }
    };
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        worker.map_err(|_| fault::no_room()).and_then(|worker| worker.join().unwrap_or_else(|_| Err(fault::broken())))
    })
}

fn environment(
    output: &str,
    load: impl Fn(&str) -> Result<Option<String>, String> + Send + Sync + 'static,
) -> Environment<'static> {
    let mut environment = Environment::new();
    let ending = output.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_markup = ["html", "htm", "xhtml", "xml", "svg"].contains(&ending.as_str());
    environment.set_auto_escape_callback(move |_| if is_markup { AutoEscape::Html } else { AutoEscape::None });
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(DEPTH);
    // a line that holds only a statement leaves no line behind, and the last line keeps its end
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build() {
        environment.set_syntax(syntax);
    }
    environment.set_loader(move |name| load(name).map(|text| text.map(TemplateSource::from)).map_err(fault::refusal));
    // the engine remembers names and places of what is undefined
    environment.set_debug(true);
    // it prints the insides of the engine, which are nobody's document
    environment.remove_global("debug");
    filters::add(&mut environment);
    environment
}

/// What is written, as long as it is bearable.
#[derive(Debug, Default)]
struct Document {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Write for Document {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > LARGEST {
            self.is_full = true;
            return Err(io::Error::other("the document is too large"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::sample;

    fn filled(template: &str, output: &str) -> Result<String, Fault> {
        let text = template.to_owned();
        let load = move |name: &str| Ok((name == "t").then(|| text.clone()));
        let bytes = render(&Context::new(&sample::plain()), "t", output, load)?;
        Ok(String::from_utf8(bytes).expect("UTF-8"))
    }

    #[test]
    fn the_context_is_the_report_as_json() {
        let json: serde_json::Value = serde_json::from_str(&crate::backends::model_json::json(&sample::plain())).expect("JSON");
        let text = filled("{{ report.schema_version }}|{{ report.threats|length }}|{{ report.threats[0].id }}", "x.txt");
        let (threats, version) = (json["threats"].as_array().expect("a list"), &json["schema_version"]);
        let expected = format!("{version}|{}|{}", threats.len(), threats[0]["id"].as_str().expect("a text"));
        assert_eq!(text.ok(), Some(expected));
    }

    #[test]
    fn every_filter_that_a_misspelt_one_may_stand_for_exists() {
        for filter in filters::NAMES {
            let is_there = filled(&format!("{{{{ '{filter}' is filter }}}}"), "x.txt");
            assert_eq!(is_there.ok().as_deref(), Some("True"), "{filter}");
        }
    }

    #[test]
    fn text_is_escaped_for_what_it_goes_into() {
        let hostile = "{% set x = '=<b>|\u{202e}' %}";
        assert_eq!(filled(&format!("{hostile}{{{{ x }}}}"), "x.HTML").ok().as_deref(), Some("=&lt;b&gt;|[U+202E]"));
        assert_eq!(filled(&format!("{hostile}{{{{ x|md }}}}"), "x.md").ok().as_deref(), Some("\\=\\<b\\>\\|\\[U+202E\\]"));
        assert_eq!(filled(&format!("{hostile}{{{{ x|csv }}}}"), "x.csv").ok().as_deref(), Some("'=<b>|[U+202E]"));
        assert_eq!(filled("{{ 'a\"b,'|csv }}", "x.csv").ok().as_deref(), Some("\"a\"\"b,\""));
        assert_eq!(
            filled("{{ ['<i>', 'b\u{202e}']|join('<br>'|safe) }}", "x.html").ok().as_deref(),
            Some("&lt;i&gt;<br>b[U+202E]")
        );
    }

    #[test]
    fn nothing_runs_or_grows_without_end() {
        for (template, says) in [
            ("{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}", "too many steps"),
            ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "too deep"),
            ("{% include 't' %}", "too deep"),
            ("{% set n = namespace(x='x') %}{% for a in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}", "too many steps"),
            ("{{ 'x' * 900000000000 }}", "too many steps"),
            ("{% for a in range(90) %}{{ 'x' * 1000000 }}{% endfor %}", "64 MiB"),
        ] {
            let fault = filled(template, "x.txt").expect_err("refused");
            assert!(fault.message.contains(says), "{template}: {}", fault.message);
        }
    }
}
