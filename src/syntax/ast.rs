//! What was written, in the order it was written. Every hole has a node; comments stay in the text.

use ecow::EcoString;

pub use super::date::Date;
use crate::text::Span;

/// A name and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As written.
    pub text: EcoString,
    /// Where.
    pub span: Span,
}

/// A text, its escapes resolved.
pub type Text = Name;

/// `a.b.c`; empty where a reference is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The names between the dots.
    pub names: Vec<Name>,
    /// From the first to the last.
    pub span: Span,
}

impl Path {
    /// `a.b.c` as text.
    pub fn text(&self) -> String {
        let Some((first, rest)) = self.names.split_first() else { return String::new() };
        rest.iter().fold(first.text.to_string(), |path, name| path + "." + &name.text)
    }
}

/// A file, or the body of a declaration.
pub type Body = Vec<Member>;

/// One line or block: whether it may stand where it stands is decided later.
#[derive(Debug, Clone, PartialEq)]
pub enum Member {
    /// `name: value`
    Attribute(Attribute),
    /// `KIND name "Title" : Type { … }`
    Declaration(Box<Declaration>),
    /// `flow name: a -> b over P { … }`
    Flow(Box<Flow>),
    /// `import std.medical` or `import "x.tm"`
    Import(Import),
    /// `extend a.b { … }`
    Extend(Box<Extend>),
    /// `attribute flow.encrypted : bool "…?"`
    AttributeDeclaration(Box<AttributeDeclaration>),
    /// `define flow.x : bool = …`
    Define(Box<Define>),
    /// `respond RULE @ a.b { … }`
    Respond(Box<Respond>),
    /// `answer STANDARD.CLAUSE { … }`
    Answer(Box<Answer>),
    /// `assert "…": …`
    Assert(Box<Assert>),
    /// `test "…" { … }`
    Test(Box<Test>),
    /// `expect RULE @ a.b open`
    Expect(Box<Expect>),
    /// `for flow f where (…)`
    For(Box<For>),
    /// `applies when …`
    When(Box<When>),
    /// `provides { … }`
    Provides(Box<Provides>),
    /// `matrix { … }`
    Table(Box<Table>),
    /// `value "Title"` in an `enum` or `scale`.
    Value(Value),
    /// Text that could not be read; the diagnostic is elsewhere.
    Error(Span),
}

impl Member {
    /// What remains of a member when something that cannot be read follows it: what it says is not relied on, what it declares is.
    pub(super) fn followed_by_junk(self, junk: Span, more: Body) -> Self {
        let nothing = |span| Expr { kind: ExprKind::Error, span };
        match self {
            Self::Value(_) => Self::Error(junk),
            Self::Attribute(attribute) => Self::Attribute(Attribute { value: nothing(attribute.value.span), ..attribute }),
            Self::When(mut when) => {
                when.condition = nothing(when.condition.span);
                Self::When(when)
            }
            Self::For(mut binder) => {
                binder.condition = Some(nothing(binder.span));
                Self::For(binder)
            }
            Self::Assert(mut assert) => {
                assert.condition = nothing(assert.condition.span);
                Self::Assert(assert)
            }
            Self::Define(mut define) => {
                define.value = nothing(define.value.span);
                Self::Define(define)
            }
            Self::Declaration(mut declaration) => {
                declaration.base.get_or_insert(Path { names: Vec::new(), span: junk });
                declaration.body.extend(more);
                Self::Declaration(declaration)
            }
            Self::Flow(mut flow) => {
                flow.body.extend(more);
                Self::Flow(flow)
            }
            other => other,
        }
    }
}

/// `name: value`
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// Name of the attribute.
    pub name: Name,
    /// Its value.
    pub value: Expr,
}

