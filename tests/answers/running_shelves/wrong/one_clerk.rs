//! Rejected: all shelves are tidied at the same time

use std::thread;

pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    thread::scope(|scope| {
        scope.spawn(|| {
            for shelf in 1..=shelves {
                tidy(shelf);
            }
        });
    });
}
