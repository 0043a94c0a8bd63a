//! The lock of parking_lot.

use parking_lot::RwLock;
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Catalogue(RwLock<BTreeMap<String, u32>>);

impl Catalogue {
    pub fn look<T>(&self, title: &str, read: impl FnOnce(Option<u32>) -> T) -> T {
        let shelves = self.0.read();
        let shelf = shelves.get(title).copied();
        let answer = read(shelf);
        drop(shelves);
        answer
    }

    pub fn put(&self, title: &str, shelf: u32) -> Option<u32> {
        self.0.write().insert(title.to_owned(), shelf)
    }
}
