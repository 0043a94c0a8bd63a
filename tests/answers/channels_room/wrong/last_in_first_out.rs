//! Rejected: every book reaches the desk, in order
//!
//! A pile, not a shelf.

use std::sync::{Condvar, Mutex};
use std::thread;

pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let room = room.max(1);
    let state = Mutex::new((Vec::<String>::new(), false));
    let changed = Condvar::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            while let Some(book) = fetch() {
                let pile = state.lock().unwrap();
                let mut pile = changed
                    .wait_while(pile, |pile| pile.0.len() > room)
                    .unwrap();
                pile.0.push(book);
                changed.notify_all();
            }
            state.lock().unwrap().1 = true;
            changed.notify_all();
        });
        loop {
            let pile = state.lock().unwrap();
            let waits = |pile: &mut (Vec<String>, bool)| pile.0.is_empty() && !pile.1;
            let mut pile = changed.wait_while(pile, waits).unwrap();
            let Some(book) = pile.0.pop() else { break };
            changed.notify_all();
            drop(pile);
            desk(book);
        }
    });
}
