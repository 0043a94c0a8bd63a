//! Rejected: whoever waits counts if the counting panics
//! Says: deadlock
//!
//! The state is put back, and those who wait do not hear of it.

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
        match catch_unwind(AssertUnwindSafe(count)) {
            Ok(number) => {
                *self.state.lock().unwrap() = State::Counted(number);
                self.changed.notify_all();
                number
            }
            Err(panic) => {
                *self.state.lock().unwrap() = State::Blank;
                resume_unwind(panic)
            }
        }
    }

    pub fn look(&self) -> Option<u32> {
        match *self.state.lock().unwrap() {
            State::Counted(number) => Some(number),
            State::Blank | State::BeingCounted => None,
        }
    }
}
