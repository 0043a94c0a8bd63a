use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

/// Asks the database. It may take long.
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

/// The database, and what it has said so far.
pub struct Library {
    database: Database,
    cards: Mutex<HashMap<u32, Arc<OnceLock<String>>>>,
}

impl Library {
    /// A library whose cache is empty.
    pub fn new(database: Database) -> Library {
        Library {
            database,
            cards: Mutex::default(),
        }
    }

    /// The book with this number.
    pub fn find(&self, id: u32) -> String {
        let card = Arc::clone(self.cards.lock().unwrap().entry(id).or_default());
        card.get_or_init(|| (self.database)(id)).clone()
    }
}
