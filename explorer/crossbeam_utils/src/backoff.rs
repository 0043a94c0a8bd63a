use interleave::{Site, current};
use std::cell::Cell;
use std::fmt;
use std::panic::Location;

/// After so many rounds, a thread should give up its turn rather than spin.
const SPIN_LIMIT: u32 = 6;

/// After so many rounds, a thread should block.
const YIELD_LIMIT: u32 = 10;

/// As `crossbeam_utils::Backoff`. Each round is one step, however long it takes.
pub struct Backoff {
    rounds: Cell<u32>,
}

impl Backoff {
    /// No round yet.
    pub fn new() -> Self {
        Backoff {
            rounds: Cell::new(0),
        }
    }

    /// Begins anew.
    pub fn reset(&self) {
        self.rounds.set(0);
    }

    /// Waits a little, because another thread was faster.
    #[track_caller]
    pub fn spin(&self) {
        wait("spin", Location::caller());
        if self.rounds.get() <= SPIN_LIMIT {
            self.rounds.set(self.rounds.get() + 1);
        }
    }

    /// Waits a little, because another thread has to do something first.
    #[track_caller]
    pub fn snooze(&self) {
        wait("snooze", Location::caller());
        if self.rounds.get() <= YIELD_LIMIT {
            self.rounds.set(self.rounds.get() + 1);
        }
    }

    /// Whether it would be better to block.
    pub fn is_completed(&self) -> bool {
        self.rounds.get() > YIELD_LIMIT
    }
}

fn wait(verb: &'static str, site: Site) {
    if interleave::running() {
        current::yield_now(verb, site);
    }
}

impl Default for Backoff {
    fn default() -> Self {
        Backoff::new()
    }
}

impl fmt::Debug for Backoff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Backoff");
        text.field("step", &self.rounds)
            .field("is_completed", &self.is_completed())
            .finish()
    }
}
