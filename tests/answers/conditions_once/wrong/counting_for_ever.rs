//! Rejected: if the counting panics, the next one counts
//! Says: deadlock
//!
//! Nobody says that the counting is over.

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
        let number = count();
        *self.state.lock().unwrap() = State::Counted(number);
        self.changed.notify_all();
        number
    }

    pub fn look(&self) -> Option<u32> {
        match *self.state.lock().unwrap() {
            State::Counted(number) => Some(number),
            State::Blank | State::BeingCounted => None,
        }
    }
}
