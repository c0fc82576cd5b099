//! The changes in words, before anybody knows in which format: sections of items, each with a sign.

use super::pieces::{element, facts, standing, version};
use super::remarks::{assertion, assertions_sum, decision, error, errors_sum, fates, setting};
use super::surface::{surface, turns};
use crate::backends::page::Inline;
use crate::diff::{
    ClauseChange, Course, Delta, Done, ElementChange, Fate, PackChange, QuestionChange, SoftwareChange, ThreatChange,
};
use crate::report::State;
use crate::words::{count, list};

/// A group of changes.
pub(super) struct Section {
    /// What they are about.
    pub(super) title: &'static str,
    /// How many of which sort.
    pub(super) sum: String,
    /// The changes.
    pub(super) items: Vec<Item>,
}

/// A change.
#[derive(Clone)]
pub(super) struct Item {
    /// What kind of change: `+` came, `-` went, `~` is otherwise, `!` needs somebody, `✓` is less to worry about.
    pub(super) sign: char,
    /// The change in a line.
    pub(super) head: Inline,
    /// What more there is to say.
    pub(super) lines: Vec<Inline>,
}

/// The title of the first section.
pub(super) const SURFACE: &str = "Attack surface";

/// All sections with something in them.
pub(super) fn sections(delta: &Delta) -> Vec<Section> {
    let (ports, others): (Vec<_>, Vec<_>) = delta.elements.iter().partition(|change| is_drawn(&change.kind));
    let section = |title, sum, items| Section { title, sum, items };
    let mut all = vec![
        section(SURFACE, turns(&surface(delta.surface.iter())), surface(delta.surface.iter())),
        section("Threats", courses(&delta.threats), delta.threats.iter().map(threat).collect()),
        section("Decisions", fates(&delta.decisions), delta.decisions.iter().map(decision).collect()),
        section("Errors", errors_sum(&delta.errors), delta.errors.iter().map(error).collect()),
        section("Assertions", assertions_sum(&delta.assertions), delta.assertions.iter().map(assertion).collect()),
        section("Components, ports, flows and boundaries", done(&ports), elements(&ports)),
        section("Data, controls, assumptions and the rest", done(&others), elements(&others)),
        section("Questions", questions_sum(&delta.questions), delta.questions.iter().map(question).collect()),
        section("Clauses", clauses_sum(&delta.clauses), delta.clauses.iter().map(clause).collect()),
        section("Software", count(delta.software.len(), "change"), delta.software.iter().map(software).collect()),
        section("Packs and rules", packs_sum(&delta.packs), delta.packs.iter().map(pack).collect()),
        section(
            "Gate, packs and risk scheme",
            count(delta.settings.len(), "change"),
            delta.settings.iter().map(setting).collect(),
        ),
    ];
    all.retain(|section| !section.items.is_empty());
    all
}

/// What the change leaves to be done, in a sentence; and whether the gate refuses any of it.
pub(super) fn verdict(delta: &Delta) -> (bool, String) {
    let new = || delta.threats.iter().filter(|threat| threat.is_new_work());
    let state = |state: State| new().filter(|threat| threat.after.as_ref().is_some_and(|now| now.state == state)).count();
    let (open, undecided) = (state(State::Open), state(State::Question));
    let fate = |fate: Fate| delta.decisions.iter().filter(|change| change.fate == fate).count();
    let mut parts = Vec::new();
    if open > 0 {
        parts.push(count(open, "open threat"));
    }
    if undecided > 0 {
        let asked = delta.questions.iter().filter(|question| question.done == Done::Added).count();
        let asked = if asked > 0 { format!(" ({} to answer)", count(asked, "new question")) } else { String::new() };
        parts.push(format!("{} undecided{asked}", count(undecided, "threat")));
    }
    if fate(Fate::Stale) > 0 {
        let stand = if fate(Fate::Stale) == 1 { "stands" } else { "stand" };
        parts.push(format!("{} that {stand} on nothing", count(fate(Fate::Stale), "decision")));
    }
    for (of, word) in [(Fate::Expired, "expired"), (Fate::UnderReview, "to be reviewed")] {
        if fate(of) > 0 {
            parts.push(format!("{} {word}", count(fate(of), "decision")));
        }
    }
    let errors = delta.errors.iter().filter(|change| change.done == Done::Added).count();
    if errors > 0 {
        parts.push(count(errors, "error"));
    }
    let refused = delta.refused.len();
    if parts.is_empty() {
        let nothing = match delta {
            _ if delta.otherwise => "The models differ in something that is not compared here.",
            _ if delta.is_empty() => "Nothing in the model changed.",
            _ => "No threat is new and unanswered, and no decision has to be looked at again.",
        };
        return (false, format!("{nothing}{}", rerated(delta)));
    }
    let gate = match refused {
        0 if delta.broken() > 0 => "The model does not compile until that is put right.".to_owned(),
        0 => "The gate lets it pass.".to_owned(),
        1 => "The gate refuses 1 of the threats.".to_owned(),
        refused => format!("The gate refuses {refused} of the threats."),
    };
    (delta.is_refused(), format!("This change adds {}.{} {gate}", list(&parts, "and"), rerated(delta)))
}

