//! Readers have handed in slips with the numbers of books. The clerks fetch all of them at the same
//! time, since each way to the cellar is long, and the librarian puts the books on the desk in the
//! order of the slips.
//!
//! Call `fetch` once for each number.

/// What `fetch` returns for each of `ids`, in the order of `ids`.
pub fn fetch_all<T: Send>(ids: &[u32], fetch: impl Fn(u32) -> T + Sync) -> Vec<T> {
    // TODO: all at the same time.
    ids.iter().map(|id| fetch(*id)).collect()
}
