//! Rejected: one reads while the other fetches
//!
//! One thread does both.

use std::sync::mpsc::sync_channel;
use std::thread;

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, books) = sync_channel(0);
    let clerk = thread::spawn(move || while out.send(book(card())).is_ok() {});
    let taken = books.iter().take(wanted).collect();
    drop(books);
    clerk.join().unwrap();
    taken
}
