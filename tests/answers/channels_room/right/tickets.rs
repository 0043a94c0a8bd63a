//! A shelf without an end, and as many tickets as there is room, which come back.

use std::sync::mpsc::{channel, sync_channel};
use std::thread;
pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    if room == 0 {
        let (shelf, books) = sync_channel(0);
        return thread::scope(|s| {
            s.spawn(move || {
                while let Some(b) = fetch() {
                    if shelf.send(b).is_err() {
                        break;
                    }
                }
            });
            while let Ok(b) = books.recv() {
                desk(b)
            }
        });
    }
    let (give, tickets) = channel();
    for _ in 0..room {
        give.send(()).unwrap();
    }
    let (shelf, books) = channel();
    thread::scope(|s| {
        s.spawn(move || {
            while let Some(book) = fetch() {
                if tickets.recv().is_err() {
                    return;
                }
                if shelf.send(book).is_err() {
                    return;
                }
            }
        });
        for book in books {
            let _ = give.send(());
            desk(book);
        }
    });
}
