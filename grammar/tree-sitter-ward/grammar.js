/**
 * The shape of `.tm`, for editors.
 *
 * There are no reserved words, and a line end ends a member only where the line does not run on: both hang on what stands around a word. So
 * every token comes from `src/scanner.c`, which decides as the compiler's own layout does; what is left to this file is the grammar, rule
 * for rule that of `../tm.lalrpop`.
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

// generated: keywords
const DECLARATIONS = [
  'system',
  'actor',
  'external',
  'process',
  'store',
  'port',
  'boundary',
  'data',
  'control',
  'harm',
  'assumption',
  'section',
  'type',
  'enum',
  'scale',
  'category',
  'pack',
  'rule',
  'standard',
  'clause',
  'view',
  'scheme',
  'factor',
];
const TABLES = [
  'start',
  'reduces',
  'severities',
  'matrix',
];
const KEYWORDS = [
  'system',
  'actor',
  'external',
  'process',
  'store',
  'port',
  'boundary',
  'data',
  'control',
  'harm',
  'assumption',
  'section',
  'type',
  'enum',
  'scale',
  'category',
  'pack',
  'rule',
  'standard',
  'clause',
  'view',
  'scheme',
  'factor',
  'flow',
  'import',
  'extend',
  'attribute',
  'define',
  'respond',
  'answer',
  'assert',
  'test',
  'expect',
  'for',
  'applies',
  'mitigated',
  'satisfied',
  'provides',
  'start',
  'reduces',
  'severities',
  'matrix',
  'over',
  'when',
  'where',
  'one',
  'list',
  'of',
  'and',
  'or',
  'not',
  'in',
  'is',
  'any',
  'all',
  'count',
  'each',
  'yes',
  'no',
  'unknown',
];
// end of generated

/** @param {RuleOrLiteral} rule @param {RuleOrLiteral} separator */
const separated = (rule, separator) => seq(rule, repeat(seq(separator, rule)));

