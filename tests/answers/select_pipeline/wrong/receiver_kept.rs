//! Rejected: both clerks have gone home when it returns
//! Says: deadlock
//!
//! A clone of the receiver is still there, so whoever reads never learns that nobody takes.

use crossbeam_channel::bounded;
use std::thread;

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, ids) = bounded(0);
    let reads = thread::spawn(move || while out.send(card()).is_ok() {});
    let (out, books) = bounded(0);
    let mine = ids.clone();
    let fetches = thread::spawn(move || {
        for id in mine {
            if out.send(book(id)).is_err() {
                return;
            }
        }
    });
    let taken = books.iter().take(wanted).collect();
    drop(books);
    fetches.join().unwrap();
    reads.join().unwrap();
    drop(ids);
    taken
}
