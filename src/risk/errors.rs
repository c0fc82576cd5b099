//! What can be wrong with a risk scheme, a stated residual risk or a vector. One function a message; codes TM06xx.

use crate::diagnostic::{Diagnostic, code::Code};
use crate::model::{Element, ValueSet};
use crate::syntax::ast::{Attribute, Expr, Name, Path, Table};
use crate::text::Span;
use crate::words::{count, list, nearest, tick};

fn names(set: &ValueSet) -> String {
    let names: Vec<String> = set.names().map(tick).collect();
    list(&names, "or")
}

/// TM0601
pub(super) fn lacks(scheme: &Name, what: &str) -> Diagnostic {
    Diagnostic::new(Code::SchemeShape, scheme.span)
        .message(format!("the scheme {} lacks {what}", tick(&scheme.text)))
        .label("this scheme")
        .note("a risk can be rated only by a scheme that says everything: scales, start, reduces, matrix and what is acceptable")
}

/// TM0601
pub(super) fn table_twice(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::SchemeShape, name.span)
        .message(format!("there is a {} table already", tick(&name.text)))
        .label("a second one")
}

/// TM0601
pub(super) fn needless_table(name: &Name, scale: &ValueSet) -> Diagnostic {
    Diagnostic::new(Code::SchemeShape, name.span)
        .message(format!("{} has nothing to translate", tick(&name.text)))
        .label("the scheme rates by the scale that harms are stated in")
        .help(format!("remove the table, or name a scale of your own in `severity:` instead of {}", tick(&scale.name)))
}

/// TM0601
pub(super) fn no_row(table: &Table) -> Diagnostic {
    Diagnostic::new(Code::SchemeShape, table.span)
        .message(format!("something in {} is no row", tick(&table.name.text)))
        .label("every line is a row: a name, a colon and a value")
}

/// TM0601
pub(super) fn row_twice(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::SchemeShape, name.span)
        .message(format!("the row {} is there twice", tick(&name.text)))
        .label("again here")
}

/// TM0601
pub(super) fn rows_missing(table: &Name, missing: &[&str]) -> Diagnostic {
    let names: Vec<String> = missing.iter().map(|name| tick(name)).collect();
    Diagnostic::new(Code::SchemeShape, table.span)
        .message(format!("{} has no row for {}", tick(&table.text), list(&names, "and")))
        .label("in this table")
        .note("what a table leaves out would have to be guessed")
}

/// TM0601
pub(super) fn row_length(row: &Attribute, found: usize, columns: &ValueSet) -> Diagnostic {
    let names: Vec<String> = columns.names().map(tick).collect();
    Diagnostic::new(Code::SchemeShape, row.value.span)
        .message(format!("the row {} has {}, not {}", tick(&row.name.text), count(found, "value"), columns.values.len()))
        .label(format!("one for each of {}, in this order", list(&names, "and")))
}

/// TM0609
pub(super) fn falling(row: &Attribute, with_severity: bool, levels: &ValueSet) -> Diagnostic {
    let (rises, before) = if with_severity { ("severity", "above it") } else { ("exploitability", "before it") };
    let names: Vec<String> = levels.names().map(tick).collect();
    Diagnostic::new(Code::FallingLevel, row.value.span)
        .message(format!("in the row {} the risk falls where the {rises} rises", tick(&row.name.text)))
        .label(format!("a level here is lower than the one {before}"))
        .note(format!("the levels of {} are, the lowest first, {}", tick(&levels.name), list(&names, "and")))
        .help("correct the level, or the order of the values in the scale")
}

/// TM0601
pub(super) fn not_a_row(value: &Expr, columns: &ValueSet) -> Diagnostic {
    let example: Vec<&str> = columns.names().map(|_| "…").collect();
    Diagnostic::new(Code::SchemeShape, value.span)
        .message("a row of the matrix is a list of levels")
        .label(format!("write `[{}]`, a level for each exploitability", example.join(", ")))
}

/// TM0601
pub(super) fn not_a_value(value: &Expr, set: &ValueSet) -> Diagnostic {
    Diagnostic::new(Code::SchemeShape, value.span)
        .message(format!("this is no value of {}", tick(&set.name)))
        .label(format!("expected {}", names(set)))
}

/// TM0601
pub(super) fn not_steps(value: &Expr) -> Diagnostic {
    Diagnostic::new(Code::SchemeShape, value.span)
        .message("what is taken off an exploitability is a number of steps")
        .label("expected a number such as `1`")
}

