//! Rejected: two changes leave the book in one place
//!
//! Looks where it was under one lock, and writes under another.

use std::collections::HashMap;
use std::sync::RwLock;

#[derive(Default)]
pub struct Catalogue(RwLock<HashMap<String, u32>>);

impl Catalogue {
    pub fn look<T>(&self, title: &str, read: impl FnOnce(Option<u32>) -> T) -> T {
        let shelves = self.0.read().unwrap();
        read(shelves.get(title).copied())
    }

    pub fn put(&self, title: &str, shelf: u32) -> Option<u32> {
        let before = self.look(title, |shelf| shelf);
        self.0.write().unwrap().insert(title.to_owned(), shelf);
        before
    }
}
