//! Rejected: the clerk need not wait while there is room

use std::sync::mpsc;
use std::thread;

pub fn carry(
    _room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let (shelf, books) = mpsc::sync_channel(0);
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