/// That threats are rated otherwise, of which decisions may know nothing.
fn rerated(delta: &Delta) -> String {
    let all: Vec<&ThreatChange> = delta.threats.iter().filter(|threat| threat.course == Course::Rerated).collect();
    let state = |state: State| all.iter().filter(|threat| threat.after.as_ref().is_some_and(|now| now.state == state)).count();
    let decided = state(State::Accepted) + state(State::Transferred);
    let (are, of_them) = (if all.len() == 1 { "is" } else { "are" }, if all.len() == 1 { "it was" } else { "of them" });
    let decided = match decided {
        0 => String::new(),
        _ if all.len() == 1 => format!(", and {of_them} accepted or transferred"),
        decided => format!(", {decided} {of_them} accepted or transferred"),
    };
    if all.is_empty() { String::new() } else { format!(" {} {are} rated otherwise{decided}.", count(all.len(), "threat")) }
}

fn is_drawn(kind: &str) -> bool {
    matches!(kind, "actor" | "external" | "process" | "store" | "port" | "boundary" | "flow")
}

/// A change; lines that say nothing are left out.
pub(super) fn item(sign: char, head: Inline, lines: Vec<Inline>) -> Item {
    Item { sign, head, lines: lines.into_iter().filter(|line| !line.is_empty()).collect() }
}

/// One threat with everything a reviewer needs to judge it.
pub(super) fn threat(change: &ThreatChange) -> Item {
    let sign = match change.course {
        _ if change.is_new_work() => '!',
        Course::New => '+',
        Course::Gone => '-',
        Course::Reopened | Course::Opened | Course::Rerated | Course::Moved | Course::Settled => '~',
    };
    let refused = if change.refused { Inline::strong("[refused by the gate]") } else { Inline::default() };
    let head = Inline::words(&[Inline::code(&change.id), format!("{}: {}", change.title, standing(change)).into(), refused]);
    let told = matches!(change.course, Course::New | Course::Reopened | Course::Opened);
    let statement = if told { change.statement.as_str().into() } else { Inline::default() };
    let because = change.because.iter().map(|reason| format!("because {reason}").into());
    item(sign, head, std::iter::once(statement).chain(because).collect())
}

fn courses(changes: &[ThreatChange]) -> String {
    let of = |course: Course| changes.iter().filter(|change| change.course == course).count();
    sums(&[
        (of(Course::New), "new"),
        (of(Course::Reopened), "open again"),
        (of(Course::Opened), "opened by an answer"),
        (of(Course::Settled), "settled"),
        (of(Course::Rerated), "rated otherwise"),
        (of(Course::Moved), "settled otherwise"),
        (of(Course::Gone), "gone"),
    ])
}

/// Elements; those that came or went with what they stand in are told there.
fn elements(changes: &[&ElementChange]) -> Vec<Item> {
    let shown = |change: &&&ElementChange| {
        let around = change.within.as_ref();
        around.is_none_or(|around| !changes.iter().any(|other| other.id == *around && other.done == change.done))
    };
    let outermost = changes.iter().filter(shown);
    outermost
        .map(|change| {
            let (sign, head) = element(change);
            let mut lines = facts(change.done, &change.facts);
            let inner = |other: &&&ElementChange| other.done == change.done && is_below(other, change, changes);
            let inside: Vec<String> =
                changes.iter().filter(inner).map(|other| format!("{} {} ({})", other.kind, other.name, other.id)).collect();
            if !inside.is_empty() {
                lines.push(format!("with {}", list(&inside, "and")).into());
            }
            if let Some(other) = &change.perhaps {
                let help = "if it is the same, `was:` with its old path keeps its identity and the decisions about it";
                lines.push(format!("{other} is of the same kind and name: {help}").into());
            }
            item(sign, head, lines)
        })
        .collect()
}

