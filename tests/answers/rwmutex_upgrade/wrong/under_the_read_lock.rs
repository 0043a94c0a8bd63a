//! Rejected: a title that is not known is asked of the database
//! Says: a deadlock
//!
//! The guard in the head of the `match` lives until its end, and whoever reads waits for itself.

use std::collections::HashMap;
use std::sync::RwLock;

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Catalogue {
    database: Database,
    titles: RwLock<HashMap<u32, String>>,
}

impl Catalogue {
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database,
            titles: RwLock::default(),
        }
    }

    pub fn enter(&self, id: u32, title: &str) {
        self.titles.write().unwrap().insert(id, title.to_owned());
    }

    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        match self.titles.read().unwrap().get(&id) {
            Some(title) => reader(title),
            None => {
                let title = (self.database)(id);
                self.titles.write().unwrap().insert(id, title.clone());
                reader(&title)
            }
        }
    }
}
