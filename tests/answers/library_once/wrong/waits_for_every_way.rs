//! Rejected: who waits for a book has it when it comes, whoever is on the way to another
//!
//! Waits until nobody is on any way.

use std::collections::{HashMap, HashSet};
use std::sync::{Condvar, Mutex};
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

#[derive(Default)]
struct All {
    books: HashMap<u32, String>,
    ways: HashSet<u32>,
}
pub struct Library {
    database: Database,
    all: Mutex<All>,
    bell: Condvar,
}
impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            all: Mutex::default(),
            bell: Condvar::new(),
        }
    }
    pub fn find(&self, id: u32) -> String {
        let mut all = self.all.lock().unwrap();
        if all.ways.contains(&id) {
            all = self.bell.wait_while(all, |a| !a.ways.is_empty()).unwrap();
        }
        if let Some(b) = all.books.get(&id) {
            return b.clone();
        }
        all.ways.insert(id);
        drop(all);
        let book = (self.database)(id);
        let mut all = self.all.lock().unwrap();
        all.books.insert(id, book.clone());
        all.ways.remove(&id);
        self.bell.notify_all();
        book
    }
}
