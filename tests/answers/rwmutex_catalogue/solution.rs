use std::collections::HashMap;
use std::sync::RwLock;

/// Which book stands on which shelf.
#[derive(Default)]
pub struct Catalogue {
    shelves: RwLock<HashMap<String, u32>>,
}

impl Catalogue {
    /// Calls `read` with the shelf of a book, if it is known, and returns what `read` returns.
    pub fn look<T>(&self, title: &str, read: impl FnOnce(Option<u32>) -> T) -> T {
        let shelves = self.shelves.read().unwrap();
        read(shelves.get(title).copied())
    }

    /// Puts a book on a shelf, and returns where it was before.
    pub fn put(&self, title: &str, shelf: u32) -> Option<u32> {
        self.shelves
            .write()
            .unwrap()
            .insert(title.to_owned(), shelf)
    }
}
