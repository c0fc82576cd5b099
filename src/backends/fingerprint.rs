//! What a text is known by from one run to the next.

use sha2::{Digest, Sha256};

/// The first bytes of the digest of a text, in hexadecimal digits.
pub(super) fn digest(text: &str, bytes: usize) -> String {
    Sha256::digest(text.as_bytes()).iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}
