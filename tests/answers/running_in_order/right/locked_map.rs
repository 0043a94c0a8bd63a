//! A locked table by number.

use parking_lot::Mutex;
use std::collections::BTreeMap;
use std::thread;

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let desk = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for (number, id) in ids.iter().enumerate() {
            let (desk, fetch) = (&desk, &fetch);
            scope.spawn(move || {
                let book = fetch(*id);
                desk.lock().insert(number, book);
            });
        }
    });
    desk.into_inner().into_values().collect()
}
