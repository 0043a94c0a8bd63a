//! States: what an execution has come to, as far as it makes a difference.

use super::World;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::stream::Stream;
use interleave_request::{Memory, Merging};

impl World {
    /// The fingerprint of the state: equal fingerprints, equal futures.
    pub(crate) fn fingerprint(&self) -> Fingerprint {
        let mut parts: Vec<(u32, Fingerprint)> = Vec::new();
        for thread in &self.threads {
            let mut all = Fingerprinter::new();
            thread.fingerprint(self, &mut all);
            parts.push((thread.number, all.finish()));
        }
        parts.sort_unstable();
        let threads = parts.len();
        for slot in &self.objects {
            let Some(state) = &slot.state else { continue };
            let mut all = Fingerprinter::new();
            match self.model.merging {
                Merging::History => all.fingerprint(slot.version),
                Merging::Values | Merging::Never => {
                    state.fingerprint(self, &mut all);
                    if self.model.memory == Memory::Weak {
                        slot.view.fingerprint(self, &mut all);
                    }
                }
            }
            parts.push((slot.number, all.finish()));
        }
        parts[threads..].sort_unstable();
        let mut all = Fingerprinter::new();
        all.number(threads as u64);
        if self.model.memory == Memory::Weak {
            self.consistent.fingerprint(self, &mut all);
        }
        if self.watched.clock {
            all.wide(self.clock.as_nanos());
        }
        if let Some(tally) = &self.tally {
            tally.fingerprint(&mut all);
        }
        self.fingerprint_order(&mut all);
        for (number, part) in parts {
            all.number(number.into());
            all.fingerprint(part);
        }
        all.finish()
    }

    /// What was printed to one of the streams.
    pub(crate) fn printed(&self, stream: Stream) -> &str {
        self.object::<crate::stream::Printed>(stream.object())
            .text()
    }
}
