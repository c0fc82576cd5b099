//! The changes as data. Lists are in the order of the models; what is not named is as it was.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::State;
use crate::report::diagram::Diagram;

/// Version of the shape of [`Delta`] as JSON; grows when a reader would have to change.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything that is otherwise than it was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Delta {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Name and version of the program that compared.
    pub generator: String,
    /// The earlier model.
    pub before: SideRow,
    /// The later one.
    pub after: SideRow,
    /// Where attackers get in, and what protects: the changes a reviewer looks at first.
    pub surface: Vec<SurfaceChange>,
    /// Threats.
    pub threats: Vec<ThreatChange>,
    /// Ids of the threats that this change leaves unanswered and the gate refuses.
    pub refused: Vec<String>,
    /// Decisions.
    pub decisions: Vec<DecisionChange>,
    /// What else is wrong in what is said about the model, or is not any more: answers, views, assertions, records of decisions.
    pub errors: Vec<ErrorChange>,
    /// What the model claims of itself.
    pub assertions: Vec<AssertionChange>,
    /// Elements of every kind, fact by fact.
    pub elements: Vec<ElementChange>,
    /// Questions that the model leaves open or answers now.
    pub questions: Vec<QuestionChange>,
    /// Clauses of standards.
    pub clauses: Vec<ClauseChange>,
    /// What elements are built of.
    pub software: Vec<SoftwareChange>,
    /// Rules and libraries.
    pub packs: Vec<PackChange>,
    /// By what the model is judged: the gate and the packs of the manifest, the risk scheme.
    pub settings: Vec<SettingChange>,
    /// Pictures, before and after, with marks; not part of the JSON.
    #[serde(skip)]
    pub views: Vec<ViewChange>,
    /// Whether the models differ in something that is not among the above.
    pub otherwise: bool,
}

impl Delta {
    /// Whether nothing is otherwise than it was.
    pub fn is_empty(&self) -> bool {
        let lists = [
            self.surface.is_empty(),
            self.threats.is_empty(),
            self.decisions.is_empty(),
            self.errors.is_empty(),
            self.assertions.is_empty(),
            self.settings.is_empty(),
            self.elements.is_empty(),
            self.questions.is_empty(),
            self.clauses.is_empty(),
            self.software.is_empty(),
            self.packs.is_empty(),
        ];
        lists.iter().all(|empty| *empty) && !self.otherwise
    }

    /// What the change breaks: decisions that stand on nothing, and other errors in what is said about the model.
    pub fn broken(&self) -> usize {
        let stale = self.decisions.iter().filter(|change| change.fate == Fate::Stale).count();
        stale + self.errors.iter().filter(|change| change.done == Done::Added).count()
    }

    /// Whether the change is to be refused: it leaves threats unanswered that the gate does not let pass, or breaks something.
    pub fn is_refused(&self) -> bool {
        !self.refused.is_empty() || self.broken() > 0
    }
}

/// One of the two models.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SideRow {
    /// What was compared: a revision with its commit, or a path.
    pub name: String,
    /// Name of the system.
    pub device: String,
    /// Version of the device.
    pub version: Option<String>,
    /// First digits of the digest of the model's content.
    pub model_hash: String,
    /// Packs and their versions.
    pub packs: Vec<String>,
    /// From where the libraries with the rules were taken, a sentence each.
    pub packs_from: Vec<String>,
    /// The day decisions were held against.
    pub day: Option<String>,
}

/// What was done to something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Done {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It is called otherwise and is the same (`was:`).
    Renamed,
    /// Something is said of it that was not, or otherwise.
    #[default]
    Changed,
}

