//! Each clerk starts the next one, in the same scope.

use std::thread;
pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    fn clerk<'a>(
        s: &'a thread::Scope<'a, '_>,
        n: usize,
        shelves: usize,
        tidy: &'a (impl Fn(usize) + Send + Sync),
    ) {
        if n > shelves {
            return;
        }
        s.spawn(move || {
            clerk(s, n + 1, shelves, tidy);
            tidy(n);
        });
    }
    thread::scope(|s| clerk(s, 1, shelves, &tidy));
}
