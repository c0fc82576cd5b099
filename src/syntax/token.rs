//! The words and marks of `.tm`. Blanks, line ends and comments are tokens too, so that nothing is lost.

use logos::Logos;

/// What a lexeme is. The first half comes from the text, the keywords are told from names by `layout`.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Token {
    /// Spaces and tabs.
    #[regex(r"[ \t\r\u{feff}]+")]
    Whitespace,
    /// A line end.
    #[token("\n")]
    Newline,
    /// `// …`
    #[regex(r"//[^\n]*", allow_greedy = true)]
    Comment,
    /// `/// …`
    #[regex(r"///[^\n]*", priority = 20, allow_greedy = true)]
    DocComment,

    /// A name.
    #[regex(r"[\p{XID_Start}_][\p{XID_Continue}]*")]
    Ident,
    /// `"…"`
    #[regex(r#""([^"\\\n]|\\[^\n])*""#)]
    Str,
    /// `"""` … `"""`
    #[token("\"\"\"", text_block)]
    TextBlock,
    /// A text whose line ends before it does.
    #[regex(r#""([^"\\\n]|\\[^\n])*\\?"#)]
    UnterminatedStr,
    /// `443`
    #[regex(r"[0-9]+")]
    Int,
    /// `2027-06-30`
    #[regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", priority = 20)]
    Date,

    /// `{`
    #[token("{")]
    LBrace,
    /// `}`
    #[token("}")]
    RBrace,
    /// `[`
    #[token("[")]
    LBracket,
    /// `]`
    #[token("]")]
    RBracket,
    /// `(`
    #[token("(")]
    LParen,
    /// `)`
    #[token(")")]
    RParen,
    /// `:`
    #[token(":")]
    Colon,
    /// `,`
    #[token(",")]
    Comma,
    /// `.`
    #[token(".")]
    Dot,
    /// `@`
    #[token("@")]
    At,
    /// `=`
    #[token("=")]
    Assign,
    /// `->`
    #[token("->")]
    Arrow,
    /// `<->`
    #[token("<->")]
    BothWays,
    /// `==`
    #[token("==")]
    Eq,
    /// `!=`
    #[token("!=")]
    NotEq,
    /// `<`
    #[token("<")]
    Less,
    /// `<=`
    #[token("<=")]
    LessEq,
    /// `>`
    #[token(">")]
    Greater,
    /// `>=`
    #[token(">=")]
    GreaterEq,

    /// A word that begins a declaration with name, title, type and body; which one is read from the text.
    Declare,
    /// `flow`
    Flow,
    /// `import`
    Import,
    /// `extend`
    Extend,
    /// `attribute`
    Attribute,
    /// `define`
    Define,
    /// `respond`
    Respond,
    /// `answer`
    Answer,
    /// `assert`
    Assert,
    /// `test`
    Test,
    /// `expect`
    Expect,
    /// `for`
    For,
    /// `applies`
    Applies,
    /// `mitigated`
    Mitigated,
    /// `satisfied`
    Satisfied,
    /// `when`
    When,
    /// `provides`
    Provides,
    /// `matrix`, or another table of a risk scheme
    Table,
    /// `one`, in `one of`
    One,
    /// `list`, in `list of`
    ListWord,
    /// `of`
    Of,
    /// `type`, in `control type`
    TypeWord,
    /// `over`
    Over,
    /// `where`
    Where,
    /// `and`
    And,
    /// `or`
    Or,
    /// `not`
    Not,
    /// `in`
    In,
    /// `is`
    Is,
    /// `any`
    Any,
    /// `all`
    All,
    /// `count`, before a name
    Count,
    /// `each`, before a name
    Each,
    /// `yes`
    Yes,
    /// `no`
    No,
    /// `unknown`
    UnknownWord,

    /// The end of a member: made from line ends and commas.
    LineEnd,
    /// Text that is nothing of the language.
    Unrecognised,
    /// A word that begins no declaration, and was reported.
    Misread,
}

impl Token {
    /// Whether it is an operator that is a mark and not a word.
    pub(crate) fn is_mark(self) -> bool {
        matches!(
            self,
            Self::Arrow
                | Self::BothWays
                | Self::Eq
                | Self::NotEq
                | Self::Less
                | Self::LessEq
                | Self::Greater
                | Self::GreaterEq
                | Self::Assign
                | Self::At
                | Self::Dot
        )
    }

    /// Whether the parser never sees it.
    pub fn is_trivia(self) -> bool {
        matches!(self, Self::Whitespace | Self::Newline | Self::Comment | Self::DocComment)
    }
}

/// Reads up to the closing `"""`; without one the token ends with the lines that are indented deeper than the one it begins on.
fn text_block(lexer: &mut logos::Lexer<'_, Token>) -> Result<(), ()> {
    let rest = lexer.remainder();
    match rest.find("\"\"\"") {
        Some(end) => {
            lexer.bump(end + 3);
            Ok(())
        }
        None => {
            let before = &lexer.source()[..lexer.span().start];
            let indent = indentation(&before[before.rfind('\n').map_or(0, |at| at + 1)..]);
            let mut end = rest.find('\n').map_or(rest.len(), |at| at + 1);
            for line in rest[end..].split_inclusive('\n') {
                if !line.trim().is_empty() && indentation(line) <= indent {
                    break;
                }
                end += line.len();
            }
            lexer.bump(rest[..end].trim_end().len());
            Err(())
        }
    }
}

/// How many blanks a line begins with.
fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}
