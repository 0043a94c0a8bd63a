//! A count of readers, a lock and a condition.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex};

#[derive(Default)]
struct State {
    shelves: HashMap<String, u32>,
    readers: usize,
}

#[derive(Default)]
pub struct Catalogue {
    state: Mutex<State>,
    no_reader: Condvar,
}

impl Catalogue {
    pub fn look<T>(&self, title: &str, read: impl FnOnce(Option<u32>) -> T) -> T {
        let mut state = self.state.lock().unwrap();
        state.readers += 1;
        let shelf = state.shelves.get(title).copied();
        drop(state);
        let answer = read(shelf);
        self.state.lock().unwrap().readers -= 1;
        self.no_reader.notify_all();
        answer
    }

    pub fn put(&self, title: &str, shelf: u32) -> Option<u32> {
        let state = self.state.lock().unwrap();
        let mut state = self
            .no_reader
            .wait_while(state, |state| state.readers > 0)
            .unwrap();
        state.shelves.insert(title.to_owned(), shelf)
    }
}
