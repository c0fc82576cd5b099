//! What can be wrong with rules and vocabulary as a whole. One function a message; codes from TM0308 on.

use super::catalogue::Catalogue;
use crate::diagnostic::{Diagnostic, code::Code};
use crate::model::{AttributeInfo, ElementId, Kind, Model};
use crate::rules::Rule;
use crate::text::Span;
use crate::words::{count, list, nearest, tick};

/// TM0309
pub(super) fn unread_attribute(info: &AttributeInfo) -> Diagnostic {
    let (label, what) = match info.question {
        Some(_) => ("its question will never be asked", "the question"),
        None => ("nothing follows from what is said here", "the attribute"),
    };
    Diagnostic::new(Code::UnreadAttribute, info.span)
        .message(format!("nothing reads {}", tick(&format!("{}.{}", info.owner_word, info.name))))
        .label(label)
        .help(format!(
            "read it in a condition or a text of a rule, remove {what}, or say who reads it: `{{ read_by: documents }}`"
        ))
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
        .did_you_mean(near)
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

/// TM0313
pub(super) fn same_conditions(model: &Model, earlier: &Rule, rule: &Rule) -> Diagnostic {
    let name = |rule: &Rule| tick(&model.element(rule.id).name);
    Diagnostic::new(Code::SameRule, model.element(rule.id).span)
        .message(format!("the rules {} and {} find the same: their conditions mean the same", name(earlier), name(rule)))
        .label("this rule")
        .also(model.element(earlier.id).span, "finds the same")
        .help("make one rule of them")
}

/// TM0313
pub(super) fn same_words(model: &Model, earlier: &Rule, rule: &Rule, element: ElementId) -> Diagnostic {
    let name = |rule: &Rule| tick(&model.element(rule.id).name);
    Diagnostic::new(Code::SameRule, model.element(rule.id).span)
        .message(format!("the rules {} and {} say the same about {}", name(earlier), name(rule), tick(&model.path(element))))
        .label("this rule")
        .also(model.element(earlier.id).span, "says it in the same words")
        .help("make one rule of them, or say what each is about")
}

/// TM0314
pub(super) fn empty_cells(model: &Model, pack: ElementId, empty: &[(ElementId, Vec<Kind>)]) -> Diagnostic {
    let number = empty.iter().map(|(_, kinds)| kinds.len()).sum();
    let diagnostic = Diagnostic::new(Code::EmptyCells, model.element(pack).span)
        .message(format!("no rule is about {} of element and category, and nothing says why", count(number, "pair")))
        .label("in this pack")
        .help("write a rule, or say in the category why none is needed, such as `not_for_port: \"…\"`");
    empty.iter().fold(diagnostic, |diagnostic, (category, kinds)| {
        let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
        diagnostic.note(format!("{}: {}", model.element(*category).name, words.join(", ")))
    })
}

/// TM0314
pub(super) fn cell_is_not_empty(model: &Model, category: ElementId, kind: Kind, rule: &Rule) -> Diagnostic {
    let (category, attribute) = (model.element(category), format!("not_for_{}", kind.word()));
    Diagnostic::new(Code::EmptyCells, category.span)
        .message(format!("{} says why it has no rule about {}, and it has one", tick(&category.name), kind.with_article()))
        .label(format!("with {}", tick(&attribute)))
        .also(model.element(rule.id).span, "the rule")
        .help(format!("remove {}", tick(&attribute)))
}
