//! Rejected: the books are in the order of the slips
//!
//! With two slips this is right: the place is the end if the other one is not there yet.

use std::sync::Mutex;
use std::thread;

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let desk = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for (place, id) in ids.iter().enumerate() {
            let (desk, fetch) = (&desk, &fetch);
            scope.spawn(move || {
                let book = fetch(*id);
                let mut desk = desk.lock().unwrap();
                let place = place.min(desk.len());
                desk.insert(place, book);
            });
        }
    });
    desk.into_inner().unwrap()
}
