//! What stands around a byte of a file.

use crate::syntax::ast::{Body, Expr, ExprKind, Member};
use crate::text::Span;

/// Where a member stands.
pub(super) fn span_of(member: &Member) -> Span {
    match member {
        Member::Attribute(attribute) => attribute.name.span.to(attribute.value.span),
        Member::Declaration(declaration) => declaration.span,
        Member::Flow(flow) => flow.span,
        Member::Import(import) => import.span,
        Member::Extend(extend) => extend.span,
        Member::AttributeDeclaration(declaration) => declaration.span,
        Member::Define(define) => define.span,
        Member::Respond(respond) => respond.span,
        Member::Answer(answer) => answer.span,
        Member::Assert(assert) => assert.span,
        Member::Test(test) => test.span,
        Member::Expect(expect) => expect.span,
        Member::For(binder) => binder.span,
        Member::When(when) => when.span,
        Member::Provides(provides) => provides.span,
        Member::Table(table) => table.span,
        Member::Value(value) => value.title.as_ref().map_or(value.name.span, |title| value.name.span.to(title.span)),
        Member::Error(span) => *span,
    }
}

/// What stands in the braces of a member.
pub(super) fn body_of(member: &Member) -> Option<&Body> {
    match member {
        Member::Declaration(declaration) => Some(&declaration.body),
        Member::Flow(flow) => Some(&flow.body),
        Member::Extend(extend) => Some(&extend.body),
        Member::AttributeDeclaration(declaration) => Some(&declaration.body),
        Member::Respond(respond) => Some(&respond.body),
        Member::Answer(answer) => Some(&answer.body),
        Member::Test(test) => Some(&test.body),
        Member::Provides(provides) => Some(&provides.body),
        Member::Table(table) => Some(&table.body),
        Member::Attribute(_)
        | Member::Import(_)
        | Member::Define(_)
        | Member::Assert(_)
        | Member::Expect(_)
        | Member::For(_)
        | Member::When(_)
        | Member::Value(_)
        | Member::Error(_) => None,
    }
}

/// Whether a byte is in a span, or right behind it.
pub(super) fn touches(span: Span, byte: usize) -> bool {
    span.start as usize <= byte && byte <= span.end as usize
}

/// The members around a byte, outermost first.
pub(super) fn around(body: &Body, byte: usize) -> Vec<&Member> {
    let mut around = Vec::new();
    let mut body = Some(body);
    while let Some(inner) = body {
        let Some(member) = inner.iter().find(|member| touches(span_of(member), byte)) else { break };
        around.push(member);
        body = body_of(member);
    }
    around
}

/// The expressions around a byte that a member consists of, outermost first.
pub(super) fn expressions(member: &Member, byte: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let expr = match member {
        Member::Attribute(attribute) => Some(&attribute.value),
        Member::When(when) => Some(&when.condition),
        Member::Assert(assert) => Some(&assert.condition),
        Member::Define(define) => Some(&define.value),
        Member::For(binder) => binder.condition.as_ref(),
        _ => None,
    };
    let mut next = expr;
    while let Some(expr) = next.filter(|expr| touches(expr.span, byte)) {
        spans.push(expr.span);
        next = parts(expr).into_iter().find(|part| touches(part.span, byte));
    }
    spans
}

fn parts(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::List(all) | ExprKind::And(all) | ExprKind::Or(all) => all.iter().collect(),
        ExprKind::Call { arguments, .. } => arguments.iter().collect(),
        ExprKind::Not(inner) => vec![inner],
        ExprKind::Compare(sides) => vec![&sides.left, &sides.right],
        ExprKind::In { item, list, .. } => vec![item, list],
        ExprKind::Is { item, .. } => vec![item],
        ExprKind::Quantifier(quantifier) => vec![&quantifier.list, &quantifier.condition],
        ExprKind::Path(_)
        | ExprKind::Text(_)
        | ExprKind::Int(_)
        | ExprKind::Date(_)
        | ExprKind::Bool(_)
        | ExprKind::Unknown
        | ExprKind::Error => Vec::new(),
    }
}
