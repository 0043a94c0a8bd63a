//! Rejected: all are fetched at the same time
//! Says: never inside at the same time

use std::sync::Mutex;
use std::thread;

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let desk = Mutex::new(ids.iter().map(|_| None).collect::<Vec<Option<T>>>());
    thread::scope(|scope| {
        for (place, id) in ids.iter().enumerate() {
            let (desk, fetch) = (&desk, &fetch);
            scope.spawn(move || {
                let mut desk = desk.lock().unwrap();
                desk[place] = Some(fetch(*id));
            });
        }
    });
    let desk = desk.into_inner().unwrap();
    desk.into_iter().map(Option::unwrap).collect()
}
