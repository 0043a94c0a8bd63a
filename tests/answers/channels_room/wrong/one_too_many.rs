//! Rejected: the clerk waits when the shelf is full

use std::sync::mpsc;
use std::thread;

pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let (shelf, books) = mpsc::sync_channel(room + 1);
    thread::scope(|scope| {
        scope.spawn(move || {
            while let Some(book) = fetch() {
                shelf.send(book).unwrap();
            }
        });
        for book in books {
            desk(book);
        }
    });
}
