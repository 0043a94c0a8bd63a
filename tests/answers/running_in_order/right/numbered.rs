//! Numbered answers through a channel, sorted when all are there.

use std::sync::mpsc;
use std::thread;

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let (send, receive) = mpsc::channel();
    let mut books: Vec<(usize, T)> = thread::scope(|scope| {
        for (number, id) in ids.iter().enumerate() {
            let (send, fetch) = (send.clone(), &fetch);
            scope.spawn(move || send.send((number, fetch(*id))).unwrap());
        }
        drop(send);
        receive.iter().collect()
    });
    books.sort_by_key(|(number, _)| *number);
    books.into_iter().map(|(_, book)| book).collect()
}
