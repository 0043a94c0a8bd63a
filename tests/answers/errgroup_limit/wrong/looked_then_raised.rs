//! Rejected: never more at work, although two start clerks
//!
//! The lock is let go between the look and the count.

use parking_lot::{Condvar, Mutex};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

pub struct Group {
    limit: usize,
    shared: Arc<(Mutex<State>, Condvar)>,
}

#[derive(Default)]
struct State {
    at_work: usize,
    panicked: usize,
}

impl Group {
    pub fn new(limit: usize) -> Group {
        Group {
            limit,
            shared: Arc::default(),
        }
    }

    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        let (state, changed) = &*self.shared;
        changed.wait_while(&mut state.lock(), |state| state.at_work >= self.limit);
        state.lock().at_work += 1;
        let shared = Arc::clone(&self.shared);
        thread::spawn(move || {
            let panicked = catch_unwind(AssertUnwindSafe(job)).is_err();
            let mut state = shared.0.lock();
            state.at_work -= 1;
            state.panicked += usize::from(panicked);
            shared.1.notify_all();
        });
    }

    pub fn wait(&self) -> usize {
        let (state, changed) = &*self.shared;
        let mut state = state.lock();
        changed.wait_while(&mut state, |state| state.at_work > 0);
        state.panicked
    }
}
