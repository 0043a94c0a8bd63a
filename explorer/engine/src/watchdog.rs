//! Notices when the explored program runs on without any operation.
//!
//! The scheduler cannot interrupt a thread that never parks. So another thread of the operating
//! system looks on: whenever control passes between the program and the scheduler a counter moves,
//! and if the counter stands still in the program for too long, the watcher takes the search over.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

/// Even while the program runs, odd while the scheduler does.
static HANDOVERS: AtomicU64 = AtomicU64::new(1);

const TAKEN_OVER: u64 = u64::MAX;

/// The scheduler is done: the program runs.
pub(crate) fn program_runs() {
    hand_over();
}

/// The program has come to an operation: the scheduler runs.
pub(crate) fn scheduler_runs() {
    hand_over();
}

fn hand_over() {
    let now = HANDOVERS.load(SeqCst);
    if now == TAKEN_OVER
        || HANDOVERS
            .compare_exchange(now, now + 1, SeqCst, SeqCst)
            .is_err()
    {
        // The search was taken over because this thread was silent for too long.
        loop {
            std::thread::park();
        }
    }
}

/// The counter, if the program runs.
pub(crate) fn in_program() -> Option<u64> {
    let now = HANDOVERS.load(SeqCst);
    (now != TAKEN_OVER && now.is_multiple_of(2)).then_some(now)
}

/// Takes the search over, if the counter has not moved since it was `seen`.
pub(crate) fn take_over(seen: u64) -> bool {
    HANDOVERS
        .compare_exchange(seen, TAKEN_OVER, SeqCst, SeqCst)
        .is_ok()
}

/// Begins anew: the scheduler runs.
pub(crate) fn reset() {
    HANDOVERS.store(1, SeqCst);
}
