//! Rejected: all who wait for a book get it
//! Says: deadlock

use std::collections::HashMap;
use std::sync::{Condvar, Mutex};
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Library {
    database: Database,
    cards: Mutex<HashMap<u32, Option<String>>>,
    bell: Condvar,
}
impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            cards: Mutex::default(),
            bell: Condvar::new(),
        }
    }
    pub fn find(&self, id: u32) -> String {
        let mut cards = self.cards.lock().unwrap();
        if cards.contains_key(&id) {
            cards = self.bell.wait_while(cards, |c| c[&id].is_none()).unwrap();
            return cards[&id].clone().unwrap();
        }
        cards.insert(id, None);
        drop(cards);
        let book = (self.database)(id);
        self.cards.lock().unwrap().insert(id, Some(book.clone()));
        self.bell.notify_one();
        book
    }
}
