//! Rejected: the ways to two books do not wait for one another

use std::collections::HashMap;
use std::sync::Mutex;
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;
pub struct Library {
    database: Database,
    shards: [Mutex<HashMap<u32, String>>; 8],
}
impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            shards: Default::default(),
        }
    }
    pub fn find(&self, id: u32) -> String {
        self.shards[id as usize % 8]
            .lock()
            .unwrap()
            .entry(id)
            .or_insert_with(|| (self.database)(id))
            .clone()
    }
}
