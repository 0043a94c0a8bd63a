//! The channel of crossbeam.

use crossbeam_channel::bounded;
use std::thread;

pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let (shelf, books) = bounded(room);
    thread::scope(|scope| {
        scope.spawn(move || {
            while let Some(book) = fetch() {
                shelf.send(book).unwrap();
            }
        });
        while let Ok(book) = books.recv() {
            desk(book);
        }
    });
}
