[
  (body)
  (list)
  (call)
  (parenthesized)
] @indent

["}" "]" ")"] @outdent