/// An element of the model.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ElementChange {
    /// Identity.
    pub id: String,
    /// `process`, `port`, `control`, …
    pub kind: String,
    /// Name.
    pub name: String,
    /// What was done to it.
    pub done: Done,
    /// Where it was declared before, if it was renamed: its path.
    pub path_before: Option<String>,
    /// Its path now, if it was renamed.
    pub path_after: Option<String>,
    /// The element it stands in, where the same was done to that.
    pub within: Option<String>,
    /// Where it was declared, `file:line`.
    pub place_before: Option<String>,
    /// Where it is declared.
    pub place_after: Option<String>,
    /// An element of the same kind and last name that came or went in the same change: perhaps this one was moved.
    pub perhaps: Option<String>,
    /// What is said of it otherwise; of an element that came or went, what was set on it.
    pub facts: Vec<FactChange>,
}

/// A fact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactChange {
    /// Name of the attribute.
    pub attribute: String,
    /// What held before; `None` where nobody had said.
    pub before: Option<Told>,
    /// What holds now; `None` where nobody says.
    pub after: Option<Told>,
}

/// What is said, and why it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Told {
    /// The value, in words.
    pub value: String,
    /// `set`, `provided by the control x`, …
    pub origin: String,
    /// Where it is written, `file:line`.
    pub place: String,
}

/// Which way the attack surface moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Turn {
    /// There is more to attack, or less in the way.
    Wider,
    /// Neither can be said.
    #[default]
    Otherwise,
    /// There is less to attack, or more in the way.
    Narrower,
}

/// What happened at the attack surface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// A port came or went.
    #[default]
    WayIn,
    /// A flow across a trust boundary came or went.
    Crossing,
    /// A flow crosses other boundaries than it did.
    BoundaryMoved,
    /// An element is reached from elsewhere.
    Exposure,
    /// A port is shipped in another state, or open to others.
    State,
    /// A protection was lost or gained.
    Protection,
    /// A control came, went, or counts otherwise.
    Control,
}

/// A change of the attack surface.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SurfaceChange {
    /// Which way.
    pub turn: Turn,
    /// What.
    pub aspect: Aspect,
    /// Identity of the element.
    pub element: String,
    /// Name of the element.
    pub name: String,
    /// The change, in words.
    pub text: String,
    /// The attribute it is about, where it is about one.
    pub attribute: Option<String>,
    /// What it was before, where it was something.
    pub before: Option<String>,
    /// What it is now.
    pub after: Option<String>,
    /// Where it is written now, `file:line`; where it was, if it is gone.
    pub place: String,
}

/// What happened to a threat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Course {
    /// It was settled and is open, or a question, again.
    Reopened,
    /// It was not there before.
    New,
    /// It was a question, and the answer opens it.
    Opened,
    /// It has another risk.
    Rerated,
    /// It is settled otherwise, or became a question.
    #[default]
    Moved,
    /// It was open, or a question, and is settled.
    Settled,
    /// It is not there any more.
    Gone,
}

/// A threat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ThreatChange {
    /// `RULE@element`.
    pub id: String,
    /// What happens, in short.
    pub title: String,
    /// Who does what to which element, with which effect.
    pub statement: String,
    /// Title of the category.
    pub category: String,
    /// Name of the element.
    pub element_name: String,
    /// What happened to it.
    pub course: Course,
    /// How it stood.
    pub before: Option<Standing>,
    /// How it stands.
    pub after: Option<Standing>,
    /// Which changes made the difference, a sentence each.
    pub because: Vec<String>,
    /// Whether the gate refuses it.
    pub refused: bool,
    /// Where the element is declared, `file:line`.
    pub place: String,
}

impl ThreatChange {
    /// Whether this change leaves it unanswered: it is new, open again, or opened by an answer.
    pub fn is_new_work(&self) -> bool {
        let unanswered = self.after.as_ref().is_some_and(|now| matches!(now.state, State::Open | State::Question));
        unanswered && matches!(self.course, Course::New | Course::Reopened | Course::Opened)
    }
}

/// How a threat stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// The level of the risk that is left; `None` where it is not known.
    pub risk: Option<String>,
    /// How easily it is exploited, with the controls in place.
    pub exploitability: String,
    /// How severe the worst harm is.
    pub severity: Option<String>,
}

