//! Rejected: all are fetched at the same time
//! Says: never inside at the same time

use std::thread;

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let fetch = &fetch;
    thread::scope(|scope| {
        ids.iter()
            .map(|id| scope.spawn(move || fetch(*id)))
            .map(|clerk| clerk.join().unwrap())
            .collect()
    })
}
