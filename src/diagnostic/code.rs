//! The registry of messages: every code has a severity, a title and a page that `ward explain` prints.

/// How bad a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The model compiles; somebody should look.
    Warning,
    /// The model does not compile.
    Error,
}

impl Severity {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($name:ident = $id:literal, $severity:ident, $title:literal;)*) => {
        /// Every message the compiler can give. Codes are never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $name,)*
        }

        impl Code {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// `TM0101`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// What it says, in general.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// How bad it is in a draft.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => codes!(@severity $severity),)* }
            }

            /// Whether a release refuses it, where a draft only warns.
            pub fn fails_release(self) -> bool {
                match self { $(Self::$name => codes!(@release $severity),)* }
            }

            /// The page `ward explain` prints, in Markdown.
            pub fn page(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("explain/", $id, ".md")),)* }
            }
        }
    };
    (@severity Error) => { Severity::Error };
    (@severity Warning) => { Severity::Warning };
    (@severity Release) => { Severity::Warning };
    (@release Error) => { false };
    (@release Warning) => { false };
    (@release Release) => { true };
}

// `Release` is a warning in a draft and an error in a release.
codes! {
    Unexpected = "TM0001", Error, "something stands where it cannot";
    LineEndsEarly = "TM0002", Error, "the line ends before it is complete";
    UnclosedBracket = "TM0003", Error, "a bracket is never closed";
    NothingOpen = "TM0004", Error, "a bracket closes nothing";
    UnterminatedText = "TM0005", Error, "a text has no closing quotation mark";
    Unrecognised = "TM0006", Error, "a character has no meaning in this language";
    UnknownEscape = "TM0007", Error, "an escape means nothing";
    NumberTooLarge = "TM0008", Error, "a number is too large";
    NoSuchDay = "TM0009", Error, "a date is not in the calendar";
    TooDeep = "TM0010", Error, "something is nested too deeply";
    NoSuchKeyword = "TM0011", Error, "a word does not begin a declaration";

    UnreadableFile = "TM0101", Error, "a file cannot be read";
    MissingImport = "TM0102", Error, "an imported file does not exist";
    ImportCycle = "TM0103", Error, "files import each other in a circle";
    ImportEscapes = "TM0104", Error, "an import leaves the model's folder";
    UnknownLibrary = "TM0105", Error, "an imported library module does not exist";

    UnknownName = "TM0201", Error, "a name is declared nowhere";
    DuplicateName = "TM0202", Error, "a name is declared twice";
    UnknownAttribute = "TM0203", Error, "an attribute is declared nowhere";
    WrongValue = "TM0204", Error, "a value does not fit its attribute";
    DuplicateAttribute = "TM0205", Error, "an attribute is set twice";
    UnknownType = "TM0206", Error, "a type is declared nowhere";
    WrongKind = "TM0207", Error, "something is of the wrong kind";
    TypeCycle = "TM0208", Error, "types inherit from or contain each other in a circle";
    Misplaced = "TM0209", Error, "a member cannot stand here";
    FlowEnd = "TM0210", Error, "a flow cannot end here";
    MediumMismatch = "TM0211", Error, "a protocol does not run on the medium of a port";
    MissingPart = "TM0212", Error, "a declaration lacks something it needs";
    SystemCount = "TM0213", Error, "a model has two systems";

    UnusedData = "TM0251", Warning, "nothing carries or holds a class of data";
    UnexplainedPort = "TM0252", Release, "nothing uses a port and nothing says why it is there";
    OutsideBoundaries = "TM0253", Warning, "a process or store stands outside every boundary";
    UnboundCrossing = "TM0254", Release, "a flow enters or leaves the device without a port";
    EnabledDebugPort = "TM0255", Release, "a debug port is enabled as shipped";
    UnevidencedClaim = "TM0256", Warning, "a protection is claimed with no control behind it";

    RuleType = "TM0301", Error, "an expression does not make sense";
    NeverHolds = "TM0302", Error, "a comparison can never hold";
    RuleShape = "TM0303", Error, "a rule lacks something it needs";
    BadTemplate = "TM0304", Error, "a template cannot be read";
    UnknownFunction = "TM0305", Error, "a function does not exist";
    DefineCycle = "TM0306", Error, "derived attributes depend on each other in a circle";
    UnmetExpectation = "TM0307", Error, "a test did not find what it expects";
    UntestedRule = "TM0308", Warning, "a rule is not tested in all its cases";
    UnreadAttribute = "TM0309", Warning, "nothing reads an attribute";
    BadIdentifier = "TM0310", Error, "an identifier is not in the list it refers to";
    NeverFires = "TM0311", Warning, "a rule can never fire";
    NeverMitigated = "TM0312", Warning, "a mitigation can never hold";
    SameRule = "TM0313", Warning, "two rules say the same";
    EmptyCells = "TM0314", Warning, "no rule is about a kind of element in a category";
    UnknownAsker = "TM0315", Error, "documents ask by a derived attribute that does not exist";
    UncheckedQuestion = "TM0316", Error, "a clause says how its check is read, and has none";

    StaleResponse = "TM0401", Error, "a decision is about a threat that does not exist";
    ExpiredResponse = "TM0402", Release, "a decision has expired";
    ResponseShape = "TM0403", Error, "a decision does not say exactly one thing";
    AssertionViolated = "TM0404", Error, "an assertion does not hold";
    AssertionUndecided = "TM0405", Release, "an assertion cannot be decided";
    UnapprovedAcceptance = "TM0406", Release, "an acceptance does not say who approved it and by which policy";
    UndecidedThreats = "TM0411", Release, "threats have neither an answer nor a decision";
    UncontrolledMitigation = "TM0412", Release, "a decision to mitigate names no control, or one without requirement or verification";
    InformationOnly = "TM0413", Release, "a threat is met by information alone, with no reason against design or protection";
    IncompleteTransfer = "TM0414", Release, "a transfer does not say to whom, or what they are told";
    UnattachedControl = "TM0415", Release, "a decision names a control that does not protect the element";
    MovedGround = "TM0416", Release, "the ground of a decision has moved";
    IncompleteAssumption = "TM0417", Release, "an assumption has no owner, or does not say what follows if it is false";
    VagueAssumption = "TM0418", Release, "an assumption uses words that nobody can check";
    EmptyAssumption = "TM0419", Error, "an assumption says nothing that could be checked";
    IdleRequirement = "TM0420", Release, "nothing relies on a requirement on the environment";

    AnswerShape = "TM0421", Error, "an answer to a clause does not say exactly one thing";
    AnsweredTwice = "TM0422", Error, "a clause is answered twice";
    UnknownClause = "TM0423", Error, "an answer is about a clause that does not exist";
    AnswerAgainstModel = "TM0424", Release, "an answer says that a clause does not apply, and the model holds what it is about";
    EvidenceWithoutPlace = "TM0425", Release, "an answer names a document and not where in it";

    EmptyOmission = "TM0431", Error, "a view is left out without a reason";
    FlowOutsideView = "TM0432", Release, "a view names a flow that it cannot show";
    UnknownFilter = "TM0433", Error, "a view filters by a derived attribute that does not exist";

    SchemeShape = "TM0601", Error, "a risk scheme lacks something it needs";
    SchemeName = "TM0602", Error, "a scale has no such value";
    TwoSchemes = "TM0603", Error, "a model has two risk schemes";
    InformationLowers = "TM0604", Error, "information alone lowers a risk";
    FactorShape = "TM0605", Error, "a factor of risk lacks something it needs";
    UnfoundedResidual = "TM0606", Release, "a residual risk is stated as lower with no control that makes it so";
    LoweredSeverity = "TM0607", Release, "a severity is stated as lower with no reason";
    BadVector = "TM0608", Error, "a CVSS vector cannot be read";
    FallingLevel = "TM0609", Warning, "a matrix rates something worse as a lower risk";

    UnreadableBill = "TM0701", Error, "a bill of materials or a VEX document cannot be read";
    BrokenBill = "TM0702", Error, "a bill of materials or a VEX document is broken";
    UnknownBill = "TM0703", Error, "a document is in a format that is not read";
    UnknownProduct = "TM0704", Release, "a VEX statement is about what no bill of materials lists";
    DuplicateComponents = "TM0705", Warning, "a bill of materials lists a component twice";
    UnversionedComponents = "TM0706", Release, "a bill of materials lists a component without a version";
    UnreasonedVex = "TM0707", Release, "a vulnerability is said not to matter, with no reason";
    ExploitableVulnerability = "TM0708", Release, "an exploitable vulnerability re-opens threats";
    StaleVulnerability = "TM0709", Warning, "a decision names a vulnerability that no document speaks of";

    Manifest = "TM0501", Error, "the manifest cannot be understood";
    LayoutFile = "TM0502", Error, "the layout file cannot be understood";
    Template = "TM0503", Error, "a template cannot be filled in";
}

impl Code {
    /// The code written `TM0101`, in any case.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
    }
}
