// The tokens of `.tm`, told from one another as the compiler's own layout tells them (`src/syntax/layout.rs`): a word is a keyword only where
// a member begins or between operands, and only when what follows it fits; a line end ends a member unless brackets are open or an
// operator stands beside it.
//
// What is remembered from token to token is in `Scanner`; everything else is read ahead in the text.

#include "lexis.h"
#include "tree_sitter/alloc.h"
#include "tree_sitter/parser.h"

#include <string.h>

// The order is that of `externals` in `grammar.js`; the keywords follow in the order of `KEYWORDS`.
enum Symbol {
    LINE_END,
    COMMA_END,
    RUN_ON,
    FAULT,
    COMMENT,
    DOC_COMMENT,
    IDENTIFIER,
    INTEGER,
    DATE,
    TEXT_OPEN,
    TEXT_CLOSE,
    BLOCK_OPEN,
    BLOCK_CLOSE,
    TEXT_CONTENT,
    ESCAPE,
    PLACEHOLDER,
    LEFT_BRACE,
    RIGHT_BRACE,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    LEFT_PAREN,
    RIGHT_PAREN,
    COLON,
    COMMA,
    DOT,
    AT,
    ASSIGN,
    ARROW,
    BOTH_WAYS,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    FIRST_KEYWORD,
};

// Read ahead, but no symbols of the grammar.
enum { NEWLINE = 240, END_OF_FILE, UNREADABLE, START_OF_FILE = 255 };

enum TextMode { OUTSIDE, IN_TEXT, IN_BLOCK };

#define SYMBOL_OF(keyword) ((uint8_t)(FIRST_KEYWORD + (keyword)))
#define LONGEST_WORD 16

typedef struct {
    uint8_t last;      // the token before this one
    uint8_t statement; // the word that began the member being read
    uint8_t brackets;  // how many `(` and `[` are open
    uint8_t text;      // whether, and in what kind of text the scanner stands
    uint8_t joined;    // the line end before the next token has been found to end nothing
} Scanner;

// Where the scanner reads; while it only looks ahead, the token it is about to give does not grow.
typedef struct {
    TSLexer *lexer;
    bool ahead;
} Reader;

typedef struct {
    uint8_t symbol;
    char word[LONGEST_WORD]; // empty where the name is no ASCII word of that length
} Token;

// ---------------------------------------------------------------- characters

static bool within(const uint32_t *ranges, size_t count, uint32_t character) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (character > ranges[2 * middle + 1]) {
            low = middle + 1;
        } else if (character < ranges[2 * middle]) {
            high = middle;
        } else {
            return true;
        }
    }
    return false;
}

static bool starts_name(int32_t c) { return within(NAME_START, NAME_START_COUNT, (uint32_t)c); }

static bool continues_name(int32_t c) { return within(NAME_CONTINUE, NAME_CONTINUE_COUNT, (uint32_t)c); }

static bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }

static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == 0xFEFF; }

