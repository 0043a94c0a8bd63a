//! Rejected: each shelf is tidied once

use std::thread;

pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    let tidy = &tidy;
    thread::scope(|scope| {
        for shelf in 0..shelves {
            scope.spawn(move || tidy(shelf));
        }
    });
}