/// Which word begins a [`Declaration`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keyword {
    /// `system`
    System,
    /// `actor`
    Actor,
    /// `external`
    External,
    /// `process`
    Process,
    /// `store`
    Store,
    /// `port`
    Port,
    /// `boundary`
    Boundary,
    /// `data`
    Data,
    /// `control`
    Control,
    /// `harm`
    Harm,
    /// `assumption`
    Assumption,
    /// `section`
    Section,
    /// `type`
    Type,
    /// `enum`
    Enum,
    /// `scale`
    Scale,
    /// `category`
    Category,
    /// `pack`
    Pack,
    /// `rule`
    Rule,
    /// `standard`
    Standard,
    /// `clause`
    Clause,
    /// `view`
    View,
    /// `scheme`
    Scheme,
    /// `factor`
    Factor,
}

impl Keyword {
    /// Every word that begins a declaration.
    pub const ALL: [(&'static str, Self); 23] = [
        ("system", Self::System),
        ("actor", Self::Actor),
        ("external", Self::External),
        ("process", Self::Process),
        ("store", Self::Store),
        ("port", Self::Port),
        ("boundary", Self::Boundary),
        ("data", Self::Data),
        ("control", Self::Control),
        ("harm", Self::Harm),
        ("assumption", Self::Assumption),
        ("section", Self::Section),
        ("type", Self::Type),
        ("enum", Self::Enum),
        ("scale", Self::Scale),
        ("category", Self::Category),
        ("pack", Self::Pack),
        ("rule", Self::Rule),
        ("standard", Self::Standard),
        ("clause", Self::Clause),
        ("view", Self::View),
        ("scheme", Self::Scheme),
        ("factor", Self::Factor),
    ];

    /// The keyword a word is.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(text, _)| *text == word).map(|(_, keyword)| *keyword)
    }

    /// The word.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// `KIND name "Title" : Type { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Declaration {
    /// Which kind of thing.
    pub keyword: Keyword,
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// Its type, base or category.
    pub base: Option<Path>,
    /// What stands in its braces.
    pub body: Body,
    /// All of it.
    pub span: Span,
}

/// `flow name "Title": a -> b over P { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// Where it starts.
    pub source: Path,
    /// Whether it is `<->`.
    pub two_way: bool,
    /// Where it ends.
    pub target: Path,
    /// The protocol.
    pub over: Option<Path>,
    /// What stands in its braces.
    pub body: Body,
    /// All of it.
    pub span: Span,
}

/// `import …`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// What is imported.
    pub what: Imported,
    /// All of it.
    pub span: Span,
}

/// What an import names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Imported {
    /// `"hospital.tm"`
    File(Text),
    /// `std.medical`
    Library(Path),
}

/// `extend a.b { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Extend {
    /// What is added to.
    pub target: Path,
    /// What is added.
    pub body: Body,
    /// All of it.
    pub span: Span,
}

/// `attribute OWNER.NAME : TYPE "Question?" { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeDeclaration {
    /// Owner and name.
    pub path: Path,
    /// Type of its values.
    pub value_type: ValueType,
    /// The question that an unset one asks.
    pub question: Option<Text>,
    /// Attributes of the attribute.
    pub body: Body,
    /// All of it.
    pub span: Span,
}

/// A type of values, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueType {
    /// `bool`, `text`, `port`, `severity`, …
    Named(Path),
    /// `one of a, b`
    OneOf(Vec<Name>),
    /// `list of …`
    List(Box<ValueType>),
    /// `control type`
    TypeOf(Path),
}

/// `define OWNER.NAME : TYPE = expression`
#[derive(Debug, Clone, PartialEq)]
pub struct Define {
    /// Owner and name.
    pub path: Path,
    /// Type of its values, where one is written.
    pub value_type: Option<ValueType>,
    /// What it is.
    pub value: Expr,
    /// All of it.
    pub span: Span,
}

/// `respond RULE @ path { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Respond {
    /// The rule.
    pub rule: Path,
    /// The element.
    pub element: Path,
    /// The decision.
    pub body: Body,
    /// All of it.
    pub span: Span,
}

/// `answer STANDARD.CLAUSE { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The clause by its path; by the id that documents print, where it is written as a text: then the one name is the id.
    pub clause: Path,
    /// What is said.
    pub body: Body,
    /// All of it.
    pub span: Span,
}

