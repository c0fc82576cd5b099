; Later patterns win.

(identifier) @variable

; ---------------------------------------------------------------- keywords

[
  ; generated: declaration
  "system"
  "actor"
  "external"
  "process"
  "store"
  "port"
  "boundary"
  "data"
  "control"
  "harm"
  "assumption"
  "section"
  "type"
  "enum"
  "scale"
  "category"
  "pack"
  "rule"
  "standard"
  "clause"
  "view"
  "scheme"
  "factor"
  ; end of generated
] @keyword.storage.type

[
  ; generated: member
  "flow"
  "import"
  "extend"
  "attribute"
  "define"
  "respond"
  "answer"
  "assert"
  "test"
  "expect"
  "for"
  "applies"
  "mitigated"
  "satisfied"
  "provides"
  ; end of generated
] @keyword

[
  ; generated: table
  "start"
  "reduces"
  "severities"
  "matrix"
  ; end of generated
] @keyword

[
  ; generated: link
  "over"
  "when"
  "where"
  "one"
  "list"
  "of"
  "type"
  ; end of generated
] @keyword

[
  ; generated: operator
  "and"
  "or"
  "not"
  "in"
  "is"
  ; end of generated
] @keyword.operator

[
  ; generated: quantifier
  "any"
  "all"
  "count"
  "each"
  ; end of generated
] @keyword.control.repeat

(import "import" @keyword.control.import)
(condition ["applies" "mitigated" "satisfied" "when"] @keyword.control.conditional)

; ---------------------------------------------------------------- what is declared, and what it is of

(declaration name: (identifier) @type)
(flow name: (identifier) @function)
(declaration type: (path (identifier) @type))
(flow protocol: (path (identifier) @type))
(type_test type: (path (identifier) @type))
(named_type (path (identifier) @type.builtin))
(type_of (path (identifier) @type))
(attribute_declaration name: (path (identifier) @variable.other.member))
(define name: (path (identifier) @variable.other.member))
(attribute name: (identifier) @variable.other.member)
(value name: (identifier) @constant)
(one_of (identifier) @constant)
(expect state: (identifier) @constant)
(for name: (identifier) @variable.parameter)
(quantifier name: (identifier) @variable.parameter)
(call function: (identifier) @function)
(respond rule: (path (identifier) @label))
(expect rule: (path (identifier) @label))
(answer clause: (path (identifier) @label))
(import library: (path (identifier) @namespace))
(import file: (_) @string.special.path)

; ---------------------------------------------------------------- values

(text) @string
(text_block) @string
(escape) @constant.character.escape
(placeholder) @string.special
(integer) @constant.numeric
(date) @constant.numeric
(boolean) @constant.builtin.boolean
(unknown) @constant.builtin

; ---------------------------------------------------------------- marks and comments

["->" "<->" "==" "!=" "<" "<=" ">" ">=" "=" "@"] @operator
["." "," ":"] @punctuation.delimiter
["{" "}" "[" "]" "(" ")"] @punctuation.bracket

(comment) @comment.line
(doc_comment) @comment.line.documentation
