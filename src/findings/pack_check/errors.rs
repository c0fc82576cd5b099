//! What can be wrong with rules and vocabulary as a whole. One function a message; codes from TM0308 on.

use super::catalogue::Catalogue;
use crate::diagnostic::{Diagnostic, code::Code};
use crate::model::{AttributeInfo, Model};
use crate::rules::Rule;
use crate::text::Span;
use crate::words::{did_you_mean, list, nearest, tick};

/// TM0309
pub(super) fn unread_attribute(info: &AttributeInfo) -> Diagnostic {
    Diagnostic::new(Code::UnreadAttribute, info.span)
        .message(format!("no rule, clause or definition reads {}", tick(&format!("{}.{}", info.owner_word, info.name))))
        .label("its question will never be asked")
        .help("read it in a condition, or remove the question")
}

/// TM0310
pub(super) fn bad_identifier(span: Span, id: &str, catalogue: &Catalogue, known: &[String]) -> Diagnostic {
    // a number that is spelt like another means nothing like it
    let spelt = id.parse::<u64>().is_err();
    let near = nearest(id, known.iter().filter(|_| spelt).map(String::as_str));
    let help = "look it up in the list; a new edition of the list comes with a new version of Ward";
    Diagnostic::new(Code::BadIdentifier, span)
        .message(format!("there is no {}", catalogue.written(id)))
        .label(format!("not in {}", catalogue.edition))
        .maybe_help(did_you_mean(near))
        .maybe_help(near.is_none().then(|| help.to_owned()))
}

/// TM0308
pub(super) fn untested_rule(model: &Model, rule: &Rule, missing: &[&str]) -> Diagnostic {
    let element = model.element(rule.id);
    let cases: Vec<String> = missing.iter().map(|case| tick(case)).collect();
    Diagnostic::new(Code::UntestedRule, element.span)
        .message(format!("no test shows the rule {} {}", tick(&element.name), list(&cases, "or")))
        .label("this rule")
        .help(format!("write `test \"…\" {{ … expect {} @ … {} }}`", element.name, missing[0]))
}

/// TM0311
pub(super) fn never_applies(rule: &str, places: &[Span]) -> Diagnostic {
    let message = format!("the rule {} can never fire: its conditions never hold", tick(rule));
    excluding(Diagnostic::new(Code::NeverFires, first(places)).message(message), places)
        .help("correct the condition, or remove the rule")
}

/// TM0311
pub(super) fn always_mitigated(rule: &str, when: Span, of_mitigation: &[Span], others: &[Span]) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::NeverFires, of_mitigation.first().copied().unwrap_or(when))
        .message(format!("the rule {} can never fire: whenever it applies, it is mitigated", tick(rule)))
        .label("always holds");
    beside(diagnostic, others, "where this holds")
        .help("say in `mitigated when` what the control does, not what makes the threat relevant")
}

/// TM0312
pub(super) fn never_mitigated(rule: &str, when: Span, of_mitigation: &[Span], others: &[Span]) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::NeverMitigated, of_mitigation.first().copied().unwrap_or(when))
        .message(format!("nothing can ever mitigate what the rule {} finds", tick(rule)))
        .label("never holds where the rule applies");
    let diagnostic = beside(diagnostic, of_mitigation.get(1..).unwrap_or_default(), "together with this");
    beside(diagnostic, others, "because the rule applies only where this holds")
        .help("correct the condition, or leave `mitigated when` out")
}

fn first(places: &[Span]) -> Span {
    places.first().copied().expect("parts that exclude each other are at least one")
}

/// Names the conditions that exclude each other.
fn excluding(diagnostic: Diagnostic, places: &[Span]) -> Diagnostic {
    let label = if places.len() == 1 { "never holds" } else { "where this holds" };
    beside(diagnostic.label(label), &places[1..], "this does not")
}

fn beside(diagnostic: Diagnostic, places: &[Span], label: &str) -> Diagnostic {
    places.iter().fold(diagnostic, |diagnostic, place| diagnostic.also(*place, label))
}
