//! Rejected: whoever gives up leaves at once

use listings::Context;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Library {
    database: Database,
    cards: Mutex<HashMap<u32, Arc<OnceLock<String>>>>,
}

impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            cards: Mutex::default(),
        }
    }

    pub fn find(&self, _ctx: &Context, id: u32) -> Option<String> {
        let card = Arc::clone(self.cards.lock().unwrap().entry(id).or_default());
        Some(card.get_or_init(|| (self.database)(id)).clone())
    }
}
