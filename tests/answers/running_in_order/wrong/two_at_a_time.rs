//! Rejected: all are fetched at the same time
//! Says: never inside at the same time

pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let mut out = vec![];
    for pair in ids.chunks(2) {
        std::thread::scope(|s| {
            let hs: Vec<_> = pair
                .iter()
                .map(|&id| {
                    let fetch = &fetch;
                    s.spawn(move || fetch(id))
                })
                .collect();
            for h in hs {
                out.push(h.join().unwrap())
            }
        });
    }
    out
}
