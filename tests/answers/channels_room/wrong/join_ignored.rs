//! Rejected: the clerk waits when the shelf is full
//! Says: books were fetched

use std::sync::mpsc::sync_channel;
use std::thread;
pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    desk: impl FnMut(String),
) {
    let (shelf, books) = sync_channel(room + 2);
    thread::scope(|s| {
        let h = s.spawn(move || {
            while let Some(b) = fetch() {
                shelf.send(b).unwrap();
            }
        });
        books.into_iter().for_each(desk);
        let _ = h.join();
    });
}
