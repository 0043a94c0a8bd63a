//! Rejected: every book reaches the desk, in order
//! Says: waits
//!
//! One sender is left in the librarian's hands.

use std::sync::mpsc;
use std::thread;

pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let (shelf, books) = mpsc::sync_channel(room);
    thread::scope(|scope| {
        let of_the_clerk = shelf.clone();
        scope.spawn(move || {
            while let Some(book) = fetch() {
                of_the_clerk.send(book).unwrap();
            }
        });
        for book in &books {
            desk(book);
        }
    });
    drop(shelf);
}
