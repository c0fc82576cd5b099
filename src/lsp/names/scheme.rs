//! Names in a risk scheme: its scales, its levels, and the rows and cells of its tables. Which set a word is of, the reader of schemes
//! (`risk::scheme`) decides in the same way.

use crate::model::SetId;
use crate::syntax::ast::{Attribute, Declaration, Expr, ExprKind, Member, Path, Table};

use super::Meaning;
use super::members::Walk;

/// The scales of a scheme, as far as they are known.
struct Scales {
    exploitability: Option<SetId>,
    severity: Option<SetId>,
    level: Option<SetId>,
}

impl<'c> Walk<'c, '_> {
    /// Everything in a scheme that its attributes do not say already.
    pub(super) fn scheme(&mut self, declaration: &'c Declaration) {
        let scale = |name: &str| self.set_of_path(said(declaration, name)?);
        let scales = Scales { exploitability: scale("exploitability"), severity: scale("severity"), level: scale("level") };
        for name in ["exploitability", "severity", "level"] {
            if let Some(path) = said(declaration, name) {
                self.known(path.span, self.set_of_path(path).map(Meaning::Set));
            }
        }
        for member in &declaration.body {
            match member {
                Member::Attribute(said) if said.name.text == "acceptable" => self.cell(&said.value, scales.level),
                Member::Table(table) => self.table(table, &scales),
                _ => {}
            }
        }
    }

    fn table(&mut self, table: &Table, scales: &Scales) {
        let core = |name: &str| self.compilation.model.schema.set_named(name);
        let (keys, cells) = match &*table.name.text {
            "start" => (vec![core("exposure")], scales.exploitability),
            "reduces" => (vec![core("precondition"), core("measure_class")], None),
            "severities" => (vec![core("severity")], scales.severity),
            "matrix" => (vec![scales.severity], scales.level),
            _ => return,
        };
        for member in &table.body {
            if let Member::Attribute(row) = member {
                self.row(row, &keys);
                self.cell(&row.value, cells);
            }
        }
    }

    fn row(&mut self, row: &Attribute, keys: &[Option<SetId>]) {
        let schema = &self.compilation.model.schema;
        let found = keys.iter().flatten().find_map(|set| Some(Meaning::Value(*set, schema.set(*set).position(&row.name.text)?)));
        self.known(row.name.span, found);
    }

    fn cell(&mut self, value: &Expr, set: Option<SetId>) {
        match (&value.kind, set) {
            (ExprKind::List(items), _) => items.iter().for_each(|item| self.cell(item, set)),
            (ExprKind::Path(path), Some(set)) => {
                let at = self.compilation.model.schema.set(set).position(&path.text());
                self.known(path.span, at.map(|at| Meaning::Value(set, at)));
            }
            _ => {}
        }
    }

    fn set_of_path(&self, path: &Path) -> Option<SetId> {
        self.compilation.model.schema.set_named(&path.text())
    }
}

/// What an attribute of a scheme names.
fn said<'c>(declaration: &'c Declaration, name: &str) -> Option<&'c Path> {
    declaration.body.iter().find_map(|member| match member {
        Member::Attribute(said) if said.name.text == name => match &said.value.kind {
            ExprKind::Path(path) => Some(path),
            _ => None,
        },
        _ => None,
    })
}
