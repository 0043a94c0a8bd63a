//! Rejected: the ways to two books do not wait for one another
//!
//! A lock for the cache and another one for the way.

use std::collections::HashMap;
use std::sync::Mutex;

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Library {
    database: Database,
    cache: Mutex<HashMap<u32, String>>,
    way: Mutex<()>,
}

impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            cache: Mutex::default(),
            way: Mutex::default(),
        }
    }

    fn cached(&self, id: u32) -> Option<String> {
        self.cache.lock().unwrap().get(&id).cloned()
    }

    pub fn find(&self, id: u32) -> String {
        if let Some(book) = self.cached(id) {
            return book;
        }
        let _way = self.way.lock().unwrap();
        self.cached(id).unwrap_or_else(|| {
            let book = (self.database)(id);
            self.cache.lock().unwrap().insert(id, book.clone());
            book
        })
    }
}
