//! Rejected: who waits for a book goes on waiting when another one comes
//! Says: asked 2 times
//!
//! Waits for the notice in an `if`, and takes each notice for its own.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex};

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Library {
    database: Database,
    books: Mutex<HashMap<u32, Option<String>>>,
    back: Condvar,
}

impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            books: Mutex::default(),
            back: Condvar::new(),
        }
    }

    pub fn find(&self, id: u32) -> String {
        let mut books = self.books.lock().unwrap();
        if let Some(None) = books.get(&id) {
            books = self.back.wait(books).unwrap();
        }
        if let Some(Some(book)) = books.get(&id) {
            return book.clone();
        }
        books.insert(id, None);
        drop(books);
        let book = (self.database)(id);
        self.books.lock().unwrap().insert(id, Some(book.clone()));
        self.back.notify_all();
        book
    }
}
