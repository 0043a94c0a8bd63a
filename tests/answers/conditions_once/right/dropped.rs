//! A value whose drop puts the state back and wakes the others.

use parking_lot::{Condvar, Mutex};

#[derive(Default)]
pub struct Catalogue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    number: Option<u32>,
    is_being_counted: bool,
}

struct Counting<'a>(&'a Catalogue);

impl Drop for Counting<'_> {
    fn drop(&mut self) {
        self.0.state.lock().is_being_counted = false;
        self.0.changed.notify_all();
    }
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        let mut state = self.state.lock();
        while state.is_being_counted {
            self.changed.wait(&mut state);
        }
        if let Some(number) = state.number {
            return number;
        }
        state.is_being_counted = true;
        drop(state);
        let _counting = Counting(self);
        let number = count();
        self.state.lock().number = Some(number);
        number
    }

    pub fn look(&self) -> Option<u32> {
        self.state.lock().number
    }
}
