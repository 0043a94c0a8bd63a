//! Rejected: no clerk tidies two shelves
//!
//! There are clerks enough, but one who is quick takes a second shelf.

use std::sync::Mutex;
use std::thread;

pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    let left: Mutex<Vec<usize>> = Mutex::new((1..=shelves).collect());
    thread::scope(|scope| {
        for _ in 0..shelves {
            scope.spawn(|| {
                loop {
                    let next = left.lock().unwrap().pop();
                    let Some(shelf) = next else { break };
                    tidy(shelf);
                }
            });
        }
    });
}
