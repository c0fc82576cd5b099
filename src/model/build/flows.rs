//! Fifth pass: the ends of flows.

use super::{Resolver, Scope};
use crate::model::element::FlowEnds;
use crate::model::errors;
use crate::model::ids::{ElementId, TypeId};
use crate::model::kind::{Kind, KindSet};
use crate::syntax::ast::Path;

impl Resolver<'_, '_> {
    pub(super) fn resolve_flows(&mut self) {
        for (id, flow, scope) in std::mem::take(&mut self.flows) {
            let source = self.flow_end(&flow.source, scope);
            let target = self.flow_end(&flow.target, scope);
            let protocol = flow.over.as_ref().and_then(|path| self.protocol(path));
            if let (Some(source), Some(target)) = (source, target) {
                self.model.flows.push(FlowEnds { flow: id, source, target, two_way: flow.two_way, protocol });
            }
        }
    }

    fn flow_end(&mut self, path: &Path, scope: Scope) -> Option<ElementId> {
        let ends = KindSet::COMPONENT.with(KindSet::of(Kind::Actor)).with(KindSet::of(Kind::Port));
        if path.names.is_empty() {
            return None;
        }
        let found = scope.find(&self.model, path);
        if let Some(end) = found.filter(|id| !ends.contains(self.model.element(*id).kind)) {
            let diagnostic = errors::flow_end(&self.model, path, end);
            self.diagnostics.push(diagnostic);
            return None;
        }
        found.or_else(|| self.reference(path, scope, ends))
    }

    fn protocol(&mut self, path: &Path) -> Option<TypeId> {
        let of = self.type_reference(path)?;
        if self.model.type_of(of).kind != Kind::Protocol {
            let diagnostic = errors::type_of_wrong_kind(&self.model, path, of, KindSet::of(Kind::Protocol));
            self.diagnostics.push(diagnostic);
            return None;
        }
        Some(of)
    }
}
