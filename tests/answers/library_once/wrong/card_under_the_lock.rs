//! Rejected: the ways to two books do not wait for one another
//!
//! Cards, but the box is locked while one is filled.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Library {
    database: Database,
    cards: Mutex<HashMap<u32, OnceLock<String>>>,
}

impl Library {
    pub fn new(database: Database) -> Library {
        let cards = Mutex::default();
        Library { database, cards }
    }

    pub fn find(&self, id: u32) -> String {
        let mut cards = self.cards.lock().unwrap();
        let card = cards.entry(id).or_default();
        card.get_or_init(|| (self.database)(id)).clone()
    }
}
