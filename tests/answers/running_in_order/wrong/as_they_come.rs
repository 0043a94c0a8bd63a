//! Rejected: the books are in the order of the slips

use std::sync::Mutex;
use std::thread;

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let desk = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for id in ids {
            scope.spawn(|| {
                let book = fetch(*id);
                desk.lock().unwrap().push(book);
            });
        }
    });
    desk.into_inner().unwrap()
}
