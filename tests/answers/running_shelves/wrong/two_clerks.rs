//! Rejected: all shelves are tidied at the same time
//!
//! Two clerks share the shelves, as many as there are cores.

use std::thread;

pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    let tidy = &tidy;
    thread::scope(|scope| {
        for clerk in 0..2 {
            scope.spawn(move || {
                for shelf in (1..=shelves).filter(|shelf| shelf % 2 == clerk) {
                    tidy(shelf);
                }
            });
        }
    });
}
