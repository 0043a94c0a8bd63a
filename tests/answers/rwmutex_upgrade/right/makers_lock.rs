//! A second lock, for those who ask the database. Nobody reads or writes titles under it.

use std::collections::HashMap;
use std::sync::{Mutex, RwLock};

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Catalogue {
    database: Database,
    titles: RwLock<HashMap<u32, String>>,
    asks: Mutex<()>,
}

impl Catalogue {
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database,
            titles: RwLock::default(),
            asks: Mutex::new(()),
        }
    }

    pub fn enter(&self, id: u32, title: &str) {
        self.titles.write().unwrap().insert(id, title.to_owned());
    }

    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        if let Some(title) = self.titles.read().unwrap().get(&id) {
            return reader(title);
        }
        let asks = self.asks.lock().unwrap();
        let is_known = self.titles.read().unwrap().contains_key(&id);
        if !is_known {
            let title = (self.database)(id);
            self.titles.write().unwrap().entry(id).or_insert(title);
        }
        drop(asks);
        reader(&self.titles.read().unwrap()[&id])
    }
}
