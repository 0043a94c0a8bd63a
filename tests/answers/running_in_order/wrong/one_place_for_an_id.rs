//! Rejected: two slips may ask for the same book

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let desk = Mutex::new(HashMap::new());
    thread::scope(|scope| {
        for id in ids {
            scope.spawn(|| {
                let book = fetch(*id);
                desk.lock().unwrap().insert(*id, book);
            });
        }
    });
    let mut desk = desk.into_inner().unwrap();
    ids.iter().filter_map(|id| desk.remove(id)).collect()
}
