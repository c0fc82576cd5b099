//! What the words of the language mean: hovers over keywords, kinds and functions, and what completions say of them.

use crate::diagnostic::Diagnostics;
use crate::rules::Function;
use crate::syntax::{Token, keywords, laid_out, lex_words};
use crate::text::Span;
use crate::words::tick;

use super::state::View;

/// What a word begins or joins, and what that is for.
struct Page {
    word: &'static str,
    form: &'static str,
    about: &'static str,
}

const fn page(word: &'static str, form: &'static str, about: &'static str) -> Page {
    Page { word, form, about }
}

/// Every keyword. `type` in `control type` and `count` before a list are told with their other meaning.
const PAGES: [Page; 58] = [
    page(
        "system",
        "system NAME \"Title\" { … }",
        "What the model is about: the device with all that belongs to it. A model has one.",
    ),
    page("actor", "actor NAME \"Title\" : Type { … }", "A person who uses, looks after or could misuse the system."),
    page(
        "external",
        "external NAME \"Title\" : Type { … }",
        "A system outside the manufacturer's control that the device talks to.",
    ),
    page("process", "process NAME \"Title\" : Type { … }", "Something that executes: firmware, a service, an app."),
    page("store", "store NAME \"Title\" : Type { … }", "Data at rest; `holds` says which."),
    page(
        "port",
        "port NAME \"Title\" : Type { … }",
        "A connection point of a component or a housing: a socket, a radio, an interface, a screen.",
    ),
    page(
        "boundary",
        "boundary NAME \"Title\" : Type { … }",
        "A zone of equal trust, with what stands in it. Trust changes where a flow crosses its edge.",
    ),
    page(
        "data",
        "data NAME \"Title\" : Type { … }",
        "A class of information that flows carry and stores hold; `harms` says what its loss can lead to.",
    ),
    page(
        "control",
        "control NAME \"Title\" : Type { … }",
        "A security control. It counts from when its `status` is `implemented`.",
    ),
    page(
        "harm",
        "harm NAME \"Title\" { … }",
        "Harm to a patient or user, with its severity and its place in the safety risk file.",
    ),
    page(
        "assumption",
        "assumption NAME \"What is taken for granted.\" : Type { … }",
        "What the model takes for granted: whose it is to see to, and what follows where it is false.",
    ),
    page("section", "section NAME \"Title\" : Type { … }", "Prose that stands in a document as it is."),
    page(
        "type",
        "type NAME \"Title\" : Base { … }",
        "A type: what everything of it has, and parts it brings along. `KIND type`, as a type of values, is a reference to one.",
    ),
    page("enum", "enum NAME \"Title\" { value \"Title\", … }", "Values without an order."),
    page("scale", "scale NAME \"Title\" { lowest \"Title\", …, highest }", "Values in an order, the lowest first."),
    page("category", "category NAME \"Title\" { … }", "A category of threats, such as those of STRIDE."),
    page("pack", "pack NAME \"Title\" { … }", "A collection of rules, with its version and where it comes from."),
    page(
        "rule",
        "rule ID \"title\" : Category { for … applies when … mitigated when … }",
        "A rule: on which elements a threat is found, and what counters it.",
    ),
    page(
        "standard",
        "standard NAME \"Title\" { clause ID \"Title\" { … } }",
        "A regulation, guidance or standard, in its edition.",
    ),
    page("clause", "clause ID \"Title\" { … }", "A clause of a standard; `satisfied when` checks it against the model."),
    page("view", "view NAME \"Title\" : Type { of: […] }", "A diagram: what it shows, and how deep."),
    page(
        "scheme",
        "scheme NAME \"Title\" { … start { … } reduces { … } severities { … } matrix { … } }",
        "How exploitability and severity are rated, and which risks are acceptable.",
    ),
    page(
        "factor",
        "factor NAME \"what is so\" { for … applies when … lowers: 1 }",
        "A circumstance that makes a weakness easier or harder to exploit.",
    ),
    page(
        "flow",
        "flow NAME \"Title\": end -> end over Protocol { … }",
        "Data on the move from one end to another; with `<->` the left end starts an exchange in both directions.",
    ),
    page(
        "import",
        "import std.medical · import \"hospital.tm\"",
        "Brings in a module of the library, or another file of the model.",
    ),
    page("extend", "extend path { … }", "More members for something that is declared elsewhere."),
    page(
        "attribute",
        "attribute OWNER.NAME : TYPE \"Question about {self}?\" { … }",
        "Declares what can be said of a kind of element, and what is asked where nobody says it.",
    ),
    page("define", "define OWNER.NAME : TYPE = expression", "Declares an attribute that follows from others."),
    page(
        "respond",
        "respond RULE @ path { … }",
        "A decision on a threat: exactly one of `mitigate`, `accept`, `transfer`, `avoid` and `dismiss`, with its reason.",
    ),
    page("answer", "answer STANDARD.CLAUSE { … }", "What the model says about a clause that no check decides."),
    page("assert", "assert \"text\": expression", "What must always hold of the model. It is an error where it does not."),
    page("test", "test \"text\" { … expect RULE @ path STATE }", "A model of its own in which rules are tried out."),
    page("expect", "expect RULE @ path STATE", "In which state a test wants a finding: a state of findings, or `absent`."),
    page(
        "for",
        "for KIND name where (condition)",
        "Of what a rule, factor or clause is asked, and by which name its conditions speak of it.",
    ),
    page("applies", "applies when condition", "When the threat exists, the factor holds or the clause is asked."),
    page("mitigated", "mitigated when condition", "When the threat is countered."),
    page("satisfied", "satisfied when condition", "When the element does what the clause asks for."),
    page(
        "provides",
        "provides { name: value … }",
        "Facts given to others: by a control to what it protects, by a boundary to everything inside, by a protocol to flows over it.",
    ),
    page("start", "start { exposure: exploitability … }", "The exploitability from which a scheme sets out, for each exposure."),
    page(
        "reduces",
        "reduces { what: steps … }",
        "How many steps each precondition and each class of control takes off the exploitability.",
    ),
    page(
        "severities",
        "severities { severity: severity … }",
        "The scheme's severity for each of the library's, in which harms are stated.",
    ),
    page(
        "matrix",
        "matrix { severity: [level, …] … }",
        "The level of risk: a row for each severity, in it one for each exploitability, the lowest first.",
    ),
    page("over", "a -> b over Protocol", "By which protocol data move."),
    page("when", "applies when condition", "Begins a condition."),
    page("where", "where (condition)", "Narrows what stands before it to where a condition holds."),
    page("one", "one of a, b, c", "The values that an attribute can have."),
    page("list", "list of TYPE", "Several values."),
    page("of", "one of a, b, c · list of TYPE", "Leads to the values, or to their type."),
    page("and", "a and b", "Both. Not known where neither is false and one of them is not known."),
    page("or", "a or b", "One of them, or both. Not known where neither is true and one of them is not known."),
    page("not", "not a", "The contrary; of what is not known, not known."),
    page("in", "x in [a, b]", "Whether a list has it."),
    page("is", "x is Type", "Whether an element is of a kind or a type, or of one based on it."),
    page("any", "any x in xs where (condition)", "Whether it holds for one of them at least."),
    page("all", "all x in xs where (condition)", "Whether it holds for every one of them."),
    page("each", "each x in xs where (condition)", "Those of them for which it holds."),
    page("count", "count x in xs where (condition) · count(xs)", "For how many it holds; how many there are."),
    page("unknown", "name: unknown", "Nobody has said it; the same as silence. Threats that hang on it stay undecided."),
];

