//! Who works with the device, what protects it, and what is kept elsewhere.

use crate::model::{ElementId, Kind, KindSet};
use crate::report::build::Writer;
use crate::report::{FeatureRow, HeldRow, HostedRow, LoginRow, RoleRow};
use crate::rules::ports_used;

impl Writer<'_> {
    /// People for whom a port of the device is.
    pub(super) fn people(&mut self) -> Vec<RoleRow> {
        let mut rows = Vec::new();
        for id in self.shown(KindSet::of(Kind::Actor)) {
            if self.holds(id, "at_the_device") {
                let used = ports_used(self.model, id).into_iter().filter(|port| self.is_on_device(*port));
                rows.push(RoleRow {
                    name: self.model.title(id).to_owned(),
                    privileges: self.text(id, "privileges"),
                    credentials: self.text(id, "credentials"),
                    ports: used.map(|port| self.model.title(port).to_owned()).collect(),
                });
            }
        }
        rows
    }

    /// Programs of the device of which it is said how people log in.
    pub(super) fn logins(&self) -> Vec<LoginRow> {
        let programs = self.shown(KindSet::of(Kind::Process)).into_iter().filter(|id| self.is_on_device(*id));
        let row = |id: ElementId| {
            Some(LoginRow {
                name: self.model.title(id).to_owned(),
                login: self.symbol(id, "login")?,
                emergency: self.yes_no(id, "emergency_access"),
            })
        };
        programs.filter_map(row).collect()
    }

    pub(super) fn hosted(&mut self) -> Vec<HostedRow> {
        let all = self.shown(KindSet::DRAWN.without(Kind::Flow)).into_iter();
        let hosted: Vec<ElementId> = all.filter(|id| self.holds(*id, "is_hosted")).collect();
        hosted.iter().map(|id| self.hosted_row(*id)).collect()
    }

    fn hosted_row(&self, id: ElementId) -> HostedRow {
        let within = |store: &ElementId| *store == id || self.model.relations.boundaries_of(*store).contains(&id);
        let stores: Vec<ElementId> = self.shown(KindSet::of(Kind::Store)).into_iter().filter(within).collect();
        HostedRow {
            name: self.model.title(id).to_owned(),
            purpose: self.text(id, "purpose").or_else(|| self.documentation(id)),
            hosted_at: self.text(id, "hosted_at"),
            data: self.held_in(&stores),
        }
    }

    /// The data in some stores, each with what all stores say that hold it.
    fn held_in(&self, stores: &[ElementId]) -> Vec<HeldRow> {
        let mut data: Vec<ElementId> = Vec::new();
        for held in stores.iter().flat_map(|store| self.model.references(*store, "holds")) {
            if !data.contains(&held) {
                data.push(held);
            }
        }
        let row = |held: ElementId| {
            let holding: Vec<ElementId> =
                stores.iter().copied().filter(|store| self.model.references(*store, "holds").contains(&held)).collect();
            HeldRow {
                name: self.model.title(held).to_owned(),
                encrypted: self.of_all(&holding, "encrypted"),
                backed_up: self.of_all(&holding, "backed_up"),
            }
        };
        data.into_iter().map(row).collect()
    }

    /// What all stores say of an attribute; nothing where they differ or one is silent.
    fn of_all(&self, stores: &[ElementId], attribute: &str) -> Option<String> {
        let first = self.yes_no(*stores.first()?, attribute)?;
        stores.iter().all(|store| self.yes_no(*store, attribute).as_ref() == Some(&first)).then_some(first)
    }

    /// Controls in place of which customers are told something.
    pub(super) fn features(&self) -> Vec<FeatureRow> {
        let own = self.model.of_kind(Kind::Control);
        let row = |id: ElementId| {
            let told = self.text(id, "told").filter(|_| self.model.relations.counts(id) && !self.is_outside(id))?;
            Some(FeatureRow {
                id: self.model.identity(id),
                layer: self.symbol(id, "fda_category"),
                told,
                evidence: self.texts(id, "evidence"),
            })
        };
        let mut rows: Vec<FeatureRow> = own.filter_map(row).collect();
        let order = |row: &FeatureRow| self.model.find(&row.id).and_then(|id| self.control_category(id));
        let categories = self.control_categories();
        rows.sort_by_key(|row| {
            categories.iter().position(|category| Some(category) == order(row).as_ref()).unwrap_or(usize::MAX)
        });
        rows
    }
}