/// `assert "…": …`
#[derive(Debug, Clone, PartialEq)]
pub struct Assert {
    /// What is claimed.
    pub text: Text,
    /// The condition.
    pub condition: Expr,
    /// All of it.
    pub span: Span,
}

/// `test "…" { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// What is tested.
    pub text: Text,
    /// A model and expectations.
    pub body: Body,
    /// All of it.
    pub span: Span,
}

/// `expect RULE @ path STATE`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expect {
    /// The rule.
    pub rule: Path,
    /// The element.
    pub element: Path,
    /// The state of the finding.
    pub state: Name,
    /// All of it.
    pub span: Span,
}

/// `for KIND name where (…)`
#[derive(Debug, Clone, PartialEq)]
pub struct For {
    /// Kind, group or type.
    pub domain: Path,
    /// What the element is called.
    pub name: Name,
    /// Which of them.
    pub condition: Option<Expr>,
    /// All of it.
    pub span: Span,
}

/// Which condition of a rule or clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// `applies when`
    Applies,
    /// `mitigated when`
    Mitigated,
    /// `satisfied when`
    Satisfied,
}

/// `applies when …`
#[derive(Debug, Clone, PartialEq)]
pub struct When {
    /// Which.
    pub which: Condition,
    /// The condition.
    pub condition: Expr,
    /// All of it.
    pub span: Span,
}

/// `provides { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Provides {
    /// The facts.
    pub body: Body,
    /// All of it.
    pub span: Span,
}

/// The tables of a risk scheme. Each word begins one only where a brace follows it.
pub const TABLES: [&str; 4] = ["start", "reduces", "severities", "matrix"];

/// `matrix { … }`: a table of a risk scheme, a line a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Which table.
    pub name: Name,
    /// Its rows.
    pub body: Body,
    /// All of it.
    pub span: Span,
}

/// `value "Title"`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The value.
    pub name: Name,
    /// What it is called in texts.
    pub title: Option<Text>,
}

/// An expression and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where.
    pub span: Span,
}

/// A literal, a name or an operation.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// `a.b.c`
    Path(Path),
    /// `"…"`
    Text(EcoString),
    /// `443`
    Int(i64),
    /// `2027-06-30`
    Date(Date),
    /// `yes` or `no`
    Bool(bool),
    /// `unknown`
    Unknown,
    /// `[a, b]`
    List(Vec<Expr>),
    /// `f(a, b)`
    Call {
        /// The function.
        function: Box<Name>,
        /// What it is given.
        arguments: Vec<Expr>,
    },
    /// `not a`
    Not(Box<Expr>),
    /// `a and b and c`
    And(Vec<Expr>),
    /// `a or b or c`
    Or(Vec<Expr>),
    /// `a == b`
    Compare(Box<Comparison>),
    /// `a in b`, `a not in b`
    In {
        /// What is looked for.
        item: Box<Expr>,
        /// Where.
        list: Box<Expr>,
        /// Whether it is `not in`.
        negated: bool,
    },
    /// `a is Type`, `a is not Type`
    Is {
        /// What is asked about.
        item: Box<Expr>,
        /// Kind, group or type.
        of: Box<Path>,
        /// Whether it is `is not`.
        negated: bool,
    },
    /// `any x in xs where (…)`
    Quantifier(Box<Quantifier>),
    /// Something that could not be read.
    Error,
}

/// `a == b`
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The left side.
    pub left: Expr,
    /// How the sides are compared.
    pub operator: Operator,
    /// The right side.
    pub right: Expr,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Operator {
    /// As written.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }

    /// Whether it asks for an order, not only for equality.
    pub fn is_ordering(self) -> bool {
        !matches!(self, Self::Equal | Self::NotEqual)
    }
}

/// `any x in xs where (…)`
#[derive(Debug, Clone, PartialEq)]
pub struct Quantifier {
    /// Which.
    pub which: Quantity,
    /// What each item is called.
    pub name: Name,
    /// The items.
    pub list: Expr,
    /// The condition.
    pub condition: Expr,
}

/// How many items must fulfil a condition, or which do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// At least one.
    Any,
    /// Every one.
    All,
    /// How many do.
    Count,
    /// Those that do.
    Each,
}
