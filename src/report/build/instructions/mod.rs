//! The instructions for use and the security documentation for customers: what stands under which heading.

mod access;
mod environment;
mod headings;
mod operation;
mod streams;

use super::Writer;
use crate::report::{Instructions, ThreatRow};

impl Writer<'_> {
    /// All rows. The sentences about remaining risks come from the threats.
    pub(super) fn instructions(&mut self, threats: &[ThreatRow]) -> Instructions {
        let system = self.model.system();
        let text = |attribute: &str| system.and_then(|id| self.text(id, attribute));
        let (contact, update_notice) = (text("contact"), text("update_notice"));
        let (version_shown, bill_access) = (text("version_shown"), text("bill_access"));
        Instructions {
            chapters: self.chapters(),
            loose: self.loose_sections(),
            device_ports: self.device_ports(),
            requirements: self.requirements(),
            unrequired: self.unrequired(),
            environment: self.environment_measures(),
            sentences: self.sentences(threats),
            settings: self.settings(),
            events: self.events(),
            logs: self.logs(),
            roles: self.people(),
            logins: self.logins(),
            streams: self.streams(),
            hosted: self.hosted(),
            features: self.features(),
            updates: self.updates(),
            contact,
            update_notice,
            version_shown,
            bill_access,
        }
    }
}
