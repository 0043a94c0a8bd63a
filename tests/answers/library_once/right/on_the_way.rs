//! A note in the map that somebody is on the way, and a condition.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex};

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Library {
    database: Database,
    /// `None` if somebody is on the way.
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
        loop {
            match books.get(&id) {
                Some(Some(book)) => return book.clone(),
                Some(None) => books = self.back.wait(books).unwrap(),
                None => break,
            }
        }
        books.insert(id, None);
        drop(books);
        let book = (self.database)(id);
        self.books.lock().unwrap().insert(id, Some(book.clone()));
        self.back.notify_all();
        book
    }
}
