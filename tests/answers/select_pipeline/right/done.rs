//! As in Go: `done` in each select, and crossbeam's channels in a scope.

use crossbeam_channel::{bounded, select};
use std::thread;

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (close, done) = bounded::<()>(0);
    let (out_ids, ids) = bounded(0);
    let (out, books) = bounded(0);
    thread::scope(|scope| {
        let told = done.clone();
        scope.spawn(move || {
            loop {
                let id = card();
                select! {
                    send(out_ids, id) -> sent => if sent.is_err() { return; },
                    recv(told) -> _ => return,
                }
            }
        });
        scope.spawn(move || {
            loop {
                let id = select! {
                    recv(ids) -> id => id,
                    recv(done) -> _ => return,
                };
                let Ok(id) = id else { return };
                let book = book(id);
                select! {
                    send(out, book) -> _ => {}
                    recv(done) -> _ => return,
                }
            }
        });
        let taken = books.iter().take(wanted).collect();
        drop(close);
        taken
    })
}
