//! Rejected: two can look at a known title at the same time
//!
//! Only one at a time can have the upgradable lock.

use parking_lot::RwLock;
use std::collections::HashMap;

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
        self.titles.write().insert(id, title.to_owned());
    }

    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        let mut titles = self.titles.upgradable_read();
        if !titles.contains_key(&id) {
            let title = (self.database)(id);
            titles.with_upgraded(|titles| titles.insert(id, title));
        }
        reader(&titles[&id])
    }
}
