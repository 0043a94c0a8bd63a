//! What a thread learns from an operation.

use crate::fingerprint::{Fingerprint, Fingerprinter};

/// What a thread has learnt from one operation.
///
/// A thread is deterministic: what it has learnt so far decides where it stands and what is in
/// its local variables. Leaving something out here therefore makes the search unsound, which is
/// why every operation has to say it.
#[derive(Clone, Copy, Debug)]
pub struct Seen(pub(crate) Fingerprint);

impl Seen {
    /// Nothing: whatever the others did, this thread goes on in the same way.
    pub fn nothing() -> Seen {
        Seen(Fingerprint::default())
    }

    /// A number, a flag, or which of several ways was taken.
    pub fn number(number: u64) -> Seen {
        let mut all = Fingerprinter::new();
        all.number(number);
        Seen(all.finish())
    }

    /// A wide number.
    pub fn wide(number: u128) -> Seen {
        let mut all = Fingerprinter::new();
        all.wide(number);
        Seen(all.finish())
    }

    /// Something that has a fingerprint.
    pub fn fingerprint(fingerprint: Fingerprint) -> Seen {
        Seen(fingerprint)
    }

    /// This and something more.
    #[must_use]
    pub fn and(self, more: Seen) -> Seen {
        Seen(self.0.then(more.0))
    }
}
