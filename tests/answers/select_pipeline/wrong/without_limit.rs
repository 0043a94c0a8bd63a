//! Rejected: the cards are not read far ahead

use std::sync::mpsc::channel;
use std::thread;

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, ids) = channel();
    let reads = thread::spawn(move || while out.send(card()).is_ok() {});
    let (out, books) = channel();
    let fetches = thread::spawn(move || {
        for id in ids {
            if out.send(book(id)).is_err() {
                return;
            }
        }
    });
    let taken = books.iter().take(wanted).collect();
    drop(books);
    fetches.join().unwrap();
    reads.join().unwrap();
    taken
}
