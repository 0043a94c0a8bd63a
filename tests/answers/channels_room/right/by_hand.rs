//! A shelf built of a lock and two conditions. A shelf without room has room for one book, which
//! the clerk does not let go of before it was taken.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct Shelf {
    state: Mutex<(VecDeque<String>, bool)>,
    changed: Condvar,
}

impl Shelf {
    fn put(&self, book: String, room: usize) {
        let mut state = self.state.lock().unwrap();
        while state.0.len() >= room.max(1) {
            state = self.changed.wait(state).unwrap();
        }
        state.0.push_back(book);
        self.changed.notify_all();
        while room == 0 && !state.0.is_empty() {
            state = self.changed.wait(state).unwrap();
        }
    }

    fn close(&self) {
        self.state.lock().unwrap().1 = true;
        self.changed.notify_all();
    }

    fn take(&self) -> Option<String> {
        let mut state = self.state.lock().unwrap();
        loop {
            if let Some(book) = state.0.pop_front() {
                self.changed.notify_all();
                return Some(book);
            }
            if state.1 {
                return None;
            }
            state = self.changed.wait(state).unwrap();
        }
    }
}

pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let shelf = Shelf::default();
    thread::scope(|scope| {
        scope.spawn(|| {
            while let Some(book) = fetch() {
                shelf.put(book, room);
            }
            shelf.close();
        });
        while let Some(book) = shelf.take() {
            desk(book);
        }
    });
}
