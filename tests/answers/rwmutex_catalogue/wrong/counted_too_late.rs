//! Rejected: nobody changes the catalogue while somebody looks

use std::{
    collections::HashMap,
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering::SeqCst},
    },
};
#[derive(Default)]
pub struct Catalogue {
    readers: AtomicU32,
    shelves: Mutex<HashMap<String, u32>>,
}
impl Catalogue {
    pub fn look<T>(&self, title: &str, read: impl FnOnce(Option<u32>) -> T) -> T {
        let n = self.shelves.lock().unwrap().get(title).copied();
        self.readers.fetch_add(1, SeqCst);
        let r = read(n);
        self.readers.fetch_sub(1, SeqCst);
        r
    }
    pub fn put(&self, title: &str, shelf: u32) -> Option<u32> {
        while self.readers.load(SeqCst) > 0 {
            std::thread::yield_now();
        }
        self.shelves.lock().unwrap().insert(title.to_owned(), shelf)
    }
}
