[
  (body)
  (list)
  (text_block)
] @fold
