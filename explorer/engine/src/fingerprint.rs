//! 128-bit fingerprints of histories and states.
//!
//! Two states with equal fingerprints are taken for one. With 128 bits an accident is out of the
//! question: among a million states the chance of one is about 10⁻²⁷.

use xxhash_rust::xxh3::xxh3_128;

/// The fingerprint of a history or of a state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Fingerprint(xxh3_128(bytes))
    }

    /// The fingerprint of this one followed by another.
    #[must_use]
    pub fn then(self, next: Fingerprint) -> Self {
        let mut bytes = [0; 32];
        bytes[..16].copy_from_slice(&self.0.to_le_bytes());
        bytes[16..].copy_from_slice(&next.0.to_le_bytes());
        Fingerprint::of(&bytes)
    }

    /// The sum of two, in which the order makes no difference and what is undone leaves nothing.
    pub(crate) fn plus(self, other: Fingerprint) -> Self {
        Fingerprint(self.0.wrapping_add(other.0))
    }

    /// Undoes [`Fingerprint::plus`].
    pub(crate) fn minus(self, other: Fingerprint) -> Self {
        Fingerprint(self.0.wrapping_sub(other.0))
    }
}

/// Collects what belongs into one fingerprint.
#[derive(Debug)]
pub struct Fingerprinter {
    bytes: Vec<u8>,
}

impl Default for Fingerprinter {
    fn default() -> Self {
        Fingerprinter {
            bytes: Vec::with_capacity(128),
        }
    }
}

impl Fingerprinter {
    /// Starts with nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a number.
    pub fn number(&mut self, number: u64) {
        self.bytes.extend(number.to_le_bytes());
    }

    /// Adds a number that may be missing.
    pub fn optional(&mut self, number: Option<u64>) {
        self.bytes.push(number.is_some() as u8);
        self.number(number.unwrap_or(0));
    }

    /// Adds a wide number.
    pub fn wide(&mut self, number: u128) {
        self.bytes.extend(number.to_le_bytes());
    }

    /// Adds bytes, with their length.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.bytes.extend(bytes);
    }

    /// Adds a fingerprint.
    pub fn fingerprint(&mut self, fingerprint: Fingerprint) {
        self.bytes.extend(fingerprint.0.to_le_bytes());
    }

    /// The fingerprint of all that was added.
    pub fn finish(&self) -> Fingerprint {
        Fingerprint::of(&self.bytes)
    }
}