module.exports = grammar({
  name: 'ward',

  // The order is that of `enum Symbol` in the scanner.
  externals: $ => [
    $._line_end,
    $._comma_end,
    $._run_on,
    $._fault,
    $.comment,
    $.doc_comment,
    $.identifier,
    $.integer,
    $.date,
    $._text_open,
    $._text_close,
    $._block_open,
    $._block_close,
    $.text_content,
    $.escape,
    $.placeholder,
    '{', '}', '[', ']', '(', ')',
    ':', ',', '.', '@', '=',
    '->', '<->', '==', '!=', '<', '<=', '>', '>=',
    ...KEYWORDS,
  ],

  extras: $ => [/[ \t\r\n\uFEFF]/, $._run_on, $.comment, $.doc_comment],

  supertypes: $ => [$.member, $.value_type],

  rules: {
    source_file: $ => optional($._members),

    _members: $ => seq(separated($.member, $._end), optional($._end)),

    _end: $ => choice($._line_end, alias($._comma_end, ',')),

    body: $ => seq('{', optional($._members), '}'),

    member: $ => choice(
      $.attribute,
      $.value,
      $.declaration,
      $.flow,
      $.import,
      $.extend,
      $.attribute_declaration,
      $.define,
      $.respond,
      $.answer,
      $.assert,
      $.test,
      $.expect,
      $.for,
      $.condition,
      $.provides,
      $.table,
    ),

    // ------------------------------------------------------------ members

    attribute: $ => seq(field('name', $.identifier), ':', field('value', $._expression)),

    /** `low "Low"`: a value of an enumeration or of a scale. */
    value: $ => seq(field('name', $.identifier), optional(field('title', $._text))),

    declaration: $ => seq(
      field('kind', choice(...DECLARATIONS)),
      field('name', $.identifier),
      optional(field('title', $._text)),
      optional(seq(':', field('type', $.path))),
      optional(field('body', $.body)),
    ),

    flow: $ => seq(
      'flow',
      field('name', $.identifier),
      optional(field('title', $._text)),
      ':',
      field('source', $.path),
      choice('->', '<->'),
      field('target', $.path),
      optional(seq('over', field('protocol', $.path))),
      optional(field('body', $.body)),
    ),

    import: $ => seq('import', choice(field('file', $._text), field('library', $.path))),

    extend: $ => seq('extend', field('target', $.path), field('body', $.body)),

    attribute_declaration: $ => seq(
      'attribute',
      field('name', $.path),
      ':',
      field('type', $.value_type),
      optional(field('question', $._text)),
      optional(field('body', $.body)),
    ),

    define: $ => seq(
      'define',
      field('name', $.path),
      optional(seq(':', field('type', $.value_type))),
      '=',
      field('value', $._expression),
    ),

    respond: $ => seq('respond', field('rule', $.path), '@', field('element', $.path), field('body', $.body)),

    answer: $ => seq('answer', field('clause', choice($.path, $._text)), field('body', $.body)),

    assert: $ => seq('assert', field('text', $._text), ':', field('condition', $._expression)),

    test: $ => seq('test', field('text', $._text), field('body', $.body)),

    expect: $ => seq(
      'expect',
      field('rule', $.path),
      '@',
      field('element', $.path),
      field('state', $.identifier),
    ),

    for: $ => seq(
      'for',
      field('domain', $.path),
      field('name', $.identifier),
      optional(seq('where', field('condition', $._operand))),
    ),

    condition: $ => seq(choice('applies', 'mitigated', 'satisfied'), 'when', field('condition', $._expression)),

    provides: $ => seq('provides', field('body', $.body)),

    table: $ => seq(field('name', choice(...TABLES)), field('body', $.body)),

    // ------------------------------------------------------------ types of attributes

    value_type: $ => choice($.named_type, $.type_of, $.one_of, $.list_of),

    named_type: $ => $.path,

    type_of: $ => seq($.path, 'type'),

    one_of: $ => seq('one', 'of', separated($.identifier, ',')),

    list_of: $ => seq('list', 'of', $.value_type),

    // ------------------------------------------------------------ expressions

    _expression: $ => choice($._conjunction, $.or_expression),

    or_expression: $ => seq($._conjunction, repeat1(seq('or', $._conjunction))),

    _conjunction: $ => choice($._negation, $.and_expression),

    and_expression: $ => seq($._negation, repeat1(seq('and', $._negation))),

    _negation: $ => choice($._comparison, $.not_expression),

    not_expression: $ => seq('not', $._negation),

    _comparison: $ => choice($._operand, $.comparison, $.membership, $.type_test, $.quantifier),

    comparison: $ => seq(
      field('left', $._operand),
      field('operator', choice('==', '!=', '<', '<=', '>', '>=')),
      field('right', $._operand),
    ),

    membership: $ => seq(field('item', $._operand), optional('not'), 'in', field('list', $._operand)),

    type_test: $ => seq(field('item', $._operand), 'is', optional('not'), field('type', $.path)),

    quantifier: $ => seq(
      field('quantity', choice('any', 'all', 'count', 'each')),
      field('name', $.identifier),
      'in',
      field('list', $._operand),
      'where',
      field('condition', $._operand),
    ),

    _operand: $ => choice(
      $.path,
      $._text,
      $.integer,
      $.date,
      $.boolean,
      $.unknown,
      $.list,
      $.call,
      $.parenthesized,
    ),

    boolean: _ => choice('yes', 'no'),

    unknown: _ => 'unknown',

    list: $ => seq('[', optional($._expressions), ']'),

    call: $ => seq(field('function', $.identifier), '(', optional($._expressions), ')'),

    parenthesized: $ => seq('(', $._expression, ')'),

    _expressions: $ => seq(separated($._expression, ','), optional(',')),

    // ------------------------------------------------------------ names and texts

    path: $ => separated($.identifier, '.'),

    _text: $ => choice($.text, $.text_block),

    text: $ => seq(
      alias($._text_open, '"'),
      repeat(choice($.text_content, $.escape, $.placeholder)),
      alias($._text_close, '"'),
    ),

    text_block: $ => seq(
      alias($._block_open, '"""'),
      repeat(choice($.text_content, $.placeholder)),
      alias($._block_close, '"""'),
    ),
  },
});
