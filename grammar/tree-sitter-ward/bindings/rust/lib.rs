//! The tree-sitter grammar of Ward, as the runtime wants it.

use tree_sitter_language::LanguageFn;

unsafe extern "C" {
    fn tree_sitter_ward() -> *const ();
}

/// The grammar.
// SAFETY: the function is the one that the generated `parser.c` defines.
pub const LANGUAGE: LanguageFn = unsafe { LanguageFn::from_raw(tree_sitter_ward) };
