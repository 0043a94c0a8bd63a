//! The catalogue says on which shelf a book stands. Many readers look into it, and a few clerks
//! change it. Readers must be able to look at the same time; a reader keeps the catalogue open for
//! as long as `read` takes, and meanwhile nobody changes it.

use std::collections::HashMap;
use std::sync::Mutex;

/// Which book stands on which shelf.
#[derive(Default)]
pub struct Catalogue {
    // TODO: one reader at a time.
    shelves: Mutex<HashMap<String, u32>>,
}

impl Catalogue {
    /// Calls `read` with the shelf of a book, if it is known, and returns what `read` returns.
    pub fn look<T>(&self, title: &str, read: impl FnOnce(Option<u32>) -> T) -> T {
        let shelves = self.shelves.lock().unwrap();
        read(shelves.get(title).copied())
    }

    /// Puts a book on a shelf, and returns where it was before.
    pub fn put(&self, title: &str, shelf: u32) -> Option<u32> {
        self.shelves.lock().unwrap().insert(title.to_owned(), shelf)
    }
}
