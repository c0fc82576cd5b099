//! The changes in words, before anybody knows in which format: sections of items, each with a sign.

use super::pieces::{self, element, facts, standing, version};
use crate::backends::page::Inline;
use crate::diff::{
    Aspect, ClauseChange, Course, DecisionChange, Delta, Done, ElementChange, Fate, PackChange, QuestionChange, SoftwareChange,
    SurfaceChange, ThreatChange, Turn,
};
use crate::report::State;
use crate::words::{capitalised, count, list};

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
        section("Components, ports, flows and boundaries", done(&ports), elements(&ports)),
        section("Data, controls, assumptions and the rest", done(&others), elements(&others)),
        section("Questions", questions_sum(&delta.questions), delta.questions.iter().map(question).collect()),
        section("Clauses", clauses_sum(&delta.clauses), delta.clauses.iter().map(clause).collect()),
        section("Software", count(delta.software.len(), "change"), delta.software.iter().map(software).collect()),
        section("Packs and rules", packs_sum(&delta.packs), delta.packs.iter().map(pack).collect()),
    ];
    all.retain(|section| !section.items.is_empty());
    all
}

/// What the change leaves to be done, in a sentence; and whether the gate refuses any of it.
pub(super) fn verdict(delta: &Delta) -> (bool, String) {
    let new = || delta.threats.iter().filter(|threat| threat.is_new_work());
    let state = |state: State| new().filter(|threat| threat.after.as_ref().is_some_and(|now| now.state == state)).count();
    let (open, undecided) = (state(State::Open), state(State::Question));
    let fate = |fates: &[Fate]| delta.decisions.iter().filter(|change| fates.contains(&change.fate)).count();
    let mut parts = Vec::new();
    if open > 0 {
        parts.push(count(open, "open threat"));
    }
    if undecided > 0 {
        let asked = delta.questions.iter().filter(|question| question.done == Done::Added).count();
        let asked = if asked > 0 { format!(" ({} to answer)", count(asked, "new question")) } else { String::new() };
        parts.push(format!("{} undecided{asked}", count(undecided, "threat")));
    }
    for (fates, noun) in [(&[Fate::Stale][..], "stale"), (&[Fate::Expired], "expired"), (&[Fate::UnderReview], "to be reviewed")]
    {
        if fate(fates) > 0 {
            parts.push(format!("{} {noun}", count(fate(fates), "decision")));
        }
    }
    let refused = delta.refused.len();
    if parts.is_empty() {
        let nothing = match delta {
            _ if delta.otherwise => "The models differ in something that is not compared here.",
            _ if delta.is_empty() => "Nothing in the model changed.",
            _ => "No threat is new and unanswered, and no decision has to be looked at again.",
        };
        return (false, nothing.to_owned());
    }
    let gate = match refused {
        0 => "The gate lets it pass.".to_owned(),
        1 => "The gate refuses 1 of the threats.".to_owned(),
        refused => format!("The gate refuses {refused} of the threats."),
    };
    (refused > 0, format!("This change adds {}. {gate}", list(&parts, "and")))
}

fn is_drawn(kind: &str) -> bool {
    matches!(kind, "actor" | "external" | "process" | "store" | "port" | "boundary" | "flow")
}

fn item(sign: char, head: Inline, lines: Vec<Inline>) -> Item {
    Item { sign, head, lines: lines.into_iter().filter(|line| !line.is_empty()).collect() }
}

/// Items of the attack surface; the protections that one element lost, or gained, are one.
pub(super) fn surface<'d>(changes: impl Iterator<Item = &'d SurfaceChange>) -> Vec<Item> {
    let mut grouped: Vec<Vec<&SurfaceChange>> = Vec::new();
    for change in changes {
        let alike = |group: &&mut Vec<&SurfaceChange>| {
            group[0].aspect == Aspect::Protection && (group[0].turn, &group[0].element) == (change.turn, &change.element)
        };
        match grouped.iter_mut().find(alike).filter(|_| change.aspect == Aspect::Protection) {
            Some(group) => group.push(change),
            None => grouped.push(vec![change]),
        }
    }
    grouped.iter().map(|group| surface_item(group)).collect()
}

fn surface_item(group: &[&SurfaceChange]) -> Item {
    let sign = match group[0].turn {
        Turn::Wider => '!',
        Turn::Otherwise => '~',
        Turn::Narrower => '✓',
    };
    let told = |change: &&SurfaceChange| {
        let (was, is) = (change.before.as_deref().unwrap_or_default(), change.after.as_deref().unwrap_or_default());
        format!("{} was {was}, is {is}", change.attribute.as_deref().unwrap_or_default().replace('_', " "))
    };
    let text = match group {
        [only] => only.text.clone(),
        [first, ..] => {
            let word = if first.turn == Turn::Wider { "lost" } else { "gained" };
            let all: Vec<String> = group.iter().map(told).collect();
            format!("{word} protections of {}: {}", pieces::named(&first.name, &first.element), all.join("; "))
        }
        [] => String::new(),
    };
    item(sign, format!("{} ({})", capitalised(&text), group[0].place).into(), Vec::new())
}

fn turns(items: &[Item]) -> String {
    let of = |sign: char| items.iter().filter(|item| item.sign == sign).count();
    sums(&[(of('!'), "wider"), (of('✓'), "narrower"), (of('~'), "otherwise")])
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

/// One decision.
pub(super) fn decision(change: &DecisionChange) -> Item {
    let (sign, word) = match change.fate {
        Fate::Stale => ('!', "stale: the threat is not there any more"),
        Fate::Expired => ('!', "expired"),
        Fate::UnderReview => ('!', "to be reviewed: what it rests on has changed"),
        Fate::Withdrawn => ('-', "withdrawn"),
        Fate::Changed => ('~', "changed"),
        Fate::Renewed => ('~', "counts again"),
        Fate::Made => ('+', "new"),
    };
    let kind = if change.decision.is_empty() { String::new() } else { format!("{}, ", change.decision) };
    let head = Inline::words(&[Inline::code(&change.threat), format!("{kind}{word} ({})", change.place).into()]);
    let approved = change.approved_by.as_ref().map_or(String::new(), |by| format!(" (approved by {by})"));
    let mut lines = vec![format!("{}{approved}", change.reason).into()];
    lines.extend(change.fields.iter().map(|field| {
        let or_nothing = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("“{text}”") };
        format!("{}: was {}, is {}", field.name, or_nothing(&field.before), or_nothing(&field.after)).into()
    }));
    lines.extend(change.because.iter().map(|reason| format!("because {reason}").into()));
    item(sign, head, lines)
}

fn fates(changes: &[DecisionChange]) -> String {
    let of = |fate: Fate| changes.iter().filter(|change| change.fate == fate).count();
    sums(&[
        (of(Fate::Stale), "stale"),
        (of(Fate::Expired), "expired"),
        (of(Fate::UnderReview), "to be reviewed"),
        (of(Fate::Made), "new"),
        (of(Fate::Changed), "changed"),
        (of(Fate::Renewed), "counting again"),
        (of(Fate::Withdrawn), "withdrawn"),
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
fn sums(parts: &[(usize, &str)]) -> String {
    let parts: Vec<String> =
        parts.iter().filter(|(number, _)| *number > 0).map(|(number, word)| format!("{number} {word}")).collect();
    parts.join(", ")
}
