//! Rejected: she gets the books in the order of the cards
//! Says: deadlock
//!
//! She waits for clerks who wait for her.

use std::sync::mpsc::sync_channel;
use std::thread;

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, ids) = sync_channel(0);
    let reads = thread::spawn(move || while out.send(card()).is_ok() {});
    let (out, books) = sync_channel(0);
    let fetches = thread::spawn(move || {
        for id in ids {
            if out.send(book(id)).is_err() {
                return;
            }
        }
    });
    let taken = books.iter().take(wanted).collect();
    fetches.join().unwrap();
    reads.join().unwrap();
    taken
}
