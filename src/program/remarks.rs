//! What a model says about itself: decisions, answers to clauses, views, assertions and tests. Its elements are what they are without them.

use super::Program;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::code::Severity;
use crate::syntax::ast::{Keyword, Member};
use crate::text::Span;

impl Program {
    /// Whether all errors are in what is said about the model, and all files can be read: then the model itself is understood.
    pub fn is_wrong_in_remarks_only(&self, diagnostics: &Diagnostics) -> bool {
        if self.files.iter().any(|file| file.parse.diagnostics.has_errors()) {
            return false;
        }
        let remarks: Vec<Span> = self.files.iter().flat_map(|file| &file.parse.body).filter_map(remark).collect();
        let mut errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors.all(|error| error.span().is_some_and(|span| remarks.iter().any(|remark| remark.holds(span))))
    }
}

/// All of a declaration that says something about the model; nothing where it makes the model.
fn remark(member: &Member) -> Option<Span> {
    match member {
        Member::Respond(respond) => Some(respond.span),
        Member::Answer(answer) => Some(answer.span),
        Member::Assert(assert) => Some(assert.span),
        Member::Test(test) => Some(test.span),
        // what was added to something that is gone is gone with it
        Member::Extend(extend) => Some(extend.target.span),
        Member::Declaration(declaration) if declaration.keyword == Keyword::View => Some(declaration.span),
        Member::Attribute(_)
        | Member::Declaration(_)
        | Member::Flow(_)
        | Member::Import(_)
        | Member::AttributeDeclaration(_)
        | Member::Define(_)
        | Member::Expect(_)
        | Member::For(_)
        | Member::When(_)
        | Member::Provides(_)
        | Member::Table(_)
        | Member::Value(_)
        | Member::Error(_) => None,
    }
}