/// The truth values, which say what the attribute says and need no page.
const PLAIN: [&str; 2] = ["yes", "no"];

/// What is said of a keyword, in Markdown.
pub(super) fn keyword_page(word: &str) -> Option<String> {
    let page = PAGES.iter().find(|page| page.word == word)?;
    Some(format!("**keyword** {}\n\n```text\n{}\n```\n\n{}", tick(page.word), page.form, page.about))
}

/// What a completion says of a keyword.
pub(super) fn keyword_help(word: &str) -> Option<&'static str> {
    PAGES.iter().find(|page| page.word == word).map(|page| page.about)
}

/// Every function: its form and what it gives.
const FUNCTIONS: [(Function, &str, &str); 9] = [
    (Function::Count, "count(xs)", "How many items a list has."),
    (Function::Empty, "empty(xs)", "Whether a list has none."),
    (Function::Max, "max(xs)", "The greatest value of a list."),
    (Function::Min, "min(xs)", "The least value of a list."),
    (Function::Union, "union(xs, ys)", "The items of both lists."),
    (Function::Intersects, "intersects(xs, ys)", "Whether two lists share an item."),
    (Function::Known, "known(x)", "Whether somebody has said it."),
    (Function::Reaches, "reaches(a, b)", "Whether data can get from `a` to `b`."),
    (Function::Inside, "inside(e, boundary)", "Whether an element stands in a boundary, at any depth."),
];

/// The form of a function and what it gives.
pub(super) fn function_help(word: &str) -> Option<(&'static str, &'static str)> {
    let (_, _, function) = Function::ALL.iter().find(|(known, ..)| *known == word)?;
    FUNCTIONS.iter().find(|(known, ..)| known == function).map(|(_, form, about)| (*form, *about))
}

/// What is said of a function, in Markdown.
pub(super) fn function_page(word: &str) -> Option<String> {
    function_help(word).map(|(form, about)| format!("**function** {}\n\n{about}", tick(form)))
}

/// The keyword at a byte. A word that stands where a name can is none.
pub(super) fn keyword_at(view: View<'_>, byte: usize) -> Option<Span> {
    let text = view.text().text;
    let laid = laid_out(view.file, &text, &lex_words(&text), &mut Diagnostics::default());
    let here = laid.iter().filter(|(from, _, to)| from < to && *from as usize <= byte && byte <= *to as usize);
    let mut words = here.filter(|(_, token, _)| !matches!(token, Token::Ident | Token::Misread));
    let is_keyword = |from: u32, to: u32| {
        let word = &text[from as usize..to as usize];
        !PLAIN.contains(&word) && keywords().any(|(known, _)| known == word)
    };
    let (from, _, to) = words.find(|(from, _, to)| is_keyword(*from, *to))?;
    Some(Span::new(view.file, *from, *to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_language_has_its_page() {
        for (word, _) in keywords().filter(|(word, _)| !PLAIN.contains(word)) {
            let page = PAGES.iter().find(|page| page.word == word).unwrap_or_else(|| panic!("nothing is said of `{word}`"));
            assert!(page.form.split([' ', '(']).any(|part| part == word), "{}", page.form);
        }
        for page in &PAGES {
            assert!(keywords().any(|(word, _)| word == page.word), "`{}` is no keyword", page.word);
            assert_eq!(PAGES.iter().filter(|other| other.word == page.word).count(), 1, "`{}` is there twice", page.word);
        }
        for (word, arity, _) in Function::ALL {
            let (form, _) = function_help(word).unwrap_or_else(|| panic!("nothing is said of `{word}`"));
            assert!(form.starts_with(word) && form.matches(',').count() + 1 == *arity, "{form}");
        }
    }
}
