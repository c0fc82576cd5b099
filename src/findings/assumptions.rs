//! Whether an assumption has an owner, a consequence, and something in it that could be checked (rule DR10).
//!
//! Which phrases are vague, and which words add nothing to them, the packs say: `vague_terms` and `filler_words`.

use super::decision_errors as errors;
use crate::diagnostic::Diagnostics;
use crate::model::{ElementId, Kind, Model};

/// Checks the model's own assumptions.
pub(crate) fn check_assumptions(model: &Model, diagnostics: &mut Diagnostics) {
    let listed =
        |attribute: &str| -> Vec<&str> { model.of_kind(Kind::Pack).flat_map(|pack| model.texts(pack, attribute)).collect() };
    let (vague, filler) = (listed("vague_terms"), listed("filler_words"));
    for id in model.of_kind(Kind::Assumption).filter(|id| !model.element(*id).library) {
        let blank = |name: &str| model.text(id, name).is_none_or(|text| text.trim().is_empty());
        let mut missing = Vec::new();
        if model.value(id, "owner").is_none() {
            missing.push("owner");
        }
        if blank("if_false") {
            missing.push("if_false");
        }
        if !missing.is_empty() {
            diagnostics.push(errors::incomplete_assumption(model, id, &missing));
        }
        check_words(model, id, &vague, &filler, diagnostics);
    }
}

/// DR10. What `measured_by` says is taken as the measure, unless it is as vague itself.
fn check_words(model: &Model, id: ElementId, vague: &[&str], filler: &[&str], diagnostics: &mut Diagnostics) {
    let text = Said::new(model.title(id), vague, filler);
    let silent = words(model.element(id).title.as_deref().unwrap_or_default()).is_empty();
    if text.vague.is_empty() && !silent {
        return;
    }
    let measure = model.text(id, "measured_by").map(|text| Said::new(text, vague, filler));
    if measure.is_some_and(|measure| measure.vague.is_empty() && measure.substance) {
        return;
    }
    diagnostics.push(match text.substance && !silent {
        true => errors::vague_assumption(model, id, &text.vague),
        false => errors::empty_assumption(model, id, &text.vague),
    });
}

/// A text, taken apart.
struct Said<'t> {
    /// The vague phrases in it.
    vague: Vec<&'t str>,
    /// Whether anything remains without them and without words that add nothing.
    substance: bool,
}

impl<'t> Said<'t> {
    fn new(text: &str, vague: &[&'t str], filler: &[&str]) -> Self {
        let mut words = words(text);
        let mut found = Vec::new();
        for term in vague {
            let wanted = self::words(term);
            let mut at = 0;
            while !wanted.is_empty() && at + wanted.len() <= words.len() {
                if words[at..at + wanted.len()] == wanted[..] {
                    // what stood around the phrase does not become a phrase
                    words.splice(at..at + wanted.len(), [String::new()]);
                    if !found.contains(term) {
                        found.push(*term);
                    }
                }
                at += 1;
            }
        }
        let substance = words.iter().any(|word| !word.is_empty() && !filler.contains(&word.as_str()));
        Self { vague: found, substance }
    }
}

/// The words of a text in small letters; a name such as `secure_network` has two.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, vague: &[&str], substance: bool) {
        let said = Said::new(
            text,
            &["secure network", "trusted environment", "trusted"],
            &["the", "device", "is", "used", "in", "a", "and"],
        );
        assert_eq!((said.vague, said.substance), (vague.to_vec(), substance), "{text}");
    }

    #[test]
    fn vague_phrases_are_found_and_what_remains_is_weighed() {
        case("Secure network.", &["secure network"], false);
        case("secure_network", &["secure network"], false);
        case(
            "The device is used in a SECURE network, and in a trusted environment.",
            &["secure network", "trusted environment"],
            false,
        );
        case("Only listed stations reach the secure network.", &["secure network"], true);
        case("Insecure networks are expected.", &[], true);
        case("Secure, trusted network", &["trusted"], true);
    }
}