/// TM0602
pub(super) fn no_scale<'a>(path: &Path, is_set: bool, scales: impl Iterator<Item = &'a str>) -> Diagnostic {
    let word = path.text();
    let near = if is_set { None } else { nearest(&word, scales) };
    let message = if is_set {
        format!("the values of {} have no order", tick(&word))
    } else {
        format!("there is no scale {}", tick(&word))
    };
    Diagnostic::new(Code::SchemeName, path.span)
        .message(message)
        .label("expected the name of a `scale`")
        .did_you_mean(near)
        .maybe_help(is_set.then(|| "declare it with `scale`, its values from the lowest to the highest".to_owned()))
}

/// TM0602
pub(super) fn no_value(path: &Path, set: &ValueSet) -> Diagnostic {
    Diagnostic::new(Code::SchemeName, path.span)
        .message(format!("{} is not a value of {}", tick(&path.text()), tick(&set.name)))
        .label(format!("expected {}", names(set)))
        .did_you_mean(nearest(&path.text(), set.names()))
}

/// TM0602
pub(super) fn no_key(name: &Name, table: &str, keys: &[&ValueSet]) -> Diagnostic {
    let all: Vec<&str> = keys.iter().flat_map(|set| set.names()).collect();
    let shown: Vec<String> = all.iter().map(|name| tick(name)).collect();
    Diagnostic::new(Code::SchemeName, name.span)
        .message(format!("{} has no row {}", tick(table), tick(&name.text)))
        .label(format!("expected {}", list(&shown, "or")))
        .did_you_mean(nearest(&name.text, all))
}

/// TM0603
pub(super) fn two_schemes(second: &Element, first: &Element) -> Diagnostic {
    Diagnostic::new(Code::TwoSchemes, second.span)
        .message(format!("{} and {} are both risk schemes of the model", tick(&first.name), tick(&second.name)))
        .label("a second one")
        .also(first.span, "the first one")
        .note("every risk of a model is rated by one method and held against one policy")
        .help("import only the file with the one that holds")
}

/// TM0604
pub(super) fn information_lowers(row: &Attribute) -> Diagnostic {
    Diagnostic::new(Code::InformationLowers, row.value.span)
        .message("information for security takes nothing off an exploitability")
        .label("expected `0`")
        .note("it is the last in the order of risk control: telling a user about a weakness does not make it harder to exploit")
        .help("write `information: 0`; where users are told to act, state the control they put in place")
}

/// A rating that somebody states, against the one before.
pub(super) struct Judged {
    /// Where it is stated.
    pub(super) span: Span,
    /// The rating before controls.
    pub(super) from: String,
    /// The one that is stated.
    pub(super) to: String,
}

/// TM0602
pub(super) fn no_rating(span: Span, word: &str, set: &ValueSet) -> Diagnostic {
    Diagnostic::new(Code::SchemeName, span)
        .message(format!("{} is not a value of {}", tick(word), tick(&set.name)))
        .label(format!("expected {}", names(set)))
        .note("a residual risk is stated by the scales of the model's risk scheme")
        .did_you_mean(nearest(word, set.names()))
}

/// TM0606 (DR6)
pub(super) fn unfounded_residual(judged: &Judged, has_controls: bool) -> Diagnostic {
    let help = if has_controls {
        "see that one of the controls is implemented and says its class: `measure: inherent_design` or `measure: protective`"
    } else {
        "name the control in `controls:`, or leave the exploitability as it is"
    };
    Diagnostic::new(Code::UnfoundedResidual, judged.span)
        .message(format!("the exploitability falls from {} to {} with no control that makes it so", judged.from, judged.to))
        .label("stated as better than before")
        .note("only a control that is in place, by design or as a protective measure, makes a weakness harder to exploit")
        .help(help)
}

/// TM0607 (DR7)
pub(super) fn lowered_severity(judged: &Judged) -> Diagnostic {
    Diagnostic::new(Code::LoweredSeverity, judged.span)
        .message(format!("the severity falls from {} to {} with no reason", judged.from, judged.to))
        .label("stated as lower than before")
        .note("security controls make a harm harder to bring about; hardly any makes the harm itself less severe")
        .help("say why in `severity_reason:`, or leave the severity as it is")
}

/// TM0608
pub(super) fn bad_vector(span: Span, text: &str, fault: &str) -> Diagnostic {
    let help = if text.starts_with("CVSS:4") {
        "write all base metrics: `CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N`"
    } else {
        "write all base metrics: `CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H`"
    };
    Diagnostic::new(Code::BadVector, span).message(format!("the vector cannot be read: {fault}")).label("this vector").help(help)
}
