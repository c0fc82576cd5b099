; A rule, a clause, a factor and a test have names of their own; everything else is known in the whole model.

(source_file) @local.scope
(declaration body: (body) @local.scope)
(test body: (body) @local.scope)
(quantifier) @local.scope

(for name: (identifier) @local.definition)
(quantifier name: (identifier) @local.definition)

(path . (identifier) @local.reference)
