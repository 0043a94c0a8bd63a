//! Rejected: the clerk waits when the shelf is full
//! Says: looks again and again

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::channel;
use std::thread;
pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let lie = AtomicUsize::new(0);
    let (shelf, books) = channel();
    thread::scope(|s| {
        let lie = &lie;
        s.spawn(move || {
            while let Some(b) = fetch() {
                while lie.load(SeqCst) >= room.max(1) {
                    thread::yield_now();
                }
                lie.fetch_add(1, SeqCst);
                shelf.send(b).unwrap();
            }
        });
        for b in books {
            lie.fetch_sub(1, SeqCst);
            desk(b);
        }
    });
}
