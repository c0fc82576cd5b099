//! Rows about the software in a device and the vulnerabilities of its parts. Internal as a whole: they go to customers through a trusted
//! channel, and into no instructions for use.

use schemars::JsonSchema;
use serde::Serialize;

/// An element with software in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SoftwareRow {
    /// Identity.
    pub element: String,
    /// Name.
    pub element_name: String,
    /// Whether it has no part that somebody else wrote.
    pub own_code: Option<bool>,
    /// Identity of the element around it whose bill of materials covers it, too.
    pub covered_by: Option<String>,
    /// Its bill of materials.
    pub bill: Option<DocumentRow>,
    /// What is said of the vulnerabilities of its components, besides the bill itself.
    pub vex: Vec<DocumentRow>,
    /// Its components.
    pub components: Vec<ComponentRow>,
    /// Their vulnerabilities.
    pub vulnerabilities: Vec<VulnerabilityRow>,
    /// Whether a document says anything of vulnerabilities, be it that there are none.
    pub assessed: bool,
    /// Where the element is declared, `file:line`.
    pub place: String,
}

impl SoftwareRow {
    /// Whether nobody says what it is built of.
    pub fn is_unmapped(&self) -> bool {
        self.bill.is_none() && self.covered_by.is_none() && self.own_code != Some(true)
    }
}

/// A document about components.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentRow {
    /// Its path.
    pub path: String,
    /// `CycloneDX 1.6`.
    pub format: String,
    /// Who made it.
    pub author: Option<String>,
    /// When.
    pub made: Option<String>,
    /// Which of the minimum elements of a bill of materials it lacks as a whole.
    pub missing: Vec<String>,
}

/// A component of a bill of materials.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComponentRow {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Option<String>,
    /// Who supplies it.
    pub supplier: Option<String>,
    /// Package URL or CPE.
    pub identifier: Option<String>,
    /// Licences.
    pub licences: Vec<String>,
    /// Hashes.
    pub hashes: Vec<String>,
    /// Names and versions of what it needs.
    pub depends_on: Vec<String>,
    /// How it is supported.
    pub support_level: Option<String>,
    /// The day on which its support ends.
    pub support_until: Option<String>,
    /// Which of the minimum elements the document does not state of it, and what of its support.
    pub missing: Vec<String>,
}

/// A vulnerability of a component.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VulnerabilityRow {
    /// `CVE-2026-1234`.
    pub id: String,
    /// Name and version of the component; nothing where the product as a whole is meant.
    pub component: Option<String>,
    /// `affected`, `not affected`, `fixed` or `under investigation`.
    pub status: String,
    /// When that was said.
    pub made: Option<String>,
    /// Whether a document says that it is on a list of vulnerabilities known to be exploited; nothing where none says so or not.
    pub exploited: Option<bool>,
    /// How severe it is, by whom a document cites.
    pub severity: Option<String>,
    /// Why.
    pub justification: Option<String>,
    /// What is done about it.
    pub action: Option<String>,
    /// Where it is said, `file:line`.
    pub place: String,
}
