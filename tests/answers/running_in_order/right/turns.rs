//! Each waits for its turn to put the book on the desk.

use std::sync::{Condvar, Mutex};
pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let desk = (Mutex::new(Vec::new()), Condvar::new());
    std::thread::scope(|s| {
        for (n, &id) in ids.iter().enumerate() {
            let (desk, fetch) = (&desk, &fetch);
            s.spawn(move || {
                let t = fetch(id);
                let mut g = desk
                    .1
                    .wait_while(desk.0.lock().unwrap(), |v| v.len() != n)
                    .unwrap();
                g.push(t);
                desk.1.notify_all();
            });
        }
    });
    desk.0.into_inner().unwrap()
}
