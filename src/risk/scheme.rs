//! A `scheme` declaration read and checked: by which scales risk is rated, where exploitability starts, what takes steps off it, what
//! the matrix says, and which levels the manufacturer accepts.

use super::errors;
use super::tables::Tables;
use crate::diagnostic::Diagnostics;
use crate::model::{ElementId, Model, Pending, SetId, ValueSet};
use crate::syntax::ast::{Declaration, Expr, ExprKind, Member, Path};

/// A method of rating with the policy that goes with it. Every position is one in a scale the scheme names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheme {
    /// The element that stands for it.
    pub id: ElementId,
    /// The scale of exploitability.
    pub exploitability: SetId,
    /// The scale of severity.
    pub severity: SetId,
    /// The scale of risk levels.
    pub level: SetId,
    /// Levels that the policy accepts.
    pub acceptable: Vec<u16>,
    /// Exploitability by exposure.
    pub start: Vec<u16>,
    /// Steps that a precondition takes off, by precondition.
    pub preconditions: Vec<u16>,
    /// Steps that a control takes off, by class of risk control.
    pub measures: Vec<u16>,
    /// The scheme's severity for each of the library's.
    pub severities: Vec<u16>,
    /// Levels: a row a severity, a column an exploitability.
    pub matrix: Vec<Vec<u16>>,
}

impl Scheme {
    /// The level of a risk.
    pub fn level(&self, exploitability: u16, severity: u16) -> Option<u16> {
        self.matrix.get(severity as usize)?.get(exploitability as usize).copied()
    }

    /// The highest exploitability there is.
    pub fn most_exploitable(&self) -> u16 {
        self.matrix.first().map_or(0, |row| row.len().saturating_sub(1) as u16)
    }
}

/// Reads the scheme a compilation rates by: the model's own, else the library's. Nothing where there is none that can be used.
pub fn lower(model: &Model, pending: &Pending<'_>, diagnostics: &mut Diagnostics) -> Option<Scheme> {
    let read: Vec<(ElementId, Option<Scheme>)> =
        pending.schemes.iter().map(|(id, declaration)| (*id, read(model, *id, declaration, diagnostics))).collect();
    for library in [false, true] {
        let mut here = read.iter().filter(|(id, _)| model.element(*id).library == library);
        let Some((first, scheme)) = here.next() else { continue };
        for (second, _) in here {
            diagnostics.push(errors::two_schemes(model.element(*second), model.element(*first)));
        }
        return scheme.clone();
    }
    None
}

fn read(model: &Model, id: ElementId, declaration: &Declaration, diagnostics: &mut Diagnostics) -> Option<Scheme> {
    let unread = declaration.body.iter().any(|member| matches!(member, Member::Error(_)));
    let mut reader = Reader { model, declaration, unread, diagnostics };
    let (exploitability, severity, level) = (reader.scale("exploitability"), reader.scale("severity"), reader.scale("level"));
    let (exploitability, severity, level) = (exploitability?, severity?, level?);
    let set = |id: SetId| model.schema.set(id);
    let acceptable = reader.levels("acceptable", set(level));
    let core = |name: &str| model.schema.set_named(name);
    let (exposure, preconditions, measures, severities) =
        (core("exposure")?, core("precondition")?, core("measure_class")?, core("severity")?);
    let mut tables = Tables::new(declaration, unread, reader.diagnostics);
    let start = tables.values("start", set(exposure), set(exploitability));
    let steps = tables.steps("reduces", &[set(preconditions), set(measures)]);
    let matrix = tables.rows("matrix", set(severity), (set(exploitability), set(level)));
    let severities = if severity == severities {
        tables.none("severities", set(severity));
        Some((0..set(severity).values.len() as u16).collect())
    } else {
        tables.values("severities", set(severities), set(severity))
    };
    let (preconditions, measures) = {
        let steps = steps?;
        let (first, second) = steps.split_at(set(preconditions).values.len());
        (first.to_vec(), second.to_vec())
    };
    Some(Scheme {
        id,
        exploitability,
        severity,
        level,
        acceptable: acceptable?,
        start: start?,
        preconditions,
        measures,
        severities: severities?,
        matrix: matrix?,
    })
}

/// Reads what a scheme says in attributes.
struct Reader<'a, 'd> {
    model: &'a Model,
    declaration: &'a Declaration,
    unread: bool,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Reader<'a, '_> {
    fn said(&mut self, attribute: &str) -> Option<&'a Expr> {
        let said = self.declaration.body.iter().find_map(|member| match member {
            Member::Attribute(said) if said.name.text == attribute => Some(&said.value),
            _ => None,
        });
        if said.is_none() && !self.unread {
            self.diagnostics.push(errors::lacks(&self.declaration.name, &format!("`{attribute}:`")));
        }
        said
    }

    /// The scale an attribute names. A value that is no name was reported where facts are read.
    fn scale(&mut self, attribute: &str) -> Option<SetId> {
        let ExprKind::Path(path) = &self.said(attribute)?.kind else { return None };
        let schema = &self.model.schema;
        let named = schema.set_named(&path.text());
        let scale = named.filter(|set| schema.set(*set).ordered);
        if scale.is_none() {
            let scales = schema.set_names().filter(|set| schema.set(*set).ordered).map(|set| schema.set(set).name.as_str());
            self.diagnostics.push(errors::no_scale(path, named.is_some(), scales));
        }
        scale
    }

    fn levels(&mut self, attribute: &str, levels: &ValueSet) -> Option<Vec<u16>> {
        let ExprKind::List(items) = &self.said(attribute)?.kind else { return None };
        let paths = items.iter().filter_map(|item| if let ExprKind::Path(path) = &item.kind { Some(path) } else { None });
        let found: Vec<Option<u16>> = paths.map(|path| position(path, levels, self.diagnostics)).collect();
        found.into_iter().collect()
    }
}

/// The position of a value in a set, or a message that names the nearest.
pub(super) fn position(path: &Path, set: &ValueSet, diagnostics: &mut Diagnostics) -> Option<u16> {
    let found = set.position(&path.text());
    if found.is_none() && !path.names.is_empty() {
        diagnostics.push(errors::no_value(path, set));
    }
    found
}
