//! Who reads knows how many are wanted, reads one more, and ends by himself.

use std::sync::mpsc::channel;
use std::thread;

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, ids) = channel();
    let reads = thread::spawn(move || {
        for _ in 0..=wanted {
            let _ = out.send(card());
        }
    });
    let (out, books) = channel();
    let fetches = thread::spawn(move || {
        for id in ids.iter().take(wanted) {
            out.send(book(id)).unwrap();
        }
    });
    let taken = books.iter().collect();
    reads.join().unwrap();
    fetches.join().unwrap();
    taken
}
