//! Each clerk has a place on the desk.

use std::thread;

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let mut desk: Vec<Option<T>> = ids.iter().map(|_| None).collect();
    thread::scope(|scope| {
        for (place, id) in desk.iter_mut().zip(ids) {
            let fetch = &fetch;
            scope.spawn(move || *place = Some(fetch(*id)));
        }
    });
    desk.into_iter().map(Option::unwrap).collect()
}
