//! What can be wrong with rules and vocabulary as a whole. One function a message; codes from TM0308 on.

use super::catalogue::Catalogue;
use crate::diagnostic::{Diagnostic, code::Code};
use crate::model::{AttributeInfo, Model};
use crate::rules::Rule;
use crate::text::Span;
use crate::words::{did_you_mean, nearest, tick};

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
pub(super) fn untested_rule(model: &Model, rule: &Rule, fires: bool) -> Diagnostic {
    let element = model.element(rule.id);
    let what = if fires { "fires" } else { "stays silent or is mitigated" };
    Diagnostic::new(Code::UntestedRule, element.span)
        .message(format!("the rule {} has no test in which it {what}", tick(&element.name)))
        .label("this rule")
        .help(format!("write `test \"…\" {{ … expect {} @ … {} }}`", element.name, if fires { "open" } else { "absent" }))
}
