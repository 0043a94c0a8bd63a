use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex};

#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Blank,
    BeingCounted,
    Counted(u32),
}

/// The number of books, once somebody has counted them.
#[derive(Default)]
pub struct Catalogue {
    state: Mutex<State>,
    changed: Condvar,
}

impl Catalogue {
    /// The number of books. Calls `count` if nobody has counted them.
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        let state = self.state.lock().unwrap();
        let is_busy = |state: &mut State| matches!(state, State::BeingCounted);
        let mut state = self.changed.wait_while(state, is_busy).unwrap();
        if let State::Counted(number) = *state {
            return number;
        }
        *state = State::BeingCounted;
        drop(state);
        let counted = catch_unwind(AssertUnwindSafe(count));
        self.change(match counted {
            Ok(number) => State::Counted(number),
            Err(_) => State::Blank,
        });
        counted.unwrap_or_else(|panic| resume_unwind(panic))
    }

    /// The number, if they have been counted. Does not wait for somebody who counts.
    pub fn look(&self) -> Option<u32> {
        match *self.state.lock().unwrap() {
            State::Counted(number) => Some(number),
            State::Blank | State::BeingCounted => None,
        }
    }

    fn change(&self, state: State) {
        *self.state.lock().unwrap() = state;
        self.changed.notify_all();
    }
}
