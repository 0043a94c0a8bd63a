//! Rejected: the clerk waits with his book when there is no room

use std::sync::mpsc::sync_channel;
use std::thread;
pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let (shelf, books) = sync_channel(room.max(1));
    thread::scope(|s| {
        s.spawn(move || {
            while let Some(b) = fetch() {
                shelf.send(b).unwrap()
            }
        });
        for b in books {
            desk(b)
        }
    });
}
