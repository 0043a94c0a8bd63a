//! Rejected: the database is asked once for a book that two want
//!
//! Gives the upgradable lock back, and takes the one for writing: in between others come.

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
        if let Some(title) = self.titles.read().get(&id) {
            return reader(title);
        }
        let titles = self.titles.upgradable_read();
        if !titles.contains_key(&id) {
            let title = (self.database)(id);
            drop(titles);
            self.titles.write().insert(id, title);
        } else {
            drop(titles);
        }
        reader(&self.titles.read()[&id])
    }
}
