use std::thread;

/// Tidies the shelves 1 to `shelves`. All of them are tidy when it returns.
pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    let tidy = &tidy;
    thread::scope(|scope| {
        for shelf in 1..=shelves {
            scope.spawn(move || tidy(shelf));
        }
    });
}
