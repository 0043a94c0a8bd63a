//! Rejected: both clerks have gone home when it returns

use std::sync::mpsc::sync_channel;
use std::thread;

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, ids) = sync_channel(0);
    thread::spawn(move || while out.send(card()).is_ok() {});
    let (out, books) = sync_channel(0);
    thread::spawn(move || {
        for id in ids {
            if out.send(book(id)).is_err() {
                return;
            }
        }
    });
    books.iter().take(wanted).collect()
}
