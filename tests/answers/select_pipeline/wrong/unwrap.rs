//! Rejected: she gets the books in the order of the cards
//!
//! Whoever sends when she has enough panics.

use std::sync::mpsc::sync_channel;
use std::thread;

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, ids) = sync_channel(0);
    let reads = thread::spawn(move || {
        loop {
            out.send(card()).unwrap();
        }
    });
    let (out, books) = sync_channel(0);
    let fetches = thread::spawn(move || {
        for id in ids {
            out.send(book(id)).unwrap();
        }
    });
    let taken = books.iter().take(wanted).collect();
    drop(books);
    fetches.join().unwrap();
    reads.join().unwrap();
    taken
}
