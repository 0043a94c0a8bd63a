//! Rejected: it does not compile, E0373

use std::thread;

pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    thread::scope(|scope| {
        for shelf in 1..=shelves {
            scope.spawn(|| tidy(shelf));
        }
    });
}
