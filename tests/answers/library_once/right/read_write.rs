//! Readers of cards share a lock.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, RwLock};

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Library {
    database: Database,
    cards: RwLock<HashMap<u32, Arc<OnceLock<String>>>>,
}

impl Library {
    pub fn new(database: Database) -> Library {
        let cards = RwLock::default();
        Library { database, cards }
    }

    fn card(&self, id: u32) -> Arc<OnceLock<String>> {
        if let Some(card) = self.cards.read().unwrap().get(&id) {
            return Arc::clone(card);
        }
        Arc::clone(self.cards.write().unwrap().entry(id).or_default())
    }

    pub fn find(&self, id: u32) -> String {
        self.card(id).get_or_init(|| (self.database)(id)).clone()
    }
}