static int hex_value(int32_t c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static int32_t next(const Reader *reader) { return reader->lexer->lookahead; }

static bool at_end(const Reader *reader) { return reader->lexer->eof(reader->lexer); }

static void advance(Reader *reader) { reader->lexer->advance(reader->lexer, false); }

static void mark_end(Reader *reader) {
    if (!reader->ahead) reader->lexer->mark_end(reader->lexer);
}

static bool take(Reader *reader, int32_t expected) {
    if (next(reader) != expected || at_end(reader)) return false;
    advance(reader);
    return true;
}

static void read_line(Reader *reader) {
    while (next(reader) != '\n' && !at_end(reader)) advance(reader);
}

// ---------------------------------------------------------------- one token

static Token read_word(Reader *reader) {
    Token token = {.symbol = IDENTIFIER};
    size_t length = 0;
    bool short_enough = true;
    do {
        short_enough = short_enough && length < LONGEST_WORD - 1 && next(reader) < 0x80;
        if (short_enough) token.word[length++] = (char)next(reader);
        advance(reader);
    } while (continues_name(next(reader)));
    if (!short_enough) memset(token.word, 0, sizeof token.word);
    mark_end(reader);
    return token;
}

// `2027-06-30`, or as much of it as is a number.
static uint8_t read_number(Reader *reader) {
    unsigned digits = 0;
    for (; is_digit(next(reader)); digits++) advance(reader);
    mark_end(reader);
    if (digits != 4) return INTEGER;
    for (unsigned part = 0; part < 2; part++) {
        if (!take(reader, '-')) return INTEGER;
        for (unsigned digit = 0; digit < 2; digit++) {
            if (!is_digit(next(reader))) return INTEGER;
            advance(reader);
        }
    }
    mark_end(reader);
    return DATE;
}

static bool reaches_end_of_text(Reader *reader) {
    while (!at_end(reader) && next(reader) != '\n') {
        if (take(reader, '"')) return true;
        if (take(reader, '\\') && (next(reader) == '\n' || at_end(reader))) return false;
        advance(reader);
    }
    return false;
}

static bool reaches_end_of_block(Reader *reader) {
    for (unsigned quotes = 0; !at_end(reader);) {
        quotes = next(reader) == '"' ? quotes + 1 : 0;
        advance(reader);
        if (quotes == 3) return true;
    }
    return false;
}

// The token is the opening mark alone; what follows is read to see that there is a closing one.
static uint8_t read_text(Reader *reader) {
    advance(reader);
    mark_end(reader);
    if (!take(reader, '"')) return reaches_end_of_text(reader) ? TEXT_OPEN : FAULT;
    if (!take(reader, '"')) return TEXT_OPEN;
    mark_end(reader);
    return reaches_end_of_block(reader) ? BLOCK_OPEN : FAULT;
}

static uint8_t read_mark(Reader *reader) {
    int32_t first = next(reader);
    advance(reader);
    switch (first) {
        case '{': return LEFT_BRACE;
        case '}': return RIGHT_BRACE;
        case '[': return LEFT_BRACKET;
        case ']': return RIGHT_BRACKET;
        case '(': return LEFT_PAREN;
        case ')': return RIGHT_PAREN;
        case ':': return COLON;
        case ',': return COMMA;
        case '.': return DOT;
        case '@': return AT;
        case '=': return take(reader, '=') ? EQUAL : ASSIGN;
        case '!': return take(reader, '=') ? NOT_EQUAL : UNREADABLE;
        case '>': return take(reader, '=') ? GREATER_EQUAL : GREATER;
        case '-': return take(reader, '>') ? ARROW : UNREADABLE;
        case '<':
            if (take(reader, '=')) return LESS_EQUAL;
            if (!take(reader, '-')) return LESS;
            return take(reader, '>') ? BOTH_WAYS : UNREADABLE;
        default: return UNREADABLE;
    }
}

// At something that is neither a blank nor a comment.
static Token read_token(Reader *reader) {
    Token token = {.symbol = UNREADABLE};
    int32_t first = next(reader);
    if (at_end(reader)) {
        token.symbol = END_OF_FILE;
    } else if (first == '"') {
        token.symbol = read_text(reader);
    } else if (starts_name(first)) {
        token = read_word(reader);
    } else if (is_digit(first)) {
        token.symbol = read_number(reader);
    } else {
        token.symbol = first == '\n' ? (advance(reader), NEWLINE) : read_mark(reader);
        mark_end(reader);
    }
    return token;
}

// What comes next, blanks and comments passed over.
static Token look_ahead(Reader *reader) {
    reader->ahead = true;
    for (;;) {
        while (is_blank(next(reader))) advance(reader);
        if (!take(reader, '/')) return read_token(reader);
        if (!take(reader, '/')) return (Token){.symbol = UNREADABLE};
        read_line(reader);
    }
}

// ---------------------------------------------------------------- keywords

static bool is_word(Token token, const char *word) { return token.symbol == IDENTIFIER && strcmp(token.word, word) == 0; }

static uint8_t keyword_at(Token word, uint8_t first, uint8_t end) {
    for (uint8_t keyword = first; keyword < end; keyword++) {
        if (strcmp(word.word, KEYWORDS[keyword]) == 0) return SYMBOL_OF(keyword);
    }
    return IDENTIFIER;
}

static bool begins_declaration(uint8_t symbol) {
    return symbol >= SYMBOL_OF(FIRST_DECLARATION) && symbol < SYMBOL_OF(FIRST_MEMBER);
}

static bool begins_condition(uint8_t symbol) {
    return symbol == SYMBOL_OF(WORD_APPLIES) || symbol == SYMBOL_OF(WORD_MITIGATED) || symbol == SYMBOL_OF(WORD_SATISFIED);
}

static bool is_quantifier(uint8_t symbol) {
    return symbol >= SYMBOL_OF(FIRST_QUANTIFIER) && symbol < SYMBOL_OF(FIRST_LITERAL);
}

static bool is_literal(uint8_t symbol) { return symbol >= SYMBOL_OF(FIRST_LITERAL) && symbol < SYMBOL_OF(KEYWORD_COUNT); }

// The keyword that a word is where a member begins. `after` is the token that follows it on its line.
static uint8_t beginning(Reader *reader, Token word, Token after) {
    uint8_t keyword = keyword_at(word, FIRST_DECLARATION, FIRST_INNER);
    if (keyword == IDENTIFIER) return IDENTIFIER;
    bool text = after.symbol == TEXT_OPEN || after.symbol == BLOCK_OPEN;
    bool fits;
    if (keyword == SYMBOL_OF(WORD_ASSERT) || keyword == SYMBOL_OF(WORD_TEST)) {
        fits = text;
    } else if (keyword == SYMBOL_OF(WORD_PROVIDES) || keyword >= SYMBOL_OF(FIRST_TABLE)) {
        fits = after.symbol == LEFT_BRACE;
    } else if (keyword == SYMBOL_OF(WORD_IMPORT)) {
        fits = after.symbol == IDENTIFIER || after.symbol == TEXT_OPEN;
    } else if (keyword == SYMBOL_OF(WORD_ANSWER) && after.symbol == TEXT_OPEN) {
        fits = look_ahead(reader).symbol == LEFT_BRACE;
    } else {
        fits = after.symbol == IDENTIFIER;
    }
    return fits ? keyword : IDENTIFIER;
}

// After an operand.
static uint8_t infix(const Scanner *scanner, Reader *reader, Token word) {
    uint8_t keyword = keyword_at(word, FIRST_INNER, FIRST_QUANTIFIER);
    if (keyword == SYMBOL_OF(WORD_NOT)) return is_word(look_ahead(reader), "in") ? keyword : IDENTIFIER;
    if (keyword == SYMBOL_OF(WORD_OVER)) return scanner->statement == SYMBOL_OF(WORD_FLOW) ? keyword : IDENTIFIER;
    if (is_word(word, "type")) return scanner->statement == SYMBOL_OF(WORD_ATTRIBUTE) ? SYMBOL_OF(WORD_TYPE) : IDENTIFIER;
    bool joins = keyword == SYMBOL_OF(WORD_AND) || keyword == SYMBOL_OF(WORD_OR) || keyword == SYMBOL_OF(WORD_IN) ||
                 keyword == SYMBOL_OF(WORD_IS) || keyword == SYMBOL_OF(WORD_WHERE);
    return joins ? keyword : IDENTIFIER;
}

// Where an operand is expected.
static uint8_t operand(const Scanner *scanner, Reader *reader, Token word) {
    uint8_t keyword = keyword_at(word, FIRST_INNER, KEYWORD_COUNT);
    if (keyword == SYMBOL_OF(WORD_NOT) || is_literal(keyword)) return keyword;
    if (keyword == SYMBOL_OF(WORD_OVER)) {
        if (scanner->last != ARROW && scanner->last != BOTH_WAYS) return IDENTIFIER;
        Token after = look_ahead(reader);
        return after.symbol == IDENTIFIER && !is_word(after, "over") ? keyword : IDENTIFIER;
    }
    if (is_quantifier(keyword)) {
        bool named = look_ahead(reader).symbol == IDENTIFIER;
        return named && is_word(look_ahead(reader), "in") ? keyword : IDENTIFIER;
    }
    if (keyword == SYMBOL_OF(WORD_ONE) || keyword == SYMBOL_OF(WORD_LIST)) {
        return is_word(look_ahead(reader), "of") ? keyword : IDENTIFIER;
    }
    return IDENTIFIER;
}

static bool member_begins_after(uint8_t last) {
    return last == START_OF_FILE || last == LINE_END || last == COMMA_END || last == LEFT_BRACE;
}

static uint8_t keyword_or_name(const Scanner *scanner, Reader *reader, Token word) {
    uint8_t last = scanner->last;
    if (member_begins_after(last)) return beginning(reader, word, look_ahead(reader));
    if (begins_condition(last) && is_word(word, "when")) return SYMBOL_OF(WORD_WHEN);
    if (last == SYMBOL_OF(WORD_ONE) || last == SYMBOL_OF(WORD_LIST)) return SYMBOL_OF(WORD_OF);
    if (last == SYMBOL_OF(WORD_IS) && is_word(word, "not")) return SYMBOL_OF(WORD_NOT);
    if (last == SYMBOL_OF(WORD_NOT) && is_word(word, "in")) return SYMBOL_OF(WORD_IN);
    // what is named here may be called anything
    if (last == DOT || last == SYMBOL_OF(WORD_FLOW) || last == SYMBOL_OF(WORD_FOR) || is_quantifier(last)) return IDENTIFIER;
    if (begins_declaration(last) && scanner->statement == last) return IDENTIFIER;
    bool operand_ends = last == IDENTIFIER || last == TEXT_CLOSE || last == BLOCK_CLOSE || last == INTEGER || last == DATE ||
                        last == RIGHT_PAREN || last == RIGHT_BRACKET || is_literal(last);
    return operand_ends ? infix(scanner, reader, word) : operand(scanner, reader, word);
}

// ---------------------------------------------------------------- line ends

static bool is_operator(uint8_t symbol) { return symbol == DOT || (symbol >= AT && symbol <= GREATER_EQUAL); }

// Whether the first word of a line begins a member, so that a bracket that is still open was forgotten.
static bool begins_member(Reader *reader, Token word, Token after) {
    if (word.symbol != IDENTIFIER) return false;
    return after.symbol == COLON || (after.symbol == IDENTIFIER && beginning(reader, word, after) != IDENTIFIER);
}

// Whether the line goes on after an operator, or before one.
static bool runs_on(const Scanner *scanner, Token word, Token after, bool begins) {
    uint8_t last = scanner->last;
    bool after_word = last == SYMBOL_OF(WORD_AND) || last == SYMBOL_OF(WORD_OR) || last == SYMBOL_OF(WORD_NOT) ||
                      last == SYMBOL_OF(WORD_IN) || last == SYMBOL_OF(WORD_IS) || last == SYMBOL_OF(WORD_WHERE) ||
                      last == SYMBOL_OF(WORD_WHEN) || last == SYMBOL_OF(WORD_OVER);
    if ((after_word || is_operator(last)) && !begins) return true;
    if (is_operator(word.symbol)) return true;
    bool before_word = is_word(word, "and") || is_word(word, "or") || is_word(word, "in") || is_word(word, "is") ||
                       is_word(word, "where") || is_word(word, "over") || is_word(word, "not");
    bool operand_follows = after.symbol == IDENTIFIER || after.symbol == LEFT_PAREN || after.symbol == LEFT_BRACKET ||
                           after.symbol == TEXT_OPEN || after.symbol == INTEGER || after.symbol == DATE;
    return before_word && operand_follows;
}

// At a line end that comes after a token of a member: whether it ends that member.
static uint8_t line_end(Scanner *scanner, Reader *reader) {
    advance(reader);
    mark_end(reader);
    Token word = look_ahead(reader);
    while (word.symbol == NEWLINE) word = look_ahead(reader);
    Token after = word.symbol == IDENTIFIER ? look_ahead(reader) : word;
    bool begins = begins_member(reader, word, after);
    if (scanner->brackets > 0 && begins) {
        scanner->brackets = 0;
        scanner->last = RIGHT_BRACKET;
    } else if (scanner->brackets > 0 || runs_on(scanner, word, after, begins)) {
        scanner->joined = 1;
        return RUN_ON;
    }
    scanner->last = LINE_END;
    return LINE_END;
}

// ---------------------------------------------------------------- inside texts

static bool is_hex_escape(Reader *reader) {
    uint32_t value = 0;
    unsigned digits = 0;
    if (!take(reader, '{')) return false;
    for (int digit; (digit = hex_value(next(reader))) >= 0; digits++) {
        value = value > 0x10FFFF ? value : value * 16 + (uint32_t)digit;
        advance(reader);
    }
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return take(reader, '}') && digits > 0 && value <= 0x10FFFF && !surrogate;
}

static uint8_t escape(Reader *reader) {
    advance(reader);
    int32_t kind = next(reader);
    if (at_end(reader) || kind == '\n') return FAULT;
    advance(reader);
    bool known = kind == 'n' || kind == 't' || kind == '"' || kind == '\\' || (kind == 'u' && is_hex_escape(reader));
    mark_end(reader);
    return known ? ESCAPE : FAULT;
}

// `{name.name}`: what a rule writes the value of.
static bool is_placeholder(Reader *reader) {
    advance(reader);
    do {
        if (!starts_name(next(reader))) return false;
        while (continues_name(next(reader))) advance(reader);
    } while (take(reader, '.'));
    return take(reader, '}');
}

static uint8_t closing_mark(Scanner *scanner) {
    uint8_t symbol = scanner->text == IN_BLOCK ? BLOCK_CLOSE : TEXT_CLOSE;
    scanner->text = OUTSIDE;
    scanner->last = symbol;
    return symbol;
}

static uint8_t inside_text(Scanner *scanner, Reader *reader) {
    bool block = scanner->text == IN_BLOCK;
    for (bool empty = true;; empty = false) {
        mark_end(reader);
        if (at_end(reader) || (!block && next(reader) == '\n')) {
            scanner->text = OUTSIDE;
            return empty ? FAULT : TEXT_CONTENT;
        }
        if (!block && next(reader) == '\\') return empty ? escape(reader) : TEXT_CONTENT;
        if (next(reader) == '"') {
            unsigned quotes = 0, closing = block ? 3 : 1;
            while (quotes < closing && take(reader, '"')) quotes++;
            if (quotes == closing) {
                if (!empty) return TEXT_CONTENT;
                mark_end(reader);
                return closing_mark(scanner);
            }
        } else if (next(reader) == '{') {
            if (is_placeholder(reader)) {
                if (!empty) return TEXT_CONTENT;
                mark_end(reader);
                return PLACEHOLDER;
            }
        } else {
            advance(reader);
        }
    }
}

// ---------------------------------------------------------------- the scanner

static uint8_t comment(Reader *reader) {
    advance(reader);
    if (!take(reader, '/')) return FAULT;
    bool documents = next(reader) == '/';
    read_line(reader);
    mark_end(reader);
    return documents ? DOC_COMMENT : COMMENT;
}

// Passes over blanks and over line ends that mean nothing here.
static void skip_blanks(const Scanner *scanner, TSLexer *lexer) {
    bool between = member_begins_after(scanner->last);
    bool ends_members = scanner->brackets == 0 && scanner->statement != SYMBOL_OF(WORD_ATTRIBUTE);
    for (;;) {
        int32_t c = lexer->lookahead;
        bool line_end = c == '\n' && (between || scanner->joined);
        bool comma = c == ',' && between && ends_members;
        if (!is_blank(c) && !line_end && !comma) return;
        lexer->advance(lexer, true);
    }
}

static void enter(Scanner *scanner, uint8_t symbol) {
    switch (symbol) {
        case LEFT_BRACE:
        case RIGHT_BRACE: scanner->brackets = 0; break;
        case LEFT_BRACKET:
        case LEFT_PAREN: scanner->brackets += scanner->brackets < UINT8_MAX; break;
        case RIGHT_BRACKET:
        case RIGHT_PAREN: scanner->brackets -= scanner->brackets > 0; break;
        case TEXT_OPEN: scanner->text = IN_TEXT; break;
        case BLOCK_OPEN: scanner->text = IN_BLOCK; break;
        default: break;
    }
}

static uint8_t token(Scanner *scanner, Reader *reader) {
    if (scanner->text != OUTSIDE) return inside_text(scanner, reader);
    skip_blanks(scanner, reader->lexer);
    if (next(reader) == '/') return comment(reader);
    if (next(reader) == '\n') return line_end(scanner, reader);
    Token token = read_token(reader);
    uint8_t symbol = token.symbol;
    if (symbol == END_OF_FILE || symbol == UNREADABLE) return symbol;
    if (symbol == COMMA && scanner->brackets == 0 && scanner->statement != SYMBOL_OF(WORD_ATTRIBUTE)) symbol = COMMA_END;
    if (symbol == IDENTIFIER) {
        symbol = keyword_or_name(scanner, reader, token);
        if (member_begins_after(scanner->last)) scanner->statement = symbol;
    }
    enter(scanner, symbol);
    scanner->last = symbol;
    scanner->joined = 0;
    return symbol;
}

void *tree_sitter_ward_external_scanner_create(void) {
    Scanner *scanner = ts_calloc(1, sizeof(Scanner));
    scanner->last = START_OF_FILE;
    return scanner;
}

void tree_sitter_ward_external_scanner_destroy(void *payload) { ts_free(payload); }

unsigned tree_sitter_ward_external_scanner_serialize(void *payload, char *buffer) {
    memcpy(buffer, payload, sizeof(Scanner));
    return sizeof(Scanner);
}

void tree_sitter_ward_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
    Scanner start = {.last = START_OF_FILE};
    memcpy(payload, length == sizeof(Scanner) ? (const void *)buffer : &start, sizeof(Scanner));
}

// Every token is given whether the parser can use it or not: what a word is does not hang on the parser's state.
bool tree_sitter_ward_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
    (void)valid_symbols;
    Reader reader = {.lexer = lexer};
    uint8_t symbol = token(payload, &reader);
    if (symbol == END_OF_FILE || symbol == UNREADABLE) return false;
    lexer->result_symbol = symbol;
    return true;
}
