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
] @keyword.type

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
] @keyword.repeat

(import "import" @keyword.import)
(condition ["applies" "mitigated" "satisfied" "when"] @keyword.conditional)

; ---------------------------------------------------------------- what is declared, and what it is of

(declaration name: (identifier) @type)
(flow name: (identifier) @function)
(declaration type: (path (identifier) @type))
(flow protocol: (path (identifier) @type))
(type_test type: (path (identifier) @type))
(named_type (path (identifier) @type.builtin))
(type_of (path (identifier) @type))
(attribute_declaration name: (path (identifier) @property))
(define name: (path (identifier) @property))
(attribute name: (identifier) @property)
(value name: (identifier) @constant)
(one_of (identifier) @constant)
(expect state: (identifier) @constant)
(for name: (identifier) @variable.parameter)
(quantifier name: (identifier) @variable.parameter)
(call function: (identifier) @function.call)
(respond rule: (path (identifier) @label))
(expect rule: (path (identifier) @label))
(answer clause: (path (identifier) @label))
(import library: (path (identifier) @module))
(import file: (_) @string.special.path)

; ---------------------------------------------------------------- values

(text) @string
(text_block) @string
(escape) @string.escape
(placeholder) @string.special
(integer) @number
(date) @number
(boolean) @boolean
(unknown) @constant.builtin

; ---------------------------------------------------------------- marks and comments

["->" "<->" "==" "!=" "<" "<=" ">" ">=" "=" "@"] @operator
["." "," ":"] @punctuation.delimiter
["{" "}" "[" "]" "(" ")"] @punctuation.bracket

(comment) @comment
(doc_comment) @comment.documentation
