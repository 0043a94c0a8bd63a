//! A thread fetches the second half, and is joined after the first.

use std::thread;
pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    fn go<T: Send, F: Fn(u32) -> T + Sync>(ids: &[u32], fetch: &F) -> Vec<T> {
        match ids {
            [] => vec![],
            [id] => vec![fetch(*id)],
            _ => {
                let (a, b) = ids.split_at(ids.len() / 2);
                thread::scope(|s| {
                    let h = s.spawn(|| go(b, fetch));
                    let mut x = go(a, fetch);
                    x.extend(h.join().unwrap());
                    x
                })
            }
        }
    }
    go(ids, &fetch)
}
