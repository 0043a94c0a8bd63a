//! Rejected: the clerk waits when the shelf is full
//!
//! All books are fetched before the first reaches the desk.

use std::thread;

pub fn carry(
    _room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    desk: impl FnMut(String),
) {
    let books: Vec<String> = thread::scope(|scope| {
        let clerk = scope.spawn(move || std::iter::from_fn(&mut fetch).collect());
        clerk.join().unwrap()
    });
    books.into_iter().for_each(desk);
}
