//! What programs know a finding by from one run to the next.

use sha2::{Digest, Sha256};

/// Sixteen hexadecimal digits of a text.
pub(super) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
