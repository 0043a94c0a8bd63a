use std::thread;

/// What `fetch` returns for each of `ids`, in the order of `ids`.
pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let fetch = &fetch;
    thread::scope(|scope| {
        let clerks: Vec<_> = ids
            .iter()
            .map(|id| scope.spawn(move || fetch(*id)))
            .collect();
        clerks
            .into_iter()
            .map(|clerk| clerk.join().unwrap())
            .collect()
    })
}
