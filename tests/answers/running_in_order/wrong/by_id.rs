//! Rejected: the books are in the order of the slips
//!
//! Sorted, but by the wrong thing.

use std::sync::mpsc;
use std::thread;

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for id in ids {
            let (send, fetch) = (send.clone(), &fetch);
            scope.spawn(move || send.send((*id, fetch(*id))).unwrap());
        }
    });
    drop(send);
    let mut books: Vec<(u32, T)> = receive.iter().collect();
    books.sort_by_key(|(id, _)| *id);
    books.into_iter().map(|(_, book)| book).collect()
}
