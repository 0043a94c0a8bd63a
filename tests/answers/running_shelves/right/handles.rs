//! Every handle is joined by hand.

use std::thread;

pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    thread::scope(|scope| {
        let clerks: Vec<_> = (1..=shelves)
            .map(|shelf| {
                let tidy = &tidy;
                scope.spawn(move || tidy(shelf))
            })
            .collect();
        for clerk in clerks {
            clerk.join().unwrap();
        }
    });
}
