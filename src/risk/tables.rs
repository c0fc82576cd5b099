//! The tables in a scheme: every row once, none missing, every value one of its scale.

use super::errors;
use super::scheme::position;
use crate::diagnostic::Diagnostics;
use crate::model::ValueSet;
use crate::syntax::ast::{Attribute, Declaration, Expr, ExprKind, Member, Name, Table};

/// Reads tables of one scheme.
pub(super) struct Tables<'a, 'd> {
    declaration: &'a Declaration,
    /// Whether something in the scheme could not be read, so that what lacks may be there.
    unread: bool,
    diagnostics: &'d mut Diagnostics,
}

impl<'a, 'd> Tables<'a, 'd> {
    /// A reader that says what is wrong.
    pub(super) fn new(declaration: &'a Declaration, unread: bool, diagnostics: &'d mut Diagnostics) -> Self {
        Self { declaration, unread, diagnostics }
    }

    /// A value of one set for each value of another.
    pub(super) fn values(&mut self, table: &str, keys: &ValueSet, values: &ValueSet) -> Option<Vec<u16>> {
        let (table, rows) = self.read(table, &[keys])?;
        let value = |row: &Option<&Attribute>, diagnostics: &mut Diagnostics| row.and_then(|row| name(row, values, diagnostics));
        self.complete(table, &[keys], rows, value)
    }

    /// A number of steps for each value of several sets. Information for security takes nothing off.
    pub(super) fn steps(&mut self, table: &str, keys: &[&ValueSet]) -> Option<Vec<u16>> {
        let (table, rows) = self.read(table, keys)?;
        self.complete(table, keys, rows, |row, diagnostics| row.and_then(|row| steps(row, diagnostics)))
    }

    /// A row of values for each value of a set, with a column for each of another.
    pub(super) fn rows(&mut self, table: &str, keys: &ValueSet, of: (&ValueSet, &ValueSet)) -> Option<Vec<Vec<u16>>> {
        let (table, rows) = self.read(table, &[keys])?;
        let list = |row: &Option<&Attribute>, diagnostics: &mut Diagnostics| row.and_then(|row| list(row, of, diagnostics));
        let written = rows.clone();
        let levels = self.complete(table, &[keys], rows, list)?;
        if let Some((at, from)) = falls(&levels) {
            self.diagnostics.extend(written[at].map(|row| errors::falling(row, from < at, of.1)));
        }
        Some(levels)
    }

    /// Says that a table has no place.
    pub(super) fn none(&mut self, table: &str, scale: &ValueSet) {
        if let Some(table) = self.table(table) {
            self.diagnostics.push(errors::needless_table(&table.name, scale));
        }
    }

    fn table(&mut self, name: &str) -> Option<&'a Table> {
        let mut found = self.declaration.body.iter().filter_map(|member| match member {
            Member::Table(table) if table.name.text == name => Some(&**table),
            _ => None,
        });
        let first = found.next();
        if let Some(second) = found.next() {
            self.diagnostics.push(errors::table_twice(&second.name));
        }
        first
    }

    /// The rows of a table in the order of its keys; one that is not there leaves a hole.
    fn read(&mut self, name: &str, keys: &[&ValueSet]) -> Option<(&'a Table, Vec<Option<&'a Attribute>>)> {
        let Some(table) = self.table(name) else {
            if !self.unread {
                self.diagnostics.push(errors::lacks(&self.declaration.name, &format!("a `{name}` table")));
            }
            return None;
        };
        let mut rows: Vec<Option<&Attribute>> = vec![None; keys.iter().map(|set| set.values.len()).sum()];
        for member in &table.body {
            let Member::Attribute(row) = member else {
                if !matches!(member, Member::Error(_)) {
                    self.diagnostics.push(errors::no_row(table));
                }
                continue;
            };
            match key(&row.name, keys) {
                Some(at) if rows[at].is_some() => self.diagnostics.push(errors::row_twice(&row.name)),
                Some(at) => rows[at] = Some(row),
                None => self.diagnostics.push(errors::no_key(&row.name, &table.name.text, keys)),
            }
        }
        Some((table, rows))
    }

    /// Each row read; nothing where one is missing or wrong.
    fn complete<T>(
        &mut self,
        table: &Table,
        keys: &[&ValueSet],
        rows: Vec<Option<&Attribute>>,
        read: impl Fn(&Option<&Attribute>, &mut Diagnostics) -> Option<T>,
    ) -> Option<Vec<T>> {
        let names = keys.iter().flat_map(|set| set.names());
        let missing: Vec<&str> = names.zip(&rows).filter(|(_, row)| row.is_none()).map(|(name, _)| name).collect();
        let known = |member: &Member| match member {
            Member::Attribute(row) => key(&row.name, keys).is_some(),
            _ => false,
        };
        // a misspelt row, which was reported, is the one that is missing
        if !missing.is_empty() && table.body.iter().all(known) {
            self.diagnostics.push(errors::rows_missing(&table.name, &missing));
        }
        let read: Vec<Option<T>> = rows.iter().map(|row| read(row, self.diagnostics)).collect();
        read.into_iter().collect()
    }
}

/// The first row in which a level is lower than one before it, and the row that one is in: the same, or the row before.
fn falls(rows: &[Vec<u16>]) -> Option<(usize, usize)> {
    (0..rows.len()).find_map(|at| {
        let along = rows[at].windows(2).any(|pair| pair[1] < pair[0]);
        let down = at > 0 && rows[at].iter().zip(&rows[at - 1]).any(|(level, before)| level < before);
        if along { Some((at, at)) } else { down.then(|| (at, at - 1)) }
    })
}

/// Which row a name begins.
fn key(name: &Name, keys: &[&ValueSet]) -> Option<usize> {
    let mut before = 0;
    for set in keys {
        if let Some(at) = set.position(&name.text) {
            return Some(before + at as usize);
        }
        before += set.values.len();
    }
    None
}

fn name(row: &Attribute, values: &ValueSet, diagnostics: &mut Diagnostics) -> Option<u16> {
    value(&row.value, values, diagnostics)
}

fn value(expr: &Expr, values: &ValueSet, diagnostics: &mut Diagnostics) -> Option<u16> {
    match &expr.kind {
        ExprKind::Path(path) => position(path, values, diagnostics),
        ExprKind::Error => None,
        _ => {
            diagnostics.push(errors::not_a_value(expr, values));
            None
        }
    }
}

fn steps(row: &Attribute, diagnostics: &mut Diagnostics) -> Option<u16> {
    match row.value.kind {
        ExprKind::Int(steps) if row.name.text == "information" && steps > 0 => {
            diagnostics.push(errors::information_lowers(row));
            None
        }
        ExprKind::Int(steps) => u16::try_from(steps).ok(),
        ExprKind::Error => None,
        _ => {
            diagnostics.push(errors::not_steps(&row.value));
            None
        }
    }
}

fn list(row: &Attribute, (columns, values): (&ValueSet, &ValueSet), diagnostics: &mut Diagnostics) -> Option<Vec<u16>> {
    let ExprKind::List(items) = &row.value.kind else {
        if row.value.kind != ExprKind::Error {
            diagnostics.push(errors::not_a_row(&row.value, columns));
        }
        return None;
    };
    if items.len() != columns.values.len() {
        diagnostics.push(errors::row_length(row, items.len(), columns));
        return None;
    }
    let read: Vec<Option<u16>> = items.iter().map(|item| value(item, values, diagnostics)).collect();
    read.into_iter().collect()
}
