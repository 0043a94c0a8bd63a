//! She takes one book more than she wants, and leaves it.

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
    let mut got = Vec::new();
    for b in books {
        if got.len() == wanted {
            break;
        }
        got.push(b);
    }
    fetches.join().unwrap();
    reads.join().unwrap();
    got
}
