use std::sync::mpsc;
use std::thread;

/// Hands every book that `fetch` returns, up to the first `None`, to `desk`. `fetch` is called by a
/// thread of its own, `desk` by the caller's.
pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let (shelf, books) = mpsc::sync_channel(room);
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
