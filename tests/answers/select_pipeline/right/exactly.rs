//! Who reads knows how many are wanted, and reads not one more.

use std::sync::mpsc::channel;
use std::thread;
pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, ids) = channel();
    let reads = thread::spawn(move || {
        for _ in 0..wanted {
            if out.send(card()).is_err() {
                return;
            }
        }
    });
    let (out, books) = channel();
    let fetches = thread::spawn(move || {
        for id in ids {
            if out.send(book(id)).is_err() {
                return;
            }
        }
    });
    let books = books.into_iter().collect();
    reads.join().unwrap();
    fetches.join().unwrap();
    books
}
