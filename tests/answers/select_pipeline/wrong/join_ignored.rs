//! Rejected: the cards are not read far ahead
//! Says: cards are read

use std::{sync::mpsc::channel, thread};
pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, ids) = channel();
    let (shelf, books) = channel();
    let a = thread::spawn(move || while out.send(card()).is_ok() {});
    let b = thread::spawn(move || {
        for id in ids {
            if shelf.send(book(id)).is_err() {
                break;
            }
        }
    });
    let got = books.iter().take(wanted).collect();
    drop(books);
    let _ = a.join();
    let _ = b.join();
    got
}
