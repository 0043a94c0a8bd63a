//! Rejected: the ways to two books do not wait for one another
//! Says: never inside at the same time

use std::collections::HashMap;
use std::sync::Mutex;

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Library {
    database: Database,
    cache: Mutex<HashMap<u32, String>>,
}

impl Library {
    pub fn new(database: Database) -> Library {
        let cache = Mutex::default();
        Library { database, cache }
    }

    pub fn find(&self, id: u32) -> String {
        let mut cache = self.cache.lock().unwrap();
        let book = cache.entry(id).or_insert_with(|| (self.database)(id));
        book.clone()
    }
}