/// What happened to a decision.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It stands on nothing: its threat, its rule or its element is not there any more.
    Stale,
    /// Its day has passed.
    Expired,
    /// A fact it rests on has changed, or a vulnerability undoes it.
    UnderReview,
    /// It was taken back, or went with its threat.
    Withdrawn,
    /// It stood on nothing, and is gone.
    Cleared,
    /// It says otherwise.
    #[default]
    Changed,
    /// It counts again.
    Renewed,
    /// It was made.
    Made,
}

/// A decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecisionChange {
    /// The threat it is about.
    pub threat: String,
    /// `accept`, `mitigate`, …
    pub decision: String,
    /// What happened to it.
    pub fate: Fate,
    /// Why it was decided so.
    pub reason: String,
    /// What is missing under it, where it stands, or stood, on nothing.
    pub missing: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// What it says otherwise.
    pub fields: Vec<FieldChange>,
    /// Which changed facts it rested on, a sentence each.
    pub because: Vec<String>,
    /// Where it is written, `file:line`; where it was, if it is gone.
    pub place: String,
}

/// A mistake in what is said about the model.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ErrorChange {
    /// `TM0404`; `ward explain` has a page about it.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// Why.
    pub notes: Vec<String>,
    /// What to do.
    pub helps: Vec<String>,
    /// Whether it came, or went.
    pub done: Done,
    /// Where it is, `file:line`; where it was, if it is gone.
    pub place: String,
}

/// An assertion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AssertionChange {
    /// What is claimed.
    pub text: String,
    /// What was done to it.
    pub done: Done,
    /// The condition before.
    pub before: Option<String>,
    /// The condition now.
    pub after: Option<String>,
    /// Where it is written, `file:line`; where it was, if it is gone.
    pub place: String,
}

/// Something by which the model is judged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SettingChange {
    /// `gate.open_at_or_above`, `risk scheme: accepted`, …
    pub name: String,
    /// What it was before.
    pub before: Option<String>,
    /// What it is now.
    pub after: Option<String>,
}

/// A part of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldChange {
    /// Its name.
    pub name: String,
    /// What it said; empty where it said nothing.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// A question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuestionChange {
    /// `element.attribute`.
    pub id: String,
    /// The question.
    pub text: String,
    /// Whether it is asked now, or not any more.
    pub done: Done,
    /// The answer, where it was answered and not taken away.
    pub answer: Option<String>,
    /// How many threats hang, or hung, on it.
    pub threats: usize,
    /// Highest severity among them.
    pub severity: Option<String>,
    /// Where the element is declared, `file:line`.
    pub place: String,
}

/// A clause of a standard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClauseChange {
    /// The standard, with its edition.
    pub standard: String,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How the model stood to it; `None` where the standard was not imported.
    pub before: Option<String>,
    /// How it stands.
    pub after: Option<String>,
    /// Whether it needs more work than before.
    pub worse: bool,
    /// Why it stands so.
    pub reason: String,
}

/// A part of the software in an element, or a vulnerability of one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SoftwareChange {
    /// Identity of the element.
    pub element: String,
    /// Name of the element.
    pub element_name: String,
    /// `component` or `vulnerability`.
    pub kind: String,
    /// Name of the component, or id of the vulnerability with its component.
    pub name: String,
    /// Version of the component, or status of the vulnerability, before.
    pub before: Option<String>,
    /// The same now.
    pub after: Option<String>,
}

/// A pack, a rule or a module of a library.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PackChange {
    /// `pack`, `rule` or `module`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What was done to it.
    pub done: Done,
    /// Its version before, or the title of a rule.
    pub before: Option<String>,
    /// The same now.
    pub after: Option<String>,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewChange {
    /// Name of the view.
    pub id: String,
    /// Title of the view.
    pub title: String,
    /// What it showed, with marks; nothing where the view is new.
    pub before: Option<Diagram>,
    /// What it shows, with marks; nothing where the view is gone.
    pub after: Option<Diagram>,
    /// The changes in words, a sentence each.
    pub words: Vec<String>,
}
