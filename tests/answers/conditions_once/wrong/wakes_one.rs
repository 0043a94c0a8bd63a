//! Rejected: all who come get the same number
//! Says: deadlock
//!
//! One of those who wait is woken, and does not tell the others.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex};

#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Blank,
    BeingCounted,
    Counted(u32),
}

#[derive(Default)]
pub struct Catalogue {
    state: Mutex<State>,
    changed: Condvar,
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        let mut state = self.state.lock().unwrap();
        while let State::BeingCounted = *state {
            state = self.changed.wait(state).unwrap();
        }
        if let State::Counted(number) = *state {
            return number;
        }
        *state = State::BeingCounted;
        drop(state);
        let counted = catch_unwind(AssertUnwindSafe(count));
        *self.state.lock().unwrap() = match counted {
            Ok(number) => State::Counted(number),
            Err(_) => State::Blank,
        };
        self.changed.notify_one();
        counted.unwrap_or_else(|panic| resume_unwind(panic))
    }

    pub fn look(&self) -> Option<u32> {
        match *self.state.lock().unwrap() {
            State::Counted(number) => Some(number),
            State::Blank | State::BeingCounted => None,
        }
    }
}
