//! The block every artifact carries, so that any one taken alone says what it describes.

/// What identifies an artifact (checklist row A1). Absent facts are printed as "not stated", never left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct TitleBlock {
    /// Name of the system.
    pub device: String,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model or variant.
    pub model: Option<String>,
    /// UDI-DI.
    pub udi_di: Option<String>,
    /// Version of the device.
    pub version: Option<String>,
    /// Revision of the threat model.
    pub revision: Option<String>,
    /// First 12 hexadecimal digits of the SHA-256 of the model's resolved content.
    pub model_hash: String,
    /// Packs and their versions.
    pub packs: Vec<String>,
    /// Name and version of the program that wrote it.
    pub generator: String,
    /// Date from `SOURCE_DATE_EPOCH`, if it is set.
    pub date: Option<String>,
    /// Who wrote the model.
    pub author: Option<String>,
    /// Who reviewed it.
    pub reviewer: Option<String>,
    /// Who approved it.
    pub approver: Option<String>,
    /// Status as the model states it.
    pub status: Option<String>,
    /// Whether the gate would refuse: the artifact then says DRAFT.
    pub draft: bool,
}
