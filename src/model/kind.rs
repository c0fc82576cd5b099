//! The kinds of things a model is made of, and sets of them.

use crate::syntax::ast::Keyword;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What something is. The notation fixes these; everything finer is a type of the library.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $name,)* }

        impl Kind {
            /// All kinds, in order.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The word for it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

kinds! {
    /// The whole that the model describes.
    System = "system";
    /// A person.
    Actor = "actor";
    /// A system outside the manufacturer's control.
    External = "external";
    /// Something that executes.
    Process = "process";
    /// Data at rest.
    Store = "store";
    /// A connection point.
    Port = "port";
    /// Where trust changes.
    Boundary = "boundary";
    /// Data that moves.
    Flow = "flow";
    /// A class of information.
    Data = "data";
    /// A security control.
    Control = "control";
    /// Harm to a patient or user.
    Harm = "harm";
    /// What the model takes for granted.
    Assumption = "assumption";
    /// Prose for a document.
    Section = "section";
    /// A protocol; only types are of this kind.
    Protocol = "protocol";
    /// A category of threats.
    Category = "category";
    /// A rule pack.
    Pack = "pack";
    /// A rule.
    Rule = "rule";
    /// A regulation, guidance or standard.
    Standard = "standard";
    /// A clause of one.
    Clause = "clause";
    /// A view.
    View = "view";
    /// A decision.
    Respond = "respond";
    /// What the model says about a clause.
    Answer = "answer";
    /// A risk scheme: how exploitability and severity are rated, and what is acceptable.
    Scheme = "scheme";
    /// A circumstance that makes a weakness easier or harder to exploit.
    Factor = "factor";
    /// An attribute, as a thing with attributes of its own.
    Attribute = "attribute";
}

impl Kind {
    /// The kind a declaration's keyword makes; nothing for `type`, `enum` and `scale`.
    pub fn of_keyword(keyword: Keyword) -> Option<Self> {
        Some(match keyword {
            Keyword::System => Self::System,
            Keyword::Actor => Self::Actor,
            Keyword::External => Self::External,
            Keyword::Process => Self::Process,
            Keyword::Store => Self::Store,
            Keyword::Port => Self::Port,
            Keyword::Boundary => Self::Boundary,
            Keyword::Data => Self::Data,
            Keyword::Control => Self::Control,
            Keyword::Harm => Self::Harm,
            Keyword::Assumption => Self::Assumption,
            Keyword::Section => Self::Section,
            Keyword::Category => Self::Category,
            Keyword::Pack => Self::Pack,
            Keyword::Rule => Self::Rule,
            Keyword::Standard => Self::Standard,
            Keyword::Clause => Self::Clause,
            Keyword::View => Self::View,
            Keyword::Scheme => Self::Scheme,
            Keyword::Factor => Self::Factor,
            Keyword::Type | Keyword::Enum | Keyword::Scale => return None,
        })
    }

    /// `a process`, `an actor`, `data`.
    pub fn with_article(self) -> String {
        if self == Self::Data { self.word().to_owned() } else { crate::words::article(self.word()) }
    }

    /// Whether a reader of the diagram would point at it and say "component".
    pub fn is_component(self) -> bool {
        KindSet::COMPONENT.contains(self)
    }

    /// Whether an element of kind `inner` may be declared inside one of this kind.
    pub fn may_hold(self, inner: Self) -> bool {
        let parts = match self {
            Self::Boundary => KindSet::DRAWN,
            Self::Process | Self::External => KindSet::DRAWN.without(Self::Actor),
            Self::Store => KindSet::of(Self::Port),
            Self::Standard => KindSet::of(Self::Clause),
            _ => KindSet::EMPTY,
        };
        parts.contains(inner)
    }
}

/// A set of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindSet(u32);

impl KindSet {
    /// None.
    pub const EMPTY: Self = Self(0);
    /// All.
    pub const ALL: Self = Self((1 << Kind::COUNT) - 1);
    /// What executes or stores: `component` in the language.
    pub const COMPONENT: Self = Self(1 << Kind::Process as u32 | 1 << Kind::Store as u32 | 1 << Kind::External as u32);
    /// What a diagram draws: `element` in the language.
    pub const DRAWN: Self = Self(
        Self::COMPONENT.0
            | 1 << Kind::Actor as u32
            | 1 << Kind::Port as u32
            | 1 << Kind::Boundary as u32
            | 1 << Kind::Flow as u32,
    );

    /// What rules look at: what is drawn, and the data, controls and harms that belong to it.
    pub const DESCRIBED: Self = Self(Self::DRAWN.0 | 1 << Kind::Data as u32 | 1 << Kind::Control as u32 | 1 << Kind::Harm as u32);

    /// Just one.
    pub fn of(kind: Kind) -> Self {
        Self(1 << kind as u32)
    }

    /// The kind or group a word names.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "element" => Some(Self::DRAWN),
            "component" => Some(Self::COMPONENT),
            _ => Kind::ALL.iter().find(|kind| kind.word() == word).map(|kind| Self::of(*kind)),
        }
    }

    /// Whether `kind` is in it.
    pub fn contains(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    /// Both.
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// All but one.
    pub fn without(self, kind: Kind) -> Self {
        Self(self.0 & !(1 << kind as u32))
    }

    /// What both have.
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether everything in it is in `other`.
    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Its kinds, in order.
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }

    /// `element`, `a port`, `a process or a store`.
    pub fn describe(self) -> String {
        if self == Self::DRAWN {
            return "an element".to_owned();
        }
        if self == Self::COMPONENT {
            return "a component".to_owned();
        }
        let words: Vec<String> = self.iter().map(Kind::with_article).collect();
        crate::words::list(&words, "or")
    }
}