/// Whether an element came or went with another around it, however deep.
fn is_below(change: &ElementChange, around: &ElementChange, all: &[&ElementChange]) -> bool {
    match &change.within {
        None => false,
        Some(parent) if *parent == around.id => true,
        Some(parent) => all.iter().any(|other| other.id == *parent && other.id != change.id && is_below(other, around, all)),
    }
}

fn done(changes: &[&ElementChange]) -> String {
    let of = |done: Done| changes.iter().filter(|change| change.done == done).count();
    sums(&[
        (of(Done::Added), "added"),
        (of(Done::Removed), "removed"),
        (of(Done::Renamed), "renamed"),
        (of(Done::Changed), "changed"),
    ])
}

fn question(change: &QuestionChange) -> Item {
    let sign = if change.done == Done::Added { '+' } else { '-' };
    let hanging = format!(
        "{} on it",
        match change.threats {
            0 => "no threat hangs".to_owned(),
            1 => "1 threat hangs".to_owned(),
            many => format!("{many} threats hang"),
        }
    );
    let told = match (&change.answer, change.done) {
        (Some(answer), _) => format!("answered: {answer}"),
        (None, Done::Removed) => "not asked any more".to_owned(),
        (None, _) => hanging,
    };
    item(sign, Inline::words(&[Inline::code(&change.id), format!("{} ({told})", change.text).into()]), Vec::new())
}

fn questions_sum(changes: &[QuestionChange]) -> String {
    let of = |done: Done| changes.iter().filter(|change| change.done == done).count();
    let answered = changes.iter().filter(|change| change.answer.is_some()).count();
    sums(&[(of(Done::Added), "new"), (answered, "answered"), (of(Done::Removed) - answered, "not asked any more")])
}

fn clause(change: &ClauseChange) -> Item {
    let or_none = |state: &Option<String>| state.clone().unwrap_or_else(|| "not looked at".to_owned());
    let states = format!("{}: was {}, is {}", change.title, or_none(&change.before), or_none(&change.after));
    let head = Inline::words(&[Inline::code(&change.id), states.into()]);
    item(if change.worse { '!' } else { '~' }, head, vec![change.reason.as_str().into()])
}

fn clauses_sum(changes: &[ClauseChange]) -> String {
    let worse = changes.iter().filter(|change| change.worse).count();
    sums(&[(worse, "with more to do"), (changes.len() - worse, "otherwise")])
}

fn software(change: &SoftwareChange) -> Item {
    let (sign, told) = version(&change.before, &change.after);
    let head = Inline::words(&[
        format!("{} {}: {told}, in {}", change.kind, change.name, change.element_name).into(),
        Inline::code(&change.element),
    ]);
    item(sign, head, Vec::new())
}

fn pack(change: &PackChange) -> Item {
    let sign = match change.done {
        Done::Added => '+',
        Done::Removed => '-',
        Done::Renamed | Done::Changed => '~',
    };
    let told = match (change.kind.as_str(), &change.before, &change.after) {
        ("pack", Some(before), Some(after)) => format!("{before} is now {after}"),
        (_, _, Some(title)) | (_, Some(title), None) => title.clone(),
        _ => String::new(),
    };
    let word = match change.done {
        Done::Added => "new",
        Done::Removed => "gone",
        Done::Renamed | Done::Changed => "changed",
    };
    item(sign, Inline::words(&[format!("{} {}", word, change.kind).into(), Inline::code(&change.name), told.into()]), Vec::new())
}

fn packs_sum(changes: &[PackChange]) -> String {
    let of = |kind: &str| changes.iter().filter(|change| change.kind == kind).count();
    let parts = [(of("pack"), "pack"), (of("rule"), "rule"), (of("module"), "module")];
    let parts: Vec<String> = parts.into_iter().filter(|(number, _)| *number > 0).map(|(n, noun)| count(n, noun)).collect();
    list(&parts, "and")
}

/// `2 new, 1 gone`.
pub(super) fn sums(parts: &[(usize, &str)]) -> String {
    let parts: Vec<String> =
        parts.iter().filter(|(number, _)| *number > 0).map(|(number, word)| format!("{number} {word}")).collect();
    parts.join(", ")
}
