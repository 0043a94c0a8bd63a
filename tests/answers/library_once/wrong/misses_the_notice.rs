//! Rejected: two readers who come together ask once for one book
//! Says: waits
//!
//! Notes that somebody is on the way, and forgets to say when he is back.

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
        while let Some(book) = books.get(&id) {
            match book {
                Some(book) => return book.clone(),
                None => books = self.back.wait(books).unwrap(),
            }
        }
        books.insert(id, None);
        drop(books);
        let book = (self.database)(id);
        self.books.lock().unwrap().insert(id, Some(book.clone()));
        book
    }
}
