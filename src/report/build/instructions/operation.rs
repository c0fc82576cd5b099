//! Operation: settings, events, logs, updates.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::model::{ElementId, Kind, KindSet};
use crate::report::build::Writer;
use crate::report::{EventRow, LogRow, SettingRow, UpdateRow};

impl Writer<'_> {
    pub(super) fn device_ports(&self) -> Vec<String> {
        let all = self.shown(KindSet::of(Kind::Port)).into_iter();
        all.filter(|id| self.is_on_device(*id)).map(|id| self.model.identity(id)).collect()
    }

    /// Options of the model, then ports that can be switched.
    pub(super) fn settings(&mut self) -> Vec<SettingRow> {
        let options: Vec<ElementId> = self.sections().collect();
        let mut rows = Vec::new();
        for id in options {
            if self.holds(id, "is_setting") {
                rows.push(SettingRow {
                    id: self.model.identity(id),
                    name: self.model.title(id).to_owned(),
                    port: false,
                    as_shipped: self.text(id, "as_shipped"),
                    choices: self.text(id, "choices"),
                    effect: self.text(id, "effect"),
                    risk: self.text(id, "risk"),
                    changed_by: self.titles(&self.model.references(id, "changed_by")),
                });
            }
        }
        for id in self.shown(KindSet::of(Kind::Port)) {
            if self.holds(id, "is_switched") {
                rows.push(SettingRow {
                    id: self.model.identity(id),
                    name: self.model.title(id).to_owned(),
                    port: true,
                    as_shipped: self.symbol(id, "default"),
                    choices: None,
                    effect: self.text(id, "switching"),
                    risk: self.text(id, "change_risk"),
                    changed_by: self.titles(&self.model.references(id, "roles")),
                });
            }
        }
        rows
    }

    pub(super) fn events(&mut self) -> Vec<EventRow> {
        let all: Vec<ElementId> = self.sections().collect();
        let events: Vec<ElementId> = all.into_iter().filter(|id| self.holds(*id, "is_event")).collect();
        let row = |id: &ElementId| EventRow {
            name: self.model.title(*id).to_owned(),
            noticed: self.text(*id, "noticed"),
            action: self.text(*id, "action"),
            recorded: self.text(*id, "recorded"),
        };
        events.iter().map(row).collect()
    }

    pub(super) fn logs(&mut self) -> Vec<LogRow> {
        let stores = self.shown(KindSet::of(Kind::Store)).into_iter();
        let logs: Vec<ElementId> = stores.filter(|id| self.holds(*id, "keeps_log")).collect();
        let row = |id: &ElementId| LogRow {
            name: self.model.title(*id).to_owned(),
            data: self.titles(&self.model.references(*id, "holds")),
            capacity: self.text(*id, "capacity"),
            format: self.text(*id, "record_format"),
            export: self.text(*id, "export"),
            when_full: self.text(*id, "when_full"),
        };
        logs.iter().map(row).collect()
    }

    /// Programs of the device, by how their updates are checked.
    pub(super) fn updates(&self) -> Vec<UpdateRow> {
        let mut rows: IndexMap<String, Vec<String>, FxBuildHasher> = IndexMap::default();
        for id in self.shown(KindSet::of(Kind::Process)).into_iter().filter(|id| self.is_on_device(*id)) {
            if let Some(check) = self.symbol(id, "update") {
                rows.entry(check).or_default().push(self.model.title(id).to_owned());
            }
        }
        rows.into_iter().map(|(check, names)| UpdateRow { names, check }).collect()
    }
}
