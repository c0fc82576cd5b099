; As nvim-treesitter reads it.
[
  (body)
  (list)
  (call)
  (parenthesized)
] @indent.begin

["}" "]" ")"] @indent.branch @indent.end

(text_block) @indent.ignore
(comment) @indent.auto
(doc_comment) @indent.auto
