//! The library's cache. Readers ask for books by their number, several at the same time, and the
//! database is far away.
//!
//! For each number the database is asked once, however many readers want the book, and whenever
//! they come. And nobody who wants one book has to wait for the way to another.

use std::collections::HashMap;
use std::sync::Mutex;

/// Asks the database. It may take long.
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

/// The database, and what it has said so far.
pub struct Library {
    database: Database,
    cache: Mutex<HashMap<u32, String>>,
}

impl Library {
    /// A library whose cache is empty.
    pub fn new(database: Database) -> Library {
        Library {
            database,
            cache: Mutex::default(),
        }
    }

    /// The book with this number.
    pub fn find(&self, id: u32) -> String {
        // TODO: check, then act.
        if let Some(book) = self.cache.lock().unwrap().get(&id) {
            return book.clone();
        }
        let book = (self.database)(id);
        self.cache.lock().unwrap().insert(id, book.clone());
        book
    }
}
