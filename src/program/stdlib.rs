//! The library inside the binary.

/// Module names and texts, in the order in which `ward list` shows them.
pub const STDLIB: &[(&str, &str)] = &[
    ("std.core", include_str!("../../stdlib/core.tm")),
    ("std.data", include_str!("../../stdlib/data.tm")),
    ("std.people", include_str!("../../stdlib/people.tm")),
    ("std.protocols", include_str!("../../stdlib/protocols.tm")),
    ("std.ports", include_str!("../../stdlib/ports.tm")),
    ("std.components", include_str!("../../stdlib/components.tm")),
    ("std.environment", include_str!("../../stdlib/environment.tm")),
    ("std.controls", include_str!("../../stdlib/controls.tm")),
    ("std.medical", include_str!("../../stdlib/medical.tm")),
    ("std.clauses", include_str!("../../stdlib/clauses.tm")),
    ("std.n60", include_str!("../../stdlib/n60.tm")),
    ("std.mdcg", include_str!("../../stdlib/mdcg.tm")),
    ("std.mdr", include_str!("../../stdlib/mdr.tm")),
    ("std.ivdr", include_str!("../../stdlib/ivdr.tm")),
    ("std.fda", include_str!("../../stdlib/fda.tm")),
    ("std.iec62443", include_str!("../../stdlib/iec62443.tm")),
    ("std.mds2", include_str!("../../stdlib/mds2.tm")),
    ("std.stride_spoofing", include_str!("../../stdlib/stride_spoofing.tm")),
    ("std.stride_tampering", include_str!("../../stdlib/stride_tampering.tm")),
    ("std.stride_repudiation", include_str!("../../stdlib/stride_repudiation.tm")),
    ("std.stride_disclosure", include_str!("../../stdlib/stride_disclosure.tm")),
    ("std.stride_denial", include_str!("../../stdlib/stride_denial.tm")),
    ("std.stride_elevation", include_str!("../../stdlib/stride_elevation.tm")),
    ("std.stride", include_str!("../../stdlib/stride.tm")),
];
